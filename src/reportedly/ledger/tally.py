"""How many reports, claims and figures the readings of a ledger hold, counted on from where it was counted last.

Readings are never changed or taken away, so that what was counted up to one of them stays; only what came later is
looked at, and what that supersedes. A process counts a large ledger once.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, exists, func, select

from reportedly.ledger.connect import Ledger
from reportedly.ledger.schema import readings, runs

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
    """What held, or came since, and holds no longer."""
    own, other = readings.c, readings.alias().c
    query = select(func.count(), func.sum(own.claim_count), func.sum(own.figure_count))
    if known.until:  # of each new reading of a known report the one before it
        before = select(func.max(own.reading)).where(own.report_id == other.report_id, own.reading < other.reading)
        numbers = select(before.scalar_subquery()).where(other.reading > known.until)
        query = query.where(own.reading.in_(numbers))
    else:
        newer = exists().where(other.report_id == own.report_id, other.reading > own.reading)
        query = query.where(newer)
    count, claims, figures = connection.execute(query).one()
    return count, claims or 0, figures or 0


def _made(connection: Connection, known: Tally) -> dict[Makers, tuple[int, str]]:
    query = select(readings.c.run, func.count(), func.max(readings.c.recorded_at)).group_by(readings.c.run)
    found = connection.execute(query.where(readings.c.reading > known.until) if known.until else query).all()
    by = runs.c
    makers = {
        row.run: (row.version, row.model, row.rules)
        for row in connection.execute(select(by.run, by.version, by.model, by.rules))
    }
    made = dict(known.made)
    for run, number, at in found:
        count, last = made.get(makers[run], (0, ""))
        made[makers[run]] = count + number, max(at, last)
    return made
