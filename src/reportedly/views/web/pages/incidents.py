"""Incidents: happenings that people made, the figures they assigned, the value they coded and why."""

from fastapi import APIRouter, Request, Response

from reportedly.ledger import FigureFilter, FigureRow, list_figures
from reportedly.ledger.incidents import coded_values, find_incident, list_incidents
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.signing import reviewer_of
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/incidents")
def show_incidents(request: Request, ledger: OpenLedger) -> Response:
    """All incidents, in the order in which they were made."""
    return render(request, "incidents.html", incidents=list_incidents(ledger), reviewer=reviewer_of(request))


@router.get("/incidents/{incident}")
def show_incident(
    request: Request, ledger: OpenLedger, options: Options, incident: str, done: str = ""
) -> Response:
    """One incident: what was assigned, what was coded."""
    held = find_incident(ledger, incident)
    wanted = FigureFilter(
        figures=held.figures, include_restricted=options.include_restricted, include_names=options.include_names
    )
    rows = list(list_figures(ledger, wanted)) if held.figures else []
    return render(
        request, "incident.html", incident=held, rows=rows, coded=coded_values(ledger, held.id), done=done,
        hidden=len(held.figures) - len(rows), reviewer=reviewer_of(request),
        named={row.figure_id: _named(row) for row in rows},
    )  # fmt: skip


def _named(row: FigureRow) -> str:
    counted = f"{row.value} {row.unit or ''}".strip()
    return f"{counted}, {row.outlet or row.address}"
