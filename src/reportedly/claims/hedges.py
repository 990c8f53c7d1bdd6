"""Hedges: words with which a report keeps its distance from what it prints ("reportedly", "feared")."""

import re
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.number_words import any_of
from reportedly.terms.words import Words, words_at

#: A sentence may begin with the modal only as a question or wish; any other "May" is the month or a name.
_MODAL_AFTER = re.compile(r"\s+(?:I|we|you|he|she|it|they|the|this|that|there|God|all|no)\b", re.IGNORECASE)
#: "as likely as", "as soon as possible", "could not": a comparison, an idiom, an inability.
_NO_HEDGE_BEFORE = re.compile(
    r"\b(?:as|soon|if|where|wherever|whenever|much|not|more|most|less|least|best)\s+$", re.IGNORECASE
)
_NO_HEDGE_AFTER = {
    "could": re.compile(r"\s*(?:n['’]t|not)\b|\s+(?:hear|see|smell|feel|be (?:seen|heard))\b"),
}
_COMPARED = frozenset(("likely", "possible", "apparent", "unlikely", "probable"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """The hedges, the longest first; their words may be parted by any white space, a line break for one."""
    hedges = any_of((hedge for hedge, _, _ in lexicon_rows("hedges", 3)), r"\s+")
    return re.compile(rf"(?<![\w'’-])(?:{hedges})(?![\w-])", re.IGNORECASE)


def find_hedges(text: str, start: int, end: int) -> tuple[Words, ...]:
    """Hedging words in ``text[start:end]`` (half-open, code points), in order, the longest at a place.

    Modals count when they say that something is not sure (may, might, could), not "could not" or
    the month. Words of a bound ("about", "nearly") and of an estimate ("estimated") are no hedges:
    they are in the figure's bounds.

    >>> text = "He may have left in May, reportedly by car."
    >>> [hedge.exact for hedge in find_hedges(text, 0, len(text))]
    ['may', 'reportedly']
    """
    found = []
    for match in _pattern().finditer(text, start, end):
        word = match.group().lower()
        if _hedging(text, match, word):
            found.append(words_at(text, match.span()))
    return tuple(found)


def _hedging(text: str, match: re.Match[str], word: str) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    after = text[match.end() : match.end() + 24]
    if word == "may" and match.group() == "May":
        return _MODAL_AFTER.match(after) is not None
    if word in _COMPARED and _NO_HEDGE_BEFORE.search(before):
        return False
    barred = _NO_HEDGE_AFTER.get(word)
    return barred is None or barred.match(after) is None
