"""Kinds of happening that a report tells of, by the words of ``lexicons/happenings.tsv``."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from reportedly.findings.lexicon import lexicon_rows
from reportedly.findings.passages import Passage, Token

#: How much a word weighs in the headline or the address, in the first passages, and further on.
_IN_HEADLINE, _IN_LEAD, _BELOW = 4, 2, 1
LEAD_PASSAGES = 3
#: Kinds that have at least this share of the weight of the heaviest are what the report is about.
_MAIN = 0.5
#: A kind of words that take the place of one of theirs: "the fire service" is no fire.
_NO_KIND = "none"


@dataclass(frozen=True, slots=True)
class Happening:
    """The main kinds, heaviest first, and the forms of them that are named ("quake: tsunami").

    ``sure``: the heaviest stands in the headline or the address, or the report comes back to it.
    """

    kinds: tuple[str, ...]
    forms: frozenset[str]
    sure: bool = False

    def two_forms(self) -> list[str]:
        """Pairs of forms of one kind, as words: "quake: quake tsunami"."""
        of_kind: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self.forms):
            kind, _, name = form.partition(": ")
            of_kind[kind].append(name)
        return [f"{kind}: {one} {other}" for kind in self.kinds for one, other in combinations(of_kind[kind], 2)]


@cache
def lasting_kinds() -> frozenset[str]:
    """Kinds that a place has seldom twice in weeks, and is told of for weeks: a quake, not a shooting."""
    return frozenset(kind for _, kind, _, lasts, _ in lexicon_rows("happenings", 5) if lasts == "weeks")


@cache
def happening_words() -> frozenset[str]:
    """The words by which kinds of happening are known."""
    return frozenset(word for words, *_ in lexicon_rows("happenings", 5) for word in words.split())


@dataclass(frozen=True, slots=True)
class _Row:
    words: frozenset[str]
    kind: str
    form: str


@cache
def _rows() -> Mapping[str, tuple[_Row, ...]]:
    """Rows by each of their words; a row of two words holds where both stand in one passage."""
    rows: dict[str, list[_Row]] = defaultdict(list)
    for words, kind, form, *_ in lexicon_rows("happenings", 5):
        row = _Row(frozenset(words.split()), kind, form)
        for word in row.words:
            rows[word].append(row)
    return {word: tuple(held) for word, held in rows.items()}


def find_happening(passages: Sequence[Passage], slug: Iterable[str]) -> Happening:
    """What a report is about, by its passages and the words of its address."""
    weights: Counter[str] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    for words, weight in ((frozenset(slug), _IN_HEADLINE), *_weighed(passages)):
        held = {row for word in words for row in _rows().get(word, ()) if row.words <= words}
        rows = {row for row in held if row.kind != _NO_KIND and not any(row.words < other.words for other in held)}
        for row in rows:
            forms[row.kind].add(row.form)
        for kind, named in Counter(row.kind for row in rows).items():
            weights[kind] += weight * min(2, named)
    least = _MAIN * max(weights.values(), default=0)
    kinds = sorted((kind for kind, weight in weights.items() if weight >= least), key=lambda k: (-weights[k], k))
    return Happening(
        tuple(kinds),
        frozenset(f"{kind}: {form}" for kind in kinds for form in forms[kind]),
        sure=max(weights.values(), default=0) >= _IN_HEADLINE,
    )


def _weighed(passages: Sequence[Passage]) -> Iterator[tuple[frozenset[str], int]]:
    body = 0
    for passage in passages:
        body += not passage.headline
        weight = _IN_HEADLINE if passage.headline else _IN_LEAD if body <= LEAD_PASSAGES else _BELOW
        yield frozenset(token.form for token in passage.tokens if _plain(token, passage)), weight


def _plain(token: Token, passage: Passage) -> bool:
    """Whether a word is no name: "Fire Rescue" is no fire. Headlines and first words have capitals anyway."""
    return not token.name or passage.headline or token is passage.tokens[0]
