"""``reportedly figures``: the figures of the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

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
from reportedly.errors import BadOption

if TYPE_CHECKING:
    from reportedly.ledger import ClaimRow, FigureRow


#: Stands behind what a person corrected or added.
CORRECTED = "✎"


def show_figures(
    ledger: LedgerPath = None,
    source: Source = None,
    event: Event = None,
    unit: Unit = None,
    report: InReport = None,
    measure: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only this measure: count, money, percent, age, duration …")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Ages, durations, distances and the like too.")] = False,
    as_of: AsOfTime = None,
    clock: ClockName = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the rows.")] = Format.TABLE,
) -> int:
    """Show the figures of the ledger: how many, of what, according to whom.

    Counts, money, shares and rates, unless --all or --measure asks for more. In order of publication.
    An empty cell means unknown; ✎ marks what a person corrected (reportedly history ID tells who and why).

    \b
    Examples:
      reportedly figures --event killed --source police
      reportedly figures --unit families --format csv > families.csv
      reportedly figures --report surfside --measure count
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.ledger import FIRST_MEASURES, FigureFilter, FigureRow, list_figures

    measures = (_checked(measure),) if measure else () if every else FIRST_MEASURES
    wanted = FigureFilter(
        source=source, event=event, unit=unit, report=report, measures=measures,
        include_restricted=include_restricted, include_names=include_names, limit=limit,
    )  # fmt: skip
    moment = as_of_of(as_of, clock)
    with open_ledger(settings_with(ledger).ledger) as opened:
        if not write_rows(list_figures(opened, wanted, moment), FigureRow, HEADINGS, form, limit):
            _note_none()
    return 0


def event_words(row: "FigureRow") -> str | None:
    """The type of the event, or its lemma where it has none; negated and unsure ones say so."""
    kind = row.event_lemma if row.event_type in (None, "other") else row.event_type
    if kind is None:
        return None
    kind = kind.replace("_", " ")
    if row.negated:
        return f"not {kind}"
    return kind if row.modality in (None, "asserted") else f"{kind} ({row.modality})"


def value_cell(row: "FigureRow") -> str:
    """The value, with a pencil where a person corrected the figure or its claim's report."""
    return f"{row.value} {CORRECTED}" if row.corrected else row.value


def source_words(row: "FigureRow | ClaimRow") -> str | None:
    """The source as written, with the speaker's name where the words do not hold it."""
    if row.source is None or row.speaker is None or row.speaker.casefold() in row.source.casefold():
        return row.source
    return f"{row.source} ({row.speaker})"


HEADINGS: "list[Heading[FigureRow]]" = [
    Heading("value", value_cell, "bold", 2),
    Heading("unit", lambda row: row.unit, "", 3),
    Heading("event", event_words, "", 2, least=9),
    Heading("where", lambda row: row.places, "", 2, spare=True),
    Heading("when", lambda row: row.occurred, "", 2, least=11, spare=True),
    Heading("source", source_words, "cyan", 4),
    Heading("cue", lambda row: row.cue, "cyan", 2),
    Heading("published", lambda row: row.published, "", 2, least=10),
    Heading("report", lambda row: row.address, "dim", 4, least=10),
    Heading("words", lambda row: row.exact, "dim", 3, spare=True),
]


def _checked(measure: str) -> str:
    from typing import get_args

    from reportedly.terms.figure import Measure

    if measure not in get_args(Measure):
        raise BadOption(f"there is no measure {measure!r}: choose one of {', '.join(get_args(Measure))}")
    return measure


def _note_none() -> None:
    from reportedly.cli.output import note

    note("no figure fits; fewer words find more, and --all shows ages, durations and distances too")
