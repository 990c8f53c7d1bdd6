"""Asking a ledger: filters, order, and the one report meant."""

from pathlib import Path

import pytest

from reportedly.errors import UnknownReport
from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    Ledger,
    append_reading,
    find_report,
    list_claims,
    list_figures,
    list_reports,
    open_ledger,
    start_run,
)
from tests.ledger.made import PRODUCED, made_page, made_reading


@pytest.fixture
def ledger(place: Path | str):
    with open_ledger(place, create=True) as opened:
        run = start_run(opened, PRODUCED)
        pages = (
            made_page("undated.txt"),
            made_page("late.txt", published="2016-02-01", outlet="Müller’s 100% Daily"),
            made_page("early.txt", published="2016-01", url="https://example.org/early"),
            made_page("hidden.txt", restricted=True),
        )
        for page in pages:
            append_reading(opened, page, made_reading(page), run)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "addresses"),
    [
        # in order of publication, unknown dates last, restricted ones left out
        (FigureFilter(measures=("count",)), ["early.txt", "late.txt", "undated.txt"]),
        (FigureFilter(measures=("count",), limit=1), ["early.txt"]),
        (FigureFilter(measures=("count",), source="MAYOR the"), ["early.txt", "late.txt", "undated.txt"]),
        (FigureFilter(source="mayor governor"), []),
        (FigureFilter(event="missing", report="late"), ["late.txt"]),
        (FigureFilter(events=("killed", "missing"), report="late"), ["late.txt"]),
        (FigureFilter(event="killed"), []),
        # case and accents do not matter; % and _ are no wildcards
        (FigureFilter(measures=("count",), report="MULLER 100%"), ["late.txt"]),
        (FigureFilter(report="1_0"), []),
        # the lemma counts as what is counted: "person" finds "people"
        (FigureFilter(unit="person", report="early"), ["early.txt"]),
        (FigureFilter(measures=("count",), report="hidden", include_restricted=True), ["hidden.txt"]),
    ],
)
def test_figures_that_fit_come_in_order(ledger: Ledger, wanted: FigureFilter, addresses: list[str]) -> None:
    assert [row.address for row in list_figures(ledger, wanted)] == addresses


@pytest.mark.parametrize(
    ("wanted", "addresses"),
    [
        (ClaimFilter(), ["early.txt", "late.txt", "undated.txt"]),
        (ClaimFilter(event="missing", unit="people", report="early"), ["early.txt"]),
        # the money is in the report's own voice: in no claim
        (ClaimFilter(unit="dollars"), []),
        (ClaimFilter(event="killed"), []),
    ],
)
def test_claims_that_fit_come_in_order(ledger: Ledger, wanted: ClaimFilter, addresses: list[str]) -> None:
    assert [row.address for row in list_claims(ledger, wanted)] == addresses


def test_a_row_says_who_and_keeps_unknown_unknown(ledger: Ledger) -> None:
    counted, money, _ = list_figures(ledger, FigureFilter(report="early"))
    assert (counted.value, counted.source, counted.cue, counted.best) == ("≥ 61", "The mayor", "said", None)
    assert (money.value, money.source, money.low) == ("2,000,000 USD", None, 2000000)


def test_a_report_is_found_by_id_start_of_id_address_and_words(ledger: Ledger) -> None:
    wanted = made_reading(made_page("early.txt", published="2016-01")).report.id
    asked = (wanted, wanted[:9], wanted[2:9], "early.txt", "https://example.org/early", "example early")
    assert {find_report(ledger, words).report_id for words in asked} == {wanted}


def test_words_that_fit_several_or_none_are_told_so(ledger: Ledger) -> None:
    with pytest.raises(UnknownReport, match=r"(?s)several.*late\.txt"):
        find_report(ledger, "txt")
    with pytest.raises(UnknownReport, match="no report"):
        find_report(ledger, "nowhere")


def test_reports_are_listed_without_the_restricted(ledger: Ledger) -> None:
    assert [row.address for row in list_reports(ledger)] == ["early.txt", "late.txt", "undated.txt"]
    assert len(list(list_reports(ledger, include_restricted=True))) == 4
