"""Stories: reports about one happening, with their series and findings."""

from fastapi import APIRouter, Request, Response

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
#: Rows of each list of a story that are shown.
MOST = 200


@router.get("/stories")
def show_stories(request: Request, ledger: OpenLedger, options: Options, words: str = "") -> Response:
    """Stories, those of most reports first."""
    rows = list(list_stories(ledger, words or None, include_restricted=options.include_restricted, limit=MOST))
    return render(request, "stories.html", rows=rows, words=words)


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
