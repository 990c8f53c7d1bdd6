"""Contents that were tagged too short go on where marks and the order of words say so."""

import pytest

from reportedly.claims.attribution import Attribution
from reportedly.claims.contents import complete_contents
from reportedly.claims.sentences import tokens_of

CASES = [
    # up to the comma before the source
    ("The toll now stands at 12 , police said .", Attribution((8, 9), (7, 8), ((0, 4),)), ((0, 6),)),
    # after the colon too
    ("All are named , police said : 97 found there .", Attribution((5, 6), (4, 5), ((0, 3),)), ((0, 3), (7, 10))),
    # source and cue between commas behind words that say nothing by themselves
    (
        "Besides those , said Ann Lee , the list has 4 names .",
        Attribution((3, 4), (4, 6), ((0, 2),)),
        ((0, 2), (7, 12)),
    ),
    ("In all , police said , 12 had died .", Attribution((4, 5), (3, 4), ((0, 2),)), ((0, 2), (6, 9))),
    # a list of counts to its end
    ("She counts 12 hurt , 3 missing and 4 dead .", Attribution((1, 2), (0, 1), ((2, 5),)), ((2, 10),)),
]


@pytest.mark.parametrize(("words", "found", "contents"), CASES)
def test_a_content_that_breaks_off_is_made_whole(
    words: str, found: Attribution, contents: tuple[tuple[int, int], ...]
) -> None:
    (whole,) = complete_contents(tokens_of([(0, words.split())]), [found])
    assert whole.contents == contents


HEADLINES = [
    # the first sentence attributes itself and not the headline above it
    ("Flood kills 14", "At least 14 died , police said .", ((0, 3), (3, 7)), ((3, 7),)),
    # nor a headline that does not stand right before its words
    ("Flood kills 14", "On Monday at least 14 died , police said .", ((0, 3), (5, 9)), ((5, 9),)),
    # a quotation may run on over paragraphs
    ("“ We found 14", "“ They died at night , police said .", ((0, 4), (4, 9)), ((0, 4), (4, 9))),
]


@pytest.mark.parametrize(("above", "words", "given", "kept"), HEADLINES)
def test_a_headline_is_no_content_of_the_sentence_below_it(
    above: str, words: str, given: tuple[tuple[int, int], ...], kept: tuple[tuple[int, int], ...]
) -> None:
    said = len(above.split()) + words.split().index("said")
    tokens = tokens_of([(0, above.split()), (1, words.split())])
    (found,) = complete_contents(tokens, [Attribution((said, said + 1), (said - 1, said), given)])
    assert found.contents == kept


def test_a_plain_sentence_before_first_words_is_not_said_with_them() -> None:
    tokens = tokens_of(
        [(0, "The rest are missing .".split()), (0, "Besides those , Lee said , 4 are hurt .".split())]
    )
    (found,) = complete_contents(tokens, [Attribution((9, 10), (8, 9), ((0, 4), (5, 7)))])
    assert found.contents == ((5, 7), (11, 14))


BACKGROUND = [
    # what "as" opens behind source and cue is told by the report
    ("Ten died , police said , as crews dug on .", ((0, 2), (6, 9)), ((0, 2),)),
    ("Ten died , police said , as crews dug on .", ((0, 2), (7, 9)), ((0, 2),)),
    # where nothing was said before, it is what they said
    ("Police said , as crews dug on , ten died .", ((3, 7), (8, 10)), ((3, 7), (8, 10))),
    # and so are words in quotation marks
    ("“ Ten died ” , police said , “ as we dug on ” .", ((0, 4), (8, 14)), ((0, 4), (8, 14))),
]


@pytest.mark.parametrize(("words", "given", "kept"), BACKGROUND)
def test_what_goes_on_with_as_is_told_by_the_report(
    words: str, given: tuple[tuple[int, int], ...], kept: tuple[tuple[int, int], ...]
) -> None:
    said = words.split().index("said")
    (found,) = complete_contents(
        tokens_of([(0, words.split())]), [Attribution((said, said + 1), (said - 1, said), given)]
    )
    assert found.contents == kept


KEPT = [
    # a sentence that goes on behind source and cue is another one
    ("The roof fell , police said , and 12 died .", Attribution((5, 6), (4, 5), ((0, 3),))),
    # a content that is whole
    ("The toll is 12 , police said .", Attribution((6, 7), (5, 6), ((0, 4),))),
    # a colon of another clause
    ("Police said so , but listed : 97 found .", Attribution((1, 2), (0, 1), ((2, 3),))),
    # a list of things that are not counted
    ("She saw 12 men , women and boats .", Attribution((1, 2), (0, 1), ((2, 4),))),
]


@pytest.mark.parametrize(("words", "found"), KEPT)
def test_other_contents_stay_as_they_are(words: str, found: Attribution) -> None:
    assert complete_contents(tokens_of([(0, words.split())]), [found]) == [found]


def test_words_of_another_attribution_are_not_taken() -> None:
    tokens = tokens_of([(0, "It rose , he hinted at 12 , police said .".split())])
    one, two = Attribution((9, 10), (8, 9), ((0, 2),)), Attribution((4, 5), (3, 4), ((5, 7),))
    assert complete_contents(tokens, [one, two]) == [one, two]
