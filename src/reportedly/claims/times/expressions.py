"""Every expression of time in a text, settled against the report's date."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.times.anchors import Anchors, anchor_of
from reportedly.claims.times.edtf import edtf_of
from reportedly.claims.times.found import FoundTime, Scene
from reportedly.claims.times.grammar import read_times
from reportedly.claims.times.joins import join_times
from reportedly.claims.times.letters import letters_of
from reportedly.claims.times.stretch import Stretch
from reportedly.claims.times.timex import timex_of
from reportedly.terms import Rejected, Span, TimeExpression, words_at
from reportedly.terms.edtf import is_edtf_value


def find_times(
    tokens: Tokens, syntax: Syntax, published: str | None, counted: Iterable[Span] = ()
) -> list[TimeExpression]:
    """The expressions of time of a text, in order, with their EDTF and TimeML values.

    ``published`` is the report's date (EDTF), by which relative words are settled; without it they keep
    what they can. ``counted`` are the half-open places of numbers that count something and so are no time.
    """
    anchors = Anchors(anchor_of(published))
    taken = _words_in(tokens, counted)
    times: list[TimeExpression] = []
    for first, stop in _sentence_words(tokens):
        letters = letters_of(tokens, syntax, first, stop, taken)
        if letters is None:
            anchors.begin_sentence()
            continue
        scene = Scene(tokens, syntax, letters, anchors)
        for found in join_times(list(read_times(scene)), scene):
            times.append(_expression(tokens, found))
        anchors.begin_sentence()
    return times


def _sentence_words(tokens: Tokens) -> list[tuple[int, int]]:
    if not len(tokens):
        return []
    bounds = [i for i in range(len(tokens)) if i == 0 or tokens.sentences[i] != tokens.sentences[i - 1]]
    return list(zip(bounds, [*bounds[1:], len(tokens)], strict=True))


def _words_in(tokens: Tokens, places: Iterable[Span]) -> set[int]:
    taken = set()
    for start, end in places:
        index = bisect_left(tokens.ends, start + 1)
        while index < len(tokens) and tokens.starts[index] < end:
            taken.add(index)
            index += 1
    return taken


def _expression(tokens: Tokens, found: FoundTime) -> TimeExpression:
    words = words_at(tokens.text, (tokens.starts[found.start], tokens.ends[found.stop - 1]))
    try:
        edtf = _edtf(found)
    except OverflowError:  # it reaches beyond the year 9999
        edtf = None
    timex = found.timex
    if timex is None and found.low is not None:
        timex = timex_of(found.low)
        if found.high is not None and found.kind != "duration" and found.low.clock != "NI":
            timex += f"/{timex_of(found.high)}"
    return TimeExpression(exact=words.exact, spans=words.spans, kind=found.kind, edtf=edtf, timex=timex)


def _edtf(found: FoundTime) -> str | None:
    """EDTF of an expression, None where it cannot be settled or would not be a value."""
    if found.low is None:
        return None
    value = edtf_of(found.low)
    if value is None:
        return None
    if found.high is not None:
        value = f"{_first(value)}/{_last(found.high)}"
        return value if is_edtf_value(value) else None
    if found.opening == "since":
        value = f"{_first(value)}/.."
    elif found.opening == "until":
        value = f"../{_second(value)}"
    return value if is_edtf_value(value) else None


def _first(value: str) -> str:
    return value.partition("/")[0]


def _second(value: str) -> str:
    return value.partition("/")[2] or value


def _last(stretch: Stretch) -> str:
    return _second(edtf_of(stretch) or "")


def merge_times(found: Sequence[TimeExpression], others: Sequence[TimeExpression]) -> list[TimeExpression]:
    """All expressions in order of the text: ``others`` (of the number grammar) only where ``found`` has none.

    One that holds a number outside the found ("31 February", of which "February" was found) stands in
    place of those inside it: no number of the text is lost.
    """
    merged = list(found)
    for other in others:
        over = [t for t in _near(found, other) if t.start < other.end and other.start < t.end]
        if over and not _holds_more_digits(other, over):
            continue
        inside = [t for t in over if other.start <= t.start and t.end <= other.end]
        merged = [t for t in merged if t not in inside] if inside else merged
        merged.append(other)
    return sorted(merged, key=lambda t: (t.start, t.end))


def _near(found: Sequence[TimeExpression], other: TimeExpression) -> Sequence[TimeExpression]:
    """Those of the found, which are in order and do not overlap, that may share a word with another."""
    first = bisect_left(found, other.start + 1, key=lambda t: t.end)
    return found[first : bisect_left(found, other.end, key=lambda t: t.start)]


def _holds_more_digits(other: TimeExpression, over: Sequence[TimeExpression]) -> bool:
    (start, end), *apart = other.spans
    if apart or end - start != len(other.exact):
        return False
    digits = (start + place for place, sign in enumerate(other.exact) if sign.isdigit())
    return any(not any(t.start <= place < t.end for t in over) for place in digits)


def outside_times(rejected: Sequence[Rejected], times: Sequence[TimeExpression]) -> list[Rejected]:
    """The rejected numbers that stand in no expression of time: "third" in "the third quarter" is none."""
    places = sorted(t.spans[0] for t in times)
    starts = [start for start, _ in places]

    def is_inside(item: Rejected) -> bool:
        at = bisect_left(starts, item.start + 1) - 1
        return at >= 0 and item.end <= places[at][1]

    return [item for item in rejected if not (item.why in ("ordinal", "frequency") and is_inside(item))]
