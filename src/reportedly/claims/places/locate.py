"""Places of a text: found, then told apart."""

from collections.abc import Sequence

from reportedly.claims.places.disambiguate import locate_mentions
from reportedly.claims.places.find import find_mentions
from reportedly.claims.places.gazetteer import Gazetteer, load_gazetteer
from reportedly.claims.places.mention import Located
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax


def find_places(
    tokens: Tokens,
    syntax: Syntax,
    names: Sequence[tuple[int, int, int]],
    gazetteer: Gazetteer | None = None,
) -> list[Located]:
    """Every place a text names, in order, with the place meant where that can be told.

    ``names`` are what the model saw: kind (0 person, 1 place, 2 organisation) and words, half-open.
    Without a gazetteer it is that of the package.
    """
    return locate_mentions(tokens, find_mentions(tokens, syntax, names, gazetteer or load_gazetteer()))
