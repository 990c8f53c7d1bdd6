"""A table into a file of its format, with its codebook in it or beside it; a file is whole or not there."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal, TextIO, get_args

from reportedly.ledger import Ledger, find_status
from reportedly.views.export.codebook import About, Table, codebook_text
from reportedly.views.export.columnar import write_parquet
from reportedly.views.export.comma import write_csv
from reportedly.views.export.excel import write_xlsx
from reportedly.views.export.lines import write_jsonl
from reportedly.views.export.tables import Asked

Format = Literal["csv", "jsonl", "xlsx", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
#: Formats of plain text, which can go to standard output.
LINES: dict[str, Callable[[Table, TextIO], int]] = {"csv": write_csv, "jsonl": write_jsonl}
_FILES: dict[str, Callable[[Table, Path, About], int]] = {"xlsx": write_xlsx, "parquet": write_parquet}


def about_export(ledger: Ledger, asked: Asked) -> dict[str, str]:
    """How an export is made: from what ledger, by which rule, as of when; its head seal stands for the record."""
    status = find_status(ledger)
    moment = f"{asked.as_of.time} by the clock {asked.as_of.clock}" if asked.as_of else "now"
    return {
        "made by": f"reportedly {version('reportedly')}",
        "made": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "rows of": asked.what + (f", story {asked.story}" if asked.story else ""),
        "ledger holds": f"{status.reports:,} reports, {status.claims:,} claims, {status.figures:,} figures",
        "head seal": status.head_seal or "none",
        "as of": moment,
        "rule": f"{asked.rule}, vague words: {asked.vague}"
        if asked.what == "series"
        else "none: values as stated",
        "restricted reports": "included" if asked.include_restricted else "left out",
        "held-back names": "included" if asked.include_names else "left out",
    }


def codebook_path(path: Path) -> Path:
    """Where the codebook of a file lies.

    >>> codebook_path(Path("out/tolls.csv")).name
    'tolls.csv.codebook.md'
    """
    return path.with_name(path.name + ".codebook.md")


def write_export(table: Table, form: Format, path: Path, about: About) -> int:
    """Write the file and, but for a workbook, its codebook beside it; gives how many rows it had.

    Raises:
        MissingExtra: what writes the format is not installed.
        BadOption: the format cannot hold so many rows.
    """
    part = path.with_name(path.name + ".part")
    try:
        if form in LINES:
            with open(part, "w", encoding="utf-8", errors="replace", newline="") as out:
                written = LINES[form](table, out)
        else:
            written = _FILES[form](table, part, about)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if form != "xlsx":
        told = codebook_text(table.columns, {**about, "rows": f"{written:,}"})
        codebook_path(path).write_text(told, encoding="utf-8")
    return written
