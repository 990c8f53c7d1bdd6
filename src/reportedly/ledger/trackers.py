"""Trackers: named questions that new reports feed. A row makes one, another removes it; none is changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.errors import UnknownTracker
from reportedly.ledger.clock import now
from reportedly.ledger.connect import Ledger
from reportedly.ledger.flatten import storable_row
from reportedly.ledger.folding import fold
from reportedly.ledger.index.rows import SeriesFilter
from reportedly.ledger.schema.index import tracker_views
from reportedly.ledger.schema.trackers import trackers
from reportedly.terms import sha256_hex

_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """A named question: which series it follows. ``since`` is EDTF; ``shown_at`` when it was last shown, UTC."""

    name: str
    event: str | None
    counted: str | None
    place: str | None
    since: str | None
    who: str | None
    recorded_at: str
    shown_at: str | None
    tracker_id: str

    @property
    def wanted(self) -> SeriesFilter:
        """The series it follows."""
        return SeriesFilter(event=self.event, counted=self.counted, place=self.place, since=self.since)


def add_tracker(ledger: Ledger, name: str, wanted: SeriesFilter, who: str | None) -> Tracker:
    """Make a tracker of what is wanted; case and accents of its name do not matter.

    Raises:
        UnknownTracker: the name is empty or taken, or nothing is asked for.
    """
    asked = {part: getattr(wanted, part) for part in ("event", "counted", "place", "since")}
    if not any(asked[part] for part in ("event", "counted", "place")):
        raise UnknownTracker("a tracker asks for something: give --event, --counted or --place")
    if not name.strip():
        raise UnknownTracker("a tracker needs a name")
    if any(_id(each.name) == _id(name) for each in list_trackers(ledger)):
        raise UnknownTracker(f"there is a tracker “{name}” already: remove it first, or take another name")
    with ledger.writing() as connection:
        _append(connection, {"action": "add", "name": name.strip(), **asked, "who": who})
    return find_tracker(ledger, name)


def remove_tracker(ledger: Ledger, name: str, who: str | None) -> Tracker:
    """Remove a tracker; what it was stays as a row, and it can be made again.

    Raises:
        UnknownTracker: there is none of this name.
    """
    found = find_tracker(ledger, name)
    with ledger.writing() as connection:
        _append(connection, {"action": "remove", "name": found.name, "who": who})
    return found


def list_trackers(ledger: Ledger) -> Iterator[Tracker]:
    """The trackers that stand, in the order in which they were made."""
    newest = select(func.max(trackers.c.number)).group_by(trackers.c.tracker_id)
    query = select(trackers, tracker_views.c.shown_at)
    query = query.outerjoin(tracker_views, tracker_views.c.tracker_id == trackers.c.tracker_id)
    query = query.where(trackers.c.number.in_(newest), trackers.c.action == "add").order_by(trackers.c.number)
    with ledger.reading() as connection:
        rows = connection.execute(query).all()
    for row in rows:
        held = row._mapping
        yield Tracker(**{name: held[name] for name in Tracker.__dataclass_fields__})


def find_tracker(ledger: Ledger, name: str) -> Tracker:
    """The tracker of this name.

    Raises:
        UnknownTracker: there is none.
    """
    for each in list_trackers(ledger):
        if each.tracker_id == _id(name):
            return each
    raise UnknownTracker(f"there is no tracker “{name}”: see them with “reportedly track list”")


def mark_shown(ledger: Ledger, tracker: Tracker) -> None:
    """Note that a tracker was shown now: what is new is told from here on."""
    with ledger.writing() as connection:
        connection.execute(delete(tracker_views).where(tracker_views.c.tracker_id == tracker.tracker_id))
        connection.execute(insert(tracker_views).values(tracker_id=tracker.tracker_id, shown_at=now()))


def _append(connection: Connection, row: dict[str, str | None]) -> None:
    number = (connection.execute(select(func.max(trackers.c.number))).scalar() or 0) + 1
    whole = row | {"tracker_id": _id(row["name"] or ""), "recorded_at": now()}
    connection.execute(insert(trackers).values(storable_row({"number": number, **whole})))


def _id(name: str) -> str:
    return "t:" + sha256_hex(" ".join((fold(name) or "").split()))[:_LENGTH]
