"""All that is found in one story: its series, and what their figures say of each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.findings.comparisons import find_comparisons, find_increments
from reportedly.findings.contradictions import find_contradictions, find_equal_contradictions
from reportedly.findings.copied import find_copies
from reportedly.findings.copies import find_copied
from reportedly.findings.coverage import find_coverage
from reportedly.findings.denials import find_denials
from reportedly.findings.facets import read_slots
from reportedly.findings.points import Placed, place_points, report_clock
from reportedly.findings.repeats import find_repeats
from reportedly.findings.revisions import find_revisions
from reportedly.findings.series import group_figures, is_cumulative, make_series
from reportedly.findings.slots import Key, Slot
from reportedly.findings.stated import Stated, stated_figures
from reportedly.findings.timelines import read_timeline
from reportedly.findings.versions import find_silent_changes
from reportedly.findings.voices import read_voices
from reportedly.terms import Finding, Pins, Series, StoryFindings, Told

_NO_PINS = Pins()


def find_in_story(told: Sequence[Told], pins: Pins = _NO_PINS) -> StoryFindings:
    """The series of a story and its findings, the same whatever the order of ``told``.

    Costs what the story costs: every figure is set beside its neighbours, never beside all others.

    >>> find_in_story([])
    StoryFindings(series=(), findings=())
    """
    figures = stated_figures(told)
    slots = read_slots(figures)
    groups = group_figures(figures, slots, pins)
    voices = read_voices(figures, pins)
    clock = report_clock(figures, _anchor(groups, slots))
    copied = find_copied(told)
    placed = [
        place_points(group, voices, clock, copied, running=is_cumulative(slots[group[0].key])) for group in groups
    ]
    series = tuple(make_series(points, slots) for points in placed)
    ids = {points[0].stated.key: each.id for points, each in zip(placed, series, strict=True)}
    found = list(_between(placed, slots, ids))
    found += find_copies(told)
    found += _silent_changes(told, series)
    return StoryFindings(series=series, findings=tuple(_once(found)))


def _silent_changes(told: Sequence[Told], series: Sequence[Series]) -> Iterator[Finding]:
    """What changed between versions of one address, each with the series of its newer figure."""
    of_figure = {(p.pointer.report, p.pointer.figure): each.id for each in series for p in each.points}
    for each in find_silent_changes(told):
        yield replace(each, series=of_figure.get((each.to_place.report, each.to_place.figure)))


def _anchor(groups: Sequence[Sequence[Stated]], slots: Mapping[Key, Slot]) -> Sequence[Stated]:
    """The running total with most points: it places reports without a day."""
    running = [group for group in groups if is_cumulative(slots[group[0].key])]
    return max(running, key=len, default=())


def _between(
    placed: Sequence[Sequence[Placed]], slots: Mapping[Key, Slot], ids: Mapping[Key, str]
) -> Iterator[Finding]:
    for points in placed:
        own = ids[points[0].stated.key]
        yield from (replace(each, series=own) for each in _within(points, slots))
    totals = {slots[points[0].stated.key]: points for points in placed}
    for points in placed:
        slot = slots[points[0].stated.key]
        added = totals.get(replace(slot, scope="new"))
        if slot.scope == "total" and added is not None:
            found = find_increments(points, added)
            yield from (replace(each, series=ids[points[0].stated.key]) for each in found)
    everything = sorted((each for points in placed for each in points), key=lambda each: each.order)
    yield from find_equal_contradictions(everything, slots)
    yield from find_denials(everything, slots)
    yield from find_coverage(placed, slots)


def _within(points: Sequence[Placed], slots: Mapping[Key, Slot]) -> Iterator[Finding]:
    """Findings within one series."""
    slot = slots[points[0].stated.key]
    running = is_cumulative(slot)
    timeline = read_timeline(points)
    added = slot.scope == "new"
    yield from find_repeats(timeline, running=running, added=added)
    yield from find_contradictions(timeline)
    yield from find_revisions(timeline, running=running, added=added)
    yield from find_comparisons(points)


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding once, in an order that rests on content alone."""
    held: dict[str, Finding] = {}
    for each in found:
        held.setdefault(each.id, each)
    yield from sorted(
        held.values(), key=lambda each: (each.type, each.to_place.address, each.to_place.spans, each.id)
    )
