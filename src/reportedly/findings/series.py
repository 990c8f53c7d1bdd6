"""Comparable figures put together: slots and pins into series, each facet with the words it rests on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.findings.points import Placed
from reportedly.findings.scenes import own_places
from reportedly.findings.slots import Key, Slot
from reportedly.findings.stated import Stated
from reportedly.findings.word_groups import runs_on
from reportedly.terms import Facet, FacetName, Pins, Pointer, Series, Words
from reportedly.terms.identity import sha256_hex


def group_figures(figures: Sequence[Stated], slots: Mapping[Key, Slot], pins: Pins) -> list[list[Stated]]:
    """The figures of each series, in the story's order; series by their first figure.

    A pin that parts two figures gives the later one a series of its own with all that pins join to it; pins that
    join win over slots.
    """
    root: dict[Key, Key] = {stated.key: stated.key for stated in figures}
    place = {stated.key: n for n, stated in enumerate(figures)}

    def find(key: Key) -> Key:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    def join(one: Key, other: Key) -> None:
        first, last = sorted((find(one), find(other)), key=place.__getitem__)
        root[last] = first

    loose = _parted(figures, pins)
    first_of: dict[Slot, Key] = {}
    for stated in figures:
        if stated.figure.id not in loose:
            join(stated.key, first_of.setdefault(slots[stated.key], stated.key))
    by_id: dict[str, list[Key]] = defaultdict(list)
    for stated in figures:
        by_id[stated.figure.id].append(stated.key)
    for one, other in sorted(pins.joined):
        for a in by_id.get(one, ()):
            for b in by_id.get(other, ()):
                join(a, b)
    groups: dict[Key, list[Stated]] = defaultdict(list)
    for stated in figures:
        groups[find(stated.key)].append(stated)
    return list(groups.values())


def _parted(figures: Sequence[Stated], pins: Pins) -> frozenset[str]:
    """Ids of the figures that leave the series the program would put them in: the later ones of parted pairs."""
    place: dict[str, int] = {}
    for n, stated in enumerate(figures):
        place.setdefault(stated.figure.id, n)
    pairs = [pair for pair in pins.parted if pair[0] in place and pair[1] in place]
    return frozenset(max(pair, key=place.__getitem__) for pair in pairs)


def series_id(slot: Slot, first: Stated) -> str:
    """Id of a series: from its facets and its first figure."""
    return "x:" + sha256_hex(f"{slot}\n{first.key[0]}\n{first.key[1]}")[:20]


def is_cumulative(slot: Slot) -> bool | None:
    """Whether the counts of a slot are running totals; null where the event does not tell."""
    return False if slot.scope == "new" else runs_on(slot.event)


def make_series(points: Sequence[Placed], slots: Mapping[Key, Slot]) -> Series:
    """A series from its points in order."""
    first = min(points, key=lambda each: (each.stated.report, each.stated.place))
    slot = slots[first.stated.key]
    facets = tuple(_facets(slot, points))
    return Series(
        id=series_id(slot, first.stated),
        label=_label(slot),
        facets=facets,
        points=tuple(each.point for each in points),
        cumulative=is_cumulative(slot),
        reports=len({each.stated.report for each in points}),
        outlets=len({each.point.chain[0] for each in points}),
        origins=len({each.voice.key for each in points if each.point.copy_of is None}) or 1,
    )


def _facets(slot: Slot, points: Sequence[Placed]) -> Iterator[Facet]:
    for name, value in _values(slot):
        words = [pointer for each in points if (pointer := _rests_on(name, each.stated)) is not None]
        yield Facet(name=name, value=value, words=tuple(words[:_WORDS]))


#: Facets show no more than so many places of their words.
_WORDS = 3


def _values(slot: Slot) -> Iterator[tuple[FacetName, str | None]]:
    yield "measure", slot.measure if slot.currency is None else f"{slot.measure} ({slot.currency})"
    yield "event", slot.event
    yield "counted", slot.counted
    told: tuple[tuple[FacetName, str | None], ...] = (
        ("nationality", slot.nationality),
        ("age", slot.age),
        ("sex", slot.sex),
        ("place", ", ".join(slot.place) if slot.place else None),
        ("happening", slot.happening),
        ("per", slot.per),
    )
    yield from (each for each in told if each[1] is not None)
    yield "scope", slot.scope if slot.scope != "part" else "subset"
    yield "modality", slot.mood if slot.mood == "forecast" else "asserted"


def _rests_on(name: FacetName, stated: Stated) -> Pointer | None:
    """The words of a figure that a facet rests on; null where its own words tell nothing of it."""
    figure = stated.figure
    words: Words | None = None
    if name in ("event", "modality"):
        words = figure.event
    elif name == "counted":
        words = figure.unit
    elif name in ("nationality", "age", "sex") and figure.unit is not None:
        words = next(iter(figure.unit.attributes.words), None)
    elif name == "place":
        words = next(iter(own_places(stated)), None)
    elif name == "happening":
        words = figure.occurred
    elif name in ("measure", "scope", "per"):
        return stated.pointer
    return None if words is None else stated.words_at(words)


def _label(slot: Slot) -> str:
    """A short name: ``killed · people · Olmen``."""
    parts = [slot.event, slot.counted, slot.nationality, slot.age, slot.sex, *(slot.place or ()), slot.happening]
    if slot.measure != "count":
        parts.insert(0, slot.measure if slot.currency is None else f"{slot.measure} {slot.currency}")
    if slot.scope == "new":
        parts.append("additions")
    if slot.scope == "part":
        parts.append("a part")
    if slot.mood == "forecast":
        parts.append("forecast")
    return " · ".join(part for part in parts if part) or slot.measure
