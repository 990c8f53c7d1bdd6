"""Opening a ledger: made when wanted, refused with what to do when it cannot be used."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from reportedly.errors import (
    BusyLedger,
    DamagedLedger,
    ForbiddenLedger,
    FullDisk,
    MissingLedger,
    NewerLedger,
    ReportedlyError,
)
from reportedly.ledger import (
    append_reading,
    counts,
    open_ledger,
    start_run,
)
from reportedly.ledger.databases import kind
from reportedly.ledger.databases.sqlite import SQLite
from reportedly.ledger.migrations import newest_revision
from reportedly.ledger.schema import METADATA
from tests.ledger.made import PRODUCED, TEXT, made_page, made_reading


def _make(path: Path) -> Path:
    open_ledger(path, create=True).close()
    return path


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
    other.close()


def _of_a_newer_version(path: Path) -> None:
    _make(path)
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (f"{int(newest_revision()) + 1:04}",))
    raw.close()


def _without_a_table(path: Path) -> None:
    _make(path)
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TABLE skips")
    raw.close()


@pytest.mark.parametrize(
    ("prepare", "error", "says"),
    [
        # nothing there: says how to make one
        (lambda path: None, MissingLedger, "reportedly read"),
        # an empty file is what a process killed at its first breath leaves
        (lambda path: path.touch(), MissingLedger, "reportedly read"),
        # somebody's notes are never written over
        (lambda path: path.write_text("my notes, by no means a database" * 40), DamagedLedger, "not a ledger"),
        # another program's database is never written into
        (_other_database, DamagedLedger, "not a ledger"),
        (lambda path: path.mkdir(), DamagedLedger, "folder"),
        (_of_a_newer_version, NewerLedger, "upgrade"),
        (_without_a_table, DamagedLedger, "lacks skips"),
    ],
)
def test_what_is_no_ledger_is_refused_with_what_to_do(tmp_path, prepare, error, says) -> None:
    path = tmp_path / "l.sqlite"
    prepare(path)
    with pytest.raises(error, match=says):
        open_ledger(path)


def test_a_file_that_is_no_ledger_is_left_alone_by_create(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes " * 500)
    with pytest.raises(DamagedLedger):
        open_ledger(path, create=True)
    assert path.read_text() == "my notes " * 500


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingLedger, match="no folder"):
        open_ledger(tmp_path / "none" / "l.sqlite", create=True)


def test_an_empty_file_becomes_a_ledger_when_one_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    path.touch()
    with open_ledger(path, create=True) as ledger:
        assert counts(ledger).reports == 0


def test_a_damaged_page_of_the_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = _make(tmp_path / "l.sqlite")
    with open_ledger(path) as ledger:
        run = start_run(ledger, PRODUCED)
        for number in range(30):
            page = made_page(f"{number}.txt")
            append_reading(ledger, page, made_reading(page), run)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(DamagedLedger, match="restore"), open_ledger(path) as ledger:
        counts(ledger)


def test_a_full_disk_is_said_and_keeps_what_was_committed(tmp_path: Path) -> None:
    path = _make(tmp_path / "l.sqlite")
    with open_ledger(path) as ledger:
        run = start_run(ledger, PRODUCED)
        first = made_page("first.txt")
        append_reading(ledger, first, made_reading(first), run)
        with ledger.reading() as connection:  # SQLite's own limit stands in for the disk's end
            size = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {size}")
        page = made_page("large.txt", TEXT + " more" * 100_000)
        with pytest.raises(FullDisk, match="no space"):
            append_reading(ledger, page, made_reading(page), run)
        assert counts(ledger).reports == 1


def test_a_ledger_another_process_holds_is_said_to_be_busy(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(kind, "WAIT", 0.05)
    path = _make(tmp_path / "l.sqlite")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with open_ledger(path) as ledger, pytest.raises(BusyLedger, match="another program"):
            start_run(ledger, PRODUCED)
    finally:
        holder.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open everything")
def test_a_ledger_that_may_not_be_opened_is_said_to_be_forbidden(tmp_path: Path) -> None:
    path = _make(tmp_path / "l.sqlite")
    path.chmod(0)
    with pytest.raises(ForbiddenLedger):
        open_ledger(path)


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = _make(tmp_path / "l.sqlite")
    with open_ledger(path) as one, open_ledger(path) as other, one.writing():
        assert counts(other).reports == 0


@pytest.mark.parametrize(
    "statement", ["UPDATE pages SET address = 'x'", "DELETE FROM readings", "DELETE FROM claims"]
)
def test_the_file_itself_refuses_to_change_or_delete(tmp_path: Path, statement: str) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        page = made_page()
        append_reading(ledger, page, made_reading(page), start_run(ledger, PRODUCED))
        with pytest.raises(IntegrityError, match="append-only"), ledger.writing() as connection:
            connection.exec_driver_sql(statement)


def test_every_column_has_its_meaning_in_the_file(tmp_path: Path) -> None:
    path = _make(tmp_path / "l.sqlite")
    raw = sqlite3.connect(path)
    told = {(t, c): m for t, c, m in raw.execute("SELECT table_name, column_name, meaning FROM about")}
    raw.close()
    columns = {(table.name, column.name) for table in METADATA.sorted_tables for column in table.columns}
    assert set(told) == columns
    assert all(told.values())


def test_the_views_open_in_any_sqlite_program(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with open_ledger(path, create=True) as ledger:
        page = made_page(outlet="The Paper")
        append_reading(ledger, page, made_reading(page), start_run(ledger, PRODUCED))
    raw = sqlite3.connect(path)  # without the functions and settings of this program
    assert raw.execute("SELECT value, unit, event_type, source, outlet FROM v_figures").fetchone() == (
        "≥ 61", "people", "missing", "The mayor", "The Paper",
    )  # fmt: skip
    assert raw.execute("SELECT source, cue, figures FROM v_claims").fetchall() == [("The mayor", "said", 1)]
    raw.close()


def test_no_error_of_the_database_passes_the_border() -> None:
    for code in (
        "SQLITE_FULL",
        "SQLITE_BUSY",
        "SQLITE_NOTADB",
        "SQLITE_CANTOPEN",
        "SQLITE_IOERR_READ",
        "SQLITE_CORRUPT",
    ):
        error = sqlite3.OperationalError("told")
        error.sqlite_errorname = code
        assert isinstance(SQLite(Path("l")).own_error(error), ReportedlyError)
