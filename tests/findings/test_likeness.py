"""Speakers of two reports: one, perhaps one, or two. Each row says what it protects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.findings import compare_speakers
from reportedly.findings.spelling import folded_words, sound_key, spelt_alike
from reportedly.terms import Speaker
from reportedly.terms.reading import SpeakerKind


def person(
    name: str | None, role: str | None = None, country: str | None = None, body: str | None = None
) -> Speaker:
    return Speaker(
        id=f"s:{name}-{role}",
        name=name,
        role=role,
        organisation=body,
        country=country,
        kind="person",
        named=name is not None,
    )


def other(kind: SpeakerKind, name: str | None, country: str | None = None, role: str | None = None) -> Speaker:
    return Speaker(id=f"s:{name}-{kind}", name=name, role=role, country=country, kind=kind, named=name is not None)


PAIRS = [
    # spelling of another script, confirmed by country and role
    (
        person("Ramazon Rahimzoda", "Interior Minister", "TJK"),
        person("Ramazon Rakhimzoda", "interior minister", "TJK"),
        "same",
    ),
    # the same spelling habits with nothing to confirm
    (person("Ramazon Rahimzoda"), person("Ramazon Rakhimzoda"), "perhaps"),
    # another script altogether
    (person("Владимир Путин", "president", "RUS"), person("Vladimir Putin", "President", "RUS"), "same"),
    # a name written in one word or two
    (person("Sutopo Purwo Nugroho", body="BNPB"), person("Sutopo Purwonugroho", body="BNPB"), "same"),
    # middle name left out, same office
    (person("Sutopo Purwo Nugroho", "spokesman"), person("Sutopo Nugroho", "spokesman"), "same"),
    # middle name left out, nothing in common
    (person("Sutopo Purwo Nugroho"), person("Sutopo Nugroho"), "perhaps"),
    # initials
    (person("R. Rahimzoda", "minister", "TJK"), person("Ramazon Rahimzoda", "interior minister", "TJK"), "same"),
    # family name alone: needs office and country
    (person("Rahimzoda", "minister", "TJK"), person("Ramazon Rahimzoda", "minister", "TJK"), "same"),
    (person("Rahimzoda", country="TJK"), person("Ramazon Rahimzoda", "minister", "TJK"), "perhaps"),
    # full name said alike, one report tells no role
    (person("Emomali Rahmon", "President", "TJK"), person("Emomali Rahmon"), "same"),
    # homonyms: another role, another country
    (person("John Smith", "mayor"), person("John Smith", "footballer"), "perhaps"),
    (person("John Smith", "mayor", "USA"), person("John Smith", "mayor", "GBR"), "perhaps"),
    # two of one family
    (person("Ana Silva"), person("Eva Silva"), "different"),
    # alike, but not one sound
    (person("Emomali Rahmon"), person("Emomali Rahimov"), "different"),
    # a person is no body
    (person("Taliban"), other("organisation", "Taliban"), "different"),
    # office without a name in one report: the holder may have changed
    (person(None, "interior minister", "TJK"), person("Ramazon Rahimzoda", "Interior Minister", "TJK"), "perhaps"),
    # unnamed, in no office
    (person(None, "witness", "TJK"), person(None, "witness", "TJK"), "different"),
    (other("group", None, role="Local residents"), other("group", None, role="Local residents"), "different"),
    # a body every state has
    (
        other("organisation", "Interior Ministry", "TJK"),
        other("organisation", "Interior Ministry", "UZB"),
        "different",
    ),
    (
        other("organisation", "Interior Ministry", "TJK"),
        other("organisation", "Ministry of the Interior"),
        "different",
    ),
    (other("organisation", "Health Ministry"), other("organisation", "Health Ministry"), "perhaps"),
    (other("organisation", "Health Ministry", "KEN"), other("organisation", "health ministry", "KEN"), "same"),
    # initials of a body
    (other("organisation", "World Health Organization"), other("organisation", "WHO"), "perhaps"),
    # outlets: article and kind may differ
    (other("outlet", "The Buffalo News"), other("organisation", "Buffalo News"), "same"),
    (other("outlet", "Asia-Plus", "TJK"), other("outlet", "Asia Plus"), "same"),
]


@pytest.mark.parametrize(("one", "two", "verdict"), PAIRS)
def test_two_speakers_are_judged_and_told_why(one: Speaker, two: Speaker, verdict: str) -> None:
    found = compare_speakers(one, two)
    assert found.verdict == verdict, found.reason
    assert found.reason


@pytest.mark.parametrize(("one", "two", "verdict"), PAIRS)
def test_the_order_of_the_two_does_not_matter(one: Speaker, two: Speaker, verdict: str) -> None:
    assert compare_speakers(two, one).verdict == verdict


SPELLINGS = [
    # Tajik and Persian h
    ("rahimzoda", "rakhimzoda", True),
    # Arabic q, g, gh
    ("qaddafi", "gadhafi", True),
    # Russian beginnings and endings
    ("yevgeny", "evgenii", True),
    ("sergey", "sergei", True),
    # Ukrainian against Russian is another name in letters
    ("oleksandr", "alexander", False),
    # short names one letter apart are two
    ("ali", "eli", False),
    ("kim", "kin", False),
]


@pytest.mark.parametrize(("one", "two", "alike"), SPELLINGS)
def test_spellings_of_one_sound_are_alike(one: str, two: str, alike: bool) -> None:
    assert spelt_alike(one, two) is alike
    assert spelt_alike(two, one) is alike


_WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéшمي' -", max_size=30)


@given(_WORDS, _WORDS)
def test_any_two_names_are_judged_alike_from_both_sides(one: str, two: str) -> None:
    a, b = person(one), person(two)
    assert compare_speakers(a, b) == compare_speakers(b, a)


@given(_WORDS)
def test_a_name_is_never_another_than_itself(name: str) -> None:
    if folded_words(name):
        assert compare_speakers(person(name), person(name)).verdict != "different"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_sound_key_is_plain_and_keeps_one_sound(word: str) -> None:
    assert sound_key(word) == sound_key(word)
    assert spelt_alike(word, word)
