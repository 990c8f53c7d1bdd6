"""Claims of change in a text: which figure, how, against what, and in which claim."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.claims.comparisons.against import find_against
from reportedly.claims.comparisons.changes import find_changes
from reportedly.claims.comparisons.drafts import Draft
from reportedly.claims.comparisons.multiples import find_multiples
from reportedly.claims.comparisons.ranks import find_ranks
from reportedly.claims.comparisons.sketch import FIGURE, Sketch, sketch_of
from reportedly.terms import Against, Claim, Comparison, Figure, Rejected, Span, Speaker, words_at, words_id

_TARGETS = frozenset({"count", "money", "percent", "rate", "other", "weight", "volume", "area", "temperature"})
#: Code points between a figure and the comparison that speaks of it.
_REACH = 130
_LINK = re.compile(
    r"(?:[,;(—–-]|\b(?:is|are|was|were|be|being|stands?|stood|at|with|now)|\bor)\s*(?:\w+ly\s+|still\s+|also\s+|far\s+|well\s+)*$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:That|This|It|They|(?:The|That|This|Its|Their)\s+(?:(?:new|latest|current|official|confirmed|updated|revised|death)\s+){0,2}"
    r"(?P<count>figure|number|total|toll|count|tally|estimate|sum|rate)s?)\b(?!\s+of\b)[^,;]{0,40}$"
)
_DEATHS = frozenset({"killed", "found"})


def find_comparisons(
    text: str,
    sentences: Sequence[Span],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    speakers: Sequence[Speaker],
    text_sha256: str,
) -> list[Comparison]:
    """The comparisons of a text, in order.

    ``sentences`` are half-open places; ``figures`` and ``claims`` those of the reading, tied. An earlier
    number that the words only imply ("doubling the figure") is not written down anywhere.
    """
    ordered = sorted(figures, key=lambda f: f.start)
    starts = [f.start for f in ordered]
    found: list[Comparison] = []
    for number, (start, end) in enumerate(sentences):
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        if low == high and not _may_compare(text, start, end):
            continue
        sketch = sketch_of(text, start, end, ordered[low:high])
        drafts = _chosen(sketch)
        before = _counts_before(text, sentences, number, ordered, starts) if drafts else []
        for draft in drafts:
            found.append(_made(text, sketch, draft, before, claims, speakers, text_sha256))
    return found


def _counts_before(
    text: str, sentences: Sequence[Span], number: int, figures: Sequence[Figure], starts: Sequence[int]
) -> list[Figure]:
    """The counts of the sentence before, which "that is twice …" speaks of; the next paragraph may say so, too."""
    if number == 0 or text[sentences[number - 1][1] : sentences[number][0]].strip():
        return []
    low, high = (bisect_left(starts, place) for place in sentences[number - 1])
    return [f for f in figures[low:high] if f.measure in _TARGETS]


#: What a sentence without a figure must have one of; a cheap look that most sentences end with.
_SIGNS = re.compile(
    r"doubl|tripl|trebl|quadrupl|quintupl|halv|\btwice\b|\bthrice\b|\bhalf\b|fold\b|\bthan\b|\bsame\b|unchanged|no\schange"
    r"|\bas\s(?:many|much|high|low)\sas\b|\brecord\b|\bequal|\bmatching\b|\w(?:est|st)\b[^.]*\b(?:since|ever|yet|on\srecord|in|this|of\sthe)\b",
    re.IGNORECASE,
)


#: What the signs are made of, for a look that is cheaper still.
_STEMS = (
    "doubl tripl trebl quadrupl quintupl halv twice thrice half fold than same unchanged change many much high "
    "low record equal matching"
).split()
_LAST_STEM = re.compile(r"st\b[^.]*\b(?:since|ever|yet|on\srecord|in|this|of\sthe)\b")


def _may_compare(text: str, start: int, end: int) -> bool:
    lower = text[start:end].lower()
    if _LAST_STEM.search(lower) is None and not any(stem in lower for stem in _STEMS):
        return False
    return _SIGNS.search(text, start, end) is not None


def _chosen(sketch: Sketch) -> list[Draft]:
    """The drafts of a sentence without overlaps: the longest core of those that share words."""
    drafts: list[Draft] = [*find_multiples(sketch), *find_changes(sketch), *find_ranks(sketch)]
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start - d.end, d.start)):
        if all(draft.end <= other.start or other.end <= draft.start for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.start)


def _made(
    text: str,
    sketch: Sketch,
    draft: Draft,
    before: Sequence[Figure],
    claims: Sequence[Claim],
    speakers: Sequence[Speaker],
    text_sha256: str,
) -> Comparison:
    against, end = find_against(sketch, (draft.start, draft.end), dated=draft.dated)
    if draft.factor is not None and draft.earlier is None:
        draft.earlier = _base(sketch, draft)
    words = words_at(text, (sketch.start + draft.start, sketch.start + max(end, draft.end)))
    figure = draft.later or (_spoken_of(sketch, draft, before) if draft.seeks else None)
    told = None
    if against is not None:
        told_words = words_at(text, (sketch.start + against[0], sketch.start + against[1]))
        told = Against(
            exact=told_words.exact,
            spans=told_words.spans,
            speaker=_speaker(told_words.spans[0], told_words.exact, claims, speakers),
        )
    later = draft.later or (figure if draft.kind == "from_to" else None)
    return Comparison(
        id=words_id("m", text_sha256, [("comparison", words.spans)]),
        exact=words.exact,
        spans=words.spans,
        kind=draft.kind,
        factor=draft.factor,
        difference=draft.difference,
        from_value=_value(draft.earlier),
        to_value=_value(later),
        direction=draft.direction,
        figure=figure.id if figure else None,
        claim=_claim_at(claims, words.start),
        against=told,
    )


_BASE = re.compile(rf"\s+(?:of\s+)?(?:the|those|that)?\s*(?P<base>{FIGURE})")


def _base(sketch: Sketch, draft: Draft) -> Figure | None:
    """The written figure that a multiple is taken of: "double the 50 killed last year"."""
    match = _BASE.match(sketch.words, draft.end)
    return sketch.figure_at(match.start("base")) if match and draft.kind == "ratio" else None


def _value(figure: Figure | None) -> float | None:
    return None if figure is None or figure.stated is None else float(figure.stated)


def _spoken_of(sketch: Sketch, draft: Draft, before: Sequence[Figure]) -> Figure | None:
    """The figure before a comparison that leans on it: "61, twice …", "the toll is 61, up from …"."""
    lead = sketch.words[: draft.start]
    own = {f.id for f in draft.amounts}
    base = draft.earlier
    if _LINK.search(lead):
        near = [
            f
            for f in sketch.figures
            if f.end - sketch.start <= draft.start
            and f.id not in own
            and f.measure in _TARGETS
            and draft.start - (f.end - sketch.start) <= _REACH
            and (base is None or (base.measure == f.measure and base.per == f.per))
        ]
        if near:
            return _best(near, draft)
    back = _BACK.match(lead)
    if back is None:
        return None
    if back["count"] == "toll":  # "40 died and 90 were hurt. The toll is twice …"
        before = [f for f in before if f.event is not None and f.event.type in _DEATHS] or before
    return before[0] if len(before) == 1 else None


def _best(near: Sequence[Figure], draft: Draft) -> Figure:
    """The last of the figures; where base and factor are written, the one of the last three that fits them."""
    base, factor = draft.earlier, draft.factor
    if base is None or factor is None or not base.stated:
        return near[-1]
    wanted = base.stated * factor
    return min(reversed(near[-3:]), key=lambda f: abs((f.stated or 0) / wanted - 1) if f.stated else 9.0)


def _claim_at(claims: Sequence[Claim], place: int) -> str | None:
    """The claim whose content holds a place; of several, the one of fewest words, the inner one first."""
    around = [c for c in claims if any(a <= place < b for a, b in c.content.spans)]
    best = min(around, key=lambda c: (sum(b - a for a, b in c.content.spans), c.via is None), default=None)
    return best.id if best else None


def _speaker(place: Span, words: str, claims: Sequence[Claim], speakers: Sequence[Speaker]) -> str | None:
    """The speaker meant by the words: one mentioned there, else the source of a claim in the same words."""
    for speaker in speakers:
        if any(a < place[1] and place[0] < b for a, b in speaker.mentions):
            return speaker.id
    key = _key(words)
    return next(
        (c.source.speaker for c in claims if c.source and c.source.speaker and _key(c.source.exact) == key), None
    )


def _key(words: str) -> str:
    return re.sub(r"^(?:the|an?|its|their)\s+", "", " ".join(words.casefold().split()))


def without_multiples(rejected: Sequence[Rejected], comparisons: Sequence[Comparison]) -> list[Rejected]:
    """The rejected numbers without those that a comparison counts with: "twice as many" is no frequency."""
    spans = [c.spans[0] for c in comparisons if c.factor is not None]
    return [
        r for r in rejected
        if r.why != "frequency" or not any(a <= r.start and r.end <= b for a, b in spans)
    ]  # fmt: skip
