"""What became of a count from report to report: revisions, and older numbers printed after newer ones."""

from collections.abc import Iterator

from reportedly.findings.contradictions import hardened, same_moment
from reportedly.findings.points import Placed
from reportedly.findings.timelines import Stand, Timeline, both_hold, far_apart, says_change
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding

#: Below this share two numbers differ by no more than rounding does.
_ROUNDING = 1.1


def find_revisions(timeline: Timeline, *, running: bool | None) -> Iterator[Finding]:
    """Neighbours in time on each line, and what one report says of before against what it says now."""
    last: dict[str | None, Stand] = {}
    seen: dict[tuple[str | None, float], Placed] = {}
    for stand in timeline.stands:
        before = last.get(stand.line)
        late = None if before is None else _late(stand, before, seen, running=running)
        if late is not None and before is not None:
            yield _lag(before.state, late)
            continue
        if before is not None:
            yield from _step(before, stand)
        for point in stand.points:
            seen.setdefault((stand.line, point.number or 0.0), point)
        if before is None or not _same_day_again(before, stand):
            last[stand.line] = stand
    yield from _of_before(timeline)


def _same_day_again(before: Stand, stand: Stand) -> bool:
    """Whether a stand tells the number of the one before on the day that one was published: the first stays."""
    one, other = before.state, stand.state
    return one.number == other.number and (
        one.point.published == other.point.published or other.stated.figure.bound == "about"
    )


def _step(before: Stand, stand: Stand) -> Iterator[Finding]:
    numbers = {point.number for point in before.points}
    if any(point.number in numbers for point in stand.points):
        return
    old, new = before.state, stand.state
    if is_revision(old, new):
        yield revision(old, new)


def is_revision(old: Placed, new: Placed) -> bool:
    """Whether the newer number replaces the older: another moment, or words that say it changed."""
    if old.number == new.number:
        return False
    if says_change(new):
        return True
    if both_hold(old, new):
        return not hardened(old, new) and not same_moment(old, new) and far_apart(old, new, _ROUNDING)
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
