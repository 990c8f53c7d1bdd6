"""``reportedly findings``: what claims of several reports say of each other."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import note_waiting
from reportedly.cli.options import (
    AsOfTime,
    ClockName,
    InReport,
    LedgerPath,
    Limit,
    Names,
    Restricted,
    StoryWords,
    as_of_of,
    chosen,
    settings_with,
)
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.terms import Finding
    from reportedly.views.flat import FlatFinding


def show_findings(
    ledger: LedgerPath = None,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="KIND", help="Only this kind: revision, contradiction …; may be repeated."),
    ] = None,
    series: Annotated[
        str | None, typer.Option(metavar="SERIES", help="Only of this series: its id, or words of it.")
    ] = None,
    story: StoryWords = None,
    report: InReport = None,
    as_of: AsOfTime = None,
    clock: ClockName = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write them.")] = Format.TABLE,
) -> int:
    """Show what became of claims: revisions, contradictions, repeats, lags, denials, comparisons checked.

    Each with the sentence that says why it was made; never who is right. In order of publication.

    \b
    Examples:
      reportedly findings --type contradiction --type difference
      reportedly findings --series "missing surfside"
      reportedly findings --format jsonl > findings.jsonl
    """
    from typing import get_args

    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, note, write_json_line
    from reportedly.ledger.index import FindingFilter, list_findings
    from reportedly.pipeline.standing import findings_as_of
    from reportedly.terms import FindingType
    from reportedly.views.flat import FlatFinding, flat_finding
    from reportedly.views.lines import finding_line

    wanted = FindingFilter(
        types=tuple(chosen(kind, get_args(FindingType), "--type") for kind in types or ()), series=series,
        story=story, report=report, include_restricted=include_restricted, include_names=include_names,
        limit=limit,
    )  # fmt: skip
    moment = as_of_of(as_of, clock)
    with open_ledger(settings_with(ledger).ledger) as opened:
        note_waiting(opened)
        anew = moment is not None or include_names
        rows = findings_as_of(opened, wanted, moment) if anew else list_findings(opened, wanted)
        if form is Format.JSONL:
            for row in rows:
                write_json_line(json_line(finding_line(row.finding)))
        elif not write_rows(map(flat_finding, rows), FlatFinding, HEADINGS, form, limit):
            note("no finding fits; “reportedly series” shows what there is to compare")
    return 0


def kind_words(row: "FlatFinding | Finding") -> str:
    """The type of a finding with what it turned out to be.

    >>> from reportedly.terms import Finding, Pointer
    >>> place = Pointer(report="r:1", address="a", figure=None, claim=None, spans=((0, 1),), exact="x")
    >>> kind_words(Finding(id="d:1", type="comparison", from_place=None, to_place=place, why="", verdict="holds"))
    'comparison: holds'
    """
    told = {
        "revision": row.direction,
        "contradiction": row.reason,
        "difference": row.reason,
        "comparison": row.verdict,
    }.get(row.type)
    apparent = " (apparent)" if row.apparent else ""
    return f"{row.type}: {told.replace('_', ' ')}{apparent}" if told else f"{row.type}{apparent}"


HEADINGS: "list[Heading[FlatFinding]]" = [
    Heading("finding", kind_words, "bold", 3, least=13),
    Heading("why", lambda row: row.why, "", 9),
    Heading("from", lambda row: row.from_exact, "", 2, least=8, spare=True),
    Heading("to", lambda row: row.to_exact, "", 2, least=8, spare=True),
    Heading("published", lambda row: row.at, "", 2, least=10),
    Heading("report", lambda row: row.to_address, "dim", 3, least=8),
]
