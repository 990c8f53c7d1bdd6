"""Figures of other happenings: disasters of other years quoted for comparison, wars that go on for years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reportedly.findings.stated import Stated
from reportedly.terms import Moment, TimeExpression
from reportedly.terms.moments import Extent, extent_of

#: A happening this long before the first report of the story is another one.
_MARGIN = timedelta(days=60)
_SEVERAL = 3
_EVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Window:
    """When the story happens: nothing before ``first`` is of it; null where no report has a date."""

    first: datetime | None


def read_window(figures: Sequence[Stated]) -> Window:
    """The time of the story: from a little before its first report.

    Where several figures are dated before that, more than after and a good part of all, the reports look back
    on it, and nothing is kept out.
    """
    dates = [extent.first for s in figures if (extent := extent_of(s.reading.report.published)) and extent.first]
    if not dates:
        return Window(None)
    first = min(dates) - _MARGIN
    told = [extent for s in figures if (extent := _dated(s.figure.occurred)) is not None]
    before = sum(extent.after is not None and extent.after <= first for extent in told)
    back = before >= _SEVERAL and 2 * before > len(told) and 4 * before >= len(figures)
    return Window(None if back else first)


def other_happening(stated: Stated, window: Window) -> str | None:
    """The EDTF date of the other happening that a figure is of; null where it is of the story."""
    if window.first is None:
        return None
    occurred = stated.figure.occurred
    extent = _dated(occurred)
    if occurred is not None and extent is not None:
        begin = extent.first or _EVER
        ended = extent.after is not None and extent.after <= window.first
        return occurred.edtf if ended or begin <= window.first - timedelta(days=305) else None
    found = _old_date(stated, window.first)
    return found.edtf if found is not None else None


def reaches_story(happening: str, window: Window) -> bool:
    """Whether the time of another happening goes on into the story ("since 2012")."""
    extent = extent_of(happening)
    return (
        extent is not None and window.first is not None and (extent.after is None or extent.after > window.first)
    )


def _dated(moment: Moment | None) -> Extent | None:
    return extent_of(moment.edtf) if moment is not None else None


def _old_date(stated: Stated, first: datetime) -> TimeExpression | None:
    """A date before the story in the sentence of a figure, if the sentence has no later one."""
    dates = [
        (time, extent)
        for time in stated.reading.times
        if time.kind in ("date", "time") and stated.in_sentence(time.spans) and (extent := extent_of(time.edtf))
    ]
    if not dates or any(extent.after is None or extent.after > first for _, extent in dates):
        return None
    return dates[-1][0]
