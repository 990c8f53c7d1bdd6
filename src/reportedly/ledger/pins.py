"""What people pinned together or apart, for grouping reports, figures and speakers."""

from sqlalchemy import ColumnElement

from reportedly.ledger.connect import Ledger
from reportedly.ledger.judgements import judgements_where
from reportedly.ledger.schema import judgements
from reportedly.terms import AsOf, Pins
from reportedly.terms.judgement import Judgement, standing

#: Names of the two fields of :class:`Pins` for each kind.
_FIELDS = {
    "figure": ("joined", "parted"),
    "report": ("stories_joined", "stories_parted"),
    "speaker": ("speakers_joined", "speakers_parted"),
}


def load_pins(ledger: Ledger, as_of: AsOf | None = None) -> Pins:
    """The pins that stand, or that stood by the clock ``recorded``. Of one pair the last word counts.

    By the other clocks all count: they tell when something was said of the world, and pins say nothing of it.
    """
    conditions: list[ColumnElement[bool]] = [judgements.c.action.in_(("join", "part", "undo"))]
    if as_of is not None and as_of.clock == "recorded":
        conditions.append(judgements.c.recorded_at < as_of.before)
    with ledger.reading() as connection:
        return pins_of(judgements_where(connection, *conditions))


def pins_of(rows: tuple[Judgement, ...]) -> Pins:
    """The pins that judgements make; pairs are in the order of the alphabet."""
    held: dict[str, set[tuple[str, str]]] = {name: set() for names in _FIELDS.values() for name in names}
    for each in standing(rows):
        if each.action not in ("join", "part") or each.kind not in _FIELDS or each.other is None:
            continue
        joined, parted = _FIELDS[each.kind]
        pair = (min(each.target, each.other), max(each.target, each.other))
        into, out = (joined, parted) if each.action == "join" else (parted, joined)
        held[into].add(pair)
        held[out].discard(pair)
    return Pins(**{name: frozenset(pairs) for name, pairs in held.items()})
