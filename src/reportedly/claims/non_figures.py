"""Numbers read in full that are no figures after all: how often, "100 percent wrong", times with an anchor."""

import re
from dataclasses import dataclass

from reportedly.claims.drafts import Draft
from reportedly.terms.reading import Why

_TIMES = re.compile(r"(?:\s+|-)(?:(?:more|different|separate|other)\s+)?(times?)\b", re.IGNORECASE)
#: After "three times" these make it a factor ("three times the rate"), not a frequency.
_TIMES_AS = re.compile(
    r"\s+(?:the|as|more|higher|larger|greater|bigger|lower|smaller|its|their|that|what|those|normal|average|"
    r"likelier|over|less|fewer|longer|faster|stronger|worse|better|his|her|deadlier|heavier|richer|hotter)\b",
    re.IGNORECASE,
)
_SPANNED = re.compile(
    r"\b(?:for|over|during|last|past|next|first|final|coming|these|those|entire)\s+$", re.IGNORECASE
)
_AGO = re.compile(r"\b(?:ago|later|earlier|now|hence)$", re.IGNORECASE)
#: "in the low 20s"
_LOW_OR_HIGH = re.compile(r"\b(?:low|mid|middle|high|upper)[\s-]+$", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin\s+$", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each)\s+(?:about\s+)?$", re.IGNORECASE)
_ANCHOR = re.compile(
    r"(?:\s+or\s+so|\s+or\s+more)?(?:(?:\s+|,\s+)(?:ago|later|earlier|beforehand|hence|afterwards?|from\s+now|"
    r"from\s+today|prior(?:\s+to)?|previously|before|after|back\b(?!\s+to))\b"
    r"(?!\s+(?:which|whom)\b)|[-\s]old\b)",
    re.IGNORECASE,
)
_WHOLLY = re.compile(
    r"\s+(?:wrong|right|sure|certain|correct|behind|committed|convinced|confident|true|false|accurate|clear|"
    r"honest|ready|fit|opposed|positive|guaranteed)\b",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(
    r"\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|my\b|all\b|those\b|these\b|that\b|this\b|"
    r"an?\s+(?:\w+-?){1,2}\b|as\s+(?:many|much)|are\b|were\b|said\b|have\b|what\b|[a-z]+s\b)",
    re.IGNORECASE,
)
_HALF_BEFORE = re.compile(
    r"\b(?:nearly|almost|about|than|over|least|roughly|around|by|only|up\s+to|some|under|approximately|just|"
    r"another|close\s+to|exactly|and|to|a|one|as\s+many\s+as|the\s+other)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NonFigure:
    """Why a number is none; ``is_set`` marks one that also is a time that comes back ("every four years")."""

    why: Why
    is_set: bool = False


def non_figure(text: str, draft: Draft, start: int, end: int) -> NonFigure | None:
    """What the number is instead of a figure, None for a figure; "three times the rate" becomes a ratio here."""
    before = text[max(start, draft.start - 20) : draft.start]
    if _is_bare_half(text, draft, before):
        return NonFigure("idiom")
    times = _TIMES.match(text, draft.end, end)
    if times is not None and draft.measure in (None, "ratio"):
        if not (_TIMES_AS.match(text, times.end(), end) and draft.vague is None and times[1].lower() == "times"):
            return NonFigure("frequency")
        draft.measure, draft.end, draft.tail_end = "ratio", times.end(), times.end()
        return None
    if text[draft.end : draft.end + 1] == "s" and _LOW_OR_HIGH.search(before):
        return NonFigure("idiom")
    if draft.measure == "duration" and _EVERY.search(before):
        return NonFigure("frequency", is_set=True)
    if draft.measure == "percent" and draft.value == 100 and _WHOLLY.match(text, draft.end):
        return NonFigure("idiom")
    return None


def _is_bare_half(text: str, draft: Draft, before: str) -> bool:
    """ "half" without a whole beside it ("half price", "half-built")."""
    if draft.numeral.first != "half" or draft.value != 0.5 or draft.measure not in (None, "ratio"):
        return False
    if text[draft.end : draft.end + 1] == "-":
        return True
    has_article = draft.end - draft.start > len("half")
    return not (_HALF_AFTER.match(text, draft.end) or _HALF_BEFORE.search(before) or has_article)


def anchor_end(text: str, draft: Draft, start: int, end: int) -> int | None:
    """End of the time expression where a length of time is anchored ("two years ago"), else None."""
    if draft.measure != "duration":
        return None
    after = draft.after_bound[1] if draft.after_bound else draft.tail_end
    before = text[max(start, draft.start - 16) : draft.start]
    match = _ANCHOR.match(text, after, end)
    if match is not None and not (_SPANNED.search(before) and not _AGO.search(match[0])):
        return match.end()
    if _WITHIN.search(before) and text[after : after + 4] == " of ":
        return after
    return None
