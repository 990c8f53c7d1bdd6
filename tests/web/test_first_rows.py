"""The first rows of a list are those of the whole list, however they are asked for."""

from dataclasses import replace
from itertools import islice

import pytest

from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    Ledger,
    ReportOrder,
    ReportRow,
    list_claims,
    list_figures,
    list_reports,
    list_some_reports,
)
from reportedly.ledger.fulltext import phrases_of
from reportedly.ledger.index import FindingFilter, SeriesFilter, list_findings, list_series, search
from reportedly.ledger.index.search import SearchFilter, find_texts
from reportedly.pipeline import speaking
from reportedly.pipeline.speaking import find_speakers


@pytest.mark.parametrize("leave", [False, True])
@pytest.mark.parametrize("limit", [1, 7, 60, 10_000])
def test_figures_and_claims_of_a_page_are_the_first_of_all(ledger: Ledger, limit: int, leave: bool) -> None:
    figures = list_figures(ledger, FigureFilter(include_restricted=leave))
    some = list_figures(ledger, FigureFilter(include_restricted=leave, limit=limit))
    assert list(some) == list(islice(figures, limit))
    claims = list_claims(ledger, ClaimFilter(include_restricted=leave))
    assert list(list_claims(ledger, ClaimFilter(include_restricted=leave, limit=limit))) == list(
        islice(claims, limit)
    )


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("leave", [False, True])
def test_the_pages_of_reports_hold_each_report_once_in_order(
    ledger: Ledger, leave: bool, newest_first: bool
) -> None:
    whole = [row.report_id for row in list_reports(ledger, include_restricted=leave)]
    order = ReportOrder(limit=7, include_restricted=leave, newest_first=newest_first)
    rows: list[ReportRow] = []
    while some := list_some_reports(ledger, replace(order, after=rows[-1].report_id if rows else None)):
        rows += some
    assert sorted(row.report_id for row in rows) == sorted(whole)
    dates = [row.published for row in rows if row.published]
    assert dates == sorted(dates, reverse=newest_first)
    assert all(row.published is None for row in rows[len(dates) :])
    if not newest_first:
        assert [row.report_id for row in rows] == whole
    offset = list_some_reports(ledger, replace(order, offset=7, limit=3))
    assert [row.report_id for row in offset] == [row.report_id for row in rows[7:10]]


def test_findings_of_a_whole_id_are_those_of_its_beginning(ledger: Ledger) -> None:
    for series in islice(list_series(ledger, SeriesFilter()), 5):
        by_id = list(list_findings(ledger, FindingFilter(series=series.series_id)))
        assert by_id == list(list_findings(ledger, FindingFilter(series=series.series_id[:-1])))
        story = list(list_findings(ledger, FindingFilter(story=series.story_id)))
        assert story == list(list_findings(ledger, FindingFilter(story=series.story_id[:-1])))


def test_the_newest_findings_are_the_last_of_all(ledger: Ledger) -> None:
    whole = [row.finding.id for row in list_findings(ledger, FindingFilter()) if row.at is not None]
    newest = [row.finding.id for row in list_findings(ledger, FindingFilter(newest_first=True, limit=9))]
    assert newest == whole[::-1][:9]


@pytest.mark.parametrize("leave", [False, True])
def test_the_newest_reports_with_words_of_many_are_those_of_few(
    ledger: Ledger, leave: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = SearchFilter(include_restricted=leave)
    for words in ("people", "police", "the"):
        sorted_all = list(find_texts(ledger, phrases_of([words]), wanted))
        monkeypatch.setattr(search, "_FEW", 0)
        monkeypatch.setattr(search, "_STEP", 3)
        assert list(find_texts(ledger, phrases_of([words]), wanted)) == sorted_all
        monkeypatch.undo()
    assert sorted_all


def test_speakers_of_the_newest_reports_are_some_of_all(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "_LARGE", 0)
    whole = find_speakers(ledger)
    some = find_speakers(ledger, newest=5)
    assert some.newest == 5
    assert 0 < len(some.speakers) < len(whole.speakers)
    named = whole.speakers[0].name
    assert named in {row.name for row in find_speakers(ledger, named, newest=9).speakers}
    assert find_speakers(ledger, newest=10_000) == whole
