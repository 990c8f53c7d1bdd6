"""``reportedly incident``: happenings that people make, with the figures assigned to them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.judging import Reviewer, Why, coded_words, judgement_line, signed_with
from reportedly.cli.options import LedgerPath, settings_with
from reportedly.cli.tables import Format

if TYPE_CHECKING:
    from reportedly.ledger import FigureRow, Ledger
    from reportedly.terms.judgement import Incident, Judgement

HELP = """\
Make incidents, assign figures to them, close them.

A story is grouped by the program; an incident is made by a person. "reportedly code" gives it a value.

\b
Examples:
  reportedly incident create "Flood at Ormo, 4 June"
  reportedly incident assign "Flood at Ormo" f:3f2a f:90bc
  reportedly incident show "Flood at Ormo"
"""

Named = Annotated[str, typer.Argument(metavar="INCIDENT", help="Its name, words of it, or its id.")]
Figures = Annotated[list[str], typer.Argument(metavar="FIGURE...", help="Ids of figures, or their beginnings.")]
Form = Annotated[Format, typer.Option("--format", help="table or jsonl.")]


def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What people call it.")],
    ledger: LedgerPath = None,
    reviewer: Reviewer = None,
    why: Why = None,
) -> int:
    """Make an incident."""
    from reportedly.cli.opening import open_ledger
    from reportedly.ledger.incidents import create_incident

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    with open_ledger(settings.ledger) as opened:
        return _tell([create_incident(opened, name, signed)])


def assign_figures(
    incident: Named, figures: Figures, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None
) -> int:
    """Assign figures to an incident."""
    from reportedly.cli.opening import open_ledger
    from reportedly.ledger.incidents import assign

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    with open_ledger(settings.ledger) as opened:
        return _tell(assign(opened, incident, figures, signed))


def unassign_figures(
    incident: Named, figures: Figures, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None
) -> int:
    """Take figures out of an incident."""
    from reportedly.cli.opening import open_ledger
    from reportedly.ledger.incidents import unassign

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    with open_ledger(settings.ledger) as opened:
        return _tell(unassign(opened, incident, figures, signed))


def close(incident: Named, ledger: LedgerPath = None, reviewer: Reviewer = None, why: Why = None) -> int:
    """Say that an incident is settled; undo opens it again."""
    from reportedly.cli.opening import open_ledger
    from reportedly.ledger.incidents import close_incident

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    with open_ledger(settings.ledger) as opened:
        return _tell([close_incident(opened, incident, signed)])


def list_all(ledger: LedgerPath = None, form: Form = Format.TABLE) -> int:
    """List the incidents with how many figures they have, and the value coded."""
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, note, write, write_json_line
    from reportedly.ledger.incidents import list_incidents
    from reportedly.terms import plain

    with open_ledger(settings_with(ledger).ledger) as opened:
        found = list_incidents(opened)
        for incident in found:
            if form is Format.JSONL:
                write_json_line(json_line(plain(incident)))
            else:
                write(_line(opened, incident))
    if not found:
        note("there is no incident yet: make one with “reportedly incident create NAME”")
    return 0


def show(incident: Named, ledger: LedgerPath = None, form: Form = Format.TABLE) -> int:
    """Show an incident: its figures with who says them, and the values coded."""
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, write, write_json_line
    from reportedly.ledger import FigureFilter, list_figures
    from reportedly.ledger.incidents import coded_values, find_incident
    from reportedly.terms import plain

    with open_ledger(settings_with(ledger).ledger) as opened:
        found = find_incident(opened, incident)
        figures = list(list_figures(opened, FigureFilter(figures=found.figures))) if found.figures else []
        values = coded_values(opened, found.id)
        if form is Format.JSONL:
            shown = {"figures": [plain(each) for each in figures], "coded": [plain(each) for each in values]}
            write_json_line(json_line(plain(found) | shown))
            return 0
        write(_line(opened, found))
        for row in figures:
            write("  " + figure_line(row))
        for value in values:
            write("  coded " + judgement_line(value))
    return 0


def figure_line(row: "FigureRow") -> str:
    """A figure as a line: id, value, what, who says so, in which report."""
    from reportedly.cli.figures import event_words, source_words
    from reportedly.cli.output import one_line

    parts = (
        row.figure_id, row.value, row.unit, event_words(row), source_words(row), row.published,
        row.outlet or row.address,
    )  # fmt: skip
    return "  ".join(one_line(part) for part in parts if part)


COMMANDS: dict[str, Callable[..., int]] = {
    "create": create, "assign": assign_figures, "unassign": unassign_figures, "close": close, "list": list_all,
    "show": show,
}  # fmt: skip


def _tell(made: "tuple[Judgement, ...] | list[Judgement]") -> int:
    from reportedly.cli.output import note, write

    for judgement in made:
        write(judgement_line(judgement))
    if not made:
        note("nothing to do: they are assigned already")
    return 0


def _line(opened: "Ledger", incident: "Incident") -> str:
    from reportedly.cli.output import many, one_line
    from reportedly.ledger.incidents import coded_values

    parts = [incident.id, incident.name, many(len(incident.figures), "figure")]
    if incident.coded is not None:
        parts.append("coded " + coded_words(coded_values(opened, incident.id)[-1]))
    if incident.closed is not None:
        parts.append(f"closed {incident.closed[:10]}")
    return "  ".join(one_line(part) for part in parts)
