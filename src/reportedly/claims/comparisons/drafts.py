"""A comparison while it is being read, in places of its sketch."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms import Figure
from reportedly.terms.reading import ComparisonKind

Direction = Literal["up", "down", "same"]


@dataclass(slots=True, kw_only=True)
class Draft:
    """What the words of one comparison say; ``start`` to ``end`` is the core, without what it compares with.

    ``figure`` is the one it speaks of; where the words do not hold it, ``seeks`` says that the nearest one
    before the comparison is meant. ``amounts`` are figures that say how much and so are never spoken of.
    ``dated`` says that a time right behind the core is what is compared with ("from 145 on Thursday"), and
    not the day of the change itself ("rose to 700 on Monday").
    """

    start: int
    end: int
    kind: ComparisonKind
    factor: float | None = None
    difference: float | None = None
    earlier: Figure | None = None
    later: Figure | None = None
    direction: Direction | None = None
    amounts: tuple[Figure, ...] = ()
    seeks: bool = False
    dated: bool = True


def direction_of(value: str) -> Direction | None:
    """The direction a lexicon's value names, None where it names none."""
    return "up" if value == "up" else "down" if value == "down" else None


def take_amount(draft: Draft, amount: Figure, *, sign: Direction | None) -> None:
    """Set factor or difference of a draft from the figure that says how much something changed.

    A percentage becomes a factor ("up 12 percent" is 1.12, "a third fewer" 0.6667); points, money and
    counts a difference. Ranges say no single amount and set neither.
    """
    draft.amounts = (*draft.amounts, amount)
    points = amount.exact.lower().rstrip().endswith(("point", "points"))
    share = amount.measure in ("percent", "ratio") and not points
    draft.kind = "ratio" if share else "difference"
    if amount.stated is None or (share and sign is None):
        return
    if not share:
        draft.difference = float(amount.stated)
        return
    part = amount.stated / 100 if amount.measure == "percent" else float(amount.stated)
    if sign == "down" and part > 1:
        return
    draft.factor = round(1 + part if sign == "up" else 1 - part, 6)
