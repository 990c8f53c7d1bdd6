"""A series as it is drawn: one row a point, copies folded, open bounds open; plain values, no library.

The chart, its description in words and the table under it are all made from these rows, so that they cannot
tell different stories.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal

from reportedly.terms import Finding, Point, Series
from reportedly.terms.moments import extent_of

#: As many sources as have a colour and a shape of their own; the rest are drawn alike.
SOURCES = 7
OTHERS = "other sources"
OWN_VOICE = "no source named"
#: Share of the height of the chart that an open bound reaches beyond its number.
_OPEN = 0.07

Mark = Literal["contradiction", "difference", "lag"]
_MARKS: tuple[Mark, ...] = ("contradiction", "difference", "lag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One point with what is drawn of it.

    ``begin`` and ``end`` are the moment it holds for (UTC; ``end`` null for a single day or hour); ``number`` is
    where its mark stands; ``low`` and ``high`` are the ends of its bar, null where it has none; ``opens`` is the
    side on which its words leave it open. ``folded`` counts the other points that repeat it and are not drawn.
    """

    point: Point
    source: str
    begin: datetime
    end: datetime | None
    number: float
    low: float | None
    high: float | None
    opens: Literal["up", "down"] | None
    folded: int
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The rows of a series, and how many of its points have no place on a chart, by reason."""

    rows: tuple[Drawn, ...]
    vague: int
    undated: int


def draw_series(series: Series, findings: Iterable[Finding] = ()) -> Drawing:
    """The rows of a series in order of time.

    A vague word has no number and an undated figure no place in time: both are counted, and stand in the table.
    Points of copies, and the later printings of the same value by the same source on the same day, are folded
    into the first.
    """
    marks = _marks(findings)
    names = _shown_sources(series.points)
    tallest = max((abs(n) for p in series.points if (n := _number(p)) is not None), default=0.0)
    first: dict[tuple[object, ...], Drawn] = {}
    folded: Counter[tuple[object, ...]] = Counter()
    vague = undated = 0
    for point in series.points:
        number, extent = _number(point), extent_of(point.at)
        if number is None:
            vague += 1
            continue
        begin = (extent.first or _last_day(extent.after)) if extent else None
        if extent is None or begin is None:
            undated += 1
            continue
        source = names[source_of(point)]
        key = (source_of(point), begin, point.bound, point.low, point.best, point.high)
        if key in first:
            folded[key] += 1
            continue
        low, high, opens = _bar(point, number, tallest)
        lasting = extent.after is not None and extent.after - begin > timedelta(days=1)
        first[key] = Drawn(
            point=point, source=source, begin=begin, end=extent.after if lasting else None, number=number,
            low=low, high=high, opens=opens, folded=0, mark=marks.get(point.pointer.figure or ""),
        )  # fmt: skip
    rows = [_with_folded(row, folded[key]) for key, row in first.items()]
    return Drawing(tuple(sorted(rows, key=lambda row: row.begin)), vague, undated)


def source_of(point: Point) -> str:
    """The name under which a point is drawn."""
    return point.speaker or OWN_VOICE


def _with_folded(row: Drawn, count: int) -> Drawn:
    return replace(row, folded=count) if count else row


def _number(point: Point) -> float | None:
    """Where the mark of a point stands; the middle of a range; null for a vague word."""
    if point.bound == "range" and point.low is not None and point.high is not None:
        return (point.low + point.high) / 2
    return next((float(n) for n in (point.best, point.low, point.high) if n is not None), None)


def _bar(
    point: Point, number: float, tallest: float
) -> tuple[float | None, float | None, Literal["up", "down"] | None]:
    reach = tallest * _OPEN
    if point.bound in ("at_least", "more_than"):
        return number, number + reach, "up"
    if point.bound in ("at_most", "less_than"):
        return max(0.0, number - reach) if number >= 0 else number - reach, number, "down"
    if point.bound == "range":
        return point.low, point.high, None
    return None, None, None


def _shown_sources(points: Sequence[Point]) -> dict[str, str]:
    """The name each source is drawn under: its own for those with most points, one name for the rest."""
    counted = Counter(source_of(point) for point in points)
    order = {name: n for n, name in enumerate(dict.fromkeys(source_of(point) for point in points))}
    ranked = sorted(counted, key=lambda name: (-counted[name], order[name]))
    own = set(ranked[:SOURCES] if len(ranked) <= SOURCES else ranked[: SOURCES - 1])
    return {name: name if name in own else OTHERS for name in counted}


def _marks(findings: Iterable[Finding]) -> dict[str, Mark]:
    """The strongest mark of each figure; of a lag only the figure that came late is marked."""
    marks: dict[str, Mark] = {}
    for finding in sorted(findings, key=lambda f: _rank(f.type), reverse=True):
        if finding.type not in _MARKS:
            continue
        places = [finding.to_place] if finding.type == "lag" else [finding.from_place, finding.to_place]
        for place in places:
            if place is not None and place.figure is not None:
                marks[place.figure] = finding.type
    return marks


def _rank(kind: str) -> int:
    return _MARKS.index(kind) if kind in _MARKS else len(_MARKS)


def _last_day(after: datetime | None) -> datetime | None:
    """Where a moment without a beginning stands: "by 4 June" at 4 June, not at the midnight after it."""
    if after is None or after.time() != time(0):
        return after
    return after - timedelta(days=1)
