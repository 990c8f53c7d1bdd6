"""Full-text search, its filters in the address so that it can be shared."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.errors import BadOption
from reportedly.ledger.index.search import SearchFilter
from reportedly.pipeline.searching import search_reports
from reportedly.terms.dates import check_published
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Places that are shown; fewer words find more, more words find less.
MOST = 24

Words = Annotated[str, Query(max_length=200)]


@router.get("/search")
def show_search(
    request: Request, ledger: OpenLedger, options: Options, words: Words = "", since: Words = "",
    until: Words = "", outlet: Words = "", source: Words = "",
    event: Words = "",
) -> Response:  # fmt: skip
    """Places where the words are, each with the claim and figure it stands in."""
    asked = {"words": words, "since": since, "until": until, "outlet": outlet, "source": source, "event": event}
    problem, hits = None, []
    if words.strip():
        try:
            wanted = SearchFilter(
                since=check_published(since) if since else None, until=check_published(until) if until else None,
                outlet=outlet or None, source=source or None, event=event or None, limit=MOST,
                include_restricted=options.include_restricted, include_names=options.include_names,
            )  # fmt: skip
            hits = list(search_reports(ledger, [words], wanted))
        except BadOption as error:
            problem = str(error)
    return render(
        request, "search.html", status=400 if problem else 200, asked=asked, hits=hits, problem=problem, most=MOST
    )
