"""Places of figures against what a monitor of displacement recorded from excerpts (IDMC).

Of the excerpts with a recorded quantity for which a count of that value was found
(:func:`evaluation.excerpts.matches`), by the first such figure in order of the text:

country        of those with a recorded country: the ISO 3166 alpha-3 of the first place that has one is it
place          of those with a recorded location: one of the places agrees, as written or as known; two
               names agree when one holds the other, case and punctuation aside
first_place    the same of the first place alone
best_country, best_place
               by any figure of that value
country_blank  of those without a recorded country (most name none): no country was given either

All shares are percents. ``python -m evaluation.places [--half odd|even] [--slips KIND]`` prints both halves.
"""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.excerpts import Quantity, matches, to_number
from evaluation.halves import Half, half_of, print_halves
from evaluation.outcome import Outcome, Slip, percent
from evaluation.texts import Text, read_file, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Figure, Place, Reading

_HOME = Path(__file__).resolve().parents[2] / "shared" / "data" / "idmc"


@dataclass(frozen=True, slots=True)
class Placed:
    """One excerpt: the recorded quantity, its location in words, and its country; empty where none is."""

    name: str
    text: str
    quantity: float | None
    location: str
    country: str


def load_gold(path: Path) -> list[Placed]:
    """The rows of the table, in order.

    Raises:
        KeyError: a column is missing.
    """
    rows = csv.DictReader(io.StringIO(read_file(path), newline=""))
    return [
        Placed(
            name=row["excerpt_id"],
            text=row["excerpt"],
            quantity=to_number(row["Quantity"]),
            location=row["Location"].strip(),
            country=row["Country"].strip(),
        )
        for row in rows
    ]


def country_of_places(places: Sequence[Place]) -> str | None:
    """The country of the first place that has one."""
    return next((place.iso3 for place in places if place.iso3), None)


def names_agree(a: str | None, b: str | None) -> bool:
    """Whether one name holds the other.

    >>> names_agree("Sichuan province", "sichuan"), names_agree("Palu", ""), names_agree("Palu", "Poso")
    (True, False, False)
    """
    first, second = (re.sub(r"\W+", " ", name or "").strip().lower() for name in (a, b))
    return bool(first and second) and (first in second or second in first)


def place_agrees(place: Place, location: str) -> bool:
    """Whether a place is the one recorded, as written or as known."""
    return names_agree(place.exact, location) or names_agree(place.name, location)


def matching_figures(reading: Reading, quantity: float) -> list[Figure]:
    """The counts of a reading that are of the recorded value, in order of the text."""
    found = []
    for figure in reading.figures:
        low = figure.best if figure.low is None else figure.low
        high = figure.best if figure.high is None else figure.high
        if figure.measure == "count" and matches(Quantity(low, high), quantity):
            found.append(figure)
    return found


def score_places(gold: Sequence[Placed], readings: Mapping[str, Reading]) -> Outcome:
    """Shares over the excerpts with a figure of the recorded value; one not read has none."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    for excerpt in gold:
        reading = readings.get(excerpt.name)
        if excerpt.quantity is None or reading is None:
            continue
        figures = matching_figures(reading, excerpt.quantity)
        counts["excerpts"] += 1
        if figures:
            right = dict(_checks(excerpt, figures))
            for check, held in right.items():
                counts[f"{check}_of"] += 1
                counts[check] += held
            slips += _slips(excerpt, figures[0], right)
    names = ("country", "place", "first_place", "best_country", "best_place", "country_blank")
    shares = {name: percent(counts[name], counts[f"{name}_of"]) for name in names}
    return Outcome(shares=shares, counts=counts, slips=tuple(slips))


def _checks(excerpt: Placed, figures: Sequence[Figure]) -> Iterator[tuple[str, bool]]:
    first = figures[0].places
    if excerpt.country:
        yield "country", country_of_places(first) == excerpt.country
        yield "best_country", any(country_of_places(f.places) == excerpt.country for f in figures)
    else:
        yield "country_blank", country_of_places(first) is None
    if excerpt.location:
        yield "place", any(place_agrees(p, excerpt.location) for p in first)
        yield "first_place", any(place_agrees(p, excerpt.location) for p in first[:1])
        yield "best_place", any(place_agrees(p, excerpt.location) for f in figures for p in f.places)


def _slips(excerpt: Placed, figure: Figure, right: Mapping[str, bool]) -> Iterator[Slip]:
    shown = "; ".join(f"{p.exact} ({p.iso3 or '?'}, {p.role})" for p in figure.places) or "none"
    for check, held in right.items():
        if not held and not check.startswith("best_"):
            wanted = excerpt.country if check.startswith("country") else excerpt.location
            yield Slip(text=excerpt.name, kind=check, gold=wanted, predicted=shown, around=excerpt.text)


def measure(
    home: Path, reader: ReadsReports, *, sample: bool = False, half: Half | None = None
) -> tuple[Outcome, list[Reading]]:
    """Read every excerpt as a text of its own and score its places; there is no sample."""
    del sample
    gold = half_of(load_gold(home / "idmc_labelled.csv"), half)
    readings = read_texts((Text(excerpt.name, excerpt.text) for excerpt in gold), reader).by_name
    return score_places(gold, readings), list(readings.values())


def _measure_half(home: Path, reader: ReadsReports, half: Half | None) -> Outcome:
    return measure(home, reader, half=half)[0]


if __name__ == "__main__":
    sys.exit(print_halves(_measure_half, _HOME))
