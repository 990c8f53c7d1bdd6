"""Format 1: pages, texts, readings, claims, figures, skips. Nothing to do: it was made with its ledgers."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """No older ledger exists."""
