"""What two reports share that tells them to be of one happening, and how much it weighs."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import product
from math import cos, floor, hypot, radians

from reportedly.findings.kinds import lasting_kinds
from reportedly.findings.rarity import alike
from reportedly.findings.traits import Traits
from reportedly.terms.moments import Extent

#: What each thing that two reports share weighs, and how many of it weigh: a second shared count tells more, a
#: tenth does not. Chosen in view of the two sample stories and the invented ones of the tests, with the texts of
#: evaluation/grouping.py as those that must stay out.
_WEIGHTS = {
    "kind": (1.5, 1),
    "form": (1.0, 1),
    "place": (2.0, 1),
    "second place": (0.75, 1),
    "desk": (0.75, 1),
    "neighbourhood": (1.0, 1),
    "country": (0.5, 1),
    "person": (2.0, 1),
    "body": (0.75, 1),
    "count": (1.0, 2),
    "number": (0.5, 2),
    "event": (0.25, 4),
    "day": (0.5, 1),
    "title": (3.0, 1),
    "people": (3.0, 1),
    "toll": (0.25, 2),
}
#: Times this a count or number weighs, by its digits before the noughts: 5,000 has one, 832 three.
_BY_DIGITS = (0.5, 0.75, 1.25, 2.0)
_KM_A_DEGREE, _NEIGHBOURHOOD = 111.2, 30.0
#: What the likeness of the words weighs: a fifth in common is as much as a place.
_WORDS, _MOST_WORDS = 10.0, 4.5
#: What nearness in time weighs, and the days that are near.
_NEAR, _CLOSE, _CLOSE_SHORT = 0.5, 3, 1
#: Other places of one country speak against it, those of other countries more.
_ELSEWHERE, _ABROAD = 0.75, 3.5


def shared_traits(a: Traits, b: Traits) -> Mapping[str, list[str]]:
    """What two reports share, by the thing it is, in order."""
    counts = a.counts & b.counts
    counted = {count.rpartition(" ")[2] for count in counts}
    kinds = [kind for kind in sorted(a.happening.kinds) if kind in b.happening.kinds]
    places = a.towns & b.towns
    persons = [min(a.persons[key], b.persons[key]) for key in sorted(a.persons.keys() & b.persons.keys())]
    found = {
        "kind": kinds,
        "form": sorted(set(a.happening.two_forms()) & set(b.happening.two_forms())),
        "place": sorted(places),
        "second place": sorted(places)[1:],
        "desk": [] if places else sorted((a.towns | a.desks) & (b.towns | b.desks)),
        "neighbourhood": [] if places or not _near(a, b) else [min(a.towns | b.towns)],
        "country": [] if places else sorted(a.countries & b.countries),
        "person": sorted(set(persons)),
        "body": sorted(" ".join(sorted(x & y)) for x in a.bodies for y in b.bodies if x <= y or y <= x),
        "count": sorted(counts),
        "event": sorted(a.events & b.events),
        "number": sorted((a.numbers & b.numbers) - counted),
        "day": [f"{day:%Y-%m-%d}" for day in sorted(a.days & b.days)],
    }
    found["title"] = sorted(a.titles & b.titles)
    found["toll"] = [] if kinds else sorted(a.tolls & b.tolls)
    found["people"] = sorted(a.whom & b.whom)
    return {thing: held for thing, held in found.items() if held}


def weight_of(shared: Mapping[str, list[str]], a: Traits, b: Traits) -> float:
    """How much it all weighs, nearness in time and what speaks against it with it."""
    weight = _against(a, b, shared) + min(_MOST_WORDS, _WORDS * alike(a.words, b.words))
    for thing, held in shared.items():
        each, most = _WEIGHTS[thing]
        if thing in ("count", "number"):
            weight += each * sum(sorted((_chance(number) for number in held), reverse=True)[:most])
        else:
            weight += each * min(most, len(held))
    return weight + (_NEAR if _are_close(shared, a, b) else 0.0)


def _are_close(shared: Mapping[str, list[str]], a: Traits, b: Traits) -> bool:
    """Whether two reports whose days are known are so near that nearness tells something."""
    apart = days_apart(a.published, b.published)
    if apart is None or not (_is_day(a.published) and _is_day(b.published)):
        return False
    short = "kind" in shared and not set(shared["kind"]) & lasting_kinds()
    return apart <= (_CLOSE_SHORT if short else _CLOSE)


def _chance(count: str) -> float:
    """What a count weighs: the more digits before its noughts, the less it is the same by chance."""
    digits = len(count.rpartition(" ")[2].rstrip("0"))
    return _BY_DIGITS[min(digits, len(_BY_DIGITS)) - 1]


def _is_day(extent: Extent | None) -> bool:
    if extent is None or extent.first is None or extent.after is None:
        return False
    return extent.after - extent.first <= timedelta(days=1)


def _against(a: Traits, b: Traits, shared: Mapping[str, list[str]]) -> float:
    if not (a.towns and b.towns) or {"place", "desk", "neighbourhood"} & set(shared):
        return 0.0
    abroad = a.countries and b.countries and "country" not in shared
    return -_ABROAD if abroad else -_ELSEWHERE


def cells_of(traits: Traits) -> frozenset[str]:
    """Cells of one degree in which the towns lie or which are near: two near towns share one.

    Near the poles, where degrees of longitude are short, some pairs are missed.
    """
    reach = _NEIGHBOURHOOD / _KM_A_DEGREE / 2
    return frozenset(
        f"{floor(lat + reach * north)} {floor(lon + 2 * reach * east)}"
        for lat, lon in traits.points
        for north, east in product((-1, 1), repeat=2)
    )


def _near(a: Traits, b: Traits) -> bool:
    """Whether two towns lie within 30 km: of one happening, one names the suburb and another the city."""
    for (lat, lon), (other_lat, other_lon) in product(a.points, b.points):
        east = (lon - other_lon) * cos(radians(lat))
        if hypot(lat - other_lat, east) * _KM_A_DEGREE <= _NEIGHBOURHOOD:
            return True
    return False


def days_apart(one: Extent | None, other: Extent | None) -> int | None:
    """Whole days between two stretches of time, 0 where they meet; null when one is not known."""
    if one is None or other is None or None in (one.first, one.after, other.first, other.after):
        return None
    if one.meets(other):
        return 0
    assert one.first and one.after and other.first and other.after
    gap = one.first - other.after if one.first >= other.after else other.first - one.after
    return gap // timedelta(days=1) + 1
