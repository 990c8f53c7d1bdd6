"""``reportedly search``: words in the texts of the reports."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import note_waiting
from reportedly.cli.options import Event, LedgerPath, Limit, Names, Restricted, Source, settings_with
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.pipeline.searching import Hit

Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only reports published on this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Only reports published on this day or before.")]
InOutlet = Annotated[str | None, typer.Option("--outlet", metavar="WORDS", help="Only reports of this outlet.")]


def search_ledger(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words; those in one pair of quotes stand together.")
    ],
    ledger: LedgerPath = None,
    since: Since = None,
    until: Until = None,
    outlet: InOutlet = None,
    source: Source = None,
    event: Event = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the places.")] = Format.TABLE,
) -> int:
    """Find words in the reports, and show them with the claim and the figure they stand in.

    All words must be in the report, in any order; case and accents do not matter. A word that ends in * stands for
    all that begin so. The newest report first.

    \b
    Examples:
      reportedly search evacuat* --event displaced
      reportedly search "death toll" palu --since 2018-09-30 --format csv
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import note
    from reportedly.ledger.index.search import SearchFilter
    from reportedly.pipeline.searching import Hit, search_reports
    from reportedly.terms.dates import check_published

    wanted = SearchFilter(
        since=check_published(since) if since else None, until=check_published(until) if until else None,
        outlet=outlet, source=source, event=event, include_restricted=include_restricted,
        include_names=include_names, limit=limit,
    )  # fmt: skip
    with open_ledger(settings_with(ledger).ledger) as opened:
        note_waiting(opened)
        if not write_rows(search_reports(opened, words, wanted), Hit, HEADINGS, form, limit):
            note("no report has these words; fewer find more, and word* finds all that begin so")
    return 0


def said_words(hit: "Hit") -> str | None:
    """Who says it, with the cue."""
    return " ".join(part for part in (hit.source, hit.cue) if part) or None


def figure_words(hit: "Hit") -> str | None:
    """The figure with what it counts."""
    return " ".join(part for part in (hit.value, hit.unit) if part) or None


HEADINGS: "list[Heading[Hit]]" = [
    Heading("published", lambda hit: hit.published, "", 2, least=10),
    Heading("words", lambda hit: hit.words, "", 9),
    Heading("claim", said_words, "cyan", 3, least=8),
    Heading("figure", figure_words, "bold", 2, least=6),
    Heading("report", lambda hit: hit.address, "dim", 3, least=8),
]
