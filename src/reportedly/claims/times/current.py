"""Stretches named with no more than "the": "the weekend", "the quarter", "for the year", "year-end"."""

import re
from dataclasses import replace
from datetime import timedelta

from reportedly.claims.times.found import FoundTime, Scene, part_of
from reportedly.claims.times.relative import UNITS
from reportedly.claims.times.stretch import Stretch, make_day, make_year, stretch_at

#: "the quarter ended Sept. 30"
_ENDS = frozenset({"ended", "ending"})
#: Letters of "the rest of", "rest of".
_RESTS = frozenset({"D0", "0O"})
#: Days from the middle of a quarter to its end: what ends on 31 July is nearer to the second than to the third.
_HALF_A_QUARTER = 45


def read_the_unit(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the weekend", "the end of the year", "earlier in the week", "the quarter"."""
    at = match.start("u")
    value, word = scene.letters.values[at], scene.value(match, "f")
    part = part_of(word)
    if value == "C" and word == "turn":
        low = _turn_of_century(scene)
    elif value == "WE":
        low = _weekend(match, scene)
    elif value == "Q":
        low = _the_quarter(match, scene)
    elif value == "Y" and word is None:
        return _the_year(match, scene)
    elif word is None and match[0][:2] not in _RESTS and not _is_the_one_told_of(match, scene):
        return None
    else:
        unit = UNITS.get(value)
        low = unit and ((word is None and scene.anchors.named_here(unit)) or scene.anchors.now(unit))
    if low is not None:
        low = replace(low, part=part or low.part or ("about" if scene.given(match, "c") else None))
    return scene.time(match, low)


def _turn_of_century(scene: Scene) -> Stretch | None:
    """The turn of the century is the one nearest to the report."""
    now = scene.anchors.now("year")
    return now and replace(make_year((now.start.year + 50) // 100 * 100), part="about")


def _is_the_one_told_of(match: re.Match[str], scene: Scene) -> bool:
    """Whether a bare day, week or month is the one the report tells of: "ended the day at", "for the month"."""
    before = scene.word(match.start() - 1).lower()
    closing = before.startswith(("end", "finish", "clos")) and scene.pos(match.start() - 1) == "VERB"
    free = scene.letter(match.end()) not in "-9bgfO2Xn" and scene.word(match.end()).lower() not in _ENDS
    beside = scene.pos(match.end()) in ("NOUN", "PROPN", "PART", "PRON")
    return free and not beside and (closing or before == "for")


def _the_quarter(match: re.Match[str], scene: Scene) -> Stretch | None:
    """The quarter that ends with the day named after it ("the quarter ended July 31"), or the one named last."""
    if scene.word(match.end()).lower() in _ENDS:
        day = scene.day_after(match.end())
        now = scene.anchors.now("year")
        if day is not None and now is not None:
            ended = make_day(now.start.year, *day)
            today = scene.anchors.today
            if ended is not None and today is not None and ended.start > today:
                ended = ended.years_later(-1)
            return ended and stretch_at("quarter", ended.start - timedelta(days=_HALF_A_QUARTER))
    low = scene.anchors.last("quarter")
    if low is None:
        now = scene.anchors.now("quarter")
        ahead = match.start("u") - match.start() > 1 and scene.tense(match.start("u")) == "future"
        low = now if ahead else now and now.shifted(-1)  # "will leave by the end of the quarter"
    return low


def _the_year(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "For the year", "the full year": that of the report; "the year ended July 2" is a length of time."""
    after = scene.word(match.end()).lower()
    if after in _ENDS:
        return scene.time(match, None, kind="duration", timex="P1Y")
    counted = scene.letter(match.end()) == "O" and scene.letter(match.start() - 1) != "5"
    if counted or scene.letter(match.end()) in "-9bgfY2Xn":
        return None  # "the year of the dragon", "the year before"; but "a high for the year of $42"
    low = scene.anchors.named_here("year") or scene.anchors.now("year")
    return scene.time(match, low and replace(low, part="about" if _is_fiscal(match, scene) else None))


def _is_fiscal(match: re.Match[str], scene: Scene) -> bool:
    return scene.value(match, "c") not in (None, "full")


def _weekend(match: re.Match[str], scene: Scene) -> Stretch | None:
    """The weekend before the report's day, or the one it lies in; the next one where the clause looks ahead."""
    now, today = scene.anchors.now("weekend"), scene.anchors.today
    if now is None or today is None:
        return None
    if scene.tense(match.start("u")) == "future" or today.weekday() >= 5:
        return now
    return now.shifted(-1)


def read_year_end(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "year-end", "the year's end", "mid-year"."""
    value = scene.letters.values[match.start("u")]
    unit = UNITS.get(value)
    part = part_of(scene.value(match, "f"))
    if unit is None or part is None:
        return None
    written = scene.value(match, "y")
    now = make_year(int(written)) if written and unit == "year" else scene.anchors.now(unit)
    if now is not None and not written and scene.letter(match.start() - 1) == "S":
        now = now.shifted(-1)  # what has changed "since year-end"
    timex = f"{now.start.year:04}-12-31" if now is not None and unit == "year" and part == "end" else None
    return scene.time(match, now and replace(now, part=part), timex=timex)


def read_midyear(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "Midyear", "midyear 1990"."""
    written = scene.value(match, "y")
    now = make_year(int(written)) if written else scene.anchors.now("year")
    return scene.time(match, now and replace(now, part="mid"))
