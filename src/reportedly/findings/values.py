"""What a figure's words leave open: the interval in which the number may lie.

"At least 61" leaves everything from 61 up, "up to 1,000" everything from nothing to 1,000, "about 2,000" what
people round to 2,000, a vague word what the chosen reading of it says, and nothing at all by the reading ``none``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from reportedly.terms import Figure

VagueReading = Literal["none", "plain", "acled-like"]
VAGUE_READINGS: tuple[VagueReading, ...] = get_args(VagueReading)

#: Lowest and highest number that a vague word may stand for, by the name of the reading.
VAGUE_WORDS: Mapping[str, Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "none": {},
        "plain": {
            "a couple": (2, 2),
            "a few": (3, 5),
            "several": (3, 9),
            "dozens": (24, 99),
            "scores": (40, 99),
            "hundreds": (200, 999),
            "thousands": (2_000, 9_999),
            "tens of thousands": (20_000, 99_999),
        },
        # Raleigh et al.: "tens" is coded 10, "dozens" 12, "hundreds" 100
        "acled-like": {"tens": (10, 10), "dozens": (12, 12), "hundreds": (100, 100)},
    }
)

#: "About 2,000" is taken to leave a tenth on either side, "nearly" and "just over" a tenth on theirs, but no more
#: than half of the last digit told: "about 80,000" is not said of 87,725, nor "some 250" of 212 …
ABOUT = 0.1
#: … and at least this share, since 61,867 may be an estimate too.
ABOUT_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers that the words leave open; an end that is ``open`` does not belong to it.

    Infinite ends stand for "no more is said".
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Whether one number lies in both.

        >>> Interval(61, math.inf).meets(Interval(148, 148)), Interval(61, 61).meets(Interval(148, 148))
        (True, False)
        """
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return not any(
            (each.low == low and each.low_open) or (each.high == low and each.high_open) for each in (self, other)
        )


def interval_of(figure: Figure, vague: VagueReading = "none") -> Interval | None:
    """The numbers that a figure's words leave open; None for a vague word that the reading does not read.

    >>> from reportedly.terms import Figure
    >>> held = dict(id="f:1", exact="up to 61", spans=((0, 8),), stated=61, measure="count", confidence=1.0)
    >>> interval_of(Figure(low=None, best=None, high=61, bound="at_most", **held))
    Interval(low=0, high=61, low_open=False, high_open=False)
    """
    bound = figure.bound
    if bound == "vague":
        read = VAGUE_WORDS[vague].get(vague_word(figure.vague or figure.exact))
        return None if read is None else Interval(*read)
    if bound in ("at_least", "more_than") and figure.low is not None:
        return Interval(figure.low, math.inf, low_open=bound == "more_than")
    if bound in ("at_most", "less_than") and figure.high is not None:
        return Interval(min(0, figure.high), figure.high, high_open=bound == "less_than")
    if bound == "about" and figure.best is not None:
        slack = _slack(figure.best)
        below, above = figure.best - slack, figure.best + slack
        return Interval(
            figure.best if figure.lean == "above" else below, figure.best if figure.lean == "below" else above
        )
    return None if figure.low is None or figure.high is None else Interval(figure.low, figure.high)


def _slack(number: float | int) -> float:
    """How far from "about" a number the true one may lie.

    >>> _slack(2000), _slack(80000), _slack(250), _slack(61867)
    (200.0, 5000.0, 5.0, 1237.34)
    """
    size = abs(number)
    return max(min(size * ABOUT, last_unit(size) / 2), size * ABOUT_LEAST)


def last_unit(number: float | int) -> float:
    """The place of the last digit of a number that is not nought, 1 for what is no whole number.

    >>> last_unit(2400), last_unit(15), last_unit(0)
    (100.0, 1.0, 1.0)
    """
    unit = 1.0
    while number and float(number).is_integer() and number % (unit * 10) == 0:
        unit *= 10
    return unit


def named_number(figure: Figure) -> float | int | None:
    """The number that the words name, whichever bound it is; the middle of a range; None for a vague word.

    Good for saying how far two figures lie apart, not for what either says of the world.
    """
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        return (figure.low + figure.high) / 2
    return next((n for n in (figure.best, figure.low, figure.high, figure.stated) if n is not None), None)


def vague_word(words: str) -> str:
    """A vague word as :data:`VAGUE_WORDS` has it.

    >>> vague_word("Several"), vague_word("a handful of"), vague_word("couple of")
    ('several', 'a handful', 'a couple')
    """
    plain = " ".join(words.casefold().split()).removesuffix(" of")
    return f"a {plain}" if plain in ("couple", "few", "handful") else plain
