"""Whose names are held back, and how they are taken out of words."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.names import HELD_BACK, find_held_names, hold_back
from reportedly.ledger.names.finding import _patterns, public_words
from reportedly.ledger.names.roles import role_words
from reportedly.terms import Coverage, Reading, Report, Speaker, sha256_hex
from tests.ledger.made import PRODUCED


def reading_of(text: str, *speakers: Speaker) -> Reading:
    report = Report(
        id="r:x", address="x", url=None, outlet=None, headline=None, bylines=(), published=None,
        published_from=None, updated=None, language="en", retrieved_at=None, page_sha256="",
        text_sha256=sha256_hex(text), text=text, blocks=(),
    )  # fmt: skip
    coverage = Coverage(characters=len(text), read=len(text))
    return Reading(produced=PRODUCED, report=report, speakers=speakers, coverage=coverage)


def speaker(text: str, name: str, role: str | None = None, organisation: str | None = None) -> Speaker:
    at = text.index(name)
    return Speaker(
        id=f"s:{name}", name=name, role=role, organisation=organisation, kind="person", named=True,
        mentions=((at, at + len(name)),),
    )  # fmt: skip


def test_a_word_of_a_private_role_inside_an_office_hides_nobody() -> None:
    text = "Coast guard spokesman Adi Wira said so. Rina Holt, a guard, saw it."
    office = speaker(text, "Adi Wira", role="coast guard spokesman")
    assert names(text, office, speaker(text, "Rina Holt", role="a guard")) == ["Rina Holt"]


def names(text: str, *speakers: Speaker) -> list[str]:
    return [held.name for held in find_held_names(reading_of(text, *speakers))]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Amina Yusuf, 34, ran to the river.", ["Amina Yusuf"]),  # an age behind the name
        ("Amina Yusuf (34) ran to the river.", ["Amina Yusuf"]),
        ("Amina Yusuf, a 34-year-old nurse, ran.", ["Amina Yusuf"]),
        ("On Monday 34-year-old shop owner Amina Yusuf ran.", ["Amina Yusuf"]),
        ("She held her youngest son Omar by the hand.", ["Omar"]),  # family
        ("He waited at Omar’s grave.", ["Omar"]),
        ("Omar Said was killed on the bridge.", ["Omar Said"]),  # those it happened to
        ("Omar Said, who drove the bus, was badly injured.", ["Omar Said"]),
        ("The body of Omar Said was found.", ["Omar Said"]),
        ("Police identified the dead as follows. Identified as Omar Said, Li Wei and Eva Maria Cruz.",
         ["Eva Maria Cruz", "Li Wei", "Omar Said"]),  # a list of them
        ("Resident Omar Said saw it.", ["Omar Said"]),  # private people
        ("The Omar Said Bridge fell.", []),  # nothing tells that it is a person
        ("The governor was hurt. Governor Omar Said was injured.", []),  # a title before the name
        ("Omar Said, the governor, was injured.", []),  # an office behind it
        ("Omar Said, the governor’s driver, was injured.", ["Omar Said"]),  # near an office is none
        ("Governor Omar Said’s daughter Amina, 7, was injured.", ["Amina"]),  # a minor, whoever the parents
        ("Prince Omar, 12, was injured.", ["Prince Omar"]),  # a minor has no office
        ("In March, 34 people were killed.", []),  # a month is no name
        ("Monday, 12 houses fell.", []),
    ],
)  # fmt: skip
def test_names_of_victims_and_families_are_held_and_names_in_office_are_not(text: str, held: list[str]) -> None:
    assert names(text) == held


@pytest.mark.parametrize(
    ("role", "organisation", "held"),
    [
        ("Interior Minister", None, False),
        ("spokeswoman", "Red Cross", False),
        (None, "Ministry of Health", False),
        ("resident", None, True),
        ("widow of the mayor", None, True),  # who is of an office’s family is not in it
        ("student", "University of the North", True),
        (None, None, True),  # nothing explains why they are named
        ("baker", None, True),
    ],
)
def test_speakers_are_named_only_in_a_public_office(
    role: str | None, organisation: str | None, held: bool
) -> None:
    text = "Omar Said said nine houses burned."
    assert bool(names(text, speaker(text, "Omar Said", role, organisation))) is held


def test_a_title_that_the_reader_did_not_take_up_counts() -> None:
    text = "It was over, Col. Omar Said told reporters."
    assert names(text, speaker(text, "Omar Said")) == []


def test_a_family_name_shared_with_one_in_office_stays_in_their_name() -> None:
    text = "Omar Said was killed. Governor Ali Said said houses burned. Mr Omar had a shop."
    reading = reading_of(text, speaker(text, "Ali Said", "Governor"))
    shown = hold_back(text, [held.name for held in find_held_names(reading)], public_words(reading))
    assert shown == f"{HELD_BACK} was killed. Governor Ali Said said houses burned. Mr {HELD_BACK} had a shop."


def test_a_name_is_hidden_over_a_line_break_and_in_parts_and_not_inside_words() -> None:
    shown = hold_back("Amina\nYusuf saw Yusufzai. Yusuf’s shop. Ms Yusuf", ["Amina Yusuf"])
    assert shown == f"{HELD_BACK} saw Yusufzai. {HELD_BACK}’s shop. Ms {HELD_BACK}"
    assert hold_back(None, ["A B"]) is None and hold_back("A text", []) == "A text"


@given(st.lists(st.text("ABab é’-", min_size=1, max_size=12).filter(str.strip), max_size=4), st.text(max_size=60))
def test_no_full_name_is_left(held: list[str], around: str) -> None:
    for name in held:
        shown = hold_back(f"{around} {name} {around}", held) or ""
        assert not re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", shown) or not name.strip()


def test_every_pattern_finds_its_example_and_every_role_has_its_kind() -> None:
    lines = (files("reportedly.ledger") / "names" / "patterns.tsv").read_text("utf-8").splitlines()[1:]
    for (pattern, _), line in zip(_patterns(), lines, strict=True):
        assert pattern.search(line.split("\t")[2]), line
    assert set(role_words().values()) == {"office", "body", "private"}
    assert all(words == words.casefold() for words in role_words())
