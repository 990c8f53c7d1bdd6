"""How the number grammar does on public specs of number recognition (texts with the values they hold).

The specs are lists of cases ``{"Input", "Results": [{"Text", "Start", "End", "Resolution"}]}``. They are made
for chat assistants and hold much that news has not (powers, "one over three", "five hundredths", relative places
such as "the previous one", dollars with loose cents). No case is left out: what is not read counts as failed.

Metrics, each the percentage of all cases that pass:

* ``numbers``: every expected number lies in the words of a quantity that has its value, and no further count is
  read. Where nothing is expected, no count may be read.
* ``ranges``: for every expected interval a quantity inside its words has the low end, and one the high end.
* ``percents``: every expected percentage is read as measure percent with its value, and no further one.
* ``ordinals``: every expected ordinal lies in a rejected number with the reason ordinal.
* ``money``: every expected amount is read as measure money with its value (cents as hundredths) and, where the
  spec names an ISO code, with that currency.

Values agree when they differ by less than one part in ten thousand; shares, which are kept to four places, when
they agree to four places.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportedly.claims.numbers import NumbersFound, Quantity, find_numbers

Case = dict[str, Any]  # a case of a spec, as its JSON has it

_FILES = {
    "numbers": "NumberModel.json",
    "ranges": "NumberRangeModel.json",
    "percents": "PercentModel.json",
    "ordinals": "OrdinalModel.json",
    "money": "CurrencyModel.json",
}


def score_recognizers(folder: Path) -> dict[str, float]:
    """Percentage of all cases passed for each spec in ``folder``; the metrics are those of the module."""
    return {name: _rate([passed for _, passed in judge_spec(folder, name)]) for name in _FILES}


def judge_spec(folder: Path, name: str) -> list[tuple[str, bool]]:
    """Every case of one spec with whether it passes; a case whose expected value is no number fails."""
    cases: list[Case] = json.loads((folder / _FILES[name]).read_text(encoding="utf-8-sig"))
    judge = _JUDGES[name]
    judged = []
    for case in cases:
        text = case["Input"]
        judged.append((text, _has_values(name, case) and judge(case, find_numbers(text, 0, len(text)))))
    return judged


def _rate(passed: list[bool]) -> float:
    return round(100 * sum(passed) / len(passed), 1) if passed else 0.0


def _has_values(name: str, case: Case) -> bool:
    values = [result["Resolution"].get("value") for result in case["Results"] if "Resolution" in result]
    if name == "ordinals":
        return bool(values) and all(str(value).lstrip("-").isdigit() for value in values)
    if name in ("money", "percents"):
        return not {None, "null"} & set(values)
    return True


def _agree(found: float | int | None, expected: float) -> bool:
    return found is not None and abs(found - expected) <= (5e-5 if abs(expected) < 1 else 1e-4 * abs(expected))


def _inside(quantity: Quantity, result: Case) -> bool:
    end = quantity.per_span[1] if quantity.per_span else quantity.end
    return quantity.start <= int(result["End"]) and int(result["Start"]) < end


def _judge_numbers(case: Case, found: NumbersFound) -> bool:
    spare = list(found.quantities)
    for result in case["Results"]:
        hit = next(
            (q for q in spare if _inside(q, result) and _agree(q.stated, float(result["Resolution"]["value"]))),
            None,
        )
        if hit is None:
            return False
        spare.remove(hit)
    return not any(q.measure == "count" and q.vague is None for q in spare)


def _judge_ranges(case: Case, found: NumbersFound) -> bool:
    for result in case["Results"]:
        low, high = result["Resolution"]["value"][1:-1].split(",")
        near = [q for q in found.quantities if _inside(q, result)]
        if low and not any(_agree(q.low, float(low)) for q in near):
            return False
        if high and not any(_agree(q.high, float(high)) for q in near):
            return False
    return bool(case["Results"]) or not any(q.bound != "exact" for q in found.quantities)


def _judge_percents(case: Case, found: NumbersFound) -> bool:
    read = [q for q in found.quantities if q.measure == "percent"]
    values = [float(result["Resolution"]["value"].rstrip("%")) for result in case["Results"]]
    return len(read) == len(values) and all(any(_agree(q.stated, value) for q in read) for value in values)


def _judge_ordinals(case: Case, found: NumbersFound) -> bool:
    ordinals = [r for r in found.rejected if r.why == "ordinal"]
    return all(any(r.start <= e["End"] and e["Start"] < r.end for r in ordinals) for e in case["Results"])


def _judge_money(case: Case, found: NumbersFound) -> bool:
    read = [q for q in found.quantities if q.measure == "money"]
    for result in case["Results"]:
        wanted = result["Resolution"]
        value = float(wanted["value"]) * (0.01 if wanted["unit"] in ("Cent", "Pence", "Penny", "Sen") else 1)
        hits = [
            q
            for q in read
            if _inside(q, result) and (_agree(q.stated, value) or _agree(q.stated, float(wanted["value"])))
        ]
        if not hits or ("isoCurrency" in wanted and all(q.currency != wanted["isoCurrency"] for q in hits)):
            return False
    return bool(case["Results"]) or not read


_JUDGES: dict[str, Callable[[Case, NumbersFound], bool]] = {
    "numbers": _judge_numbers,
    "ranges": _judge_ranges,
    "percents": _judge_percents,
    "ordinals": _judge_ordinals,
    "money": _judge_money,
}
