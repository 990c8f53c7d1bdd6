"""The list of reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.ledger import ReportOrder, list_some_reports
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Rows of a page.
SIZE = 50


@router.get("/reports")
def show_reports(
    request: Request,
    ledger: OpenLedger,
    options: Options,
    oldest: bool = False,
    after: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """Reports, the newest or the oldest first; each page begins behind a report, so the last costs no more."""
    wanted = ReportOrder(
        limit=SIZE + 1, newest_first=not oldest, after=after or None, include_restricted=options.include_restricted
    )
    rows = list_some_reports(ledger, wanted)
    return render(request, "reports.html", rows=rows[:SIZE], more=len(rows) > SIZE, oldest=oldest, after=after)
