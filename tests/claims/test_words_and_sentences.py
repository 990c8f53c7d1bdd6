"""Words and sentences keep their places, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.sentences import QUOTED, sentence_spans, split_tokens, tokens_of
from reportedly.claims.words import find_words

WORDS = [
    # clitics are words of their own, as in the treebanks
    ("The minister's men didn't go.", ["The", "minister", "'s", "men", "did", "n't", "go", "."]),
    # typographic apostrophes too
    ("It’s theirs, she’d say.", ["It", "’s", "theirs", ",", "she", "’d", "say", "."]),
    # abbreviations keep their stop
    ("U.S. troops met Mr. Tan at 5 p.m.", ["U.S.", "troops", "met", "Mr.", "Tan", "at", "5", "p.m."]),
    # hyphens part words, numbers keep separators
    ("a 1,000-strong force", ["a", "1,000", "-", "strong", "force"]),
    # digits and letters part, ordinals and decades do not
    ("1.2m on the 2nd in the 1990s", ["1.2", "m", "on", "the", "2nd", "in", "the", "1990s"]),
    # names with an apostrophe inside
    ("O'Brien left", ["O'Brien", "left"]),
    # money signs stand alone
    ("US$5 or £3", ["US", "$", "5", "or", "£", "3"]),
    # addresses are one word
    ("see https://example.org/a?b=1 now", ["see", "https://example.org/a?b=1", "now"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_cut_as_in_universal_dependencies(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in find_words(text)] == expected


@given(st.text())
def test_words_cover_all_but_white_space(text: str) -> None:
    rest = list(text)
    before = 0
    for a, b in find_words(text):
        assert before <= a < b
        before = b
        rest[a:b] = " " * (b - a)
    assert not "".join(rest).strip()


@given(st.text(max_size=300))
def test_sentences_stand_in_order_and_lose_no_word(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_sentences_do_not_end_at_titles_and_abbreviations() -> None:
    text = "Gov. Ana Silva met U.S. officials. They spoke for an hour."
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == [
        "Gov. Ana Silva met U.S. officials.",
        "They spoke for an hour.",
    ]


def test_words_inside_quotation_marks_are_flagged_and_a_paragraph_starts_anew() -> None:
    text = 'He said "it was\nno drill" today'
    tokens = split_tokens(text, [(0, 15), (16, 31)])
    quoted = [tokens.word(i) for i in range(len(tokens)) if tokens.shapes[i] & QUOTED]
    # the second paragraph's mark opens there: an unclosed quotation does not run on for ever
    assert quoted == ['"', "it", "was", '"', "today"]


def test_ready_made_words_are_joined_by_spaces() -> None:
    tokens = tokens_of([(0, ["It", "rained", "."]), (1, ["Then", "it", "stopped"])])
    assert tokens.text == "It rained . Then it stopped"
    assert tokens.sentences == [0, 0, 0, 1, 1, 1]
    assert [tokens.word(i) for i in range(6)] == ["It", "rained", ".", "Then", "it", "stopped"]


@pytest.mark.parametrize("words", ["12, ", "12 ", "on Monday ", "killed ", "12-", "a"])
def test_a_list_without_end_is_cut_between_words(words: str) -> None:
    text = (words * (20_000 // len(words))).strip()
    places = sentence_spans(text, 0, len(text))
    assert "".join(text[a:b] for a, b in places).replace(" ", "") == text.replace(" ", "")
    assert words == "a" or max(b - a for a, b in places) <= 2_000
    assert all(not (text[a - 1].isalnum() and text[a].isalnum()) for a, _ in places if a)
