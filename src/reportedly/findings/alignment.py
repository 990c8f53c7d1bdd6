"""Two texts held against each other: which passages are in both, and which numbers stand in place of others."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from reportedly.findings.passages import Passage, passages_of
from reportedly.terms import Report

#: Two passages are one when so much of their words is in both (Dice) …
_ALIKE = 0.5
#: … or so much of the shorter's, where a sentence was cut or two were joined.
_HELD = 0.8
#: … and so many words: "The search goes on" is written by many.
_FEWEST_SHARED = 4
#: Texts of fewer telling words are compared whole.
SHORT = 12


@dataclass(frozen=True)
class Alignment:
    """Passages of two texts, and the pairs of them that are one passage.

    ``pairs`` are places in ``one`` and ``other``; a passage that was split is in several pairs.
    """

    one: tuple[Passage, ...]
    other: tuple[Passage, ...]
    pairs: tuple[tuple[int, int], ...]

    @cached_property
    def similarity(self) -> float:
        """The share of the shorter text's telling words that stand in passages of both, headlines left out."""
        sizes = [sum(len(passage.words) for passage in side if not passage.headline) for side in self._sides]
        if min(sizes) == 0:
            return float(self._same_words())
        if min(sizes) < SHORT:
            return float(self._same_words())
        return self._shared(sizes.index(min(sizes))) / min(sizes)

    @property
    def _sides(self) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        return self.one, self.other

    def _same_words(self) -> bool:
        """Whether the texts are the same word for word, numbers left out; so short ones are compared."""
        one, other = ([t.form for p in side for t in p.tokens if not t.number] for side in self._sides)
        return bool(one) and one == other

    def _shared(self, side: int) -> int:
        best: Counter[int] = Counter()
        for pair in self.pairs:
            mine, its = self._sides[side][pair[side]], self._sides[1 - side][pair[1 - side]]
            if not mine.headline:
                best[pair[side]] = max(best[pair[side]], len(mine.words & its.words))
        return best.total()

    @cached_property
    def change(self) -> tuple[str, str] | None:
        """A number of ``one`` and what stands in its place in ``other``, as written; null when none changed."""
        for i, j in self.pairs:
            found = _replaced(self.one[i], self.other[j], self._numbers)
            if found is not None:
                return found
        return self._changed_between()

    @cached_property
    def _numbers(self) -> tuple[frozenset[str], frozenset[str]]:
        one, other = (frozenset(n for passage in side for n in passage.numbers) for side in self._sides)
        return one, other

    def _changed_between(self) -> tuple[str, str] | None:
        """Numbers that are new where passages were rewritten beyond recognition, between two that were not.

        After the last common passage both sides must have numbers that the other has not: there one text
        may simply be cut.
        """
        gaps = [self._gaps(0), self._gaps(1)]
        last = max((gap for side in gaps for gap in side), default=-1)
        for gap in sorted(set(gaps[0]) & set(gaps[1])):
            lost = _foreign(gaps[0][gap], self._numbers[1])
            new = _foreign(gaps[1][gap], self._numbers[0])
            if new and (lost or gap < last):
                return ", ".join(lost) or "no number", ", ".join(new)
        return None

    def _gaps(self, side: int) -> dict[int, list[Passage]]:
        """Passages without a counterpart, by the number of the common passage that they follow."""
        order = {pair[side]: number for number, pair in reversed(list(enumerate(self.pairs)))}
        gaps: dict[int, list[Passage]] = defaultdict(list)
        after = -1
        for place, passage in enumerate(self._sides[side]):
            if place in order:
                after = order[place]
            elif not passage.headline:
                gaps[after].append(passage)
        return gaps


def align(one: Report, other: Report) -> Alignment:
    """The passages of two reports, and which of them are one: each with the best of the other text."""
    sides = passages_of(one), passages_of(other)
    pairs = set(_best(*sides)) | {(i, j) for j, i in _best(sides[1], sides[0])}
    return Alignment(*sides, tuple(sorted(pairs)))


def _best(ones: Sequence[Passage], others: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for j, passage in enumerate(others):
        for word in passage.words:
            having[word].append(j)
    for i, passage in enumerate(ones):
        counts = Counter(j for word in passage.words for j in having[word])
        scored = [(_alike(passage, others[j], shared), -j) for j, shared in counts.items()]
        score, place = max(scored, default=(0.0, 0))
        if score > 0:
            yield i, -place


def _alike(one: Passage, other: Passage, shared: int) -> float:
    """How much of two passages is one, 0 when they are two."""
    if one.words == other.words:
        return 2.0 if one.numbers == other.numbers else 1.5
    dice = 2 * shared / (len(one.words) + len(other.words))
    held = shared / min(len(one.words), len(other.words))
    enough = shared >= _FEWEST_SHARED and (dice >= _ALIKE or held >= _HELD)
    return dice if enough else 0.0


def _replaced(
    one: Passage, other: Passage, numbers: tuple[frozenset[str], frozenset[str]]
) -> tuple[str, str] | None:
    """A number of one passage that another, or a word, stands in place of in the other passage."""
    forms = [token.form for token in one.tokens], [token.form for token in other.tokens]
    if forms[0] == forms[1]:
        return None
    spare = Counter(one.numbers) - Counter(other.numbers), Counter(other.numbers) - Counter(one.numbers)
    if spare[0] and spare[1]:
        return next(iter(spare[0])), next(iter(spare[1]))
    for kind, a, b, c, d in SequenceMatcher(None, *forms, autojunk=False).get_opcodes():
        if kind != "replace":
            continue
        mine = [token.form for token in one.tokens[a:b] if token.number]
        its = [token.form for token in other.tokens[c:d] if token.number]
        if mine and its and Counter(mine) != Counter(its):
            return mine[0], its[0]
        alone = (mine and mine[0] not in numbers[1]) or (its and its[0] not in numbers[0])
        if alone and bool(mine) != bool(its):
            return mine[0] if mine else forms[0][a], its[0] if its else forms[1][c]
    return None


def _foreign(passages: Sequence[Passage], numbers: frozenset[str]) -> list[str]:
    return [n for passage in passages for n in passage.numbers if n not in numbers]
