"""``reportedly undo`` and ``history``: judgements taken back, and all that was judged about one thing."""

from typing import Annotated

import typer

from reportedly.cli.following import follow_now
from reportedly.cli.judging import Reviewer, Why, judgement_line, signed_with
from reportedly.cli.options import LedgerPath, settings_with
from reportedly.cli.tables import Format

AnyId = Annotated[
    str, typer.Argument(metavar="ID", help="Id of a claim, figure, speaker, report, incident or judgement.")
]


def undo_judgement(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id of the judgement (j:…), or its beginning.")],
    ledger: LedgerPath = None,
    reviewer: Reviewer = None,
    why: Why = None,
) -> int:
    """Take a judgement back; that is a row too, and can be undone.

    \b
    Examples:
      reportedly undo j:81b0
      reportedly undo j:81b0 --why "the page was right"
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import write
    from reportedly.ledger.review import undo

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    with open_ledger(settings.ledger) as opened:
        write(judgement_line(undo(opened, name, signed)))
        follow_now(opened)
    return 0


def show_history(
    name: AnyId,
    ledger: LedgerPath = None,
    form: Annotated[Format, typer.Option("--format", help="table or jsonl.")] = Format.TABLE,
) -> int:
    """Show all judgements about one thing, the oldest first, and whether each stands.

    \b
    Examples:
      reportedly history f:3f2a
      reportedly history i:90aa --format jsonl
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, note, write, write_json_line
    from reportedly.errors import BadOption
    from reportedly.ledger.review import history
    from reportedly.terms import plain

    if form is Format.CSV:
        raise BadOption("a history is no table of equal rows: choose table or jsonl")
    with open_ledger(settings_with(ledger).ledger) as opened:
        rows = history(opened, name)
    for judgement, stands in rows:
        if form is Format.JSONL:
            write_json_line(json_line({**plain(judgement), "stands": stands}))
        else:
            write(judgement_line(judgement, stands))
    if not rows:
        note(f"nobody has judged {name} yet")
    return 0
