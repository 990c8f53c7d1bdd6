"""Claims that deny another's number, or that what it counts happened at all."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.findings.points import Placed
from reportedly.findings.slots import Key, Slot
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding


def find_denials(placed: Sequence[Placed], slots: Mapping[Key, Slot]) -> Iterator[Finding]:
    """Numbers that a claim denies, against the last time somebody else told them; ``placed`` in order of time."""
    last: dict[tuple[str | None, float], Placed] = {}
    for each in placed:
        if each.number is None:
            continue
        kind = slots[each.stated.key].event, each.number
        if denies(each):
            held = last.get(kind)
            told = held if held is not None and held.voice != each.voice else None
            against = f", against {said(told)}" if told is not None else ""
            yield make_finding("denial", told, each, f"denied: {said(each)}{against}")
        else:
            last[kind] = each


def denies(placed: Placed) -> bool:
    """Whether the words deny the number: a denying cue, an event said not to have happened, a check that denies.

    A denial that itself is denied or questioned tells nothing certain.
    """
    claim, figure = placed.stated.claim, placed.stated.figure
    if figure.verification is not None and figure.verification.status == "denied":
        return True
    if figure.event is not None and figure.event.negated and (placed.number or 0) > 0:
        return True
    return claim is not None and claim.cue is not None and claim.cue.stance == "denial" and not claim.negated
