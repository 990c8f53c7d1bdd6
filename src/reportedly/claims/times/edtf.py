"""EDTF (ISO 8601-2): values of stretches."""

import re
from datetime import date, timedelta

from reportedly.claims.times.stretch import Stretch, add_months

_SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}
_CLOCK = re.compile(r"(\d\d:\d\d)(Z?)")


def edtf_of(stretch: Stretch) -> str | None:
    """EDTF of a stretch: of the part of it that is meant.

    A week, weekend, quarter or half year is the interval of its days or months. "The start" and "the
    end" are the first and last month, or day, about; "mid-" the middle one; "early" and "late" the
    first and last third, about.

    >>> edtf_of(Stretch(date(2015, 12, 1), "month", part="mid"))
    '2015-12-15~'
    """
    if stretch.part not in (None, "about"):
        return _part_of(stretch)
    about = "~" if stretch.part == "about" else ""
    if stretch.unit in ("week", "weekend"):
        return f"{_day(stretch, stretch.start)}{about}/{_day(stretch, stretch.last)}{about}"
    if stretch.unit in ("quarter", "half"):
        return f"{_month(stretch, stretch.start)}{about}/{_month(stretch, stretch.last)}{about}"
    return _point(stretch) + about


def _point(stretch: Stretch) -> str:
    if stretch.unit == "day":
        day = _day(stretch, stretch.start)
        clock = _CLOCK.fullmatch(stretch.clock or "")
        if clock is None or stretch.yearless:
            return day
        if clock[1] == "24:00":
            return f"{_day(stretch, stretch.start + timedelta(days=1))}T00:00:00{clock[2]}"
        return f"{day}T{clock[1]}:00{clock[2]}"
    if stretch.unit == "month":
        return _month(stretch, stretch.start)
    year = _year(stretch, stretch.start)
    if stretch.unit == "season":
        return f"{year}-{_SEASON_CODES[stretch.start.month]}"
    return {"decade": f"{year[:3]}X", "century": f"{year[:2]}XX"}.get(stretch.unit, year)


def _part_of(stretch: Stretch) -> str:
    first, last = stretch.start, stretch.last
    if stretch.unit in ("day", "season"):
        return _point(stretch)
    by_month = stretch.unit in ("year", "half", "quarter")
    if stretch.unit in ("decade", "century"):
        return _years_of(stretch)
    write = _month if by_month else _day
    if stretch.part == "start":
        return write(stretch, first) + "~"
    if stretch.part == "end":
        return write(stretch, last) + "~"
    ends = _third(stretch, first, last)
    if stretch.part == "mid" and not by_month:
        return _day(stretch, first + timedelta(days=3 if stretch.unit == "week" else 14)) + "~"
    return "/".join(f"{write(stretch, end)}~" for end in ends)


def _third(stretch: Stretch, first: date, last: date) -> tuple[date, date]:
    if stretch.unit in ("year", "half", "quarter"):
        size = {"year": 4, "half": 2, "quarter": 1}[stretch.unit]
        months = 3 * size
        begin = {"early": 0, "mid": months // 2 - 1, "late": months - size}[str(stretch.part)]
        length = 2 if stretch.part == "mid" and stretch.unit == "year" else size
        return add_months(first, begin), add_months(first, begin + length - 1)
    size = 10 if stretch.unit == "month" else max(1, ((last - first).days + 1) // 3)
    if stretch.part == "early":
        return first, first + timedelta(days=size - 1)
    begin_late = first + timedelta(days=20) if stretch.unit == "month" else last - timedelta(days=size)
    return begin_late, last


def _years_of(stretch: Stretch) -> str:
    size = 10 if stretch.unit == "decade" else 100
    shares = {"start": (0, 0.1), "early": (0, 0.4), "mid": (0.4, 0.7), "late": (0.7, 1), "end": (0.9, 1)}
    low, high = shares[str(stretch.part)]
    year = stretch.start.year
    return f"{year + round(low * size):04}~/{year + round(high * size) - 1:04}~"


def _year(stretch: Stretch, day: date) -> str:
    return "XXXX" if stretch.yearless else f"{day.year:04}"


def _month(stretch: Stretch, day: date) -> str:
    return f"{_year(stretch, day)}-{day.month:02}"


def _day(stretch: Stretch, day: date) -> str:
    return f"{_month(stretch, day)}-{day.day:02}"
