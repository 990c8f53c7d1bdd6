"""Rows of the ledger as a table, as CSV or as JSON lines."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import islice
from typing import Any, Generic, TypeVar

from reportedly.cli.output import harmless, json_line, note, one_line, write, write_json_line

Row = TypeVar("Row")

#: Rows a terminal shows unless told how many; pipes and files get them all.
SCREENFUL = 100
#: Characters of width that all columns need.
_WIDE = 110
#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Heading(Generic[Row]):
    """A column of a table: its title, what stands in it, and how it is drawn.

    ``ratio`` is its share of the width, ``least`` its least width in characters; a ``spare`` column is
    left out of narrow terminals.
    """

    title: str
    cell: Callable[[Row], str | None]
    style: str = ""
    ratio: int = 1
    least: int = 0
    spare: bool = False


def write_rows(
    rows: Iterable[Row], kind: type[Row], headings: Sequence[Heading[Row]], form: Format, limit: int | None = None
) -> int:
    """Write the rows, and give how many were written. CSV and JSON lines hold every field."""
    if form is Format.CSV:
        return _write_csv(rows, kind)
    if form is Format.JSONL:
        return _write_json_lines(rows)
    if sys.stdout.isatty():
        return _draw(rows, headings, limit or SCREENFUL)
    return _write_plain(rows, headings)


def csv_cell(value: object) -> object:
    """A value for a CSV cell: empty when unknown, numbers as numbers, words never a formula.

    >>> csv_cell(None), csv_cell(-5), csv_cell("=1+1"), csv_cell(True)
    ('', -5, "'=1+1", 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        shown = harmless(value) if sys.stdout.isatty() else value
        return f"'{shown}" if shown.startswith(_FORMULA) else shown
    return value


def _write_csv(rows: Iterable[Row], kind: type[Row]) -> int:
    import csv

    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # every row is a dataclass
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    written = 0
    for row in rows:
        writer.writerow([csv_cell(getattr(row, name)) for name in names])
        written += 1
    return written


def _write_json_lines(rows: Iterable[Row]) -> int:
    from reportedly.terms import plain

    written = 0
    for row in rows:
        write_json_line(json_line(plain(row)))
        written += 1
    return written


def _write_plain(rows: Iterable[Row], headings: Sequence[Heading[Row]]) -> int:
    """Tab-separated, for other programs and for reading."""
    write("\t".join(heading.title for heading in headings))
    written = 0
    for row in rows:
        write("\t".join(one_line(heading.cell(row) or "") for heading in headings))
        written += 1
    return written


def _draw(rows: Iterable[Row], headings: Sequence[Heading[Row]], limit: int) -> int:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    headings = [heading for heading in headings if not heading.spare or console.width >= _WIDE]
    stream = iter(rows)
    shown = list(islice(stream, limit))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for heading in headings:
        least = max(heading.least, len(heading.title))
        # of columns with a ratio rich keeps ``width`` as the least width, and takes no notice of ``min_width``
        table.add_column(heading.title, style=heading.style, ratio=heading.ratio, width=least, overflow="fold")
    for row in shown:
        # Text, not str: square brackets in a report are no markup
        cells: list[Any] = [Text(one_line(heading.cell(row) or "")) for heading in headings]
        table.add_row(*cells)
    console.print(table)
    if len(shown) == limit and next(stream, None) is not None:
        note(f"the first {limit}; --limit shows more, --format csv shows all")
    return len(shown)
