"""Paragraphs of a text cut into sentences and words: what the tagger and the rules both walk over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from nupunkt import load, sent_spans

from reportedly.claims.words import find_words

#: Word shapes; with the flag "inside quotation marks" they make the tagger's 16 word classes.
NO_SHAPE, LOWER, CAPITALISED, UPPER, MIXED, DIGITS, MARK = 0, 1, 2, 3, 4, 5, 6
QUOTED = 8

_OPENING, _CLOSING = "“", "”"
_PLAIN = {"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "…": "..."}
_SPACES = re.compile(r"\s*")

#: Characters of the longest sentence. Rules look over the whole sentence of each number and verb, so
#: a list of 5,000 numbers without a full stop would take time by the square; the longest sentences
#: of newspapers stay well below this.
_LONGEST = 2_000
#: Where a longer one may be cut, best first: after a mark, before a word after another, at any white
#: space, at any mark between words or figures.
_CUTS = tuple(
    re.compile(cut) for cut in (r"(?<=[,;:)\]”])\s+", r"(?<=[^\W\d])\s+(?=[^\W\d])", r"\s+", r"(?<=\w)(?=\W)")
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of the readable paragraphs of one text, as columns of equal length.

    ``starts`` and ``ends`` are half-open places in code points; ``forms`` are what the encoder
    sees (quotation marks made directional); ``shapes`` are word shapes plus ``QUOTED``;
    ``sentences`` and ``paragraphs`` number the stretch each word is in, from 0.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The word as written."""
        return self.text[self.starts[index] : self.ends[index]]


@lru_cache(maxsize=100_000)
def word_shape(word: str) -> int:
    """Shape class of one word, 1 to 6.

    >>> [word_shape(w) for w in ("said", "Rahmon", "US", "iPad", "1,000", "-")]
    [1, 2, 3, 4, 5, 6]
    """
    first = word[0]
    if not first.isalnum():
        return MARK
    if first.isdigit():
        return DIGITS
    if word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    if first.isupper() and (len(word) == 1 or word[1:].islower()):
        return CAPITALISED
    return MIXED


@lru_cache(maxsize=1)
def _model_loaded() -> bool:
    load("default")
    return True


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open places of the sentences of ``text[start:end]``, white space at their ends left out.

    >>> text = "Mr. Smith left. It rained."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['Mr. Smith left.', 'It rained.']
    """
    found = []
    part = text[start:end]
    for a, b in sent_spans(part):
        for c, d in _cut_long(part, a, b):
            words = part[c:d]
            lead = len(words) - len(words.lstrip())
            if words.strip():
                found.append((start + c + lead, start + c + len(words.rstrip())))
    return found


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """``text[start:end]`` in pieces of at most ``_LONGEST`` characters; a word is never cut."""
    pieces = []
    while end - start > _LONGEST:
        cut = _last_cut(text, start + _LONGEST // 2, start + _LONGEST)
        if cut is None:  # one word without end: up to where it ends
            after = _CUTS[-1].search(text, start + _LONGEST, end)
            cut = after.start() if after else end
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)] if start < end else pieces


def _last_cut(text: str, start: int, end: int) -> int | None:
    for cut in _CUTS:
        places = [match.start() for match in cut.finditer(text, start, end)]
        if places:
            return places[-1]
    return None


def split_tokens(text: str, paragraphs: Iterable[tuple[int, int]]) -> Tokens:
    """Words of the given paragraphs (half-open places), sentence by sentence."""
    tokens = Tokens(text)
    number = 0
    for paragraph, (start, end) in enumerate(paragraphs):
        quoted = False
        for a, b in sentence_spans(text, start, end):
            for s, e in find_words(text, a, b):
                quoted = _append(tokens, s, e, text[s:e], quoted)
                tokens.sentences.append(number)
                tokens.paragraphs.append(paragraph)
            number += 1
    return tokens


def tokens_of(sentences: Iterable[tuple[int, list[str]]]) -> Tokens:
    """Tokens of ready-made words: ``(paragraph, words)`` for each sentence, joined by spaces."""
    given = list(sentences)
    tokens = Tokens(" ".join(word for _, words in given for word in words))
    place, quoted, before = 0, False, -1
    for number, (paragraph, words) in enumerate(given):
        if paragraph != before:
            quoted, before = False, paragraph
        for word in words:
            quoted = _append(tokens, place, place + len(word), word, quoted)
            tokens.sentences.append(number)
            tokens.paragraphs.append(paragraph)
            place += len(word) + 1
    return tokens


def sentence_places(tokens: Tokens) -> list[tuple[int, int]]:
    """Half-open places of the sentences, from their first word to their last."""
    places: list[tuple[int, int]] = []
    before = -1
    for start, end, number in zip(tokens.starts, tokens.ends, tokens.sentences, strict=True):
        if number != before:
            places.append((start, end))
            before = number
        else:
            places[-1] = (places[-1][0], end)
    return places


def _append(tokens: Tokens, start: int, end: int, word: str, quoted: bool) -> bool:
    """Add one word; return whether the next one stands inside quotation marks."""
    after = quoted
    form = word
    if word in ('"', "“", "”", "„", "``", "''", "«", "»"):
        opens = word in ("“", "``", "«", "„") or (word == '"' and not quoted)
        after = opens
        quoted = True
        form = _OPENING if opens else _CLOSING
    elif word[0] in "’‘`–—…" or "’" in word:
        form = "".join(_PLAIN.get(c, c) for c in word)
    tokens.starts.append(start)
    tokens.ends.append(end)
    tokens.forms.append(form)
    tokens.shapes.append(word_shape(word) + (QUOTED if quoted else 0))
    return after
