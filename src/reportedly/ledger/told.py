"""Readings as findings see them: of each report the newest, as people corrected it, as far as a clock lets."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

from reportedly.errors import UnknownReport
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import NOTHING, correct, judged_reports
from reportedly.ledger.packing import unpack_reading
from reportedly.ledger.schema import readings, texts
from reportedly.ledger.schema.care import forgettings
from reportedly.terms import AsOf, Claim, Reading, Told

#: Readings held in memory at once.
_AT_ONCE = 50


def load_told(ledger: Ledger, report_ids: Iterable[str], as_of: AsOf | None = None) -> Iterator[Told]:
    """The readings of reports, in the order of their ids; what had not come by then is left out.

    By the clock ``recorded`` it is the reading that was the newest then; by ``published`` the reports that were
    out; by ``said`` of each report what had been said. A report once restricted is restricted at any time. An id
    that no report has is passed over. A few are held in memory at once.
    """
    ids = iter(report_ids)
    while some := list(islice(ids, _AT_ONCE)):
        with ledger.reading() as connection:
            told = {each.reading.report.id: each for each in _load(connection, some, as_of)}
        for name in some:
            if name in told:
                standing = as_it_stood(told[name].reading, as_of)
                if standing is not None:
                    yield replace(told[name], reading=standing)


def load_reading(ledger: Ledger, report: str, as_of: AsOf | None = None) -> Reading:
    """The newest reading of a report, whole, as it was appended; with ``as_of`` what of it had come by then.

    Raises:
        UnknownReport: no report has this id, or nothing of it had come.
    """
    with ledger.reading() as connection:
        told = _load(connection, [report], as_of)
        forgotten = None if told else _forgotten(connection, report)
    if forgotten is not None:
        raise UnknownReport(forgotten)
    standing = as_it_stood(told[0].reading, as_of) if told else None
    if standing is None:
        when = f" as of {as_of.time} by the clock “{as_of.clock}”" if as_of else ""
        raise UnknownReport(f"no report of {ledger.path} has the id {report}{when}")
    return standing


def as_it_stood(reading: Reading, as_of: AsOf | None) -> Reading | None:
    """What of a reading had come by then by the clocks ``published`` and ``said``; null: nothing of it.

    What is said in a report was said by the time it was printed, whatever its own words tell of when.
    """
    if as_of is None or as_of.clock == "recorded":
        return reading
    published = as_of.has_come(reading.report.published)
    if published or as_of.clock == "published":
        return reading if published else None
    claims = tuple(each for each in reading.claims if each.said and as_of.has_come(each.said.edtf))
    return _only(reading, claims) if claims else None


def newest_then(as_of: AsOf | None = None) -> ColumnElement[bool]:
    """The condition that a reading is the newest of its report, as the ledger knew by then."""
    other = readings.alias()
    newest = select(func.max(other.c.reading)).where(other.c.report_id == readings.c.report_id)
    if as_of is not None and as_of.clock == "recorded":
        newest = newest.where(other.c.recorded_at < as_of.before)
    return readings.c.reading == newest.scalar_subquery()


def _load(connection: Connection, report_ids: list[str], as_of: AsOf | None) -> list[Told]:
    held = readings.c
    other = readings.alias()
    restricted = exists().where(other.c.report_id == held.report_id, other.c.restricted)
    query = select(held.record, held.recorded_at, restricted.label("restricted"), texts.c.text)
    query = query.join_from(readings, texts, texts.c.text_sha256 == held.text_sha256)
    rows = connection.execute(
        query.where(held.report_id.in_(report_ids), held.record != NOTHING, newest_then(as_of))
    ).all()
    judged = judged_reports(connection, report_ids)
    before = as_of.before if as_of is not None and as_of.clock == "recorded" else None
    return [_told(connection, row, judged, before) for row in rows]


def _forgotten(connection: Connection, report: str) -> str | None:
    """What to say of a report that was forgotten; null: it was not."""
    query = select(forgettings).where(forgettings.c.report_id == report, forgettings.c.kind == "report")
    row = connection.execute(query.order_by(forgettings.c.number.desc()).limit(1)).first()
    if row is None:
        return None
    why = f" because “{row.why}”" if row.why else ""
    return f"{row.who} had the ledger forget the report {report} on {row.recorded_at[:10]}{why}"


def _told(
    connection: Connection, row: Row[tuple[bytes, str, bool, str]], judged: frozenset[str], before: str | None
) -> Told:
    reading = unpack_reading(row.record, row.text)
    told = Told(reading=reading, restricted=row.restricted, recorded_at=row.recorded_at)
    if reading.report.id not in judged:
        return told
    left = correct(connection, reading, before)
    restricted = told.restricted if left.restricted is None else left.restricted
    return replace(told, reading=left.reading, restricted=restricted, corrected=left.changed)


def _only(reading: Reading, claims: tuple[Claim, ...]) -> Reading:
    """The reading with these claims and what belongs to them; nothing points at what is left out."""
    kept = {each.id for each in claims}
    figures = tuple(each for each in reading.figures if each.claim in kept)
    kept |= {each.id for each in figures}

    def known(name: str | None) -> str | None:
        return name if name in kept else None

    return replace(
        reading,
        claims=tuple(replace(each, via=known(each.via), same_as=known(each.same_as)) for each in claims),
        figures=tuple(
            replace(each, subset_of=known(each.subset_of), same_as=known(each.same_as)) for each in figures
        ),
        comparisons=tuple(each for each in reading.comparisons if each.claim in kept),
    )
