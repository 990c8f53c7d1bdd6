"""Every test of a ledger that asks for ``place`` or ``ledger`` runs on SQLite, encrypted SQLite and PostgreSQL."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportedly.ledger import Ledger, connect, open_ledger
from reportedly.ledger.databases import database_at, sqlite
from tests.postgresql import run_server

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    yield from run_server()


@pytest.fixture
def schema_on_server(server: str) -> Callable[[], str]:
    """Makes an empty schema and gives the address of a ledger in it."""
    import psycopg

    def make() -> str:
        name = f"ledger_{next(_numbers)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{server}?options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=["sqlite", "encrypted", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path | str:
    """Where a ledger can be made."""
    if request.param == "encrypted":
        # every file is encrypted, with a key instead of a passphrase, of which it takes a moment to make one
        monkeypatch.setattr(sqlite, "key_statement", lambda _: f"PRAGMA key = \"x'{'2f' * 32}'\"")
        monkeypatch.setattr(connect, "database_at", lambda place, _: database_at(place, "any"))
    if request.param != "postgresql":
        return tmp_path / "l.sqlite"
    made: str = request.getfixturevalue("schema_on_server")()
    return made


@pytest.fixture
def ledger(place: Path | str) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(place, create=True) as opened:
        yield opened
