"""What is counted and what happened, through the model: one row a construction, our own sentences."""

from functools import cache

import pytest

from reportedly.claims import Reader
from reportedly.reports import read_report
from reportedly.terms import Figure, Given, Page, Report, sha256_hex

#: sentence, the figure's words, unit as written or None, supplied, event type or None
ROWS: list[tuple[str, str, str | None, bool, str | None]] = [
    # subject of a passive
    ("At least 40 villagers were killed in the landslide.", "At least 40", "villagers", False, "killed"),
    # object of an active verb
    ("The blast wounded 17 shopkeepers.", "17", "shopkeepers", False, "injured"),
    # the event is in the noun itself
    ("The ministry recorded 12 deaths.", "12", "deaths", False, "killed"),
    # the event is in a participle after the noun
    ("Rescuers listed 30 miners trapped below ground.", "30", "miners", False, "trapped"),
    # a vague number with "of"
    ("Dozens of families fled the valley overnight.", "Dozens", "families", False, "fled"),
    # coordination: each verb keeps its own number, the unit is lent
    ("The storm killed 9 people and injured 31.", "31", "people", True, "injured"),
    # states that stand for people
    ("The crash left 11 dead and 25 injured, leaving many people in shock.", "25", "people", True, "injured"),
    # a part of the whole shares its event
    ("Shelling killed 20 people, including 6 children.", "6", "children", False, "killed"),
    # the toll as holder of the number
    ("The death toll rose to 98 on Friday.", "98", None, False, "killed"),
    # homes are destroyed, not killed
    ("Floodwater destroyed 300 homes along the river.", "300", "homes", False, "destroyed"),
    # phrases of several words
    ("Some 4,000 households were without power.", "Some 4,000", "households", False, "without_services"),
    ("Officials said 14 hikers remained unaccounted for.", "14", "hikers", False, "missing"),
    # where it happened is not what happened
    ("He was arrested in seven towns.", "seven", "towns", False, None),
    # a number tied by a hyphen counts nothing that anything happened to
    ("Fire gutted the 22-storey tower.", "22", "storey", False, None),
    # arrests, releases, pledges
    ("Police arrested 45 protesters.", "45", "protesters", False, "arrested"),
    ("The group released 3 hostages on Sunday.", "3", "hostages", False, "released"),
    ("Donors pledged $2 million for tents.", "$2 million", None, False, "pledged"),
    # displacement
    ("About 1,200 residents were evacuated from the island.", "About 1,200", "residents", False, "evacuated"),
    ("More than 70,000 people have been displaced.", "More than 70,000", "people", False, "displaced"),
]  # fmt: skip


@cache
def _reader() -> Reader:
    return Reader.load()


def _figures(text: str) -> tuple[Figure, ...]:
    body = text.encode()
    page = Page(
        address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report).figures


@pytest.mark.parametrize(("text", "exact", "unit", "supplied", "event"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_a_figure_has_its_unit_and_event(
    text: str, exact: str, unit: str | None, supplied: bool, event: str | None
) -> None:
    (figure,) = [f for f in _figures(text) if f.exact == exact]
    assert (figure.unit.exact if figure.unit else None) == unit
    assert (figure.unit.supplied if figure.unit else False) == supplied
    assert (figure.event.type if figure.event else None) == event


def test_a_trigger_of_doubt_is_kept_as_modality() -> None:
    (figure,) = _figures("Up to 2,000 people are feared dead.")
    assert figure.event is not None
    assert (figure.event.type, figure.event.modality) == ("killed", "feared")


def test_an_event_that_did_not_happen_is_negated() -> None:
    (figure,) = _figures("Three passengers were not injured.")
    assert figure.event is not None and figure.event.negated
