"""How many reports, claims and figures the readings of a ledger hold, counted on from where it was counted last.

Readings are never changed or taken away, so that what was counted up to one of them stays; only what came later is
looked at, and what that supersedes. A process counts a large ledger once.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, func, select

from reportedly.ledger.connect import Ledger
from reportedly.ledger.schema import readings

#: What made readings: version, model, rules.
Makers = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of what holds, up to the reading of a number; and what made how many readings, and when the last."""

    until: int = 0
    reports: int = 0
    claims: int = 0
    figures: int = 0
    made: Mapping[Makers, tuple[int, str]] = field(default_factory=dict)


_KNOWN: WeakKeyDictionary[Ledger, Tally] = WeakKeyDictionary()
_LOCK = threading.Lock()


def tally_readings(ledger: Ledger, connection: Connection) -> Tally:
    """The counts of all readings that the connection sees."""
    last = connection.execute(select(func.max(readings.c.reading))).scalar() or 0
    with _LOCK:
        known = _KNOWN.get(ledger, Tally())
    if known.until == last:
        return known
    if known.until > last:  # of a connection that sees what came since
        known = Tally()
    found = _add(connection, known, last)
    with _LOCK:
        _KNOWN[ledger] = found
    return found


def _add(connection: Connection, known: Tally, last: int) -> Tally:
    own = readings.c
    new = connection.execute(
        select(func.count(), func.sum(own.claim_count), func.sum(own.figure_count)).where(
            own.reading > known.until
        )
    ).one()
    reports, claims, figures = new[0], new[1] or 0, new[2] or 0
    gone = _superseded(connection, known)
    return replace(
        known,
        until=last,
        reports=known.reports + reports - gone[0],
        claims=known.claims + claims - gone[1],
        figures=known.figures + figures - gone[2],
        made=_made(connection, known),
    )


def _superseded(connection: Connection, known: Tally) -> tuple[int, int, int]:
    """What held, or came since, and holds no longer: of each new reading of a known report the one before it."""
    own, older = readings.alias("newer").c, readings.alias("older").c
    before = select(func.max(older.reading)).where(older.report_id == own.report_id, older.reading < own.reading)
    numbers = select(before.scalar_subquery()).where(own.reading > known.until)
    held = readings.c
    query = select(func.count(), func.sum(held.claim_count), func.sum(held.figure_count))
    count, claims, figures = connection.execute(query.where(held.reading.in_(numbers))).one()
    return count, claims or 0, figures or 0


def _made(connection: Connection, known: Tally) -> dict[Makers, tuple[int, str]]:
    own = readings.c
    by = (own.version, own.model, own.rules)
    query = select(*by, func.count(), func.max(own.recorded_at)).where(own.reading > known.until).group_by(*by)
    made = dict(known.made)
    for version, model, rules, number, at in connection.execute(query):
        count, last = made.get((version, model, rules), (0, ""))
        made[version, model, rules] = count + number, max(at, last)
    return made
