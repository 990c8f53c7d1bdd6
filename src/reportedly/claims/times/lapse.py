"""Happenings told by the time since: "eight days after the quake that killed 75,000 people"."""

import re
from dataclasses import replace
from datetime import date

from reportedly.claims.times.edtf import edtf_of
from reportedly.claims.times.placed import Placed, PlacedTimes, moment_of
from reportedly.claims.times.stretch import StretchUnit, stretch_at
from reportedly.terms import Moment

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS: dict[str, StretchUnit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
#: Words between the length and what happened: "32 years to the day after a quake".
_BETWEEN = 6
_OTHER = frozenset({"after", "since", "before"})


def is_of_another(times: PlacedTimes, noun: int) -> bool:
    """Whether a noun is what the sentence's own happening came after: "days after the quake that killed"."""
    syntax, tokens = times.syntax, times.tokens
    return any(
        syntax.relations[c] in ("case", "mark") and tokens.word(c).lower() in _OTHER for c in syntax.children[noun]
    )


def before_lapse(times: PlacedTimes, noun: int, day: str | None) -> Moment | None:
    """When a happening was that another came a length of time after, as fine as that length.

    It is counted back from the day named just before, else from ``day``, the report's own.
    """
    sentence = times.sentence_of(noun)
    lengths = [p for p in times.in_sentence(sentence) if _LENGTH.fullmatch(p.time.timex or "") and p.stop <= noun]
    if not lengths or noun - lengths[-1].stop > _BETWEEN or not _is_after(times, lengths[-1], noun):
        return None
    length = lengths[-1]
    named = [p for p in times.in_sentence(sentence) if _is_day(p) and p.stop <= length.first]
    from_day = named[-1].time.edtf if named else day
    found = _LENGTH.fullmatch(length.time.timex or "")
    if found is None or from_day is None or len(from_day) < 10:
        return None
    unit = _UNITS[found[2]]
    try:
        stretch = stretch_at(unit, date.fromisoformat(from_day[:10])).shifted(-int(found[1]))
    except (OverflowError, ValueError):
        return None
    return replace(moment_of(length.time), edtf=edtf_of(stretch))


def _is_after(times: PlacedTimes, length: Placed, noun: int) -> bool:
    words = [times.tokens.word(word).lower() for word in range(length.first, noun)]
    return "after" in words


def _is_day(placed: Placed) -> bool:
    edtf = placed.time.edtf or ""
    return len(edtf) >= 10 and "/" not in edtf and not edtf.startswith("X")
