"""Forgetting from the command line: through reading, following, judging, and out of every byte of the file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TAIL = " The rest of the street by the river was closed for the whole of the day, as on the day before.\n"
QUINCES = "Marjona said 61 quinces burned."


@pytest.fixture
def kept(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A ledger of two reports, one of them judged."""
    (tmp_path / "quinces.txt").write_text(QUINCES + TAIL)
    (tmp_path / "other.txt").write_text("Officials said 9 houses burned." + TAIL.replace("street", "square"))
    monkeypatch.setenv("REPORTEDLY_REVIEWER", "A. Keeper")
    assert run("read", "quinces.txt", "other.txt").exit_code == 0
    name = next(line.split("\t")[0] for line in run("review").stdout.splitlines() if "quinces" in line)
    assert run("judge", "comment", name, "so many quinces").exit_code == 0
    return run


def test_a_forgotten_report_is_in_no_byte_of_the_file(kept: Run, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    assert b"quinces" in path.read_bytes()
    done = kept("forget", "quinces.txt", "--yes", "--why", "asked for")
    assert done.exit_code == 0, done.stderr
    assert "A. Keeper" in done.stdout and "“asked for”" in done.stdout
    held = b"".join(each.read_bytes() for each in tmp_path.glob("ledger.sqlite*"))
    assert [word for word in ("quinces", "Marjona", "so many") if word.encode() in held] == []
    assert b"houses" in held
    assert "asked for" in kept("forget", "--list").stdout
    assert "quinces" not in kept("figures", "--format", "csv").stdout
    assert "had the ledger forget" in kept("show", "(forgotten)").stderr


def test_a_forgotten_page_is_skipped_until_it_is_asked_for_again(kept: Run, tmp_path: Path) -> None:
    kept("forget", "quinces.txt", "--yes")
    done = kept("read", "quinces.txt")
    assert done.exit_code == 3 and "report.forgotten" in done.stdout and "--again" in done.stdout
    (tmp_path / "quinces.txt").write_text(QUINCES + " More of them." + TAIL)  # the page was changed
    assert kept("read", "quinces.txt").exit_code == 3
    assert b"quinces" not in (tmp_path / "ledger.sqlite").read_bytes()
    (tmp_path / "quinces.txt").write_text(QUINCES + TAIL)
    assert kept("read", "quinces.txt", "--again").exit_code == 0
    assert "quinces" in kept("figures", "--format", "csv").stdout
    assert kept("read", "other.txt").exit_code == 0  # known, as before


def test_forgetting_asks_first_and_wants_one_thing(kept: Run) -> None:
    asked = kept("forget", "quinces.txt")
    assert asked.exit_code == 2 and "--yes" in asked.stderr
    assert kept("forget", "--yes").exit_code == 2
    assert kept("forget", "quinces.txt", "--speaker", "Marjona", "--yes").exit_code == 2
    assert "no speaker" in kept("forget", "--speaker", "Marjona", "--yes").stderr  # the fake reader names nobody
    assert kept("forget", "no such page", "--yes").exit_code == 1
    assert "nothing was forgotten" in kept("forget", "--list").stderr
