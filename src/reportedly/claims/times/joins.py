"""Expressions beside one another made one: ranges, a time of day with its day, the preposition before them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.times.found import FoundTime, Scene
from reportedly.claims.times.stretch import Stretch

_OPENINGS = {"S": "since", "B": "until"}
_UNTIL = frozenset({"until", "till", "by", "before"})
#: Between two expressions: "to", a dash, "through", "until"; after "between" also "and".
_TO = re.compile(r"D?,?(?:2|-|=|B)D?")
_AND = re.compile(r",?&D?")
#: Parts of the day whose hours are counted from noon.
_LATE = frozenset({"AF", "EV"})
_MORNING = re.compile(r"(?:0[1-9]|1[01]):")
_BESIDE = re.compile(r",?")
_LONGEST = 4000  # days of a range in words without a year


def join_times(found: Sequence[FoundTime], scene: Scene) -> list[FoundTime]:
    """The expressions of one sentence, joined and with their prepositions."""
    times = _join_days(list(found), scene)
    times = _join_ranges(times, scene)
    placed: list[FoundTime] = []
    for time in times:
        wider = _with_preposition(time, scene)
        free = not placed or placed[-1].stop <= wider.start  # "days before noon": the word is taken
        placed.append(wider if free else time)
    return placed


def _between(scene: Scene, one: FoundTime, two: FoundTime) -> str:
    first = scene.letters.first
    return scene.letters.letters[one.stop - first : two.start - first]


def _join_days(times: list[FoundTime], scene: Scene) -> list[FoundTime]:
    """A time of day and the day beside it as one: "9 a.m. Tuesday", "yesterday at noon" stays two."""
    joined: list[FoundTime] = []
    for time in times:
        last = joined[-1] if joined else None
        if last is not None and _BESIDE.fullmatch(_between(scene, last, time)):
            one = _day_and_time(last, time)
            if one is not None:
                joined[-1] = one
                continue
        if last is not None and time.dayless and last.low is not None and last.low.unit == "day":
            time = _on_day_of(time, last)
        elif last is not None and last.dayless and not time.dayless and _near(last, time):
            joined[-1] = _on_day_of(last, time)
        joined.append(time)
    return joined


def _near(one: FoundTime, two: FoundTime) -> bool:
    return two.start - one.stop <= 3 and two.low is not None and two.low.unit == "day"


def _day_and_time(one: FoundTime, two: FoundTime) -> FoundTime | None:
    clock, day = (one, two) if one.dayless else (two, one)
    if not clock.dayless or day.dayless or day.kind not in ("date", "time") or day.high is not None:
        return None
    if day.low is None:
        if clock.timex is None or not (day.timex is None or day.timex.startswith("XXXX-W")):
            return None
        timex = None if day.timex is None else day.timex + clock.timex
        return replace(day, start=one.start, stop=two.stop, kind="time", timex=timex)
    if day.low.unit != "day" or (day.low.clock and clock.kind != "time"):
        return None
    return replace(_on_day_of(clock, day), start=one.start, stop=two.stop, dayless=False)


def _on_day_of(clock: FoundTime, day: FoundTime) -> FoundTime:
    """A time of day placed on another expression's day."""
    written = clock.low.clock if clock.low else (clock.timex or "T")[1:]
    if day.low is None or day.low.unit != "day" or written is None:
        return clock
    if day.low.clock in _LATE and _MORNING.match(written):  # "3 o'clock this afternoon"
        written = f"{int(written[:2]) + 12}{written[2:]}"
    return replace(clock, low=replace(day.low, clock=written, part=None), timex=None)


def _join_ranges(times: list[FoundTime], scene: Scene) -> list[FoundTime]:
    joined: list[FoundTime] = []
    for time in times:
        last = joined[-1] if joined else None
        if last is not None and _makes_range(last, time, scene):
            try:
                joined[-1] = _range(last, time, scene)
            except OverflowError:  # beyond the calendar: they stay two
                joined.append(time)
        else:
            joined.append(time)
    return joined


def _makes_range(one: FoundTime, two: FoundTime, scene: Scene) -> bool:
    if one.high is not None or two.high is not None or one.low is None or two.low is None:
        return False
    if one.kind not in ("date", "time") or two.kind not in ("date", "time"):
        return False
    between = _between(scene, one, two)
    before = scene.letter(one.start - scene.letters.first - 1)
    through = between == "i" and scene.word(one.stop - scene.letters.first).lower() == "through"
    if before == "W":
        return _AND.fullmatch(between) is not None
    if before == "F" and between == "B":
        return True
    return through or (between != "B" and _TO.fullmatch(between) is not None and _alike(one.low, two.low))


def _alike(one: Stretch, two: Stretch) -> bool:
    """Whether two stretches can bound a range without "from": no day and month ("Friday to May's figures")."""
    years = ("year", "decade", "century")
    return one.unit == two.unit or (one.unit in years and two.unit in years)


def _range(one: FoundTime, two: FoundTime, scene: Scene) -> FoundTime:
    assert one.low is not None and two.low is not None
    low, high = one.low, two.low
    if one.implied and not two.implied and not low.yearless and not high.yearless:
        low = low.years_later(high.start.year - low.start.year)
        if low.start > high.start:
            low = low.years_later(-1)
    elif one.implied and low.yearless and not high.yearless:
        low = replace(low, yearless=False).years_later(high.start.year - low.start.year)
    elif not one.implied and not two.implied and low.unit == high.unit == "day" and high.start < low.start:
        high = high.shifted(7 if (low.start - high.start).days < 7 else 0)  # "Monday to Friday"
    elif two.implied and not high.yearless and not low.yearless:
        if not one.implied:
            high = high.years_later(low.start.year - high.start.year)
        if high.start < low.start:
            high = high.years_later(1)
        today = scene.anchors.today
        ahead = one.implied and today is not None and low.start <= today < high.start
        if ahead and scene.tense(_place(scene, two)) == "past":
            low, high = low.years_later(-1), high.years_later(-1)
    return replace(two, start=one.start, low=low, high=high, implied=one.implied and two.implied)


def _is_placed(time: FoundTime, scene: Scene) -> bool:
    """Whether a length of time says where it lies: "the last two weeks"."""
    start = _place(scene, time)
    return bool({scene.letter(start), scene.letter(start + 1)} & set("LXl"))


def _place(scene: Scene, time: FoundTime) -> int:
    return time.start - scene.letters.first


def _with_preposition(time: FoundTime, scene: Scene) -> FoundTime:
    """The expression with the preposition before it, where that belongs to when something happened."""
    first = scene.letters.first
    if time.kind == "set" or (time.kind == "duration" and time.low is None and not _is_placed(time, scene)):
        return time
    place = time.start - first - 1
    if scene.letter(time.stop - first) == "'" or (time.kind == "date" and scene.letter(place) == "D"):
        return time  # "at last week's forum", "the Dec. 21 bombing"
    letter, word = scene.letter(place), scene.word(place).lower()
    if letter == "S":
        return replace(time, start=first + place, opening="since")
    if letter == "B" or word in ("before", "through"):
        return replace(time, start=first + place, opening="until")
    if letter == "9" and word == "after":
        return replace(time, start=first + place, opening="since")
    if letter == "4" or (word == "of" and scene.letter(place - 1) == "4"):
        if word == "of":
            return replace(time, start=first + place - 1, opening="as_of")
        return time
    if letter == "F" and time.high is None:
        onwards = scene.word(time.stop - first).lower() in ("on", "onward", "onwards", "forward")
        return replace(time, start=first + place, opening="since") if onwards else time
    if letter in "iIFW" and word not in ("about", "circa"):
        return replace(time, start=first + place)
    return time
