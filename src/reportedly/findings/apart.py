"""Counts that one story keeps apart although their words are elsewhere used for one."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.findings.counting import event_type, tells_bodies
from reportedly.findings.slots import Slot, Slots
from reportedly.findings.stated import Stated, by_sentence
from reportedly.findings.values import named_number
from reportedly.findings.word_groups import event_groups, pairs_of

#: Bodies found are this many times fewer than the dead of the same report before they are a count of their own.
_TWO_COUNTS = 1.5


def keep_types_apart(figures: Sequence[Stated], slots: Slots) -> None:
    """Give event types of one group their own series where a sentence counts both."""
    used = Counter(event_type(stated.figure) for stated in figures)
    lone: set[str] = set()
    for group in by_sentence(figures):
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


def keep_bodies_apart(figures: Sequence[Stated], slots: Slots) -> None:
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
