"""What open bounds can and cannot contradict: the table of docs/findings.md, cell by cell."""

import re
from functools import cache
from pathlib import Path

import pytest

from reportedly.findings import find_in_story
from tests.findings.told_stories import told_reports

DOCS = Path(__file__).resolve().parents[2] / "docs" / "findings.md"
#: What is found between two figures, by the words of the table.
TYPES = {
    "repeat": ("repeat", "corroboration"),
    "contradicts": ("contradiction",),
    "difference": ("difference",),
    "difference, hardened": ("difference",),
    "holds": (),
    "says nothing": (),
}


def _table() -> list[tuple[str, str, str]]:
    """Rows, columns and cells."""
    rows = re.findall(
        r"^\|(.+)\|$", DOCS.read_text(encoding="utf-8").split("### What open bounds")[1], re.MULTILINE
    )
    cells = [[cell.strip().strip("*") for cell in row.split("|")] for row in rows]
    columns = cells[0][1:]
    return [(row[0], column, cell) for row in cells[2:9] for column, cell in zip(columns, row[1:], strict=True)]


@cache
def _found(one: str, other: str) -> frozenset[str]:
    """Types of what is found between two numbers of one day from two who count for themselves."""
    told = told_reports(
        ("2016-01-26", f"Flood in Marenga\nThe Interior Ministry said {one} people were killed in Marenga."),
        ("2016-01-26", f"Flood in Marenga\nThe Red Crescent said {other} people were killed in Marenga."),
    )
    return frozenset(each.type for each in find_in_story(told).findings)


def _words(label: str) -> str:
    return re.sub(r", told later$", "", label).removeprefix("exact ")


@pytest.mark.parametrize(("row", "column", "cell"), _table(), ids=lambda value: value.replace(" ", "_"))
def test_the_table_of_the_docs_is_what_is_found(row: str, column: str, cell: str) -> None:
    first, second = (_words(column), _words(row)) if "told later" in row else (_words(row), _words(column))
    wanted = TYPES[cell]
    found = _found(first, second)
    assert bool(found) == bool(wanted)
    assert found <= set(wanted), (first, second, found)
