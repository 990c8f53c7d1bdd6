"""Facets of every figure of a story: what its own words tell, and what the story makes certain.

A figure joins others on what is told or certain, never by nearness alone: a "death toll" without a place in a
story about one happening is the toll of that happening; the number of a part, a child, a foreigner is not.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.findings.apart import keep_bodies_apart, keep_types_apart
from reportedly.findings.happenings import other_happening, read_window
from reportedly.findings.joins import (
    join_by_number,
    join_long_counts,
    join_the_count,
    take_from_body,
    take_from_others,
)
from reportedly.findings.parts import mark_days, mark_few, mark_narrow, mark_parts, mark_unsaid, part_from_wholes
from reportedly.findings.scenes import read_scene
from reportedly.findings.slots import Slots, slot_of
from reportedly.findings.stated import Stated

#: A nationality told in half of the reports that tell one is that of all counted.
_MOST = 2


def read_slots(figures: Sequence[Stated]) -> Slots:
    """The slot of every figure of a story by report and figure; ``figures`` in the story's order."""
    slots = _own_slots(figures)
    keep_types_apart(figures, slots)
    keep_bodies_apart(figures, slots)
    _drop_common_nationality(figures, slots)
    window = read_window(figures)
    for stated in figures:
        slots[stated.key] = replace(slots[stated.key], happening=other_happening(stated, window))
    join_long_counts(figures, slots, window)
    scene = read_scene(figures, slots)
    for stated in figures:
        slots[stated.key] = replace(slots[stated.key], place=scene.part_of(stated))
    mark_narrow(figures, slots)
    mark_days(figures, slots)
    mark_few(figures, slots)
    take_from_others(figures, slots)
    take_from_body(figures, slots)
    join_by_number(figures, slots)
    join_the_count(figures, slots)
    mark_parts(figures, slots)
    mark_unsaid(figures, slots)
    return slots


def _own_slots(figures: Sequence[Stated]) -> Slots:
    slots: Slots = {}
    for n, stated in enumerate(figures):
        before = figures[n - 1] if n and figures[n - 1].report == stated.report else None
        after = figures[n + 1] if n + 1 < len(figures) and figures[n + 1].report == stated.report else None
        slots[stated.key] = slot_of(stated, before, after)
    part_from_wholes(figures, slots)
    return slots


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
