"""Trackers: named questions that new reports feed."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.errors import UnknownTracker, UsageError
from reportedly.ledger.index import FindingFilter, SeriesFilter, list_findings, list_series
from reportedly.ledger.trackers import add_tracker, find_tracker, list_trackers, remove_tracker
from reportedly.terms.dates import check_published
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.signing import reviewer_of
from reportedly.views.web.templating import path_part, render
from reportedly.views.web.visits import last_visit

router = APIRouter(include_in_schema=False)
#: Series of a tracker, and findings of each, that are shown.
MOST = 50

Words = Annotated[str, Form(max_length=200)]


@router.get("/trackers")
def show_trackers(request: Request, ledger: OpenLedger) -> Response:
    """All trackers, and the form to make one."""
    return render(request, "trackers.html", trackers=list(list_trackers(ledger)), problem=None, given={})


@router.post("/trackers")
def make_tracker(
    request: Request, ledger: OpenLedger, name: Words = "", event: Words = "", counted: Words = "",
    place: Words = "", since: Words = "",
) -> Response:  # fmt: skip
    """Make a tracker."""
    given = {"name": name, "event": event, "counted": counted, "place": place, "since": since}
    try:
        wanted = SeriesFilter(
            event=event or None, counted=counted or None, place=place or None,
            since=check_published(since) if since.strip() else None,
        )  # fmt: skip
        made = add_tracker(ledger, name, wanted, reviewer_of(request))
    except (UsageError, UnknownTracker) as error:
        held = list(list_trackers(ledger))
        return render(request, "trackers.html", status=400, trackers=held, problem=str(error), given=given)
    return RedirectResponse(f"/trackers/{path_part(made.name)}", status_code=303)


@router.get("/trackers/{name:path}")
def show_tracker(request: Request, ledger: OpenLedger, options: Options, name: str) -> Response:
    """The series of a tracker as they are now, and what is new in them since the last visit."""
    tracker, leave = find_tracker(ledger, name), options.include_restricted
    rows = list(list_series(ledger, replace(tracker.wanted, include_restricted=leave, limit=MOST)))
    since = last_visit(request)
    found = [
        row
        for series in rows
        for row in list_findings(
            ledger, FindingFilter(series=series.series_id, since=since, include_restricted=leave, limit=MOST)
        )
    ]
    return render(request, "tracker.html", tracker=tracker, rows=rows, found=found[:MOST], since=since)


@router.post("/untrack")
def drop_tracker(request: Request, ledger: OpenLedger, name: Words) -> Response:
    """Remove a tracker; what it was stays as a row."""
    remove_tracker(ledger, name, reviewer_of(request))
    return RedirectResponse("/trackers", status_code=303)
