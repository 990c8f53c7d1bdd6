"""``reportedly speakers``: who spoke in several reports, and what they said over time."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import LedgerPath, Limit, Names, Restricted, settings_with
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.ledger.index.voices import SaidRow
    from reportedly.pipeline.speaking import SpeakerRow, Speaking


def show_speakers(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Words of name, role or body: then also what the first said."),
    ] = None,
    ledger: LedgerPath = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write them.")] = Format.TABLE,
) -> int:
    """List the speakers of the ledger, joined across reports where that is certain; with words, what one said.

    Names stand as they are written, the most frequent first. Pairs that may be one are told with the reason, for
    "reportedly judge join". Those with most claims first.

    \b
    Examples:
      reportedly speakers
      reportedly speakers nugroho
      reportedly speakers "disaster agency" --format csv
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import note
    from reportedly.pipeline.speaking import SpeakerRow, find_speakers

    with open_ledger(settings_with(ledger).ledger) as opened:
        found = find_speakers(
            opened, " ".join(words or ()) or None, include_restricted=include_restricted,
            include_names=include_names, limit=limit,
        )  # fmt: skip
    if not write_rows(iter(found.speakers), SpeakerRow, HEADINGS, form, limit):
        note("no speaker fits; fewer words find more")
    elif form is Format.TABLE and words:
        _tell(found)
    return 0


def _tell(found: "Speaking") -> None:
    from reportedly.cli.output import note, one_line, write
    from reportedly.ledger.index.voices import SaidRow

    write(one_line(f"\n{found.speakers[0].name}, by when it was said:"))
    write_rows(iter(found.said), SaidRow, SAID, Format.TABLE)
    if found.perhaps:
        note("\nperhaps one; join or part them with “reportedly judge”:")
    for each in found.perhaps:
        note(one_line(f"  {each.name} [{each.speaker}] · {each.other_name} [{each.other}]: {each.reason}"))


HEADINGS: "list[Heading[SpeakerRow]]" = [
    Heading("names as written", lambda row: row.names, "cyan", 6, least=12),
    Heading("roles", lambda row: row.roles, "", 4, spare=True),
    Heading("country", lambda row: row.country, "", 1, least=7, spare=True),
    Heading("claims", lambda row: f"{row.claims:,}", "bold", 1, least=6),
    Heading("reports", lambda row: f"{row.reports:,}", "", 1, least=7),
    Heading("first", lambda row: row.first, "", 2, least=10),
    Heading("last", lambda row: row.last, "", 2, least=10),
    Heading("key", lambda row: row.speaker_key, "dim", 2, spare=True),
]

SAID: "list[Heading[SaidRow]]" = [
    Heading("said", lambda row: row.said, "", 2, least=10),
    Heading("cue", lambda row: row.cue, "cyan", 2),
    Heading("content", lambda row: row.content, "", 9),
    Heading("as", lambda row: row.source, "cyan", 3, spare=True),
    Heading("report", lambda row: row.address, "dim", 3, least=8),
]
