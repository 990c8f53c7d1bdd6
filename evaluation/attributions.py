"""Whole attributions and exact spans against PolNeAR gold.

whole attribution
    A prediction is right when content Dice >= 0.5 over word tokens, source Dice >= 0.5 or both
    without source, and the cues overlap in characters or both have none. Pairs are matched one to
    one, greedily, best content Dice (then source Dice) first.
exact span
    Per role, a predicted stretch is right when its first and last word are those of a gold
    stretch; each piece of a discontinuous span counts for itself.
"""

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spans:
    """One attribution as lists of half-open places; an absent role is empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts and the shares made of them, 0 to 1."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> round(Score(3, 4, 6).f1, 2)
        0.6
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)


class WordTokens:
    """Word tokens (runs of word characters) of a text, looked up by place."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in re.finditer(r"\w+", text)]
        self._starts = [a for a, _ in spans]
        self._ends = [b for _, b in spans]

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """Indices of the tokens that any of the spans touches."""
        got: set[int] = set()
        for start, end in spans:
            got.update(range(bisect.bisect_right(self._ends, start), bisect.bisect_left(self._starts, end)))
        return frozenset(got)


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Twice what both share over what each has; 0 for two empty sets."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(s < e2 and s2 < e for s, e in a for s2, e2 in b)


def score_whole(text: str, gold: Sequence[Spans], predicted: Sequence[Spans]) -> tuple[Score, list[Span]]:
    """Whole-attribution score of one article and the matched pairs (gold index, predicted index)."""
    tokens = WordTokens(text)
    contents = [[tokens.within(a.content) for a in side] for side in (gold, predicted)]
    sources = [[tokens.within(a.source) for a in side] for side in (gold, predicted)]
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            content, source = dice(contents[0][i], contents[1][j]), dice(sources[0][i], sources[1][j])
            sourceless = not (sources[0][i] or sources[1][j])
            cues = _overlap(g.cue, p.cue) or not (g.cue or p.cue)
            if content >= 0.5 and (source >= 0.5 or sourceless) and cues:
                candidates.append((-content, -source, i, j))
    candidates.sort()
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, _, i, j in candidates:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return Score(len(pairs), len(predicted), len(gold)), pairs


def score_exact(gold: Iterable[Span], predicted: Iterable[Span]) -> Score:
    """Exact-span score of one role."""
    g, p = set(gold), set(predicted)
    return Score(len(g & p), len(p), len(g))
