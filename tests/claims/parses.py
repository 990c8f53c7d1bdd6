"""Hand-made parses: one word a cell, ``form/pos/head/relation``; heads count from 1, 0 is the root."""

from reportedly.claims.sentences import Tokens, tokens_of
from reportedly.claims.syntax import Syntax, link_children


def parsed(rows: str) -> tuple[Tokens, Syntax]:
    """One sentence of ready-made words with its parse."""
    cells = [row.split("/") for row in rows.split()]
    heads = [int(c[2]) - 1 for c in cells]
    tokens = tokens_of([(0, [c[0] for c in cells])])
    return tokens, Syntax([c[1] for c in cells], heads, [c[3] for c in cells], link_children(heads))
