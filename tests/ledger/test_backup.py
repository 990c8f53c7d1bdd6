"""A copy of a ledger in use, and how a ledger stands."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.errors import BadOption, FullDisk, LockedLedger, MissingLedger
from reportedly.ledger import (
    Ledger,
    Verification,
    append_reading,
    append_skip,
    back_up,
    counts,
    find_status,
    finish_run,
    open_ledger,
    start_run,
)
from reportedly.ledger import connect as connecting
from reportedly.terms import Skipped
from tests.ledger.made import NEWER, PRODUCED, made_page, made_reading


def _append(ledger: Ledger, *addresses: str) -> None:
    run = start_run(ledger, PRODUCED)
    for address in addresses:
        page = made_page(address)
        append_reading(ledger, page, made_reading(page), run)
    finish_run(ledger, run)


def test_a_copy_is_the_ledger_as_it_stood(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _append(ledger, "a.txt")
        size = back_up(ledger, tmp_path / "copy.sqlite")
        _append(ledger, "b.txt")
        head = find_status(ledger).head_seal
    assert size == (tmp_path / "copy.sqlite").stat().st_size
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sqlite", "l.sqlite"]
    with open_ledger(tmp_path / "copy.sqlite") as copy:
        assert counts(copy).reports == 1
        assert list(Verification(copy).problems()) == []
        assert find_status(copy).head_seal != head
        _append(copy, "c.txt")  # a ledger like any other, in which readers do not wait
        with copy.writing(), open_ledger(tmp_path / "copy.sqlite") as reader:
            assert counts(reader).reports == 2


def test_a_copy_is_made_while_others_write(tmp_path: Path) -> None:
    def write() -> None:
        with open_ledger(tmp_path / "l.sqlite") as other:
            number = 0
            while not done.is_set():
                number += 1
                _append(other, f"{number}.txt")

    open_ledger(tmp_path / "l.sqlite", create=True).close()
    done = threading.Event()
    writer = threading.Thread(target=write)
    writer.start()
    try:
        with open_ledger(tmp_path / "l.sqlite") as ledger:
            for number in range(5):
                back_up(ledger, tmp_path / f"copy{number}.sqlite")
    finally:
        done.set()
        writer.join()
    for number in range(5):
        with open_ledger(tmp_path / f"copy{number}.sqlite") as copy:
            assert list(Verification(copy).problems()) == []


def test_nothing_is_written_over_and_no_folder_is_made(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        with pytest.raises(BadOption, match="already"):
            back_up(ledger, tmp_path / "notes.txt")
        with pytest.raises(MissingLedger, match="no folder"):
            back_up(ledger, tmp_path / "none" / "copy.sqlite")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_copy_that_fails_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(self: Ledger, path: Path) -> None:
        path.write_bytes(b"half of it")
        raise FullDisk("no space is left")

    monkeypatch.setattr(connecting.Ledger, "copy_into", fill)
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger, pytest.raises(FullDisk):
        back_up(ledger, tmp_path / "copy.sqlite")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["l.sqlite"]


def test_the_copy_of_an_encrypted_ledger_is_encrypted(tmp_path: Path) -> None:
    secret = "it's a “long” passphrase"
    with open_ledger(tmp_path / "l.sqlite", create=True, passphrase=secret) as ledger:
        _append(ledger, "a.txt")
        back_up(ledger, tmp_path / "copy.sqlite")
    assert b"mayor" not in (tmp_path / "copy.sqlite").read_bytes()
    with pytest.raises(LockedLedger):
        open_ledger(tmp_path / "copy.sqlite")
    with open_ledger(tmp_path / "copy.sqlite", passphrase=secret) as copy:
        assert list(Verification(copy).problems()) == []
        assert counts(copy).reports == 1


def test_what_is_on_a_server_is_copied_by_the_server(schema_on_server: Callable[[], str], tmp_path: Path) -> None:
    with (
        open_ledger(schema_on_server(), create=True) as ledger,
        pytest.raises(BadOption, match="pg_dump"),
    ):
        back_up(ledger, tmp_path / "copy.sqlite")


def test_the_status_tells_what_is_there_and_what_is_not_finished(ledger: Ledger) -> None:
    empty = find_status(ledger)
    assert (empty.reports, empty.last_read, empty.head_seal, empty.read_by) == (0, None, None, ())
    _append(ledger, "a.txt", "b.txt")
    broken_off = start_run(ledger, NEWER)
    page = made_page("a.txt")
    append_reading(ledger, page, made_reading(page, NEWER), broken_off)
    append_skip(ledger, Skipped(address="c.txt", reason="input.empty", detail="the file is empty"), broken_off)
    status = find_status(ledger)
    assert (status.reports, status.readings, status.claims, status.figures, status.skips) == (2, 3, 2, 6, 1)
    assert [(each.version, each.readings) for each in status.read_by] == [("0.1.0", 2), ("0.2.0", 1)]
    assert [(each.run, each.version) for each in status.unfinished] == [(2, "0.2.0")]
    assert (status.waiting, status.seals, status.runs) == (2, 7, 2)
    assert status.size > 4096
    assert status.last_read == status.read_by[-1].last
    assert len(status.head_seal or "") == 64


def test_the_log_of_the_file_counts_in_its_size(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with open_ledger(path, create=True) as ledger:
        _append(ledger, *(f"{number}.txt" for number in range(30)))
        log = path.with_name("l.sqlite-wal").stat().st_size
        assert log > 0
        assert find_status(ledger).size == path.stat().st_size + log
        assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)
