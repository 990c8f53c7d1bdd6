"""The forms of EDTF (ISO 8601-2) that the record holds. Standard library only."""

import re
from datetime import date

_POINT = re.compile(
    r"(?:(?P<decade>\d{3}X)|(?P<century>\d\dXX)|(?P<year>\d{4}|XXXX)"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?)"
    r"(?P<about>~)?"
)


def is_edtf_value(value: str) -> bool:
    """Whether a value is of the EDTF forms this program writes (levels 0 and 1), and exists.

    Points: ``2016``, ``2016-01``, ``2016-01-25``, ``2016-01-25T10:35:00``, a season ``2016-22``, a decade
    ``199X``, a century ``19XX``, ``XXXX`` for an unknown year, each with ``~`` for "about"; intervals
    ``a/b``, ``a/..`` and ``../b``, not backwards.

    >>> [is_edtf_value(v) for v in ("2015-12~", "../2015-12-15~", "XXXX-01-25", "2015-02-30", "2016/2015")]
    [True, True, True, False, False]
    """
    first, mark, second = value.partition("/")
    if not mark:
        return _is_point(value)
    open_ends = (first == "..", second == "..")
    if all(open_ends):
        return False
    if any(open_ends):
        return _is_point(second if open_ends[0] else first)
    if not (_is_point(first) and _is_point(second)):
        return False
    return "X" in value or first.rstrip("~")[:10] <= second.rstrip("~")[:10] or len(first) != len(second)


def _is_point(value: str) -> bool:
    found = _POINT.fullmatch(value)
    if found is None or not value.isascii():
        return False
    if found["month"] is None:
        return True
    if 21 <= int(found["month"]) <= 24 and found["day"] is None:
        return True
    year = 2000 if found["year"] == "XXXX" else int(found["year"])
    try:
        date(year, int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return False
    if found["time"] is None:
        return True
    hours, minutes, seconds = (int(n) for n in found["time"].split(":"))
    return hours < 24 and minutes < 60 and seconds < 60
