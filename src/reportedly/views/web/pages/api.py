"""The JSON API, version 1: the same fields as the record and the exports, paged, as of any moment."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, is_dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    ReportOrder,
    counts,
    list_claims,
    list_figures,
    list_reports,
    list_some_reports,
)
from reportedly.ledger.index import FindingFilter, SeriesFilter, list_findings, list_series, list_stories
from reportedly.pipeline.drafting import check_reading
from reportedly.pipeline.standing import series_as_of
from reportedly.terms import AsOf, Clock, FindingType, Skipped, plain, record_of, schema
from reportedly.terms.figure import Measure
from reportedly.views.lines import finding_line, series_line
from reportedly.views.web.answers import answer_of, rows_of
from reportedly.views.web.asking import OpenLedger, Options, see_reading
from reportedly.views.web.hiding import hidden_spans
from reportedly.views.web.pages.series import see_series
from reportedly.views.web.reading import Pasted, page_of, read_once

router = APIRouter(prefix="/api/v1", tags=["ledger"])

_NAMES = "names in this report are held back: start the server with --include-names to give its text out"

Words = Annotated[str, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=1000)]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]
Moment = Annotated[str, Query(max_length=60, description="2021-06-25T14:00-04:00, a day, a month or a year")]


class Problem(BaseModel):
    """Why a request was not answered; ``slug`` is explained in docs/errors.md."""

    error: str
    slug: str | None = None


class Given(BaseModel):
    """A text to be read."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(max_length=5_000_000)
    published: str = Field("", max_length=40)
    outlet: str = Field("", max_length=400)


_ANY_OBJECT = {"type": "object"}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem} for status in (400, 401, 403, 404, 405, 413, 421, 422, 429, 503)
}


def _answers(name: str) -> dict[int | str, dict[str, Any]]:
    return {**_PROBLEMS, 200: answer_of(name)}


def _pages_of(name: str) -> dict[int | str, dict[str, Any]]:
    return {**_PROBLEMS, 200: rows_of(name)}


#: A text that cannot be read is answered with the line that it leaves in place of a record.
_UNREADABLE: dict[int | str, dict[str, Any]] = {
    422: {"content": {"application/json": {"schema": {"anyOf": [
        {"$ref": "#/components/schemas/SkippedRecord"}, {"$ref": "#/components/schemas/Problem"},
    ]}}}},
}  # fmt: skip


@router.get("/counts", responses=_answers("Counts"))
def api_counts(ledger: OpenLedger) -> dict[str, int]:
    """How much the ledger holds."""
    return asdict(counts(ledger))


@router.get("/schema", responses={**_PROBLEMS, 200: {"content": {"application/json": {"schema": _ANY_OBJECT}}}})
def api_schema() -> Response:
    """JSON Schema of the record."""
    return JSONResponse(schema())


@router.get("/reports", responses=_pages_of("ReportRow"))
def api_reports(
    ledger: OpenLedger, options: Options, as_of: Moment = "", clock: Clock = "published", limit: Limit = 100,
    page: PageNumber = 1,
) -> Response:  # fmt: skip
    """Reports, in order of publication."""
    leave, moment = options.include_restricted, _moment(as_of, clock)
    if moment is not None:
        return _rows(list_reports(ledger, include_restricted=leave, as_of=moment), limit, page)
    wanted = ReportOrder(limit=limit + 1, offset=(page - 1) * limit, include_restricted=leave)
    return _page([plain(row) for row in list_some_reports(ledger, wanted)], limit, page)


@router.get("/reports/{report}", responses=_answers("Record"))
def api_report(ledger: OpenLedger, options: Options, report: str) -> Response:
    """The record of one report, as ``extract`` prints it, corrected where people did.

    A record holds the whole text. So it is not given out where names in it are held back, unless the server was
    started with leave to show them.
    """
    told = see_reading(ledger, options, report)
    if hidden_spans(told.reading, options):
        return JSONResponse({"error": _NAMES, "slug": None}, status_code=403)
    return JSONResponse(record_of(told.reading))


@router.get("/claims", responses=_pages_of("ClaimRow"))
def api_claims(
    ledger: OpenLedger, options: Options, source: Words = "", event: Words = "", unit: Words = "",
    report: Words = "", as_of: Moment = "", clock: Clock = "published", limit: Limit = 100, page: PageNumber = 1,
) -> Response:  # fmt: skip
    """Claims, in order of publication."""
    wanted = ClaimFilter(
        source=source or None, event=event or None, unit=unit or None, report=report or None,
        include_restricted=options.include_restricted, include_names=options.include_names, limit=page * limit + 1,
    )  # fmt: skip
    return _rows(list_claims(ledger, wanted, _moment(as_of, clock)), limit, page)


@router.get("/figures", responses=_pages_of("FigureRow"))
def api_figures(
    ledger: OpenLedger, options: Options, source: Words = "", event: Words = "", unit: Words = "",
    report: Words = "", measure: Annotated[list[Measure], Query()] = [],  # noqa: B006 — FastAPI copies it
    as_of: Moment = "", clock: Clock = "published", limit: Limit = 100, page: PageNumber = 1,
) -> Response:  # fmt: skip
    """Figures, in order of publication."""
    wanted = FigureFilter(
        source=source or None, event=event or None, unit=unit or None, report=report or None,
        measures=tuple(measure), include_restricted=options.include_restricted,
        include_names=options.include_names, limit=page * limit + 1,
    )  # fmt: skip
    return _rows(list_figures(ledger, wanted, _moment(as_of, clock)), limit, page)


@router.get("/series", responses=_pages_of("SeriesRow"))
def api_series(
    ledger: OpenLedger, options: Options, words: Words = "", event: Words = "", counted: Words = "",
    place: Words = "", source: Words = "", as_of: Moment = "", clock: Clock = "published", limit: Limit = 100,
    page: PageNumber = 1,
) -> Response:  # fmt: skip
    """Series in short, those of most reports first."""
    wanted = SeriesFilter(
        words=words or None, event=event or None, counted=counted or None, place=place or None,
        source=source or None, include_restricted=options.include_restricted, limit=page * limit + 1,
    )  # fmt: skip
    moment = _moment(as_of, clock)
    if moment is None:
        return _rows(list_series(ledger, wanted), limit, page)
    return _rows((each.row for each in series_as_of(ledger, wanted, moment)), limit, page)


@router.get("/series/{series}", responses=_answers("SeriesLine"))
def api_one_series(
    ledger: OpenLedger, options: Options, series: str, as_of: Moment = "", clock: Clock = "published"
) -> Response:
    """A series with its points and findings."""
    seen = see_series(ledger, options, series, as_of, clock)
    line = series_line(seen.series) | {"findings": [finding_line(each) for each in seen.findings]}
    return JSONResponse(line)


@router.get("/findings", responses=_pages_of("FindingRow"))
def api_findings(
    ledger: OpenLedger, options: Options, type: Annotated[list[FindingType], Query()] = [],  # noqa: A002, B006
    series: Words = "", story: Words = "", since: Moment = "", limit: Limit = 100, page: PageNumber = 1,
) -> Response:  # fmt: skip
    """Findings, in order of when the newer report was published."""
    wanted = FindingFilter(
        types=tuple(type), series=series or None, story=story or None, since=since or None,
        include_restricted=options.include_restricted, limit=page * limit + 1,
    )  # fmt: skip
    found = (
        finding_line(row.finding) | {"story": row.story_id, "recorded_at": row.recorded_at}
        for row in list_findings(ledger, wanted)
    )
    return _rows(found, limit, page)


@router.get("/stories", responses=_pages_of("StoryRow"))
def api_stories(
    ledger: OpenLedger, options: Options, words: Words = "", limit: Limit = 100, page: PageNumber = 1
) -> Response:
    """Stories, those of most reports first."""
    leave = options.include_restricted
    return _rows(
        list_stories(ledger, words or None, include_restricted=leave, limit=page * limit + 1), limit, page
    )


@router.post("/read", responses=_answers("Record") | _UNREADABLE)
def api_read(options: Options, given: Annotated[Given, Body()]) -> Response:
    """What a text says, as a record; nothing is kept."""
    found = _read(options, given)
    return JSONResponse(record_of(found), status_code=422 if isinstance(found, Skipped) else 200)


@router.post("/draft", responses=_answers("DraftLine") | _UNREADABLE)
def api_draft(ledger: OpenLedger, options: Options, given: Annotated[Given, Body()]) -> Response:
    """The figures of a text held against the ledger; nothing is kept."""
    found = _read(options, given)
    if isinstance(found, Skipped):
        return JSONResponse(record_of(found), status_code=422)
    checked = check_reading(
        ledger, found, include_restricted=options.include_restricted, include_names=options.include_names
    )
    return JSONResponse(
        {
            "reports": checked.reports, "held": checked.held, "latest": checked.latest,
            "figures": [plain(each) for each in checked.figures],
        }
    )  # fmt: skip


def _read(options: Options, given: Given) -> Any:
    return read_once(
        page_of(Pasted(text=given.text, published=given.published, outlet=given.outlet)), options.gazetteer
    )


def _moment(as_of: str, clock: Clock) -> AsOf | None:
    return AsOf(time=as_of, clock=clock) if as_of else None


def _rows(found: Iterable[Any], limit: int, page: int) -> Response:
    return _page(list(islice(_plain_rows(found), (page - 1) * limit, page * limit + 1)), limit, page)


def _page(chosen: list[dict[str, Any]], limit: int, page: int) -> Response:
    """A page of rows, of which one more than are shown were looked up; ``more`` says so."""
    return JSONResponse({"rows": chosen[:limit], "page": page, "more": len(chosen) > limit})


def _plain_rows(found: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for row in found:
        yield plain(row) if is_dataclass(row) else row
