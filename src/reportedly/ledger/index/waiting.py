"""Reports that wait to be followed: read, read again, or judged since the index last heard of them."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.ledger.connect import Ledger
from reportedly.ledger.schema import readings
from reportedly.ledger.schema.index import waiting

#: Ids of reports in one condition: below the limits of SQLite and PostgreSQL on parameters.
MANY = 500


def add_waiting(connection: Connection, report_ids: Iterable[str]) -> None:
    """Let reports wait to be followed; in the transaction that reads or judges them."""
    rows = [{"report_id": report_id} for report_id in report_ids]
    if rows:
        connection.execute(insert(waiting), rows)


def add_all_waiting(connection: Connection) -> None:
    """Let every report wait, in the order in which they were first read."""
    connection.execute(delete(waiting))
    first = select(readings.c.report_id).group_by(readings.c.report_id).order_by(func.min(readings.c.reading))
    connection.execute(insert(waiting).from_select(["report_id"], first))


def list_waiting(ledger: Ledger, limit: int) -> tuple[tuple[str, ...], int]:
    """Up to so many waiting reports, those longest waiting first, and the number up to which they are.

    A report that waits twice is given once. Its newer row may lie beyond the number: then it stays.
    """
    query = select(waiting.c.number, waiting.c.report_id).order_by(waiting.c.number).limit(limit)
    with ledger.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(dict.fromkeys(row.report_id for row in rows)), rows[-1].number if rows else 0


def count_waiting(ledger: Ledger) -> int:
    """How many reports wait."""
    with ledger.reading() as connection:
        return connection.execute(select(func.count(waiting.c.report_id.distinct()))).scalar_one()


def drop_waiting(connection: Connection, report_ids: Iterable[str], until: int) -> None:
    """These reports wait no longer, unless they came again after the number."""
    ids = list(report_ids)
    for at in range(0, len(ids), MANY):
        some = waiting.c.report_id.in_(ids[at : at + MANY])
        connection.execute(delete(waiting).where(waiting.c.number <= until, some))


def stop_waiting(ledger: Ledger, report_ids: Iterable[str], until: int) -> None:
    """As :func:`drop_waiting`, in a transaction of its own: for reports of which nothing can be found any more."""
    ids = list(report_ids)
    if ids:
        with ledger.writing() as connection:
            drop_waiting(connection, ids, until)


def find_readings(ledger: Ledger, report_ids: Iterable[str]) -> dict[str, int]:
    """Of each report the number of the reading that holds; reports never read are left out."""
    ids = list(report_ids)
    found: dict[str, int] = {}
    with ledger.reading() as connection:
        for at in range(0, len(ids), MANY):
            newest = select(readings.c.report_id, func.max(readings.c.reading).label("reading"))
            newest = newest.where(readings.c.report_id.in_(ids[at : at + MANY])).group_by(readings.c.report_id)
            found |= {row.report_id: row.reading for row in connection.execute(newest)}
    return found
