"""Stretches counted from the report's date or the time named last: "last year", "two days ago", "a day later"."""

import re
from dataclasses import replace

from reportedly.claims.times.durations import amount_of, duration_value
from reportedly.claims.times.found import FoundTime, Scene, part_of
from reportedly.claims.times.stretch import Part, Stretch, StretchUnit, make_season, stretch_at

#: Stretches by the letters of TimeML's lengths of time.
UNITS: dict[str, StretchUnit] = {
    "D": "day",
    "W": "week",
    "Mo": "month",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "WE": "weekend",
    "Q": "quarter",
}
_BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
_ON = frozenset({"next", "coming", "following", "upcoming"})
#: With "the" these count from the time named last and not from the report's date.
_OF_ANCHOR = frozenset({"following", "next", "previous", "preceding", "prior"})
_DIRECTIONS = _BACK | _ON | {"this", "current", "present", "that", "same", "latest"}
_VAGUE = "X"
_QUOTES = frozenset({'"', "“", "``", "'", "‘"})


def read_unit(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A week, month, year … by its place: "last year", "this week", "early next month", "the following day"."""
    at = match.start("u")
    value = scene.letters.values[at]
    if scene.word(match.start() - 1) in _QUOTES and scene.word(at).istitle() and scene.word(at - 1).istitle():
        return None  # the programme called "This Week"
    words = [scene.letters.values[i] for i in range(match.start("dir"), match.end("dir"))]
    direction = next((word for word in words if word in _DIRECTIONS), "")
    part = part_of(scene.value(match, "f"))
    if scene.letter(at) == "G":
        low = scene.anchors.last("quarter", "half")
        if direction != "latest" or low is None:
            return None
    elif scene.letter(at) == "s":
        low = _season_by(scene, value, direction)
    elif value not in UNITS:
        return None
    else:
        low = _unit_by(scene, UNITS[value], direction, absolute="D" not in scene.given(match, "dir"))
    if low is not None and scene.given(match, "c"):
        low = replace(low, part=part or "about")
    elif low is not None and part is not None:
        low = replace(low, part=part)
    return scene.time(match, low)


def _unit_by(scene: Scene, unit: StretchUnit, direction: str, *, absolute: bool) -> Stretch | None:
    now = scene.anchors.now(unit)
    if direction in ("that", "same"):
        return _anaphor(scene, unit)
    if not absolute and direction in _OF_ANCHOR:
        anchor = _anaphor(scene, unit)
        if anchor is not None and (direction != "next" or unit == "day"):
            return anchor.shifted(-1 if direction in _BACK else 1)
    if now is None:
        return None
    if direction in _BACK:
        if unit == "weekend":
            today = scene.anchors.today
            return now.shifted(-1) if today is None or today.weekday() < 6 else now
        return now.shifted(-1)
    if direction == "latest":
        return now.shifted(-1)
    if direction in _ON:
        return now.shifted(1)
    return now


def _anaphor(scene: Scene, unit: StretchUnit) -> Stretch | None:
    """The time named last, in the given unit."""
    fine = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month", "week")}.get(unit)
    last = scene.anchors.last(*fine) if fine else scene.anchors.last()  # type: ignore[arg-type]
    if last is None or last.yearless or last.unit in ("decade", "century"):
        return None
    return stretch_at(unit, last.start)


def _season_by(scene: Scene, season: str, direction: str) -> Stretch | None:
    now = scene.anchors.now("month")
    told_of = scene.anchors.last() if direction in ("that", "same") else None
    if told_of is not None and not told_of.yearless:
        return make_season(told_of.start.year, season)
    if now is None:
        return None
    this = make_season(now.start.year, season)
    if direction in _BACK:
        while this.last >= now.start:
            this = this.years_later(-1)
        return this
    if direction in _ON:
        return this if this.start > now.start else this.years_later(1)
    return this if season != "WI" or now.start.month > 3 else this.years_later(-1)


def speaks_of_months(match: re.Match[str], scene: Scene) -> bool:
    """Whether a number of months was named before: "for the nine months, … a year earlier" is no quarter."""
    places = range(1, match.start())
    months = [p for p in places if scene.letter(p) == "U" and scene.letters.values[p] == "Mo"]
    return any(scene.letter(p - 1) in "nd" for p in months)


def read_ago(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """So many days, weeks, months, years before or after the report's date or the time named last."""
    amount = amount_of(match, scene)
    value = scene.letters.values[match.start("unit")]
    word = scene.letters.values[match.start("rel")]
    amount = f"{amount}.5" if "&ah" in match[0] and amount.isdigit() else amount  # "a year and a half ago"
    duration = duration_value(amount, value)
    if word == "ago":
        return _counted(match, scene, amount, value, ago=True, sign=-1)
    if word == "from":
        if scene.word(match.end() - 1).lower() not in ("now", "today"):
            return None
        return _counted(match, scene, amount, value, ago=True, sign=1)
    after = scene.letter(match.end())
    anchored = word in ("before", "after") and after not in ",.;" and scene.word(match.end())[:1].isalnum()
    anchored = anchored or (word in ("before", "after") and scene.word(match.end())[:1].isalnum())
    if anchored:
        return scene.time(match, None, kind="duration", timex=duration)
    if word == "hence":
        return _counted(match, scene, amount, value, ago=True, sign=1)
    return _counted(match, scene, amount, value, ago=False, sign=-1 if word in ("earlier", "before") else 1)


def _counted(
    match: re.Match[str], scene: Scene, amount: str, value: str, *, ago: bool, sign: int
) -> FoundTime | None:
    unit = UNITS.get("W" if value == "F" else value)
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    about: Part | None = "about" if ago and scene.given(match, "approx") else None
    if amount == _VAGUE and not ago:  # "a few days later" counts from what was told, not from the report
        return scene.time(match, None, kind="duration", timex=duration_value(amount, value))
    if amount == _VAGUE:
        return scene.time(match, None, timex=reference)
    if unit is None:
        return _hours(match, scene, amount, value, ago=ago, sign=sign)
    count = float(amount) * (2 if value == "F" else 1)
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if not count.is_integer():
        if unit != "year":
            return scene.time(match, None, timex=duration_value(amount, value))
        count, unit = round(count * 12), "month"
    anchor = scene.anchors.now(unit) if ago else _earlier_anchor(scene, unit, sign)
    if not ago and unit == "year" and speaks_of_months(match, scene):
        anchor = scene.anchors.now(unit)
    if anchor is None:
        return scene.time(match, None, timex=reference if ago else None)
    try:
        low = anchor.years_later(sign * int(count)) if unit == "year" else anchor.shifted(sign * int(count))
    except (OverflowError, ValueError):
        return scene.time(match, None, timex=reference)
    if ago and unit == "year" and count == 1 and not speaks_of_months(match, scene):
        last = scene.anchors.named_here("quarter") or scene.anchors.last("quarter", "year", "month", "half")
        if last is not None and last.unit == "quarter" and not last.yearless:
            low = last.years_later(-1)
    return replace(scene.time(match, replace(low, part=about, clock=None)), aside=unit == "year")


def _hours(
    match: re.Match[str], scene: Scene, amount: str, value: str, *, ago: bool, sign: int
) -> FoundTime | None:
    if not ago:
        return scene.time(match, None, kind="duration", timex=duration_value(amount, value))
    now = scene.anchors.now("day")
    if now is not None and float(amount) > 24:
        now = now.shifted(sign * round(float(amount) / 24))
    return scene.time(match, now and replace(now, clock=None, part="about"), kind="time")


def _earlier_anchor(scene: Scene, unit: StretchUnit, sign: int) -> Stretch | None:
    """What "two days later" and "a year earlier" count from: the time named last in this sentence, else before.

    Years move the anchor as it is, so that "this month … a year earlier" is a month, and a day becomes its
    year. Without any time named, what came earlier is counted from the report's date.
    """
    stand_in = scene.anchors.now(unit) if sign < 0 and scene.anchors.named_here() is None else None
    if unit == "year":
        before = scene.anchors.last() if sign > 0 else scene.anchors.last("quarter")
        anchor = scene.anchors.named_here() or before
        if anchor is None or anchor.yearless:
            return stand_in
        return anchor if anchor.unit in ("month", "quarter", "half", "season") else anchor.holding("year")
    fine = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month")}.get(unit, ())
    anchor = scene.anchors.last(*fine)  # type: ignore[arg-type]
    if anchor is None or anchor.yearless:
        return stand_in
    return stretch_at(unit, anchor.start)


def read_neighbour(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the year before", "the day after": one unit from the time named last; with a noun after it, unsettled."""
    value = scene.letters.values[match.start("u")]
    word = scene.letters.values[match.start("b")]
    unit = UNITS.get(value)
    if unit is None or word == "hence":
        return None
    if scene.word(match.end())[:1].isalnum() and word in ("before", "after"):
        if scene.letter(match.end()) == "j":
            return None
        return scene.time(match, None, timex=None)
    sign = -1 if word in ("before", "earlier") else 1
    anchor = _earlier_anchor(scene, unit, sign) if unit == "year" else _anaphor(scene, unit)
    if anchor is None:
        return scene.time(match, None)
    moved = anchor.years_later(sign) if unit == "year" else anchor.shifted(sign)
    return scene.time(match, replace(moved, part=None, clock=None))


def read_year_ago(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "year-earlier", "the year-ago quarter": the quarter, month or year spoken of, a year before."""
    if scene.letters.values[match.start("u")] != "Y":
        return None
    anchor = scene.anchors.named_here("quarter", "month", "half") or scene.anchors.last("quarter")
    if speaks_of_months(match, scene) and not scene.given(match, "q"):
        anchor = scene.anchors.now("year")
    if anchor is None or anchor.yearless:
        now = scene.anchors.now("quarter" if scene.given(match, "q") else "year")
        anchor = now and (now.shifted(-1) if now.unit == "quarter" else now)
    low = anchor and replace(anchor.years_later(-1), part=None, clock=None)
    return replace(scene.time(match, low), aside=True)


def read_then(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "since then", "until then": the time named last."""
    anchor = scene.anchors.last()
    return scene.time(match, anchor and replace(anchor, part=None))
