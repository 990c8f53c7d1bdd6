"""Names of people not in public office, taken out of what is kept of findings.

The index holds no such name: whoever opens the file sees what the program shows. With leave to see them, findings
are made anew from the readings (:mod:`reportedly.pipeline.standing`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reportedly.ledger.names import find_held_names, hold_back
from reportedly.ledger.names.finding import public_words
from reportedly.terms import Facet, Finding, Point, Pointer, Series, Story, StoryFindings, Told

#: Takes the names of a report out of words.
Hides = Callable[[str], str]


def hide_names(story: Story, found: StoryFindings, told: Sequence[Told]) -> tuple[Story, StoryFindings]:
    """A story and what was found in it, without the names that are held back in its reports."""
    names = {each.reading.report.id: tuple(held.name for held in find_held_names(each.reading)) for each in told}
    if not any(names.values()):
        return story, found
    public = {each.reading.report.id: public_words(each.reading) for each in told}
    hides = {report: _hiding(held, public[report]) for report, held in names.items()}
    all_names = tuple(sorted({name for held in names.values() for name in held}))
    everywhere = _hiding(all_names, frozenset().union(*public.values()))
    return replace(story, label=everywhere(story.label)), StoryFindings(
        series=tuple(_series(each, hides, everywhere) for each in found.series),
        findings=tuple(_finding(each, hides) for each in found.findings),
    )


def _hiding(names: tuple[str, ...], public: frozenset[str]) -> Hides:
    return lambda words: hold_back(words, names, public) or words


def _series(series: Series, hides: Mapping[str, Hides], everywhere: Hides) -> Series:
    return replace(
        series,
        label=everywhere(series.label),
        facets=tuple(_facet(facet, hides, everywhere) for facet in series.facets),
        points=tuple(_point(point, hides[point.pointer.report]) for point in series.points),
    )


def _facet(facet: Facet, hides: Mapping[str, Hides], everywhere: Hides) -> Facet:
    value = everywhere(facet.value) if facet.value else facet.value
    return replace(facet, value=value, words=tuple(_pointer(place, hides[place.report]) for place in facet.words))


def _point(point: Point, hide: Hides) -> Point:
    return replace(
        point,
        pointer=_pointer(point.pointer, hide),
        unit=hide(point.unit) if point.unit else point.unit,
        speaker=hide(point.speaker) if point.speaker else point.speaker,
        origin=hide(point.origin),
        chain=tuple(hide(name) for name in point.chain),
    )


def _finding(finding: Finding, hides: Mapping[str, Hides]) -> Finding:
    older, newer = finding.from_place, finding.to_place
    why = hides[newer.report](finding.why)
    return replace(
        finding,
        why=hides[older.report](why) if older else why,
        from_place=_pointer(older, hides[older.report]) if older else None,
        to_place=_pointer(newer, hides[newer.report]),
    )


def _pointer(place: Pointer, hide: Hides) -> Pointer:
    return replace(place, exact=hide(place.exact))
