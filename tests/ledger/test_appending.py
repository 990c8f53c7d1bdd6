"""Appending: once, whole or not at all, the older reading kept."""

import pytest

from reportedly.ledger import (
    FigureFilter,
    Ledger,
    append_reading,
    append_skip,
    counts,
    find_latest,
    finish_run,
    known_report_ids,
    list_figures,
    load_reading,
    start_run,
)
from reportedly.ledger import append as appending
from reportedly.terms import Skipped
from tests.ledger.made import NEWER, PRODUCED, made_page, made_reading


def _append(ledger: Ledger, page, produced=PRODUCED) -> bool:
    return append_reading(ledger, page, made_reading(page, produced), start_run(ledger, produced))


def test_the_same_reading_is_kept_once(ledger: Ledger) -> None:
    page = made_page()
    assert _append(ledger, page)
    assert not _append(ledger, page)
    assert (counts(ledger).reports, counts(ledger).claims, counts(ledger).figures) == (1, 1, 3)


def test_another_model_supersedes_and_the_older_reading_stays(ledger: Ledger) -> None:
    page = made_page()
    _append(ledger, page)
    assert _append(ledger, page, NEWER)
    assert counts(ledger).figures == 3
    assert load_reading(ledger, made_reading(page).report.id).produced == NEWER
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM readings").scalar() == 2
        assert connection.exec_driver_sql("SELECT count(*) FROM texts").scalar() == 1


def test_what_the_user_says_anew_makes_a_new_reading(ledger: Ledger) -> None:
    _append(ledger, made_page(published="2016-01-25"))
    assert _append(ledger, made_page(published="2016-01-26"))
    assert next(list_figures(ledger, FigureFilter())).published == "2016-01-26"
    # and back again: the newest word counts, though it was said before
    assert _append(ledger, made_page(published="2016-01-25"))
    assert next(list_figures(ledger, FigureFilter())).published == "2016-01-25"


def test_the_same_text_of_two_addresses_is_two_reports_and_one_text(ledger: Ledger) -> None:
    _append(ledger, made_page("a.txt"))
    _append(ledger, made_page("b.txt"))
    assert counts(ledger).reports == 2
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM texts").scalar() == 1


def test_a_report_broken_off_in_the_middle_leaves_nothing(ledger: Ledger, monkeypatch) -> None:
    def fail(figure):
        raise KeyboardInterrupt

    page = made_page()
    run = start_run(ledger, PRODUCED)
    monkeypatch.setattr(appending, "figure_row", fail)
    with pytest.raises(KeyboardInterrupt):
        append_reading(ledger, page, made_reading(page), run)
    monkeypatch.undo()
    assert counts(ledger).reports == 0
    with ledger.reading() as connection:
        for table in ("pages", "texts", "readings", "claims", "figures"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    assert append_reading(ledger, page, made_reading(page), run)


def test_a_restricted_report_stays_restricted(ledger: Ledger) -> None:
    _append(ledger, made_page(restricted=True))
    _append(ledger, made_page(restricted=False), NEWER)
    assert list(list_figures(ledger, FigureFilter())) == []
    assert len(list(list_figures(ledger, FigureFilter(include_restricted=True)))) == 3


def test_a_skip_is_kept_once_and_counted_until_the_input_is_read(ledger: Ledger) -> None:
    run = start_run(ledger, PRODUCED)
    skipped = Skipped(address="a.txt", reason="input.missing", detail="not there")
    assert append_skip(ledger, skipped, run)
    assert not append_skip(ledger, skipped, run)
    assert counts(ledger).skips == 1
    _append(ledger, made_page("a.txt"))
    assert counts(ledger).skips == 0


def test_a_run_has_its_times_in_utc(ledger: Ledger) -> None:
    run = start_run(ledger, PRODUCED)
    started, finished = _times(ledger)
    assert started.endswith("Z")
    assert finished is None
    finish_run(ledger, run)
    assert str(_times(ledger)[1]) >= started


def test_the_latest_reading_says_what_the_user_had_said(ledger: Ledger) -> None:
    page = made_page(published="2016-01-26")
    _append(ledger, page)
    latest = find_latest(ledger, made_reading(page).report.id)
    assert latest is not None
    assert (latest.given, latest.produced) == (page.given, PRODUCED)
    assert known_report_ids(ledger, PRODUCED) == {made_reading(page).report.id}
    assert known_report_ids(ledger, NEWER) == set()


def _times(ledger: Ledger) -> tuple[str, str | None]:
    with ledger.reading() as connection:
        started, finished = connection.exec_driver_sql("SELECT started_at, finished_at FROM runs").one()
    return started, finished
