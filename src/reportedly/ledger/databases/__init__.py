"""The databases a ledger can be kept in: what differs between them, and nothing else.

``sqlite`` is one file, ``postgresql`` a schema on a server. All else is the same code for both, and one suite of
tests (tests/ledger) runs on both.
"""

from pathlib import Path

from reportedly.ledger.databases.kind import Database
from reportedly.ledger.databases.postgresql import PostgreSQL, is_server
from reportedly.ledger.databases.sqlite import SQLite

__all__ = ["Database", "database_at"]


def database_at(place: Path | str, passphrase: str | None = None) -> Database:
    """The database at a path, or at an address that begins with ``postgresql://``.

    A file is encrypted with the passphrase, if there is one; a server does not need it.

    Raises:
        BadOption: an address that is none.
        MissingExtra: what is needed for PostgreSQL or for encryption is not installed.
    """
    if isinstance(place, str) and is_server(place):
        return PostgreSQL(place)
    return SQLite(Path(place), passphrase)
