"""``reportedly forget``: a report or a speaker taken out of the ledger for good."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.following import follow_now
from reportedly.cli.judging import Reviewer, Why, signed_with
from reportedly.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.forgetting import Forgetting
    from reportedly.ledger.judgements import Signed


def forget_words(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[REPORT|SPEAKER]", help="A report by id, address or headline; or id of a speaker."
        ),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="A speaker by name, wherever they speak.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show what was forgotten, and stop.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    ledger: LedgerPath = None,
    reviewer: Reviewer = None,
    why: Why = None,
) -> int:
    """Forget a report, or what a speaker is called and said: for good, in the file too.

    Text, quotations, names and index entries go, of earlier readings and of judgements too; hashes and numbers
    stay, and the seals hold. It cannot be undone. The page is not read again unless told "read --again".
    Copies of the file, backups and the disk itself are not in this program's hands.

    \b
    Examples:
      reportedly forget r:77c1 --why "the family asked for it"
      reportedly forget --speaker "Amina Yusuf" --yes
      reportedly forget --list
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.errors import BadOption

    settings = settings_with(ledger)
    with open_ledger(settings.ledger) as opened:
        if listed:
            return _list(opened)
        if (what is None) == (speaker is None):
            raise BadOption("say which report, or which speaker with --speaker NAME")
        signed = signed_with(settings, reviewer, why)
        if speaker is not None or str(what).startswith("s:"):
            return _forget_speaker(opened, speaker or str(what), signed, asked=not yes)
        return _forget_report(opened, str(what), signed, asked=not yes)


def _forget_report(opened: "Ledger", words: str, signed: "Signed", *, asked: bool) -> int:
    from reportedly.cli.output import one_line
    from reportedly.ledger import find_report
    from reportedly.ledger.forgetting import forget_report

    found = find_report(opened, words)
    if asked:
        _ask(f"Forget {one_line(found.headline or found.address)} ({found.report_id}) for good?")
    return _tell(opened, forget_report(opened, found.report_id, signed))


def _forget_speaker(opened: "Ledger", words: str, signed: "Signed", *, asked: bool) -> int:
    from reportedly.cli.output import one_line
    from reportedly.ledger.forgetting import forget_speaker

    if asked:
        _ask(f"Forget the speaker {one_line(words)}, and what they said, in every report for good?")
    return _tell(opened, forget_speaker(opened, words, signed))


def _ask(question: str) -> None:
    from reportedly.errors import BadOption

    if not sys.stdin.isatty():
        raise BadOption("forgetting cannot be undone: add --yes to do it without being asked")
    if not typer.confirm(question, err=True):
        raise typer.Abort


def _tell(opened: "Ledger", made: "Forgetting") -> int:
    from reportedly.cli.output import many, note, write

    follow_now(opened)
    write(_line(made))
    if len(made.reports) > 1:
        note(f"{many(len(made.reports), 'report')} hold the same words; all were forgotten")
    note(f"nothing of it is left in {opened.path}; copies and backups of the file are yours to look after")
    return 0


def _list(opened: "Ledger") -> int:
    from reportedly.cli.output import note, write
    from reportedly.ledger.forgetting import list_forgettings

    found = list_forgettings(opened)
    for made in found:
        write(_line(made))
    if not found:
        note("nothing was forgotten")
    return 0


def _line(made: "Forgetting") -> str:
    from reportedly.cli.output import one_line

    parts = [made.id, made.recorded_at[:16].replace("T", " "), made.who, f"forgot {made.kind} {made.target}"]
    parts += [
        f"in {', '.join(made.reports)}" if made.kind == "speaker" else "",
        f"“{made.why}”" if made.why else "",
    ]
    return "  ".join(one_line(part) for part in parts if part)
