"""Reports whose text holds words, the newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Boolean, ColumnElement, Integer, column, exists, func, or_, select, table

from reportedly.ledger.connect import Ledger
from reportedly.ledger.folding import fold
from reportedly.ledger.fulltext import TEXTS, Phrase, rows_with
from reportedly.ledger.matching import words_in
from reportedly.ledger.order import ReportOrder, reports_in_order

#: Words that stand in more reports than this are common; and reports looked through in one step.
_FEW, _STEP = 1000, 200

_REPORTS = table(
    "v_reports", column("report_id"), column("outlet"), column("published"), column("restricted", Boolean),
    column("reading", Integer),
)  # fmt: skip
_CLAIMS = table("v_claims", column("reading", Integer), column("source"), column("speaker"))
_FIGURES = table("v_figures", column("reading", Integer), column("event_type"), column("event_lemma"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """Which reports: published from ``since`` to ``until`` (EDTF dates, both included), of an outlet, with a claim
    of a source, with a figure of an event. All words given must occur.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    source: str | None = None
    event: str | None = None
    include_restricted: bool = False
    include_names: bool = False
    limit: int | None = None


def find_texts(ledger: Ledger, phrases: Sequence[Phrase], wanted: SearchFilter) -> Iterator[str]:
    """Ids of the reports whose text holds all phrases, in order of publication, the newest first, undated last."""
    view, groups = _REPORTS.c, [[phrase] for phrase in phrases]
    with ledger.reading() as connection:
        found = rows_with(connection, TEXTS, groups)
        common = len(connection.execute(found.limit(_FEW + 1)).all()) > _FEW
    if common and wanted == SearchFilter(
        include_restricted=wanted.include_restricted, include_names=wanted.include_names, limit=wanted.limit
    ):
        yield from _newest_with(ledger, groups, wanted)
        return
    with ledger.reading() as connection:
        query = select(view.report_id).where(view.reading.in_(found), *_conditions(wanted))
        query = query.order_by(view.published.is_(None), view.published.desc(), view.reading.desc())
        yield from connection.execute(query).scalars()


def _newest_with(ledger: Ledger, groups: Sequence[Sequence[Phrase]], wanted: SearchFilter) -> Iterator[str]:
    """The same for words of many reports: they are looked through from the newest, and need not be sorted."""
    order = ReportOrder(limit=_STEP, newest_first=True, include_restricted=wanted.include_restricted)
    while some := reports_in_order(ledger, order):
        with ledger.reading() as connection:
            found = rows_with(connection, TEXTS, groups)
            readings = [placed.reading for placed in some]  # mostly of one stretch
            here = found.where(found.selected_columns.rowid.between(min(readings), max(readings)))
            numbers = frozenset(row.rowid for row in connection.execute(here))
        yield from (placed.report_id for placed in some if placed.reading in numbers)
        order = replace(order, after=some[-1].report_id)


def _conditions(wanted: SearchFilter) -> list[ColumnElement[bool]]:
    view = _REPORTS.c
    held = words_in(wanted.outlet, view.outlet)
    if not wanted.include_restricted:
        held.append(view.restricted.is_(False))
    if wanted.since:
        held.append(view.published >= wanted.since)
    if wanted.until:
        # a report of a day is in the month that is asked for
        held.append(func.substr(view.published, 1, len(wanted.until)) <= wanted.until)
    if wanted.source:
        own = _CLAIMS.c
        held.append(exists().where(own.reading == view.reading, *words_in(wanted.source, own.source, own.speaker)))
    if wanted.event:
        named = fold(wanted.event)
        is_event = or_(func.fold(_FIGURES.c.event_type) == named, func.fold(_FIGURES.c.event_lemma) == named)
        held.append(exists().where(_FIGURES.c.reading == view.reading, is_event))
    return held
