"""A ledger on a PostgreSQL server, for teams: one schema of one database, the ``search_path``'s first."""

import unicodedata
from collections.abc import Callable, Hashable, Mapping
from importlib.util import find_spec
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, Table, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from reportedly.errors import (
    BadOption,
    BusyLedger,
    DamagedLedger,
    ForbiddenLedger,
    FullDisk,
    LedgerError,
    MissingExtra,
    MissingLedger,
)
from reportedly.ledger.databases import kind
from reportedly.ledger.databases.sqlite import revision_in

_SCHEMES = ("postgresql://", "postgres://")
#: The first half of the lock that a writer holds; the second is the schema's.
_LOCK = 0x52455064
_PATIENCE = {"connect_timeout": int(kind.WAIT)}
_REFUSE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a ledger is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
#: As :func:`reportedly.ledger.folding.fold` does it: lower case, then what remains of case, then no marks.
_FOLD = """
CREATE OR REPLACE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(
        replace(translate(lower(normalize(words, NFKD) COLLATE "und-x-icu"), '{lower}', '{folded}'), 'ß', 'ss'),
        '[{marks}]', '', 'g')
$$
"""
#: Scripts end here; beyond are signs and rare ideographs, without case or marks.
_LAST_SCRIPT = 0x1F000


def is_server(place: str) -> bool:
    """Whether a place is the address of a server.

    >>> is_server("postgresql://localhost/news"), is_server("ledger.sqlite")
    (True, False)
    """
    return place.startswith(_SCHEMES)


class PostgreSQL:
    """The schema at an address such as ``postgresql://user@host:5432/database``."""

    def __init__(self, address: str) -> None:
        if find_spec("psycopg") is None:
            raise MissingExtra("a ledger on PostgreSQL needs: pip install 'reportedly[postgres]'")
        try:
            # the address as SQLAlchemy wants it, with the driver that this program uses
            self._url: URL = make_url(address).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            raise BadOption(
                f"{address.partition(':')[0]}://… is no address of a database ({error}): write "
                "postgresql://user@host:5432/database"
            ) from None
        shown = self._url.set(drivername="postgresql", password="***" if self._url.password else None)
        self.shown = shown.render_as_string(hide_password=False)
        self.errors: tuple[type[BaseException], ...] = (DBAPIError,)
        self.reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ"}

    def is_there(self) -> bool:
        """Whether the schema has the tables of a ledger, or of another program that looks like one."""
        asking = create_engine(self._url, connect_args=_PATIENCE, poolclass=NullPool)
        with asking.connect() as connection:
            return inspect(connection).has_table("alembic_version")

    def refuse_missing(self, *, create: bool) -> None:
        """Raise MissingLedger when nothing is to be made."""
        if not create:
            raise MissingLedger(
                f"there is no ledger in {self.shown}: make one with “reportedly read PATH… --ledger {self.shown}”"
            )

    def make_engine(self) -> Engine:
        """Connections to the server; of all that write one at a time holds the lock of the ledger."""
        engine = create_engine(self._url, connect_args=_PATIENCE)

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            if connection.get_execution_options().get(kind.WRITE, False):
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(kind.WAIT * 1000)}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()))")

        return engine

    def watch(self) -> Callable[[], Hashable]:
        """Not known: to ask the server would cost what most answers do."""
        return lambda: None

    def prepare(self) -> None:
        """Nothing: a transaction makes all of it."""

    def scrub(self) -> None:
        """Write every table anew. The server's own log, its archives and its copies are beyond us."""
        asking = create_engine(self._url, connect_args=_PATIENCE, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with asking.connect() as connection:
            for name in inspect(connection).get_table_names():
                connection.exec_driver_sql(f'VACUUM (FULL) "{name}"')

    def own_error(self, error: BaseException) -> Exception | None:
        """What an error of the server means for the user; null: the program is broken."""
        if not isinstance(error, DBAPIError):
            return None
        state: str = getattr(error.orig, "sqlstate", None) or ""
        why = " ".join(str(error.orig).split())
        if state == "53100":
            return FullDisk(
                f"no space is left on the server of {self.shown}: free some and run the same command again; what "
                "was kept stays"
            )
        if state in ("55P03", "40001", "40P01", "53300"):
            return BusyLedger(f"another program holds {self.shown} ({why}): wait until it is done, and try again")
        if state == "3D000" or ("does not exist" in why and not state):
            return MissingLedger(f"there is no such database ({why}): make it first with “createdb”")
        if state.startswith("28") or state in ("42501", "25006") or "authentication failed" in why:
            return ForbiddenLedger(f"{self.shown} may not be opened or written ({why}): check user and rights")
        if state.startswith("XX0") or state in ("42P01", "42703", "42883"):
            return DamagedLedger(f"{self.shown} is damaged or not a ledger ({why}): restore it from a copy")
        if state.startswith(("08", "57P")) or ((not state and error.connection_invalidated) or _no_answer(why)):
            return LedgerError(f"no answer from {self.shown} ({why}): check that the server runs, and try again")
        return None


class PostgreSQLForm:
    """Marks and guards of a schema."""

    def find_revision(self, connection: Connection) -> str | None:
        """The revision in the table for it, when the tables of a ledger stand beside it."""
        held = inspect(connection)
        if not all(held.has_table(name) for name in ("alembic_version", "about", "readings")):
            return None
        return revision_in(connection)

    def mark(self, connection: Connection, revision: str) -> None:
        """Make the functions that views and guards call; the revision stands in its table."""
        connection.exec_driver_sql(_fold_function())
        connection.exec_driver_sql(_REFUSE)

    def guard(self, connection: Connection, table: Table, filled_in: str | None = None) -> None:
        """Make triggers that refuse."""
        name, when = table.name, ""
        if filled_in is not None:
            others = [
                f'NEW."{c.name}" IS DISTINCT FROM OLD."{c.name}"' for c in table.columns if c.name != filled_in
            ]
            when = f"WHEN ({' OR '.join([f'OLD.{filled_in} IS NOT NULL', *others])}) "
        for what, rows, condition in (
            ("update", "ROW", when),
            ("delete", "ROW", ""),
            ("truncate", "STATEMENT", ""),
        ):
            connection.exec_driver_sql(
                f'CREATE TRIGGER {name}_no_{what} BEFORE {what.upper()} ON "{name}" FOR EACH {rows} {condition}'
                "EXECUTE FUNCTION refuse_change()"
            )

    def unguard(self, connection: Connection, table: str) -> None:
        """Take the triggers away."""
        for what in ("update", "delete", "truncate"):
            connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS {table}_no_{what} ON "{table}"')


def _fold_function() -> str:
    """The statement that makes the function, with the tables of this Python's Unicode."""
    rest = [
        (letter.lower(), letter.casefold())
        for letter in map(chr, range(0x80, _LAST_SCRIPT))
        if letter.casefold() != letter.lower() and len(letter.casefold()) == 1 and _is_settled(letter)
    ]
    marks = "".join(f"{chr(first)}-{chr(last)}" for first, last in _mark_ranges())
    lower, folded = ("".join(letters) for letters in zip(*rest, strict=True))
    return _FOLD.replace("{lower}", lower).replace("{folded}", folded).replace("{marks}", marks)


def _is_settled(letter: str) -> bool:
    return unicodedata.normalize("NFKD", letter) == letter


def _mark_ranges() -> list[list[int]]:
    """All combining marks, as first and last of each stretch."""
    ranges: list[list[int]] = []
    for code in range(0x300, _LAST_SCRIPT):
        if unicodedata.combining(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return ranges


def _no_answer(why: str) -> bool:
    return any(
        words in why for words in ("connection failed", "could not", "timeout expired", "Connection refused")
    )
