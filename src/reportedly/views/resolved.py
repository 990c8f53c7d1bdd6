"""One value for a series, by a rule that is named beside it."""

from reportedly.findings.resolution import RULES, Candidate, Resolved, Rule, resolve
from reportedly.findings.values import VAGUE_READINGS, VagueReading
from reportedly.terms import Figure, Point, Series, number_words

__all__ = ["RULES", "VAGUE_READINGS", "Resolved", "Rule", "VagueReading", "resolve_series", "resolved_words"]


def resolve_series(series: Series, rule: Rule = "as-stated", vague: VagueReading = "none") -> Resolved:
    """The value of a series by a rule; figures of copies count with the origin of what they copy."""
    return resolve([_candidate(point, place) for place, point in enumerate(series.points)], rule, vague)


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


def _candidate(point: Point, place: int) -> Candidate:
    figure = Figure(
        id=point.pointer.figure or point.pointer.report, exact=point.pointer.exact, spans=point.pointer.spans,
        stated=None, low=point.low, best=point.best, high=point.high, bound=point.bound, vague=point.vague,
        measure="count", confidence=1.0,
    )  # fmt: skip
    # points are in order of time; one without a moment is no newer than any other
    return Candidate(figure=figure, at="" if point.at is None else f"{place:09}", origin=point.origin)
