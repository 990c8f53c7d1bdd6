"""Figures of real news prose against numbers judged by hand.

found      gold figures that a predicted one overlaps, one to one, best agreement of stated, low,
           best and high first, over all gold figures
precision  found over all predicted figures
numbers    of those found: stated, low, best and high all right; ``bound`` and ``measure``: right
unit, event, scope
           of found gold figures of measure ``count``: same head word of the unit, same event type
           (none counts as ``other``), same scope
source     of those found: both without a source, or the words agree
places     of found gold figures with places: one of them agrees; ``unplaced``: of those without, the
           share given none
modality   of those found: the event's modality is the gold's (a figure without event is asserted);
           ``unasserted``: the same of those where gold or reading says anything but asserted
occurred   of found gold figures with a date: the same days (:mod:`evaluation.days` says how EDTF is
           compared); ``undated``: of those without, the share given none

Gold lines marked as doubtful neither help nor harm. All shares are percents.

``python -m evaluation.prose [--half odd|even] [--slips KIND]`` prints both halves of the texts.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.days import same_days
from evaluation.folders import SHARED
from evaluation.halves import Half, half_of, print_halves
from evaluation.outcome import Outcome, Slip, around, percent
from evaluation.texts import Text, read_file, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Figure, Reading

Number = float | int | None

_LIGHT = frozenset({"the", "of", "a", "an", "s", "and", "in", "to"})
_BEFORE_HEAD = re.compile(r"\b(?:of|in|from|who|that|for|on|with|at|to)\b")
_CHECKED = (
    "numbers", "bound", "measure", "unit", "event", "scope", "source", "places", "unplaced", "modality",
    "unasserted", "occurred", "undated",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """One number that a person judged to be a figure; places are half-open."""

    start: int
    end: int
    exact: str
    numbers: tuple[Number, Number, Number, Number]  # stated, low, best, high
    bound: str
    measure: str
    unit: str | None
    event_type: str | None
    scope: str
    places: tuple[str, ...]
    source: str | None
    source_exact: str | None
    modality: str
    occurred: str | None
    doubt: bool


@dataclass(frozen=True, slots=True)
class GoldText:
    """The gold figures of one text, and the places of doubtful numbers that are none."""

    figures: tuple[GoldFigure, ...]
    doubtful: tuple[tuple[int, int], ...]


def load_gold(path: Path) -> dict[str, GoldText]:
    """Gold by the stem of its text. Lines without ``bound`` are numbers rejected as figures."""
    figures: dict[str, list[GoldFigure]] = defaultdict(list)
    doubtful: dict[str, list[tuple[int, int]]] = defaultdict(list)
    names: dict[str, None] = {}
    for line in read_file(path).splitlines():
        row = json.loads(line)
        names[row["doc"]] = None
        if "bound" in row:
            figures[row["doc"]].append(_gold_figure(row))
        if "doubt" in row:
            doubtful[row["doc"]].append((row["start"], row["end"]))
    return {name: GoldText(tuple(figures[name]), tuple(doubtful[name])) for name in names}


def _gold_figure(row: Mapping[str, Any]) -> GoldFigure:
    return GoldFigure(
        start=row["start"],
        end=row["end"],
        exact=row["exact"],
        numbers=(row["stated"], row["low"], row["best"], row["high"]),
        bound=row["bound"],
        measure=row["measure"],
        unit=row["unit"],
        event_type=row["event_type"],
        scope=row["scope"],
        places=tuple(row["places"]),
        source=row["source"],
        source_exact=row["source_exact"],
        modality=row["modality"],
        occurred=row["occurred"],
        doubt="doubt" in row,
    )


def head_word(phrase: str | None) -> str:
    """The last word before the first preposition or relative word, in lower case.

    >>> head_word("members of the guard"), head_word("Tajik nationals"), head_word(None)
    ('members', 'nationals', '')
    """
    words = re.findall(r"\w+", str(_BEFORE_HEAD.split(phrase or "")[0]).lower())
    return words[-1] if words else ""


def words_agree(a: str | None, b: str | None) -> bool:
    """Whether two names share a word, and half the words of the shorter one; light words aside.

    >>> words_agree("Interior Minister Rahimzoda", "the minister"), words_agree("police", None)
    (True, False)
    """
    sides = [set(re.findall(r"\w+", (name or "").lower())) - _LIGHT for name in (a, b)]
    shared = len(sides[0] & sides[1])
    return shared > 0 and shared >= 0.5 * min(map(len, sides))


def said_by(reading: Reading, figure: Figure) -> tuple[str, str] | None:
    """The source of a figure's claim: as written, and with what is known of the speaker."""
    claim = next((claim for claim in reading.claims if claim.id == figure.claim), None)
    if claim is None or claim.source is None:
        return None
    named = claim.source.speaker
    known = {speaker.id: speaker for speaker in reading.speakers}.get(named) if named else None
    parts = [known.name, known.role, known.organisation] if known else []
    return claim.source.exact, " ".join(filter(None, [claim.source.exact, *parts]))


def numbers_of(figure: Figure) -> tuple[Number, Number, Number, Number]:
    """stated, low, best, high."""
    return figure.stated, figure.low, figure.best, figure.high


def pair_figures(gold: GoldText, figures: Sequence[Figure]) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """``(gold, predicted)`` pairs one to one, and the predicted figures on doubtful numbers."""
    candidates = []
    for i, g in enumerate(gold.figures):
        for j, f in enumerate(figures):
            if f.start < g.end and g.start < f.end:
                same = sum(a == b for a, b in zip(g.numbers, numbers_of(f), strict=True))
                candidates.append((-same, i, j))
    free = frozenset(j for j, f in enumerate(figures) if any(f.start < e and s < f.end for s, e in gold.doubtful))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1] and j not in free and not gold.figures[i].doubt:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs, free


def checks(gold: GoldFigure, figure: Figure, reading: Reading) -> dict[str, bool]:
    """What of a found figure is right; what does not apply to it is absent."""
    found = {
        "numbers": gold.numbers == numbers_of(figure),
        "bound": gold.bound == figure.bound,
        "measure": gold.measure == figure.measure,
        "source": _source_right(gold, said_by(reading, figure)),
    }
    if gold.measure == "count":
        found["unit"] = head_word(figure.unit.exact if figure.unit else None) == head_word(gold.unit)
        found["event"] = (figure.event.type if figure.event else "other") == (gold.event_type or "other")
        found["scope"] = figure.scope == gold.scope
    if gold.places:
        found["places"] = any(words_agree(a, b.exact) for a in gold.places for b in figure.places)
    else:
        found["unplaced"] = not figure.places
    return found | _modality_and_time(gold, figure)


def _modality_and_time(gold: GoldFigure, figure: Figure) -> dict[str, bool]:
    modality = figure.event.modality if figure.event else "asserted"
    found = {"modality": modality == gold.modality}
    if (modality, gold.modality) != ("asserted", "asserted"):
        found["unasserted"] = found["modality"]
    occurred = figure.occurred.edtf if figure.occurred else None
    found["occurred" if gold.occurred else "undated"] = same_days(gold.occurred, occurred)
    return found


def _source_right(gold: GoldFigure, said: tuple[str, str] | None) -> bool:
    if said is None:
        return not gold.source
    written, known = said
    return bool(gold.source) and (words_agree(gold.source, known) or words_agree(gold.source_exact, written))


def score_prose(gold: Mapping[str, GoldText], readings: Mapping[str, Reading]) -> Outcome:
    """Shares over all texts of the gold; a text without a reading has no predicted figure."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    for name in sorted(gold):
        reading = readings.get(name)
        figures = reading.figures if reading else ()
        pairs, free = pair_figures(gold[name], figures)
        counts["gold"] += sum(not figure.doubt for figure in gold[name].figures)
        counts["predicted"] += len(figures) - len(free)
        counts["found"] += len(pairs)
        for i, j in pairs:
            assert reading is not None
            right = checks(gold[name].figures[i], figures[j], reading)
            counts.update(f"{check}_of" for check in right)
            counts.update(check for check, held in right.items() if held)
            slips += _wrong(name, gold[name].figures[i], figures[j], reading, right)
        if reading:
            slips += _unpaired(name, gold[name], reading, pairs, free)
    shares = {"found": percent(counts["found"], counts["gold"])}
    shares["precision"] = percent(counts["found"], counts["predicted"])
    shares |= {name: percent(counts[name], counts[f"{name}_of"]) for name in _CHECKED}
    return Outcome(shares=shares, counts=counts, slips=tuple(slips))


def _wrong(
    name: str, gold: GoldFigure, figure: Figure, reading: Reading, right: Mapping[str, bool]
) -> Iterator[Slip]:
    said = said_by(reading, figure)
    values: dict[str, tuple[object, object]] = {
        "numbers": (gold.numbers, numbers_of(figure)),
        "bound": (gold.bound, figure.bound),
        "measure": (gold.measure, figure.measure),
        "unit": (gold.unit, figure.unit and figure.unit.exact),
        "event": (gold.event_type, figure.event and f"{figure.event.type} ({figure.event.exact})"),
        "scope": (gold.scope, figure.scope),
        "source": (gold.source, said and said[1]),
        "places": (gold.places, tuple(place.exact for place in figure.places)),
        "modality": (gold.modality, figure.event and f"{figure.event.modality} ({figure.event.exact})"),
        "occurred": (gold.occurred, figure.occurred and f"{figure.occurred.edtf} ({figure.occurred.exact})"),
    }
    values |= {"unplaced": values["places"], "undated": values["occurred"], "unasserted": values["modality"]}
    for check, held in right.items():
        if not held:
            wanted, got = values[check]
            place = around(reading.report.text, figure.start, figure.end)
            yield Slip(text=name, kind=check, gold=str(wanted), predicted=str(got), around=place)


def _unpaired(
    name: str, gold: GoldText, reading: Reading, pairs: Sequence[tuple[int, int]], free: Iterable[int]
) -> Iterator[Slip]:
    text = reading.report.text
    for i, g in enumerate(gold.figures):
        if not g.doubt and i not in {pair[0] for pair in pairs}:
            yield Slip(text=name, kind="missed", gold=g.exact, around=around(text, g.start, g.end))
    for j, f in enumerate(reading.figures):
        if j not in {pair[1] for pair in pairs} and j not in free:
            yield Slip(text=name, kind="spurious", predicted=f.exact, around=around(text, f.start, f.end))


def load_texts(home: Path) -> list[Text]:
    """The texts of the folder with their dates from ``dates.tsv``."""
    rows = (line.split("\t") for line in read_file(home / "dates.tsv").splitlines() if line.strip())
    dates = {row[0]: row[1].strip() or None for row in rows if len(row) > 1}
    paths = sorted((home / "text").glob("*.txt"))
    return [Text(path.stem, read_file(path), dates.get(path.stem)) for path in paths]


def measure(
    home: Path, reader: ReadsReports, *, sample: bool = False, half: Half | None = None
) -> tuple[Outcome, list[Reading]]:
    """Read the texts of ``home``, each with its date, and score their figures; there is no sample."""
    del sample
    gold = load_gold(home / "gold.jsonl")
    texts = half_of(load_texts(home), half)
    readings = read_texts(texts, reader).by_name
    return score_prose({text.name: gold[text.name] for text in texts}, readings), list(readings.values())


if __name__ == "__main__":
    sys.exit(
        print_halves(lambda home, reader, half: measure(home, reader, half=half)[0], SHARED / "data" / "figures")
    )
