"""Ledgers encrypted at rest."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.errors import BadOption, BusyLedger, LockedLedger, MissingExtra, MissingLedger
from reportedly.ledger import FigureFilter, append_reading, list_figures, open_ledger, start_run
from reportedly.ledger.databases import cipher
from reportedly.ledger.databases.cipher import encrypt_file
from tests.ledger.made import PRODUCED, TEXT, made_page, made_reading

SECRET = "it's a “long” passphrase"


def make(path: Path, passphrase: str | None) -> None:
    with open_ledger(path, create=True, passphrase=passphrase) as ledger:
        append_reading(ledger, made_page(), made_reading(made_page()), start_run(ledger, PRODUCED))


def values(path: Path, passphrase: str | None) -> list[str]:
    with open_ledger(path, passphrase=passphrase) as ledger:
        return [row.value for row in list_figures(ledger, FigureFilter(measures=("count",)))]


def bytes_in(folder: Path) -> bytes:
    return b"\0".join(each.read_bytes() for each in sorted(folder.iterdir()))


def test_an_encrypted_ledger_holds_no_word_in_clear(tmp_path: Path) -> None:
    make(tmp_path / "l.sqlite", SECRET)
    with open_ledger(tmp_path / "l.sqlite", passphrase=SECRET) as ledger:
        append_reading(ledger, made_page("b"), made_reading(made_page("b")), start_run(ledger, PRODUCED))
        held = bytes_in(tmp_path)  # with its log, as it is in use
    assert b"SQLite format" not in held and b"figures" not in held and TEXT[:20].encode() not in held
    assert values(tmp_path / "l.sqlite", SECRET) == ["≥ 61", "≥ 61"]
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "l.sqlite").execute("SELECT * FROM pages")


@pytest.mark.parametrize("given", ["wrongly typed", "It's a “long” passphrase", None])
def test_another_passphrase_or_none_is_refused_and_does_no_harm(tmp_path: Path, given: str | None) -> None:
    make(tmp_path / "l.sqlite", SECRET)
    with pytest.raises(LockedLedger) as raised:
        open_ledger(tmp_path / "l.sqlite", passphrase=given)
    assert SECRET not in str(raised.value) and str(given) not in str(raised.value)
    assert values(tmp_path / "l.sqlite", SECRET) == ["≥ 61"]


def test_a_passphrase_for_what_is_not_encrypted_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "l.sqlite", None)
    with pytest.raises(LockedLedger, match="is not encrypted"):
        open_ledger(tmp_path / "l.sqlite", passphrase=SECRET)


@pytest.mark.parametrize("given", ["", "a\0b"])
def test_a_passphrase_that_cannot_be_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(BadOption):
        open_ledger(tmp_path / "l.sqlite", create=True, passphrase=given)


def test_a_ledger_is_encrypted_later_and_nothing_is_left_in_clear(tmp_path: Path) -> None:
    make(tmp_path / "l.sqlite", None)
    kept = (tmp_path / "l.sqlite").open("rb")  # the old file, whatever its name becomes
    encrypt_file(tmp_path / "l.sqlite", SECRET)
    assert [each.name for each in tmp_path.iterdir()] == ["l.sqlite"]
    assert TEXT[:20].encode() not in bytes_in(tmp_path)
    assert set(kept.read()) == {0}
    kept.close()
    assert values(tmp_path / "l.sqlite", SECRET) == ["≥ 61"]
    with open_ledger(tmp_path / "l.sqlite", passphrase=SECRET) as ledger:  # it is written like any other
        append_reading(ledger, made_page("b"), made_reading(made_page("b")), start_run(ledger, PRODUCED))
    assert len(values(tmp_path / "l.sqlite", SECRET)) == 2


def test_a_passphrase_is_changed_by_who_has_the_old_one(tmp_path: Path) -> None:
    make(tmp_path / "l.sqlite", SECRET)
    with pytest.raises(LockedLedger):
        encrypt_file(tmp_path / "l.sqlite", "new", "wrong")
    with pytest.raises(LockedLedger):
        encrypt_file(tmp_path / "l.sqlite", "new")
    encrypt_file(tmp_path / "l.sqlite", "new", SECRET)
    assert values(tmp_path / "l.sqlite", "new") == ["≥ 61"]
    with pytest.raises(LockedLedger):
        open_ledger(tmp_path / "l.sqlite", passphrase=SECRET)


HOLDS = """
import sys
from pathlib import Path
from reportedly.ledger import counts, open_ledger
with open_ledger(Path(sys.argv[1])) as ledger:
    counts(ledger)
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_ledger_that_another_program_has_open_is_not_encrypted_under_it(tmp_path: Path) -> None:
    make(tmp_path / "l.sqlite", None)
    words = [sys.executable, "-c", HOLDS, str(tmp_path / "l.sqlite")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(BusyLedger):
            encrypt_file(tmp_path / "l.sqlite", SECRET)
        other.communicate()
    assert values(tmp_path / "l.sqlite", None) == ["≥ 61"]
    assert not (tmp_path / "l.sqlite.encrypting").exists()


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingLedger):
        encrypt_file(tmp_path / "none.sqlite", SECRET)
    monkeypatch.setattr(cipher, "_MODULE", "no_such_module")
    with pytest.raises(MissingExtra, match=r"reportedly\[encrypted\]"):
        open_ledger(tmp_path / "l.sqlite", create=True, passphrase=SECRET)
