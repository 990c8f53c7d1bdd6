"""Tables as CSV (RFC 4180, UTF-8) that no spreadsheet takes for formulas."""

import csv
from typing import TextIO

from reportedly.views.export.codebook import Cell, Table

#: What makes a spreadsheet take a cell for a formula; the wide forms do so where such signs are written.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
#: Before words that would be taken for one, and before words that begin with it.
_GUARD = "'"


def write_csv(table: Table, out: TextIO) -> int:
    """Write the table, and give how many rows it had."""
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    written = 0
    for written, row in enumerate(table.rows, start=1):  # noqa: B007
        writer.writerow([guard_cell(cell) for cell in row])
    return written


def guard_cell(cell: Cell) -> str | int | float:
    """A cell as it is written: empty when unknown, numbers as numbers, words never a formula.

    Words that begin with a sign of a formula, also after white space, or with a tab or a line break get an
    apostrophe in front, and so do words that begin with one: :func:`unguard_cell` takes exactly one away.

    >>> guard_cell(None), guard_cell(-5), guard_cell(" =1+1"), guard_cell("'t Hooft"), guard_cell(True)
    ('', -5, "' =1+1", "''t Hooft", 'true')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        risky = cell.lstrip().startswith(_FORMULA) or cell.startswith(("\t", "\r", "\n", _GUARD))
        return _GUARD + cell if risky else cell
    return cell


def unguard_cell(written: str) -> str | None:
    """Words as they were before :func:`guard_cell`; null where unknown.

    >>> unguard_cell("' =1+1"), unguard_cell("''t Hooft"), unguard_cell("a"), unguard_cell("")
    (' =1+1', "'t Hooft", 'a', None)
    """
    return written.removeprefix(_GUARD) or None
