"""The list of reports."""

from itertools import islice

from fastapi import APIRouter, Query, Request, Response

from reportedly.ledger import list_reports
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Rows of a page.
SIZE = 50


@router.get("/reports")
def show_reports(request: Request, ledger: OpenLedger, options: Options, page: int = Query(1, ge=1)) -> Response:
    """Reports, the newest first."""
    found = list_reports(ledger, include_restricted=options.include_restricted)
    rows = list(islice(found, (page - 1) * SIZE, page * SIZE + 1))
    return render(request, "reports.html", rows=rows[:SIZE], page=page, more=len(rows) > SIZE)
