"""Sources that close a sentence and were taken into its content, on hand-made parses."""

import pytest

from reportedly.claims.attribution import Attribution
from reportedly.claims.closing import add_closing_sources
from tests.claims.parses import parsed

DIED = "Ten/NUM/2/nsubj died/VERB/0/root ,/PUNCT/2/punct "
AGENCY = "the/DET/5/det agency/NOUN/9/nsubj in/ADP/7/case Libya/PROPN/5/nmod "

CASES = [
    # the whole of "the agency in Libya", whether one content or two
    (
        DIED + AGENCY + "said/VERB/2/parataxis ./PUNCT/2/punct",
        Attribution((7, 8), None, ((0, 7),)),
        (3, 7),
        ((0, 2),),
    ),
    (
        DIED + AGENCY + "said/VERB/2/parataxis ./PUNCT/2/punct",
        Attribution((7, 8), None, ((0, 2), (3, 7))),
        (3, 7),
        ((0, 2),),
    ),
    # with the name that follows it
    (
        DIED
        + AGENCY
        + ",/PUNCT/9/punct Lanzer/PROPN/5/appos ,/PUNCT/9/punct said/VERB/2/parataxis ./PUNCT/2/punct",
        Attribution((10, 11), (8, 10), ((0, 7),)),
        (3, 10),
        ((0, 2),),
    ),
    # a place is nobody, and a clause no source
    (
        "Ten/NUM/2/nsubj died/VERB/0/root ,/PUNCT/2/punct in/ADP/5/case Libya/PROPN/2/obl said/VERB/2/parataxis",
        Attribution((5, 6), None, ((0, 5),)),
        None,
        ((0, 5),),
    ),
    (
        DIED + "officials/NOUN/5/nsubj left/VERB/2/conj ,/PUNCT/2/punct Lee/PROPN/8/nsubj said/VERB/2/parataxis",
        Attribution((7, 8), (6, 7), ((0, 5),)),
        (6, 7),
        ((0, 5),),
    ),
    # where the sentence goes on, the source may, too
    (
        DIED + AGENCY + "said/VERB/2/parataxis on/ADP/10/case Friday/PROPN/8/obl",
        Attribution((7, 8), None, ((0, 7),)),
        None,
        ((0, 7),),
    ),
]


@pytest.mark.parametrize(("rows", "found", "source", "contents"), CASES)
def test_a_source_before_a_closing_cue_is_no_content(
    rows: str, found: Attribution, source: tuple[int, int] | None, contents: tuple[tuple[int, int], ...]
) -> None:
    tokens, syntax = parsed(rows)
    (whole,) = add_closing_sources(tokens, syntax, [found], [])
    assert (whole.source, whole.contents) == (source, contents)
