"""What became of a count from report to report: revisions, and older numbers printed after newer ones."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.findings.contradictions import hardened, is_slip, same_moment, slip, undercut, undercuts
from reportedly.findings.points import Placed
from reportedly.findings.timelines import Stand, Timeline, both_hold, rounds, says_change
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding


def find_revisions(timeline: Timeline, *, running: bool | None, added: bool = False) -> Iterator[Finding]:
    """Neighbours in time on each line, and what one report says of before against what it says now.

    Of what is ``added`` only numbers of one day replace each other: those of other days are other additions.
    """
    last: dict[str | None, list[Stand]] = {}
    seen: dict[tuple[str | None, float], Placed] = {}
    spoken: dict[str, Placed] = {}
    for stand in timeline.stands:
        before = last.get(stand.line, [])
        if added and before and before[-1].state.day != stand.state.day:
            last[stand.line] = [stand]
            continue
        late = _late(stand, before[-1], seen, running=running) if before else None
        if late is not None:
            yield _lag(before[-1].state, late)
            continue
        if before:
            yield from _step(before, stand, running=running)
        yield from _own_step(spoken, before, stand)
        spoken |= {point.voice.key: point for point in stand.points if point.voice.key is not None}
        for point in stand.points:
            seen.setdefault((stand.line, point.number or 0.0), point)
        last[stand.line] = _standing(before, stand)
    yield from _of_before(timeline)


def _standing(before: list[Stand], stand: Stand) -> list[Stand]:
    """The stands whose number holds after this one: those of one day that tell it again stand together.

    A number that only rounds the one before, or has no day, leaves that as it is.
    """
    if not before:
        return [stand]
    old, new = before[-1].state, stand.state
    if old.number != new.number:
        return before if rounds(new, old) else [stand]
    if old.dated and not new.dated:
        return before
    return [*before, stand] if old.point.published == new.point.published else [stand]


def _step(before: Sequence[Stand], stand: Stand, *, running: bool | None) -> Iterator[Finding]:
    new = stand.state
    if any(point.number == new.number for point in before[-1].points):
        return
    old = max((each.state for each in before), key=lambda each: (*_kinship(each, new), each.order))
    if old.voice.key != new.voice.key and old.stated.figure.event is None and new.stated.figure.event is None:
        return  # "400 of us" and "the manifest lists 249": nothing tells that they count the same
    if is_slip(old, new):
        yield slip(old, new)
    elif running and undercuts(old, new):
        yield undercut(old, new)
    elif is_revision(old, new):
        yield revision(old, new)


def _own_step(spoken: Mapping[str, Placed], before: Sequence[Stand], stand: Stand) -> Iterator[Finding]:
    """What somebody says now against what the same one said last, where others spoke between."""
    for new in stand.points:
        old = spoken.get(new.voice.key or "")
        if old is None or old.stated.report == new.stated.report:
            continue
        if new is stand.state and any(old is each.state for each in before):
            continue  # the step of the stands tells it
        if any(new.number == point.number for each in before for point in each.points):
            continue  # the change is told of those who said it first
        if is_revision(old, new):
            yield revision(old, new)


def _kinship(old: Placed, new: Placed) -> tuple[bool, bool]:
    """Whether two points are of one voice, and count by one word."""
    a, b = old.stated.figure.unit, new.stated.figure.unit
    return (
        old.voice.key is not None and old.voice.key == new.voice.key,
        a is not None and b is not None and a.lemma == b.lemma,
    )


def is_revision(old: Placed, new: Placed) -> bool:
    """Whether the newer number replaces the older: another moment, or words that say it changed."""
    if old.number == new.number:
        return False
    if says_change(new):
        return True
    if both_hold(old, new):
        return not (hardened(old, new) or same_moment(old, new) or rounds(old, new) or rounds(new, old))
    return not same_moment(old, new)


def revision(old: Placed, new: Placed) -> Finding:
    """The finding that a number replaced another."""
    one, other = old.number or 0.0, new.number or 0.0
    up = other > one
    same = old.voice.key == new.voice.key
    how = "the same origin" if same and old.voice.key is not None else "the count as told"
    words = "went up" if up else "went down"
    return make_finding(
        "revision",
        old,
        new,
        f"{said(old)}; later {said(new)}: {how} {words}{_undated(old, new)}",
        direction="up" if up else "down",
        ratio=round(other / one, 4) if one else None,
    )


def _undated(old: Placed, new: Placed) -> str:
    if old.dated and new.dated:
        return ""
    return "; one of the two has no day and stands here by its number"


def _late(
    stand: Stand, before: Stand, seen: dict[tuple[str | None, float], Placed], *, running: bool | None
) -> Placed | None:
    """The point of a stand that repeats a number which a newer one had replaced."""
    new = stand.state
    if not running or says_change(new) or not new.dated or not before.state.dated:
        return None
    held = seen.get((stand.line, new.number or 0.0))
    if held is None or held.number == before.state.number or both_hold(new, before.state):
        return None
    return new if (new.number or 0.0) < (before.state.number or 0.0) else None


def _lag(newer: Placed, late: Placed) -> Finding:
    return make_finding(
        "lag", newer, late, f"{said(newer)} was out before {said(late)}, which is the older number printed again"
    )


def _of_before(timeline: Timeline) -> Iterator[Finding]:
    """Numbers that a report itself gives as those of before."""
    state: dict[int, Placed] = {}
    for stand in timeline.stands:
        state[stand.state.stated.report] = stand.state
    for old in timeline.earlier:
        new = state.get(old.stated.report)
        if new is not None and new.number != old.number:
            yield revision(old, new)
