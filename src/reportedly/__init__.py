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
    from reportedly.pipeline.keeping import Kept
    from reportedly.terms import (
        AsOf,
        Claim,
        Figure,
        Given,
        Reading,
        Report,
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
    "Given",
    "Kept",
    "Ledger",
    "Reading",
    "Report",
    "ReportedlyError",
    "Skipped",
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
    "reportedly.pipeline.keeping": ("Kept",),
    "reportedly.terms": (
        "AsOf", "Claim", "Figure", "Given", "Reading", "Report", "Skipped", "Words",
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
