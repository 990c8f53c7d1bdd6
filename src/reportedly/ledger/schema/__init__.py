"""Tables of a ledger, a module for each group of them.

The record is append-only: the file itself refuses to change or delete a row. What is derived from it may be
made anew at any time and is not.
"""

from reportedly.ledger.schema import index, record, trackers
from reportedly.ledger.schema.columns import METADATA
from reportedly.ledger.schema.record import (
    about,
    alembic_version,
    claims,
    figures,
    pages,
    readings,
    runs,
    skips,
    speakers,
    texts,
)

#: Tables whose rows are never changed or deleted, guarded by triggers. A group of tables adds its own here.
APPEND_ONLY = (*record.APPEND_ONLY, *trackers.APPEND_ONLY)

__all__ = [
    "APPEND_ONLY",
    "METADATA",
    "about",
    "alembic_version",
    "claims",
    "figures",
    "index",
    "pages",
    "readings",
    "runs",
    "skips",
    "speakers",
    "texts",
    "trackers",
]
