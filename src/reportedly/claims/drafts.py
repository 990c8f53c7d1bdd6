"""A quantity while it is being read: the numeral with what the words around it add."""

from dataclasses import dataclass

from reportedly.claims.number_chains import Numeral
from reportedly.claims.quantities import Quantity, Value
from reportedly.terms.figure import Bound, Lean, Measure
from reportedly.terms.words import Span

_TOO_MANY = 2.0**63


@dataclass(slots=True)
class Draft:
    """A numeral, or two that are one range or ratio, and what stands beside it.

    ``start`` to ``end`` is what becomes ``exact``; ``tail_end`` is after the unit word, if any.
    ``value`` is the number, or the lower end of a range whose upper end is ``upper``.
    ``settled`` marks a measure that its own words give, not one taken over from a neighbour.
    """

    start: int
    end: int
    tail_end: int
    value: float | None
    numeral: Numeral
    upper: float | None = None
    vague: str | None = None
    measure: Measure | None = None
    settled: bool = False
    unit: Span | None = None
    currency: str | None = None
    factor: float = 1.0
    bound: Bound = "exact"
    lean: Lean | None = None
    possible: bool = False
    per: str | None = None
    per_span: Span | None = None
    number_start: int = -1
    after_bound: Span | None = None

    @property
    def is_countable(self) -> bool:
        """Whether the number is below 2 to the 63rd: what is longer is a key or a code and no count."""
        return all(abs(v * self.factor) < _TOO_MANY for v in (self.value, self.upper) if v is not None)

    @property
    def is_round_scale(self) -> bool:
        """Whether a scale word was said, or a share of one."""
        return self.numeral.scale > 1


def _plain(value: float | None, draft: Draft) -> Value | None:
    """A whole number as an int; shares to four places, everything else to six."""
    if value is None:
        return None
    rounded = round(value * draft.factor, 4 if draft.measure == "ratio" else 6)
    return int(rounded) if rounded == int(rounded) else rounded


def quantity_of(draft: Draft) -> Quantity:
    """The finished quantity: ends set by the bound, values rounded."""
    stated = low = best = high = None
    if draft.vague is not None:
        bound, lean = "vague", None
    elif draft.upper is not None:
        bound, lean = "range", None
        low, high = _plain(draft.value, draft), _plain(draft.upper, draft)
    else:
        bound, lean = draft.bound, draft.lean
        stated = _plain(draft.value, draft)
        low = stated if bound in ("exact", "at_least", "more_than") else None
        best = stated if bound in ("exact", "about") else None
        high = stated if bound in ("exact", "at_most", "less_than") else None
    spans = (
        ((draft.start, draft.end),) if draft.after_bound is None else ((draft.start, draft.end), draft.after_bound)
    )
    end = draft.end
    return Quantity(
        draft.start, end, draft.number_start, end, stated, low, best, high, bound, lean, draft.vague,  # type: ignore[arg-type]
        draft.measure or "count", draft.currency, draft.per, draft.unit, draft.possible, draft.per_span, spans,
    )  # fmt: skip


def whole_quantity(start: int, end: int, value: int) -> Quantity:
    """An exact count that stands in words without a number word ("no one")."""
    return Quantity(
        start, end, start, end, value, value, value, value, "exact", None, None, "count", None, None, None, False,
        None, ((start, end),),
    )  # fmt: skip


def age_quantity(start: int, end: int, low: int, high: int) -> Quantity:
    """An age given by its decade ("in his 60s")."""
    return Quantity(
        start, end, start, end, None, low, None, high, "range", None, None, "age", None, None, None, False, None,
        ((start, end),),
    )  # fmt: skip
