"""How places are scored against a monitor's table."""

from evaluation.places import Placed, country_of_places, names_agree, place_agrees, score_places
from reportedly.terms import Place


def _place(exact: str, iso3: str | None, name: str | None = None) -> Place:
    return Place(exact=exact, spans=((0, len(exact)),), name=name or exact, iso3=iso3)


def test_the_country_is_that_of_the_first_place_that_has_one() -> None:
    assert country_of_places([_place("Xanqor", None), _place("Kenya", "KEN"), _place("Somalia", "SOM")]) == "KEN"
    assert country_of_places([]) is None


def test_names_agree_when_one_holds_the_other() -> None:
    assert names_agree("Nuristan", "the province of Nuristan") and names_agree("Côte-d'Or", "côte d or")
    assert not names_agree("", "Nuristan") and not names_agree("Kunar", "Nuristan")


def test_a_place_agrees_as_written_or_as_known() -> None:
    assert place_agrees(_place("Bombay", "IND", "Mumbai"), "Mumbai suburbs")


def test_an_excerpt_without_a_reading_or_a_quantity_counts_for_nothing() -> None:
    gold = [
        Placed("1", "text", None, "Palu", "IDN"),
        Placed("2", "text", 12.0, "Palu", "IDN"),
    ]
    outcome = score_places(gold, {})
    assert outcome.counts["excerpts"] == 0
