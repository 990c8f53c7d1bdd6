"""Tables as an Excel workbook: a sheet README with the codebook, a sheet with the rows."""

import re
from pathlib import Path
from typing import Any

from reportedly.errors import BadOption, MissingExtra
from reportedly.views.export.codebook import About, Cell, Column, Table

#: What a sheet and a cell can hold, by Excel's specification.
MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767
_CUT = " … (cut)"
#: What XML cannot hold or would change, and what looks like the way in which Excel writes it.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN = re.compile("_x([0-9A-Fa-f]{4})_")


def write_xlsx(table: Table, path: Path, about: About) -> int:
    """Write the workbook, and give how many rows it had.

    Raises:
        MissingExtra: openpyxl is not installed.
        BadOption: more rows than a sheet can hold.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtra("a workbook needs: pip install 'reportedly[export]'") from error
    book = Workbook(write_only=True)
    readme, sheet = book.create_sheet("README"), book.create_sheet("rows")
    sheet.freeze_panes = "A2"
    try:
        written = _write_rows(sheet, table)
        _write_readme(readme, table.columns, {**about, "rows": f"{written:,}"})
    except BaseException:
        # rows go into files of the sheets at once; left open, they end with an error of their own
        for opened in (readme, sheet):
            opened.append([])
            opened.close()
        raise
    book.save(path)
    return written


def _write_rows(sheet: Any, table: Table) -> int:
    sheet.append([column.name for column in table.columns])
    written = 0
    for written, row in enumerate(table.rows, start=1):
        if written >= MOST_ROWS:
            raise BadOption(f"a sheet holds {MOST_ROWS - 1:,} rows, and there are more: use csv, jsonl or parquet")
        sheet.append([_cell(sheet, value) for value in row])
    return written


def _write_readme(readme: Any, columns: tuple[Column, ...], about: About) -> None:
    for line in (*about.items(), ("empty cell", "unknown"), (), ("column", "kind", "UCDP", "meaning")):
        readme.append([_cell(readme, value) for value in line])
    for column in columns:
        told = (column.name, column.kind, column.ucdp, column.meaning)
        readme.append([_cell(readme, value) for value in told])


def _cell(sheet: Any, value: Cell) -> Any:
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, escape_cell(value))
    cell.data_type = "s"  # words are words, also where they begin with “=” or look like an error
    return cell


def escape_cell(words: str) -> str:
    """Words as a workbook holds them: cut to what a cell can hold, marked; what XML cannot hold as ``_xHHHH_``.

    >>> escape_cell("a\\x0bb _x0041_")
    'a_x000B_b _x005F_x0041_'
    """
    written = _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", words)
    return written if len(written) <= MOST_CHARACTERS else written[: MOST_CHARACTERS - len(_CUT)] + _CUT


def unescape_cell(written: str) -> str:
    """Words as they were before :func:`escape_cell`; Excel does the same when it shows them.

    >>> unescape_cell("a_x000B_b _x005F_x0041_") == "a\\x0bb _x0041_"
    True
    """
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), written)
