"""Days by their names and places about today: "Tuesday", "last Friday", "Monday night", "yesterday"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.times.found import FoundTime, Scene, part_of
from reportedly.claims.times.stretch import Stretch, stretch_at
from reportedly.terms.reading import TimeKind

#: Zones that need no reckoning; times of other zones keep their words only.
_UNIVERSAL = frozenset({"UTC", "GMT"})
_DIGITS = 4
_BARE = frozenset({"dawn", "dusk", "daybreak", "nightfall", "sunrise", "sunset", "sundown"})
#: A weekday before one of these names a paper and no day: "the Sunday Times".
_PAPERS = frozenset("times telegraph mail express mirror herald post star tribune independent review sun".split())


def read_weekday(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A weekday: the last one up to the report's day, unless its words or its clause look ahead."""
    place = match.start("w")
    after = scene.word(match.end("w"))
    if after[:1].isupper() and after.lower() in _PAPERS:
        return None
    number = int(scene.letters.values[place])
    clock = _part_of_day(match, scene)
    kind: TimeKind = "time" if clock else "date"
    today = scene.anchors.today
    if today is None:
        tail = {"24:00": "NI", "12:00": "MI"}.get(clock or "", clock)
        return scene.time(match, None, kind=kind, timex=f"XXXX-WXX-{number + 1}" + (f"T{tail}" if tail else ""))
    back = (today.weekday() - number) % 7
    direction = _direction(match, scene)
    if scene.value(match, "dy"):
        week = {"last": -1, "past": -1, "next": 1}.get(str(scene.value(match, "dy")), 0)
        day = today - timedelta(days=today.weekday() - number - 7 * week)
    elif direction in ("last", "past"):
        day = today - timedelta(days=back or 7)
    elif direction in ("previous", "preceding", "prior"):
        before = scene.anchors.last("day")
        day = _before(before, number) if before and not before.yearless else today - timedelta(days=back + 7)
    elif direction in ("next", "coming", "upcoming"):
        day = today + timedelta(days=7 - back)
    elif direction == "following":
        before = scene.anchors.last("day")
        from_day = before.start if before and not before.yearless else today
        day = from_day + timedelta(days=(number - from_day.weekday() - 1) % 7 + 1)
    elif direction == "this":
        day = today - timedelta(days=today.weekday() - number)
    else:
        day = today - timedelta(days=back)
        if back and scene.tense(place) == "future":
            day += timedelta(days=7)
    return scene.time(match, replace(stretch_at("day", day), clock=clock), kind=kind)


def _before(stretch: Stretch, number: int) -> date:
    return stretch.start - timedelta(days=(stretch.start.weekday() - number - 1) % 7 + 1)


def _direction(match: re.Match[str], scene: Scene) -> str:
    at = match.end("dir") if scene.given(match, "dir") else 0
    if not at:
        return ""
    return scene.letters.values[at - 1]


def _part_of_day(match: re.Match[str], scene: Scene) -> str | None:
    value = scene.value(match, "t")
    if value is None:
        return None
    return "NI" if value == "overnight" else value


def read_near_day(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Yesterday, today, tomorrow, tonight, with or without the part of the day."""
    place = match.start("j")
    if scene.word(place).isupper() and scene.word(place - 1).isupper():
        return None  # USA TODAY
    shift = int(scene.letters.values[place])
    clock = "NI" if scene.word(place).lower() == "tonight" else _part_of_day(match, scene)
    now = scene.anchors.now("day")
    part = part_of(scene.value(match, "f"))
    if scene.given(match, "far"):
        shift *= 2
    low = now and replace(now.shifted(shift), clock=clock, part=part if clock is None else None)
    timex = None if now or shift else "PRESENT_REF"
    return scene.time(match, low, kind="time" if clock else "date", timex=timex)


def read_overnight(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Overnight: the night that ended on the report's day."""
    now = scene.anchors.now("day")
    if now is None:
        return scene.time(match, None, kind="time")
    low = replace(now.shifted(-1), clock="NI")
    return replace(scene.time(match, low, kind="time"), high=now)


def read_part_of_day(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A part of a day: "this morning", "last night", "in the afternoon"; without its day, that of the sentence."""
    clock = scene.letters.values[match.start("t")]
    direction = _direction(match, scene)
    now = scene.anchors.now("day")
    if direction in ("this", "current"):
        return scene.time(match, now and replace(now, clock=clock), kind="time")
    if direction in ("last", "past") and "D" not in scene.given(match, "dir"):
        return scene.time(match, now and replace(now.shifted(-1), clock=clock), kind="time")
    day = scene.anchors.last("day")
    if day is None or day.yearless:
        day = now
    if direction in ("next", "following"):
        return scene.time(match, day and replace(day.shifted(1), clock=clock), kind="time")
    if direction in ("previous", "last"):
        return scene.time(match, day and replace(day.shifted(-1), clock=clock), kind="time")
    day = day if direction in ("that", "same") else scene.anchors.named_here("day") or now
    timex = f"T{clock}" if day is None else None
    return scene.time(match, day and replace(day, clock=clock), kind="time", timex=timex, dayless=not direction)


def read_dawn(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Daybreak and nightfall, which need no article: "at dawn", "by dusk"."""
    return read_part_of_day(match, scene) if scene.word(match.start("t")).lower() in _BARE else None


def read_clock(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A time of the clock, on the day the sentence names, else on the day named last."""
    if scene.word(match.start()) in ("Noon", "Midnight") and scene.word(match.start() - 1).istitle():
        return None  # the film "High Noon"
    if scene.given(match, "c3") and not _is_military(match, scene):
        return None
    clock = _clock(match, scene)
    if clock is None:
        return None
    day = scene.anchors.last("day") or scene.anchors.now("day")
    low = None if day is None or day.yearless else replace(day, clock=clock, part=None)
    return scene.time(match, low, kind="time", timex=None if low else f"T{clock}", dayless=True)


def _is_military(match: re.Match[str], scene: Scene) -> bool:
    """Whether four digits are a time of the day: "at 1130", which no year stands behind."""
    place = match.start("c3")
    word = scene.word(place)
    return scene.word(place - 1).lower() == "at" and len(word) == _DIGITS and word.isdigit()


def _clock(match: re.Match[str], scene: Scene) -> str | None:
    if scene.given(match, "k"):
        return scene.letters.values[match.start("k")]
    groups = ("c", "c2", "c3", "h")
    written = next((value for group in groups if (value := scene.value(match, group))), "").replace(".", ":")
    if len(written) == 4 and written.isdigit():
        written = f"{written[:2]}:{written[2:]}"
    hours, _, minutes = written.partition(":")
    if not hours.isdigit() or (minutes and not minutes[:2].isdigit()):
        return None
    hour, minute = int(hours), int(minutes[:2] or 0)
    half = scene.value(match, "p") or scene.value(match, "p2")
    part = scene.value(match, "t")
    if half is not None and half in "ap" and hour > 12:
        return None
    late = half == "p" or part in ("AF", "EV") or (part == "NI" and hour >= 6)
    if hour < 12 and late:
        hour += 12
    elif hour == 12 and half == "a":
        hour = 0
    zone = "Z" if _UNIVERSAL & set(scene.letters.values[match.start() : match.end()]) else ""
    return f"{hour:02}:{minute:02}{zone}" if hour < 24 and minute < 60 else None
