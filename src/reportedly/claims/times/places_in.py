"""Stretches by their place in or beside another: "the first week of March", "a week ago Friday"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.times.dates import read_month
from reportedly.claims.times.durations import amount_of
from reportedly.claims.times.found import FoundTime, Scene
from reportedly.claims.times.relative import UNITS
from reportedly.claims.times.stretch import Stretch, add_months, make_day, make_year, stretch_at
from reportedly.claims.times.timex import timex_of

#: The week of a month is the one that most of its days are in: of the first week that is the one of the 4th.
_MIDWEEK = 3
_LAST = -1
_SATURDAY = 5
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_QUOTES = frozenset({"'", "’", "‘"})


def read_in_month(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the second Tuesday of November", "the last week of March", "the first day of May"."""
    found = read_month(match, scene)
    if found is None or found.low is None:
        return None
    letter, value = scene.letter(match.start("k")), scene.letters.values[match.start("k")]
    named = scene.letters.values[match.start("o")]
    number = _LAST if named in ("last", "-1") else int(named) if named.isdigit() else 0
    low = _in_month(found.low, letter, value, number)
    if low is None:
        return None
    by_year = low.unit != "day" or letter == "w"
    return replace(
        found, low=None if by_year and found.low.yearless else replace(low, yearless=found.low.yearless)
    )


def _in_month(month: Stretch, letter: str, value: str, number: int) -> Stretch | None:
    """The day, week or weekend of that number in a month, None where it has none."""
    weekday = int(value) if letter == "w" else _SATURDAY if letter == "e" else None
    if weekday is not None:
        day = _weekday_of(month, weekday, number)
    elif number == 0 or value not in ("D", "W"):
        return None
    elif value == "D":
        day = month.last if number == _LAST else month.start + timedelta(days=number - 1)
    else:
        week = month.last - timedelta(days=_MIDWEEK)
        day = week if number == _LAST else month.start + timedelta(days=_MIDWEEK + 7 * (number - 1))
    if number == 0 or not month.start <= day <= month.last:
        return None
    if letter == "e":
        return stretch_at("weekend", day)
    if letter == "u" and value == "W":
        return replace(stretch_at("week", day), part="about")
    return stretch_at("day", day)


def _weekday_of(month: Stretch, weekday: int, number: int) -> date:
    if number == _LAST:
        return month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    return month.start + timedelta(days=(weekday - month.start.weekday()) % 7 + 7 * (number - 1))


def read_half_month(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the first half of May": its days to the 15th, about, or those after."""
    found = read_month(match, scene)
    second = scene.letters.values[match.start("o")] in ("2", "-1", "last")
    if found is None or found.low is None or (not second and scene.letters.values[match.start("o")] != "1"):
        return None
    month = replace(found.low, part=None)
    first, last = (
        (month.start + timedelta(days=15), month.last) if second else (month.start, month.start.replace(day=15))
    )
    low, high = (Stretch(day, "day", month.yearless, part="about") for day in (first, last))
    return replace(found, low=low, high=high, timex=timex_of(month))


def read_day_of_month(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the 12th of this month", "the 30th of last month"."""
    if scene.letters.values[match.start("u")] != "Mo":
        return None
    month = scene.anchors.now("month")
    shift = _SHIFTS.get(str(scene.value(match, "dir")))
    number = scene.value(match, "d")
    if shift is None or number is None or not number.isdigit():
        return None
    if month is None:
        return scene.time(match, None)
    month = month.shifted(shift)
    low = make_day(month.start.year, month.start.month, int(number))
    return None if low is None else scene.time(match, low)


def read_beyond(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the week before last", "the year after next": two from the report's own."""
    unit = UNITS.get(scene.letters.values[match.start("u")])
    sides = (scene.letters.values[match.start("b")], scene.letters.values[match.start("dir")])
    shift = {("before", "last"): -2, ("after", "next"): 2}.get(sides)
    if unit is None or shift is None:
        return None
    now = scene.anchors.now(unit)
    return scene.time(match, now and now.shifted(shift))


def read_ago_day(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "A week ago Friday", "two weeks from Tuesday", "a year ago today", "a year ago this month"."""
    amount, unit = amount_of(match, scene), UNITS.get(scene.letters.values[match.start("unit")])
    today = scene.anchors.now("day")
    if not amount.isdigit() or unit not in ("week", "month", "year"):
        return None
    if today is None:
        return scene.time(match, None)
    count = int(amount) * (1 if scene.given(match, "from") else -1)
    at = match.end() - 1
    letter, value = scene.letter(at), scene.letters.values[at]
    if letter == "w":
        return None if unit != "week" else scene.time(match, _weekday_near(today, count, int(value), scene))
    fine = "day" if letter == "j" else UNITS.get(value)
    if fine not in ("day", "week", "month", "year"):
        return None
    day = today.shifted(int(value)).start if letter == "j" else today.start
    if unit == "week":
        day += timedelta(days=7 * count)
    else:
        day = add_months(day, count * (1 if unit == "month" else 12))
    return scene.time(match, stretch_at(fine, day))


def _weekday_near(today: Stretch, weeks: int, weekday: int, scene: Scene) -> Stretch:
    """So many weeks after the next such weekday, or the one nearest to so many weeks ago."""
    if weeks > 0:
        ahead = (weekday - today.start.weekday() - 1) % 7 + 1
        return today.shifted(ahead + 7 * weeks)
    then = today.start + timedelta(days=7 * weeks)
    near = (weekday - then.weekday() + 3) % 7 - 3
    return stretch_at("day", then + timedelta(days=near))


def read_short_year(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A year of two digits behind its mark: "in '96", "fiscal '96"."""
    place = match.start("y")
    written = scene.word(place)
    if scene.word(place - 1) not in _QUOTES or len(written) != 2 or not written.isdigit():
        return None
    now = scene.anchors.now("year")
    latest = now.start.year + 10 if now else 2030
    year = latest // 100 * 100 + int(written)
    year -= 100 if year > latest else 0
    low = make_year(year)
    return scene.time(match, replace(low, part="about") if scene.given(match, "c") else low)
