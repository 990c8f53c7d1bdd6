"""What the number grammar gives: quantities, numbers that are none, and spans of time."""

from dataclasses import dataclass

from reportedly.terms.figure import Bound, Lean, Measure
from reportedly.terms.reading import TimeKind, Why
from reportedly.terms.words import Span

Value = float | int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something; all places are half-open, in code points.

    ``start`` and ``end`` hold bound words, signs and number ("at least 190", "some $5 million", "45 percent");
    ``number_start`` and ``number_end`` the same without the bound words. ``stated``, ``low``, ``best`` and
    ``high`` are what the words say (percents as 45, money in whole units of ``currency``, shares as 0.5).
    ``unit`` is the place of a unit word of the grammar (hours, km, dollars, the "year" of an age).
    ``per`` is the base of a rate in lower case ("day", "100,000") and ``per_span`` its place with "per" or "a".
    ``possible`` is set where the bound words say "could reach". ``spans`` are the pieces of the words:
    one, unless a unit stands between number and bound words ("30 | minutes | or so").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    stated: Value | None
    low: Value | None
    best: Value | None
    high: Value | None
    bound: Bound
    lean: Lean | None
    vague: str | None
    measure: Measure
    currency: str | None
    per: str | None
    unit: Span | None
    possible: bool
    per_span: Span | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectedNumber:
    """A number that is no figure, and why."""

    start: int
    end: int
    why: Why


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression that holds a number."""

    start: int
    end: int
    kind: TimeKind


@dataclass(frozen=True, slots=True)
class NumbersFound:
    """Everything numeric in one sentence; every run of digits is in one of the three."""

    quantities: tuple[Quantity, ...] = ()
    rejected: tuple[RejectedNumber, ...] = ()
    times: tuple[TimeSpan, ...] = ()
