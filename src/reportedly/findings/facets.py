"""Facets of every figure of a story: what its own words tell, and what the story makes certain.

A figure joins others on what is told or certain, never by nearness alone: a "death toll" without a place in a
story about one happening is the toll of that happening; the number of a part, a child, a foreigner is not.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.findings.happenings import other_happening, read_window
from reportedly.findings.scenes import node_of, own_places, read_scene
from reportedly.findings.slots import Slot, event_type, slot_of
from reportedly.findings.stated import Stated
from reportedly.findings.values import named_number
from reportedly.findings.word_groups import event_groups, pairs_of

Key = tuple[str, str]
Slots = dict[Key, Slot]

#: A nationality told in half of the reports that tell one is that of all counted.
_MOST = 2
#: Numbers from here on are not met twice by chance.
_TELLING = 30
#: A number of a part is this many times that of the whole, or the whole's this many times the part's.
_FAR = 3
_COUNT_WORDS = frozenset(["count", "figure", "number", "tally", "total", "toll"])
_DIFFERING = ("event", "counted", "nationality", "age", "sex", "place", "happening")


def read_slots(figures: Sequence[Stated]) -> Slots:
    """The slot of every figure of a story by report and figure; ``figures`` in the story's order."""
    slots = _own_slots(figures)
    _keep_apart(figures, slots)
    _drop_common_nationality(figures, slots)
    window = read_window(figures)
    for stated in figures:
        slots[stated.key] = replace(slots[stated.key], happening=other_happening(stated, window))
    scene = read_scene(figures, slots)
    for stated in figures:
        slots[stated.key] = replace(slots[stated.key], place=scene.part_of(stated))
    _mark_parts(figures, slots)
    _inherit(figures, slots)
    _join_by_number(figures, slots)
    return slots


def _own_slots(figures: Sequence[Stated]) -> Slots:
    slots: Slots = {}
    before: Stated | None = None
    for stated in figures:
        slot = slot_of(stated, before)
        if before is not None and before.report == stated.report and _tells_count(stated, slot):
            slot = replace(slots[before.key], scope="total")
        slots[stated.key] = slot
        before = stated
    return slots


def _tells_count(stated: Stated, slot: Slot) -> bool:
    """Whether the words are "the count", "the official figure" and no more: the count told of before."""
    return slot.event in _COUNT_WORDS and stated.figure.unit is None and slot.measure == "count"


def _keep_apart(figures: Sequence[Stated], slots: Slots) -> None:
    """Give event types of one group their own series where a sentence counts both."""
    used = Counter(event_type(stated.figure) for stated in figures)
    lone: set[str] = set()
    for group in _sentences(figures):
        kinds: dict[str, list[Slot]] = defaultdict(list)
        for stated in group:
            kind = event_type(stated.figure)
            if kind is not None and kind in event_groups():
                kinds[kind].append(slots[stated.key])
        for pair in pairs_of("apart"):
            if pair <= kinds.keys():
                one, other = sorted(pair, key=lambda kind: (event_groups()[kind][0] == kind, used[kind], kind))
                if any(a.counted == b.counted for a in kinds[one] for b in kinds[other]):
                    lone.add(one)
    for stated in figures:
        kind = event_type(stated.figure)
        if kind in lone and slots[stated.key].event == event_groups()[kind][0]:
            slots[stated.key] = replace(slots[stated.key], event=kind)


def _sentences(figures: Sequence[Stated]) -> list[list[Stated]]:
    held: dict[tuple[int, tuple[int, int]], list[Stated]] = defaultdict(list)
    for stated in figures:
        held[stated.report, stated.sentence].append(stated)
    return list(held.values())


def _drop_common_nationality(figures: Sequence[Stated], slots: Slots) -> None:
    """A nationality told in most reports that tell one is that of all counted, said or not."""
    told: dict[str, set[int]] = defaultdict(set)
    for stated in figures:
        nationality = slots[stated.key].nationality
        if nationality is not None:
            told[nationality].add(stated.report)
    reports = len(set().union(*told.values())) if told else 0
    common = {name for name, held in told.items() if len(held) > 1 and _MOST * len(held) >= reports}
    for key, slot in slots.items():
        if slot.nationality in common:
            slots[key] = replace(slot, nationality=None)


def _mark_parts(figures: Sequence[Stated], slots: Slots) -> None:
    """Give parts of another number a slot of their own where no other facet tells them apart."""
    by_key = {stated.key: stated for stated in figures}
    for stated in figures:
        figure, slot = stated.figure, slots[stated.key]
        if figure.scope != "subset" or figure.subset_of is None:
            continue
        whole = by_key.get((stated.key[0], figure.subset_of))
        if whole is not None and _same(slot, slots[whole.key]):
            names = sorted({node_of(place) for place in own_places(stated)})
            slots[stated.key] = replace(slot, scope="part", part=" ".join(names) or _lonely(stated))
    _mark_smaller(figures, slots)
    for group in _sentences(figures):
        for stated in _addends(group):
            slot = slots[stated.key]
            if slot.scope == "new" and stated.figure.occurred is not None:
                continue  # additions of several days
            if slot.place is None and slot.nationality is None and slot.age is None and slot.sex is None:
                slots[stated.key] = replace(slot, scope="part", part=_lonely(stated))


def _mark_smaller(figures: Sequence[Stated], slots: Slots) -> None:
    """A part of something, beside a larger number of its own slot in the report, is a part of that."""
    largest: dict[tuple[int, Slot], float] = defaultdict(float)
    for stated in figures:
        place = stated.report, slots[stated.key]
        largest[place] = max(largest[place], named_number(stated.figure) or 0.0)
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if stated.figure.scope != "subset" or slot.scope != "total" or number is None:
            continue
        if number < largest[stated.report, slot]:
            slots[stated.key] = replace(slot, scope="part", part=_lonely(stated))


def _same(one: Slot, other: Slot) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _DIFFERING)


def _lonely(stated: Stated) -> str:
    return ":".join(stated.key)


def _addends(group: Sequence[Stated]) -> list[Stated]:
    """Exact counts after a total in its sentence that add up to it ("98: 97 at the site and one in hospital")."""
    counts = [s for s in group if s.figure.bound == "exact" and s.figure.measure == "count"]
    for i, whole in enumerate(counts):
        rest = counts[i + 1 :]
        numbers = [named_number(s.figure) or 0 for s in rest]
        total = named_number(whole.figure) or 0
        for end in range(2, min(len(rest), 5) + 1):
            if sum(numbers[:end]) == total and min(numbers[:end]) > 0:
                return rest[:end]
    return []


def _inherit(figures: Sequence[Stated], slots: Slots) -> None:
    """A figure that says the same as another of its report in other words counts the same."""
    for stated in figures:
        target = slots.get((stated.key[0], stated.figure.same_as or ""))
        if target is None or target.measure != slots[stated.key].measure:
            continue
        own = slots[stated.key]
        fewer = _told_facets(own) <= _told_facets(target)
        if fewer:
            slots[stated.key] = target
        else:
            slots[stated.key[0], stated.figure.same_as or ""] = own


def _told_facets(slot: Slot) -> int:
    counted = slot.counted not in (None, "people")
    return counted + sum(v is not None for v in (slot.event, slot.nationality, slot.age, slot.sex, slot.place))


def _join_by_number(figures: Sequence[Stated], slots: Slots) -> None:
    """Join what tells too little by its number, where only one series of the story has that number."""
    holders: dict[tuple[str, float], set[Slot]] = defaultdict(set)
    lows: dict[Slot, list[float]] = defaultdict(list)
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if number is not None and number >= _TELLING and slot.event is not None and slot.scope == "total":
            holders[slot.measure, number].add(slot)
            lows[slot].append(number)
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if number is None or number < _TELLING or slot.scope != "total" or stated.figure.measure != "count":
            continue
        held = holders[slot.measure, number]
        if slot.event is None:
            fitting = [each for each in held if slot.counted in (None, "people", each.counted)]
            if len(fitting) == 1:
                slots[stated.key] = fitting[0]
        elif slot.place is None and slot.happening is None:
            part = _part_with(slot, held - {slot})
            if part is not None and not _fits(number, [n for n in lows[slot] if n != number]):
                slots[stated.key] = part


def _part_with(slot: Slot, held: set[Slot]) -> Slot | None:
    """The one part of the slot's scene that has the number."""
    parts = [each for each in held if each.place is not None and replace(each, place=None) == slot]
    return parts[0] if len(parts) == 1 else None


def _fits(number: float, others: Sequence[float]) -> bool:
    """Whether a number is of the size of the others, so that it can be one of them."""
    return not others or any(n / _FAR <= number <= n * _FAR for n in others)
