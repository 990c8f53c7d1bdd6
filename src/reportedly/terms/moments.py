"""EDTF values as stretches of time on one clock, so that dates can be put in order and compared.

The one place where a day is set against an hour. A value without a zone is taken as UTC: news seldom says its
zone, and a fixed reading keeps the order of equal words. Marks of doubt (``~ ? %``) are dropped; what is half
known (``199X``) covers all it may mean; a date whose year is not known covers nothing.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_MARKS = str.maketrans("", "", "~?%")
_DATE = re.compile(r"(?P<year>\d[\dX]{3})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")
#: First months of EDTF seasons (21 spring to 24 winter, north); winter begins in the year before.
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_SECOND, _MINUTE, _DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of time, half-open, UTC; an open end is null."""

    first: datetime | None
    after: datetime | None

    def meets(self, other: "Extent") -> bool:
        """Whether the two have a moment in common.

        >>> extent_of("2016-01").meets(extent_of("2016-01-25"))
        True
        """
        return (self.first is None or other.after is None or self.first < other.after) and (
            other.first is None or self.after is None or other.first < self.after
        )


def extent_of(edtf: str | None) -> Extent | None:
    """The stretch an EDTF value covers; null for none and for one without a year.

    >>> str(extent_of("2016-02").after), str(extent_of("2016-02-29T10:00:00+02:00").first)
    ('2016-03-01 00:00:00+00:00', '2016-02-29 08:00:00+00:00')
    >>> extent_of("XXXX-01-25"), extent_of("2015/..").after
    (None, None)
    """
    if not edtf:
        return None
    first, bar, last = edtf.translate(_MARKS).partition("/")
    if not bar:
        return _covered(first)
    begin = None if first in ("", "..") else _covered(first)
    end = None if last in ("", "..") else _covered(last)
    if (begin is None and first not in ("", "..")) or (end is None and last not in ("", "..")):
        return None
    return Extent(begin.first if begin else None, end.after if end else None)


def order_key(edtf: str | None) -> tuple[bool, datetime, datetime]:
    """Key to sort EDTF values by: by their beginning, then their end; open beginnings first, unknown last.

    >>> sorted(["2016-01-26", "2016", None, "2015-12-31"], key=order_key)
    ['2015-12-31', '2016', '2016-01-26', None]
    """
    extent = extent_of(edtf)
    if extent is None:
        return True, _LAST, _LAST
    return False, extent.first or _FIRST, extent.after or _LAST


_FIRST, _LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)


def _covered(value: str) -> Extent | None:
    try:
        if "T" in value:
            return _moment(value)
        found = _DATE.fullmatch(value)
        return None if found is None else _days(found["year"], found["month"], found["day"])
    except (ValueError, OverflowError):  # a day that does not exist, or one beyond the calendar
        return None


def _moment(value: str) -> Extent:
    at = datetime.fromisoformat(value)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    seconds = len(value.partition("T")[2].split("+")[0].split("-")[0].rstrip("Z")) > len("10:00")
    return Extent(at, at + (_SECOND if seconds else _MINUTE))


def _days(year: str, month: str | None, day: str | None) -> Extent:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX" or low != high:
        return Extent(datetime(low, 1, 1, tzinfo=UTC), datetime(high + 1, 1, 1, tzinfo=UTC))
    number = int(month)
    if number in _SEASONS:
        start = datetime(low - (number == 24), _SEASONS[number], 1, tzinfo=UTC)
        return Extent(start, _months_on(start, 3))
    if day is None or day == "XX":
        start = datetime(low, number, 1, tzinfo=UTC)
        return Extent(start, _months_on(start, 1))
    start = datetime(low, number, int(day), tzinfo=UTC)
    return Extent(start, start + _DAY)


def _months_on(start: datetime, months: int) -> datetime:
    at = start.month - 1 + months
    return start.replace(year=start.year + at // 12, month=at % 12 + 1)
