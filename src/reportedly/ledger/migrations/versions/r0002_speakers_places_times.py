"""Format 2: speakers; of figures also who was counted, by whom, where and when."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_FIGURES = (
    "nationality",
    "status",
    "agent",
    "cause",
    "subset_of",
    "places",
    "countries",
    "occurred",
    "counted_as_of",
)


def upgrade() -> None:
    """Older readings have nothing in what is new, until their reports are read again."""
    op.create_table(
        "speakers",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.reading"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("speaker_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("role", sa.Text),
        sa.Column("organisation", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("speakers_id", "speakers", ["reading", "speaker_id"])
    for name in _FIGURES:
        op.add_column("figures", sa.Column(name, sa.Text))
