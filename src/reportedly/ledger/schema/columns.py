"""What all tables of a ledger share: one set of tables, and columns that say what they hold."""

from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData, Numeric

METADATA = MetaData()

#: Whole numbers stay whole in the file (NUMERIC affinity); beyond 64 bits only the record is exact.
NUMBER = Numeric(asdecimal=False)


def column(
    name: str, kind: Any, meaning: str, *rest: ForeignKey, key: bool = False, null: bool = False
) -> Column[Any]:
    """A column; ``meaning`` is its comment, its row of the table ``about`` and its line in docs/ledger.md."""
    return Column(name, kind, *rest, primary_key=key, nullable=null, comment=meaning)
