"""The same number again: in the same report, passed on by another one, or told by an independent origin."""

from collections.abc import Iterator

from reportedly.findings.contradictions import hardened
from reportedly.findings.points import Placed
from reportedly.findings.timelines import Stand, Timeline, both_hold, says_change
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding


def find_repeats(timeline: Timeline, *, running: bool | None, added: bool = False) -> Iterator[Finding]:
    """Each number again against its first appearance, and against the nearest one before in another outlet.

    Of what is ``added`` only those of one day are one addition told again.
    """
    first: dict[tuple[str | None, float], Placed] = {}
    last: dict[str | None, Stand] = {}
    day: int | None = None
    for stand in timeline.stands:
        if added and stand.state.day != day:
            first, last, day = {}, {}, stand.state.day
        for again, top in stand.same:
            old, new = sorted((again, top), key=lambda each: each.stated.place)
            yield make_finding(
                "repeat", old, new, f"{said(old)}; the same report also has {new.point.pointer.exact}"
            )
        before = last.get(stand.line)
        for point in stand.points:
            yield from _again(point, first, before or next(iter(last.values()), None))
        for point in stand.points:
            first.setdefault((stand.line, point.number or 0.0), point)
        if not (running and before is not None and _older(stand, before, first)):
            last[stand.line] = stand
    yield from _quoted(timeline)


def _again(
    point: Placed, first: dict[tuple[str | None, float], Placed], before: Stand | None
) -> Iterator[Finding]:
    if before is None:
        return
    near = next((old for old in before.points if old.number == point.number), None)
    if near is None or hardened(near, point):
        return
    start = next((held for (_, number), held in first.items() if number == point.number and held.voice), near)
    for old in dict.fromkeys((start.stated.key, near.stated.key)):
        one = start if old == start.stated.key else near
        yield repeat(one, point)


def repeat(old: Placed, new: Placed) -> Finding:
    """A number told again; from an independent origin it is a corroboration."""
    one, other = old.voice.key, new.voice.key
    if one is not None and other is not None and one != other:
        return make_finding(
            "corroboration", old, new, f"{said(old)}; another origin, {said(new)}: the same number"
        )
    return make_finding("repeat", old, new, f"{said(old)}; {said(new)}: the same number again")


def _older(stand: Stand, before: Stand, first: dict[tuple[str | None, float], Placed]) -> bool:
    """Whether the stand is an older number printed again (see :mod:`reportedly.findings.revisions`)."""
    new, old = stand.state, before.state
    held = first.get((stand.line, new.number or 0.0))
    return (
        held is not None
        and held is not new
        and (new.number or 0.0) < (old.number or 0.0)
        and not both_hold(new, old)
        and not says_change(new)
    )


def _quoted(timeline: Timeline) -> Iterator[Finding]:
    """A number of before, against the report that first told it and the last one that did."""
    told: dict[float, list[Placed]] = {}
    for stand in timeline.stands:
        for point in stand.points:
            told.setdefault(point.number or 0.0, []).append(point)
    for old in timeline.earlier:
        held = [
            point
            for point in told.get(old.number or 0.0, ())
            if point.stated.report != old.stated.report and point.when <= old.when
        ]
        for point in held[:1] + held[1:][-1:]:
            yield make_finding(
                "repeat", point, old, f"{said(point)}; {said(old)}: the number of before is the one told there"
            )
