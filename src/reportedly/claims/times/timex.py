"""TimeML values (TIMEX3, ISO 8601 as TimeML 1.2.1 writes it) of stretches, and the map to and from EDTF."""

import re
from datetime import date

from reportedly.claims.times.edtf import edtf_of
from reportedly.claims.times.stretch import (
    Stretch,
    make_day,
    make_half,
    make_month,
    make_quarter,
    make_season,
    season_name,
)

REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T(\d\d:\d\d|[A-Z]{2})(?::\d\d)?)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d?)(-WE)?")
_NAMED = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])")
_YEARS = re.compile(r"(\d{2,4})X{0,2}")


def timex_of(stretch: Stretch) -> str:
    """TimeML value of a stretch; the part of it that is meant has no place in the value (TimeML's ``mod``).

    >>> timex_of(Stretch(date(2016, 1, 25), "week")), timex_of(Stretch(date(1990, 1, 1), "decade"))
    ('2016-W04', '199')
    """
    first = stretch.start
    year = "XXXX" if stretch.yearless else f"{first.year:04}"
    if stretch.unit == "day":
        clock = f"T{stretch.clock}" if stretch.clock else ""
        return f"{year}-{first.month:02}-{first.day:02}{clock}"
    if stretch.unit in ("week", "weekend"):
        iso = first.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}{'-WE' if stretch.unit == 'weekend' else ''}"
    tail = {
        "month": f"-{first.month:02}",
        "quarter": f"-Q{(first.month + 2) // 3}",
        "half": f"-H{(first.month + 5) // 6}",
    }
    if stretch.unit == "season":
        return f"{year}-{season_name(stretch)}"
    if stretch.unit in ("decade", "century"):
        return year[: 3 if stretch.unit == "decade" else 2]
    return year + tail.get(stretch.unit, "")


def stretch_of_timex(value: str) -> Stretch | None:
    """The stretch a TimeML value names; None for durations, sets and references.

    >>> stretch_of_timex("1998-Q3")
    Stretch(start=datetime.date(1998, 7, 1), unit='quarter', yearless=False, clock=None, part=None)
    """
    if found := _DAY.fullmatch(value):
        day = make_day(_number(found[1]), int(found[2]), int(found[3]))
        return day and Stretch(day.start, "day", day.yearless, found[4])
    if found := _MONTH.fullmatch(value):
        return make_month(_number(found[1]), int(found[2])) if 1 <= int(found[2]) <= 12 else None
    if found := _WEEK.fullmatch(value):
        try:
            first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        except ValueError:
            return None
        return Stretch(first, "weekend" if found[3] else "week")
    if found := _NAMED.fullmatch(value):
        year, name = _number(found[1]), found[2]
        if name[0] == "Q":
            return make_quarter(year, int(name[1]))
        return make_half(year, int(name[1])) if name[0] == "H" else make_season(year, name)
    if found := _YEARS.fullmatch(value):
        digits = found[1]
        if len(digits) + value.count("X") == 4 or len(digits) in (2, 3):
            start = date(max(1, int(digits.ljust(4, "0"))), 1, 1)
            return Stretch(start, {4: "year", 3: "decade", 2: "century"}[len(digits)])  # type: ignore[arg-type]
    return None


def _number(year: str) -> int | None:
    return None if year == "XXXX" else int(year)


def edtf_of_timex(value: str) -> str | None:
    """EDTF of a TimeML value; None where EDTF has none (durations, sets, references).

    >>> edtf_of_timex("1998-Q3"), edtf_of_timex("1998-W33"), edtf_of_timex("P3D")
    ('1998-07/1998-09', '1998-08-10/1998-08-16', None)
    """
    stretch = stretch_of_timex(value)
    return None if stretch is None else edtf_of(stretch)


def timex_of_edtf(value: str) -> str | None:
    """TimeML value of an EDTF value; None where TimeML has none that fits (most intervals).

    >>> timex_of_edtf("2015-22"), timex_of_edtf("2016-01-25/2016-01-31"), timex_of_edtf("2011/..")
    ('2015-SU', '2016-W04', '2011')
    """
    first, mark, second = value.replace("~", "").partition("/")
    if mark and ".." in (first, second):
        return timex_of_edtf(second if first == ".." else first)
    if mark:
        return next((timex_of(s) for s in _whole(first, second) if edtf_of(s) == f"{first}/{second}"), None)
    if found := re.fullmatch(r"(\d{4}|XXXX)-2([1-4])", first):
        return f"{found[1]}-{('SP', 'SU', 'FA', 'WI')[int(found[2]) - 1]}"
    stretch = stretch_of_timex(first)
    return None if stretch is None else timex_of(stretch)


def _whole(first: str, second: str) -> list[Stretch]:
    """Stretches an interval might be: a week, a weekend, a quarter, a half year."""
    begin = stretch_of_timex(first)
    if begin is None or stretch_of_timex(second) is None:
        return []
    units = ("week", "weekend") if begin.unit == "day" else ("quarter", "half")
    return [Stretch(begin.start, unit, begin.yearless) for unit in units]  # type: ignore[arg-type]
