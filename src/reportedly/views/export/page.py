"""A series, or those of a story, as one HTML page with the addresses of its reports."""

from collections.abc import Iterator
from importlib.metadata import version

from reportedly.errors import UnknownSeries
from reportedly.ledger import Ledger, find_status, reports_named
from reportedly.ledger.index import SeriesFilter, find_series, findings_of, list_series, load_series
from reportedly.pipeline.standing import find_series_as_of, series_as_of
from reportedly.terms import Finding, Series
from reportedly.views.export.tables import Asked
from reportedly.views.standalone import Method, Shown, html_report

#: Series of a story on one page at most; those of most reports come first.
MOST_SERIES = 50


def export_page(ledger: Ledger, asked: Asked, words: str) -> tuple[str, int]:
    """The page, and how many series it shows: the one that answers to the words, or those of the story.

    Raises:
        UnknownSeries: none answers.
        MissingCharts: the part of the program that draws files is not installed.
    """
    found = [_one(ledger, asked, words)] if words else list(_of_story(ledger, asked))
    if not found:
        raise UnknownSeries(f"no series of {ledger.path} is of the story “{asked.story}”")
    title = found[0][0].label if words else (asked.story or "")
    moment = f"{asked.as_of.time}, {asked.as_of.clock}" if asked.as_of else None
    method = Method(
        rule=asked.rule, vague=asked.vague, as_of=moment, seal=find_status(ledger).head_seal,
        version=version("reportedly"),
    )  # fmt: skip
    shown = [Shown(series=each, findings=own, urls=_urls(ledger, each, asked)) for each, own in found]
    return html_report(title, shown, method), len(shown)


def _one(ledger: Ledger, asked: Asked, words: str) -> tuple[Series, tuple[Finding, ...]]:
    seen = asked.include_restricted
    if _anew(asked):
        wanted = SeriesFilter(
            words=words, story=asked.story, include_restricted=seen, include_names=asked.include_names
        )
        standing, _ = find_series_as_of(ledger, wanted, asked.as_of)
        return standing.series, standing.findings
    row, _ = find_series(ledger, words, include_restricted=seen)
    return _whole(ledger, row.series_id, seen)


def _of_story(ledger: Ledger, asked: Asked) -> Iterator[tuple[Series, tuple[Finding, ...]]]:
    wanted = SeriesFilter(
        story=asked.story, include_restricted=asked.include_restricted, include_names=asked.include_names,
        limit=MOST_SERIES,
    )  # fmt: skip
    if _anew(asked):
        yield from ((each.series, each.findings) for each in series_as_of(ledger, wanted, asked.as_of))
        return
    for row in list_series(ledger, wanted):
        yield _whole(ledger, row.series_id, asked.include_restricted)


def _whole(ledger: Ledger, series: str, seen: bool) -> tuple[Series, tuple[Finding, ...]]:
    return (
        load_series(ledger, series, include_restricted=seen),
        findings_of(ledger, series, include_restricted=seen),
    )


def _anew(asked: Asked) -> bool:
    return asked.as_of is not None or asked.include_names


def _urls(ledger: Ledger, series: Series, asked: Asked) -> dict[str, str | None]:
    names = {point.pointer.report for point in series.points}
    rows = reports_named(ledger, names, include_restricted=asked.include_restricted)
    return {row.report_id: row.url for row in rows}
