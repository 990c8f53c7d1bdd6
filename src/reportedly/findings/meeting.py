"""Keys by which reports of one story find each other, so that not all need be held against all."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from reportedly.findings.evidence import cells_of
from reportedly.findings.kinds import happening_words, lasting_kinds
from reportedly.findings.rarity import telling
from reportedly.findings.traits import Held, Traits, traits_of
from reportedly.terms import Reading, StoryKeys
from reportedly.terms.moments import Extent

#: Days between two reports of one story, and between two of what is told of for longer.
WEEKS, SEASON = 21, 400
#: Of each thing so many make keys; telling words with a kind, in pairs, with a count, and in pairs with a kind.
_KEYED, _TELLING, _PAIRED, _COUNTED, _UNDATED = 4, 12, 8, 3, 6
#: A date that spans more stretches than these is an open one.
_OPEN = 3


def story_keys(reading: Reading) -> StoryKeys:
    """Keys by which any two reports of one story find each other: two things told of it, and the weeks.

    For what is told of for longer than weeks, three things or one that names it, and the seasons: so what is
    looked at does not grow with the years of a ledger. Where no date is known the three things stand alone; a
    dated report is found by them, and finds only undated ones. What reports of many happenings share
    ("displaced", "houses") joins none but those that name no place.
    """
    return _keys_of(Held(reading))


@lru_cache(maxsize=1024)
def _keys_of(held: Held) -> StoryKeys:
    traits = traits_of(held.reading)
    things = _things_of(traits)
    names = {*(f"t:{title}" for title in traits.titles), *(f"w:{whom}" for whom in traits.whom)}
    alone = names.union(_triples(traits, things, things.kinds))
    undated = {f"undated {key}" for key in alone}
    weeks, seasons = _stretches(traits.published, WEEKS), _stretches(traits.published, SEASON)
    if not weeks:
        return StoryKeys(frozenset(undated), frozenset(undated | alone))
    pairs, common = set(_pairs(traits, things)), set(_common_pairs(things))
    lasts = [kind for kind in things.kinds if kind.removeprefix("k:") in lasting_kinds()]
    lasting = names.union(_triples(traits, things, lasts))
    kept = _in(weeks, pairs) | _in(seasons, lasting) | _in(weeks, common) | alone
    sought = _in(_around(weeks), pairs) | _in(_around(seasons), lasting) | undated
    if things.places:
        return StoryKeys(kept, sought | _bare(_in(_around(weeks), common)))
    return StoryKeys(kept | _bare(_in(weeks, common)), sought | _in(_around(weeks), common))


def _in(stretches: Iterable[int], keys: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{stretch} {key}" for stretch, key in product(stretches, keys))


def _bare(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(f"bare {key}" for key in keys)


def _stretches(published: Extent | None, days: int) -> range:
    """Numbers of the stretches of so many days that a date lies in; none for an open one."""
    if published is None or published.first is None or published.after is None:
        return range(0)
    first, last = (moment.toordinal() // days for moment in (published.first, published.after))
    return range(first, last + 1) if last - first < _OPEN else range(0)


def _around(stretches: range) -> range:
    """The stretches and their neighbours."""
    return range(stretches.start - 1, stretches.stop + 1)


@dataclass(frozen=True, slots=True)
class _Things:
    """What keys of a report are made of: kinds, places, persons, counts, and its telling words in their order.

    ``own`` are those of its words that do not stand in the reports of many happenings.
    """

    kinds: list[str]
    places: list[str]
    persons: list[str]
    counts: list[str]
    words: list[str]
    own: AbstractSet[str]


def _things_of(traits: Traits) -> _Things:
    return _Things(
        kinds=[f"k:{kind}" for kind in traits.happening.kinds[:_KEYED]],
        places=[f"p:{place}" for place in sorted(traits.towns | traits.desks)],
        persons=[f"s:{person}" for person in sorted(traits.persons)],
        counts=[f"c:{count}" for count in sorted(traits.counts)],
        words=telling(traits.words, _TELLING),
        own=traits.words.keys() - traits.counting - happening_words(),
    )


def _pairs(traits: Traits, things: _Things) -> Iterator[str]:
    kinds, places, persons, counts = things.kinds, things.places, things.persons, things.counts
    own_words = [word for word in things.words if word in things.own]
    rare = [count for count in counts if _is_rare(count)]
    for ones, others in (
        (kinds, places),
        (kinds, persons),
        (kinds, rare),
        (places, persons),
        (places, counts),
        (persons, counts),
        (kinds, [f"g:{cell}" for cell in cells_of(traits)]),
        (kinds, [f"w:{word}" for word in own_words]),
        (rare, [f"w:{word}" for word in own_words[:_COUNTED]]),
        (places, [f"d:{toll}" for toll in traits.tolls]),
        (persons, [f"e:{event}" for event in traits.events]),
        ([*kinds, *persons], [f"n:{number}" for number in traits.numbers]),
    ):
        yield from (f"{one} {other}" for one, other in product(ones, others))
    pairs = combinations(sorted(things.words[:_PAIRED]), 2)
    yield from (f"w:{one} {other}" for one, other in pairs if one in things.own or other in things.own)
    yield from (f"{one} {other}" for one, other in combinations(places, 2))
    two_counts = combinations(counts, 2)
    yield from (f"{one} {other}" for one, other in two_counts if one in rare or other in rare)
    besides = (*kinds[1:], *(f"y:{country}" for country in traits.countries))
    yield from (f"f:{forms} {one}" for forms, one in product(traits.happening.two_forms(), besides))


def _common_pairs(things: _Things) -> Iterator[str]:
    """Pairs that reports of many happenings share: "displaced" and "houses"."""
    common = [word for word in things.words if word not in things.own]
    yield from (f"{kind} w:{word}" for kind, word in product(things.kinds, common))
    yield from (f"w:{one} {other}" for one, other in combinations(sorted(common), 2))


def _is_rare(count: str) -> bool:
    """Whether a count is no round one."""
    return len(count.rpartition(" ")[2].rstrip("0")) > 2


def _triples(traits: Traits, things: _Things, kinds: Sequence[str]) -> Iterator[str]:
    """Three things each, one of them one of these kinds of happening."""
    for ones in (
        (kinds, things.places, things.persons),
        (kinds, things.places, things.counts),
        (kinds, things.persons, things.counts),
    ):
        yield from (" ".join(three) for three in product(*ones))
    words = sorted(word for word in things.words[:_UNDATED] if word in things.own)
    yield from (f"{kind} w:{one} {other}" for kind in kinds for one, other in combinations(words, 2))
    yield from (f"f:{forms} {who}" for forms, who in product(traits.happening.two_forms(), things.persons))
