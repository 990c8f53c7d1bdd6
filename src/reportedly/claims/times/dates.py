"""Days, months and years of the calendar: "January 25", "mid-December 2015", "fiscal 1989", "25/01/2016"."""

import re
from dataclasses import replace
from datetime import date

from reportedly.claims.times.found import FoundTime, Scene, part_of
from reportedly.claims.times.stretch import Stretch, make_day, make_month, make_year, stretch_at

#: Days whose numbers alone name a happening the world over.
_KNOWN_DAYS = {"9/11": "2001-09-11", "7/7": "2005-07-07", "26/11": "2008-11-26", "13/11": "2015-11-13"}
#: Months that without their full stop are names, or words, as often.
_SHORT_NAMES = frozenset({"jan", "mar", "sep", "dec", "jun", "jul"})
#: What stands behind a march that is walked.
_MARCHED = frozenset({"for", "of", "on", "against", "to"})
#: Of the eleventh of September these are of 2001, whatever the report's year.
_OF_2001 = frozenset({"attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "bombings"})
#: Usual parts of a whole, written as 3/4.
_PARTS = (2, 3, 4, 5, 6, 8, 10, 16)
#: Days ahead of a date without a year that are nearer than the same day a year before.
_NEAR = 60
_DAYS_AHEAD = {"past": 0, "present": 45, "future": 366}


def read_day(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A day of a month, with or without its year; several days of one month are a range."""
    month = scene.value(match, "m") or scene.value(match, "m2")
    first = scene.value(match, "d") or scene.value(match, "d2")
    last = scene.value(match, "d9") or scene.value(match, "d9b")
    if month is None or first is None:
        return None
    year, implied = _year(match, scene)
    if implied and (int(month), first) == (9, "11") and scene.word(match.end()).lower() in _OF_2001:
        year, implied = 2001, False
    low = _placed_day(scene, match, year, int(month), int(first))
    low = _on_weekday(low, scene.value(match, "wd")) if implied else low
    if low is None:
        return None
    found = scene.time(match, low, implied=implied)
    if last is None:
        return found
    high = make_day(None if low.yearless else low.start.year, int(month), int(last))
    return replace(found, high=high) if high and high.start > low.start else found


def _on_weekday(day: Stretch | None, named: str | None) -> Stretch | None:
    """The day moved to the next or last year where that fits the weekday named with it, and it does not."""
    if day is None or named is None or day.yearless or day.start.weekday() == int(named):
        return day
    others = [make_day(day.start.year + shift, day.start.month, day.start.day) for shift in (1, -1)]
    return next((other for other in others if other and other.start.weekday() == int(named)), day)


def _year(match: re.Match[str], scene: Scene) -> tuple[int | None, bool]:
    written = scene.value(match, "y")
    if written is not None:
        return int(written), False
    relative = scene.value(match, "dy")
    if relative is not None:
        now = scene.anchors.now("year")
        if relative in ("that", "same"):
            now = scene.anchors.last()
        if now is not None and not now.yearless:
            return now.start.year + {"last": -1, "past": -1, "previous": -1, "next": 1}.get(relative, 0), False
    return None, True


def _placed_day(scene: Scene, match: re.Match[str], year: int | None, month: int, day: int) -> Stretch | None:
    if year is not None:
        return make_day(year, month, day)
    now = scene.anchors.now("year")
    if now is None or not 1 <= month <= 12:
        return make_day(None, month, day)
    this = make_day(now.start.year, month, day)
    if this is None:
        return make_day(now.start.year - 1, month, day)
    today = scene.anchors.today
    if today is None:
        return this
    ahead = (this.start - today).days
    direction = scene.value(match, "dir")
    if direction is not None and direction in ("last", "past", "next", "coming", "this"):
        back, on = direction in ("last", "past") and ahead >= 0, direction in ("next", "coming") and ahead <= 0
        shift = int(on) - int(back)
        return make_day(this.start.year + shift, month, day)
    tense = scene.tense(match.start())
    told = _told_of(scene) if tense == "past" else None
    if told is not None:
        return make_day(told.start.year + ((month, day) < (told.start.month, told.start.day)), month, day)
    if 0 < ahead <= _NEAR and tense == "past" and scene.may_look_ahead(match.start()):
        return this
    if ahead > _DAYS_AHEAD[tense]:
        return make_day(this.start.year - 1, month, day)
    if tense == "future" and ahead < -60:
        return make_day(this.start.year + 1, month, day)
    return this


def _told_of(scene: Scene) -> Stretch | None:
    """The day or month of an earlier year that a sentence goes on from: "seized in May 2012 and sold in June".

    Only years that must have been written: what has none is of the last twelve months.
    """
    told, now = scene.anchors.named_here("day", "month"), scene.anchors.now("year")
    if told is None or now is None or told.yearless or told.start.year >= now.start.year - 1:
        return None
    return told


def read_month(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A month with or without its year: "in November", "last May", "early September", "March 2015"."""
    number = int(scene.letters.values[match.start("m")])
    year, implied = _year(match, scene)
    if implied and _is_a_name(match, scene):
        return None
    part = part_of(scene.value(match, "f"))
    if year is not None:
        return scene.time(match, replace(make_month(year, number), part=part))
    low = _placed_month(scene, match, number)
    return scene.time(match, replace(low, part=part), implied=True)


def _is_a_name(match: re.Match[str], scene: Scene) -> bool:
    """Whether a bare month is somebody's name: "Theresa May", "April Jones"."""
    place = match.start("m")
    if scene.word(place).lower() in _SHORT_NAMES:
        return True
    before, after = scene.word(place - 1), scene.word(place + 1)
    if scene.word(place) == "March" and scene.pos(place - 1) in ("DET", "ADJ") and after.lower() in _MARCHED:
        return True  # "the March for Life"
    pos = scene.syntax.pos
    at = scene.letters.first + place
    if after[:1].isupper() and scene.letter(place + 1) == "." and pos[at + 1] == "PROPN":
        return not before.isupper()
    named = before[:1].isupper() and scene.letter(place - 1) == "." and pos[at - 1] == "PROPN"
    return named and scene.word(place) in ("May", "April", "June", "August")


def _placed_month(scene: Scene, match: re.Match[str], number: int) -> Stretch:
    now = scene.anchors.now("month")
    if now is None:
        year = scene.anchors.now("year")
        return make_month(year.start.year if year else None, number)
    year_now, month_now = now.start.year, now.start.month
    direction = scene.value(match, "dir") or ""
    if "D" in scene.given(match, "dir") and len(scene.given(match, "dir")) > 1:
        direction = scene.letters.values[match.start("dir") + 1]
    if direction in ("last", "past", "previous"):
        return make_month(year_now if number < month_now else year_now - 1, number)
    if direction in ("next", "coming"):
        return make_month(year_now if number > month_now else year_now + 1, number)
    if direction in ("this", "current"):
        return make_month(year_now, number)
    tense = scene.tense(match.start("m"))
    told = _told_of(scene) if tense == "past" else None
    if told is not None:
        return make_month(told.start.year + (number < told.start.month), number)
    if tense == "future":
        return make_month(year_now if number >= month_now else year_now + 1, number)
    if tense == "present" and 0 <= number - month_now <= 3:
        return make_month(year_now, number)
    return make_month(year_now if number <= month_now else year_now - 1, number)


def read_year(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A year, a pair of years ("2015-16"), a fiscal year (about that year: its months are not told)."""
    year = int(scene.letters.values[match.start("y")])
    part = part_of(scene.value(match, "f"))
    if scene.word(match.start() - 1).lower() == "at" and "D" not in match[0] and part is None:
        return None  # "at 1130", "at 2000 metres"
    low = replace(make_year(year), part=part or ("about" if scene.value(match, "c") else None))
    second = scene.value(match, "y2")
    found = scene.time(match, low)
    if second is None:
        return found
    if int(second) != (year + 1) % 100 and not year % 100 < int(second) < 100:
        return None
    later = 100 if int(second) < year % 100 else 0
    return replace(found, high=make_year(year // 100 * 100 + int(second) + later))


def read_week_of(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the week of March 6": the week that day is in."""
    found = read_day(match, scene)
    if scene.letters.values[match.start("u")] != "W" or found is None or found.low is None or found.low.yearless:
        return None
    return replace(found, low=stretch_at("week", found.low.start))


def read_word_year(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A year in words: "nineteen ninety-six", "two thousand five"."""
    values = [scene.letters.values[i] for i in range(match.start("n"), match.end("n")) if scene.letter(i) == "n"]
    if values[1] == "*1000" and values[0] == "2":
        year = 2000 + (int(values[2]) if len(values) > 2 and values[2].isdigit() else 0)
    elif values[0] in ("17", "18", "19", "20") and values[1].isdigit() and int(values[1]) >= 10:
        year = 100 * int(values[0]) + int(values[1])
        year += int(values[2]) if len(values) > 2 and values[2].isdigit() and int(values[1]) % 10 == 0 else 0
    else:
        return None
    return scene.time(match, make_year(year))


def read_digits(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A date in digits; day and month are told apart only where one of them is above 12."""
    written = scene.word(match.start())
    if written in _KNOWN_DAYS:
        return scene.time(match, Stretch(date.fromisoformat(_KNOWN_DAYS[written]), "day"))
    numbers = [int(n) for n in re.split(r"[/.]", written)]
    if len(numbers) == 2 and numbers[0] > 1000:  # "1995/96"
        return replace(scene.time(match, make_year(numbers[0])), high=make_year(numbers[0] + 1))
    if len(numbers) == 2 and "/" in written:
        return _read_short(match, scene, numbers[0], numbers[1])
    if len(numbers) != 3:
        return None
    if numbers[0] > 31:
        return _read_iso_numbers(match, scene, *numbers)
    one, two, year = numbers
    year += 0 if year > 99 else (1900 if year > 60 else 2000)
    if one > 12:
        return _read_iso_numbers(match, scene, year, two, one)
    if two > 12 or one == two:
        return _read_iso_numbers(match, scene, year, one, two)
    if "." in written:
        return _read_iso_numbers(match, scene, year, two, one)
    return scene.time(match, None)


def _read_short(match: re.Match[str], scene: Scene, one: int, two: int) -> FoundTime | None:
    if not (1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12) or (one < two and two in _PARTS):
        return None  # 7/8 of a point
    if one <= 12 and two <= 12 and one != two:
        return scene.time(match, None)
    day, month = (one, two) if one > 12 else (two, one)
    low = _placed_day(scene, match, None, month, day)
    return None if low is None else scene.time(match, low, implied=True)


def _read_iso_numbers(match: re.Match[str], scene: Scene, year: int, month: int, day: int) -> FoundTime | None:
    low = make_day(year, month, day)
    return None if low is None else scene.time(match, low)


def read_iso(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A date as machines write it: 2016-01-25."""
    values = scene.letters.values
    at = match.start()
    return _read_iso_numbers(match, scene, int(values[at]), int(values[at + 2]), int(values[at + 4]))
