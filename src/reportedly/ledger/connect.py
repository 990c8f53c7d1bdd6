"""Opening a ledger, and the one border at which errors of SQLAlchemy and of databases become ours."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, inspect

from reportedly.errors import DamagedLedger, NewerLedger
from reportedly.ledger.databases import Database, database_at
from reportedly.ledger.databases.kind import WRITE
from reportedly.ledger.databases.sqlite import damaged
from reportedly.ledger.format import bring_up_to_date, find_lacking, find_revision, make_ledger
from reportedly.ledger.migrations import newest_revision


class Ledger:
    """An open ledger: one SQLite file, or one schema of a PostgreSQL server.

    Use it in a ``with`` statement, or call :meth:`close`. ``path`` is the file, or the address as it is shown.
    """

    def __init__(self, database: Database) -> None:
        self.path = database.shown
        self._database = database
        self._engine = database.make_engine()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now.

        Raises:
            LedgerError: one of its kinds, when the ledger cannot be read.
        """
        with _translated(self._database), self._engine.connect() as connection:
            yield connection.execution_options(**self._database.reading)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction: all that is written in it is kept, or nothing. One writes at a time.

        Raises:
            LedgerError: one of its kinds, when the ledger cannot be written.
        """
        with (
            _translated(self._database),
            self._engine.connect() as connection,
            connection.execution_options(**{WRITE: True}).begin(),
        ):
            yield connection

    def scrub(self) -> None:
        """Write the whole ledger anew, so that nothing of what was taken out of its tables is left in its files.

        Raises:
            BusyLedger: another program holds it, so that it could not be done, or not in all files.
        """
        self._engine.dispose()
        with _translated(self._database):
            self._database.scrub()

    def copy_into(self, path: Path) -> None:
        """Write the ledger of a file, as it stands at this moment, into a new file.

        Raises:
            LedgerError: one of its kinds, when it cannot be read or written.
        """
        with _translated(self._database):
            connection = self._engine.raw_connection()
            try:
                copy = connection.cursor()
                copy.execute("VACUUM INTO ?", (str(path),))  # makes a transaction of its own
                copy.execute("ATTACH ? AS copy", (str(path),))
                copy.execute("PRAGMA copy.journal_mode = WAL")
                copy.execute("DETACH copy")
            finally:
                connection.close()

    def watch(self) -> Callable[[], Hashable]:
        """What tells, each time it is called, of which state the ledger is: another whenever anything was changed.

        It is called by one thread. It tells null where the state is not known.
        """
        return self._database.watch()

    def close(self) -> None:
        """Let go of the ledger; whoever asks it again connects anew."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_ledger(place: Path | str, *, create: bool = False, passphrase: str | None = None) -> Ledger:
    """Open the ledger at a path or at ``postgresql://…``; with ``create``, make it when it is not there.

    With a passphrase a file is encrypted, and a new one is made so.

    Raises:
        MissingLedger: there is none (or no folder or database to make it in).
        DamagedLedger: what is there is no ledger, or cannot be read as one.
        NewerLedger: a newer version of the program wrote it.
        LockedLedger: the file is encrypted with another passphrase, or needs one, or has none and one is given.
        BusyLedger, ForbiddenLedger, FullDisk: the ledger cannot be used now.
        MissingExtra, BadOption: PostgreSQL cannot be asked.
    """
    database = database_at(place, passphrase)
    with _translated(database):
        fresh = not database.is_there()
        if fresh:
            database.refuse_missing(create=create)
    ledger = Ledger(database)
    try:
        if not fresh and _is_empty(ledger):  # a process was killed while it made the ledger
            with _translated(database):
                database.refuse_missing(create=create)
            fresh = True
        if fresh:
            _make(ledger, database)
        _check(ledger)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _is_empty(ledger: Ledger) -> bool:
    """Whether the database holds nothing at all, of this or any other program."""
    with ledger.reading() as connection:
        return find_revision(connection) is None and not inspect(connection).get_table_names()


def _make(ledger: Ledger, database: Database) -> None:
    with _translated(database):
        database.prepare()
    with ledger.writing() as connection:
        if find_revision(connection) is None:  # else another process was quicker
            make_ledger(connection)


def _check(ledger: Ledger) -> None:
    """Refuse what is no ledger, or a newer one, or a broken one; bring an older one up to date."""
    with ledger.reading() as connection:
        revision = find_revision(connection)
    if revision is None:
        raise DamagedLedger(f"{ledger.path} is not a ledger: give another path, or leave --ledger out")
    if revision > newest_revision():
        raise NewerLedger(
            f"{ledger.path} was written by a newer version of reportedly (ledger format {int(revision)}, this "
            f"version knows {int(newest_revision())}): upgrade with “pip install --upgrade reportedly”"
        )
    if revision < newest_revision():
        with ledger.writing() as connection:
            bring_up_to_date(connection)
    with ledger.reading() as connection:
        lacking = find_lacking(connection)
    if lacking:
        raise DamagedLedger(damaged(ledger.path, f"it lacks {', '.join(lacking)}"))


@contextmanager
def _translated(database: Database) -> Iterator[None]:
    try:
        yield
    except database.errors as error:
        meant = database.own_error(error)
        if meant is None:
            raise
        raise meant from error
