"""Totals that contain other figures, so that nothing is added twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.findings.points import Placed
from reportedly.findings.scenes import own_places
from reportedly.findings.slots import Key, Slot
from reportedly.findings.timelines import both_hold
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding


def find_coverage(series: Sequence[Sequence[Placed]], slots: Mapping[Key, Slot]) -> Iterator[Finding]:
    """For each series of a part, the whole it lies in, at the first report that tells both.

    A part larger than its whole in one report contradicts it.
    """
    by_slot = {slots[points[0].stated.key]: points for points in series}
    for points in series:
        slot = slots[points[0].stated.key]
        whole = by_slot.get(_whole_of(slot))
        if whole is None or whole is points or slot.happening is not None or slot.mood != "told":
            continue
        yield from _first_with_both(points, whole)


def _whole_of(slot: Slot) -> Slot:
    """The slot of the whole that a part lies in: the same count without what makes it a part."""
    return replace(
        slot,
        place=None,
        happening=None,
        nationality=None,
        age=None,
        sex=None,
        part=None,
        counted="people" if slot.counted in _PEOPLE else slot.counted,
        scope="total",
    )


_PEOPLE = frozenset(["civilian", "foreigners", "soldiers", "fighters", "police", "people", None])


def _side_by_side(part: Placed, total: Placed) -> bool:
    """Whether a sentence sets two places side by side: "620 in the town and 3,100 in the next"."""
    return part.stated.sentence == total.stated.sentence and bool(own_places(total.stated))


def _first_with_both(parts: Sequence[Placed], whole: Sequence[Placed]) -> Iterator[Finding]:
    totals: dict[int, Placed] = {}
    for each in whole:
        if not each.earlier and each.number is not None:
            totals[each.stated.report] = each
    covered = False
    for part in parts:
        total = totals.get(part.stated.report)
        if total is None or part.number is None or part.earlier or _side_by_side(part, total):
            continue
        if part.number > (total.number or 0) and not both_hold(part, total) and part.stated.figure.scope != "new":
            yield make_finding(
                "contradiction",
                part,
                total,
                f"{said(part)}, a part; {said(total)}, the whole: the part is larger than the whole",
                reason="scope",
                apparent=True,
            )
        elif not covered and part.number <= (total.number or 0):
            covered = True
            yield make_finding(
                "coverage", part, total, f"{said(total)} contains {said(part)}: not to be added to it"
            )
