"""Opening a ledger, and the one border at which errors of SQLAlchemy and SQLite become ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from reportedly.errors import (
    BusyLedger,
    DamagedLedger,
    ForbiddenLedger,
    FullDisk,
    LedgerError,
    MissingLedger,
    NewerLedger,
)
from reportedly.ledger.folding import fold
from reportedly.ledger.format import bring_up_to_date, find_lacking, find_revision, make_ledger
from reportedly.ledger.migrations import newest_revision

#: Seconds to wait for another process that writes; each of its writes takes milliseconds.
_WAIT = 20.0


class Ledger:
    """An open ledger: one SQLite file. Use it in a ``with`` statement, or call :meth:`close`."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now.

        Raises:
            LedgerError: one of its kinds, when the file cannot be read.
        """
        with _translated(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction: all that is written in it is kept, or nothing.

        Raises:
            LedgerError: one of its kinds, when the file cannot be written.
        """
        with (
            _translated(self.path),
            self._engine.connect() as connection,
            connection.execution_options(reportedly_write=True).begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_ledger(path: Path, *, create: bool = False) -> Ledger:
    """Open the ledger at a path; with ``create``, make it when it is not there.

    Raises:
        MissingLedger: there is no such file (or no folder to make it in).
        DamagedLedger: the file is no ledger, or cannot be read as one.
        NewerLedger: a newer version of the program wrote it.
        BusyLedger, ForbiddenLedger, FullDisk: the file cannot be used now.
    """
    if path.is_dir():
        raise DamagedLedger(f"{path} is a folder, not a ledger: give the path of a file")
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh and not create:
        raise MissingLedger(f"there is no ledger at {path}: make one with “reportedly read PATH… --ledger {path}”")
    if fresh and not path.parent.is_dir():
        raise MissingLedger(f"there is no folder {path.parent} to make the ledger in: make it first")
    ledger = Ledger(path, _engine(path))
    try:
        if fresh:
            _make(ledger)
        _check(ledger)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver would begin late and half; BEGIN is ours, below
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        # a power cut loses no committed report; costs a few milliseconds a report
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # a writer takes its place at once: two that read first and write later would block each other for good
        write = connection.get_execution_options().get("reportedly_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _make(ledger: Ledger) -> None:
    with _translated(ledger.path):
        plain = sqlite3.connect(ledger.path, timeout=_WAIT)
        try:
            plain.execute("PRAGMA journal_mode = WAL")  # readers do not wait for the writer
        finally:
            plain.close()
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
        raise DamagedLedger(_damaged(ledger.path, f"it lacks {', '.join(lacking)}"))


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _ours(path, error.orig, error) from error
    except sqlite3.Error as error:
        raise _ours(path, error, error) from error


def _ours(path: Path, error: sqlite3.Error, as_raised: Exception) -> Exception:
    name: str = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return FullDisk(
            f"no space is left to write {path}: free some and run the same command again; what was kept stays"
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyLedger(f"another program holds {path}: wait until it is done, or close it, and try again")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedLedger(_damaged(path, str(error)))
    if "no such table" in str(error) or "no such column" in str(error):
        return DamagedLedger(_damaged(path, str(error)))
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return ForbiddenLedger(f"{path} may not be opened or written: check its permissions and its folder’s")
    if name.startswith("SQLITE_IOERR"):
        return LedgerError(f"the disk under {path} failed ({error}): check it, then run the same command again")
    return as_raised


def _damaged(path: Path, why: str) -> str:
    return (
        f"{path} is damaged or not a ledger ({why}): restore it from a copy, try “sqlite3 {path} .recover”, "
        "or read the reports again into a new one with --ledger"
    )
