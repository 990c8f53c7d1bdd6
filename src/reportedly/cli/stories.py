"""``reportedly stories``: reports about one happening."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import note_waiting
from reportedly.cli.options import LedgerPath, Limit, Restricted, settings_with
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.ledger.index import StoryRow


def show_stories(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Only stories with these words in their label."),
    ] = None,
    ledger: LedgerPath = None,
    include_restricted: Restricted = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write them.")] = Format.TABLE,
) -> int:
    """List the stories of the ledger: reports that the program takes to be about one happening.

    Those of most reports first. People join or part reports with "reportedly judge".

    \b
    Examples:
      reportedly stories
      reportedly stories palu --format jsonl
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import note
    from reportedly.ledger.index import StoryRow, list_stories

    with open_ledger(settings_with(ledger).ledger) as opened:
        note_waiting(opened)
        rows = list_stories(
            opened, " ".join(words or ()) or None, include_restricted=include_restricted, limit=limit
        )
        if not write_rows(rows, StoryRow, HEADINGS, form, limit):
            note("no story fits; fewer words find more")
    return 0


HEADINGS: "list[Heading[StoryRow]]" = [
    Heading("story", lambda row: row.label, "", 6),
    Heading("reports", lambda row: f"{row.reports:,}", "bold", 1, least=7),
    Heading("series", lambda row: f"{row.series:,}", "", 1, least=6),
    Heading("findings", lambda row: f"{row.findings:,}", "", 1, least=8),
    Heading("first", lambda row: row.first, "", 2, least=10),
    Heading("last", lambda row: row.last, "", 2, least=10),
    Heading("places", lambda row: row.places, "", 4, spare=True),
    Heading("id", lambda row: row.story_id, "dim", 2, least=10),
]
