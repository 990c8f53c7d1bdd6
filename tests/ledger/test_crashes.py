"""Killed at any point, short of room, raced, damaged: nothing kept is lost, no report is there by half."""

import contextlib
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportedly.errors import DamagedLedger, LedgerError
from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    Verification,
    append_reading,
    counts,
    find_report,
    find_status,
    list_claims,
    list_figures,
    list_reports,
    load_reading,
    load_told,
    open_ledger,
    start_run,
)
from tests.ledger.made import PRODUCED, made_page, made_reading

ROOT = Path(__file__).resolve().parents[2]
#: Rounds of killing on a file; each takes the time of starting a process.
ROUNDS = 10


def _start(
    place: Path | str, name: str, count: int, batch: int = 1, limit: int | None = None
) -> subprocess.Popen[str]:
    def starve() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    words = [sys.executable, "-m", "tests.ledger.writing_child", str(place), name, str(count), str(batch)]
    return subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=starve
    )


def _finish(child: subprocess.Popen[str]) -> tuple[set[str], str]:
    out, error = child.communicate(timeout=120)
    return set(out.split()), error


def _assert_whole(place: Path | str, kept: set[str]) -> set[str]:
    """Everything said to be kept is there, every report that is there is whole; gives their addresses."""
    with open_ledger(place) as ledger:
        assert list(Verification(ledger).problems()) == []
        there = {row.address: row.report_id for row in list_reports(ledger)}
        assert kept <= set(there)
        for told in load_told(ledger, there.values()):
            address = told.reading.report.address
            assert told.reading == made_reading(made_page(address))
        assert counts(ledger).figures == 3 * len(there)
        with ledger.reading() as connection:
            for table in ("pages", "readings"):
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == len(there)
            for table in ("claims", "speakers"):
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == len(there)
    return set(there)


@pytest.mark.parametrize("batch", [1, 7])
def test_killed_at_random_points_nothing_kept_is_lost_and_a_last_run_finishes(tmp_path: Path, batch: int) -> None:
    chance = random.Random(batch)
    path, count, kept = tmp_path / "l.sqlite", 400, set[str]()
    for _ in range(ROUNDS):
        child = _start(path, "report", count, batch)
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.15))
        child.send_signal(signal.SIGKILL)
        said, _ = _finish(child)
        kept |= said | {first.strip()} - {""}
        _assert_whole(path, kept)
    _, error = _finish(_start(path, "report", count, 100))
    assert error == ""
    assert _assert_whole(path, kept) == {f"report-{number}.txt" for number in range(count)}
    with open_ledger(path) as ledger:
        assert 1 <= len(find_status(ledger).unfinished) <= ROUNDS


def test_killed_while_the_ledger_is_made_it_is_made_by_the_next(tmp_path: Path) -> None:
    chance = random.Random(3)
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.sqlite"
        child = _start(path, "report", 50)
        while not path.exists() and child.poll() is None:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        kept, _ = _finish(child)
        _, error = _finish(_start(path, "report", 50, 50))
        assert error == ""
        assert len(_assert_whole(path, kept)) == 50


def test_a_client_of_a_server_killed_at_random_points_loses_nothing(schema_on_server: Callable[[], str]) -> None:
    chance = random.Random(4)
    place, kept = schema_on_server(), set[str]()
    for _ in range(4):
        child = _start(place, "report", 300, 3)
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        child.send_signal(signal.SIGKILL)
        said, _ = _finish(child)
        kept |= said | {first.strip()} - {""}
        _assert_whole(place, kept)
    assert len(_assert_whole(place, kept | _finish(_start(place, "report", 300, 100))[0])) == 300


@pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=True)
def test_two_processes_write_at_once(place: Path | str) -> None:
    open_ledger(place, create=True).close()
    children = [_start(place, "one", 60), _start(place, "two", 60, 7), _start(place, "one", 60, 3)]
    results = [_finish(child) for child in children]
    assert [error for _, error in results] == ["", "", ""]
    there = _assert_whole(place, set().union(*(kept for kept, _ in results)))
    assert there == {f"{name}-{number}.txt" for name in ("one", "two") for number in range(60)}


def test_short_of_room_what_was_kept_stays_and_a_second_run_finishes(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    open_ledger(path, create=True).close()
    limit = path.stat().st_size + 150_000
    kept, error = _finish(_start(path, "report", 300, 1, limit))
    assert 0 < len(kept) < 300
    assert "LedgerError" in error or "FullDisk" in error
    _assert_whole(path, kept)
    _, error = _finish(_start(path, "report", 300, 50))
    assert error == ""
    assert len(_assert_whole(path, kept)) == 300


@contextlib.contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[None]:
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no small disk can be made here: {made.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_told_as_such_and_loses_nothing(tmp_path: Path) -> None:
    with _small_disk(tmp_path / "disk", "1500k"):
        path = tmp_path / "disk" / "l.sqlite"
        kept, error = _finish(_start(path, "report", 2000, 5))
        assert "FullDisk" in error
        assert kept
        _assert_whole(path, kept)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger of twenty reports."""
    path = tmp_path_factory.mktemp("whole") / "l.sqlite"
    with open_ledger(path, create=True) as ledger:
        run = start_run(ledger, PRODUCED)
        for number in range(20):
            page = made_page(f"{number}.txt")
            append_reading(ledger, page, made_reading(page), run)
    return path.read_bytes()


def _use_all(path: Path) -> list[object]:
    """Ask everything; gives what verifying found."""
    with open_ledger(path) as ledger:
        counts(ledger)
        rows = list(list_figures(ledger, FigureFilter()))
        list(list_claims(ledger, ClaimFilter(source="mayor")))
        for row in rows[:3]:
            load_reading(ledger, find_report(ledger, row.report_id).report_id)
        find_status(ledger)
        return list(Verification(ledger).problems())


@pytest.mark.parametrize("seed", range(40))
def test_bytes_that_flipped_are_told_or_found_never_a_fault_of_the_program(
    tmp_path: Path, whole: bytes, seed: int
) -> None:
    chance = random.Random(seed)
    path, held = tmp_path / "l.sqlite", bytearray(whole)
    start = chance.choice((0, 100, 4096))  # the header of the file, its first table, anywhere
    for _ in range(chance.choice((1, 30, 3000))):
        held[chance.randrange(start, len(held))] ^= chance.randrange(1, 256)
    path.write_bytes(held)
    with contextlib.suppress(LedgerError):  # any other error is a fault of the program
        _use_all(path)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_told_or_found(tmp_path: Path, whole: bytes, share: float) -> None:
    path = tmp_path / "l.sqlite"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedLedger, match="restore"):
        _use_all(path)


def test_a_letter_changed_in_the_bytes_of_a_text_is_found(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "l.sqlite"
    path.write_bytes(whole.replace(b"An aid group put", b"An old group put"))
    assert [problem.table for problem in _use_all(path)] == ["texts"]  # type: ignore[attr-defined]
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
