"""Attributions as claims: words at their places, what the cue does, how the content is given."""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.claims.attribution import Attribution
from reportedly.claims.hedges import find_hedges
from reportedly.claims.negation import is_negated
from reportedly.claims.quotation import mode_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.stance import read_cue
from reportedly.terms import Block, Claim, Cue, Source, Span, words_at, words_id


def block_of(blocks: Sequence[Block], place: int) -> str:
    """Kind of the block a place is in."""
    found = bisect_right(blocks, place, key=lambda block: block.start) - 1
    return blocks[max(found, 0)].kind


def build_claims(
    tokens: Tokens, attributions: Sequence[Attribution], blocks: Sequence[Block], text_sha256: str
) -> list[Claim]:
    """Claims of the attributions, in order of their first words."""
    claims = [_build(tokens, each, blocks, text_sha256) for each in attributions]
    return sorted(claims, key=lambda claim: (claim.content.start, claim.id))


def _build(tokens: Tokens, found: Attribution, blocks: Sequence[Block], text_sha256: str) -> Claim:
    text = tokens.text
    content = words_at(text, *_content_spans(tokens, found.contents))
    cue_words = words_at(text, (tokens.starts[found.cue[0]], tokens.ends[found.cue[1] - 1]))
    reading = read_cue(cue_words.exact)
    source = None
    if found.source is not None:
        span = (tokens.starts[found.source[0]], tokens.ends[found.source[1] - 1])
        source = Source(exact=text[span[0] : span[1]], spans=(span,))
    roles = [("cue", cue_words.spans), ("content", content.spans)]
    if source is not None:
        roles.insert(0, ("source", source.spans))
    first = found.cue[0]
    while first > 0 and tokens.sentences[first - 1] == tokens.sentences[found.cue[0]]:
        first -= 1
    negated = is_negated(text, cue_words.start, cue_words.end, tokens.starts[first])
    return Claim(
        id=words_id("c", text_sha256, roles),
        source=source,
        cue=Cue(exact=cue_words.exact, spans=cue_words.spans, lemma=reading.lemma, stance=reading.stance),
        content=content,
        mode=mode_of(text, content.spans),
        hedges=tuple(hedge for a, b in content.spans for hedge in find_hedges(text, a, b)),
        negated=negated,
        block=block_of(blocks, content.start),
        confidence=round(found.confidence, 4),
    )


def _content_spans(tokens: Tokens, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Places of the content's stretches; those with nothing but white space between become one."""
    spans: list[Span] = []
    for a, b in sorted(pieces):
        start, end = tokens.starts[a], tokens.ends[b - 1]
        if spans and not tokens.text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)
