"""A cue left without source takes its verb's subject, on hand-made parses."""

from reportedly.claims.attribution import Attribution
from reportedly.claims.sources import complete_sources, name_start
from tests.claims.parses import parsed


def test_the_subject_with_its_words_is_taken_and_the_apposition_is_not() -> None:
    tokens, syntax = parsed(
        "The/DET/2/det colonel/NOUN/8/nsubj ,/PUNCT/5/punct a/DET/5/det pilot/NOUN/2/appos ,/PUNCT/5/punct "
        "had/AUX/8/aux confirmed/VERB/0/root it/PRON/8/obj"
    )
    found = Attribution((6, 8), None, ((8, 9),))
    (mended,) = complete_sources(tokens, syntax, [found], [])
    assert mended.source == (0, 2)


def test_a_subject_inside_a_tagged_source_takes_the_whole_of_it() -> None:
    tokens, syntax = parsed("Ana/PROPN/3/nsubj Silva/PROPN/1/flat said/VERB/0/root no/DET/3/obj")
    (mended,) = complete_sources(tokens, syntax, [Attribution((2, 3), None, ((3, 4),))], [(0, 0, 2)])
    assert mended.source == (0, 2)


def test_a_subject_that_names_nobody_or_lies_in_the_content_is_not_taken() -> None:
    tokens, syntax = parsed("it/PRON/2/nsubj seems/VERB/0/root fine/ADJ/2/xcomp")
    (empty,) = complete_sources(tokens, syntax, [Attribution((1, 2), None, ((2, 3),))], [])
    assert empty.source is None
    tokens, syntax = parsed("rain/NOUN/2/nsubj expected/VERB/0/root soon/ADV/2/advmod")
    (inside,) = complete_sources(tokens, syntax, [Attribution((1, 2), None, ((0, 1),))], [])
    assert inside.source is None


def test_a_source_that_was_found_stays() -> None:
    tokens, syntax = parsed("he/PRON/2/nsubj said/VERB/0/root so/ADV/2/advmod")
    found = Attribution((1, 2), (2, 3), ((2, 3),))
    assert complete_sources(tokens, syntax, [found], []) == [found]


def test_a_phrase_that_begins_inside_a_name_begins_with_the_name() -> None:
    # parts of a name that are tied to each other only: "Tri-County officials"
    tokens, syntax = parsed("Ada/PROPN/2/compound Falls/PROPN/1/flat officials/NOUN/4/nsubj left/VERB/0/root")
    assert name_start(tokens, syntax, 2) == 0
    # a name that hangs from the verb is where, and not who
    tokens, syntax = parsed("In/ADP/2/case Kabul/PROPN/4/obl officials/NOUN/4/nsubj left/VERB/0/root")
    assert name_start(tokens, syntax, 2) == 2
