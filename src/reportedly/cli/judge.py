"""``reportedly judge``: one judgement a command, for pipes and scripts; ``review`` does the same at a screen."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import follow_now
from reportedly.cli.judging import AtPlace, Fields, Reviewer, Why, judgement_line, signed_with, values_of
from reportedly.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.judgements import Signed
    from reportedly.terms.judgement import Judgement

HELP = """\
Judge what was read: accept, reject, correct, add, pin together or apart, comment.

Every judgement is a row of the ledger with who, when and why; what was read stays, and "reportedly undo" takes a
judgement back. Ids are in "figures --format csv", "claims --format csv" and "review".

\b
Examples:
  reportedly judge accept f:3f2a --why "checked against the page"
  reportedly judge edit f:3f2a value=148 event_type=killed
  reportedly judge add-figure r:77c1 "at least 61" unit=people event_type=missing
"""

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of figures or claims, or their beginnings.")]
OneId = Annotated[str, typer.Argument(metavar="ID", help="An id, or its beginning.")]
Report = Annotated[str, typer.Argument(metavar="REPORT", help="Id, address or words of the headline of a report.")]
Said = Annotated[str, typer.Argument(metavar="WORDS", help="The words, as they stand in the report.")]


def accept_ids(ids: Ids, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None) -> int:
    """Say that figures or claims are read right; no later version changes them."""
    from reportedly.ledger.review import accept

    return _each(ids, accept, ledger, reviewer, why)


def reject_ids(ids: Ids, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None) -> int:
    """Say that figures or claims are none; they stay out, whatever is read later."""
    from reportedly.ledger.review import reject

    return _each(ids, reject, ledger, reviewer, why)


def edit_id(
    name: OneId, fields: Fields = None, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None
) -> int:
    """Correct fields of a figure, claim, speaker or report that were misread.

    That the source itself is wrong is no misreading: code that (reportedly code).
    """
    from reportedly.ledger.review import edit

    values = values_of(fields or [])
    return _one(lambda opened, signed: [edit(opened, name, values, signed)], ledger, reviewer, why)


def add_missed_figure(
    report: Report, words: Said, fields: Fields = None, at: AtPlace = None, ledger: LedgerPath = None,
    reviewer: Reviewer = None, why: Why = None,
) -> int:  # fmt: skip
    """Add a figure the reader missed, by its bound words and number."""
    from reportedly.ledger import find_report
    from reportedly.ledger.judging.changes import Given
    from reportedly.ledger.review import add_figure

    values = values_of(fields or [])

    def add(opened: "Ledger", signed: "Signed") -> "list[Judgement]":
        found = find_report(opened, report).report_id
        return [add_figure(opened, found, Given(words, at), signed, values)]

    return _one(add, ledger, reviewer, why)


def add_missed_claim(
    report: Report, words: Said, fields: Fields = None, at: AtPlace = None, ledger: LedgerPath = None,
    reviewer: Reviewer = None, why: Why = None,
) -> int:  # fmt: skip
    """Add a claim the reader missed, by the words of its content; source=…, cue=…, stance=… say the rest."""
    from reportedly.ledger import find_report
    from reportedly.ledger.judging.changes import Given
    from reportedly.ledger.review import add_claim

    values = values_of(fields or [])

    def add(opened: "Ledger", signed: "Signed") -> "list[Judgement]":
        found = find_report(opened, report).report_id
        return [add_claim(opened, found, Given(words, at), signed, values)]

    return _one(add, ledger, reviewer, why)


def join_ids(
    one: OneId, other: OneId, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None
) -> int:
    """Pin two together: figures as of one series, reports as of one story, speakers as one."""
    from reportedly.ledger.review import join

    return _one(lambda opened, signed: [join(opened, one, other, signed)], ledger, reviewer, why)


def part_ids(
    one: OneId, other: OneId, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None
) -> int:
    """Pin two apart, whatever the program would make of them."""
    from reportedly.ledger.review import part

    return _one(lambda opened, signed: [part(opened, one, other, signed)], ledger, reviewer, why)


def comment_on(
    name: OneId,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What there is to say.")],
    ledger: LedgerPath = None,
    reviewer: Reviewer = None,
) -> int:
    """Say something about anything that has an id."""
    from reportedly.ledger.review import comment

    return _one(lambda opened, signed: [comment(opened, name, signed)], ledger, reviewer, words)


COMMANDS: dict[str, Callable[..., int]] = {
    "accept": accept_ids, "reject": reject_ids, "edit": edit_id, "add-figure": add_missed_figure,
    "add-claim": add_missed_claim, "join": join_ids, "part": part_ids, "comment": comment_on,
}  # fmt: skip


def _each(
    ids: Iterable[str],
    judge: "Callable[[Ledger, str, Signed], Judgement]",
    ledger: str | None,
    reviewer: str | None,
    why: str | None,
) -> int:
    return _one(lambda opened, signed: [judge(opened, name, signed) for name in ids], ledger, reviewer, why)


def _one(
    judge: "Callable[[Ledger, Signed], list[Judgement]]",
    ledger: str | None,
    reviewer: str | None,
    why: str | None,
) -> int:
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import write

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    with open_ledger(settings.ledger) as opened:
        for made in judge(opened, signed):
            write(judgement_line(made))
        follow_now(opened)
    return 0
