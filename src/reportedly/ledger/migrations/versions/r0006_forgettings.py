"""Format 6: what was forgotten, by which hashes it is known should it come again, and whose names are held."""

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.names.keeping import find_all_held_names
from reportedly.ledger.schema import care

revision = "0006"
down_revision = "0005"

_WORDS = ("forgetting", "kind", "target", "report_id", "recorded_at", "who")
_HASHES = ("report", "page", "address", "url", "text")


def upgrade() -> None:
    """Nothing was forgotten yet. Names that are held back follow from what was read, and are found as of today."""
    care.held_names.create(op.get_bind())
    find_all_held_names(op.get_bind())
    op.create_table(
        "forgettings",
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in _WORDS),
        sa.Column("why", sa.Text),
        sa.Column("address_sha256", sa.Text, nullable=False),
        sa.Column("url_sha256", sa.Text),
        sa.Column("page_sha256", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.Text),
    )
    for name in _HASHES:
        column = "report_id" if name == "report" else f"{name}_sha256"
        op.create_index(f"forgettings_{name}", "forgettings", [column])
