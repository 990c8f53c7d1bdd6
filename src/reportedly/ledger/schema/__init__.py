"""Tables of a ledger, a module for each group of them.

The record is append-only: the file itself refuses to change or delete a row. What is derived from it may be
made anew at any time and is not.
"""

from reportedly.ledger.schema import care, decisions, index, record, trackers
from reportedly.ledger.schema.columns import METADATA
from reportedly.ledger.schema.decisions import judgements
from reportedly.ledger.schema.record import (
    about,
    alembic_version,
    claims,
    figures,
    forgotten,
    pages,
    readings,
    runs,
    seals,
    skips,
    speakers,
    texts,
)

#: Tables whose rows are never changed or deleted, guarded by triggers. A group of tables adds its own here.
APPEND_ONLY = (*record.APPEND_ONLY, *trackers.APPEND_ONLY, *decisions.APPEND_ONLY, *care.APPEND_ONLY)

#: Tables that are sealed by themselves, each with the column by which: rows that are written together hold the
#: same in it. Runs and readings, with all that belongs to them, are sealed in their own way. Whoever writes rows
#: of such a table seals them in the same transaction (:func:`reportedly.ledger.seal.seal_rows`).
SEALED_BY = {
    skips: skips.c.skip_id,
    forgotten: forgotten.c.forgetting,
    trackers.trackers: trackers.trackers.c.number,
    judgements: judgements.c.judgement,
    care.forgettings: care.forgettings.c.forgetting,
}

__all__ = [
    "APPEND_ONLY",
    "METADATA",
    "SEALED_BY",
    "about",
    "alembic_version",
    "care",
    "claims",
    "decisions",
    "figures",
    "forgotten",
    "index",
    "judgements",
    "pages",
    "readings",
    "runs",
    "seals",
    "skips",
    "speakers",
    "texts",
    "trackers",
]
