"""What the ledger asks of a database."""

from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Table

#: Seconds to wait for another process that writes; each of its writes takes milliseconds.
WAIT = 20.0
#: The option of a connection that is going to write.
WRITE = "reportedly_write"


class Database(Protocol):
    """One place where a ledger can be."""

    @property
    def shown(self) -> Path | str:
        """Its name in messages, without a password."""

    @property
    def errors(self) -> tuple[type[BaseException], ...]:
        """What its driver raises."""

    @property
    def reading(self) -> Mapping[str, Any]:
        """Options of a connection that only reads, so that it sees the ledger as it was at its beginning."""

    def is_there(self) -> bool:
        """Whether there is something at the place that may be a ledger.

        Raises:
            LedgerError: one of its kinds, when it cannot be one, or not be asked.
        """

    def refuse_missing(self, *, create: bool) -> None:
        """Raise MissingLedger when there is nothing and nothing is to be made, or cannot be."""

    def make_engine(self) -> Engine:
        """Connections to it; one with the option :data:`WRITE` writes alone."""

    def watch(self) -> Callable[[], Hashable]:
        """What tells the state of the database, cheaply: another after every change; null: not known."""

    def prepare(self) -> None:
        """What a new ledger needs before its first transaction."""

    def scrub(self) -> None:
        """Write it anew, without what was deleted; no connection is open but those of other programs."""

    def own_error(self, error: BaseException) -> Exception | None:
        """What an error of the database means for the user; null: the program is broken."""


class Form(Protocol):
    """What of the form of a ledger a database has in its own way."""

    def find_revision(self, connection: Connection) -> str | None:
        """The revision of the tables; null: the database holds no ledger."""

    def mark(self, connection: Connection, revision: str) -> None:
        """Mark the database as a ledger of this revision."""

    def guard(self, connection: Connection, table: Table, filled_in: str | None = None) -> None:
        """Make the database itself refuse to change or delete a row of a table.

        ``filled_in`` is a column that may be filled in, once, where it is null.
        """

    def unguard(self, connection: Connection, table: str) -> None:
        """Undo :meth:`guard`, where it was done."""
