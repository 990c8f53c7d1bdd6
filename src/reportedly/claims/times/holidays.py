"""Holidays: "Christmas Eve", "Labor Day", "Easter Monday", "Good Friday"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.times.found import FoundTime, Scene
from reportedly.claims.times.stretch import Stretch, make_day, stretch_at

#: Words before "Day" that may be part of its name.
_WORDS = 4
#: Days about Easter by their weekdays.
_EASTER_DAYS = {6: 0, 0: 1}
_GOOD_FRIDAY = -2


@lru_cache(maxsize=1)
def _named_days() -> dict[str, str]:
    return {words: rule for words, rule, _ in lexicon_rows("holidays", 3)}


def read_holiday(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A holiday of a fixed or reckoned day, nearest to the report's date as the tense has it."""
    named = scene.value(match, "h")
    shift = -1 if "!" in match[0] else 0
    if scene.given(match, "ny"):
        named, shift = ("12-31" if "!" in match[0] else "01-01"), 0
    elif scene.given(match, "w"):
        shift = _EASTER_DAYS.get(int(str(scene.value(match, "w"))), 7)
        if named != "easter" or shift > 1:
            return None
    low = _nearest(match, scene, str(named))
    return scene.time(match, low and _its_weekend(match, scene, low.shifted(shift)))


def _its_weekend(match: re.Match[str], scene: Scene, day: Stretch) -> Stretch:
    """The weekend a holiday makes long: "Labor Day weekend" ends with that Monday."""
    if not scene.given(match, "e") or day.yearless:
        return day
    return stretch_at("weekend", day.start - timedelta(days=3 if day.start.weekday() < 3 else 0))


def read_good_friday(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "Good Friday": two days before Easter."""
    if scene.word(match.start()) != "Good" or scene.value(match, "w") != "4":
        return None
    low = _nearest(match, scene, "easter")
    return scene.time(match, low and low.shifted(_GOOD_FRIDAY))


def read_named_day(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A day called "Day": "Memorial Day", "Valentine's Day", "Martin Luther King Day"."""
    at = match.start("u")
    if scene.word(at) != "Day":
        return None
    name = ""
    for first in range(at - 1, max(-1, at - 1 - _WORDS), -1):
        word = scene.word(first).lower()
        if word in ("'", "’"):
            continue
        name = word.replace("’", "'") + ("" if name.startswith("'") else " ") + name if name else word
        rule = _named_days().get(name.strip())
        if rule is not None and scene.word(first)[:1].isupper():
            low = _nearest(match, scene, rule)
            low = low and _its_weekend(match, scene, low)
            return replace(scene.time(match, low), start=scene.letters.first + first)
    return None


def _nearest(match: re.Match[str], scene: Scene, rule: str) -> Stretch | None:
    """The holiday of the year written, else the one nearest to the report as the tense has it."""
    written = scene.value(match, "y")
    now = scene.anchors.now("year")
    year = int(written) if written else (now.start.year if now else None)
    low = _holiday(rule, year)
    today = scene.anchors.today
    if low is None or written or today is None or year is None:
        return low
    future = scene.tense(match.start()) == "future"
    if low.start > today and not future and (low.start - today).days > 30:
        return _holiday(rule, year - 1) or low
    if low.start < today and future:
        return _holiday(rule, year + 1) or low
    return low


def _holiday(rule: str, year: int | None) -> Stretch | None:
    """The day of a rule: ``12-25``, ``easter``, or ``9/1/0+0``: the first Monday of September, days after it."""
    if "-" in rule:
        month, day = (int(n) for n in rule.split("-"))
        return make_day(year, month, day)
    if year is None:
        return None
    if rule == "easter":
        return stretch_at("day", _easter(year))
    month, number, weekday, later = (int(n) for n in re.split(r"[/+]", rule))
    first = date(year + month // 12, month % 12 + 1, 1) if number == 0 else date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1) + later)
    return stretch_at("day", found)


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
