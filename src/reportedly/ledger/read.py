"""Asking a ledger: what was read, by the newest reading of each report."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    Select,
    column,
    exists,
    func,
    select,
    table,
)
from sqlalchemy import text as sql

from reportedly.errors import UnknownReport
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import shadow_corrected
from reportedly.ledger.folding import fold
from reportedly.ledger.matching import event_is, report_is, words_in
from reportedly.ledger.names.keeping import hide_names
from reportedly.ledger.order import ReportOrder, reports_in_order
from reportedly.ledger.rows import ClaimFilter, ClaimRow, Counts, FigureFilter, FigureRow, ReportRow
from reportedly.ledger.schema import readings, skips
from reportedly.ledger.schema.care import held_names
from reportedly.ledger.schema.columns import NUMBER
from reportedly.ledger.tally import tally_readings
from reportedly.ledger.views import select_before
from reportedly.terms import AsOf, Given, Produced, term_of

Row = TypeVar("Row", FigureRow, ClaimRow, ReportRow)

#: Rows fetched at once, so that memory stays flat.
_AT_ONCE = 500
#: Columns by which rows of one reading are in order.
_PLACE = {"v_figures": ("position",), "v_claims": ("position",)}
#: Columns of what is held back, which are of no row.
_NAMES, _PUBLIC = "held_names", "public_names"
#: How many reports an answer names when the words fit several.
_NAMED = 5
#: Ids in one condition: below the limits of SQLite and PostgreSQL on parameters.
_IN_ONE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The newest reading of a report: what made it, and what the user had said of the report."""

    reading_id: str
    produced: Produced
    given: Given


#: Columns of views that are not plain text or whole numbers.
_KINDS: dict[str, Any] = {
    **dict.fromkeys(("negated", "restricted", "named", "corrected"), Boolean()),
    **dict.fromkeys(("stated", "low", "best", "high"), NUMBER),
}


def list_figures(ledger: Ledger, wanted: FigureFilter, as_of: AsOf | None = None) -> Iterator[FigureRow]:
    """Figures in order of publication (unknown last), then as recorded, then as printed."""
    source = _view("v_figures", FigureRow, as_of)
    view = source.c
    conditions = [
        *words_in(wanted.source, view.source, view.speaker),
        *words_in(wanted.unit, view.unit, view.unit_lemma),
        *report_is(wanted.report, source),
    ]
    events = (*wanted.events, *((wanted.event,) if wanted.event else ()))
    if events:
        conditions.append(event_is(events, view.event_type, view.event_lemma))
    if wanted.measures:
        conditions.append(view.measure.in_(wanted.measures))
    if wanted.figures:
        conditions.append(view.figure_id.in_(wanted.figures))
    yield from _rows(ledger, source, FigureRow, conditions, wanted, as_of)


def list_claims(ledger: Ledger, wanted: ClaimFilter, as_of: AsOf | None = None) -> Iterator[ClaimRow]:
    """Claims in order of publication (unknown last), then as recorded, then as printed."""
    source = _view("v_claims", ClaimRow, as_of)
    view = source.c
    conditions = [*words_in(wanted.source, view.source, view.speaker), *report_is(wanted.report, source)]
    figures = _view("v_figures", FigureRow, as_of).alias("f").c
    own = (figures.reading == view.reading, figures.claim_id == view.claim_id)
    if wanted.unit:
        conditions.append(exists().where(*own, *words_in(wanted.unit, figures.unit, figures.unit_lemma)))
    if wanted.event:
        is_event = event_is([wanted.event], figures.event_type, figures.event_lemma)
        conditions.append(exists().where(*own, is_event))
    yield from _rows(ledger, source, ClaimRow, conditions, wanted, as_of)


def find_report(ledger: Ledger, words: str, as_of: AsOf | None = None) -> ReportRow:
    """The one report that answers to an id, the start of an id, an address, or words of both.

    Raises:
        UnknownReport: none does, or several do; then the message names some.
    """
    source = _view("v_reports", ReportRow, as_of)
    view = source.c
    by_id = [view.report_id.in_((words, f"r:{words}"))]
    # one after the other: the first needs no looking through all of them, the last is the slowest
    for conditions in (by_id, [view.address == words], [view.url == words], report_is(words, source)):
        found = list(islice(_reports(ledger, source, conditions, as_of), _NAMED + 1))
        if len(found) == 1:
            return found[0]
        if found:
            named = "".join(f"\n  {row.report_id}  {row.address}" for row in found[:_NAMED])
            more = "\n  …" if len(found) > _NAMED else ""
            raise UnknownReport(
                f"several reports answer to “{words}”; give more of the id or address:{named}{more}"
            )
    raise UnknownReport(f"no report of {ledger.path} answers to “{words}”: see the ids with “reportedly figures”")


def find_latest(ledger: Ledger, report: str) -> Latest | None:
    """The newest reading of a report, by the report's id; None when it was never read."""
    columns = (readings.c.reading_id, readings.c.version, readings.c.model, readings.c.rules, readings.c.given)
    query = select(*columns).where(readings.c.report_id == report).order_by(readings.c.reading.desc()).limit(1)
    with ledger.reading() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    produced = Produced(version=row.version, model=row.model, rules=row.rules)
    return Latest(reading_id=row.reading_id, produced=produced, given=term_of(Given, json.loads(row.given)))


def known_report_ids(ledger: Ledger, produced: Produced) -> frozenset[str]:
    """Ids of the reports whose newest reading this version, model and rules made."""
    view = table("v_reports", *(column(name) for name in ("report_id", "version", "model", "rules"))).c
    made = (view.version == produced.version, view.model == produced.model, view.rules == produced.rules)
    query = select(view.report_id).where(*made)
    with ledger.reading() as connection:
        return frozenset(connection.execute(query).scalars())


def list_some_reports(ledger: Ledger, wanted: ReportOrder) -> tuple[ReportRow, ...]:
    """So many reports in order of publication, names held back in headlines; only these are read whole."""
    names = [placed.report_id for placed in reports_in_order(ledger, wanted)]
    rows = {
        row.report_id: row for row in reports_named(ledger, names, include_restricted=wanted.include_restricted)
    }
    return tuple(rows[name] for name in names if name in rows)


def list_reports(
    ledger: Ledger, *, include_restricted: bool = False, include_names: bool = False, as_of: AsOf | None = None
) -> Iterator[ReportRow]:
    """Reports in order of publication (unknown last), then as recorded; names held back in headlines too."""
    source = _view("v_reports", ReportRow, as_of)
    conditions = [] if include_restricted else [source.c.restricted.is_(False)]
    yield from _reports(ledger, source, conditions, as_of, include_names=include_names)


def reports_named(
    ledger: Ledger, names: Collection[str], *, include_restricted: bool = False
) -> Iterator[ReportRow]:
    """The reports with these ids, in order of publication (unknown last); what is not there is left out."""
    source = _view("v_reports", ReportRow)
    held = list(names)
    for at in range(0, len(held), _IN_ONE):
        conditions = [source.c.report_id.in_(held[at : at + _IN_ONE])]
        if not include_restricted:
            conditions.append(source.c.restricted.is_(False))
        yield from _reports(ledger, source, conditions, None)


def last_read(ledger: Ledger) -> str | None:
    """When the ledger last learned of a reading, UTC; None where it has none."""
    newest = select(readings.c.recorded_at).order_by(readings.c.reading.desc()).limit(1)
    with ledger.reading() as connection:
        found: str | None = connection.execute(newest).scalar()
    return found


def counts(ledger: Ledger) -> Counts:
    """How much the ledger holds. An input skipped once and read since is no longer a skip."""
    read_since = exists().where(_view("v_reports", ReportRow).c.address == skips.c.address)
    with ledger.reading() as connection:
        held = tally_readings(ledger, connection)
        skipped = connection.execute(select(func.count()).select_from(skips).where(~read_since)).scalar_one()
    return Counts(reports=held.reports, claims=held.claims, figures=held.figures, skips=skipped)


def _view(name: str, kind: type, as_of: AsOf | None = None) -> FromClause:
    """A view, with the columns behind the row and those only filtered or ordered by."""
    names = dict.fromkeys([*(f.name for f in fields(kind)), "reading", *_PLACE.get(name, ())])
    columns = [column(each, _KINDS.get(each)) for each in names]
    if as_of is None or as_of.clock != "recorded":
        return table(name, *columns)
    return sql(select_before(name)).bindparams(before=as_of.before).columns(*columns).subquery(name)


def _rows(
    ledger: Ledger,
    source: FromClause,
    kind: type[Row],
    conditions: list[ColumnElement[bool]],
    wanted: ClaimFilter,
    as_of: AsOf | None,
) -> Iterator[Row]:
    view = source.c
    if not wanted.include_restricted:
        conditions = [*conditions, view.restricted.is_(False)]
    order = (view.published.is_(None), view.published, view.reading, view.position)
    held = (held_names.c.names.label(_NAMES), held_names.c.public.label(_PUBLIC))
    query = select(*(view[f.name] for f in fields(kind)), *held).where(*conditions).order_by(*order)
    query = query.select_from(source.outerjoin(held_names, held_names.c.reading == view.reading))
    if as_of is None and (wanted.include_names or not wanted.source):
        query = query.limit(wanted.limit)
        if wanted.limit and len(conditions) == (not wanted.include_restricted):
            first = query.where(view.reading.in_(_first_readings(ledger, wanted)))
            found = list(_stream(ledger, first, kind, None, include_names=wanted.include_names))
            if len(found) == wanted.limit:  # else reports without any were among them: all are asked
                yield from found
                return
    rows = _stream(ledger, query, kind, as_of, include_names=wanted.include_names)
    if wanted.source and not wanted.include_names:
        rows = (row for row in rows if _found_in(wanted.source, row.source, row.speaker))  # type: ignore[attr-defined]  # only rows of figures and claims are chosen by source
    yield from islice(_come(rows, as_of), wanted.limit)


def _first_readings(ledger: Ledger, wanted: ClaimFilter) -> list[int]:
    """The readings that come first, enough of them if none is empty: the rest need not be put in order."""
    first = ReportOrder(limit=min(wanted.limit or 0, _IN_ONE), include_restricted=wanted.include_restricted)
    return [placed.reading for placed in reports_in_order(ledger, first)]


def _found_in(words: str, *values: str | None) -> bool:
    """Whether the words are still there once names are held back: asking for a name must not find it."""
    text = fold(" ".join(value or "" for value in values)) or ""
    return all((fold(word) or "") in text for word in words.split())


def _reports(
    ledger: Ledger,
    source: FromClause,
    conditions: Sequence[ColumnElement[bool]],
    as_of: AsOf | None,
    *,
    include_names: bool = False,
) -> Iterator[ReportRow]:
    view = source.c
    held = (held_names.c.names.label(_NAMES), held_names.c.public.label(_PUBLIC))
    query = select(*(view[f.name] for f in fields(ReportRow)), *held).where(*conditions)
    query = query.select_from(source.outerjoin(held_names, held_names.c.reading == view.reading))
    query = query.order_by(view.published.is_(None), view.published, view.reading)
    yield from _come(_stream(ledger, query, ReportRow, as_of, include_names=include_names), as_of)


def _come(rows: Iterator[Row], as_of: AsOf | None) -> Iterator[Row]:
    """The rows that had come by then; what the ledger learned later was never selected."""
    if as_of is None or as_of.clock == "recorded":
        return rows
    if as_of.clock == "said":
        return (row for row in rows if as_of.has_come(getattr(row, "said", None), row.published))
    return (row for row in rows if as_of.has_come(row.published))


def _stream(
    ledger: Ledger, query: Select[Any], kind: type[Row], as_of: AsOf | None, *, include_names: bool = True
) -> Iterator[Row]:
    with ledger.reading() as connection:
        if as_of is not None and as_of.clock == "recorded":
            # temporary tables are made, which a server does not call reading
            connection = connection.execution_options(postgresql_readonly=False)
            shadow_corrected(connection, as_of.before)
        with connection.execution_options(yield_per=_AT_ONCE).execute(query) as rows:
            for row in rows:
                values = dict(row._mapping)
                names, public = values.pop(_NAMES, None), values.pop(_PUBLIC, None)
                yield kind(**(values if include_names else hide_names(values, names, public)))
