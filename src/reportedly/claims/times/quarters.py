"""Quarters, halves, seasons, decades, centuries: "the third quarter of 1989", "summer 2015", "the early 1990s"."""

import re
from dataclasses import replace

from reportedly.claims.times.durations import amount_of, duration_value
from reportedly.claims.times.found import FoundTime, Scene, part_of
from reportedly.claims.times.relative import speaks_of_months
from reportedly.claims.times.stretch import (
    Stretch,
    StretchUnit,
    add_months,
    make_half,
    make_quarter,
    make_season,
    make_year,
    stretch_at,
)

#: Days after its end in which a quarter is still the one that "will be reported".
_REPORTED = 120
#: Hundreds in digits are a century before this year: "the 1800s", but "the 2000s".
_DECADES_ONLY = 2000
#: Quarters that may be a share of something: "three quarters were women".
_SHARES = ("1", "3")
_SHIFTS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1}


def year_of(match: re.Match[str], scene: Scene) -> int | None:
    """The year an expression names: in digits, or as "last year", "the year"."""
    for group in ("y", "y2"):
        written = scene.value(match, group)
        if written is not None:
            return int(written)
    for group in ("dy", "dy2"):
        if scene.given(match, group):
            now = scene.anchors.now("year")
            return None if now is None else now.start.year + _SHIFTS.get(str(scene.value(match, group)), 0)
    return None


def read_quarter(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A quarter or half year; without its year the last one begun, or one to come where the clause looks ahead."""
    named = scene.letters.values[match.start("o")]
    half = scene.letter(match.start("q")) == "h"
    year = year_of(match, scene)
    of_year = scene.given(match, "y2") + scene.given(match, "dy2")
    if not named.lstrip("-").isdigit() and not (named == "last" and of_year):
        return None  # "the last quarter" is counted from today, "the last quarter of 2015" is the fourth
    number = -1 if named == "last" else int(named)
    part = part_of(scene.value(match, "f"))
    if half:
        number = 2 if number == -1 else number
        if number not in (1, 2) or (year is None and not scene.given(match, "dy") + of_year):
            return None
        if year is None:
            return scene.time(match, None)
        return scene.time(match, replace(make_half(year, number), part=part))
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:
        return None
    if year is not None:
        return scene.time(match, replace(make_quarter(year, number), part=part))
    return scene.time(match, replace(_placed_quarter(match, scene, number), part=part), implied=True)


def _placed_quarter(match: re.Match[str], scene: Scene, number: int) -> Stretch:
    here = scene.anchors.named_here("year")
    now = scene.anchors.now("month")
    if now is None:
        return make_quarter(None, number)
    this = make_quarter(now.start.year, number)
    if here is not None and here.start.year != now.start.year and scene.letter(match.end()) == "O":
        return make_quarter(here.start.year, number)
    future = scene.tense(match.start("q")) == "future"
    if future:
        recent = (now.start - this.last).days <= _REPORTED
        return this if recent else this.years_later(1)
    return this if this.start <= now.start else this.years_later(-1)


def read_short_quarter(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "Q3 2015"."""
    number = int(scene.letters.values[match.start("o")])
    if not 1 <= number <= 4 or not scene.word(match.start()).isupper():
        return None
    year = year_of(match, scene)
    if year is not None:
        return scene.time(match, make_quarter(year, number))
    return scene.time(match, _placed_quarter(match, scene, number), implied=True)


def read_year_quarter(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the 1988 quarter", "the 1988 period": the quarter spoken of, in that year."""
    year = int(scene.letters.values[match.start("y")])
    anchor = scene.anchors.last("quarter")
    if anchor is None or anchor.yearless:
        return scene.time(match, make_year(year))
    return replace(scene.time(match, anchor.years_later(year - anchor.start.year)), aside=True)


def read_same_stretch(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "The same quarter last year", "the period a year ago", "the same month in 1997": that of then."""
    at = match.start("q")
    letter, value = scene.letter(at), scene.letters.values[at]
    if letter == "u" and (value != "Mo" or "A" not in match[0]):
        return None
    units: dict[str, tuple[StretchUnit, ...]] = {"q": ("quarter",), "h": ("half",), "u": ("month", "day")}
    anchor = scene.anchors.last(*units.get(letter, ("quarter", "half")))
    if anchor is not None and letter == "u":
        anchor = stretch_at("month", anchor.start, yearless=anchor.yearless)
    if letter == "G" and speaks_of_months(match, scene):
        anchor = scene.anchors.now("year")
    year = year_of(match, scene)
    if anchor is None or anchor.yearless:
        return scene.time(match, None if year is None else make_year(year))
    year = anchor.start.year - 1 if year is None else year
    low = replace(anchor.years_later(year - anchor.start.year), part=None, clock=None)
    return replace(scene.time(match, low), aside=True)


def read_quarters(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "Two quarters", "three straight quarters": a length of time; "three quarters" alone is as often a share."""
    amount = amount_of(match, scene)
    if scene.given(match, "many") and amount in _SHARES and "o" not in match[0]:
        return None
    return scene.time(match, None, kind="duration", timex=duration_value(amount, "Q"))


def read_first_months(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "the first nine months of 1989": months counted from the start or the end of the year named."""
    unit = scene.letters.values[match.start("unit")]
    amount = amount_of(match, scene)
    found = scene.time(match, None, kind="duration", timex=duration_value(amount, unit))
    year = year_of(match, scene)
    if scene.letter(match.start("o")) == "L" and not scene.given(match, "y") + scene.given(match, "dy"):
        return None
    if year is None or unit not in ("Mo", "Q") or not amount.isdigit() or int(amount) > 12:
        return found
    months = int(amount) * (3 if unit == "Q" else 1)
    if not 1 <= months <= 12:
        return found
    last = scene.word(match.start("o")).lower() in ("last", "final")
    begin = make_year(year).start
    first = add_months(begin, 12 - months if last else 0)
    return replace(found, low=Stretch(first, "month"), high=Stretch(add_months(first, months - 1), "month"))


def read_season(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A season with its year, or in a phrase of time: "summer 2015", "in the spring", "early autumn"."""
    at = match.start("s")
    season = scene.letters.values[at]
    year = year_of(match, scene)
    part = part_of(scene.value(match, "f"))
    if year is not None:
        return scene.time(match, replace(make_season(year, season), part=part))
    if scene.given(match, "dy"):
        return scene.time(match, None, timex=f"XXXX-{season}")
    phrase = scene.given(match, "f") or (scene.letter(match.start() - 1) in "iISBFO" and "D" in match[0])
    if not phrase:
        return None
    now = scene.anchors.now("month")
    if now is None:
        return scene.time(match, replace(make_season(None, season), part=part))
    low = make_season(now.start.year, season)
    if scene.tense(at) == "future":
        low = low if low.last >= now.start else low.years_later(1)
    elif low.start > now.start:
        low = low.years_later(-1)
    return scene.time(match, replace(low, part=part), implied=True)


def read_decade(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A decade: "the 1990s", "the late '80s", "the nineties"."""
    at = match.start("e")
    value = scene.letters.values[at]
    if scene.given(match, "n"):  # "the nineteen eighties"
        if scene.value(match, "n") not in ("18", "19"):
            return None
        start = 100 * int(str(scene.value(match, "n"))) + 10 * int(value[0])
    elif len(value) < 4:
        if "D" not in match[0] and scene.word(at - 1) not in ("'", "’", "‘") and not scene.given(match, "f"):
            return None
        tens = int(value[0])
        start = (1900 if tens >= 3 else 2000) + tens * 10
    else:
        start = int(value)
    part = part_of(scene.value(match, "f"))
    if len(value) == 4 and start % 100 == 0 and start < _DECADES_ONLY:  # "the 1800s"
        return scene.time(match, Stretch(make_year(start).start, "century", part=part))
    return scene.time(match, Stretch(make_year(start).start, "decade", part=part))


def read_century(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A century by its number: "the 20th century" is 19XX, as TimeML and EDTF write it."""
    number = int(scene.letters.values[match.start("o")])
    if scene.letters.values[match.start("u")] != "C" or not 2 <= number <= 22:
        return None
    part = part_of(scene.value(match, "f"))
    return scene.time(match, Stretch(make_year((number - 1) * 100).start, "century", part=part))
