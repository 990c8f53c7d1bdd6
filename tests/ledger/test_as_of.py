"""The ledger as it stood, by each of its three clocks."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import UnknownReport
from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    Ledger,
    append,
    append_reading,
    find_report,
    list_claims,
    list_figures,
    list_reports,
    load_reading,
    load_told,
    open_ledger,
    start_run,
)
from reportedly.terms import AsOf, Moment, Page, Produced, Reading
from tests.ledger.made import NEWER, PRODUCED, made_page, made_reading

COUNTS = FigureFilter(measures=("count",))


@pytest.fixture
def ledger(place: Path | str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """Four reports, one of them read again by a newer version: the clock of the ledger is set by hand."""
    with open_ledger(place, create=True) as opened:
        for page, at, produced in (
            (made_page("early.txt", published="2016-01-24"), "2016-03-01T10:00:00.000Z", PRODUCED),
            (made_page("late.txt", published="2016-01-26T09:00:00+01:00"), "2016-03-01T10:00:01.500Z", PRODUCED),
            (made_page("undated.txt"), "2016-03-01T10:00:02.000Z", PRODUCED),
            (
                made_page("hidden.txt", published="2016-01-24", restricted=True),
                "2016-03-01T11:00:00.000Z",
                PRODUCED,
            ),
            (made_page("early.txt", published="2016-01-24"), "2016-03-02T10:00:00.000Z", NEWER),
        ):
            _append(opened, page, at, produced, monkeypatch)
        yield opened


def _append(ledger: Ledger, page: Page, at: str, produced: Produced, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(append, "now", lambda: at)
    append_reading(ledger, page, _said_the_day_before(made_reading(page, produced)), start_run(ledger, produced))


def _said_the_day_before(reading: Reading) -> Reading:
    """The late report quotes what was said on the 24th; its own figures are of its own day."""
    if reading.report.address != "late.txt":
        return reading
    claim = reading.claims[0]
    said = Moment(exact="said", spans=((10, 14),), edtf="2016-01-24", basis="written")
    return dataclasses.replace(reading, claims=(dataclasses.replace(claim, said=said, via="c:gone"),))


@pytest.mark.parametrize(
    ("as_of", "addresses"),
    [
        (None, ["early.txt", "late.txt", "undated.txt"]),
        (AsOf(time="2016-01-23"), []),
        (AsOf(time="2016-01-24"), ["early.txt"]),
        (AsOf(time="2016-01-26T08:30Z"), ["early.txt", "late.txt"]),
        (AsOf(time="2016-01-26T08:30+01:00"), ["early.txt"]),
        # what has no date had not surely come
        (AsOf(time="2030"), ["early.txt", "late.txt"]),
        # said the day before it was printed
        (AsOf(time="2016-01-24", clock="said"), ["early.txt", "late.txt"]),
        (AsOf(time="2016-01-23", clock="said"), []),
        (AsOf(time="2016-03-01T10:00:01Z", clock="recorded"), ["early.txt", "late.txt"]),
        (AsOf(time="2016-03-01T10:00:00Z", clock="recorded"), ["early.txt"]),
        (AsOf(time="2016-03-01T10:00:02+00:00", clock="recorded"), ["early.txt", "late.txt", "undated.txt"]),
        (AsOf(time="2016-02", clock="recorded"), []),
    ],
)
def test_figures_and_claims_are_those_that_had_come(
    ledger: Ledger, as_of: AsOf | None, addresses: list[str]
) -> None:
    assert [row.address for row in list_figures(ledger, COUNTS, as_of)] == addresses
    assert [row.address for row in list_claims(ledger, ClaimFilter(), as_of)] == addresses
    assert {each.reading.report.address for each in _told(ledger, as_of) if not each.restricted} == set(addresses)


def _told(ledger: Ledger, as_of: AsOf | None):  # type: ignore[no-untyped-def]
    ids = [row.report_id for row in list_reports(ledger, include_restricted=True)]
    told = list(load_told(ledger, ids, as_of))
    assert [name for name in ids if name in {each.reading.report.id for each in told}] == [
        each.reading.report.id for each in told
    ]
    return told


def test_by_what_was_said_a_report_has_only_what_had_been_said(ledger: Ledger) -> None:
    late = find_report(ledger, "late.txt").report_id
    reading = load_reading(ledger, late, AsOf(time="2016-01-24", clock="said"))
    assert [figure.measure for figure in reading.figures] == ["count"]  # the money is the report's own, of its day
    assert reading.claims[0].via is None  # it pointed at nothing that is left
    whole = load_reading(ledger, late, AsOf(time="2016-01-26", clock="said"))
    assert (len(whole.figures), whole.claims[0].via) == (3, "c:gone")
    with pytest.raises(UnknownReport, match="2016-01-23"):
        load_reading(ledger, late, AsOf(time="2016-01-23", clock="said"))


def test_by_the_clock_of_the_ledger_the_reading_of_that_time_holds(ledger: Ledger) -> None:
    early = find_report(ledger, "early.txt").report_id
    for time, produced in (("2016-03-02T09:59Z", PRODUCED), ("2016-03-02T10:00Z", NEWER)):
        as_of = AsOf(time=time, clock="recorded")
        assert load_reading(ledger, early, as_of).produced == produced
        assert [each.reading.produced for each in load_told(ledger, [early], as_of)] == [produced]


def test_a_restricted_report_is_restricted_at_any_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    page = made_page("early.txt", published="2016-01-24", restricted=True)
    _append(ledger, page, "2016-03-03T10:00:00.000Z", NEWER, monkeypatch)
    before = AsOf(time="2016-03-01T10:00:00Z", clock="recorded")
    assert [row.address for row in list_figures(ledger, COUNTS, before)] == []
    open_to_all = dataclasses.replace(COUNTS, include_restricted=True)
    assert [row.address for row in list_figures(ledger, open_to_all, before)] == ["early.txt"]
    assert [
        each.restricted for each in load_told(ledger, [find_report(ledger, "early.txt").report_id], before)
    ] == [True]


def test_a_clock_that_steps_back_loses_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    page = made_page("early.txt", published="2016-01-25")
    _append(ledger, page, "2016-02-01T00:00:00.000Z", NEWER, monkeypatch)  # the clock was a month ahead before
    early = find_report(ledger, "early.txt").report_id
    assert load_reading(ledger, early).report.published == "2016-01-25"
    before = AsOf(time="2016-02-02", clock="recorded")
    assert load_reading(ledger, early, before).report.published == "2016-01-25"


def test_a_limit_counts_what_had_come(ledger: Ledger) -> None:
    wanted = dataclasses.replace(COUNTS, limit=1, report="late")
    assert [row.address for row in list_figures(ledger, wanted, AsOf(time="2016-01-26"))] == ["late.txt"]
