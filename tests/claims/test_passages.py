"""What happened, who said so and where: every figure of passages on floods, ferries, strikes, epidemics and more.

``passages.txt`` says how its lines are read. The shares may not fall; a figure that slips is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reportedly.terms import Figure, Reading
from tests.claims.figures_of import reading_of
from tests.claims.shares import Share, shares_of, without_accents

#: Shares right when they were last measured, in percent, less a point for another processor.
LEAST = {"event": 94.5, "source": 99.0, "places": 98.0}


@dataclass(frozen=True)
class Wanted:
    """What one figure of a passage should say."""

    exact: str
    event: str
    source: str
    places: str


@cache
def _passages() -> list[tuple[str, str, list[Wanted]]]:
    lines = (Path(__file__).parent / "passages.txt").read_text(encoding="utf-8").splitlines()
    passages: list[tuple[str, str, list[Wanted]]] = []
    for line in lines:
        if line.startswith("    "):
            passages[-1][2].append(Wanted(*(field.strip() for field in line.split(" | "))))
        elif line and not line.startswith("#"):
            published, _, text = line.partition(" | ")
            passages.append((published, text, []))
    return passages


def _source_of(reading: Reading, figure: Figure) -> str:
    """The words of a figure's source and of its speaker; "-" in the report's own voice."""
    claim = next((claim for claim in reading.claims if claim.id == figure.claim), None)
    if claim is None or claim.source is None:
        return "-"
    speaker = next((s for s in reading.speakers if s.id == claim.source.speaker), None)
    known = [speaker.name, speaker.role, speaker.organisation] if speaker else []
    return " ".join(filter(None, [claim.source.exact, *known]))


def _has_source(wanted: str, said: str) -> bool:
    return any(said == "-" if one == "-" else one.lower() in said.lower() for one in wanted.split(","))


def _has_places(wanted: str, figure: Figure) -> bool:
    needed, allowed = (part.split(",") for part in f"{wanted};".split(";")[:2])
    given = [place for place in figure.places if place.role != "spoken from"]
    if not given:
        return "" in needed
    names = [[without_accents(place.exact), without_accents(place.name)] for place in given]

    def is_one_of(said: list[str], wanted_names: list[str]) -> bool:
        return any(name and without_accents(name) in word for name in wanted_names for word in said)

    return any(is_one_of(n, needed) for n in names) and all(is_one_of(n, needed + allowed) for n in names)


def _checks() -> Iterator[tuple[str, bool, str]]:
    for published, text, wanted in _passages():
        reading = reading_of(text, published)
        for w in wanted:
            figure = next((f for f in reading.figures if f.exact == w.exact), None)
            if figure is None:
                yield from ((name, False, f"{w.exact} is no figure in {text}") for name in LEAST)
                continue
            kind = figure.event.type if figure.event else "-"
            said = _source_of(reading, figure)
            named = "; ".join(f"{p.exact} ({p.role})" for p in figure.places)
            found = {
                "event": (w.event, kind in w.event.split(","), kind),
                "source": (w.source, _has_source(w.source, said), said),
                "places": (w.places, _has_places(w.places, figure), named),
            }
            for name, (want, right, got) in found.items():
                if want != "?":
                    yield name, right, f"{w.exact}: {want}, read {got}, in {text}"


@cache
def _shares() -> dict[str, Share]:
    return shares_of(_checks())


@pytest.mark.parametrize("name", LEAST)
def test_figures_of_passages_say_what_who_and_where(name: str) -> None:
    share = _shares()[name]
    assert share.percent >= LEAST[name], str(share)
