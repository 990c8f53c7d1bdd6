"""Asking the index for findings."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Row, Select, column, false, or_, select, table

from reportedly.ledger.connect import Ledger
from reportedly.ledger.fulltext import SERIES, rows_with
from reportedly.ledger.index.choose import story_is
from reportedly.ledger.index.rows import FindingFilter, FindingRow, SeriesFilter
from reportedly.ledger.index.summary import groups_of, is_id, is_whole_id
from reportedly.ledger.index.waiting import MANY
from reportedly.ledger.matching import report_is
from reportedly.ledger.schema import pages
from reportedly.ledger.schema.index import finding_times, findings, series, stories
from reportedly.terms import Finding, Pointer, Span

_REPORTS = table("v_reports", *(column(name) for name in ("report_id", "address", "url", "outlet", "headline")))
_FROM, _TO = pages.alias("from_pages"), pages.alias("to_pages")


def list_findings(ledger: Ledger, wanted: FindingFilter) -> Iterator[FindingRow]:
    """Findings, in order of when the newer report was published (unknown last), then by id; or the newest first.

    Those about restricted reports are left out unless they are asked for.
    """
    at = findings.c.at
    reports = find_report_ids(ledger, wanted.report) if wanted.report else None
    with ledger.reading() as connection:
        query = _joined().where(*_conditions(connection, wanted))
        if reports is not None:
            query = query.where(or_(findings.c.from_report.in_(reports), findings.c.to_report.in_(reports)))
        if wanted.newest_first:  # as the index of the table runs, backwards
            query = query.order_by(at.desc().nulls_last(), findings.c.finding_id.desc())
        else:
            query = query.order_by(at.is_(None), at, findings.c.finding_id)
        query = query.limit(wanted.limit).offset(wanted.offset)
        for row in connection.execute(query):
            yield _finding_row(row)


def findings_of(ledger: Ledger, series_id: str, *, include_restricted: bool = False) -> tuple[Finding, ...]:
    """All findings of a series, in the same order."""
    wanted = FindingFilter(series=series_id, include_restricted=include_restricted)
    return tuple(row.finding for row in list_findings(ledger, wanted))


def times_of_findings(ledger: Ledger, names: Sequence[str]) -> dict[str, str]:
    """When findings were first made, UTC, by id; those the index never held are left out."""
    held = finding_times.c
    found: dict[str, str] = {}
    with ledger.reading() as connection:
        for at in range(0, len(names), MANY):
            query = select(held.finding_id, held.recorded_at).where(held.finding_id.in_(names[at : at + MANY]))
            found |= {row.finding_id: row.recorded_at for row in connection.execute(query)}
    return found


def _joined() -> Select[tuple[object, ...]]:
    columns = (
        findings, series.c.label.label("series_label"), stories.c.story_id, stories.c.label.label("story_label"),
        finding_times.c.recorded_at, _FROM.c.address.label("from_address"), _TO.c.address.label("to_address"),
    )  # fmt: skip
    query = select(*columns).join_from(findings, stories, findings.c.story == stories.c.story)
    query = query.outerjoin(series, findings.c.series_id == series.c.series_id)
    query = query.outerjoin(finding_times, findings.c.finding_id == finding_times.c.finding_id)
    query = query.outerjoin(_FROM, findings.c.from_report == _FROM.c.report_id)
    return query.outerjoin(_TO, findings.c.to_report == _TO.c.report_id)


def find_report_ids(ledger: Ledger, words: str) -> frozenset[str]:
    """Ids of the reports that answer to an id, an address, or words of address, outlet and headline."""
    whole = or_(pages.c.report_id == words, pages.c.address == words)
    view = _REPORTS.c
    with ledger.reading() as connection:
        found = connection.execute(select(pages.c.report_id).where(whole)).scalars().all()
        if not found:
            found = connection.execute(select(view.report_id).where(*report_is(words, _REPORTS))).scalars().all()
    return frozenset(found)


def _conditions(connection: Connection, wanted: FindingFilter) -> list[ColumnElement[bool]]:
    held: list[ColumnElement[bool]] = []
    if not wanted.include_restricted:
        held.append(findings.c.restricted.is_(False))
    if wanted.types:
        held.append(findings.c.type.in_(wanted.types))
    if wanted.since:
        held.append(finding_times.c.recorded_at > wanted.since)
    if wanted.story:
        held += story_is(wanted.story)
    if wanted.series and is_whole_id(wanted.series):
        held.append(findings.c.series_id == wanted.series)
    elif wanted.series and is_id(wanted.series):
        held.append(findings.c.series_id.startswith(wanted.series, autoescape=True))
    elif wanted.series:
        groups = groups_of(SeriesFilter(words=wanted.series))
        if not groups:  # signs alone: no series is called so
            return [false()]
        numbers = rows_with(connection, SERIES, groups)
        held.append(findings.c.series_id.in_(select(series.c.series_id).where(series.c.series.in_(numbers))))
    return held


def _finding_row(row: Row[tuple[object, ...]]) -> FindingRow:
    held = row._mapping
    to_place = _place(row, "to")
    assert to_place is not None
    same = ("type", "why", "direction", "ratio", "reason", "verdict", "apparent")
    finding = Finding(
        id=held["finding_id"], from_place=_place(row, "from"), to_place=to_place, series=held["series_id"],
        claims=tuple(json.loads(held["claims"])), **{name: held[name] for name in same},
    )  # fmt: skip
    return FindingRow(
        finding=finding, at=held["at"], recorded_at=held["recorded_at"], series=held["series_label"],
        story_id=held["story_id"], story=held["story_label"], restricted=held["restricted"],
    )  # fmt: skip


def _place(row: Row[tuple[object, ...]], end: str) -> Pointer | None:
    held = row._mapping
    if held[f"{end}_report"] is None:
        return None
    spans: tuple[Span, ...] = tuple((start, stop) for start, stop in json.loads(held[f"{end}_spans"]))
    return Pointer(
        report=held[f"{end}_report"], address=held[f"{end}_address"], figure=held[f"{end}_figure"],
        claim=held[f"{end}_claim"], spans=spans, exact=held[f"{end}_exact"],
    )  # fmt: skip
