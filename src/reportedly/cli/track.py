"""``reportedly track``: named questions that new reports feed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Counted, Event, LedgerPath, Place, Restricted, settings_with
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.trackers import Tracker

HELP = """\
Follow a question by name: which series answer it now, and what is new since you last looked.

\b
Examples:
  reportedly track add "Palu deaths" --event killed --place Palu
  reportedly track show "Palu deaths"
  reportedly track remove "Palu deaths"
"""

Named = Annotated[str, typer.Argument(metavar="NAME", help="Its name.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only series with a figure of this day or later.")]


def add(
    name: Named,
    ledger: LedgerPath = None,
    event: Event = None,
    counted: Counted = None,
    place: Place = None,
    since: Since = None,
) -> int:
    """Make a tracker: a name for the series of an event, of who is counted, of a place."""
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import one_line, write
    from reportedly.ledger.index import SeriesFilter, list_series
    from reportedly.ledger.trackers import add_tracker
    from reportedly.terms.dates import check_published

    settings = settings_with(ledger)
    wanted = SeriesFilter(
        event=event, counted=counted, place=place, since=check_published(since) if since else None
    )
    with open_ledger(settings.ledger) as opened:
        made = add_tracker(opened, name, wanted, settings.reviewer or None)
        number = sum(1 for _ in list_series(opened, made.wanted))
    write(one_line(f"tracking {made.name}: {asks_words(made)}; {number:,} series fit now"))
    return 0


def show_list(
    ledger: LedgerPath = None,
    form: Annotated[Format, typer.Option("--format", help="How to write them.")] = Format.TABLE,
) -> int:
    """List the trackers."""
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import note
    from reportedly.ledger.trackers import Tracker, list_trackers

    with open_ledger(settings_with(ledger).ledger) as opened:
        if not write_rows(list_trackers(opened), Tracker, HEADINGS, form):
            note("no tracker yet: make one with “reportedly track add NAME --event …”")
    return 0


def show(
    name: Named,
    ledger: LedgerPath = None,
    include_restricted: Restricted = False,
    form: Annotated[Format, typer.Option("--format", help="How to write the series.")] = Format.TABLE,
) -> int:
    """Show the series of a tracker as they are now, and what was found in them since it was last shown."""
    from dataclasses import replace

    from reportedly.cli.following import note_waiting
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import note
    from reportedly.cli.series import HEADINGS as SERIES
    from reportedly.ledger.index import SeriesRow, list_series
    from reportedly.ledger.trackers import find_tracker, mark_shown

    with open_ledger(settings_with(ledger).ledger) as opened:
        tracker = find_tracker(opened, name)
        note_waiting(opened)
        wanted = replace(tracker.wanted, include_restricted=include_restricted)
        rows = list(list_series(opened, wanted))
        if not write_rows(iter(rows), SeriesRow, SERIES, form):
            note("no series fits yet")
        if form is Format.TABLE:
            _tell_new(opened, tracker, [row.series_id for row in rows], include_restricted)
        mark_shown(opened, tracker)
    return 0


def remove(name: Named, ledger: LedgerPath = None) -> int:
    """Remove a tracker; to add it again undoes this."""
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import one_line, write
    from reportedly.ledger.trackers import remove_tracker

    settings = settings_with(ledger)
    with open_ledger(settings.ledger) as opened:
        write(one_line(f"no longer tracking {remove_tracker(opened, name, settings.reviewer or None).name}"))
    return 0


def _tell_new(opened: "Ledger", tracker: "Tracker", series: list[str], include_restricted: bool) -> None:
    from reportedly.cli.output import many, write
    from reportedly.cli.series_view import finding_lines
    from reportedly.ledger.index import FindingFilter, list_findings

    new = [
        row.finding
        for name in series
        for row in list_findings(
            opened, FindingFilter(series=name, since=tracker.shown_at, include_restricted=include_restricted)
        )
    ]
    when = f"since {tracker.shown_at[:16].replace('T', ' ')} UTC" if tracker.shown_at else "so far"
    write(f"\n{many(len(new), 'finding')} {when}")
    for line in finding_lines(new):
        write(line)


def asks_words(tracker: "Tracker") -> str:
    """What a tracker asks for, in words."""
    asked = (
        ("event", tracker.event), ("counted", tracker.counted), ("place", tracker.place), ("since", tracker.since),
    )  # fmt: skip
    return ", ".join(f"{name} {value}" for name, value in asked if value)


HEADINGS: "list[Heading[Tracker]]" = [
    Heading("tracker", lambda row: row.name, "bold", 4, least=8),
    Heading("asks for", asks_words, "", 6),
    Heading("made", lambda row: row.recorded_at[:10], "", 2, least=10),
    Heading("by", lambda row: row.who, "cyan", 2, spare=True),
    Heading("last shown", lambda row: (row.shown_at or "")[:10], "", 2, least=10),
]

COMMANDS: dict[str, Callable[..., int]] = {"add": add, "list": show_list, "show": show, "remove": remove}
