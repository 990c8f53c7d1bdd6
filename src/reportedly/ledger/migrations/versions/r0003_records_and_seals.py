"""Format 3: one compressed record a reading in place of one a row; a chain of seals; what was forgotten."""

import json

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.packing import pack_record
from reportedly.ledger.sealed import seal_all

revision = "0003"
down_revision = "0002"

_PARTS = ("speakers", "claims", "figures")


def upgrade() -> None:
    """Records move as they are, and what was kept without a seal is sealed as it stands now."""
    op.create_table(
        "seals",
        sa.Column("seal_number", sa.Integer, primary_key=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("subject_key", sa.Text, nullable=False),
        sa.Column("rows", sa.LargeBinary, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("sealed_at", sa.Text, nullable=False),
    )
    op.create_table(
        "forgotten",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("forgetting", sa.Text, nullable=False),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("row_key", sa.Text, nullable=False),
        sa.Column("words_sha256", sa.Text, nullable=False),
        sa.Column("left_sha256", sa.Text, nullable=False),
    )
    op.create_index("forgotten_row", "forgotten", ["table_name", "row_key"])
    record = sa.Column("record", sa.LargeBinary, nullable=False, server_default=sa.text("x''"))
    op.add_column("readings", record)
    _move_records(op.get_bind())
    op.drop_column("readings", "rest")
    for name in _PARTS:
        op.drop_column(name, "record")
    seal_all(op.get_bind())


def _move_records(connection: sa.Connection) -> None:
    readings = sa.table("readings", sa.column("reading"), sa.column("rest"), sa.column("record"))
    numbers = connection.execute(sa.select(readings.c.reading)).scalars().all()
    for number in numbers:
        this = readings.c.reading == number
        record = json.loads(connection.execute(sa.select(readings.c.rest).where(this)).scalar_one())
        for name in _PARTS:
            part = sa.table(name, sa.column("reading"), sa.column("position"), sa.column("record"))
            query = sa.select(part.c.record).where(part.c.reading == number).order_by(part.c.position)
            # speakers stood in the rest before they had a table
            record.setdefault(name, [json.loads(held) for held in connection.execute(query).scalars()])
        connection.execute(sa.update(readings).where(this).values(record=pack_record(record)))
