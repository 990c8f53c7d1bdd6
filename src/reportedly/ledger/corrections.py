"""Corrected readings in a ledger: what people decided laid over what was read, and the rows that show it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, select

from reportedly.ledger.flatten import claim_row, figure_row, speaker_row, storable_row
from reportedly.ledger.index.waiting import MANY
from reportedly.ledger.insert import insert_rows
from reportedly.ledger.judgements import judgements_of_report
from reportedly.ledger.judging.overlay import Corrected, corrected
from reportedly.ledger.packing import unpack_reading
from reportedly.ledger.schema import judgements, readings, texts
from reportedly.ledger.schema.decisions import (
    corrected_claims,
    corrected_figures,
    corrected_reports,
    corrected_speakers,
)
from reportedly.terms import Reading

_CORRECTED = (corrected_figures, corrected_claims, corrected_speakers)
_OF_REPORT = ("outlet", "headline", "url", "published", "language")


def newest_reading(connection: Connection, report: str) -> tuple[int, Reading] | None:
    """Number and reading of a report that holds, as it was read; None where there is none."""
    newest = (
        select(readings.c.reading, readings.c.record, texts.c.text)
        .join(texts, texts.c.text_sha256 == readings.c.text_sha256)
        .where(readings.c.report_id == report)
        .order_by(readings.c.reading.desc())
        .limit(1)
    )
    row = connection.execute(newest).first()
    return None if row is None else (row.reading, unpack_reading(row.record, row.text))


def correct(connection: Connection, reading: Reading, recorded_by: str | None = None) -> Corrected:
    """A reading with the judgements of the ledger laid over it; with ``recorded_by`` those made by that moment."""
    rows = judgements_of_report(connection, reading.report.id, recorded_by)
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
    for at in range(0, len(report_ids), MANY):
        some = judgements.c.report_id.in_(report_ids[at : at + MANY])
        for report in connection.execute(select(judgements.c.report_id).where(some).distinct()).scalars().all():
            if report is not None:
                refresh_corrected(connection, report)


def refresh_corrected(connection: Connection, report: str) -> None:
    """Make the corrected rows of a report anew, from what was read last and all judgements on it."""
    before = select(corrected_reports.c.reading).where(corrected_reports.c.report_id == report)
    for number in connection.execute(before).scalars().all():
        for table in (*_CORRECTED, corrected_reports):
            connection.execute(delete(table).where(table.c.reading == number))
    if connection.execute(select(judgements.c.judgement).where(judgements.c.report_id == report)).first() is None:
        return
    found = newest_reading(connection, report)
    if found is None:
        return
    number, reading = found
    overlaid = correct(connection, reading)
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
