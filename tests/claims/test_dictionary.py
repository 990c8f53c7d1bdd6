"""The dictionary of lemmas: searched in place, and the same as what its library says."""

import pytest

from reportedly.claims.dictionary import Dictionary, all_lemmas, lemmas_of, load_dictionary

LINES = b"Bush,noun,Bush\nfell,noun,fell\nfell,verb,fall/fell\nfelt,verb,feel\nmight,modal,may\n"


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("fell", {"NOUN": ("fell",), "VERB": ("fall", "fell")}),  # all lines of a word, in their order
        ("felt", {"VERB": ("feel",)}),  # a word that begins like the one before
        ("might", {"AUX": ("may",)}),  # the part of speech by its usual name
        ("fel", {}),  # the beginning of a word is none
        ("a", {}),  # before nearly all lines
        ("zebra", {}),  # behind all lines
        ("", {}),  # no word at all
        ("fell,noun", {}),  # a comma of the word is none of the line's
    ],
)
def test_a_word_is_found_with_all_its_lemmas(word: str, lemmas: dict[str, tuple[str, ...]]) -> None:
    assert Dictionary(LINES).lemmas(word) == lemmas


def test_the_last_line_may_lack_its_end() -> None:
    assert Dictionary(LINES.rstrip(b"\n")).lemmas("might") == {"AUX": ("may",)}


def test_overrides_go_before_the_lines() -> None:
    found = Dictionary(LINES, "# a note\n\nfelt,VERB,felt\nfelt,NOUN,felt\n").lemmas("felt")
    assert found == {"VERB": ("felt",), "NOUN": ("felt",)}


def test_the_installed_dictionary_is_read_in_place() -> None:
    assert load_dictionary() is not None, "the library keeps its dictionary elsewhere: reading gets slow to start"


def test_lemmas_are_those_of_the_library() -> None:
    from lemminflect import getAllLemmas, getLemma

    words = (
        "left wounded people others troops police leaves houses data media killed dead lay lying women oxen "
        "'d ca n't all another better worst zygotes blorgs rahimzoda's 1,000 2,500th co-operated état"
    ).split()
    for word in words:
        assert all_lemmas(word) == getAllLemmas(word), word
        for part in ("NOUN", "VERB", "AUX", "ADJ", "ADV"):
            assert lemmas_of(word, part) == getLemma(word, part), (word, part)
