"""Times tied to what they date: when a claim was said, when what a figure counts happened or was counted."""

from collections.abc import Sequence

from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.times.occurred import date_figures
from reportedly.claims.times.placed import PlacedTimes
from reportedly.claims.times.said import date_claims
from reportedly.terms import Claim, Figure, TimeExpression


def tie_times(
    tokens: Tokens,
    syntax: Syntax,
    times: Sequence[TimeExpression],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    published: str | None,
) -> tuple[list[Claim], list[Figure]]:
    """The claims with ``said``, the figures with ``occurred`` and ``counted_as_of``.

    A date that hangs from a cue dates the saying and no event; claims come first for that reason.
    """
    if not len(tokens):
        return list(claims), list(figures)
    placed = PlacedTimes(tokens, syntax, times)
    dated = date_claims(placed, claims, published)
    return dated, date_figures(placed, figures, published)
