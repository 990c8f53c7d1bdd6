"""Reports in order of publication, looked up in an index: the first of many cost what those of a few do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, exists, func, select, tuple_

from reportedly.ledger.connect import Ledger
from reportedly.ledger.schema import readings
from reportedly.ledger.schema.decisions import corrected_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """Which reports and how many: the newest or oldest first, unknown dates last, from behind one report on."""

    limit: int
    offset: int = 0
    newest_first: bool = False
    include_restricted: bool = False
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A report at its place: by date, then by the number of the reading that holds."""

    published: str | None
    reading: int
    report_id: str


def reports_in_order(ledger: Ledger, wanted: ReportOrder) -> list[Placed]:
    """So many reports in order; from the first on if none has the id ``after``."""
    enough = wanted.limit + wanted.offset
    with ledger.reading() as connection:
        behind = _place_of(connection, wanted.after) if wanted.after else None
        found = _corrected(connection, wanted)
        if behind is None or behind.published is not None:
            found += _read(connection, wanted, behind, enough, dated=True)
        if sum(each.published is not None for each in found) < enough:
            found += _read(connection, wanted, behind, enough, dated=False)
    dated = _sorted((each for each in found if each.published is not None), wanted)
    undated = _sorted((each for each in found if each.published is None), wanted)
    if behind is not None:  # corrected ones are few, and were all read
        own = _order(behind)
        dated = [each for each in dated if behind.published is not None and _is_beyond(_order(each), own, wanted)]
        undated = [each for each in undated if behind.published or _is_beyond(_order(each), own, wanted)]
    return [*dated, *undated][wanted.offset : enough]


def _order(placed: Placed) -> tuple[str, int]:
    return placed.published or "", placed.reading


def _sorted(some: Iterable[Placed], wanted: ReportOrder) -> list[Placed]:
    return sorted(some, key=_order, reverse=wanted.newest_first)


def _is_beyond(own: tuple[str, int], other: tuple[str, int], wanted: ReportOrder) -> bool:
    return own < other if wanted.newest_first else own > other


def _place_of(connection: Connection, report: str) -> Placed | None:
    held, left = readings.c, corrected_reports.c
    query = select(held.published, held.reading, left.reading.label("left"), left.published.label("corrected"))
    query = query.outerjoin(corrected_reports, left.reading == held.reading).where(held.report_id == report)
    row = connection.execute(query.order_by(held.reading.desc()).limit(1)).first()
    if row is None:
        return None
    return Placed(row.published if row.left is None else row.corrected, row.reading, report)


def _read(
    connection: Connection, wanted: ReportOrder, behind: Placed | None, limit: int, *, dated: bool
) -> list[Placed]:
    """Reports as they were read, of those with a date or of those without, in the order of the index."""
    held, other = readings.c, readings.alias().c
    newest = select(func.max(other.reading)).where(other.report_id == held.report_id)
    query = select(held.published, held.reading, held.report_id).where(held.reading == newest.scalar_subquery())
    query = query.where(~exists().where(corrected_reports.c.reading == held.reading))
    query = query.where(held.published.is_not(None) if dated else held.published.is_(None))
    if not wanted.include_restricted:
        query = query.where(~exists().where(other.report_id == held.report_id, other.restricted))
    columns = (held.published, held.reading) if dated else (held.reading,)
    if behind is not None and dated == (behind.published is not None):
        place: Any = tuple_(*columns)
        values = (behind.published, behind.reading) if dated else (behind.reading,)
        query = query.where(place < values if wanted.newest_first else place > values)
    query = query.order_by(*((each.desc() for each in columns) if wanted.newest_first else columns)).limit(limit)
    return [Placed(*row) for row in connection.execute(query)]


def _corrected(connection: Connection, wanted: ReportOrder) -> list[Placed]:
    """Reports as people left them, in no order."""
    held, left, other = readings.c, corrected_reports.c, readings.alias().c
    query = select(left.published, left.reading, left.report_id)
    newest = select(func.max(held.reading)).where(held.report_id == left.report_id)
    query = query.where(left.reading == newest.scalar_subquery())
    if not wanted.include_restricted:
        ever = exists().where(other.report_id == left.report_id, other.restricted)
        query = query.where(~func.coalesce(left.restricted, ever))
    return [Placed(*row) for row in connection.execute(query)]
