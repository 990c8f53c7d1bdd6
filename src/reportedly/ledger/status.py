"""How a ledger stands: how much it holds, who read it, how large it is, what is not finished."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from reportedly.ledger.connect import Ledger
from reportedly.ledger.format import find_revision
from reportedly.ledger.index.waiting import count_waiting
from reportedly.ledger.read import counts
from reportedly.ledger.schema import runs, seals
from reportedly.ledger.seal import head_seal
from reportedly.ledger.tally import Tally, tally_readings


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """What made readings of a ledger, how many, and when it last did (UTC)."""

    version: str
    model: str
    rules: str
    readings: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A run that runs still or was broken off; what it kept is whole."""

    run: int
    version: str
    started_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A ledger in numbers; ``size`` is in bytes, with what is not yet written back from SQLite's log.

    ``reports``, ``claims``, ``figures`` and ``skips`` count what holds now, ``readings`` also what was superseded;
    ``waiting`` are reports read or judged since findings were last made.
    """

    ledger: str
    format: int
    size: int
    reports: int
    claims: int
    figures: int
    skips: int
    readings: int
    runs: int
    waiting: int
    last_read: str | None
    read_by: tuple[ReadBy, ...]
    unfinished: tuple[Unfinished, ...]
    seals: int
    head_seal: str | None


def find_status(ledger: Ledger) -> Status:
    """How the ledger stands now.

    Raises:
        LedgerError: one of its kinds, when the ledger cannot be read.
    """
    held, waiting = counts(ledger), count_waiting(ledger)
    with ledger.reading() as connection:
        read_by = _read_by(tally_readings(ledger, connection))
        return Status(
            ledger=str(ledger.path),
            format=int(find_revision(connection) or 0),
            size=_size(ledger, connection),
            reports=held.reports,
            claims=held.claims,
            figures=held.figures,
            skips=held.skips,
            readings=sum(each.readings for each in read_by),
            runs=connection.execute(select(func.count()).select_from(runs)).scalar_one(),
            waiting=waiting,
            last_read=max((each.last for each in read_by), default=None),
            read_by=read_by,
            unfinished=tuple(_unfinished(connection)),
            seals=connection.execute(select(func.count()).select_from(seals)).scalar_one(),
            head_seal=head_seal(connection),
        )


def _read_by(held: Tally) -> tuple[ReadBy, ...]:
    made = (
        ReadBy(version=version, model=model, rules=rules, readings=number, last=last)
        for (version, model, rules), (number, last) in held.made.items()
    )
    return tuple(sorted(made, key=lambda each: (each.last, each.version)))


def _unfinished(connection: Connection) -> list[Unfinished]:
    query = select(runs.c.run, runs.c.version, runs.c.started_at).where(runs.c.finished_at.is_(None))
    return [Unfinished(**row._mapping) for row in connection.execute(query.order_by(runs.c.run))]


def _size(ledger: Ledger, connection: Connection) -> int:
    if isinstance(ledger.path, Path):
        log = ledger.path.with_name(ledger.path.name + "-wal")
        return ledger.path.stat().st_size + (log.stat().st_size if log.exists() else 0)
    relations = (
        "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c "
        "WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace"
    )
    return int(connection.exec_driver_sql(relations).scalar() or 0)
