"""Figures of excerpts on displacement against the one figure a monitor recorded from each (IDMC).

match               low is the recorded quantity, or high is, or low <= quantity <= high <= 1.2 * low
quantity_recall     excerpts with a matching figure, of the excerpts with a recorded quantity
quantity_precision  matching figures, of the figures predicted on those excerpts: a lower bound,
                    since an excerpt's other true figures are not in the gold
unit                of the excerpts with a match: the first matching figure counts the recorded
                    unit (People or Households, whatever the case)
recorded_recall, recorded_precision
                    the same two with only those figures predicted that are of a kind the monitor
                    records (:func:`is_recorded`): an excerpt's dead and injured are no error there

All shares are percents. What is predicted from a reading is in :func:`predictions_of`.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.outcome import Outcome, Slip, percent
from evaluation.texts import Text, read_file, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Figure, Reading

Number = float | int | None

#: Head words under which the monitor counts households: families, and the homes they lived in.
HOUSEHOLDS = frozenset(
    {"household", "family", "home", "house", "dwelling", "residence", "apartment", "flat", "building", "hut"}
    | {"shelter", "property", "unit"}
)

#: The monitor's ten terms: displacement of people or households …
RECORDED = frozenset({"displaced", "fled", "evacuated", "sheltered", "in_camp", "relocated", "homeless"})
#: … and homes unfit to live in.
RECORDED_HOUSING = frozenset({"destroyed", "damaged", "uninhabitable"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One excerpt with the recorded quantity (null when there is none) and its unit."""

    name: str
    text: str
    quantity: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A predicted figure in the terms of the monitor; an open bound is null."""

    low: Number
    high: Number
    unit: str | None = None
    recorded: bool = False


def load_gold(path: Path) -> list[Excerpt]:
    """The rows of the table, in order.

    Raises:
        KeyError: a column is missing.
    """
    rows = csv.DictReader(io.StringIO(read_file(path), newline=""))
    return [Excerpt(r["excerpt_id"], r["excerpt"], to_number(r["Quantity"]), r["Unit"]) for r in rows]


def to_number(written: str) -> float | None:
    """A quantity of the table as a number; null when it holds none.

    >>> to_number("12,500"), to_number("")
    (12500.0, None)
    """
    try:
        return float(written.replace(",", "").strip())
    except ValueError:
        return None


def matches(predicted: Quantity, quantity: float) -> bool:
    """Whether a predicted figure is the recorded one.

    >>> matches(Quantity(1000, None), 1000), matches(Quantity(950, 1100), 1000), matches(Quantity(500, 1500), 1000)
    (True, True, False)
    """
    low, high = predicted.low, predicted.high
    if quantity in (low, high):
        return True
    return low is not None and high is not None and low <= quantity <= high <= 1.2 * low


def counted_as(figure: Figure) -> str | None:
    """What the monitor would call the unit: People, Households, or neither (null).

    Where the words name no unit ("Number of displaced: 452"), what happens to people is counted in people.
    """
    if figure.unit is None:
        return "People" if figure.event is not None and figure.event.type in RECORDED else None
    if figure.unit.unit_class in ("households", "buildings") or figure.unit.lemma.lower() in HOUSEHOLDS:
        return "Households"
    return "People" if figure.unit.unit_class == "people" else None


def predictions_of(reading: Reading) -> list[Quantity]:
    """The counts of a reading that hold a number.

    The monitor records numbers, so vague words ("hundreds") predict nothing; ages, durations,
    percents and money are not counts. A figure with only a best value gives it as both bounds.
    """
    found = []
    for figure in reading.figures:
        low = figure.best if figure.low is None else figure.low
        high = figure.best if figure.high is None else figure.high
        if figure.measure == "count" and (low is not None or high is not None):
            recorded = is_recorded(figure)
            found.append(Quantity(low, high, counted_as(figure), recorded))
    return found


def is_recorded(figure: Figure) -> bool:
    """Whether a figure is of a kind that the monitor records: people or households moved, homes lost."""
    kind = figure.event.type if figure.event else None
    counted = figure.unit.unit_class if figure.unit else None
    if kind in RECORDED:
        return counted in (None, "people", "households", "buildings")  # the evacuation of 50 homes
    return kind in RECORDED_HOUSING and counted in (None, "households", "buildings")


def score_excerpts(gold: Sequence[Excerpt], predicted: Mapping[str, Sequence[Quantity]]) -> Outcome:
    """Shares over the excerpts with a recorded quantity; one not in ``predicted`` has nothing."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    for excerpt in gold:
        if excerpt.quantity is None:
            continue
        figures = predicted.get(excerpt.name, ())
        good = [figure for figure in figures if matches(figure, excerpt.quantity)]
        counts += Counter(excerpts=1, predicted=len(figures), matching=len(good), hits=bool(good))
        kept = [figure for figure in figures if figure.recorded]
        kept_good = [figure for figure in good if figure.recorded]
        counts += Counter(recorded=len(kept), recorded_matching=len(kept_good), recorded_hits=bool(kept_good))
        unit_right = bool(good) and _same(good[0].unit, excerpt.unit)
        if good and excerpt.unit.strip():
            counts += Counter(unit_of=1, unit=unit_right)
        slips += _slips(excerpt, figures, good, unit_right=unit_right)
    shares = {
        "quantity_recall": percent(counts["hits"], counts["excerpts"]),
        "quantity_precision": percent(counts["matching"], counts["predicted"]),
        "unit": percent(counts["unit"], counts["unit_of"]),
        "recorded_recall": percent(counts["recorded_hits"], counts["excerpts"]),
        "recorded_precision": percent(counts["recorded_matching"], counts["recorded"]),
    }
    return Outcome(shares=shares, counts=counts, slips=tuple(slips))


def _same(a: str | None, b: str) -> bool:
    return re.sub(r"\W+", " ", a or "").strip().lower() == re.sub(r"\W+", " ", b).strip().lower()


def _slips(
    excerpt: Excerpt, figures: Sequence[Quantity], good: Sequence[Quantity], *, unit_right: bool
) -> Iterator[Slip]:
    wanted = f"{excerpt.quantity:g} {excerpt.unit}"
    shown = "; ".join(f"{f.low}–{f.high} {f.unit or '?'}" for f in figures)
    if not good:
        yield Slip(text=excerpt.name, kind="missed", gold=wanted, predicted=shown, around=excerpt.text)
    elif not unit_right:
        yield Slip(text=excerpt.name, kind="unit", gold=wanted, predicted=shown, around=excerpt.text)
    for figure in figures:
        if figure not in good:
            extra = f"{figure.low}–{figure.high} {figure.unit or '?'}"
            yield Slip(text=excerpt.name, kind="extra", gold=wanted, predicted=extra, around=excerpt.text)


def measure(home: Path, reader: ReadsReports, *, sample: bool = False) -> tuple[Outcome, list[Reading]]:
    """Read every excerpt as a text of its own and score its counts; there is no sample."""
    del sample
    gold = load_gold(home / "idmc_labelled.csv")
    readings = read_texts((Text(excerpt.name, excerpt.text) for excerpt in gold), reader).by_name
    predicted = {name: predictions_of(reading) for name, reading in readings.items()}
    return score_excerpts(gold, predicted), list(readings.values())
