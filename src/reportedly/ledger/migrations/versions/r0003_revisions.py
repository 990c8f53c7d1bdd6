"""Format 3: the ledger tells the revision of its tables itself, in ``alembic_version``."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing but the note, which Alembic makes."""
