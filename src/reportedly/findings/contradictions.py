"""Numbers of one moment that cannot both hold, or that could and lie far apart. Never which one is right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.findings.points import Placed
from reportedly.findings.slots import Slot
from reportedly.findings.timelines import Stand, Timeline, both_hold, far_apart, says_change
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding, Reason

#: Reasons with which both numbers may hold.
_APPARENT = frozenset(["scope", "date", "unit", "status", "method"])
#: More numbers than these of one series on one day are each compared with the main one only.
#: Digits of numbers from here on are seldom the same by chance, if the numbers are this near.
_LONG, _NEAR = 1000, 1.05
#: A number holds for the moment it is told at where nothing dates it.
_OF_REPORT = frozenset(["said", "published", None])
_CEILINGS = frozenset(["at_most", "less_than", "about"])
_FLOORS = frozenset(["at_least", "more_than"])


def same_moment(one: Placed, other: Placed) -> bool:
    """Whether two numbers are told for one moment by reports that could not know more than each other."""
    if one.stated.report == other.stated.report:
        return one.point.at == other.point.at or int(one.when) == int(other.when) or _set_beside(one, other)
    if one.total is not None and other.total is not None and one.total != other.total:
        return False  # the toll had changed between the two
    return one.day is not None and one.day == other.day and one.point.published == other.point.published


def _set_beside(one: Placed, other: Placed) -> bool:
    """Whether one sentence has two speak of one thing and dates one number only: "2,000 marched on Thursday,
    organisers said; police put it at 600".
    """
    voices = one.voice.key, other.voice.key
    open_date = any(each.point.at_basis in _OF_REPORT for each in (one, other))
    beside = one.stated.sentence == other.stated.sentence and not (one.earlier or other.earlier)
    return beside and open_date and None not in voices and voices[0] != voices[1]


def hardened(old: Placed, new: Placed) -> bool:
    """Whether a number stayed and its bound became a floor ("up to 99", then "at least 99")."""
    bounds = old.stated.figure.bound, new.stated.figure.bound
    return (
        old.number == new.number and bounds[1] in _FLOORS and (bounds[0] in _CEILINGS or not both_hold(old, new))
    )


def find_contradictions(timeline: Timeline) -> Iterator[Finding]:
    """Within each stand, between neighbours of one moment, and between lines in one report or on one day."""
    last: dict[str | None, Stand] = {}
    for stand in timeline.stands:
        for point in stand.points[:-1]:
            yield from _oppose(point, stand.state)
        before = last.get(stand.line)
        if before is not None:
            yield from _neighbours(before, stand)
        for line, other in last.items():
            if line != stand.line and same_moment(other.state, stand.state):
                yield from _oppose(other.state, stand.state)
        last[stand.line] = stand
    yield from _of_before(timeline.earlier)


def _neighbours(before: Stand, stand: Stand) -> Iterator[Finding]:
    numbers = {point.number: point for point in before.points}
    for point in stand.points:
        old = numbers.get(point.number)
        if old is not None:
            if hardened(old, point):
                yield _hardening(old, point)
            return
    if same_moment(before.state, stand.state) and not says_change(stand.state):
        yield from _oppose(before.state, stand.state)


def _oppose(one: Placed, other: Placed) -> Iterator[Finding]:
    if one.number == other.number or one.interval is None or other.interval is None:
        return
    if not both_hold(one, other):
        reason = likely_reason(one, other)
        yield make_finding(
            "contradiction",
            one,
            other,
            f"{said(one)}; {said(other)}: both cannot hold for one moment{_because(reason)}",
            reason=reason,
            apparent=reason in _APPARENT,
        )
    elif far_apart(one, other):
        yield make_finding(
            "difference",
            one,
            other,
            f"{said(one)}; {said(other)}: both can hold, but they are far apart",
            reason=likely_reason(one, other),
            apparent=True,
        )


def _hardening(old: Placed, new: Placed) -> Finding:
    return make_finding(
        "difference",
        old,
        new,
        f"{said(old)}; then {said(new)}: what was a ceiling or an estimate is told as a floor",
        reason="method",
        apparent=True,
    )


def _because(reason: Reason) -> str:
    return {
        "scope": "; they may count different parts",
        "date": "; they may be of different hours",
        "unit": "; they may count different things",
        "status": "; they differ on who was counted",
        "agent": "; they differ on who did it",
        "digit": "; one may be a slip of a digit",
        "method": "; one is an estimate, the other a count",
        "dispute": "; the two sources dispute it",
        "unknown": "",
    }[reason]


def likely_reason(one: Placed, other: Placed) -> Reason:
    """Why two numbers of one moment may differ, the most telling reason first."""
    a, b = one.stated.figure, other.stated.figure
    if _slipped(one.number, other.number):
        return "digit"
    if a.unit and b.unit and a.unit.attributes.status != b.unit.attributes.status:
        return "status"
    if a.unit and b.unit and a.unit.unit_class != b.unit.unit_class:
        return "unit"
    here, there = ({p.name for p in f.places if p.role != "spoken from"} for f in (a, b))
    if here and there and not here & there:
        return "scope"
    if one.earlier or other.earlier or (one.point.at != other.point.at and not _set_beside(one, other)):
        return "date"
    if "about" in (a.bound, b.bound) and a.bound != b.bound:
        return "method"
    if one.voice.key is not None and other.voice.key is not None and one.voice.key != other.voice.key:
        return "dispute"
    return "unknown"


def is_slip(old: Placed, new: Placed) -> bool:
    """Whether two long numbers near each other have the same digits in another order: 3,958 and 3,985."""
    one, other = old.number or 0.0, new.number or 0.0
    return (
        min(one, other) >= _LONG
        and one != other
        and not says_change(new)
        and not far_apart(old, new, _NEAR)
        and _slipped(one, other)
    )


def slip(old: Placed, new: Placed) -> Finding:
    """The finding that one of two numbers may be the other with two digits changed over."""
    return make_finding(
        "contradiction", old, new, f"{said(old)}; {said(new)}: the same digits in another order", reason="digit"
    )


def undercuts(old: Placed, new: Placed) -> bool:
    """Whether another voice gives a running total far below an earlier one, and does not say that it fell.

    The dead of Monday are among the dead of Tuesday, so a later and much smaller number contradicts.
    """
    return (
        old.voice.key != new.voice.key
        and (new.number or 0.0) < (old.number or 0.0)
        and far_apart(old, new)
        and not both_hold(old, new)
        and not same_moment(old, new)
        and not says_change(new)
    )


def undercut(old: Placed, new: Placed) -> Finding:
    """The finding that a later running total lies far below an earlier one."""
    reason = likely_reason(old, new)
    return make_finding(
        "contradiction",
        old,
        new,
        f"{said(old)}; {said(new)}: a count that only grows cannot have been the larger one before",
        reason="dispute" if reason in ("date", "unknown") else reason,
        apparent=reason in ("scope", "unit", "status", "method"),
    )


def _slipped(one: float | None, other: float | None) -> bool:
    """Whether the digits are the same in another order, or one has a nought more."""
    if one is None or other is None or one != int(one) or other != int(other) or min(one, other) < 100:
        return False
    a, b = str(int(one)), str(int(other))
    return sorted(a) == sorted(b) or max(one, other) == 10 * min(one, other)


def _of_before(earlier: Sequence[Placed]) -> Iterator[Finding]:
    """Two numbers of before in one report: the words do not say which came first."""
    held: dict[int, list[Placed]] = defaultdict(list)
    for each in earlier:
        held[each.stated.report].append(each)
    for points in held.values():
        points.sort(key=lambda each: (each.number or 0.0, each.stated.place))
        for one, other in pairwise(points):
            if one.number != other.number:
                yield make_finding(
                    "contradiction",
                    one,
                    other,
                    f"{said(one)}; {said(other)}: two numbers of before, in no order told",
                    reason="date",
                    apparent=True,
                )


@dataclass(frozen=True, slots=True)
class _Kind:
    """What two numbers have in common that may contradict although they are equal."""

    event: str | None
    number: float
    day: int


def find_equal_contradictions(
    placed: Sequence[Placed], slots: Mapping[tuple[str, str], Slot]
) -> Iterator[Finding]:
    """Equal numbers of one event and day whose words differ on who was counted or on who did it."""
    held: dict[_Kind, list[Placed]] = defaultdict(list)
    for each in placed:
        slot = slots[each.stated.key]
        if each.number is not None and each.number >= 2 and each.day is not None and slot.measure == "count":
            held[_Kind(slot.event, each.number, each.day)].append(each)
    for group in held.values():
        first = group[0]
        for other in group[1:]:
            reason = _differs(first, other, slots)
            if reason is not None:
                who = "who was counted" if reason == "status" else "who did it"
                yield make_finding(
                    "contradiction",
                    first,
                    other,
                    f"{said(first)}; {said(other)}: one number, but they differ on {who}",
                    reason=reason,
                )
                break


def _differs(one: Placed, other: Placed, slots: Mapping[tuple[str, str], Slot]) -> Reason | None:
    a, b = slots[one.stated.key], slots[other.stated.key]
    if (
        "part" in (a.scope, b.scope)
        or a.place != b.place
        or a.happening != b.happening
        or one.voice.key == other.voice.key
    ):
        return None
    if a.counted != b.counted and "people" not in (a.counted, b.counted) and None not in (a.counted, b.counted):
        return "status"
    if one.stated.report == other.stated.report and a.counted != b.counted and (a.age, a.sex) == (b.age, b.sex):
        return "status"
    first, second = one.stated.figure.agent, other.stated.figure.agent
    if first is None or second is None or a != b or first.exact.casefold() == second.exact.casefold():
        return None
    return "agent"
