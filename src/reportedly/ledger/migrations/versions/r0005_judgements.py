"""Format 5: what people decide, and the rows of reports as they left them."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.schema import decisions

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nobody has judged anything yet. Corrected rows follow from judgements, and are made as of today."""
    op.create_table(
        "judgements",
        sa.Column("judgement", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("judgement_id", "recorded_at", "who")),
        sa.Column("why", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("action", "kind", "target")),
        *(sa.Column(name, sa.Text) for name in ("report_id", "other", "text_sha256")),
        *(sa.Column(name, sa.Numeric) for name in ("low", "best", "high")),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("judgements_id", "judgements", ["judgement_id"], unique=True)
    op.create_index("judgements_target", "judgements", ["target"])
    op.create_index("judgements_report", "judgements", ["report_id"])
    for table in decisions.CORRECTED:
        table.create(op.get_bind())
