"""A stretch of the calendar: a day, a week, … a century, with what is said of its part."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

StretchUnit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
#: Which part of the stretch is meant; ``about`` is the whole of it, roughly.
Part = Literal["start", "early", "mid", "late", "end", "about"]

#: Months of a stretch; days for those that are no whole months.
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 2}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON_STARTS = {name: month for month, name in _SEASONS.items()}
#: A leap year, so that every day of a year has a place where the year is unknown.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar by its first day.

    ``yearless`` stretches have a place in the year and no year ("January 25" on an undated page);
    ``clock`` is ``hh:mm``, or a TimeML part of the day (MO, AF, EV, NI); ``part`` the part meant.
    """

    start: date
    unit: StretchUnit
    yearless: bool = False
    clock: str | None = None
    part: Part | None = None

    def shifted(self, count: int) -> "Stretch":
        """The stretch ``count`` of its units later; the year stays in sight (seasons, quarters).

        Raises:
            OverflowError: it lies outside the years 1 to 9999.
        """
        if self.unit in _DAYS:
            days = 1 if self.unit == "day" else 7
            return replace(self, start=self.start + timedelta(days=days * count))
        months = 12 if self.unit == "season" else _MONTHS[self.unit]
        return replace(self, start=add_months(self.start, months * count))

    def years_later(self, count: int) -> "Stretch":
        """The same stretch of another year; 29 February becomes the 28th."""
        return replace(self, start=add_months(self.start, 12 * count))

    @property
    def last(self) -> date:
        """The last day."""
        if self.unit in _DAYS:
            return self.start + timedelta(days=_DAYS[self.unit] - 1)
        return add_months(self.start, _MONTHS[self.unit]) - timedelta(days=1)

    def holding(self, unit: StretchUnit) -> "Stretch":
        """The larger stretch that holds the first day of this one."""
        return stretch_at(unit, self.start, yearless=self.yearless)


def add_months(day: date, count: int) -> date:
    """The same day so many months later, or the last one of that month.

    Raises:
        OverflowError: it lies outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"the year {year} is not of the calendar")
    last = 31 if month == 11 else (date(year, month + 2, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def stretch_at(unit: StretchUnit, day: date, *, yearless: bool = False) -> Stretch:
    """The stretch of a unit that a day lies in. Weeks begin on Monday; a weekend is that of the week.

    >>> stretch_at("week", date(2016, 1, 26)).start.isoformat(), stretch_at("quarter", date(2016, 1, 26)).unit
    ('2016-01-25', 'quarter')
    """
    if unit == "day":
        start = day
    elif unit in ("week", "weekend"):
        start = day - timedelta(days=day.weekday() - (5 if unit == "weekend" else 0))
    elif unit == "season":
        months = day.month // 3 * 3
        start = date(day.year, months, 1) if months else date(day.year - 1, 12, 1)
    elif unit in ("decade", "century"):
        years = 10 if unit == "decade" else 100
        start = date(max(1, day.year // years * years), 1, 1)
    else:
        size = _MONTHS[unit]
        start = date(day.year, (day.month - 1) // size * size + 1, 1)
    return Stretch(start, unit, yearless)


def make_day(year: int | None, month: int, day: int) -> Stretch | None:
    """A day of the calendar, None where there is no such day; the year may be unknown."""
    try:
        return Stretch(date(year or _ANY_YEAR, month, day), "day", yearless=year is None)
    except ValueError:
        return None


def _first(year: int | None, month: int) -> date:
    if year is not None and not 1 <= year <= 9999:
        raise OverflowError(f"the year {year} is not of the calendar")
    return date(year or _ANY_YEAR, month, 1)


def make_month(year: int | None, month: int) -> Stretch:
    """A month; the year may be unknown."""
    return Stretch(_first(year, month), "month", yearless=year is None)


def make_year(year: int) -> Stretch:
    """A year."""
    return Stretch(_first(year, 1), "year")


def make_season(year: int | None, season: str) -> Stretch:
    """A season by its TimeML name; the winter of a year is the one that begins in it."""
    return Stretch(_first(year, _SEASON_STARTS[season]), "season", yearless=year is None)


def make_quarter(year: int | None, number: int) -> Stretch:
    """A quarter, 1 to 4."""
    return Stretch(_first(year, number * 3 - 2), "quarter", yearless=year is None)


def make_half(year: int | None, number: int) -> Stretch:
    """A half year, 1 or 2."""
    return Stretch(_first(year, number * 6 - 5), "half", yearless=year is None)


def season_name(stretch: Stretch) -> str:
    """TimeML's name of a season: SP, SU, FA, WI."""
    return _SEASONS[stretch.start.month]
