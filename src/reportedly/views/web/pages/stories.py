"""Stories: reports about one happening, with their series and findings."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from reportedly.errors import UnknownSeries
from reportedly.ledger import reports_named
from reportedly.ledger.index import (
    FindingFilter,
    SeriesFilter,
    find_reports_of,
    list_findings,
    list_series,
    list_stories,
)
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Stories of a page, and rows of each list of a story that are shown.
SIZE, MOST = 50, 200


@router.get("/stories")
def show_stories(
    request: Request, ledger: OpenLedger, options: Options, words: Annotated[str, Query(max_length=200)] = "",
    page: int = Query(1, ge=1, le=10_000),
) -> Response:  # fmt: skip
    """Stories, those of most reports first."""
    leave = options.include_restricted
    found = list_stories(ledger, words or None, include_restricted=leave, limit=SIZE + 1, offset=(page - 1) * SIZE)
    rows = list(found)
    return render(
        request, "stories.html", rows=rows[:SIZE], words=words, page=page, more=len(rows) > SIZE,
        address=f"/stories?{urlencode({'words': words})}&" if words else "/stories?",
    )  # fmt: skip


@router.get("/stories/{story}")
def show_story(request: Request, ledger: OpenLedger, options: Options, story: str) -> Response:
    """One story."""
    leave = options.include_restricted
    row = next(iter(list_stories(ledger, story, include_restricted=leave, limit=1)), None)
    if row is None or row.story_id != story:
        raise UnknownSeries(f"no story of this ledger has the id {story}")
    series = list(list_series(ledger, SeriesFilter(story=story, include_restricted=leave, limit=MOST)))
    found = list(list_findings(ledger, FindingFilter(story=story, include_restricted=leave, limit=MOST)))
    members = find_reports_of(ledger, story)
    reports = list(reports_named(ledger, members, include_restricted=leave))
    return render(request, "story.html", story=row, series=series, found=found, reports=reports)
