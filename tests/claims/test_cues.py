"""A cue ends before the phrase that says in what something was said."""

import pytest

from reportedly.claims.attribution import Attribution
from reportedly.claims.cues import trim_cues
from tests.claims.parses import parsed

ROWS = [
    # the medium is no part of the cue
    ("had/AUX/2/aux confirmed/VERB/0/root in/ADP/5/case a/DET/5/det letter/NOUN/2/obl", 2),
    # short phrases stay: cutting them gains nothing
    ("talked/VERB/0/root to/ADP/3/case me/PRON/1/obl", 3),
    # a cue that leads over to its content by a preposition stays whole
    ("responded/VERB/0/root with/ADP/3/case attacks/NOUN/1/obl on/ADP/1/case", 4),
    # the one spoken to as object stays
    ("told/VERB/0/root the/DET/3/det reporters/NOUN/1/obj", 3),
]


@pytest.mark.parametrize(("rows", "end"), ROWS)
def test_the_cue_ends_where_it_should(rows: str, end: int) -> None:
    tokens, syntax = parsed(rows)
    (trimmed,) = trim_cues(tokens, syntax, [Attribution((0, len(tokens)), None, ((0, 1),))])
    assert trimmed.cue == (0, end)
