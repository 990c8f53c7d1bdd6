"""Expressions of time at their places in the parse: by which word each hangs in its sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.terms import Moment, Span, TimeExpression

_VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with its words ``first`` to ``stop``, the word it hangs by, and its sentence."""

    time: TimeExpression
    first: int
    stop: int
    head: int
    sentence: int

    @property
    def is_settled(self) -> bool:
        """Whether it has a date, and is no repetition."""
        return self.time.edtf is not None and self.time.kind != "set"

    @property
    def is_open(self) -> bool:
        """Whether one end is open: "since 2011", "by Tuesday"."""
        return self.time.edtf is not None and ".." in self.time.edtf


class PlacedTimes:
    """The times of one text by their sentences, and the walk through the parse that ties them."""

    def __init__(self, tokens: Tokens, syntax: Syntax, times: Iterable[TimeExpression]) -> None:
        self.tokens, self.syntax = tokens, syntax
        self._by_sentence: dict[int, list[Placed]] = {}
        #: Places of expressions that date a saying, and so no event.
        self.of_cues: set[Span] = set()
        for time in times:
            placed = self._place(time)
            if placed is not None:
                self._by_sentence.setdefault(placed.sentence, []).append(placed)

    def words(self, start: int, end: int) -> tuple[int, int]:
        """First word of a place and the word after its last."""
        return bisect_right(self.tokens.ends, start), bisect_left(self.tokens.starts, end)

    def sentence_of(self, word: int) -> int:
        """Number of the sentence of a word, of the last one for a word past the end."""
        return self.tokens.sentences[min(word, len(self.tokens) - 1)]

    def in_sentence(self, sentence: int) -> list[Placed]:
        """The expressions of a sentence, in order."""
        return self._by_sentence.get(sentence, [])

    def of_events(self, sentence: int) -> list[Placed]:
        """The settled expressions of a sentence that date no saying."""
        return [p for p in self.in_sentence(sentence) if p.is_settled and p.time.spans[0] not in self.of_cues]

    def __iter__(self) -> Iterator[Placed]:
        """All expressions, sentence by sentence."""
        return (placed for number in sorted(self._by_sentence) for placed in self._by_sentence[number])

    def _place(self, time: TimeExpression) -> Placed | None:
        first, stop = self.words(time.start, time.end)
        if stop <= first:
            return None
        heads, pos = self.syntax.heads, self.syntax.pos
        outer = [w for w in range(first, stop) if not first <= heads[w] < stop]
        told = [w for w in outer if pos[w] not in ("ADP", "DET", "PUNCT")]
        head = (told or outer or [first])[0]
        return Placed(time, first, stop, head, self.tokens.sentences[first])

    def governor(self, placed: Placed) -> int | None:
        """The first verb, noun or adjective above an expression: what it dates by the parse."""
        for above in self.syntax.path_up(placed.head):
            if placed.first <= above < placed.stop:
                continue
            if self.syntax.pos[above] in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
                return above
        return None

    def verb_above(self, word: int) -> int | None:
        """The first verb above a word."""
        return next((above for above in self.syntax.path_up(word) if self.syntax.pos[above] in _VERBS), None)

    def distance(self, placed: Placed, first: int, stop: int) -> int:
        """Words between an expression and a stretch of words."""
        return max(0, placed.first - stop, first - placed.stop)

    def same_clause(self, placed: Placed, first: int, stop: int) -> bool:
        """Whether no mark stands between an expression and a stretch of words."""
        low, high = min(stop, placed.stop), max(first, placed.first)
        return not any(self.tokens.word(word)[0] in ",;:—–" for word in range(low, high))

    def is_fronted(self, placed: Placed) -> bool:
        """Whether an expression opens its sentence, and so dates all of it."""
        if placed.first == 0 or self.tokens.sentences[placed.first - 1] != placed.sentence:
            return True
        before = placed.first - 1
        while before >= 0 and self.tokens.sentences[before] == placed.sentence:
            if self.syntax.pos[before] not in ("ADV", "CCONJ", "PUNCT", "ADP", "SCONJ"):
                return False
            before -= 1
        return True


def moment_of(time: TimeExpression) -> Moment:
    """An expression as the moment of a claim or figure: written in the words."""
    return Moment(exact=time.exact, spans=time.spans, edtf=time.edtf, basis="written")
