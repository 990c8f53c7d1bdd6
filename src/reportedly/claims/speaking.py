"""Who can be a source: whether a phrase names somebody, a body or a document that states things."""

from collections.abc import Sequence
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows, word_set
from reportedly.claims.sentences import Tokens

#: Documents that are cited for what they say; a programme or a threat is cited as a reason.
_PAPERS = word_set(
    "document report statement record study survey poll witness source figure statistic letter memo dispatch "
    "bulletin update tally data census register count analysis review inquiry database log"
)
_LINKS = word_set("of to for in on at from with by and who that which as , ; ( -")
#: Whoever answers a poll is counted, not quoted.
_ASKED = word_set("poll polls survey surveys")
_PERSON, _ORGANISATION = 0, 2

#: Names the model saw: ``(kind, first word, behind the last)``.
Names = Sequence[tuple[int, int, int]]


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    kinds = ("role", "organisation", "group", "office", "outlet")
    return _PAPERS | {w for w, kind, _, _ in lexicon_rows("speaker_nouns", 4) if kind in kinds}


@lru_cache(maxsize=1)
def _media() -> frozenset[str]:
    return frozenset(w for w, kind, _, _ in lexicon_rows("speaker_nouns", 4) if kind in ("outlet", "document"))


def _known(word: str, nouns: frozenset[str]) -> bool:
    word = word.lower()
    return (
        word in nouns
        or (word.endswith("s") and word[:-1] in nouns)
        or (word.endswith("ies") and word[:-3] + "y" in nouns)
    )


def can_speak(tokens: Tokens, start: int, end: int, names: Names) -> bool:
    """Whether somebody or some document is named: "citing competitive reasons" cites nobody.

    The head of the phrase decides, the word before its first preposition or comma.
    """
    stop = next((i for i in range(start + 1, end) if tokens.word(i).lower() in _LINKS), end)
    if any(kind in (_PERSON, _ORGANISATION) and a < stop <= b for kind, a, b in names):
        return True
    return _known(tokens.word(stop - 1), _speaking())


def is_document(tokens: Tokens, head: int) -> bool:
    """Whether a noun names a document, a count or figures, and no person or body."""
    word = tokens.word(head)
    return _known(word, _PAPERS - {"witness", "source"}) or _known(word, _documents())


@lru_cache(maxsize=1)
def _documents() -> frozenset[str]:
    return frozenset(w for w, kind, _, _ in lexicon_rows("speaker_nouns", 4) if kind == "document")


def passes_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a source hands on what others say: an agency, a paper, a report; no poll."""
    words = [tokens.word(i).lower() for i in range(start, end)]
    return not _ASKED & set(words) and any(_known(word, _media()) for word in words)
