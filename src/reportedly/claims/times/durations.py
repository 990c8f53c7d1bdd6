"""Lengths of time, times that come back, and words for past, present and future without a date."""

import re
from dataclasses import replace

from reportedly.claims.times.found import FoundTime, Scene
from reportedly.claims.times.stretch import Stretch, StretchUnit

_TIMED = frozenset("HMS")
_VAGUE = "X"
_HOURS = 24
#: What half of a unit is, after the mark of times of day where it needs one: "five and a half hours" is PT5H30M.
_HALVES = {"Y": ("", "6M"), "H": ("T", "30M"), "M": ("T", "30S"), "D": ("T", "12H")}
#: With these a length lies about the time named last.
_OF_ANCHOR = frozenset({"previous", "prior", "preceding", "following"})
_ON = frozenset({"next", "coming", "following", "upcoming"})
#: What the future is called, and the terms that are part of it.
_OF_FUTURE = frozenset("near foreseeable immediate distant".split())
_TERMS = frozenset("long near short medium longer".split())
#: A word before one of these describes it: "the past president".
_NAMED = ("NOUN", "PROPN", "ADJ", "NUM")
_COUNTED: dict[str, StretchUnit] = {
    "D": "day", "W": "week", "Mo": "month", "Y": "year", "E": "decade", "Q": "quarter"
}  # fmt: skip


def duration_value(amount: str, unit: str) -> str:
    """TimeML's value of a length of time; fortnights are two weeks, decades and centuries years.

    >>> duration_value("16", "H"), duration_value("2", "E"), duration_value("X", "Mo"), duration_value("1.5", "Y")
    ('PT16H', 'P20Y', 'PXM', 'P1Y6M')
    """
    size = {"F": 2, "E": 10, "C": 100}.get(unit, 1)
    if size > 1 and amount != _VAGUE:
        amount = _plain(float(amount) * size)
    if unit == "WE":
        return f"P{amount}WE" if amount != "1" else "P2D"
    if amount.endswith(".5") and unit in _HALVES:
        whole = "" if amount == "0.5" else f"P{'T' if unit in _TIMED else ''}{amount[:-2]}{unit}"
        return (whole or "P") + ("" if whole and unit in _TIMED else _HALVES[unit][0]) + _HALVES[unit][1]
    letters = {"F": "W", "Mo": "M"} if amount == _VAGUE else {"F": "W", "Mo": "M", "E": "Y", "C": "Y"}
    letter = letters.get(unit, unit)
    return f"P{'T' if unit in _TIMED else ''}{amount}{letter}"


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() else str(number)


def amount_of(match: re.Match[str], scene: Scene, group: str = "number") -> str:
    """The number of a length of time in digits, ``X`` for "several" and its like; one for "a"."""
    if not scene.given(match, group):
        return _VAGUE
    at = match.start(group)
    total, current = 0.0, 0.0
    for place in range(at, match.end(group)):
        letter, value = scene.letter(place), scene.letters.values[place]
        if letter == "h":
            total += 0.5
        elif letter in "d#Y/":
            number = _number(value if letter != "/" else scene.word(place))
            if number is None:
                return _VAGUE
            current += number
        elif letter == "&" and scene.word(place).lower() == "or":
            break  # "five or six years"
        elif letter == "n":
            if value == _VAGUE:
                return _VAGUE
            current = max(current, 1) * int(value[1:]) if value[0] == "*" else current + int(value)
    if scene.given(match, group)[0] == "a" and total + current == 0:
        return "1"
    return _plain(total + current)


def _and_a_half(amount: str, match: re.Match[str]) -> str:
    """The number with the half that follows its unit: "a year and a half"."""
    return f"{amount}.5" if match[0].endswith("&ah") and amount.isdigit() else amount


def _number(written: str) -> float | None:
    top, mark, bottom = written.partition("/")
    try:
        return float(top) / float(bottom) if mark else float(written.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None


def read_duration(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """A length of time; with "last" or "next" it is a stretch that ends or begins with the report's day."""
    unit = scene.letters.values[match.start("unit")]
    amount = _and_a_half(amount_of(match, scene), match)
    found = scene.time(match, None, kind="duration", timex=duration_value(amount, unit))
    if match[0] == "nu" and scene.word(match.start()).lower() in ("one", "some") and unit == "D":
        ahead = scene.pos(match.start() - 1) != "ADP" and scene.tense(match.end() - 1) == "future"
        return scene.time(match, None, timex="FUTURE_REF") if ahead else found
    word = scene.value(match, "dir")
    if unit == "H" and amount.isdigit() and int(amount) % _HOURS == 0:  # "the past 24 hours"
        amount, unit = str(int(amount) // _HOURS), "D"
    if not scene.given(match, "dir") or amount == _VAGUE or unit not in _COUNTED or word in _OF_ANCHOR:
        return found
    now = scene.anchors.now("day")
    if now is None or "." in amount:
        return found
    count = int(amount)
    try:
        if word in _ON:
            return replace(found, low=now, high=_moved(now, _COUNTED[unit], count))
        return replace(found, low=_moved(now, _COUNTED[unit], -count), high=now)
    except (OverflowError, ValueError):
        return found


def _moved(day: Stretch, unit: StretchUnit, count: int) -> Stretch:
    """The day so many units away."""
    if unit in ("day", "week"):
        return day.shifted(count * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count
    moved = Stretch(day.start, "month").shifted(months)
    return replace(day, start=moved.start)


def read_vague_duration(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Days, weeks, years without a number: "for weeks", "recent months", "the coming years", "years ago"."""
    unit = scene.letters.values[match.start("unit")]
    word = scene.value(match, "dir") or (scene.value(match, "rel") if scene.given(match, "rel") else None)
    value = duration_value(_VAGUE, unit)
    if word == "these" and unit == "D":
        return scene.time(match, None, timex="PRESENT_REF")
    if word in ("recent", "ago", "latest"):
        return scene.time(match, None, timex="PAST_REF")
    if word in ("coming", "upcoming"):
        return scene.time(match, None, timex="FUTURE_REF")
    return scene.time(match, None, kind="duration", timex=value)


def read_long(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """What lasted that long: "the week-long strike", "a yearlong inquiry", "the decades-long dispute"."""
    if match[0] == "K":
        return scene.time(match, None, kind="duration", timex=scene.letters.values[match.start()])
    plural = scene.letter(match.start("unit")) == "U"
    if not plural and scene.letter(match.start() - 1) in "nd#-":
        return None  # "a two-week-long strike" was read before
    amount = _VAGUE if plural else "1"
    unit = scene.letters.values[match.start("unit")]
    return scene.time(match, None, kind="duration", timex=duration_value(amount, unit))


def read_single(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "a week", "an hour": a length of time, or how often where a number stands just before ("$100 a month")."""
    unit = scene.letters.values[match.start("unit")]
    if _is_rate(match, scene):
        return scene.time(match, None, kind="set", timex=duration_value("1", unit))
    if unit == "D" and scene.tense(match.start("unit")) == "present":
        return scene.time(match, None, kind="set", timex="P1D")
    return scene.time(match, None, kind="duration", timex=duration_value(_and_a_half("1", match), unit))


def _is_rate(match: re.Match[str], scene: Scene) -> bool:
    before = scene.word(match.start() - 1).lower()
    if match[0][0] == "6" or before in ("times", "once", "twice", "thrice", "percent", "%"):
        return True
    at = scene.letters.first + match.start() - 1
    if at < 0 or scene.syntax.pos[at] in ("ADP", "VERB", "AUX", "DET", "SCONJ", "PUNCT"):
        return False
    if scene.syntax.pos[at] == "NUM" or before[:1].isdigit():
        return True
    back = [scene.syntax.pos[k] for k in range(max(0, at - 2), at + 1)]
    return "NUM" in back and not {"ADP", "VERB", "PUNCT"} & set(back)


def read_set(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """What comes back: "every day", "each July", "daily", "Mondays", "every two weeks"."""
    at = match.end() - 1
    letter, value = scene.letter(at), scene.letters.values[at]
    if match[0] == "P" and scene.letter(at - 1) in "nd#":
        return None  # "two nights ago" do not come back
    timex: str | None = None
    if "3" in match[0]:  # "every other week"
        timex = duration_value("2", value) if letter in "uq" else None
    elif letter == "x":
        timex = value
    elif letter in "uUqQ":
        timex = duration_value(amount_of(match, scene) if scene.given(match, "number") else "1", value)
    elif letter in "wV":
        timex = f"XXXX-WXX-{int(value) + 1}"
    elif letter == "m":
        timex = f"XXXX-{int(value):02}"
    elif letter in "sP" and value in ("SP", "SU", "FA", "WI"):
        timex = f"XXXX-{value}"
    elif letter in "tP":
        before = scene.letter(at - 1)
        day = f"XXXX-WXX-{int(scene.letters.values[at - 1]) + 1}" if before == "w" else "XXXX-XX-XX"
        timex = f"{day}T{value}" if value != "WE" else "XXXX-WXX-WE"
    elif letter == "e":
        timex = "XXXX-WXX-WE"
    return scene.time(match, None, kind="set", timex=timex)


def read_reference(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Now, recently, soon, the past, the future: no date, and so no EDTF."""
    at = match.end() - 1
    letter, value = scene.letter(at), scene.letters.values[at]
    word = scene.word(at).lower()
    if letter in "Nz":
        if match[0][:2] == "D." and scene.word(at - 1).lower() not in _OF_FUTURE:
            return None
        return scene.time(match, None, timex=value)
    if word == "past" and scene.letter(match.end()) == "." and scene.pos(match.end()) in _NAMED:
        return None  # "the past president"
    if word in ("past", "current", "recent", "present"):
        return scene.time(match, None, timex="PAST_REF" if word in ("past", "recent") else "PRESENT_REF")
    return None


def read_moment(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "At the moment", "at this point", "for the time being": now; "in the long term": what is to come."""
    at = match.end() - 1
    before, named = scene.word(match.start() - 1).lower(), scene.word(at - 1).lower()
    value = scene.letters.values[at]
    if value == "term":
        return scene.time(match, None, timex="FUTURE_REF") if named in _TERMS else None
    if match[0] == "5DM":
        being = value == "time" and scene.word(at + 1).lower() == "being"
        return (
            replace(
                scene.time(match, None, timex="PRESENT_REF"),
                start=scene.letters.first + at - 1,
                stop=scene.letters.first + at + 2,
            )
            if being
            else None
        )
    now = before == "at" and (named == "this" or (named == "the" and value == "moment"))
    free = scene.letter(match.end()) != "O"  # "at this point of the talks"
    return scene.time(match, None, timex="PRESENT_REF") if now and free else None


def read_bare_earlier(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """ "Earlier, …", "he said earlier": the past; not a comparative ("an earlier report", "earlier than")."""
    place = match.start()
    at = scene.letters.first + place
    if scene.word(place).lower() != "earlier" or scene.word(place + 1).lower() in ("than", "in", "this", "that"):
        return None
    if scene.syntax.pos[at] != "ADV" and scene.syntax.relations[at] != "advmod":
        return None
    return scene.time(match, None, timex="PAST_REF")
