"""Ledgers of every earlier version open, are brought up to date, and keep their rows."""

import json
import sqlite3
from pathlib import Path

import pytest

from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    append_reading,
    counts,
    list_claims,
    list_figures,
    load_reading,
    open_ledger,
    start_run,
)
from reportedly.ledger.migrations import newest_revision
from reportedly.ledger.packing import unpack_record
from reportedly.ledger.schema import METADATA, index
from tests.ledger.made import NEWER, made_page, made_reading

FORMATS = Path(__file__).parent / "formats"


@pytest.fixture(params=sorted(FORMATS.glob("*.sql")), ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A ledger as an earlier version wrote it."""
    path = tmp_path / "old.sqlite"
    raw = sqlite3.connect(path)
    raw.executescript(request.param.read_text(encoding="utf-8"))
    raw.close()
    return path


def test_an_older_ledger_has_the_form_of_a_new_one(old: Path, tmp_path: Path) -> None:
    open_ledger(old).close()
    open_ledger(tmp_path / "new.sqlite", create=True).close()
    assert _form(old) == _form(tmp_path / "new.sqlite")


def test_an_older_ledger_keeps_its_rows(old: Path) -> None:
    page = made_page("a.txt", published="2016-01-26", outlet="The Paper")
    before = _rows(old)
    for _ in range(2):  # once is enough, twice does no harm
        with open_ledger(old) as ledger:
            assert (counts(ledger).reports, counts(ledger).figures, counts(ledger).skips) == (2, 6, 1)
            assert [row.value for row in list_figures(ledger, FigureFilter(measures=("count",)))] == ["≥ 61"]
            assert [row.source for row in list_claims(ledger, ClaimFilter())] == ["The mayor"]
            assert load_reading(ledger, made_reading(page).report.id).report == made_reading(page).report
    after = _rows(old)
    for reading, row in before["readings"].items():
        assert unpack_record(after["readings"][reading]["record"]) == _record(row, before)
    for table in ("readings", "speakers", "claims", "figures"):
        for row in before.get(table, {}).values():
            row.pop("rest" if table == "readings" else "record")  # now in the record of the reading
    assert all(
        row.items() <= after[table][key].items() for table, rows in before.items() for key, row in rows.items()
    )


def test_an_older_ledger_takes_new_readings(old: Path) -> None:
    page = made_page("a.txt", published="2016-01-26", outlet="The Paper")
    with open_ledger(old) as ledger:
        assert append_reading(ledger, page, made_reading(page, NEWER), start_run(ledger, NEWER))
        assert load_reading(ledger, made_reading(page).report.id) == made_reading(page, NEWER)
        assert [row.speaker for row in list_claims(ledger, ClaimFilter())] == ["mayor"]


def test_an_older_ledger_is_append_only_too(old: Path) -> None:
    open_ledger(old).close()
    raw = sqlite3.connect(old)
    for table in ("figures", "claims", "pages"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(f"DELETE FROM {table}")
    raw.close()


def test_revisions_form_one_line_that_ends_at_the_newest() -> None:
    from alembic.script import ScriptDirectory

    from reportedly.ledger import migrations

    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    steps = list(script.walk_revisions())
    assert script.get_heads() == [newest_revision()]
    assert [step.revision for step in steps] == [f"{n:04}" for n in range(len(steps), 0, -1)]
    assert all(Path(step.path).name.startswith(f"r{step.revision}_") for step in steps)


def _form(path: Path) -> dict[str, object]:
    """Columns, indexes, triggers and views of a file; older columns may stand in another order."""
    raw = sqlite3.connect(path)
    columns = {
        table: sorted(raw.execute('SELECT name, upper(type), "notnull", pk FROM pragma_table_info(?)', (table,)))
        for table in METADATA.tables
    }
    others = raw.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' ORDER BY 1, 2"
    ).fetchall()
    marks = [raw.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
    told = raw.execute("SELECT * FROM about ORDER BY 1, 2").fetchall()
    raw.close()
    return {"columns": columns, "others": others, "marks": marks, "told": told}


def _rows(path: Path) -> dict[str, dict[int, dict[str, object]]]:
    """All rows of the record, by table and row id, without what is unknown."""
    raw = sqlite3.connect(path)
    raw.row_factory = sqlite3.Row
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    derived = {"about", "alembic_version", *(table.name for table in index.TABLES)}
    found = {
        name: {
            row["rowid_"]: {key: row[key] for key in row.keys() if row[key] is not None}  # noqa: SIM118
            for row in raw.execute(f"SELECT rowid AS rowid_, * FROM {name}")
        }
        for name in names
        if name not in derived and not name.startswith("search_")
    }
    raw.close()
    return found


def _record(reading: dict[str, object], rows: dict[str, dict[int, dict[str, object]]]) -> object:
    """The record of a reading, of which an older ledger keeps a part with each row."""
    record = json.loads(str(reading["rest"]))
    for name in ("speakers", "claims", "figures"):
        parts = [row for row in rows.get(name, {}).values() if row["reading"] == reading["reading"]]
        record.setdefault(name, [json.loads(str(row["record"])) for row in parts])
    return record
