"""One value for a series, by a rule that is named beside it."""

from reportedly.findings.resolution import RULES, Resolved, Rule, resolve_series
from reportedly.findings.values import VAGUE_READINGS, VagueReading
from reportedly.terms import number_words

__all__ = ["RULES", "VAGUE_READINGS", "Resolved", "Rule", "VagueReading", "resolve_series", "resolved_words"]


def resolved_words(found: Resolved) -> str:
    """The value in words, with the names of how it was made.

    >>> resolved_words(Resolved(low=61, best=None, high=None, rule="as-stated", vague="none", used=("f:1",),
    ...     left_out=()))
    'at least 61 by the rule as-stated, vague words: none; rests on 1 figure, leaves out 0'
    """
    counts = f"rests on {len(found.used)} figure{'s' * (len(found.used) != 1)}, leaves out {len(found.left_out)}"
    return f"{_value(found)} by the rule {found.rule}, vague words: {found.vague}; {counts}"


def _value(found: Resolved) -> str:
    low, best, high = (number_words(number) for number in (found.low, found.best, found.high))
    if not (low or best or high):
        return "no value"
    if low == best == high:
        return best
    if best:
        return f"{best} ({low}–{high})" if low and high else f"about {best}"
    if low and high:
        return f"{low}–{high}"
    return f"at least {low}" if low else f"up to {high}"
