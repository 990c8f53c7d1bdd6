"""Corrected readings in a ledger: what people decided laid over what was read, and the rows that show it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, select

from reportedly.errors import UnknownReport
from reportedly.ledger.connect import Ledger
from reportedly.ledger.flatten import claim_row, figure_row, speaker_row, storable_row
from reportedly.ledger.index.waiting import MANY
from reportedly.ledger.insert import insert_rows
from reportedly.ledger.judgements import judgements_of_report
from reportedly.ledger.judging.overlay import Corrected, corrected
from reportedly.ledger.names.keeping import keep_held_names
from reportedly.ledger.packing import unpack_reading
from reportedly.ledger.schema import judgements, readings, texts
from reportedly.ledger.schema.decisions import (
    corrected_claims,
    corrected_figures,
    corrected_reports,
    corrected_speakers,
)
from reportedly.terms import Reading

#: The record of a reading that was forgotten.
NOTHING = b""
_CORRECTED = (corrected_figures, corrected_claims, corrected_speakers)
_OF_REPORT = ("outlet", "headline", "url", "published", "language")


def newest_reading(connection: Connection, report: str, before: str | None = None) -> tuple[int, Reading] | None:
    """Number and reading of a report that holds, or held before a moment (UTC), as it was read; None: none is."""
    newest = (
        select(readings.c.reading, readings.c.record, texts.c.text)
        .join(texts, texts.c.text_sha256 == readings.c.text_sha256)
        .where(readings.c.report_id == report, readings.c.record != NOTHING)
        .order_by(readings.c.reading.desc())
        .limit(1)
    )
    if before is not None:
        newest = newest.where(readings.c.recorded_at < before)
    row = connection.execute(newest).first()
    return None if row is None else (row.reading, unpack_reading(row.record, row.text))


def load_corrected(ledger: Ledger, report: str) -> Corrected:
    """A report of a ledger as people left it, by its id.

    Raises:
        UnknownReport: no report has this id.
    """
    with ledger.reading() as connection:
        found = newest_reading(connection, report)
        if found is None:
            raise UnknownReport(f"no report of {ledger.path} has the id {report}")
        return correct(connection, found[1])


def correct(connection: Connection, reading: Reading, before: str | None = None) -> Corrected:
    """A reading with the judgements on it laid over it; with ``before`` those made before that moment (UTC)."""
    rows = judgements_of_report(connection, reading.report.id, before)
    if not rows:
        return Corrected(reading=reading)
    others = {each.text_sha256 for each in rows if each.text_sha256} - {reading.report.text_sha256}
    held: Iterable[str] = ()
    if others:
        query = select(texts.c.text).where(texts.c.text_sha256.in_(sorted(others)))
        held = list(connection.execute(query).scalars())
    return corrected(reading, rows, held)


def refresh_judged(connection: Connection, report_ids: Sequence[str]) -> None:
    """Make the corrected rows anew of those among the reports that were judged, as after they were read again."""
    for report in sorted(judged_reports(connection, report_ids)):
        refresh_corrected(connection, report)


def judged_reports(connection: Connection, report_ids: Sequence[str]) -> frozenset[str]:
    """Those of the reports on which there are judgements."""
    found: set[str] = set()
    for at in range(0, len(report_ids), MANY):
        some = judgements.c.report_id.in_(report_ids[at : at + MANY])
        names = connection.execute(select(judgements.c.report_id).where(some).distinct()).scalars()
        found.update(name for name in names if name is not None)
    return frozenset(found)


def shadow_corrected(connection: Connection, before: str) -> None:
    """Let the corrected tables, for this transaction, hold what had been judged before a moment (UTC).

    Temporary tables of the same names stand before them; they go when the transaction is rolled back.
    """
    for table in (*_CORRECTED, corrected_reports):
        connection.exec_driver_sql(f"CREATE TEMP TABLE {table.name} AS SELECT * FROM {table.name} WHERE 1 = 0")
    judged = select(judgements.c.report_id).where(judgements.c.report_id.is_not(None)).distinct()
    for report in connection.execute(judged).scalars().all():
        found = newest_reading(connection, str(report), before)
        if found is not None:
            number, reading = found
            _keep_if_changed(connection, number, reading, correct(connection, reading, before))


def drop_corrected(connection: Connection, report: str) -> None:
    """Take away the corrected rows of a report."""
    before = select(corrected_reports.c.reading).where(corrected_reports.c.report_id == report)
    for number in connection.execute(before).scalars().all():
        for table in (*_CORRECTED, corrected_reports):
            connection.execute(delete(table).where(table.c.reading == number))


def refresh_corrected(connection: Connection, report: str) -> None:
    """Make the corrected rows of a report anew, from what was read last and all judgements on it."""
    drop_corrected(connection, report)
    if connection.execute(select(judgements.c.judgement).where(judgements.c.report_id == report)).first() is None:
        return
    found = newest_reading(connection, report)
    if found is None:
        return
    number, reading = found
    overlaid = correct(connection, reading)
    _keep_if_changed(connection, number, reading, overlaid)
    keep_held_names(connection, number, overlaid.reading)


def _keep_if_changed(connection: Connection, number: int, reading: Reading, overlaid: Corrected) -> None:
    if overlaid.reading != reading or overlaid.restricted is not None:
        _keep(connection, number, overlaid)


def _keep(connection: Connection, number: int, overlaid: Corrected) -> None:
    reading, changed = overlaid.reading, overlaid.changed
    report = {name: getattr(reading.report, name) for name in _OF_REPORT}
    row = {"reading": number, "report_id": reading.report.id, "restricted": overlaid.restricted, **report}
    insert_rows(connection, corrected_reports, [storable_row(row)])
    for table, rows in (
        (corrected_speakers, [(speaker_row(each), each.id) for each in reading.speakers]),
        (corrected_claims, [(claim_row(each), each.id) for each in reading.claims]),
        (corrected_figures, [(figure_row(each), each.id) for each in reading.figures]),
    ):
        placed = [
            {"reading": number, "position": at, "corrected": name in changed, **row}
            for at, (row, name) in enumerate(rows)
        ]
        insert_rows(connection, table, placed)
