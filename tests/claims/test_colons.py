"""Lines that attribute by a colon: headlines of a source and what it says."""

import pytest

from reportedly.claims.attribution import Attribution
from reportedly.claims.colons import add_colons
from reportedly.claims.sentences import tokens_of
from reportedly.claims.syntax import Syntax, link_children

_POS = {"Police": "PROPN", "dam": "NOUN", "holds": "VERB", "said": "VERB", "killed": "VERB"}


def found(*paragraphs: str, given: tuple[Attribution, ...] = ()) -> list[Attribution]:
    """Attributions of paragraphs of ready-made words, each one sentence."""
    tokens = tokens_of([(n, words.split()) for n, words in enumerate(paragraphs)])
    words = [word for paragraph in paragraphs for word in paragraph.split()]
    heads = [-1] * len(words)
    syntax = Syntax([_POS.get(w, "NOUN") for w in words], heads, ["root"] * len(words), link_children(heads))
    return add_colons(tokens, syntax, given, ())


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Police : 12 dead in the flood", (0, 1), (2, 7)),  # a body that can speak
        ("The mayor of Manado : the dam holds", (0, 4), (5, 8)),
        ("Ministry : 12 dead , 3 missing .", (0, 1), (2, 7)),  # without the full stop
    ],
)
def test_a_line_of_a_source_and_a_colon_is_a_claim(
    line: str, source: tuple[int, int], content: tuple[int, int]
) -> None:
    (made,) = found(line)
    assert (made.source, made.contents) == (source, (content,))


@pytest.mark.parametrize(
    "line",
    [
        "Injured : 12 in the hospital",  # a label, nobody who speaks
        "Police said this : 12 are dead now",  # a sentence before the colon
        "Police : yes",  # says nothing of its own
        "The spokesman of the regional police of the northern province : 12 are dead",  # too far
    ],
)
def test_other_colons_are_none(line: str) -> None:
    assert found(line) == []


def test_a_claim_of_elsewhere_loses_what_it_took_of_the_line() -> None:
    other = Attribution((9, 10), None, ((2, 6), (7, 9)))
    kept, made = sorted(
        found("Police : 12 dead in Manado", "Dozens trapped were reported", given=(other,)), key=len_of
    )
    assert kept.contents == ((7, 9),)
    assert made.contents == ((2, 6),)


def len_of(each: Attribution) -> int:
    return -each.cue[0]


def test_a_line_that_the_tagger_has_already_is_left_alone() -> None:
    own = Attribution((1, 2), (0, 1), ((2, 6),))
    assert found("Police : 12 dead in Manado", given=(own,)) == [own]
