"""The list of reports."""

from fastapi import APIRouter, Query, Request, Response

from reportedly.ledger import list_newest_reports
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Rows of a page.
SIZE = 50


@router.get("/reports")
def show_reports(
    request: Request, ledger: OpenLedger, options: Options, page: int = Query(1, ge=1, le=100_000)
) -> Response:
    """Reports, the newest first."""
    rows = list_newest_reports(ledger, SIZE + 1, (page - 1) * SIZE, include_restricted=options.include_restricted)
    return render(request, "reports.html", rows=rows[:SIZE], page=page, more=len(rows) > SIZE)
