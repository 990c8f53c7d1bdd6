"""Reports grouped by happening: whether two readings are of one story, from the two alone.

A story is what hangs together by such pairs, so one pair too many would draw two stories into one. Two reports
are of one story when at least two things that do not follow from each other tell so (place, kind of happening,
a person, a day, a number that is seldom the same by chance), they weigh enough together, and the reports are near
in time. A story that lasts for months hangs together by neighbours.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from reportedly.findings.copies import copy_keys, order_of
from reportedly.findings.traits import Traits, traits_of
from reportedly.terms import Reading, Story, Told, sha256_hex
from reportedly.terms.moments import Extent

#: What each thing that two reports share weighs; chosen on the halves of evaluation/grouping.py.
_KIND, _TOWN, _PERSON, _COUNTRY, _NAME, _WORD, _NUMBER, _DAY, _NEAR = 1.5, 2.0, 1.5, 0.5, 0.5, 0.25, 0.75, 1.0, 0.5
_ENOUGH = 3.5
#: Days between two reports of one story, and those within which nearness speaks for it.
_FAR, _CLOSE = 21, 3


def story_keys(reading: Reading) -> tuple[str, ...]:
    """Keys, of which reports of one story share at least one: places, persons and numbers, and copies' keys."""
    traits = traits_of(reading)
    keys = {f"p:{town}" for town in traits.towns}
    keys |= {f"n:{pair}" for pair in _pairs(traits.persons | traits.names)}
    keys |= {f"m:{number}" for number in traits.numbers}
    return tuple(sorted(keys.union(copy_keys(reading))))


def same_story(one: Reading, other: Reading) -> str | None:
    """Why two readings are of one story, or null; the same from both sides."""
    a, b = traits_of(one), traits_of(other)
    apart = _days_apart(a.published, b.published)
    if apart is not None and apart > _FAR:
        return None
    if a.kinds and b.kinds and not set(a.kinds) & set(b.kinds):
        return None
    shared = list(_shared(a, b))
    weight = sum(each for each, _, _ in shared)
    if apart is not None and apart <= _CLOSE:
        weight += _NEAR
    if weight < _ENOUGH or len({what for _, what, _ in shared}) < 2:
        return None
    return "both tell of " + ", ".join(words for _, _, words in shared)


def _shared(a: Traits, b: Traits) -> Iterator[tuple[float, str, str]]:
    """What two reports share: its weight, which thing it is, and words for it."""
    kinds = sorted(set(a.kinds) & set(b.kinds))
    if kinds:
        yield _KIND, "kind", f"a happening of the kind {kinds[0]}"
    towns = sorted(a.towns & b.towns)
    if towns:
        yield _TOWN, "place", f"the place {towns[0].title()}"
    elif a.countries & b.countries:
        yield _COUNTRY, "place", f"the country {min(a.countries & b.countries)}"
    persons = sorted(_pairs(a.persons) & _pairs(b.persons))
    if persons:
        yield _PERSON, "person", f"a speaker {persons[0].title()}"
    names = sorted((_pairs(a.names) & _pairs(b.names)) - set(persons))
    if names:
        yield min(2, len(names)) * _NAME, "name", f"the name {names[0].title()}"
    words = sorted((a.words & b.words) - _COMMON)
    if words:
        yield min(4, len(words)) * _WORD, "word", f"the name {words[0].title()}"
    numbers = sorted(a.numbers & b.numbers)
    if numbers:
        yield min(2, len(numbers)) * _NUMBER, "number", f"the number {numbers[0]}"
    days = sorted(a.days & b.days)
    if days:
        yield _DAY, "day", f"what happened on {days[0]:%Y-%m-%d}"


_COMMON = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
        "july august september october november december html php story news article says said the and "
        "for from death toll"
    ).split()
)


def _pairs(names: frozenset[str]) -> frozenset[str]:
    """Neighbouring words of names: "mayor ana silva" and "ana silva" share one."""
    return frozenset(f"{one} {other}" for name in names for one, other in pairwise(name.split()))


def _days_apart(one: Extent | None, other: Extent | None) -> int | None:
    """Whole days between two stretches of time, 0 where they meet; null when one is not known."""
    if one is None or other is None or None in (one.first, one.after, other.first, other.after):
        return None
    if one.meets(other):
        return 0
    assert one.first and one.after and other.first and other.after
    gap = one.first - other.after if one.first >= other.after else other.first - one.after
    return gap // timedelta(days=1) + 1


def describe_story(told: Sequence[Told]) -> Story:
    """What a story is called: the place and kind that most of its reports name, and when they were published.

    Its id is made of the earliest of its reports, so it stays while that one does.
    """
    readings = sorted((each.reading for each in told), key=order_of)
    traits = [traits_of(reading) for reading in readings]
    kinds = Counter(kind for each in traits for kind in each.kinds[:1])
    towns = Counter(town for each in traits for town in each.towns)
    dates = [reading.report.published for reading in readings if reading.report.published]
    places = tuple(name for name, _ in sorted(towns.items(), key=lambda item: (-item[1], item[0]))[:5])
    kind = min(kinds, key=lambda name: (-kinds[name], name), default=None)
    headline = next((reading.report.headline for reading in readings if reading.report.headline), None)
    label = ", ".join(
        part for part in (kind, places[0].title() if places else None, dates[0] if dates else None) if part
    )
    return Story(
        id="y:" + sha256_hex(readings[0].report.id)[:20],
        label=label or headline or readings[0].report.address,
        reports=tuple(reading.report.id for reading in readings),
        places=tuple(name.title() for name in places),
        happening=kind,
        first=min(dates, default=None),
        last=max(dates, default=None),
    )
