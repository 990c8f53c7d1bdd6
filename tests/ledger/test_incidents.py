"""Incidents that people make, and values that they code."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import BadJudgement, UnknownTarget
from reportedly.ledger import append_reading, open_ledger, start_run
from reportedly.ledger.connect import Ledger
from reportedly.ledger.incidents import (
    assign,
    close_incident,
    code_value,
    coded_values,
    create_incident,
    find_incident,
    list_incidents,
    unassign,
)
from reportedly.ledger.judgements import Signed
from reportedly.ledger.review import reject, undo
from reportedly.terms.judgement import Coded
from tests.ledger.made import made_page, made_reading

ME = Signed("A. Coder", "as the codebook says")
READ = made_reading(made_page())
ONE, TWO, THREE = (figure.id for figure in READ.figures)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one report and an incident."""
    with open_ledger(tmp_path / "l.sqlite", create=True) as opened:
        append_reading(opened, made_page(), READ, start_run(opened, READ.produced))
        create_incident(opened, "The flood of June", ME)
        yield opened


def test_an_incident_takes_figures_and_gives_them_back(ledger: Ledger) -> None:
    assert len(assign(ledger, "The flood of June", [ONE, TWO], ME)) == 2
    assert assign(ledger, "flood", [ONE], ME) == ()  # is there already
    assert find_incident(ledger, "flood").figures == (ONE, TWO)
    unassign(ledger, "flood", [ONE], ME)
    assert find_incident(ledger, "flood").figures == (TWO,)
    with pytest.raises(BadJudgement, match="not assigned"):
        unassign(ledger, "flood", [TWO, ONE], ME)
    assert find_incident(ledger, "flood").figures == (TWO,)  # all of them or none
    reject(ledger, THREE, ME)
    with pytest.raises(BadJudgement, match="rejected"):
        assign(ledger, "flood", [THREE], ME)


def test_a_closed_incident_takes_nothing_until_that_is_undone(ledger: Ledger) -> None:
    closed = close_incident(ledger, "flood", ME)
    assert list_incidents(ledger)[0].closed == closed.when
    with pytest.raises(BadJudgement, match="was closed"):
        assign(ledger, "flood", [ONE], ME)
    undo(ledger, closed.id, ME)
    assert assign(ledger, "flood", [ONE], ME)


def test_an_incident_answers_to_its_id_and_to_words_of_its_name(ledger: Ledger) -> None:
    made = create_incident(ledger, "The flood of July", ME)
    assert find_incident(ledger, made.target).name == "The flood of July"
    assert find_incident(ledger, "july").id == made.target
    with pytest.raises(UnknownTarget, match="several"):
        find_incident(ledger, "flood")
    with pytest.raises(UnknownTarget, match="no incident"):
        find_incident(ledger, "fire")
    with pytest.raises(BadJudgement, match="already"):
        create_incident(ledger, "The flood of  July", ME)


def test_making_an_incident_is_undone_like_anything_else(ledger: Ledger) -> None:
    made = create_incident(ledger, "A slip", ME)
    undo(ledger, made.id, ME)
    assert [each.name for each in list_incidents(ledger)] == ["The flood of June"]
    again = create_incident(ledger, "A slip", ME)
    assert again.target != made.target


def test_a_coded_value_is_signed_with_its_reason_and_what_was_left_out(ledger: Ledger) -> None:
    coded = Coded(low=None, best=14, high=None, left_out=(TWO, "the bridge, counted elsewhere"), rests_on=(ONE,))
    made = code_value(ledger, "flood", coded, ME)
    assert coded_values(ledger) == (made,)
    assert (made.who, made.why, made.coded) == ("A. Coder", "as the codebook says", replace(coded, rests_on=()))
    assert find_incident(ledger, "flood").coded == made.id
    later = code_value(ledger, "flood", Coded(low=13, best=15, high=16), ME)
    assert find_incident(ledger, "flood").coded == later.id
    undo(ledger, later.id, ME)
    assert find_incident(ledger, "flood").coded == made.id
    with pytest.raises(BadJudgement, match="needs its reason"):
        code_value(ledger, "flood", coded, Signed("A. Coder"))


@pytest.mark.parametrize("bounds", [(None, None, None), (5, 4, None), (None, 5, 4)])
def test_a_coded_value_has_bounds_in_order(bounds: tuple[int | None, ...]) -> None:
    low, best, high = bounds
    with pytest.raises(ValueError, match="bounds in order"):
        Coded(low=low, best=best, high=high)
