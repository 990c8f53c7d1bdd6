"""Figures of the two sample stories against their hand-written gold.

found      gold figures that a predicted one overlaps, one to one, best agreement of low, best and
           high first, then nearest start, over all gold figures
precision  found over predicted figures; ages, durations, distances and other dimensions left out
numbers    of those found: low, best and high all right
bound      of those found: right, ``more_than`` counted as ``at_least``, ``less_than`` as ``at_most``
event      of found gold figures with an event: the event's type or lemma is the gold's
source     of those found: both without a source, or half the gold's words are in the predicted one
said       of found gold figures with a day on which it was said: the claim's ``said`` (the report's own
           date for a figure in no claim) is that day
meant      of those found: the day the count holds for, undated ones at the page's day, is
           ``counted_as_of``, or failing that the day said as above
places     of found gold figures with a place: one of the figure's agrees, as written
places_told
           the same of those whose place has a word on the page; here a place also agrees by the name it is known
           by, or when it lies in the region that the gold names

A page is what follows the first empty line of NN.txt, read as a file NN.txt with the date in its
second line, as a user would give it, if one is there. All shares are percents.

``python -m evaluation.stories [--half odd|even] [--slips KIND]`` prints both halves of the pages.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.days import same_days
from evaluation.folders import SAMPLES
from evaluation.halves import Half, half_of, print_halves
from evaluation.outcome import Outcome, Slip, around, percent
from evaluation.prose import Number, said_by, words_agree
from evaluation.texts import Text, read_file, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.samples import STORIES
from reportedly.terms import Figure, Place, Reading

_LEFT_OUT = frozenset({"age", "duration", "distance", "area", "weight", "volume", "temperature"})
_SAME_BOUND = {"more_than": "at_least", "less_than": "at_most"}
_DATED = re.compile(r"Date: (?P<date>\d{4}(?:-\d\d){0,2})\b")
_CHECKED = ("numbers", "bound", "event", "source", "said", "meant", "places", "places_told")
_LIGHT = frozenset({"the", "of", "a", "s"})

#: What the stories' gold calls an event whose type has another name.
_TYPES = {
    "accounted for": "accounted_for",
    "killed (forecast)": "killed",
    "sheltering": "sheltered",
    "detained": "arrested",
    "killed directly": "killed",
    "killed indirectly": "killed",
    "without power": "without_services",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """One figure of a page, ``start`` and ``end`` in the page's body."""

    start: int
    end: int
    quote: str
    numbers: tuple[Number, Number, Number]  # low, best, high
    bound: str
    event: str | None
    source: str | None
    said_on: str | None = None
    place: str | None = None


def load_pages(home: Path) -> dict[str, tuple[str, int]]:
    """``{page: (body, number of code points cut before it)}`` of one story."""
    pages = {}
    for path in sorted(home.glob("[0-9]*.txt")):
        whole = read_file(path)
        cut = whole.index("\n\n") + 2
        pages[path.stem] = (whole[cut:], cut)
    return pages


def load_dates(home: Path) -> dict[str, str]:
    """The date of each page of one story that has one, from the second line: ``Date: 2018-09-30 (inferred)``."""
    dates = {}
    for path in sorted(home.glob("[0-9]*.txt")):
        found = _DATED.match(read_file(path).split("\n")[1])
        if found is not None:
            dates[path.stem] = found["date"]
    return dates


def load_gold(home: Path, pages: Mapping[str, tuple[str, int]]) -> dict[str, list[GoldFigure]]:
    """Gold figures of one story by page."""
    gold: dict[str, list[GoldFigure]] = defaultdict(list)
    for line in read_file(home / "gold.jsonl").splitlines():
        row = json.loads(line)
        start = row["start"] - pages[row["page"]][1]
        gold[row["page"]].append(
            GoldFigure(
                start=start,
                end=start + len(row["quote"]),
                quote=row["quote"],
                numbers=(row["low"], row["best"], row["high"]),
                bound=row["bound"],
                event=row["event"],
                source=row["source"],
                said_on=row["said_on"],
                place=row["place"],
            )
        )
    return dict(gold)


def numbers_of(figure: Figure) -> tuple[Number, Number, Number]:
    """low, best, high."""
    return figure.low, figure.best, figure.high


def pair_figures(gold: Sequence[GoldFigure], figures: Sequence[Figure]) -> list[tuple[int, int]]:
    """``(gold, predicted)`` pairs, one to one."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(figures):
            if f.start < g.end and g.start < f.end:
                same = sum(a == b for a, b in zip(g.numbers, numbers_of(f), strict=True))
                candidates.append((-same, abs(f.start - g.start), i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def checks(gold: GoldFigure, figure: Figure, reading: Reading) -> dict[str, bool]:
    """What of a found figure is right; ``event`` only where the gold has one."""
    found = {
        "numbers": gold.numbers == numbers_of(figure),
        "bound": _SAME_BOUND.get(figure.bound, figure.bound) == gold.bound,
        "source": _source_right(gold.source, said_by(reading, figure)),
    }
    if gold.event is not None:
        names = (figure.event.type, figure.event.lemma) if figure.event else ()
        found["event"] = _TYPES.get(gold.event, gold.event) in names
    if gold.place is not None:
        found["places"] = any(words_agree(gold.place, place.exact) for place in figure.places)
        if words_of(gold.place) & words_of(reading.report.text):
            found["places_told"] = any(_is_or_lies_in(place, gold.place) for place in figure.places)
    if gold.said_on is not None:
        found["said"] = same_days(gold.said_on, said_on(reading, figure))
    meant = gold.said_on or reading.report.published
    if meant is not None:
        found["meant"] = same_days(meant, meant_for(reading, figure))
    return found


def words_of(written: str | None) -> set[str]:
    """Words to compare, in lower case; light words aside.

    >>> sorted(words_of("the island of Sulawesi"))
    ['island', 'sulawesi']
    """
    return set(re.findall(r"\w+", (written or "").lower())) - _LIGHT


def _is_or_lies_in(place: Place, wanted: str) -> bool:
    if words_agree(wanted, place.exact) or words_agree(wanted, place.name):
        return True
    return words_of(wanted) <= words_of(place.admin1)


def said_on(reading: Reading, figure: Figure) -> str | None:
    """EDTF of when a figure was said: its claim's ``said``; the report's date where it is in no claim."""
    claim = next((claim for claim in reading.claims if claim.id == figure.claim), None)
    if claim is None:
        return reading.report.published
    return claim.said.edtf if claim.said else None


def meant_for(reading: Reading, figure: Figure) -> str | None:
    """EDTF of when a count holds: ``counted_as_of``, or failing that when it was said."""
    return figure.counted_as_of.edtf if figure.counted_as_of else said_on(reading, figure)


def _source_right(gold: str | None, said: tuple[str, str] | None) -> bool:
    if not gold or not said:
        return not gold and not said
    wanted, got = words_of(gold), words_of(said[1])
    return len(wanted & got) >= 0.5 * len(wanted)


def count_page(name: str, gold: Sequence[GoldFigure], reading: Reading | None) -> tuple[Counter[str], list[Slip]]:
    """Counts and slips of one page; without a reading every figure is missed."""
    figures = [f for f in reading.figures if f.measure not in _LEFT_OUT] if reading else []
    pairs = pair_figures(gold, figures)
    counts = Counter(gold=len(gold), predicted=len(figures), found=len(pairs))
    slips: list[Slip] = []
    if reading is None:
        return counts, [Slip(text=name, kind="missed", gold=g.quote) for g in gold]
    for i, j in pairs:
        right = checks(gold[i], figures[j], reading)
        counts.update(f"{check}_of" for check in right)
        counts.update(check for check, held in right.items() if held)
        slips += _wrong(name, gold[i], figures[j], reading, right)
    text = reading.report.text
    for i, g in enumerate(gold):
        if i not in {pair[0] for pair in pairs}:
            slips.append(Slip(text=name, kind="missed", gold=g.quote, around=around(text, g.start, g.end)))
    for j, f in enumerate(figures):
        if j not in {pair[1] for pair in pairs}:
            slips.append(Slip(text=name, kind="spurious", predicted=f.exact, around=around(text, f.start, f.end)))
    return counts, slips


def _wrong(
    name: str, gold: GoldFigure, figure: Figure, reading: Reading, right: Mapping[str, bool]
) -> Iterator[Slip]:
    said = said_by(reading, figure)
    values: dict[str, tuple[object, object]] = {
        "numbers": (gold.numbers, numbers_of(figure)),
        "bound": (gold.bound, figure.bound),
        "event": (gold.event, figure.event and f"{figure.event.type} ({figure.event.exact})"),
        "source": (gold.source, said and said[1]),
        "places": (gold.place, tuple(place.exact for place in figure.places)),
        "places_told": (gold.place, tuple(f"{p.exact} ({p.admin1})" for p in figure.places)),
        "said": (gold.said_on, said_on(reading, figure)),
        "meant": (gold.said_on or reading.report.published, meant_for(reading, figure)),
    }
    place = around(reading.report.text, figure.start, figure.end)
    for check, held in right.items():
        if not held:
            wanted, got = values[check]
            yield Slip(text=name, kind=check, gold=str(wanted), predicted=str(got), around=place)


def shares_of(counts: Counter[str]) -> dict[str, float]:
    """The shares of a sum of pages."""
    shares = {
        "found": percent(counts["found"], counts["gold"]),
        "precision": percent(counts["found"], counts["predicted"]),
    }
    return shares | {name: percent(counts[name], counts[f"{name}_of"]) for name in _CHECKED}


def measure(
    home: Path, reader: ReadsReports, *, sample: bool = False, half: Half | None = None
) -> tuple[Outcome, list[Reading]]:
    """Read every page of the stories under ``home`` and score the figures; there is no sample."""
    del sample
    total: Counter[str] = Counter()
    slips: list[Slip] = []
    read: list[Reading] = []
    for story in STORIES:
        pages = load_pages(home / story)
        gold = load_gold(home / story, pages)
        dates = load_dates(home / story)
        chosen = half_of(pages, half)
        readings = read_texts((Text(page, pages[page][0], dates.get(page)) for page in chosen), reader).by_name
        for page in chosen:
            counts, found = count_page(f"{story}/{page}", gold.get(page, []), readings.get(page))
            total += counts
            slips += found
        read += readings.values()
    return Outcome(shares=shares_of(total), counts=total, slips=tuple(slips)), read


if __name__ == "__main__":
    sys.exit(print_halves(lambda home, reader, half: measure(home, reader, half=half)[0], SAMPLES))
