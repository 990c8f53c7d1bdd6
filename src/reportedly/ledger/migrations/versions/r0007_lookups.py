"""Format 7: indexes by which reports are found in order of publication, and what is asked of their readings."""

from alembic import op

revision = "0007"
down_revision = "0006"

_OF_REPORT = ["report_id", "reading", "restricted", "claim_count", "figure_count"]


def upgrade() -> None:
    """No row changes; what is there already stays."""
    op.drop_index("readings_report", "readings")
    op.create_index("readings_report", "readings", _OF_REPORT)
    op.create_index("readings_published", "readings", ["published", "reading"], if_not_exists=True)
    op.create_index("readings_run", "readings", ["run", "recorded_at"], if_not_exists=True)
    # the step that made the table may have made it as it is today
    op.create_index("series_weight", "series", ["reports", "disputes"], if_not_exists=True)
