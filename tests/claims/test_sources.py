"""A cue left without source takes its verb's subject, on hand-made parses."""

from reportedly.claims.attribution import Attribution
from reportedly.claims.sentences import Tokens, tokens_of
from reportedly.claims.sources import complete_sources
from reportedly.claims.syntax import Syntax, link_children


def _parsed(rows: str) -> tuple[Tokens, Syntax]:
    cells = [row.split("/") for row in rows.split()]
    heads = [int(c[2]) - 1 for c in cells]
    tokens = tokens_of([(0, [c[0] for c in cells])])
    return tokens, Syntax([c[1] for c in cells], heads, [c[3] for c in cells], link_children(heads))


def test_the_subject_with_its_words_is_taken_and_the_apposition_is_not() -> None:
    tokens, syntax = _parsed(
        "The/DET/2/det colonel/NOUN/8/nsubj ,/PUNCT/5/punct a/DET/5/det pilot/NOUN/2/appos ,/PUNCT/5/punct "
        "had/AUX/8/aux confirmed/VERB/0/root it/PRON/8/obj"
    )
    found = Attribution((6, 8), None, ((8, 9),))
    (mended,) = complete_sources(tokens, syntax, [found], [])
    assert mended.source == (0, 2)


def test_a_subject_inside_a_tagged_source_takes_the_whole_of_it() -> None:
    tokens, syntax = _parsed("Ana/PROPN/3/nsubj Silva/PROPN/1/flat said/VERB/0/root no/DET/3/obj")
    (mended,) = complete_sources(tokens, syntax, [Attribution((2, 3), None, ((3, 4),))], [(0, 0, 2)])
    assert mended.source == (0, 2)


def test_a_subject_that_names_nobody_or_lies_in_the_content_is_not_taken() -> None:
    tokens, syntax = _parsed("it/PRON/2/nsubj seems/VERB/0/root fine/ADJ/2/xcomp")
    (empty,) = complete_sources(tokens, syntax, [Attribution((1, 2), None, ((2, 3),))], [])
    assert empty.source is None
    tokens, syntax = _parsed("rain/NOUN/2/nsubj expected/VERB/0/root soon/ADV/2/advmod")
    (inside,) = complete_sources(tokens, syntax, [Attribution((1, 2), None, ((0, 1),))], [])
    assert inside.source is None


def test_a_source_that_was_found_stays() -> None:
    tokens, syntax = _parsed("he/PRON/2/nsubj said/VERB/0/root so/ADV/2/advmod")
    found = Attribution((1, 2), (2, 3), ((2, 3),))
    assert complete_sources(tokens, syntax, [found], []) == [found]
