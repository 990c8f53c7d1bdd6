"""What goes into a ledger comes out."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from reportedly.errors import UnknownReport
from reportedly.ledger import (
    FigureFilter,
    Ledger,
    append_reading,
    list_figures,
    load_reading,
    open_ledger,
    start_run,
)
from reportedly.terms import Page, Reading, reading_of, record_of
from tests.ledger.made import any_reading, made_page, made_reading


@given(any_reading())
@settings(max_examples=60, deadline=None)
def test_a_stored_reading_comes_back_equal(made: tuple[Page, Reading]) -> None:
    page, reading = made
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "l.sqlite", create=True) as ledger,
    ):
        run = start_run(ledger, reading.produced)
        assert append_reading(ledger, page, reading, run)
        assert load_reading(ledger, reading.report.id) == reading


@given(any_reading())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stored_reading_comes_back_equal_from_a_server(
    schema_on_server: Callable[[], str], made: tuple[Page, Reading]
) -> None:
    page, reading = made
    assume("\x00" not in reading.report.text)  # no report has it, and PostgreSQL no text with it
    with open_ledger(schema_on_server(), create=True) as ledger:
        assert append_reading(ledger, page, reading, start_run(ledger, reading.produced))
        assert load_reading(ledger, reading.report.id) == reading


@given(any_reading())
@settings(max_examples=60, deadline=None)
def test_a_record_reads_back_into_its_reading(made: tuple[Page, Reading]) -> None:
    _, reading = made
    assert reading_of(record_of(reading)) == reading


@pytest.mark.parametrize(
    "number",
    [
        10**15,  # whole and large: as it is
        2**63,  # beyond what the file's whole numbers hold
        10**400,  # beyond what its fractions hold
        0.1 + 0.2,  # no digit lost
    ],
)
def test_a_large_number_is_kept_exactly(ledger: Ledger, number: float) -> None:
    import dataclasses

    page = made_page()
    reading = made_reading(page)
    figure = dataclasses.replace(reading.figures[0], stated=number, low=number)
    reading = dataclasses.replace(reading, figures=(figure,))
    append_reading(ledger, page, reading, start_run(ledger, reading.produced))
    assert load_reading(ledger, reading.report.id).figures[0].low == number
    (row,) = list_figures(ledger, FigureFilter())
    assert (row.low == number, type(row.low)) == (number < 2**70, int if number in (10**15, 61) else float)


def test_half_a_surrogate_pair_in_a_headline_is_kept(ledger: Ledger) -> None:
    import dataclasses

    page = made_page()
    reading = made_reading(page)
    reading = dataclasses.replace(reading, report=dataclasses.replace(reading.report, headline="broken \ud83d"))
    append_reading(ledger, page, reading, start_run(ledger, reading.produced))
    assert load_reading(ledger, reading.report.id) == reading


def test_an_unknown_id_is_said_to_be_unknown(ledger: Ledger) -> None:
    with pytest.raises(UnknownReport):
        load_reading(ledger, "r:none")
