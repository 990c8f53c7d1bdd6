"""Verifying: what was changed, added or taken away behind the program's back is named, row by row."""

import sqlite3
import tempfile
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from hypothesis import given, settings

from reportedly.ledger import (
    Ledger,
    append_reading,
    append_skip,
    finish_run,
    open_ledger,
    start_run,
)
from reportedly.ledger.packing import pack_record, unpack_record
from reportedly.ledger.schema import skips
from reportedly.ledger.seal import head_seal, row_digest
from reportedly.ledger.verify import Problem, Verification
from reportedly.terms import Page, Reading, Skipped, sha256_hex
from tests.ledger.made import NEWER, PRODUCED, TEXT, any_reading, made_page, made_reading

OTHER = TEXT.replace("aid group", "aid party")


def _fill(ledger: Ledger) -> None:
    """Readings 1 and 2 of run 1, and 3 of run 2, which was broken off; reading 2 has a text of its own."""
    run = start_run(ledger, PRODUCED)
    for page in (made_page("a.txt", published="2016-01-26"), made_page("b.txt", OTHER)):
        append_reading(ledger, page, made_reading(page), run)
    append_skip(ledger, Skipped(address="c.txt", reason="input.empty", detail="the file is empty"), run)
    finish_run(ledger, run)
    page = made_page("a.txt", published="2016-01-26")
    append_reading(ledger, page, made_reading(page, NEWER), start_run(ledger, NEWER))


def _problems(place: Path | str, expected: str | None = None) -> list[tuple[str, str, str]]:
    return [(each.table, each.key, each.what) for each in _found(place, expected)]


def _found(place: Path | str, expected: str | None = None) -> list[Problem]:
    with open_ledger(place) as ledger:
        return list(Verification(ledger, expected).problems())


def test_a_ledger_as_it_was_kept_has_no_problem(place: Path | str) -> None:
    with open_ledger(place, create=True) as ledger:
        assert list(Verification(ledger).problems()) == []  # an empty one
        _fill(ledger)
        verification = Verification(ledger)
        assert list(verification.problems()) == []
        with ledger.reading() as connection:
            assert verification.head == head_seal(connection)
        # two beginnings and one end of runs, three readings, a skip
        assert (verification.counts["seals"], verification.counts["readings"]) == (7, 3)
        assert verification.counts["texts"] == 2
        assert verification.counts["spans"] > 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "l.sqlite"
    with open_ledger(path, create=True) as ledger:
        _fill(ledger)
    raw = sqlite3.connect(path)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.commit()
    raw.close()
    return path


def _edit(path: Path, *statements: str, **values: object) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement, values)
    raw.commit()
    raw.close()


@pytest.mark.parametrize(
    ("statement", "expected", "says"),
    [
        # of a figure: a value that is shown, a word, a place
        (
            "UPDATE figures SET value = '≥ 16' WHERE reading = 1 AND position = 0",
            "figures 1/0 changed",
            "value holds '≥ 16', and the record '≥ 61'",
        ),
        ("UPDATE figures SET low = 62 WHERE reading = 3 AND position = 0", "figures 3/0 changed", "low holds 62"),
        (
            "UPDATE figures SET exact = 'at least 16' WHERE reading = 1 AND position = 0",
            "figures 1/0 changed",
            "exact holds",
        ),
        (
            "UPDATE figures SET agent = 'the army' WHERE reading = 1 AND position = 0",
            "figures 1/0 changed",
            "agent holds 'the army', and the record None",
        ),
        ("UPDATE claims SET source = 'The governor' WHERE reading = 2", "claims 2/0 changed", "'The mayor'"),
        ("UPDATE speakers SET role = 'governor' WHERE reading = 2", "speakers 2/0 changed", "'mayor'"),
        ("UPDATE readings SET published = '2016-01-27' WHERE reading = 1", "readings 1 changed", "2016-01-26"),
        ("UPDATE readings SET claim_count = 2 WHERE reading = 1", "readings 1 changed", "claim_count holds 2"),
        ("UPDATE readings SET recorded_at = '2015' WHERE reading = 1", "readings 1 changed", "sealed"),
        ("UPDATE readings SET restricted = 1 WHERE reading = 2", "readings 2 changed", "sealed"),
        ("UPDATE skips SET detail = 'the file is full'", "skips k:* changed", "sealed"),
        ("UPDATE pages SET page_sha256 = 'ab' WHERE address = 'b.txt'", "pages r:* changed", "sealed"),
        ("UPDATE pages SET address = 'x.txt' WHERE address = 'b.txt'", "pages r:* changed", "sealed"),
        ("UPDATE runs SET version = '9' WHERE run = 2", "runs 2 changed", "sealed"),
        ("UPDATE runs SET finished_at = '2030' WHERE run = 1", "runs 1 changed", "sealed"),
        # of a text: one letter, far from any figure, and one inside a figure's words
        ("UPDATE texts SET text = replace(text, 'party', 'pasty')", "texts * changed", "SHA-256"),
        ("UPDATE texts SET text = replace(text, 'aid group', 'aid Group')", "texts * changed", "SHA-256"),
        ("UPDATE texts SET characters = 7 WHERE text LIKE '%party%'", "texts * changed", "characters holds 7"),
        ("UPDATE seals SET seal = replace(seal, 'a', 'b') WHERE seal_number = 3", "seals 3 broken", "chain"),
        ("UPDATE seals SET rows = x'00' WHERE seal_number = 3", "seals 3 changed", "rows holds other marks"),
        (
            "UPDATE seals SET subject = 'nothing' WHERE seal_number = 2",
            "seals 2 changed; readings 1 added",
            "no table",
        ),
        ("DELETE FROM figures WHERE reading = 1 AND position = 1", "figures 1/1 missing", "gone"),
        ("DELETE FROM speakers WHERE reading = 2", "speakers 2/0 missing", "gone"),
        ("DELETE FROM skips", "skips k:* missing", "gone"),
        ("DELETE FROM texts WHERE text LIKE '%party%'", "texts * missing", "text of reading 2"),
        ("DELETE FROM pages WHERE address = 'b.txt'", "pages r:* missing", "gone"),
        ("DELETE FROM seals WHERE seal_number = 4", "seals 4 missing; skips k:* added", "gone"),
        ("INSERT INTO texts VALUES ('ab', 'c', 1)", "texts ab changed; texts ab added", "SHA-256"),
        ("INSERT INTO runs VALUES (9, '1', 'm', 'r', '2016', NULL)", "runs 9 added", "no seal"),
        (
            "INSERT INTO skips VALUES ('k:1', 'z.txt', 'input.empty', '', NULL, 1, '2016')",
            "skips k:1 added",
            "no seal",
        ),
    ],
)
def test_what_was_changed_is_named_with_its_row(path: Path, statement: str, expected: str, says: str) -> None:
    _edit(path, statement)
    found = _found(path)
    told = "; ".join(f"{each.table} {each.key} {each.what}" for each in found)
    assert fnmatch(told, expected)
    assert any(says in each.detail for each in found)


def test_a_changed_record_is_told_with_the_words_that_do_not_stand_in_the_text(path: Path) -> None:
    raw = sqlite3.connect(path)
    (held,) = raw.execute("SELECT record FROM readings WHERE reading = 2").fetchone()
    raw.close()
    record = unpack_record(held)
    record["figures"][0]["exact"] = "at least 16"
    _edit(path, "UPDATE readings SET record = :record WHERE reading = 2", record=pack_record(record))
    changed, lost = _found(path)
    assert (changed.table, changed.key, changed.what) == ("readings", "2", "changed")
    assert "“at least 16”" in lost.detail
    _edit(path, "UPDATE readings SET record = :record WHERE reading = 2", record=b"no record")
    assert {(each.table, each.key, each.what) for each in _found(path)} == {("readings", "2", "changed")}


def test_rows_put_in_by_hand_are_told(path: Path) -> None:
    columns = 'figure_id, value, exact, start, "end", bound, measure, scope, confidence'
    _edit(
        path,
        f"INSERT INTO figures (reading, position, {columns}) SELECT 1, 9, {columns} FROM figures "
        "WHERE reading = 1 AND position = 0",
    )
    assert _problems(path) == [("figures", "1/9", "added")]


def test_a_reading_taken_away_whole_is_missing_and_its_parts_are_orphans(path: Path) -> None:
    _edit(path, "DELETE FROM readings WHERE reading = 3")
    assert ("readings", "3", "missing") in _problems(path)
    for table in ("speakers", "claims", "figures"):
        _edit(path, f"DELETE FROM {table} WHERE reading = 3")
    assert _problems(path) == [("readings", "3", "missing")]


def test_a_ledger_cut_short_is_found_out_by_a_seal_noted_earlier(path: Path) -> None:
    with open_ledger(path) as ledger, ledger.reading() as connection:
        noted = head_seal(connection)
    assert _problems(path, noted) == []
    for table in ("speakers", "claims", "figures", "readings"):
        _edit(path, f"DELETE FROM {table} WHERE reading = 3")
    _edit(path, "DELETE FROM runs WHERE run = 2", "DELETE FROM seals WHERE seal_number > 5")
    assert _problems(path) == []  # nothing inside the file can tell
    assert _problems(path, noted) == [("seals", "5", "broken")]


def test_a_ledger_that_grew_still_holds_the_seal_noted_earlier(path: Path) -> None:
    with open_ledger(path) as ledger:
        with ledger.reading() as connection:
            noted = head_seal(connection)
        page = made_page("new.txt")
        append_reading(ledger, page, made_reading(page), start_run(ledger, PRODUCED))
    assert _problems(path, noted) == []


@pytest.mark.parametrize(
    "made", sorted((Path(__file__).parent / "formats").glob("*.sql")), ids=lambda path: path.stem
)
def test_what_an_earlier_version_kept_is_sealed_when_it_is_brought_up_to_date(tmp_path: Path, made: Path) -> None:
    path = tmp_path / "old.sqlite"
    raw = sqlite3.connect(path)
    raw.executescript(made.read_text(encoding="utf-8"))
    raw.close()
    with open_ledger(path) as ledger:
        verification = Verification(ledger)
        assert list(verification.problems()) == []
        assert verification.counts["readings"] == 2
        page = made_page("new.txt")
        append_reading(ledger, page, made_reading(page), start_run(ledger, PRODUCED))
    assert _problems(path) == []


def test_a_server_tells_what_was_changed_too(schema_on_server: Callable[[], str]) -> None:
    import psycopg

    address = schema_on_server()
    with open_ledger(address, create=True) as ledger:
        _fill(ledger)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("ALTER TABLE figures DISABLE TRIGGER ALL")
        connection.execute("UPDATE figures SET low = 62 WHERE reading = 1 AND position = 0")
        connection.execute("ALTER TABLE texts DISABLE TRIGGER ALL")
        connection.execute("UPDATE texts SET text = replace(text, 'party', 'pasty')")
    assert [key for _, key, _ in _problems(address)] == ["1/0", sha256_hex(OTHER)]


@given(any_reading())
@settings(max_examples=60, deadline=None)
def test_any_reading_verifies(made: tuple[Page, Reading]) -> None:
    page, reading = made
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "l.sqlite", create=True) as ledger,
    ):
        append_reading(ledger, page, reading, start_run(ledger, reading.produced))
        assert [each for each in Verification(ledger).problems() if each.table != "texts"] == []


def test_the_hash_of_a_row_never_changes() -> None:
    """Ledgers that are there already are sealed with it."""
    row = {
        "skip_id": "k:1",
        "address": "a.txt",
        "reason": "input.empty",
        "detail": "é",
        "run": 1,
        "recorded_at": "2016",
    }
    assert row_digest(skips, row).hex() == ("b4832e97f3fad9b1b00ab865e0b2e2c69a9c1519a003991217d6231a43292123")
    assert row_digest(skips, row | {"page_sha256": None, "of a later version": None}) == row_digest(skips, row)
    assert row_digest(skips, row, b"salt") != row_digest(skips, row)
