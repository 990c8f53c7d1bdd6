"""A ledger on a PostgreSQL server: what differs from a file."""

import threading
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from reportedly.errors import (
    BadOption,
    BusyLedger,
    DamagedLedger,
    ForbiddenLedger,
    LedgerError,
    MissingExtra,
    MissingLedger,
    NewerLedger,
)
from reportedly.ledger import Ledger, append_reading, counts, open_ledger, start_run
from reportedly.ledger.databases import kind, postgresql
from reportedly.ledger.folding import fold
from reportedly.ledger.schema import METADATA
from tests.ledger.made import PRODUCED, made_page, made_reading


@pytest.fixture
def on_server(schema_on_server: Callable[[], str]):
    with open_ledger(schema_on_server(), create=True) as opened:
        yield opened


def _append(ledger: Ledger, address: str = "a.txt") -> None:
    page = made_page(address)
    append_reading(ledger, page, made_reading(page), start_run(ledger, PRODUCED))


def test_an_empty_schema_is_no_ledger_until_one_is_made(schema_on_server: Callable[[], str]) -> None:
    address = schema_on_server()
    with pytest.raises(MissingLedger, match="reportedly read"):
        open_ledger(address)
    open_ledger(address, create=True).close()
    with open_ledger(address) as ledger:
        assert counts(ledger).reports == 0


def test_the_tables_of_another_program_are_left_alone(schema_on_server: Callable[[], str]) -> None:
    import psycopg

    address = schema_on_server()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num text)")
        with pytest.raises(DamagedLedger, match="not a ledger"):
            open_ledger(address, create=True)


def test_a_newer_ledger_is_refused(on_server: Ledger, schema_on_server: Callable[[], str]) -> None:
    import psycopg

    address = schema_on_server()
    open_ledger(address, create=True).close()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerLedger, match="upgrade"):
        open_ledger(address)


def test_an_older_ledger_is_brought_up_to_date(schema_on_server: Callable[[], str]) -> None:
    """No older version knew a server; the steps run there all the same, from the first that could be there."""
    import psycopg

    address = schema_on_server()
    with open_ledger(address, create=True) as ledger:
        _append(ledger)
    later = [table.name for table in METADATA.sorted_tables if table.name in _SINCE_0003]
    with psycopg.connect(address, autocommit=True) as connection:
        held = connection.execute("SELECT table_name, column_name FROM about").fetchall()
        for name in reversed(later):
            connection.execute(f'DROP TABLE IF EXISTS "{name}" CASCADE')
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
    with open_ledger(address) as ledger:
        assert counts(ledger).reports == 1
        with ledger.reading() as connection:
            rows = connection.exec_driver_sql("SELECT table_name, column_name FROM about")
            assert {tuple(row) for row in rows} == set(held)


#: Tables of the first format that a server could have.
_FIRST = {
    "runs", "pages", "texts", "readings", "speakers", "claims", "figures", "skips", "seals", "forgotten", "about",
    "alembic_version",
}  # fmt: skip
_SINCE_0003 = set(METADATA.tables) - _FIRST


@pytest.mark.parametrize(
    ("address", "error", "says"),
    [
        # nothing listens there
        ("postgresql://nobody@127.0.0.1:1/none", LedgerError, "no answer"),
        ("postgresql://host:port/none", BadOption, "postgresql://user@host"),
    ],
)
def test_a_server_that_cannot_be_asked_is_told(address: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        open_ledger(address)


def test_a_missing_database_and_a_password_are_told_without_it(server: str) -> None:
    address = server.replace("/postgres", "/none").replace("reportedly@", "reportedly:secret@")
    with pytest.raises(MissingLedger, match="createdb") as told:
        open_ledger(address)
    assert "secret" not in str(told.value)


def test_without_the_driver_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"reportedly\[postgres\]"):
        open_ledger("postgresql://localhost/none")


def test_a_user_without_rights_is_told(on_server: Ledger, server: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE ROLE reader LOGIN")
        schema = on_server.path.rpartition("%3D")[2]  # type: ignore[union-attr]
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO reader")
        with pytest.raises(ForbiddenLedger, match="rights"):
            open_ledger(str(on_server.path).replace("reportedly@", "reader@"))
        connection.execute("DROP OWNED BY reader; DROP ROLE reader")


@pytest.mark.parametrize(
    "statement",
    ["UPDATE pages SET address = 'x'", "DELETE FROM readings", "TRUNCATE claims", "UPDATE runs SET model = ''"],
)
def test_the_server_itself_refuses_to_change_or_delete(on_server: Ledger, statement: str) -> None:
    _append(on_server)
    with pytest.raises(IntegrityError, match="append-only"), on_server.writing() as connection:
        connection.exec_driver_sql(statement)


def test_one_writes_at_a_time_and_who_waits_too_long_is_told(
    on_server: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(str(on_server.path)) as other, other.writing():
        monkeypatch.setattr(kind, "WAIT", 0.05)
        with pytest.raises(BusyLedger, match="another program"):
            start_run(on_server, PRODUCED)
        assert counts(on_server).reports == 0  # readers do not wait


def test_who_waits_gets_his_turn(on_server: Ledger) -> None:
    def append_slowly() -> None:
        with open_ledger(str(on_server.path)) as other, other.writing():
            begun.set()
            time.sleep(0.2)

    begun = threading.Event()
    writer = threading.Thread(target=append_slowly)
    writer.start()
    begun.wait()
    _append(on_server)
    writer.join()
    assert counts(on_server).reports == 1


_LETTERS = st.characters(categories=["Lu", "Ll", "Lt", "Lo", "Nd", "Mn", "Zs", "Po"], max_codepoint=0x2FFF)


@pytest.fixture(scope="module")
def for_folding(server: str):
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA folding")
    with (
        open_ledger(f"{server}?options=-csearch_path%3Dfolding", create=True) as opened,
        opened.reading() as asked,
    ):
        yield asked


@given(st.text(_LETTERS, max_size=12))
@example("MÜLLER’s ẞtraße São Tomé Việt Ελλάς ΣΊΣΥΦΟΣ İstanbul ﬁn Łódź Москва Ё")
@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_are_folded_as_in_a_file(for_folding, words: str) -> None:
    assert for_folding.execute(select(func.fold(words))).scalar() == fold(words)
