"""Facets of every figure of a story: what its own words tell, and what the story makes certain.

A figure joins others on what is told or certain, never by nearness alone: a "death toll" without a place in a
story about one happening is the toll of that happening; the number of a part, a child, a foreigner is not.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.findings.counting import event_type, tells_all, tells_bodies, tells_the_count
from reportedly.findings.happenings import Window, other_happening, reaches_story, read_window
from reportedly.findings.scenes import node_of, own_places, read_scene
from reportedly.findings.slots import Slot, slot_of
from reportedly.findings.stated import Stated
from reportedly.findings.values import named_number
from reportedly.findings.voices import is_anybody
from reportedly.findings.word_groups import event_groups, pairs_of, runs_on, words_of
from reportedly.terms.moments import Extent, extent_of

Key = tuple[str, str]
Slots = dict[Key, Slot]

#: A nationality told in half of the reports that tell one is that of all counted.
_MOST = 2
#: Numbers from here on are not met twice by chance.
_TELLING = 30
#: A number of a part is this many times that of the whole, or the whole's this many times the part's.
_FAR = 3
#: Bodies found are this many times fewer than the dead of the same report before they are a count of their own.
_TWO_COUNTS = 1.5
#: A number of a day is that much smaller than the total it is added to.
_LESS = 1.3
#: Times longer than this are of counts "this year", "in March".
_STRETCH = timedelta(days=25)
#: So many at most are "a few", and a total that many times larger is another count.
_FEW = 10
#: A story is about a count that so many of its figures tell.
_MUCH = 3
_DIFFERING = ("event", "counted", "nationality", "age", "sex", "place", "happening")


def read_slots(figures: Sequence[Stated]) -> Slots:
    """The slot of every figure of a story by report and figure; ``figures`` in the story's order."""
    slots = _own_slots(figures)
    _keep_apart(figures, slots)
    _keep_bodies_apart(figures, slots)
    _drop_common_nationality(figures, slots)
    window = read_window(figures)
    for stated in figures:
        slots[stated.key] = replace(slots[stated.key], happening=other_happening(stated, window))
    _join_long_counts(figures, slots, window)
    scene = read_scene(figures, slots)
    for stated in figures:
        slots[stated.key] = replace(slots[stated.key], place=scene.part_of(stated))
    _mark_narrow(figures, slots)
    _mark_days(figures, slots)
    _mark_few(figures, slots)
    _inherit(figures, slots)
    _take_from_body(figures, slots)
    _join_by_number(figures, slots)
    _take_from_counts(figures, slots)
    _mark_parts(figures, slots)
    return slots


def _own_slots(figures: Sequence[Stated]) -> Slots:
    slots: Slots = {}
    for n, stated in enumerate(figures):
        before = figures[n - 1] if n and figures[n - 1].report == stated.report else None
        after = figures[n + 1] if n + 1 < len(figures) and figures[n + 1].report == stated.report else None
        slots[stated.key] = slot_of(stated, before, after)
    _take_from_wholes(figures, slots)
    return slots


def _take_from_counts(figures: Sequence[Stated], slots: Slots) -> None:
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
        if the_count and before is not None and slots[before.key].event is not None:
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


def _take_from_wholes(figures: Sequence[Stated], slots: Slots) -> None:
    """A whole does not share what happened to its part: "415 in all, of whom 150 were killed"."""
    by_key = {stated.key: stated for stated in figures}
    for stated in figures:
        part = stated.figure
        whole = by_key.get((stated.key[0], part.subset_of or ""))
        if whole is None or part.event is None or whole.figure.event is None:
            continue
        if whole.figure.event.spans == part.event.spans and whole.figure.end <= part.start <= part.event.start:
            slots[whole.key] = replace(slots[whole.key], event=None)


def _join_long_counts(figures: Sequence[Stated], slots: Slots, window: Window) -> None:
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


def _keep_bodies_apart(figures: Sequence[Stated], slots: Slots) -> None:
    """Where reports set bodies found beside another number of dead, the two are two counts in the story."""
    held: dict[tuple[int, bool], list[float]] = defaultdict(list)
    bodies: list[Stated] = []
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if slot.event != "killed" or slot.scope != "total" or slot.age or number is None:
            continue
        found = tells_bodies(stated)
        held[stated.report, found].append(number)
        if found:
            bodies.append(stated)
    reports = {report for report, found in held if found and held.get((report, False))}
    apart = [report for report in reports if min(held[report, False]) > _TWO_COUNTS * max(held[report, True])]
    if len(apart) > 1:
        for stated in bodies:
            slots[stated.key] = replace(slots[stated.key], event="bodies found")


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
        if any(
            m.kind in ("from_to", "difference") and s.in_sentence(m.spans)
            for s in group[:1]
            for m in s.reading.comparisons
        ):
            continue  # "lowered from 203 to 198 after five were struck off" is no breakdown
        for stated in _addends(group):
            slot = slots[stated.key]
            if slot.scope == "new" and stated.figure.occurred is not None:
                continue  # additions of several days
            if slot.place is None and slot.nationality is None and slot.age is None and slot.sex is None:
                slots[stated.key] = replace(slot, scope="part", part=_lonely(stated))


def _mark_smaller(figures: Sequence[Stated], slots: Slots) -> None:
    """A part of something, beside a larger number of its own slot in the report, is a part of that."""
    largest = _largest(figures, slots)
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


def _take_from_body(figures: Sequence[Stated], slots: Slots) -> None:
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


def _mark_narrow(figures: Sequence[Stated], slots: Slots) -> None:
    """Beside a number "across the country", the one of the same sentence that is not is of a part."""
    for group in _sentences(figures):
        wide = [s for s in group if words_of("wide_words").search(s.clause)]
        for stated in group:
            slot = slots[stated.key]
            if stated not in wide and any(slots[each.key] == slot for each in wide):
                slots[stated.key] = replace(slot, place=("narrower",))


def _mark_days(figures: Sequence[Stated], slots: Slots) -> None:
    """Of a count that runs on, a much smaller number of one later day, a month or a year is an addition.

    A number that the count has had before is that number again.
    """
    told: dict[Slot, set[float]] = defaultdict(set)
    begin: dict[Slot, Extent] = {}
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if number is None or slot.scope != "total" or not runs_on(slot.event):
            continue
        when = extent_of(stated.figure.occurred.edtf) if stated.figure.occurred else None
        first = begin.setdefault(slot, when or extent_of(stated.reading.report.published) or Extent(None, None))
        held = told[slot]
        if _is_later(when, first) and number not in held and number * _LESS < max(held, default=0.0):
            slots[stated.key] = replace(slot, scope="new")
        else:
            held.add(number)


def _mark_few(figures: Sequence[Stated], slots: Slots) -> None:
    """A few are no total of a count that ran to ten times as many, unless another one disputes it."""
    beside = _largest(figures, slots)
    top: dict[Slot, tuple[float, str | None]] = {}
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if number is None or slot.scope != "total" or not runs_on(slot.event):
            continue
        most, by = top.get(slot, (0.0, None))
        who = stated.speaker.name or stated.speaker.role if stated.speaker is not None else None
        nobody = stated.speaker is None or is_anybody(stated.speaker)
        largest = max(most, beside[stated.report, slot])
        if number < _FEW and number * _FEW <= largest and (nobody or who == by):
            slots[stated.key] = replace(slot, scope="part", part=_lonely(stated))
        elif number >= most:
            top[slot] = number, who


def _largest(figures: Sequence[Stated], slots: Slots) -> dict[tuple[int, Slot], float]:
    """The largest number of each slot in each report."""
    largest: dict[tuple[int, Slot], float] = defaultdict(float)
    for stated in figures:
        place = stated.report, slots[stated.key]
        largest[place] = max(largest[place], named_number(stated.figure) or 0.0)
    return largest


def _is_later(when: Extent | None, begin: Extent) -> bool:
    """Whether a time is a stretch of its own: not the day on which the story began, nor one without an end."""
    if when is None or when.first is None or when.after is None or begin.after is None:
        return False
    return when.first >= begin.after or when.after - when.first > _STRETCH


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


def _fits(number: float, others: Sequence[float]) -> bool:
    """Whether a number is of the size of the others, so that it can be one of them."""
    return not others or any(n / _FAR <= number <= n * _FAR for n in others)
