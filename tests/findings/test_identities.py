"""Speakers joined across reports: only who is certainly one, and whatever their order."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.findings import compare_speakers, join_speakers, suggest_speakers
from reportedly.findings.blocking import block_keys
from reportedly.terms import Pins, Speaker


def person(
    number: int, name: str | None, role: str | None = None, country: str | None = None, body: str | None = None
) -> Speaker:
    return Speaker(
        id=f"s:{number:02}", name=name, role=role, organisation=body, country=country, kind="person",
        named=name is not None,
    )  # fmt: skip


SUTOPO = (
    person(1, "Sutopo Purwo Nugroho", "spokesman", "IDN", "BNPB"),
    person(2, "Sutopo Purwonugroho", None, "IDN", "BNPB"),
    person(3, "Sutopo Nugroho", "spokesman", "IDN", "BNPB"),
)


def test_spellings_and_shorter_forms_of_one_speaker_are_one_identity() -> None:
    assert set(join_speakers(SUTOPO, Pins()).values()) == {"i:01"}


TRANSLITERATED = [
    ("Ramazon Rahimzoda", "Ramazon Rakhimzoda"),
    ("Muammar Qaddafi", "Muammar Gadhafi"),
    ("Yevgeny Prigozhin", "Evgenii Prigojin"),
    ("Владимир Колокольцев", "Vladimir Kolokoltsev"),
    ("Sooronbay Jeenbekov", "Sooronbai Zheenbekov"),
]


@pytest.mark.parametrize(("one", "other"), TRANSLITERATED)
def test_spellings_of_another_script_are_found_by_their_keys_and_joined(one: str, other: str) -> None:
    pair = person(1, one, "minister", "TJK"), person(2, other, "minister", "TJK")
    assert block_keys(pair[0]) & block_keys(pair[1])
    assert len(set(join_speakers(pair, Pins()).values())) == 1


def test_a_family_name_joins_neither_of_two_who_bear_it() -> None:
    two = person(1, "Ana Silva", "mayor", "BRA"), person(2, "Eva Silva", "mayor", "BRA")
    assert len(set(join_speakers([*two, person(3, "Silva", "mayor", "BRA")], Pins()).values())) == 3


def test_a_name_without_office_joins_neither_of_two_in_other_offices() -> None:
    two = person(1, "John Smith", "mayor"), person(2, "John Smith", "footballer")
    keys = join_speakers([*two, person(3, "John Smith")], Pins())
    assert keys["s:01"] != keys["s:02"]
    assert keys["s:03"] not in (keys["s:01"], keys["s:02"])


def test_two_of_one_name_and_other_countries_are_kept_apart_by_whoever_stands_between() -> None:
    two = person(1, "John Smith", "mayor", "USA"), person(2, "John Smith", "mayor", "GBR")
    keys = join_speakers([*two, person(3, "John Smith", "mayor")], Pins())
    assert keys["s:01"] != keys["s:02"]


def test_unnamed_speakers_stay_alone_however_alike() -> None:
    unnamed = [person(number, None, "official", "TJK") for number in range(3)]
    assert len(set(join_speakers(unnamed, Pins()).values())) == 3


def test_what_a_person_pinned_wins() -> None:
    apart = Pins(speakers_parted=frozenset({("s:03", "s:01")}))
    keys = join_speakers(SUTOPO, apart)
    assert keys["s:01"] != keys["s:03"]
    strangers = person(1, "Ana Silva"), person(2, "Tom Barry"), person(3, None, "mayor")
    together = Pins(speakers_joined=frozenset({("s:01", "s:02"), ("s:03", "s:02")}))
    assert set(join_speakers(strangers, together).values()) == {"i:01"}


def test_two_alike_in_every_field_can_be_parted() -> None:
    twins = person(1, "John Smith", "mayor", "USA"), person(2, "John Smith", "mayor", "USA")
    assert len(set(join_speakers(twins, Pins()).values())) == 1
    assert len(set(join_speakers(twins, Pins(speakers_parted=frozenset({("s:01", "s:02")}))).values())) == 2


def test_pins_of_speakers_that_are_not_there_change_nothing() -> None:
    pins = Pins(speakers_joined=frozenset({("s:77", "s:01")}), speakers_parted=frozenset({("s:02", "s:88")}))
    assert set(join_speakers(SUTOPO, pins).values()) == {"i:01"}


def test_uncertain_pairs_are_suggested_once_with_the_reason() -> None:
    pair = person(1, "Sutopo Purwo Nugroho"), person(2, "Sutopo Nugroho")
    (suggestion,) = suggest_speakers(pair, Pins())
    assert (suggestion.speaker, suggestion.other) == ("s:01", "s:02")
    assert suggestion.reason == "one name is a shorter form of the other, nothing else in common"
    assert suggest_speakers(pair, Pins(speakers_parted=frozenset({("s:02", "s:01")}))) == ()
    assert suggest_speakers(pair, Pins(speakers_joined=frozenset({("s:02", "s:01")}))) == ()


_NAMES = (
    "Ana Silva",
    "Eva Silva",
    "Silva",
    "A. Silva",
    "Ana Maria Silva",
    "Anna Silva",
    "Tom Barry",
    "BNPB",
    None,
)
_SPEAKERS = st.lists(
    st.builds(
        person,
        st.integers(0, 30),
        st.sampled_from(_NAMES),
        st.sampled_from((None, "mayor", "spokesman")),
        st.sampled_from((None, "BRA", "IDN")),
        st.sampled_from((None, "City Hall")),
    ),
    max_size=12,
    unique_by=lambda speaker: speaker.id,
)
_PAIRS = st.frozensets(st.tuples(*[st.integers(0, 30).map(lambda n: f"s:{n:02}")] * 2), max_size=2)


@given(_SPEAKERS, st.builds(Pins, speakers_joined=_PAIRS, speakers_parted=_PAIRS), st.randoms())
def test_any_order_of_the_speakers_gives_the_same(
    speakers: list[Speaker], pins: Pins, chance: random.Random
) -> None:
    shuffled = chance.sample(speakers, len(speakers))
    assert join_speakers(speakers, pins) == join_speakers(shuffled, pins)
    assert suggest_speakers(speakers, pins) == suggest_speakers(shuffled, pins)


@given(_SPEAKERS)
def test_no_two_who_are_certainly_different_are_joined(speakers: list[Speaker]) -> None:
    keys = join_speakers(speakers, Pins())
    for one, other in product(speakers, speakers):
        if one.id != other.id and keys[one.id] == keys[other.id]:
            assert compare_speakers(one, other).verdict != "different"


@given(_SPEAKERS)
def test_whoever_may_be_one_shares_a_key(speakers: list[Speaker]) -> None:
    for one, other in product(speakers, speakers):
        if compare_speakers(one, other).verdict == "same":
            assert block_keys(one) & block_keys(other)
