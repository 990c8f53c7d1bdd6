"""A series as its reports tell it: what each says now, what it says of before, and whose numbers run apart.

Most numbers of a story are one count that goes on, whoever passes it on. A voice that gives another number beside
it, in one report or on one day, and does not say that the count changed, has a line of its own.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.findings.points import Placed
from reportedly.findings.values import last_unit

#: Numbers of one moment further apart than this are not two steps of one count.
_APART = 1.3
#: What is said with open bounds is far from another number from here on.
FAR = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What one report says of one day: a point for each number, the one that stands for it last.

    ``same`` are further points of the report with the same numbers (the headline of what the body attributes).
    """

    line: str | None
    points: tuple[Placed, ...]
    same: tuple[tuple[Placed, Placed], ...] = ()

    @property
    def state(self) -> Placed:
        """The point that stands for the report."""
        return self.points[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The stands of a series in order of time, and numbers of before by report."""

    stands: tuple[Stand, ...]
    earlier: tuple[Placed, ...]


def read_timeline(placed: Sequence[Placed]) -> Timeline:
    """The stands of a series from its points in order; copies, which say nothing new, are left out."""
    own = [each for each in placed if each.point.copy_of is None and each.number is not None]
    lines = _lines(own)
    held: dict[tuple[str | None, int, int], list[Placed]] = defaultdict(list)
    for each in own:
        if not each.earlier:
            line = each.voice.key if each.voice.key in lines else None
            held[line, each.stated.report, int(each.when)].append(each)
    stands: list[Stand] = []
    before: dict[str | None, float] = {}
    for (line, _, _), points in sorted(held.items(), key=lambda item: item[1][0].order):
        stands.append(_stand(line, points, before.get(line)))
        before[line] = stands[-1].state.number or 0.0
    return Timeline(stands=tuple(stands), earlier=tuple(each for each in own if each.earlier))


def _stand(line: str | None, points: Sequence[Placed], before: float | None) -> Stand:
    """The stand of one report; of several numbers the new one nearest to the line's last stands for it."""
    numbers: dict[float, list[Placed]] = defaultdict(list)
    for each in points:
        numbers[each.number or 0.0].append(each)
    chosen = {number: max(same, key=_weight) for number, same in numbers.items()}
    ordered = sorted(
        chosen.values(),
        key=lambda each: (
            not any(rounds(each, other) for other in chosen.values()),
            each.stated.claim is not None,
            each.number != before,
            -_steps_from(before, each.number),
            each.stated.place,
        ),
    )
    pairs = [(each, chosen[n]) for n, same in numbers.items() for each in same if each is not chosen[n]]
    return Stand(line=line, points=tuple(ordered), same=tuple(pairs))


def rounds(each: Placed, other: Placed) -> bool:
    """Whether a number with a bound is another, exact one rounded: "more than 2,000" of 2,010, "about 14,000".

    "More than 8,500" does not round 9,000.
    """
    if other.stated.figure.bound != "exact" or each.stated.figure.bound == "exact" or not both_hold(each, other):
        return False
    one, exact = each.number or 0.0, other.number or 0.0
    if each.stated.figure.bound in ("about", "range"):
        return True
    unit = last_unit(one)
    return unit * math.floor(exact / unit) == one or unit * math.ceil(exact / unit) == one


def _steps_from(before: float | None, number: float | None) -> float:
    """How many times a number is another; 0 where there is none to compare with."""
    if not before or not number:
        return 0.0
    return round(max(before / number, number / before), 6)


def _weight(each: Placed) -> tuple[bool, bool, bool, int]:
    """What stands for its number in a report: the body, the attributed, the exact before others, then the last."""
    stated = each.stated
    return not stated.in_headline, stated.claim is not None, stated.figure.bound == "exact", stated.place


def _lines(placed: Sequence[Placed]) -> frozenset[str]:
    """Keys of the voices whose numbers run apart from the count that most reports follow.

    One report that sets both side by side is enough; of reports of one day it takes two days.
    """
    weight = Counter(each.voice.key for each in placed)
    most = max(weight, key=lambda key: (key is not None, weight[key], key or ""), default=None)
    apart: set[str] = set()
    days: dict[str, set[int]] = defaultdict(set)
    for day, group in _moments(placed):
        main = max(group, key=lambda each: (each.voice.key is None, weight[each.voice.key], each.voice.key or ""))
        for each in group:
            key = each.voice.key
            if key in (None, most, main.voice.key) or not _differ(each, main, day):
                continue
            assert key is not None
            if day is None:
                apart.add(key)
            else:
                days[key].add(day)
    return frozenset(apart) | {key for key, held in days.items() if len(held) > 1}


def _differ(one: Placed, other: Placed, day: int | None) -> bool:
    if says_change(one) or says_change(other) or not far_apart(one, other, _APART):
        return False
    return day is None or not both_hold(one, other)


def _moments(placed: Sequence[Placed]) -> Iterator[tuple[int | None, list[Placed]]]:
    """Points of one report and day (no day), and points of somebody for one day in reports of one day."""
    reports: dict[tuple[int, int], list[Placed]] = defaultdict(list)
    days: dict[tuple[str | None, int], list[Placed]] = defaultdict(list)
    for each in placed:
        if not each.earlier:
            reports[each.stated.report, int(each.when)].append(each)
            if each.day is not None and each.voice.key is not None:
                days[each.point.published, each.day].append(each)
    yield from ((None, group) for group in reports.values() if len(group) > 1)
    yield from ((day, group) for (_, day), group in days.items() if len(group) > 1)


def far_apart(one: Placed, other: Placed, factor: float = FAR) -> bool:
    """Whether the numbers named lie further apart than a factor."""
    low, high = sorted((one.number or 0.0, other.number or 0.0))
    return high > low * factor if low > 0 else high > 0


def says_change(placed: Placed) -> bool:
    """Whether the words say that the number is what a count changed to ("rose to 98")."""
    figure = placed.stated.figure
    return any(
        m.kind in ("from_to", "difference", "ratio")
        and m.direction != "same"
        and (m.figure == figure.id or (m.to_value is not None and m.to_value == placed.number))
        for m in placed.stated.reading.comparisons
    )


def both_hold(one: Placed, other: Placed) -> bool:
    """Whether one number can be what both say; vague words hold with everything."""
    return one.interval is None or other.interval is None or one.interval.meets(other.interval)
