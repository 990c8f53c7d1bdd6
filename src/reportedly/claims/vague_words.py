"""Vague numbers: "dozens", "tens of thousands", "several hundred", "a few", "a couple of dozen"."""

import re

from reportedly.claims.number_chains import Numeral
from reportedly.claims.number_words import Token

_VAGUE_OF = re.compile(r"\s+of\s+(?:(?:the|many)\s+)?|\s+upon\s+|\s+on\s+|\s+and\s+|\s+", re.IGNORECASE)
_VAGUE_OR = re.compile(
    r",?\s+(?:or|and|if\s+not|to)\s+(?:(?:even|possibly|perhaps|maybe|more\s+likely|probably)\s+)?", re.IGNORECASE
)
_SCORES = re.compile(
    r"\s+(?:of\s+[a-z]|(?:more|others|dead|killed|injured|wounded|missing|arrested|hurt)\b)", re.IGNORECASE
)
_COUPLE = re.compile(
    r"\s+(?:of\s+(?!the\b)|more\b|hundred\b|thousand\b|dozen\b|million\b|days\b|weeks\b|months\b|years\b|hours\b|"
    r"minutes\b|times\b|others\b)",
    re.IGNORECASE,
)
_FEW_BEFORE = re.compile(
    r"\b(?:past|last|next|first|final|coming|recent|these|those|every|previous|preceding)\s+$", re.IGNORECASE
)


def read_vague(text: str, tokens: list[Token], at: int, start: int) -> tuple[Numeral | None, int]:
    """ "dozens", "tens of thousands", "several hundred", "a few", "a couple of dozen"."""
    token = tokens[at]
    before = text[max(start, token.start - 16) : token.start]
    first = token.start
    article = re.search(r"\ba\s+(?:(?:mere|small|good|precious)\s+)?$", before, re.IGNORECASE)
    if token.written in ("handful", "couple", "few"):
        if article is not None:
            first = token.start - (len(before) - article.start())
        elif (
            token.written == "handful"
            or (token.written == "few" and not _FEW_BEFORE.search(before))
            or (
                token.written == "couple"
                and not re.search(r"\b(?:past|last|next|first)\s+$", before, re.IGNORECASE)
            )
        ):
            return None, at + 1
    if token.written == "couple" and not _COUPLE.match(text, token.end):
        return None, at + 1
    if token.written == "scores" and not _SCORES.match(text, token.end):
        return None, at + 1
    after = _vague_end(text, tokens, at)
    last = tokens[after - 1]
    if token.written == "tens" and after == at + 1:
        return None, after
    words = " ".join(text[first : last.end].lower().split())
    return Numeral(first, last.end, None, "vague", vague=words, first=token.written), after


def _vague_end(text: str, tokens: list[Token], at: int) -> int:
    """Index after the last token of a vague number."""
    after = at + 1
    while after < len(tokens):
        token, gap = tokens[after], text[tokens[after - 1].end : tokens[after].start]
        scaled = token.kind in ("scale", "hundred", "dozen") and tokens[after - 1].written in (
            "several",
            "few",
            "couple",
            "hundred",
            "handful",
        )
        if scaled and (gap.isspace() or gap.strip() == "of"):
            after += 1
        elif (
            token.kind == "vague"
            and token.value
            and _VAGUE_OF.fullmatch(gap)
            and tokens[after - 1].kind != "scale"
        ):
            if gap.isspace() and tokens[after - 1].written not in ("several", "few", "couple"):
                return after
            if gap.strip() == "and" and token.written != tokens[after - 1].written:
                return after
            after += 1
        elif token.kind == "vague" and token.value > tokens[at].value > 0 and _VAGUE_OR.fullmatch(gap):
            after += 1
        else:
            return after
    return after
