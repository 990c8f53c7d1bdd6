"""What is written is read back as it was, in every format, whatever the words."""

import csv
import io
import json
import sys
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import BadOption, MissingExtra
from reportedly.views.export import excel
from reportedly.views.export.codebook import WHATS, Column, Table, codebook_text, columns_of
from reportedly.views.export.columnar import write_parquet
from reportedly.views.export.comma import unguard_cell, write_csv
from reportedly.views.export.excel import unescape_cell, write_xlsx
from reportedly.views.export.lines import write_jsonl

COLUMNS = (
    Column("words", "words", "text", None, "Words"),
    Column("low", "low", "number", "low", "A number"),
    Column("figures", "figures", "whole", None, "A whole number"),
    Column("corrected", "corrected", "truth", None, "True or false"),
)
ABOUT = {"head seal": "ab" * 32, "rule": "ucdp-like"}
#: Words never are empty in the record: unknown is null.
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40),
    st.sampled_from(["=1+1", " \t=cmd", "+1", "-1", "@a", "\tx", "\rx", "'a", "''", "＝1", "_x0041_", "a\r\nb",
                     "#N/A", "\x0b", "\ufffe", "true", "61", " "]),
)  # fmt: skip
NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(-1e300, 1e300))
ROWS = st.lists(
    st.tuples(
        st.none() | WORDS, st.none() | NUMBERS, st.none() | st.integers(0, 2**53), st.none() | st.booleans()
    ),
    max_size=5,
)


def table(rows: list) -> Table:
    return Table(COLUMNS, iter(rows))


@given(ROWS)
def test_csv(rows: list) -> None:
    out = io.StringIO(newline="")
    assert write_csv(table(rows), out) == len(rows)
    [head, *lines] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert head == [column.name for column in COLUMNS]
    truth = {"": None, "true": True, "false": False}
    read = [(unguard_cell(w), float(n) if n else None, int(f) if f else None, truth[c]) for w, n, f, c in lines]
    assert read == rows
    for words, *_ in lines:
        assert not words.lstrip().startswith(("=", "+", "-", "@", "＝"))
        assert not words.startswith(("\t", "\r"))


@given(ROWS)
def test_json_lines(rows: list) -> None:
    out = io.StringIO()
    write_jsonl(table(rows), out)
    assert [tuple(json.loads(line).values()) for line in out.getvalue().splitlines()] == rows


@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_parquet(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    path = tmp_path_factory.mktemp("p") / "a.parquet"
    write_parquet(table(rows), path, ABOUT)
    read = pyarrow.parquet.read_table(path)
    assert [tuple(row.values()) for row in read.to_pylist()] == rows
    assert read.schema.field("low").metadata == {b"meaning": b"A number"}
    assert read.schema.metadata[b"reportedly: head seal"].decode() == ABOUT["head seal"]


@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_excel(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    rows = [*rows, ("the end", None, None, None)]  # a sheet ends with its last cell; no row of a ledger is empty
    write_xlsx(table(rows), path, ABOUT)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["README", "rows"]
    cells = [list(row) for row in book["rows"].iter_rows(min_row=2)]
    read = [tuple(unescape_cell(c.value) if isinstance(c.value, str) else c.value for c in row) for row in cells]
    assert _close(read, rows)
    assert not any(cell.data_type == "f" for row in cells for cell in row)
    told = dict(row[:2] for row in book["README"].iter_rows(values_only=True))
    assert told["head seal"] == ABOUT["head seal"]
    assert told["rows"] == str(len(rows))


def _close(read: list, rows: list) -> bool:
    """Numbers as a workbook keeps them: to sixteen digits."""
    whole = [row + (None,) * (4 - len(row)) for row in read]
    return whole == [
        (words, None if number is None else pytest.approx(number, rel=1e-15), figures, corrected)
        for words, number, figures, corrected in rows
    ]


def test_what_a_cell_cannot_hold_is_cut_and_marked(tmp_path: Path) -> None:
    write_xlsx(table([("a" * 40_000, None, None, None)]), tmp_path / "a.xlsx", ABOUT)
    held = openpyxl.load_workbook(tmp_path / "a.xlsx")["rows"]["A2"].value
    assert len(held) == excel.MOST_CHARACTERS
    assert held.endswith("(cut)")


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    with pytest.raises(BadOption, match="use csv"):
        write_xlsx(table([("a", None, None, None)] * 3), tmp_path / "a.xlsx", ABOUT)


def test_the_codebook_is_documented_as_it_is() -> None:
    text = (Path(__file__).resolve().parents[3] / "docs" / "exports.md").read_text("utf-8")
    for what in WHATS:
        part = text.split(f"### `{what}`", 1)[1].split("\n### ", 1)[0].split("\n## ", 1)[0]
        assert codebook_text(columns_of(what), {}).split("meaning |\n|---|---|---|---|\n", 1)[1].strip() in part


def test_names_of_columns_are_unique() -> None:
    for what in WHATS:
        names = [column.name for column in columns_of(what)]
        assert len(names) == len(set(names)) > 20


@pytest.mark.parametrize(("package", "write"), [("openpyxl", write_xlsx), ("pyarrow", write_parquet)])
def test_what_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package, write) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=r"reportedly\[export\]"):
        write(table([]), tmp_path / "a", ABOUT)
