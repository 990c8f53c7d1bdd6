"""EDTF dates compared as the stretch of days they cover, however they are written.

The map, of gold and readings alike: ``2016-08`` is its first to its last day, and equals
``2016-08-01/2016-08-31``; a time of day is dropped; the marks ``~``, ``?`` and ``%`` are dropped
(what is only roughly known is compared by what is written); an end left open (``..`` or nothing)
is open; decades and years half known (``199X``) cover their years; a season (21 to 24 north, as in
EDTF level 1) its three months, winter beginning in December of the year before. A date whose year
is not known (``XXXX-01-25``) covers nothing and equals nothing.
"""

import calendar
import re
from datetime import date

#: First and last day; null where open.
Extent = tuple[date | None, date | None]

_MARKS = str.maketrans("", "", "~?%")
_DATE = re.compile(r"(?P<year>\d[\dX]{3})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T.*)?")
#: First months of EDTF seasons; winter begins in the year before.
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}


def extent_of(edtf: str | None) -> Extent | None:
    """The first and last day an EDTF value covers; null for none, and for one without a year.

    >>> [str(day) for day in extent_of("2016-02")]
    ['2016-02-01', '2016-02-29']
    >>> extent_of("2016-02") == extent_of("2016-02-01/2016-02-29~"), extent_of("XXXX-01-25")
    (True, None)
    >>> extent_of("2015-01-01/..")
    (datetime.date(2015, 1, 1), None)
    """
    if not edtf:
        return None
    first, bar, last = edtf.translate(_MARKS).partition("/")
    if not bar:
        return _covered(first)
    ends = [None if end in ("", "..") else _covered(end) for end in (first, last)]
    if any(end is None and written not in ("", "..") for end, written in zip(ends, (first, last), strict=True)):
        return None
    return (ends[0][0] if ends[0] else None), (ends[1][1] if ends[1] else None)


def _covered(written: str) -> Extent | None:
    found = _DATE.fullmatch(written)
    if found is None or found["year"].startswith("XX"):
        return None
    years = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    month, day = found["month"], found["day"]
    try:
        if month is None or month == "XX":
            return date(years[0], 1, 1), date(years[1], 12, 31)
        if month in _SEASONS:
            return _season(years[0], _SEASONS[month])
        if day is None or day == "XX":
            return _month(years[0], int(month))
        whole = date(years[0], int(month), int(day))
    except ValueError:
        return None
    return whole, whole


def _month(year: int, month: int) -> Extent:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _season(year: int, first: int) -> Extent:
    if first == 12:
        return date(year - 1, 12, 1), _month(year, 2)[1]
    return date(year, first, 1), _month(year, first + 2)[1]


def same_days(a: str | None, b: str | None) -> bool:
    """Whether two EDTF values cover the same days; nothing is the same as nothing.

    >>> same_days("2016-08", "2016-08-01/2016-08-31"), same_days("2016-08-07T10:00:00", "2016-08-07")
    (True, True)
    >>> same_days(None, None), same_days("2016-08-07", "2016-08"), same_days(None, "XXXX-08-07")
    (True, False, True)
    """
    return extent_of(a) == extent_of(b)
