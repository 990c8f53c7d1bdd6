"""Answer keys of MUC-4: how they are read, and what readings get for them. The keys here are made up."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evaluation import muc4
from evaluation.muc4_keys import (
    Amount,
    Days,
    Incident,
    Target,
    header_date,
    load_incidents,
    load_messages,
    read_amount,
    read_days,
)
from evaluation.texts import Text
from reportedly.terms import Event, Figure, Reading, TimeExpression
from tests.evaluation.made_readings import Fields, reading_of_figures

KEY = """
;;; a note of the annotators
0.  MESSAGE: ID                     TST9-MUC9-0001 (SOMEBODY)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  (03 FEB 90) / (- 05 FEB 90)
3.  INCIDENT: LOCATION              PERU: JUNIN (DEPARTMENT): SATIPO (CITY) - PANGOA (TOWN)
4.  INCIDENT: TYPE                  ATTACK
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED / POSSIBLE: "THE \\"RED\\" ARMY" /
                                     "RED ARMY"
18. HUM TGT: NAME                   -
21. HUM TGT: NUMBER                 12 / 10-: "PEASANTS" / "MEN FROM
                                    SATIPO"
                                    ? ~40: "WOMEN"
                                    1: "MAYOR"
                                    PLURAL: "OTHERS"
                                    1 / 6-8: "GUARDS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "PEASANTS"
                                    INJURY / NO DEATH: "WOMEN"
                                    DEATH: "MAYOR"
0.  MESSAGE: ID                     TST9-MUC9-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""
MESSAGES = """TST9-MUC9-0001

   LIMA, 5 FEB 90 (DPA) -- [TEXT] TWELVE PEASANTS DIED.

TST9-MUC9-0002

   CLANDESTINE, NO DATE -- [TEXT] NOTHING.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "tst9"
    folder.mkdir()
    (folder / "key-tst9.v1").write_text(KEY, encoding="utf-8")
    (folder / "tst9-muc9").write_text(MESSAGES, encoding="utf-8")
    return tmp_path


def test_a_template_is_read_as_an_incident(home: Path) -> None:
    (incident,) = load_incidents(home / "tst9")
    assert (incident.message, incident.kind) == ("TST9-MUC9-0001", "ATTACK")
    assert incident.days == (Days(date(1990, 2, 3), date(1990, 2, 3)), Days(None, date(1990, 2, 5)))
    assert (incident.countries, incident.places) == ({"PER"}, ("JUNIN", "SATIPO", "PANGOA"))
    (confidence,) = incident.confidences
    assert confidence.values == {"CLAIMED OR ADMITTED", "POSSIBLE"}
    assert confidence.names == ('THE \\"RED\\" ARMY', "RED ARMY")
    assert incident.targets == (
        Target(
            amounts=(Amount("exact", 12), Amount("at_least", 10)),
            effects=frozenset({"DEATH"}),
            words=("PEASANTS", "MEN FROM SATIPO"),
        ),
        Target(amounts=(Amount("about", 40),), effects=frozenset({"INJURY", "NO DEATH"}), words=("WOMEN",)),
    )


def test_messages_are_cut_apart_and_dated(home: Path) -> None:
    first, second = load_messages(home / "tst9")
    assert (first.name, first.published) == ("TST9-MUC9-0001", "1990-02-05")
    assert first.body == "LIMA, 5 FEB 90 (DPA) -- [TEXT] TWELVE PEASANTS DIED.\n"
    assert (second.name, second.published) == ("TST9-MUC9-0002", None)


def test_only_texts_with_an_incident_are_read(home: Path) -> None:
    texts, incidents = muc4.texts_and_incidents(home, ["tst9"])
    assert [text.name for text in texts] == [incident.message for incident in incidents] == ["TST9-MUC9-0001"]


AMOUNTS = [
    # (written, read): what it protects
    ("6", Amount("exact", 6)),
    ("-15", Amount("at_most", 15)),
    ("- 15", Amount("at_most", 15)),
    ("7 -", Amount("at_least", 7)),
    ("~1000", Amount("about", 1000)),
    ("5-8", Amount("range", 5, 8)),
    ("1,500", Amount("exact", 1500)),
    ("PLURAL", None),
    ("-", None),
    ("6 OR SO", None),
]


@pytest.mark.parametrize(("written", "amount"), AMOUNTS)
def test_amounts_of_keys(written: str, amount: Amount | None) -> None:
    assert read_amount(written) == amount


def test_a_date_that_does_not_exist_or_lacks_its_year_is_none() -> None:
    assert not list(read_days("31 FEB 90")) and not list(read_days("11 NOV")) and not list(read_days("-"))
    assert header_date("LIMA, 25 JAN (NA) -- [TEXT] X") is None


# what readings get

TEXT = Text("a", "AT LEAST 12 PEASANTS DIED AND 12 CARS BURNED; 40 LEFT.", "1990-02-05")
DEAD = Fields(span=(0, 11), stated=12, low=12, bound="at_least", unit="peasants", event_type="killed")
CARS = Fields(span=(30, 32), stated=12, low=12, best=12, high=12, unit="cars", event_type="destroyed")
LEFT = Fields(span=(46, 48), stated=40, low=40, best=40, high=40, event_type="fled")
PEASANTS = Target(amounts=(Amount("at_least", 12),), effects=frozenset({"DEATH"}), words=("PEASANTS",))
INCIDENT = Incident(
    message="a",
    kind="ATTACK",
    days=(Days(date(1990, 2, 3), date(1990, 2, 4)),),
    countries=frozenset({"PER"}),
    places=("LA MERCED",),
    confidences=(),
    targets=(PEASANTS,),
)


def placed(held: Fields, *, name: str = "Merced", iso3: str | None = "PER") -> Reading:
    """A reading of one figure with one place."""
    reading = reading_of_figures(TEXT, [replace(held, places=(name,))])
    figure = reading.figures[0]
    places = tuple(replace(place, iso3=iso3) for place in figure.places)
    return replace(reading, figures=(replace(figure, places=places),))


def score(reading: Reading, incident: Incident = INCIDENT) -> Counter[str]:
    return Counter(muc4.score_incidents([incident], {"a": reading}).counts)


def test_an_incident_told_in_full_gets_full_marks() -> None:
    outcome = muc4.score_incidents([INCIDENT], {"a": placed(replace(DEAD, occurred="1990-02-03"))})
    assert not outcome.slips
    told = {name for name in outcome.shares if outcome.counts[f"{name}_of"]} - {"times_date"}
    shares = {name: outcome.shares[name] for name in told}
    assert set(shares.values()) == {100.0}
    assert {"numbers", "effect", "date", "country", "place", "own_date", "own_country", "own_place"} <= set(shares)


WRONG = [
    # (the reading's figure, its place, country, the check that fails)
    (replace(DEAD, event_type="injured"), "Merced", "PER", "effect"),
    (replace(DEAD, event_type=None), "Merced", "PER", "effect"),
    (replace(DEAD, occurred=None), "Merced", "PER", "own_date"),
    (replace(DEAD, occurred="1990-02"), "Merced", "PER", "own_date"),  # holds the day but does not say it
    (replace(DEAD, occurred="1990-02-05"), "Merced", "PER", "own_date"),
    (DEAD, "Merced", "COL", "own_country"),
    (DEAD, "Merced", None, "own_country"),
    (DEAD, "Lima", "PER", "own_place"),
]


@pytest.mark.parametrize(("held", "name", "iso3", "share"), WRONG)
def test_a_wrong_field_costs_its_own_check(held: Fields, name: str, iso3: str | None, share: str) -> None:
    if share != "own_date":
        held = replace(held, occurred="1990-02-04")
    outcome = muc4.score_incidents([INCIDENT], {"a": placed(held, name=name, iso3=iso3)})
    assert [slip.kind for slip in outcome.slips] == [share]


def test_a_number_is_found_by_its_value_as_a_count() -> None:
    assert score(reading_of_figures(TEXT, [replace(DEAD, measure="age")]))["numbers"] == 0
    assert score(reading_of_figures(TEXT, [LEFT]))["numbers"] == 0
    assert score(reading_of_figures(TEXT, [LEFT, CARS]))["numbers"] == 1  # the value is there, and counts


def test_the_figure_counted_in_the_targets_words_is_the_targets() -> None:
    both = reading_of_figures(TEXT, [CARS, DEAD]).figures
    assert [f.unit and f.unit.exact for f in muc4.figures_of(PEASANTS, both)] == ["peasants"]
    assert len(muc4.figures_of(replace(PEASANTS, words=("SOLDIERS",)), both)) == 2


def test_a_range_needs_both_ends() -> None:
    between = replace(PEASANTS, amounts=(Amount("range", 5, 8),))
    span = replace(DEAD, stated=None, low=5, high=8, bound="range")
    assert muc4.figures_of(between, reading_of_figures(TEXT, [span]).figures)
    assert not muc4.figures_of(between, reading_of_figures(TEXT, [replace(span, low=6)]).figures)


def figure_of(kind: str | None, *, negated: bool = False, lemma: str = "x") -> Figure:
    figure = reading_of_figures(TEXT, [DEAD]).figures[0]
    assert figure.event
    event = Event(
        exact=figure.event.exact, spans=figure.event.spans, lemma=lemma, type=kind or "", negated=negated
    )
    return replace(figure, event=event if kind else None)


EFFECTS = [
    # (effects of the key, event type, negated, right): what it protects
    ({"DEATH"}, "killed", False, True),
    ({"DEATH"}, "executed", False, True),
    ({"DEATH"}, "killed", True, False),
    ({"DEATH"}, "attacked", False, False),
    ({"INJURY"}, "hospitalised", False, True),
    ({"DEATH", "INJURY"}, "injured", False, True),  # one of several
    ({"NO INJURY OR DEATH"}, "killed", True, True),  # "no one was killed"
    ({"NO INJURY OR DEATH"}, "killed", False, False),
    ({"NO INJURY"}, "attacked", False, True),
    ({"REGAINED FREEDOM"}, "released", False, True),
    ({"REGAINED FREEDOM"}, "abducted", False, False),
    (set(), "abducted", False, True),  # no effect in the key: nothing happened to their bodies
    (set(), None, False, True),
    (set(), "killed", False, False),
    ({"RESIGNATION"}, "other", False, True),
]


@pytest.mark.parametrize(("effects", "kind", "negated", "right"), EFFECTS)
def test_effects_map_to_event_types(effects: set[str], kind: str | None, negated: bool, right: bool) -> None:
    assert muc4.effect_right(figure_of(kind, negated=negated), effects) is right


def test_a_threat_is_no_harm_yet() -> None:
    event = figure_of("killed").event
    assert event is not None
    threatened = replace(figure_of("killed"), event=replace(event, modality="planned"))
    assert muc4.effect_right(threatened, set())


def test_an_escape_regains_freedom() -> None:
    assert muc4.effect_right(figure_of("other", lemma="escape"), {"REGAINED FREEDOM"})


DATES = [
    # (EDTF, first, last, right): what it protects
    ("1990-02-03", date(1990, 2, 3), date(1990, 2, 3), True),
    ("1990-02-03T10:00:00", date(1990, 2, 3), date(1990, 2, 3), True),
    ("1990-02-03/1990-02-04", date(1990, 2, 3), date(1990, 2, 5), True),
    ("1990-02-03/1990-02-06", date(1990, 2, 3), date(1990, 2, 5), False),
    ("../1990-02-03", date(1990, 2, 3), date(1990, 2, 5), False),  # an open end says no day
    ("XXXX-02-03", date(1990, 2, 3), date(1990, 2, 3), False),
    (None, date(1990, 2, 3), date(1990, 2, 3), False),
    ("1989-12-20", None, date(1990, 2, 5), True),  # on or before, within two months
    ("1989-11-20", None, date(1990, 2, 5), False),
]


@pytest.mark.parametrize(("edtf", "first", "last", "right"), DATES)
def test_dates_lie_within_the_days_of_the_key(
    edtf: str | None, first: date | None, last: date, right: bool
) -> None:
    assert muc4.date_right(edtf, Days(first, last)) is right


def test_an_open_date_is_counted_apart() -> None:
    reading = placed(replace(DEAD, occurred="1990-02-01"))
    counts = score(reading, replace(INCIDENT, days=(Days(None, date(1990, 2, 5)),)))
    assert (counts["date_open"], counts["date_open_of"], counts["own_date_open"]) == (1, 1, 1)
    assert counts["date_of"] == counts["times_date_of"] == 0


def test_times_of_the_report_are_counted_apart() -> None:
    reading = placed(DEAD)
    day = TimeExpression(exact="12", spans=((9, 11),), kind="date", edtf="1990-02-03")
    counts = score(replace(reading, times=(day,)))
    assert (counts["times_date"], counts["date"], counts["date_of"]) == (1, 0, 1)


def test_places_agree_whatever_their_case_and_kind() -> None:
    figure = reading_of_figures(TEXT, [replace(DEAD, places=("the city of San Martín",))]).figures[0]
    assert muc4.place_right(figure, ["SAN MARTIN"]) and not muc4.place_right(figure, ["SAN JUAN"])
    named = replace(figure, places=tuple(replace(place, name="Ica") for place in figure.places))
    assert muc4.place_right(named, ["ICA"])


def test_an_incident_without_a_reading_is_missed() -> None:
    outcome = muc4.score_incidents([INCIDENT], {})
    assert [slip.kind for slip in outcome.slips] == ["missed"]
    assert (outcome.counts["numbers_of"], outcome.counts["country_of"], outcome.counts["times_date_of"]) == (
        1,
        0,
        1,
    )


def test_any_figure_reaches_the_incident_but_not_its_number() -> None:
    reading = reading_of_figures(TEXT, [DEAD, replace(LEFT, places=("Merced",))])
    dead, left = reading.figures
    left = replace(left, places=tuple(replace(place, iso3="PER") for place in left.places))
    counts = score(replace(reading, figures=(dead, left)))
    assert (counts["country"], counts["own_country"], counts["own_country_of"]) == (1, 0, 1)
    assert (counts["place"], counts["own_place"]) == (1, 0)
