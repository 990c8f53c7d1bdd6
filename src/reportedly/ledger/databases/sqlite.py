"""A ledger in one SQLite file, in WAL mode: readers do not wait for the writer."""

import sqlite3
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, Text, create_engine, event, inspect, select, table
from sqlalchemy import column as sql_column
from sqlalchemy.exc import DBAPIError

from reportedly.errors import (
    BusyLedger,
    DamagedLedger,
    ForbiddenLedger,
    FullDisk,
    LedgerError,
    LockedLedger,
    MissingLedger,
)
from reportedly.ledger.databases import kind
from reportedly.ledger.databases.cipher import key_statement, load_driver, refuse_other_key, unlock
from reportedly.ledger.folding import fold

#: "REPd": marks a SQLite file as a ledger of this program (PRAGMA application_id).
APPLICATION_ID = 0x52455064


#: Kibibytes of a file that a connection may hold.
_CACHE = 32_000


class SQLite:
    """The file at a path; with a passphrase, encrypted.

    Raises:
        MissingExtra: a passphrase is given, and what encrypts is not installed.
        BadOption: a passphrase that cannot be one.
    """

    def __init__(self, path: Path, passphrase: str | None = None) -> None:
        self.shown = path
        self.reading: Mapping[str, Any] = {}
        self._driver: Any = sqlite3 if passphrase is None else load_driver()
        self._key = None if passphrase is None else key_statement(passphrase)
        self.errors: tuple[type[BaseException], ...] = (
            DBAPIError,
            sqlite3.Error,
            self._driver.Error,
            UnicodeDecodeError,
        )

    @contextmanager
    def connected(self) -> Iterator[Any]:
        """A connection of the driver, outside of any transaction."""
        connection = self._connect()
        try:
            yield connection
        finally:
            connection.close()

    def _connect(self) -> Any:
        connection = self._driver.connect(str(self.shown), timeout=kind.WAIT, isolation_level=None)
        try:
            if self._key is not None:
                unlock(connection, self._key)
        except BaseException:
            connection.close()
            raise
        return connection

    def is_there(self) -> bool:
        """Whether there is a file with something in it.

        Raises:
            DamagedLedger: it is a folder.
        """
        if self.shown.is_dir():
            raise DamagedLedger(f"{self.shown} is a folder, not a ledger: give the path of a file")
        there = self.shown.exists() and self.shown.stat().st_size > 0
        if there:
            refuse_other_key(self.shown, keyed=self._key is not None)
        return there

    def refuse_missing(self, *, create: bool) -> None:
        """Raise MissingLedger when nothing is to be made, or there is no folder to make it in."""
        path = self.shown
        if not create:
            raise MissingLedger(
                f"there is no ledger at {path}: make one with “reportedly read PATH… --ledger {path}”, or "
                f"one of the sample reports with “reportedly demo --ledger {path}”"
            )
        if not path.parent.is_dir():
            raise MissingLedger(f"there is no folder {path.parent} to make the ledger in: make it first")

    def make_engine(self) -> Engine:
        """Connections to the file; a transaction that writes takes its place at once."""
        address = URL.create("sqlite", database=str(self.shown))
        engine = create_engine(address, connect_args={"timeout": kind.WAIT}, module=self._driver)

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: object) -> None:
            if self._key is not None:
                unlock(connection, self._key)
            connection.isolation_level = None  # the driver would begin late and half; BEGIN is ours, below
            connection.create_function("fold", 1, fold, deterministic=True)
            connection.execute("PRAGMA foreign_keys = ON")
            # a power cut loses no committed report; costs a few milliseconds a report
            connection.execute("PRAGMA synchronous = FULL")
            # the middle of the trees of a large file stays at hand; the two megabytes built in do not hold it
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            # two that read first and write later would block each other for good
            write = connection.get_execution_options().get(kind.WRITE, False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

        return engine

    def watch(self) -> Callable[[], Hashable]:
        """The count of SQLite itself, which changes with every commit of any other connection, of any process.

        A file that was moved away or put in its place is another file, of which nothing is known.
        """
        connections: list[Any] = []
        unreadable: tuple[type[BaseException], ...] = (OSError, *self.errors)

        def version() -> Hashable:
            try:
                if not connections:
                    connections.append(self._connect())
                (count,) = connections[0].execute("PRAGMA data_version").fetchone()
                found = self.shown.stat()
            except unreadable:
                return None
            return count, found.st_dev, found.st_ino

        return version

    def prepare(self) -> None:
        """Set the file to WAL mode, which no transaction can."""
        with self.connected() as connection:
            connection.execute("PRAGMA journal_mode = WAL")

    def scrub(self) -> None:
        """Write the file anew and empty its log.

        Raises:
            BusyLedger: another program reads, so that the log could not be emptied.
        """
        with self.connected() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise BusyLedger(
                f"another program reads {self.shown}, so its -wal file still holds what was taken out: close it, "
                "and run the same command again"
            )

    def own_error(self, error: BaseException) -> Exception | None:
        """What an error of SQLite means for the user; null: the program is broken."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, UnicodeDecodeError):
            return DamagedLedger(damaged(self.shown, str(cause)))
        if not isinstance(cause, (sqlite3.Error, self._driver.Error)):
            return None
        path, name = self.shown, getattr(cause, "sqlite_errorname", "") or ""
        if name.startswith("SQLITE_FULL"):
            return FullDisk(
                f"no space is left to write {path}: free some and run the same command again; what was kept stays"
            )
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return BusyLedger(f"another program holds {path}: wait until it is done, or close it, and try again")
        if self._key is not None and name.startswith("SQLITE_NOTADB"):
            return LockedLedger(
                f"this is not the passphrase of {path}, or the file is damaged: type it again; a lost one cannot "
                "be recovered"
            )
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or _lacks_something(cause):
            return DamagedLedger(damaged(path, str(cause)))
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
            return ForbiddenLedger(f"{path} may not be opened or written: check its permissions and its folder’s")
        if name.startswith("SQLITE_IOERR"):
            return LedgerError(
                f"the disk under {path} failed ({cause}): check it, then run the same command again"
            )
        return None


class SQLiteForm:
    """Marks and guards of a file."""

    def find_revision(self, connection: Connection) -> str | None:
        """The revision in the table for it; the first two formats had only SQLite's own number."""
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
            return None
        if inspect(connection).has_table("alembic_version"):
            return revision_in(connection)
        return f"{connection.exec_driver_sql('PRAGMA user_version').scalar():04}"

    def mark(self, connection: Connection, revision: str) -> None:
        """Set the numbers of the file; versions before 0003 know a newer ledger by the second."""
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")

    def guard(self, connection: Connection, table: Table, filled_in: str | None = None) -> None:
        """Make triggers that refuse."""
        refuse = "BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END"
        unless = ""
        if filled_in is not None:
            others = [f'NEW."{c.name}" IS NOT OLD."{c.name}"' for c in table.columns if c.name != filled_in]
            unless = f"WHEN {' OR '.join([f'OLD.{filled_in} IS NOT NULL', *others])} "
        name = table.name
        connection.exec_driver_sql(f"CREATE TRIGGER {name}_no_update BEFORE UPDATE ON {name} {unless}{refuse}")
        connection.exec_driver_sql(f"CREATE TRIGGER {name}_no_delete BEFORE DELETE ON {name} {refuse}")

    def unguard(self, connection: Connection, table: str) -> None:
        """Take the triggers away."""
        for what in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{what}")


def revision_in(connection: Connection) -> str | None:
    """The revision in the table for it, which is there."""
    asked = select(sql_column("version_num", Text)).select_from(table("alembic_version"))
    return connection.execute(asked).scalar()


def damaged(path: Path | str, why: str) -> str:
    """What to say of a damaged file."""
    return (
        f"{path} is damaged or not a ledger ({why}): restore it from a copy, try “sqlite3 {path} .recover”, "
        "or read the reports again into a new one with --ledger"
    )


def _lacks_something(error: BaseException) -> bool:
    signs = ("no such table", "no such column", "Could not decode to UTF-8", "malformed database schema")
    return any(sign in str(error) for sign in signs)
