"""Reads news reports and keeps a ledger of who said which number, and what became of it.

>>> import reportedly
>>> reportedly.Words(exact="at least 61", spans=((0, 11),)).end
11
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from reportedly.api import Ledger, read, read_text
    from reportedly.ledger import ClaimFilter, ClaimRow, FigureFilter, FigureRow
    from reportedly.ledger.index import FindingFilter, SeriesFilter, StoryRow
    from reportedly.ledger.index.search import SearchFilter
    from reportedly.pipeline.keeping import Kept
    from reportedly.pipeline.searching import Hit
    from reportedly.pipeline.speaking import Speaking
    from reportedly.terms import (
        AsOf,
        Claim,
        Figure,
        Finding,
        Given,
        Point,
        Reading,
        Report,
        Series,
        Skipped,
        Words,
        reading_of,
        record_line,
        record_of,
        schema,
    )

__all__ = [
    "AsOf",
    "Claim",
    "ClaimFilter",
    "ClaimRow",
    "Figure",
    "FigureFilter",
    "FigureRow",
    "Finding",
    "FindingFilter",
    "Given",
    "Hit",
    "Kept",
    "Ledger",
    "Point",
    "Reading",
    "Report",
    "ReportedlyError",
    "SearchFilter",
    "Series",
    "SeriesFilter",
    "Skipped",
    "Speaking",
    "StoryRow",
    "Words",
    "read",
    "read_text",
    "reading_of",
    "record_line",
    "record_of",
    "schema",
]

#: Where the names live, each loaded when first asked for: some bring the database or the model with them.
_HOMES = {
    "reportedly.api": ("Ledger", "read", "read_text"),
    "reportedly.ledger": ("ClaimFilter", "ClaimRow", "FigureFilter", "FigureRow"),
    "reportedly.ledger.index": ("FindingFilter", "SeriesFilter", "StoryRow"),
    "reportedly.ledger.index.search": ("SearchFilter",),
    "reportedly.pipeline.keeping": ("Kept",),
    "reportedly.pipeline.searching": ("Hit",),
    "reportedly.pipeline.speaking": ("Speaking",),
    "reportedly.terms": (
        "AsOf", "Claim", "Figure", "Finding", "Given", "Point", "Reading", "Report", "Series", "Skipped", "Words",
        "reading_of", "record_line", "record_of", "schema",
    ),
}  # fmt: skip
_LATE = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
