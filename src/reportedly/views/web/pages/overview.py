"""The first page: what is new, and the series of the ledger."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.ledger.index import FindingFilter, SeriesFilter, list_findings, list_series
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render
from reportedly.views.web.visits import last_visit, note_visit

router = APIRouter(include_in_schema=False)
#: Series of a page, and findings told of at the top.
SIZE, NEWEST = 30, 6

Words = Annotated[str, Query(max_length=200)]


@router.get("/")
def show_overview(
    request: Request,
    ledger: OpenLedger,
    options: Options,
    words: Words = "",
    event: Words = "",
    place: Words = "",
    source: Words = "",
    single: bool = False,
    page: int = Query(1, ge=1, le=10_000),
) -> Response:
    """Series, those with most reports first; and the newest findings, or those since the last visit."""
    leave = options.include_restricted
    wanted = SeriesFilter(
        words=words or None, event=event or None, place=place or None, source=source or None, several=not single,
        include_restricted=leave, limit=SIZE + 1, offset=(page - 1) * SIZE,
    )  # fmt: skip
    rows = list(list_series(ledger, wanted))
    if not rows and page == 1 and not (words or event or place or source or single):
        # a ledger of a report or two: its figures all stand alone, and are what there is to see
        rows, single = list(list_series(ledger, replace(wanted, several=False))), True
    since = last_visit(request)
    found = FindingFilter(since=since, include_restricted=leave, limit=NEWEST, newest_first=True)
    asked = {"words": words, "event": event, "place": place, "source": source, "single": single}
    answer = render(
        request, "overview.html", rows=rows[:SIZE], page=page, more=len(rows) > SIZE, asked=asked, since=since,
        news=list(list_findings(ledger, found)),
    )  # fmt: skip
    note_visit(request, answer)
    return answer
