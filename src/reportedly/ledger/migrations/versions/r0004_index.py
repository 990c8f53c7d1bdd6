"""Format 4: the index of what was found across reports, and trackers."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.index.waiting import add_all_waiting
from reportedly.ledger.schema import index

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Every report waits to be followed.

    The index is made from the record: it is made here as the newest version has it, and a later version that
    changes its form drops it and makes it anew.
    """
    for table in index.TABLES:
        table.create(op.get_bind())
    add_all_waiting(op.get_bind())
    op.create_table(
        "trackers",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("tracker_id", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("event", sa.Text),
        sa.Column("counted", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("since", sa.Text),
        sa.Column("who", sa.Text),
        sa.Column("recorded_at", sa.Text, nullable=False),
    )
    op.create_index("trackers_id", "trackers", ["tracker_id", "number"])
