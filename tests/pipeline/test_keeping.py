"""Into the ledger: once, on where it stopped, with what was said of a report before."""

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.ledger import FigureFilter, Ledger, counts, list_figures, open_ledger
from reportedly.pipeline.keeping import Kept, keep_pages
from reportedly.terms import Given, Page, Produced, Skipped
from tests.pipeline.fakes import PRODUCED, FakeReader, page_of
from tests.pipeline.test_reading import MIXED


@pytest.fixture
def ledger(tmp_path: Path):
    with open_ledger(tmp_path / "l.sqlite", create=True) as opened:
        yield opened


def _keep(
    ledger: Ledger, pages: list[Page | Skipped], reader: FakeReader | None = None, produced: Produced = PRODUCED
) -> list[Kept]:
    reader = reader or FakeReader(produced)
    return list(keep_pages(ledger, pages, load=lambda: reader, produced=lambda: produced))


def test_every_input_is_kept_or_skipped(ledger: Ledger) -> None:
    kept = _keep(ledger, MIXED)
    assert [k.outcome for k in kept] == ["kept", "skipped", "kept", "skipped", "kept"]
    held = counts(ledger)
    assert held.reports + held.skips == len(MIXED)
    assert (held.claims, held.figures) == (sum(k.claims for k in kept), sum(k.figures for k in kept)) == (3, 3)


def test_a_second_run_reads_nothing_again_and_changes_nothing(ledger: Ledger) -> None:
    pages = [page for page in MIXED if isinstance(page, Page) and page.address != "blank.txt"]
    _keep(ledger, pages)
    reader = FakeReader()
    with ledger.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM runs").scalar()
    assert [k.outcome for k in _keep(ledger, pages, reader)] == ["known"] * 3
    assert reader.asked == []
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM runs").scalar() == before


def test_known_reports_keep_their_place_in_the_order(ledger: Ledger) -> None:
    _keep(ledger, [MIXED[2]])
    assert [k.outcome for k in _keep(ledger, MIXED)] == ["kept", "skipped", "known", "skipped", "kept"]


def test_a_run_broken_off_goes_on_where_it_stopped(ledger: Ledger) -> None:
    pages = [page_of(f"{n}.txt", f"Police said {n} people died in the town by the river.") for n in range(6)]
    run = keep_pages(ledger, pages, load=FakeReader, produced=lambda: PRODUCED)
    for _ in range(3):
        next(run)
    run.close()
    assert counts(ledger).reports == 3
    reader = FakeReader()
    _keep(ledger, pages, reader)
    assert reader.asked == ["3.txt", "4.txt", "5.txt"]
    assert counts(ledger).reports == 6


def test_the_same_input_twice_in_a_run_is_kept_once(ledger: Ledger) -> None:
    assert [k.outcome for k in _keep(ledger, [MIXED[0], MIXED[0]])] == ["kept", "known"]


def test_a_newer_version_reads_again(ledger: Ledger) -> None:
    _keep(ledger, [MIXED[0]])
    newer = replace(PRODUCED, rules="sha256:newer")
    assert _keep(ledger, [MIXED[0]], produced=newer)[0].outcome == "kept"
    assert counts(ledger).reports == 1


def test_a_date_once_given_stays_until_another_is_given(ledger: Ledger) -> None:
    page = MIXED[0]
    assert isinstance(page, Page)
    _keep(ledger, [replace(page, given=Given(published="2016-01-26"))])
    assert _keep(ledger, [page])[0].outcome == "known"
    # read again by a newer version without the date: the date is still known
    _keep(ledger, [page], produced=replace(PRODUCED, rules="sha256:newer"))
    assert next(list_figures(ledger, FigureFilter())).published == "2016-01-26"


def test_a_restriction_is_not_lifted_by_leaving_it_out(ledger: Ledger) -> None:
    page = MIXED[0]
    assert isinstance(page, Page)
    _keep(ledger, [replace(page, given=Given(restricted=True))])
    _keep(ledger, [replace(page, given=Given(outlet="The Paper"))])
    assert list(list_figures(ledger, FigureFilter())) == []
