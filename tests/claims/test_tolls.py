"""Verbs that state a count: "police put the missing at 99" is a claim, "rain put the town at risk" is none."""

import pytest

from reportedly.claims.attribution import Attribution
from reportedly.claims.tolls import add_tolls
from tests.claims.parses import parsed

STATED = [
    # put … at
    ("Police/NOUN/2/nsubj put/VERB/0/root the/DET/4/det missing/NOUN/2/obj at/ADP/6/case 99/NUM/2/obl "
     "./PUNCT/2/punct",
     (0, 1), (1, 2), (2, 6)),
    # raised … to, with a compound subject
    ("City/NOUN/2/compound officials/NOUN/3/nsubj raised/VERB/0/root the/DET/5/det toll/NOUN/3/obj to/ADP/7/case "
     "11/NUM/3/obl ./PUNCT/3/punct", (0, 2), (2, 3), (3, 7)),
    # gave … as
    ("Spokesman/NOUN/3/nsubj Bello/PROPN/1/flat gave/VERB/0/root the/DET/5/det toll/NOUN/3/obj as/ADP/7/case "
     "2,010/NUM/3/obl ./PUNCT/3/punct", (0, 2), (2, 3), (3, 7)),
]  # fmt: skip

NOT_STATED = [
    # what happened counts nobody
    "It/PRON/2/nsubj raised/VERB/0/root the/DET/4/det toll/NOUN/2/obj to/ADP/6/case 11/NUM/2/obl",
    # bodies found are no source
    "Two/NUM/2/nummod bodies/NOUN/3/nsubj raised/VERB/0/root the/DET/5/det toll/NOUN/3/obj to/ADP/7/case "
    "11/NUM/3/obl",
    # no count is the object
    "Police/NOUN/2/nsubj put/VERB/0/root the/DET/4/det men/NOUN/2/obj in/ADP/6/case cells/NOUN/2/obl",
    # a count without a number states none
    "Police/NOUN/2/nsubj raised/VERB/0/root the/DET/4/det toll/NOUN/2/obj again/ADV/2/advmod",
]


@pytest.mark.parametrize(("rows", "source", "cue", "content"), STATED)
def test_a_verb_with_a_count_as_its_object_attributes(
    rows: str, source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]
) -> None:
    tokens, syntax = parsed(rows)
    (found,) = add_tolls(tokens, syntax, [])
    assert (found.source, found.cue, found.contents) == (source, cue, (content,))


@pytest.mark.parametrize("rows", NOT_STATED)
def test_other_objects_and_subjects_do_not(rows: str) -> None:
    tokens, syntax = parsed(rows)
    assert add_tolls(tokens, syntax, []) == []


def test_words_of_another_attribution_are_left_to_it() -> None:
    tokens, syntax = parsed(STATED[0][0])
    held = Attribution((1, 2), (0, 1), ((2, 6),))
    assert add_tolls(tokens, syntax, [held]) == [held]
