"""Two texts held against each other: which passages are in both, and which numbers stand in place of others."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from reportedly.findings.passages import Passage, passages_of
from reportedly.terms import Reading

#: Two passages are one when so much of their words is in both (Dice) …
_ALIKE = 0.5
#: … or so much of the shorter's, where a sentence was cut or two were joined.
_HELD = 0.8
#: … and so many words: "The search goes on" is written by many.
_FEWEST_SHARED = 4
#: Two passages are the same all but word for word from here on.
_VERBATIM = 0.8
#: So many names, and such a share of all names of the common passages, are others in a form filled in anew.
_FEWEST_NAMES, _OTHER_NAMES = 2, 0.2
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
#: What passages of the very same words score, above any share.
_WHOLE = 1.5
_Scored = tuple[int, int, float]
#: Two passages after the last common one tell of the same thing when they have so much in common.
_RELATED = 0.2
#: Texts of fewer telling words are compared whole.
SHORT = 12


@dataclass(frozen=True)
class Alignment:
    """Passages of two texts, and the pairs of them that are one passage.

    ``pairs`` are places in ``one`` and ``other``; a passage that was split is in several pairs. ``counted``
    gives for the passages of each what happened to those counted in them.
    """

    one: tuple[Passage, ...]
    other: tuple[Passage, ...]
    pairs: tuple[tuple[int, int], ...]
    counted: tuple[Mapping[Passage, frozenset[str]], Mapping[Passage, frozenset[str]]]

    @cached_property
    def similarity(self) -> float:
        """The share of the shorter text's telling words that stand in passages of both, headlines left out."""
        sizes = [sum(len(passage.words) for passage in side if not passage.headline) for side in self._sides]
        if min(sizes) == 0:
            return float(self._same_words())
        if min(sizes) < SHORT:
            return float(self._same_words())
        return self._shared(sizes.index(min(sizes))) / min(sizes)

    @cached_property
    def verbatim(self) -> int:
        """How many telling words stand in passages that are in both texts all but word for word."""
        shared: dict[int, int] = {}
        for i, j in self.pairs:
            one, other = self.one[i], self.other[j]
            both = len(one.words & other.words)
            if not one.headline and 2 * both >= _VERBATIM * (len(one.words) + len(other.words)):
                shared[i] = max(both, shared.get(i, 0))
        return sum(shared.values())

    @cached_property
    def other_names(self) -> bool:
        """Whether common passages have other names in the places of names: a form filled in anew.

        "A magnitude 5.4 earthquake struck northern Chile" and "… western Nepal" are of two happenings.
        """
        names: set[str] = set()
        replaced: set[str] = set()
        for i, j in self.pairs:
            names |= {token.form for token in self.one[i].tokens if token.name}
            replaced |= _names_replaced(self.one[i], self.other[j])
        there = {token.form for passage in self.other for token in passage.tokens}
        replaced -= there
        return len(replaced) >= _FEWEST_NAMES and len(replaced) >= _OTHER_NAMES * len(names)

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

        After the last common passage one text may simply be cut and the other go on to something else: there
        both must have numbers that the other has not, and count the same thing or share words.
        """
        gaps = [self._gaps(0), self._gaps(1)]
        last = len(self.pairs) - 1
        for gap in sorted(set(gaps[0]) & set(gaps[1])):
            lost = _foreign(gaps[0][gap], self._numbers[1])
            new = _foreign(gaps[1][gap], self._numbers[0])
            if gap == last:
                related = [(a, b) for a in lost for b in new if self._related(a, b)]
                lost, new = [a for a, _ in related], [b for _, b in related]
            if new and (lost or gap < last):
                was = [number for passage in lost for number in _only(passage, self._numbers[1])]
                became = [number for passage in new for number in _only(passage, self._numbers[0])]
                return ", ".join(dict.fromkeys(was)) or "no number", ", ".join(dict.fromkeys(became))
        return None

    def _related(self, one: Passage, other: Passage) -> bool:
        if self.counted[0].get(one, frozenset()) & self.counted[1].get(other, frozenset()):
            return True
        return 2 * len(one.words & other.words) >= _RELATED * (len(one.words) + len(other.words))

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


def align(one: Reading, other: Reading) -> Alignment:
    """The passages of two reports, and which of them are one: each with the best of the other text."""
    sides = passages_of(one.report), passages_of(other.report)
    pairs = _one_to_one(list(_best(*sides)), [(i, j, score) for j, i, score in _best(sides[1], sides[0])])
    counted = _counted_in(one, sides[0]), _counted_in(other, sides[1])
    return Alignment(*sides, tuple(sorted(pairs)), counted)


def _one_to_one(forth: Sequence[_Scored], back: Sequence[_Scored]) -> set[tuple[int, int]]:
    """The pairs without those that want a passage which has a whole counterpart elsewhere.

    A report may say nearly the same twice ("The index fell by 2 points"); what was split stays in.
    """
    whole = {(i, j) for i, j, score in (*forth, *back) if score >= _WHOLE}
    taken = {i for i, _ in whole}, {j for _, j in whole}
    pairs = {(i, j) for i, j, _ in (*forth, *back)}
    return {(i, j) for i, j in pairs if (i, j) in whole or not (i in taken[0] or j in taken[1])}


def _best(ones: Sequence[Passage], others: Sequence[Passage]) -> Iterator[_Scored]:
    """Each passage with the one of the others that is most like it, and how much."""
    having: dict[str, list[int]] = defaultdict(list)
    for j, passage in enumerate(others):
        for word in passage.words:
            having[word].append(j)
    for i, passage in enumerate(ones):
        counts = Counter(j for word in passage.words for j in having[word])
        scored = [
            (_alike(passage, others[j], shared), -j)
            for j, shared in counts.items()
            if passage.headline == others[j].headline
        ]
        score, place = max(scored, default=(0.0, 0))
        if score > 0:
            yield i, -place, score


def _alike(one: Passage, other: Passage, shared: int) -> float:
    """How much of two passages is one, 0 when they are two."""
    if one.words == other.words:
        return _WHOLE + 0.5 if one.numbers == other.numbers else _WHOLE
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


def _names_replaced(one: Passage, other: Passage) -> set[str]:
    forms = [token.form for token in one.tokens], [token.form for token in other.tokens]
    found: set[str] = set()
    for kind, a, b, c, d in SequenceMatcher(None, *forms, autojunk=False).get_opcodes():
        if kind == "replace" and any(token.name for token in other.tokens[c:d]):
            found |= {token.form for token in one.tokens[a:b] if token.name and token is not one.tokens[0]}
    return found - _DAYS


def _foreign(passages: Sequence[Passage], numbers: frozenset[str]) -> list[Passage]:
    """Passages with a number that the other text has nowhere."""
    return [passage for passage in passages if _only(passage, numbers)]


def _only(passage: Passage, numbers: frozenset[str]) -> list[str]:
    return [number for number in passage.numbers if number not in numbers]


def _counted_in(reading: Reading, passages: Sequence[Passage]) -> dict[Passage, frozenset[str]]:
    """What happened to those whom a passage counts, as far as it is told."""
    found: dict[Passage, frozenset[str]] = {}
    for passage in passages:
        start, end = passage.span
        events = (f.event.type for f in reading.figures if f.event and start <= f.start < end)
        found[passage] = frozenset(events) - {"other"}
    return found
