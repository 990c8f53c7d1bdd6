"""Figures whose own words tell too little, joined to what the report or the story makes certain."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.findings.counting import tells_all, tells_the_count
from reportedly.findings.happenings import Window, reaches_story
from reportedly.findings.slots import Slot, Slots
from reportedly.findings.stated import Stated
from reportedly.findings.values import named_number

#: Numbers from here on are not met twice by chance.
_TELLING = 30
#: A number of a part is this many times that of the whole, or the whole's this many times the part's.
_FAR = 3
#: A story is about a count that so many of its figures tell.
_MUCH = 3


def take_from_others(figures: Sequence[Stated], slots: Slots) -> None:
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


def take_from_body(figures: Sequence[Stated], slots: Slots) -> None:
    """A headline's number is that of the body where the body tells it of one count only."""
    body: dict[tuple[int, str, float], set[Slot]] = defaultdict(set)
    for stated in figures:
        number = named_number(stated.figure)
        if number is not None and not stated.in_headline:
            body[stated.report, stated.figure.measure, number].add(slots[stated.key])
    for stated in figures:
        number = named_number(stated.figure)
        if number is None or number < 2 or not stated.in_headline:
            continue
        held = body[stated.report, stated.figure.measure, number]
        own = slots[stated.key]
        if len(held) == 1 and own.event is not None and _goes_with(own, next(iter(held))):
            slots[stated.key] = next(iter(held))


def _goes_with(own: Slot, other: Slot) -> bool:
    """Whether what a headline tells goes with what the body tells more fully."""
    same = own.event == other.event or {own.event, other.event} == {"fighting", "joined"}
    counted = own.counted in (None, "people", other.counted)
    return same and counted and own.mood == other.mood and own.scope == other.scope


def join_by_number(figures: Sequence[Stated], slots: Slots) -> None:
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
        if slot.event is None and _is_telling(stated, number):
            fitting = [each for each in held if slot.counted in (None, "people", each.counted)]
            if len(fitting) == 1:
                slots[stated.key] = fitting[0]
        elif slot.event is not None and slot.place is None and slot.happening is None:
            part = _part_with(slot, held - {slot})
            if part is not None and not _fits(number, [n for n in lows[slot] if n != number]):
                slots[stated.key] = part


def _is_telling(stated: Stated, number: float) -> bool:
    """Whether a number without an event can be known again: no noun of its own, or more than one digit told."""
    unit = stated.figure.unit
    return unit is None or unit.supplied or len(str(int(number)).rstrip("0")) > 1


def _part_with(slot: Slot, held: set[Slot]) -> Slot | None:
    """The one part of the slot's scene that has the number."""
    parts = [each for each in held if each.place is not None and replace(each, place=None) == slot]
    return parts[0] if len(parts) == 1 else None


def join_long_counts(figures: Sequence[Stated], slots: Slots, window: Window) -> None:
    """A count "since 2012" is that of the story where it is of one size with those of no such stretch."""
    sizes: dict[Slot, list[float]] = defaultdict(list)
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if slot.happening is None and number is not None:
            sizes[slot].append(number)
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if slot.happening is None or number is None or not reaches_story(slot.happening, window):
            continue
        bare = replace(slot, happening=None)
        if sizes[bare] and _fits(number, sizes[bare]):
            slots[stated.key] = bare


def join_the_count(figures: Sequence[Stated], slots: Slots) -> None:
    """Join "the count until now" to the count told before it in the report, else to that of the story."""
    told = Counter(slot for slot in slots.values() if slot.event is not None and slot.scope == "total")
    main = _main_count(figures, slots)
    numbers = [n for s in figures if slots[s.key] == main and (n := named_number(s.figure)) is not None]
    for n, stated in enumerate(figures):
        own, number = slots[stated.key], named_number(stated.figure)
        if own.event is not None or own.measure != "count" or number is None:
            continue
        before = figures[n - 1] if n and figures[n - 1].report == stated.report else None
        the_count = tells_the_count(stated)
        counted = before is not None and slots[before.key].measure == "count"
        if the_count and before is not None and counted and slots[before.key].event is not None:
            slots[stated.key] = replace(slots[before.key], scope="total")
        elif (
            (the_count or tells_all(stated))
            and main is not None
            and told[main] >= _MUCH
            and _fits(number, numbers)
        ):
            slots[stated.key] = main


def _main_count(figures: Sequence[Stated], slots: Slots) -> Slot | None:
    """The count that most reports begin with: its figure is the first of the report."""
    firsts = Counter(
        slots[stated.key]
        for n, stated in enumerate(figures)
        if (n == 0 or figures[n - 1].report != stated.report) and slots[stated.key].event is not None
    )
    return max(firsts, key=lambda slot: (firsts[slot], str(slot)), default=None)


def _fits(number: float, others: Sequence[float]) -> bool:
    """Whether a number is of the size of the others, so that it can be one of them."""
    return not others or any(n / _FAR <= number <= n * _FAR for n in others)
