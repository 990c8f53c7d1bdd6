"""Words of a report by what they tell: the rarer in news and the more often in the report, the more.

Term frequency and inverse document frequency (Spärck Jones 1972), with the counts of ``lexicons/word_counts.tsv``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log, sqrt

from reportedly.findings.lexicon import lexicon_rows
from reportedly.findings.passages import Passage

#: Articles that the words were counted in; a word that is not in the table stands in few of them.
_ARTICLES, _FEW = 840, 2
#: A word of the headline or the address counts for so many.
_HEADLINE = 2


@cache
def _counts() -> Mapping[str, int]:
    return {word: int(count) for word, count in lexicon_rows("word_counts", 2)}


def weigh_words(passages: Sequence[Passage], address: Iterable[str]) -> Mapping[str, float]:
    """The telling words of a report, each with its share of what all of them tell: squares add up to 1."""
    times: Counter[str] = Counter(dict.fromkeys(address, _HEADLINE))
    for passage in passages:
        for token in passage.tokens:
            if token.form in passage.words:
                times[token.form] += _HEADLINE if passage.headline else 1
    weights = {
        word: (1 + log(count)) * log(_ARTICLES / _counts().get(word, _FEW)) for word, count in times.items()
    }
    whole = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / whole for word, weight in weights.items()}


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of what two reports tell is in words of both: the cosine, 0 to 1."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def telling(words: Mapping[str, float], most: int) -> list[str]:
    """The words that tell most, in order; of equal ones the first in the alphabet."""
    return sorted(words, key=lambda word: (-words[word], word))[:most]


def telling_of_both(one: Mapping[str, float], other: Mapping[str, float], most: int = 3) -> list[str]:
    """The words of both that tell most, as a reason for a person to read."""
    common = {word: weight * other[word] for word, weight in one.items() if word in other}
    return [f"“{word}”" for word in telling(common, most)]
