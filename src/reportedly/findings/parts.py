"""Figures that are parts of others, or additions, where no other facet tells them from the whole."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.findings.scenes import node_of, own_places
from reportedly.findings.slots import Slot, Slots
from reportedly.findings.stated import Stated, by_sentence
from reportedly.findings.values import named_number
from reportedly.findings.voices import is_anybody
from reportedly.findings.word_groups import runs_on, words_of
from reportedly.terms.moments import Extent, extent_of

#: A number of a day is that much smaller than the total it is added to.
_LESS = 1.3
#: Times longer than this are of counts "this year", "in March".
_STRETCH = timedelta(days=25)
#: So many at most are "a few", and a total that many times larger is another count.
_FEW = 10
_ELSEWHERE = re.compile(r"\belsewhere\b")
#: How badly somebody is hurt makes a part that reports tell of again.
_SEVERE = re.compile(r"\b(?:critical\w*|serious\w*|severe\w*|grave(?:ly)?|intensive|life-threatening)\b")
#: What numbers of these measures count no unit of theirs tells.
_UNSAID = frozenset(["count", "percent", "ratio"])
_DIFFERING = ("event", "counted", "nationality", "age", "sex", "place", "happening")


def part_from_wholes(figures: Sequence[Stated], slots: Slots) -> None:
    """A whole does not share what happened to its part: "415 in all, of whom 150 were killed"."""
    by_key = {stated.key: stated for stated in figures}
    for stated in figures:
        part = stated.figure
        whole = by_key.get((stated.key[0], part.subset_of or ""))
        if whole is None or part.event is None or whole.figure.event is None:
            continue
        if whole.figure.event.spans == part.event.spans and whole.figure.end <= part.start <= part.event.start:
            slots[whole.key] = replace(slots[whole.key], event=None)


def mark_unsaid(figures: Sequence[Stated], slots: Slots) -> None:
    """Numbers of which no word tells what they count are of one thing only where they are the same.

    Two percentages of a report are seldom of one whole.
    """
    for stated in figures:
        slot, number = slots[stated.key], named_number(stated.figure)
        if slot.event is None and slot.counted is None and slot.measure in _UNSAID and number is not None:
            slots[stated.key] = replace(slot, part=f"only {number:g}")


def mark_narrow(figures: Sequence[Stated], slots: Slots) -> None:
    """Beside a number "across the country", the one of the same sentence that is not is of a part.

    What happened "elsewhere" is no part of what is told of here.
    """
    for stated in figures:
        if _ELSEWHERE.search(stated.clause) and slots[stated.key].place is None:
            slots[stated.key] = replace(slots[stated.key], place=("elsewhere",))
    for group in by_sentence(figures):
        wide = [s for s in group if words_of("wide_words").search(s.clause)]
        for stated in group:
            slot = slots[stated.key]
            if stated not in wide and any(slots[each.key] == slot for each in wide):
                slots[stated.key] = replace(slot, place=("narrower",))


def mark_days(figures: Sequence[Stated], slots: Slots) -> None:
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


def _is_later(when: Extent | None, begin: Extent) -> bool:
    """Whether a time is a stretch of its own: not the day on which the story began, nor one without an end."""
    if when is None or when.first is None or when.after is None or begin.after is None:
        return False
    return when.first >= begin.after or when.after - when.first > _STRETCH


def mark_few(figures: Sequence[Stated], slots: Slots) -> None:
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


def mark_parts(figures: Sequence[Stated], slots: Slots) -> None:
    """Give parts of another number a slot of their own where no other facet tells them apart."""
    by_key = {stated.key: stated for stated in figures}
    for stated in figures:
        figure, slot = stated.figure, slots[stated.key]
        if figure.scope != "subset" or figure.subset_of is None:
            continue
        whole = by_key.get((stated.key[0], figure.subset_of))
        if whole is not None and _same(slot, slots[whole.key]):
            names = " ".join(sorted({node_of(place) for place in own_places(stated)}))
            slots[stated.key] = replace(slot, scope="part", part=names or _severity(stated) or _lonely(stated))
    _mark_smaller(figures, slots)
    for group in by_sentence(figures):
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
            slots[stated.key] = replace(slot, scope="part", part=_severity(stated) or _lonely(stated))


def _same(one: Slot, other: Slot) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _DIFFERING)


def _severity(stated: Stated) -> str | None:
    return "severe" if _SEVERE.search(stated.clause) or _SEVERE.search(stated.lead[-20:]) else None


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
