"""Judging what was read: each function is one transaction and gives back the judgement it made.

What was read is never touched; a judgement is a row, and to undo one is a row too. Used alike by the command
line and by the web page. All functions raise LedgerError of one of its kinds, NoReviewer where nobody signs,
UnknownTarget where an id names nothing, and BadJudgement where a decision does not fit.
"""

from collections.abc import Mapping

from reportedly.errors import BadJudgement
from reportedly.ledger.connect import Ledger
from reportedly.ledger.desk import desk_at
from reportedly.ledger.judgements import Signed, judgements_about
from reportedly.ledger.judging.changes import Given, changes_of
from reportedly.ledger.judging.drafts import draft_claim, draft_figure
from reportedly.ledger.targets import Target, find_target
from reportedly.terms.judgement import Action, Judgement, Kind, holding

_JUDGED: tuple[Kind, ...] = ("claim", "figure")
_EDITED: tuple[Kind, ...] = ("claim", "figure", "speaker", "report")
_PAIRED: tuple[Kind, ...] = ("claim", "figure", "speaker", "report")


def accept(ledger: Ledger, name: str, signed: Signed) -> Judgement:
    """Say that a claim or figure is read right, as it stands now; a newer model no longer changes it.

    A rejected one is taken back in.
    """
    with desk_at(ledger) as desk:
        target = desk.find(name, _JUDGED)
        return desk.judge("accept", target, signed)


def accept_report(ledger: Ledger, report: str, signed: Signed) -> tuple[Judgement, ...]:
    """Accept every claim and figure of a report on which nothing stands yet; all of them or none."""
    with desk_at(ledger) as desk:
        target = desk.find(report, ("report",))
        overlaid = desk.state(target.name)
        settled = overlaid.accepted | overlaid.changed
        items = [Target("claim", each.id, target.name) for each in overlaid.reading.claims]
        items += [Target("figure", each.id, target.name) for each in overlaid.reading.figures]
        return tuple(desk.judge("accept", item, signed) for item in items if item.name not in settled)


def reject(ledger: Ledger, name: str, signed: Signed) -> Judgement:
    """Say that a claim or figure is none; it stays out, whatever is read later."""
    with desk_at(ledger) as desk:
        return desk.judge("reject", desk.find(name, _JUDGED), signed)


def edit(ledger: Ledger, name: str, values: Mapping[str, Given], signed: Signed) -> Judgement:
    """Correct fields of a claim, figure, speaker or report that were misread (docs/review.md names them).

    A value that is words of the report ("unit", "agent", "source" …) must stand in it. That the source itself is
    wrong is no correction: that is coded (:func:`code_value`).
    """
    with desk_at(ledger) as desk:
        target = desk.find(name, _EDITED)
        term = desk.term(target)
        reading = desk.state(target.report).reading if target.report else desk.reading(None)
        changes = changes_of(reading, target.kind, term, values)
        return desk.judge("edit", target, signed, changes=changes)


def add_figure(
    ledger: Ledger, report: str, words: Given, signed: Signed, values: Mapping[str, Given] | None = None
) -> Judgement:
    """Add a figure the reader missed: by its bound words and number, found in the report, or by their places.

    ``values`` are fields as of :func:`edit`; the value is read from the words where they are digits. The figure
    belongs to the claim in whose content it lies, unless ``claim`` says another.
    """
    with desk_at(ledger) as desk:
        target = desk.find(report, ("report",))
        overlaid = desk.state(target.name)
        figure = draft_figure(overlaid.reading, words, values or {})
        return desk.add(target.name, signed, figure)


def add_claim(
    ledger: Ledger, report: str, words: Given, signed: Signed, values: Mapping[str, Given] | None = None
) -> Judgement:
    """Add a claim the reader missed: by the words of its content; ``values`` give source, cue, stance …"""
    with desk_at(ledger) as desk:
        target = desk.find(report, ("report",))
        overlaid = desk.state(target.name)
        claim, speaker = draft_claim(overlaid.reading, words, values or {})
        return desk.add(target.name, signed, claim, speaker)


def join(ledger: Ledger, one: str, other: str, signed: Signed) -> Judgement:
    """Pin two together: figures as of one series, reports as of one story, speakers as one; claims of one report
    as saying the same."""
    return _pair(ledger, "join", one, other, signed)


def part(ledger: Ledger, one: str, other: str, signed: Signed) -> Judgement:
    """Pin two apart, whatever the program would make of them; as of :func:`join`."""
    return _pair(ledger, "part", one, other, signed)


def comment(ledger: Ledger, name: str, signed: Signed) -> Judgement:
    """Say something about anything that has an id; the words are the reason of ``signed``."""
    if not (signed.why or "").strip():
        raise BadJudgement("a comment needs words")
    with desk_at(ledger) as desk:
        return desk.judge("comment", desk.find(name, ()), signed)


def undo(ledger: Ledger, name: str, signed: Signed) -> Judgement:
    """Take a judgement back; undoing an undo restores what it took back."""
    with desk_at(ledger) as desk:
        target = desk.find(name, ("judgement",))
        about = judgements_about(desk.connection, target.name)
        held = holding(about)
        for each in about:
            if each.action == "undo" and each.target == target.name and each.id in held:
                raise BadJudgement(f"{target.name} is undone already; to restore it undo {each.id}")
        return desk.judge("undo", target, signed)


def history(ledger: Ledger, name: str) -> tuple[tuple[Judgement, bool], ...]:
    """All judgements about one thing, the oldest first, each with whether it stands."""
    with ledger.reading() as connection:
        target = find_target(connection, name)
        rows = judgements_about(connection, target.name)
    held = holding(rows)
    return tuple((each, each.id in held) for each in rows)


def _pair(ledger: Ledger, action: Action, one: str, other: str, signed: Signed) -> Judgement:
    with desk_at(ledger) as desk:
        first = desk.find(one, _PAIRED)
        second = desk.find(other, (first.kind,))
        if first.name == second.name:
            raise BadJudgement(f"{first.name} cannot be joined with or parted from itself")
        if first.kind == "claim" and first.report != second.report:
            raise BadJudgement("claims of two reports are not joined: join their figures, speakers or reports")
        return desk.judge(action, first, signed, other=second)
