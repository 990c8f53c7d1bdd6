"""Keys by which reports of one story find each other, so that not all need be held against all."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
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
    names = {*(f"t:{title}" for title in traits.titles), *(f"w:{whom}" for whom in traits.whom)}
    alone = names.union(_triples(traits))
    undated = {f"undated {key}" for key in alone}
    weeks = _stretches(traits.published, WEEKS)
    if not weeks:
        return StoryKeys(frozenset(undated), frozenset(undated | alone))
    seasons = _stretches(traits.published, SEASON)
    pairs, common = set(_pairs(traits)), set(_common_pairs(traits))
    lasting = names.union(_triples(traits, lasting_kinds()))
    kept = _in(weeks, pairs) | _in(seasons, lasting) | _in(weeks, common) | alone
    weeks, seasons = _with_neighbours(weeks), _with_neighbours(seasons)
    sought = _in(weeks, pairs) | _in(seasons, lasting) | undated
    if traits.towns or traits.desks:
        return StoryKeys(kept, sought | _bare(_in(weeks, common)))
    return StoryKeys(kept | _bare(_in(_stretches(traits.published, WEEKS), common)), sought | _in(weeks, common))


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


def _with_neighbours(stretches: range) -> range:
    return range(stretches.start - 1, stretches.stop + 1)


def _things(traits: Traits) -> tuple[list[str], list[str], list[str], list[str]]:
    """Kinds, places, persons and counts of which keys are made."""
    kinds = [f"k:{kind}" for kind in traits.happening.kinds[:_KEYED]]
    places = [f"p:{place}" for place in sorted(traits.towns | traits.desks)]
    persons = [f"s:{person}" for person in sorted(traits.persons)]
    counts = [f"c:{count}" for count in sorted(traits.counts)]
    return kinds, places, persons, counts


def _pairs(traits: Traits) -> Iterator[str]:
    kinds, places, persons, counts = _things(traits)
    for ones, others in (
        (kinds, places),
        (kinds, persons),
        (kinds, [count for count in counts if _is_rare(count)]),
        (places, persons),
        (places, counts),
        (persons, counts),
    ):
        yield from (f"{one} {other}" for one, other in product(ones, others))
    yield from (f"{kind} g:{cell}" for kind, cell in product(kinds, cells_of(traits)))
    words = telling(traits.words, _TELLING)
    own = _own_words(traits)
    yield from (f"{one} w:{word}" for one, word in product(kinds, words) if word in own)
    telling_most = [word for word in words if word in own][:_COUNTED]
    yield from (f"{count} w:{word}" for count, word in product(counts, telling_most) if _is_rare(count))
    pairs = combinations(sorted(words[:_PAIRED]), 2)
    yield from (f"w:{one} {other}" for one, other in pairs if one in own or other in own)
    yield from (f"{one} {other}" for one, other in combinations(places, 2))
    yield from (f"{place} d:{toll}" for place, toll in product(places, sorted(traits.tolls)))
    yield from (f"{one} e:{event}" for one, event in product(persons, traits.events))
    yield from (
        f"{one} {other}"
        for one, other in product(counts, counts)
        if one < other and (_is_rare(one) or _is_rare(other))
    )
    yield from (f"{one} n:{number}" for one, number in product((*kinds, *persons), traits.numbers))
    besides = (*kinds[1:], *(f"y:{country}" for country in sorted(traits.countries)))
    yield from (f"f:{forms} {one}" for forms, one in product(traits.happening.two_forms(), besides))


def _own_words(traits: Traits) -> AbstractSet[str]:
    return traits.words.keys() - traits.counting - happening_words()


def _common_pairs(traits: Traits) -> Iterator[str]:
    """Pairs that reports of many happenings share: "displaced" and "houses"."""
    common = [word for word in telling(traits.words, _TELLING) if word not in _own_words(traits)]
    yield from (f"k:{kind} w:{word}" for kind, word in product(traits.happening.kinds[:_KEYED], common))
    yield from (f"w:{one} {other}" for one, other in combinations(sorted(common), 2))


def _is_rare(count: str) -> bool:
    """Whether a count is no round one."""
    return len(count.rpartition(" ")[2].rstrip("0")) > 2


def _triples(traits: Traits, among: AbstractSet[str] | None = None) -> Iterator[str]:
    """Three things each; only with kinds of happening that are among these, where some are given."""
    kinds, places, persons, counts = _things(traits)
    if among is not None:
        kinds = [kind for kind in kinds if kind.removeprefix("k:") in among]
    for ones in ((kinds, places, persons), (kinds, places, counts), (kinds, persons, counts)):
        yield from (" ".join(three) for three in product(*ones))
    words = sorted(telling(traits.words, _UNDATED))
    own = _own_words(traits)
    pairs = [f"w:{one} {other}" for one, other in combinations(words, 2) if one in own and other in own]
    yield from (f"{kind} {pair}" for kind, pair in product(kinds, pairs))
    yield from (f"f:{forms} {person}" for forms, person in product(traits.happening.two_forms(), persons))
