"""A text that is not published yet, each figure of it held against the ledger."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.figure import Figure
from reportedly.terms.series import Pointer

DraftVerdict = Literal[
    "same", "outdated", "contradicted", "far_apart", "other_source", "bound_lost", "hedge_lost", "source_lost",
    "not_found",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """What the ledger has to say to one figure of a draft: the verdict, why in one sentence, and the words."""

    verdict: DraftVerdict
    why: str
    against: Pointer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFigure:
    """A figure of a draft with at least one note; ``series`` is the label of what it was held against."""

    figure: Figure
    series: str | None
    series_id: str | None
    notes: tuple[DraftNote, ...]
