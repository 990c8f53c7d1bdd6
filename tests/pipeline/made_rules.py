"""Rules without a model of language, for tests: reports that share a word in capitals are of one story."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.pipeline.grouping import Rules
from reportedly.terms import (
    Facet,
    Figure,
    Finding,
    Link,
    Pins,
    Point,
    Pointer,
    Reading,
    Series,
    Story,
    StoryFindings,
    StoryKeys,
    Told,
    sha256_hex,
    value_words,
)


def _order(reading: Reading) -> tuple[str, ...]:
    return (reading.report.published or "~", reading.report.address, reading.report.id)


def _without_numbers(reading: Reading) -> str:
    return re.sub(r"\d+", "#", reading.report.text)


def _capitals(reading: Reading) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z]{2,}\b", reading.report.text))


def _compare(earlier: Reading, later: Reading) -> Link | None:
    if _without_numbers(earlier) != _without_numbers(later):
        return None
    kind = "copy" if earlier.report.text == later.report.text else "update"
    return Link(report=later.report.id, other=earlier.report.id, kind=kind, similarity=1.0, why="the same words")


def _same_story(one: Reading, other: Reading) -> str | None:
    shared = sorted(_capitals(one) & _capitals(other))
    return f"both tell of {shared[0]}" if shared else None


def _describe(told: Sequence[Told]) -> Story:
    readings = sorted((each.reading for each in told), key=_order)
    dates = [reading.report.published for reading in readings if reading.report.published]
    places = sorted({place for reading in readings for place in _capitals(reading)})
    return Story(
        id="y:" + sha256_hex(readings[0].report.id)[:20], label=" ".join(places).title() or "no place",
        reports=tuple(reading.report.id for reading in readings), places=tuple(places), happening=None,
        first=min(dates, default=None), last=max(dates, default=None),
    )  # fmt: skip


def _find(told: Sequence[Told], pins: Pins = Pins()) -> StoryFindings:  # noqa: B008  # as the protocol has it
    """A series for each thing counted, a revision wherever a number follows another."""
    held: dict[str, list[tuple[Told, Figure]]] = {}
    for each in sorted(told, key=lambda each: _order(each.reading)):
        for figure in each.reading.figures:
            held.setdefault(figure.unit.exact if figure.unit else "?", []).append((each, figure))
    first = min(_order(each.reading)[-1] for each in told)
    series, findings = [], []
    for unit, figures in sorted(held.items()):
        points = tuple(_point(each, figure) for each, figure in figures)
        name = "q:" + sha256_hex(f"{first} {unit}")[:20]
        series.append(_series(name, unit, points))
        for one, other in pairwise(points):
            if one.value != other.value:
                findings.append(_revision(name, one, other))
    del pins
    return StoryFindings(series=tuple(series), findings=tuple(findings))


def _point(told: Told, figure: Figure) -> Point:
    report = told.reading.report
    claim = next((claim for claim in told.reading.claims if claim.id == figure.claim), None)
    speaker = claim.source.exact if claim and claim.source else None
    copy = next((link.other for link in told.links if link.kind == "copy"), None)
    pointer = Pointer(
        report=report.id, address=report.address, figure=figure.id, claim=figure.claim, spans=figure.spans,
        exact=figure.exact,
    )  # fmt: skip
    return Point(
        pointer=pointer, value=value_words(figure), low=figure.low, best=figure.best, high=figure.high,
        bound=figure.bound, vague=None, unit=figure.unit.exact if figure.unit else None, scope="unknown",
        at=report.published, at_basis="published" if report.published else None, said=None,
        published=report.published, outlet=report.outlet, speaker=speaker, speaker_key=speaker,
        origin=speaker or report.outlet or report.address, copy_of=copy, restricted=told.restricted,
    )  # fmt: skip


def _series(name: str, unit: str, points: tuple[Point, ...]) -> Series:
    first = points[0].pointer
    facets = (
        Facet(name="event", value="killed", words=(first,)),
        Facet(name="counted", value=unit, words=(first,)),
    )
    return Series(
        id=name, label=f"{unit} killed", facets=facets, points=points, cumulative=True,
        reports=len({point.pointer.report for point in points}),
        outlets=len({point.outlet for point in points if point.outlet}),
        origins=len({point.origin for point in points}),
    )  # fmt: skip


def _revision(series: str, one: Point, other: Point) -> Finding:
    assert one.best is not None and other.best is not None
    return Finding(
        id="d:" + sha256_hex(f"revision {one.pointer.figure} {one.pointer.report} {other.pointer.figure}"
                             f" {other.pointer.report}")[:20],
        type="revision", from_place=one.pointer, to_place=other.pointer, series=series,
        why=f"{one.value}, then {other.value}", direction="up" if other.best > one.best else "down",
    )  # fmt: skip


RULES = Rules(
    copy_keys=lambda reading: (_without_numbers(reading),),
    story_keys=lambda reading: StoryKeys(_capitals(reading), _capitals(reading)),
    compare_reports=_compare,
    same_story=_same_story,
    order_of=_order,
    describe_story=_describe,
    find_in_story=_find,
)
