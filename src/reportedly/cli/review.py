"""``reportedly review``: what to look at first, and a screen to judge it with the keyboard."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import follow_now
from reportedly.cli.judging import Reviewer, Why, signed_with
from reportedly.cli.options import InReport, LedgerPath, Restricted, settings_with
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.judgements import Signed
    from reportedly.ledger.queue import QueueFilter, QueueRow


def review_ledger(
    ledger: LedgerPath = None,
    report: InReport = None,
    accept_report: Annotated[
        str | None,
        typer.Option(
            "--accept-report", metavar="REPORT", help="Accept all of a report that nobody judged, and stop."
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Ages, durations and distances too.")] = False,
    judged_too: Annotated[bool, typer.Option("--judged", help="What was judged already, too.")] = False,
    include_restricted: Restricted = False,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 200,
    reviewer: Reviewer = None,
    why: Why = None,
    form: Annotated[Format, typer.Option("--format", help="Write the queue so, without a screen.")] = Format.TABLE,
) -> int:
    """Review figures: those first whose mistake would change a series, then those in most doubt.

    At a terminal a screen with keys: j and k move, a accepts, r rejects, e edits, m adds what was missed, u
    undoes, c comments, A accepts the whole report, q ends. Into a pipe, or with --format, the queue is written.
    Reviewing shows the words as they are, names too.

    \b
    Examples:
      reportedly review
      reportedly review --report surfside --format csv
      reportedly review --accept-report r:77c1 --why "read against the page"
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.ledger import find_report
    from reportedly.ledger.queue import QueueFilter, review_queue

    settings = settings_with(ledger)
    with open_ledger(settings.ledger) as opened:
        if accept_report is not None:
            return _accept(opened, accept_report, signed_with(settings, reviewer, why))
        name = find_report(opened, report).report_id if report else ""
        wanted = QueueFilter(
            report=name,
            all_measures=every,
            include_restricted=include_restricted,
            judged_too=judged_too,
            limit=limit,
        )
        if form is Format.TABLE and sys.stdout.isatty() and sys.stdin.isatty():
            return _at_screen(opened, wanted, signed_with(settings, reviewer, why))
        _write(review_queue(opened, wanted), form)
    return 0


def _accept(opened: "Ledger", report: str, signed: "Signed") -> int:
    from reportedly.cli.output import write
    from reportedly.ledger import find_report
    from reportedly.ledger.review import accept_report

    found = find_report(opened, report)
    made = accept_report(opened, found.report_id, signed)
    follow_now(opened)
    what = "claim or figure" if len(made) == 1 else "claims and figures"
    write(f"accepted  {len(made)} {what} of {found.address}")
    return 0


def _at_screen(opened: "Ledger", wanted: "QueueFilter", signed: "Signed") -> int:
    from reportedly.cli.output import many, note
    from reportedly.cli.screen import Terminal
    from reportedly.cli.session import Session

    session = Session(opened, wanted, signed, Terminal())
    judged = session.run()
    follow_now(opened)
    note(f"{many(judged, 'judgement')} kept in {opened.path}")
    return 0


def _write(rows: "tuple[QueueRow, ...]", form: Format) -> None:
    from reportedly.cli.output import note
    from reportedly.ledger.queue import QueueRow

    if not write_rows(rows, QueueRow, HEADINGS, form):
        note("nothing waits to be reviewed")


HEADINGS: "list[Heading[QueueRow]]" = [
    Heading("id", lambda row: row.figure_id[:10], "dim", 2, least=10),
    Heading("value", lambda row: row.value, "bold", 2),
    Heading("unit", lambda row: row.unit, "", 3),
    Heading("event", lambda row: row.event, "", 2),
    Heading("source", lambda row: row.source, "cyan", 3),
    Heading("published", lambda row: row.published, "", 2, least=10),
    Heading("report", lambda row: row.address, "dim", 3),
    Heading("why", lambda row: row.why, "", 4),
]
