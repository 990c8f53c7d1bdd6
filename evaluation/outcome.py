"""What a measurement gives: shares in percent, and every place where reading and gold part."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One place where the reading and the gold part, for a person to read.

    ``kind`` is ``missed``, ``spurious`` or the field that is wrong; ``gold`` and ``predicted`` are
    words or values, null where there is none; ``around`` is the text about the place.
    """

    text: str
    kind: str
    gold: str | None = None
    predicted: str | None = None
    around: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Shares in percent by name, the counts they were made of, and the slips."""

    shares: Mapping[str, float]
    counts: Mapping[str, int] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()


def percent(part: int, whole: int) -> float:
    """How many of a hundred; 0 of nothing.

    >>> percent(3, 4)
    75.0
    """
    return 100 * part / max(1, whole)


def around(text: str, start: int, end: int, reach: int = 80) -> str:
    """The text about a place, on one line, the place itself in brackets.

    >>> around("At least 61 people left.", 0, 11, reach=7)
    '[At least 61] people'
    """
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
