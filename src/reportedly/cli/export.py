"""``reportedly export``: the ledger for other programs, and a series or story as one page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import note_waiting
from reportedly.cli.options import (
    AsOfTime,
    ClockName,
    LedgerPath,
    Names,
    Restricted,
    RuleName,
    StoryWords,
    VagueName,
    as_of_of,
    chosen,
    settings_with,
)
from reportedly.errors import BadOption

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.views.export.tables import Asked


def export_ledger(
    show: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SERIES]...", help="With --format html: id or words of the series to show."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="csv, jsonl, xlsx, parquet or html.")
    ] = "csv",
    what: Annotated[
        str, typer.Option("--what", metavar="ROWS", help="claims, figures, series or findings.")
    ] = "figures",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else standard output.")
    ] = None,
    ledger: LedgerPath = None,
    story: StoryWords = None,
    rule: RuleName = "as-stated",
    vague: VagueName = "none",
    as_of: AsOfTime = None,
    clock: ClockName = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
) -> int:
    """Write the ledger for other programs: CSV, JSON lines, Excel, Parquet, each with its codebook.

    An empty cell means unknown. The codebook is a sheet of the workbook, else FILE.codebook.md beside the file
    (none with standard output: give -o); it names the head seal, the rule and the counts. Restricted reports and
    names held back are left out unless asked for. --format html writes a series or a --story as one page.

    \b
    Examples:
      reportedly export > figures.csv
      reportedly export --what series --format xlsx --rule ucdp-like -o series.xlsx
      reportedly export --what findings --format parquet --as-of 2021-06-30 -o findings.parquet
      reportedly export --format html missing surfside -o surfside.html
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.views.export.codebook import WHATS
    from reportedly.views.export.tables import Asked
    from reportedly.views.export.writing import FORMATS
    from reportedly.views.resolved import RULES, VAGUE_READINGS

    wanted = chosen(form, (*FORMATS, "html"), "--format")
    asked = Asked(
        what=chosen(what, WHATS, "--what"), story=story, as_of=as_of_of(as_of, clock),
        rule=chosen(rule, RULES, "--rule"), vague=chosen(vague, VAGUE_READINGS, "--vague"),
        include_restricted=include_restricted, include_names=include_names,
    )  # fmt: skip
    if show and wanted != "html":
        raise BadOption(
            f"words of a series go with --format html; choose rows with --what, not {' '.join(show)!r}"
        )
    if story and asked.what in ("claims", "figures") and wanted != "html":
        raise BadOption("--story chooses series and findings: give --what series or --what findings")
    with open_ledger(settings_with(ledger).ledger) as opened:
        note_waiting(opened)
        if wanted == "html":
            return _write_page(opened, asked, " ".join(show or ()), output)
        return _write_table(opened, asked, wanted, output)


def _write_table(opened: "Ledger", asked: "Asked", wanted: str, output: Path | None) -> int:
    import sys

    from reportedly.cli.output import many, note
    from reportedly.views.export.tables import export_table
    from reportedly.views.export.writing import FORMATS, LINES, about_export, codebook_path, write_export

    form = chosen(wanted, FORMATS, "--format")
    if output is None and form not in LINES:
        raise BadOption(f"{form} is no text: say where to write it with -o FILE.{form}")
    about, table = about_export(opened, asked), export_table(opened, asked)
    written = LINES[form](table, sys.stdout) if output is None else write_export(table, form, output, about)
    for name, value in about.items():
        note(f"{name}: {value}")
    note(many(written, "row") + (f", written to {output}" if output else ""))
    if output is None:
        note(f"codebook: written beside a file; give one with -o FILE.{form}")
    elif form != "xlsx":
        note(f"codebook: {codebook_path(output)}")
    return 0


def _write_page(opened: "Ledger", asked: "Asked", words: str, output: Path | None) -> int:
    from reportedly.cli.output import many, note, one_line, write
    from reportedly.views.export.page import export_page

    if not words and not asked.story:
        raise BadOption("say which series to show, by its id or words, or which --story")
    page, shown = export_page(opened, asked, words)
    if output is None:
        write(page)
    else:
        output.write_text(page, encoding="utf-8")
        note(f"{many(shown, 'series', 'series')}, written to {one_line(str(output))}")
    return 0
