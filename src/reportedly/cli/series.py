"""``reportedly series``: comparable figures over time, listed, or one of them shown."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import note_waiting
from reportedly.cli.options import (
    AsOfTime,
    ClockName,
    Counted,
    Event,
    LedgerPath,
    Limit,
    Names,
    Place,
    Restricted,
    RuleName,
    Source,
    StoryWords,
    VagueName,
    as_of_of,
    chosen,
    settings_with,
)
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.ledger import Ledger
    from reportedly.ledger.index import SeriesFilter, SeriesRow
    from reportedly.terms import AsOf, Series


def show_series(
    show: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SHOW]...", help="Id, start of an id, or words of one series, to see it whole."),
    ] = None,
    ledger: LedgerPath = None,
    event: Event = None,
    counted: Counted = None,
    place: Place = None,
    story: StoryWords = None,
    source: Source = None,
    several: Annotated[bool, typer.Option("--several", help="Only those of two figures or more.")] = False,
    rule: RuleName = "as-stated",
    vague: VagueName = "none",
    as_of: AsOfTime = None,
    clock: ClockName = None,
    include_restricted: Restricted = False,
    include_names: Names = False,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TABLE,
) -> int:
    """List the series of the ledger, or show one: comparable figures over time, by who says them.

    A series is made of figures that count the same: event, who is counted, place, scope. It is listed with how
    many reports, outlets and independent origins stand behind it, its newest value and its last revision; those of
    most reports first. One shown has a chart, a table with the words, and what was found in it.

    \b
    Examples:
      reportedly series --event killed --several
      reportedly series surfside missing --rule ucdp-like
      reportedly series --place Palu --format csv > palu.csv
      reportedly series killed palu --as-of 2018-09-30T12:00Z --clock recorded
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.series_view import find_one, write_one
    from reportedly.ledger.index import SeriesFilter
    from reportedly.views.resolved import RULES, VAGUE_READINGS, resolve_series

    chosen_rule, chosen_vague = chosen(rule, RULES, "--rule"), chosen(vague, VAGUE_READINGS, "--vague")
    moment = as_of_of(as_of, clock)
    with open_ledger(settings_with(ledger).ledger) as opened:
        note_waiting(opened)
        wanted = SeriesFilter(
            event=event, counted=counted, place=place, story=story, source=source, several=several,
            words=" ".join(show or ()) or None, include_restricted=include_restricted,
            include_names=include_names, limit=limit,
        )  # fmt: skip
        if show:
            found, findings = find_one(opened, wanted, moment)
            write_one(found, findings, resolve_series(found, chosen_rule, chosen_vague), form)
            return 0
        return _list(opened, wanted, moment, form)


def _list(opened: "Ledger", wanted: "SeriesFilter", moment: "AsOf | None", form: Format) -> int:
    from reportedly.cli.output import json_line, note, write_json_line
    from reportedly.ledger.index import SeriesRow, list_series
    from reportedly.pipeline.standing import series_as_of
    from reportedly.views.lines import series_line

    anew = moment is not None or wanted.include_names
    if form is Format.JSONL:
        for series in _whole(opened, wanted, moment):
            write_json_line(json_line(series_line(series)))
        return 0
    rows = (each.row for each in series_as_of(opened, wanted, moment)) if anew else list_series(opened, wanted)
    if not write_rows(rows, SeriesRow, HEADINGS, form, wanted.limit):
        note("no series fits; fewer words find more")
    return 0


def _whole(opened: "Ledger", wanted: "SeriesFilter", moment: "AsOf | None") -> "Iterator[Series]":
    from reportedly.ledger.index import list_series, load_series
    from reportedly.pipeline.standing import series_as_of

    if moment is not None or wanted.include_names:
        yield from (each.series for each in series_as_of(opened, wanted, moment))
        return
    for row in list_series(opened, wanted):
        yield load_series(opened, row.series_id, include_restricted=wanted.include_restricted)


def behind_words(row: "SeriesRow") -> str:
    """How many reports, outlets and independent origins stand behind a series."""
    return f"{row.reports:,} · {row.outlets:,} · {row.origins:,}"


HEADINGS: "list[Heading[SeriesRow]]" = [
    Heading("series", lambda row: row.label, "", 4),
    Heading("story", lambda row: row.story, "", 4),
    Heading("newest", lambda row: row.newest, "bold", 2),
    Heading("holds for", lambda row: row.newest_at, "", 2, least=10),
    Heading("who says it", lambda row: row.newest_source, "cyan", 3, spare=True),
    Heading("last revision", lambda row: row.revision, "", 3, least=9),
    Heading("disputes", lambda row: str(row.disputes or ""), "red", 1, spare=True),
    Heading("reports · outlets · origins", behind_words, "", 2, least=12),
    Heading("id", lambda row: row.series_id, "dim", 2, least=10),
]
