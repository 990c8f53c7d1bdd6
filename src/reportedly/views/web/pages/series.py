"""One series: its chart, the value a rule makes of it, its findings, every point with its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from reportedly.errors import UnknownSeries
from reportedly.ledger import Ledger, reports_named
from reportedly.ledger.incidents import coded_values, list_incidents
from reportedly.ledger.index import SeriesFilter, find_series, findings_of, load_series
from reportedly.pipeline.standing import story_as_of
from reportedly.terms import AsOf, Clock, Finding, Point, Series
from reportedly.views.charts import Look, Theme, chart_spec
from reportedly.views.describing import describe_series
from reportedly.views.drawn import draw_series
from reportedly.views.resolved import RULES, VAGUE_READINGS, Rule, VagueReading, resolve_series, resolved_words
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.options import WebOptions
from reportedly.views.web.templating import path_part, render
from reportedly.views.web.words import words_address

router = APIRouter(include_in_schema=False)
#: Moments that the slider offers at most.
_MOMENTS = 60
_MARKED = ("contradiction", "difference", "lag", "revision", "denial", "corroboration")

Moment = Annotated[str, Query(alias="as_of", max_length=60)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A series as asked for, whole or as it stood; the story it is of."""

    series: Series
    findings: tuple[Finding, ...]
    story_id: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A point of the table; ``live`` leads to its words on the live page, ``marks`` are kinds of findings."""

    point: Point
    live: str | None
    marks: tuple[str, ...]


@router.get("/series/{series}")
def show_series(
    request: Request,
    ledger: OpenLedger,
    options: Options,
    series: str,
    rule: Rule = "as-stated",
    vague: VagueReading = "none",
    as_of: Moment = "",
    clock: Clock = "published",
    done: str = "",
) -> Response:
    """The page of one series, whole or as it stood by one of three clocks."""
    seen = see_series(ledger, options, series, as_of, clock)
    whole = seen if not as_of else see_series(ledger, options, series, "", clock)
    resolved = resolve_series(seen.series, rule, vague)
    return render(
        request, "series.html", series=seen.series, story_id=seen.story_id, story=seen.story, found=seen.findings,
        resolved=resolved, words=resolved_words(resolved), rules=RULES, readings=VAGUE_READINGS, rule=rule,
        vague=vague, as_of=as_of, clock=clock, rows=_rows(ledger, seen), done=done,
        drawn=bool(draw_series(seen.series).rows),
        described=describe_series(seen.series, seen.findings),
        moments=_moments(whole.series, clock), chart=_chart_address(seen.series, as_of, clock),
        coded=coded_values(ledger, seen.series.id),
        incidents=[each for each in list_incidents(ledger) if each.closed is None],
    )  # fmt: skip


@router.get("/series/{series}/chart.json")
def show_chart(
    ledger: OpenLedger, options: Options, series: str, theme: Theme = "light", as_of: Moment = "",
    clock: Clock = "published",
) -> Response:  # fmt: skip
    """The chart of a series as Vega-Lite JSON; its points lead to the words."""
    seen = see_series(ledger, options, series, as_of, clock)
    look = Look(theme=theme, width="container", height=340, link=point_address)
    return JSONResponse(chart_spec(seen.series, seen.findings, look))


def see_series(ledger: Ledger, options: WebOptions, name: str, as_of: str, clock: Clock) -> Seen:
    """The series with an id, as it is or as it stood.

    Raises:
        UnknownSeries: none has the id, or it is not to be shown.
        BadOption: the time is none.
    """
    leave = options.include_restricted
    try:
        if as_of:
            return _as_it_stood(ledger, name, AsOf(time=as_of, clock=clock), options)
        row, _ = find_series(ledger, name, include_restricted=leave)
        held = load_series(ledger, row.series_id, include_restricted=leave)
        found = findings_of(ledger, row.series_id, include_restricted=leave)
    except UnknownSeries:
        # the message for the terminal tells the path of the ledger
        when = f" as of {as_of}" if as_of else ""
        raise UnknownSeries(f"no series of this ledger answers to “{name}”{when}") from None
    return Seen(series=held, findings=found, story_id=row.story_id, story=row.story)


def _as_it_stood(ledger: Ledger, name: str, moment: AsOf, options: WebOptions) -> Seen:
    """The series then: the one that has its id, else the one that shares most figures with it."""
    wanted = SeriesFilter(include_restricted=options.include_restricted, include_names=options.include_names)
    now = load_series(ledger, name, include_restricted=options.include_restricted)
    figures = {point.pointer.figure for point in now.points}
    best: tuple[int, Seen] | None = None
    for story, series, findings in story_as_of(ledger, name, moment, wanted):
        for each in series:
            shared = len(figures & {point.pointer.figure for point in each.points}) + 1_000_000 * (each.id == name)
            if shared and (best is None or shared > best[0]):
                own = tuple(finding for finding in findings if finding.series == each.id)
                best = shared, Seen(series=each, findings=own, story_id=story.id, story=story.label)
    if best is None:
        raise UnknownSeries("it had no figures then")
    return best[1]


def point_address(point: Point) -> str:
    """Where the words of a point stand marked."""
    return f"/reports/{path_part(point.pointer.report)}#at-{point.pointer.figure}"


def _rows(ledger: Ledger, seen: Seen) -> list[PointRow]:
    names = {point.pointer.report for point in seen.series.points}
    urls = {row.report_id: row.url for row in reports_named(ledger, names, include_restricted=True)}
    marks = _marks(seen.findings)
    return [
        PointRow(
            point=point,
            live=words_address(urls.get(point.pointer.report), point.pointer.exact),
            marks=tuple(sorted(marks.get(point.pointer.figure or "", ()))),
        )
        for point in seen.series.points
    ]


def _marks(findings: Iterable[Finding]) -> dict[str, set[str]]:
    marks: dict[str, set[str]] = {}
    for finding in findings:
        if finding.type in _MARKED:
            for place in (finding.from_place, finding.to_place):
                if place is not None and place.figure is not None:
                    marks.setdefault(place.figure, set()).add(finding.type)
    return marks


def _moments(series: Series, clock: Clock) -> list[str]:
    """The moments at which something of the series came to be known, for the slider; days where those are told."""
    if clock == "recorded":
        return []
    dates = [(point.said or point.published) if clock == "said" else point.published for point in series.points]
    known = sorted({date for date in dates if date and "/" not in date and "X" not in date and "~" not in date})
    step = max(1, -(-len(known) // _MOMENTS))
    return known[::step] if len(known) > 1 else []


def _chart_address(series: Series, as_of: str, clock: Clock) -> str:
    asked: dict[str, Any] = {"as_of": as_of, "clock": clock} if as_of else {}
    return f"/series/{path_part(series.id)}/chart.json" + (f"?{urlencode(asked)}" if asked else "")
