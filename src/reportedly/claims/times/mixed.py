"""Lengths of time in two units or in parts of one: "a year and four months", "a quarter century"."""

import re

from reportedly.claims.times.durations import amount_of
from reportedly.claims.times.found import FoundTime, Scene

#: From long to short, with TimeML's letters and the mark before times of day.
_ORDER = ("Y", "Mo", "W", "D", "H", "M", "S")
_TIMED = frozenset("HMS")
_QUARTERS = {"C": "P25Y", "H": "PT15M"}


def read_mixed(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "Three years and four months", "two hours, 20 minutes": one length of a longer and a shorter unit."""
    one, two = (scene.letters.values[match.start(group)] for group in ("unit", "unit2"))
    amounts = amount_of(match, scene), amount_of(match, scene, "number2")
    if one not in _ORDER or two not in _ORDER or _ORDER.index(one) >= _ORDER.index(two):
        return None
    if not all(amount.isdigit() for amount in amounts):
        return None
    first, second = (f"{amount}{unit[0]}" for amount, unit in zip(amounts, (one, two), strict=True))
    marks = ("T", "") if one in _TIMED else ("", "T" if two in _TIMED else "")
    value = f"P{marks[0]}{first}{marks[1]}{second}"
    return scene.time(match, None, kind="duration", timex=value)


def read_quarter_century(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "A quarter century", "a quarter of an hour"."""
    value = _QUARTERS.get(scene.letters.values[match.start("unit")])
    return None if value is None else scene.time(match, None, kind="duration", timex=value)
