"""``reportedly claims``: the claims of the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.figures import CORRECTED, source_words
from reportedly.cli.options import (
    AsOfTime,
    ClockName,
    Event,
    InReport,
    LedgerPath,
    Limit,
    Names,
    Restricted,
    Source,
    Unit,
    as_of_of,
    settings_with,
)
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.ledger import ClaimRow


def show_claims(
    ledger: LedgerPath = None,
    source: Source = None,
    event: Event = None,
    unit: Unit = None,
    report: InReport = None,
    as_of: AsOfTime = None,
    clock: ClockName = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the rows.")] = Format.TABLE,
) -> int:
    """Show the claims of the ledger: who said what, in order of publication.

    --event and --unit choose by the figures in the claim. An empty cell means unknown.

    \b
    Examples:
      reportedly claims --source minister
      reportedly claims --event missing --format jsonl
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import note
    from reportedly.ledger import ClaimFilter, ClaimRow, list_claims

    wanted = ClaimFilter(
        source=source,
        event=event,
        unit=unit,
        report=report,
        include_restricted=include_restricted,
        include_names=include_names,
        limit=limit,
    )
    moment = as_of_of(as_of, clock)
    with open_ledger(settings_with(ledger).ledger) as opened:
        if not write_rows(list_claims(opened, wanted, moment), ClaimRow, HEADINGS, form, limit):
            note("no claim fits; fewer words find more")
    return 0


def cue_words(row: "ClaimRow") -> str | None:
    """The cue, and what it does where that is more than to say."""
    if row.cue is None:
        return None
    marks = [mark for mark in (row.stance, row.verification) if mark not in (None, "neutral")]
    if row.negated:
        marks.insert(0, "negated")
    return f"{row.cue} ({', '.join(map(str, marks))})" if marks else row.cue


HEADINGS: "list[Heading[ClaimRow]]" = [
    Heading("source", source_words, "cyan", 4),
    Heading("cue", cue_words, "cyan", 3),
    Heading("content", lambda row: f"{row.content} {CORRECTED}" if row.corrected else row.content, "", 9),
    Heading("said", lambda row: row.said, "", 2, least=10, spare=True),
    Heading("published", lambda row: row.published, "", 2, least=10),
    Heading("report", lambda row: row.address, "dim", 4),
]
