"""What a person should look at first: figures by what would follow from a mistake, then by doubt.

Consequence comes from the index: a figure that is in a series weighs more the more reports stand behind the
series, most when it is the newest of it or when the series is disputed. Doubt comes from the reading: little
confidence, no event or unit, the same thing counted otherwise in the same report.
"""

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, text

from reportedly.ledger.connect import Ledger
from reportedly.ledger.schema import judgements

#: What each doubt adds, 0 to 1; that the model is unsure adds what it lacks of certainty. Judged by hand: a figure
#: of which the reader is sure and that says what happened to whom comes last.
_NO_EVENT, _NO_UNIT, _DISAGREES, _UNSOURCED = 0.2, 0.2, 0.3, 0.05
#: What each consequence adds: being the newest figure of a series, being in one that is disputed, and each tenfold
#: of reports behind it.
_NEWEST, _DISPUTED = 2.0, 1.0
#: Above this the model's confidence is not told as a doubt.
_SURE = 0.9
#: How many rows a queue has unless told.
SCREENFUL = 200

_DISAGREES_WITH = """CASE WHEN EXISTS (
            SELECT 1 FROM figures o WHERE o.reading = f.reading AND o.figure_id <> f.figure_id
            AND o.event_type = f.event_type AND o.unit_lemma = f.unit_lemma AND o.measure = f.measure
            AND o.value <> f.value AND o.same_as IS NULL) THEN 1 ELSE 0 END AS disagrees"""

_QUERY = f"""
SELECT f.figure_id, f.report_id, f.value, f.exact, f.unit, f.event_type, f.event_lemma, f.source, f.cue, f.measure,
       f.confidence, f.published, f.outlet, f.headline, f.address, s.label AS series, s.reports AS series_reports,
       s.disputes, CASE WHEN p.position = s.figures - 1 THEN 1 ELSE 0 END AS newest,
       CASE WHEN f.event_type IS NULL THEN 1 ELSE 0 END AS no_event,
       CASE WHEN f.unit IS NULL AND f.measure = 'count' THEN 1 ELSE 0 END AS no_unit,
       CASE WHEN f.claim_id IS NULL THEN 1 ELSE 0 END AS unsourced,
       {_DISAGREES_WITH}
FROM v_figures f
LEFT JOIN points p ON p.figure_id = f.figure_id AND p.report_id = f.report_id
LEFT JOIN series s ON s.series = p.series
WHERE f.same_as IS NULL AND (:all_measures OR f.measure IN ('count', 'money', 'percent', 'ratio', 'rate', 'other'))
      AND (:restricted OR NOT f.restricted)
"""

#: What doubt is made of, of figures as they were read and as people left them. The view costs ten times as much.
_DOUBTS = """
SELECT f.figure_id, r.report_id, f.confidence, r.published, p.address,
       CASE WHEN f.event_type IS NULL THEN 1 ELSE 0 END AS no_event,
       CASE WHEN f.unit IS NULL AND f.measure = 'count' THEN 1 ELSE 0 END AS no_unit,
       CASE WHEN f.claim_id IS NULL THEN 1 ELSE 0 END AS unsourced, {disagrees}
FROM {table}figures f JOIN readings r ON r.reading = f.reading JOIN pages p ON p.report_id = r.report_id
WHERE f.figure_id IN :figures ORDER BY f.reading
"""

#: The points of a band, in the order of an index, by whether they are the newest of their series.
_POINTS = """
SELECT p.report_id, p.figure_id FROM series s JOIN points p ON p.series = s.series AND p.position {} s.figures - 1
WHERE s.reports = :reports AND (s.disputes > 0) = :disputed
      AND p.figure_id IS NOT NULL AND p.same_as IS NULL AND (:restricted OR NOT p.restricted)
      AND (:all_measures OR s.measure IN ('count', 'money', 'percent', 'ratio', 'rate', 'other'))
ORDER BY s.figures DESC, s.series_id DESC, p.position
"""
#: How many reports stand behind series, and whether any of those are disputed and any not: each number is looked
#: up in an index from the one before, since a hundred thousand series have some dozens of numbers.
_KINDS = """
WITH RECURSIVE held(reports) AS (
    SELECT max(reports) FROM series
    UNION ALL SELECT (SELECT max(s.reports) FROM series s WHERE s.reports < held.reports) FROM held
    WHERE held.reports IS NOT NULL)
SELECT reports, EXISTS (SELECT 1 FROM series s WHERE s.reports = held.reports AND s.disputes > 0) AS disputed,
       EXISTS (SELECT 1 FROM series s WHERE s.reports = held.reports AND s.disputes = 0) AS plain
FROM held WHERE reports IS NOT NULL
"""
_WHICH = {True: "=", False: "<"}
#: A figure of a report: the ids of both.
_Name = tuple[str, str]
#: Figures of one consequence that are compared by their doubt: some screens of them.
COMPARED = 200
#: Ids in one statement.
_IN_ONE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which figures wait to be looked at; ``report`` is the id of one report, or empty for all."""

    report: str = ""
    all_measures: bool = False
    include_restricted: bool = False
    judged_too: bool = False
    limit: int = SCREENFUL


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A figure that waits to be looked at. ``why`` says what makes it come where it comes; ``consequence`` and
    ``doubt`` are what it is ordered by, higher first."""

    figure_id: str
    report_id: str
    value: str
    exact: str
    unit: str | None
    event: str | None
    source: str | None
    cue: str | None
    confidence: float
    published: str | None
    outlet: str | None
    headline: str | None
    address: str
    series: str | None
    consequence: float
    doubt: float
    why: str


def review_queue(ledger: Ledger, wanted: QueueFilter | None = None) -> tuple[QueueRow, ...]:
    """Figures that nobody has judged, those first whose mistake would matter most, then those in most doubt.

    At most ``limit`` of them. The series of most consequence are looked through until there are enough; of figures
    whose consequence is equal, :data:`COMPARED` at most are ordered by their doubt at one time. Where the series
    hold too few, all figures are looked through, in memory that does not grow with them.
    """
    wanted = wanted or QueueFilter()
    if not wanted.report:
        weighty = _by_consequence(ledger, wanted)
        if len(weighty) >= wanted.limit:
            return tuple(heapq.nsmallest(wanted.limit, weighty, key=_order))
    given = {"all_measures": wanted.all_measures, "restricted": wanted.include_restricted}
    query = text(_QUERY)
    if wanted.report:
        query = text(_QUERY + " AND f.report_id = :report").bindparams(report=wanted.report)
    with ledger.reading() as connection:
        judged = frozenset() if wanted.judged_too else _judged(connection)
        rows = (_row(each) for each in connection.execute(query, given) if each.figure_id not in judged)
        return tuple(heapq.nsmallest(wanted.limit, rows, key=_order))


def _by_consequence(ledger: Ledger, wanted: QueueFilter) -> list[QueueRow]:
    """Rows of the bands of most consequence, whole bands, until there are as many as wanted or no more."""
    found: list[QueueRow] = []
    with ledger.reading() as connection:
        judged = frozenset() if wanted.judged_too else _judged(connection)
        last = math.inf
        for band in _bands(connection):
            if len(found) >= wanted.limit and band.consequence < last:
                break
            found += _rows_of(connection, band, wanted, judged)
            last = band.consequence
    return found


@dataclass(frozen=True, slots=True)
class _Band:
    """Figures of one consequence: those of series with so many reports, disputed or not, newest or not."""

    consequence: float
    reports: int
    disputed: bool
    newest: bool


def _bands(connection: Connection) -> list[_Band]:
    bands = [
        _Band(_weight(kind.reports, newest=newest, disputed=disputed), kind.reports, disputed, newest)
        for kind in connection.execute(text(_KINDS))
        for disputed, there in ((True, kind.disputed), (False, kind.plain))
        if there
        for newest in (True, False)
    ]
    return sorted(bands, key=lambda band: -band.consequence)


def _rows_of(connection: Connection, band: _Band, wanted: QueueFilter, judged: frozenset[str]) -> list[QueueRow]:
    """The figures of a band that are in most doubt, of those that are compared."""
    given = {
        "reports": band.reports, "disputed": band.disputed, "restricted": wanted.include_restricted,
        "all_measures": wanted.all_measures,
    }  # fmt: skip
    points = connection.execute(text(_POINTS.format(_WHICH[band.newest])), given)
    names = ((row.report_id, row.figure_id) for row in points if row.figure_id not in judged)
    chosen = frozenset(islice(names, COMPARED))
    points.close()
    doubted = heapq.nsmallest(wanted.limit, _doubts(connection, chosen).items(), key=lambda each: each[1])
    kept = {name for name, _ in doubted}
    asked = text(_QUERY + " AND f.figure_id IN :figures").bindparams(bindparam("figures", expanding=True))
    some = {"all_measures": wanted.all_measures, "restricted": wanted.include_restricted}
    found = []
    for figures in _batches({figure for _, figure in kept}):
        rows = connection.execute(asked, some | {"figures": figures})
        found += [_row(each) for each in rows if (each.report_id, each.figure_id) in kept]
    return [row for row in found if row.consequence == band.consequence]


def _doubts(connection: Connection, chosen: frozenset[_Name]) -> dict[_Name, tuple[object, ...]]:
    """Of each figure what it is ordered by within its band: by the last reading, and as people left that."""
    found: dict[_Name, tuple[object, ...]] = {}
    for table in ("", "corrected_"):
        query = text(_DOUBTS.format(table=table, disagrees=_DISAGREES_WITH))
        asked = query.bindparams(bindparam("figures", expanding=True))
        for figures in _batches({figure for _, figure in chosen}):
            for row in connection.execute(asked, {"figures": figures}):
                name = (row.report_id, row.figure_id)
                if name in chosen:
                    found[name] = (-_doubt_of(row)[0], row.published or "~", row.address, row.figure_id)
    return found


def _batches(figures: set[str]) -> Iterator[list[str]]:
    names = sorted(figures)
    return (names[at : at + _IN_ONE] for at in range(0, len(names), _IN_ONE))


def _order(row: QueueRow) -> tuple[object, ...]:
    return (-row.consequence, -row.doubt, row.published or "~", row.address, row.figure_id)


def _judged(connection: Connection) -> frozenset[str]:
    """Ids of figures on which a judgement stands that settles them."""
    query = select(judgements.c.judgement_id, judgements.c.action, judgements.c.target)
    rows = connection.execute(query.order_by(judgements.c.judgement)).all()
    undone: set[str] = set()
    settled: set[str] = set()
    for name, action, target in reversed(rows):  # what undoes comes later than what is undone
        if name in undone:
            continue
        if action == "undo":
            undone.add(target)
        elif action in ("accept", "reject", "edit", "add"):
            settled.add(target)
    return frozenset(settled)


def _row(row: Row[Any]) -> QueueRow:
    doubt, doubts = _doubt_of(row)
    consequence, follows = _consequence_of(row)
    same = (
        "figure_id", "report_id", "value", "exact", "unit", "source", "cue", "confidence", "published", "outlet",
        "headline", "address", "series",
    )  # fmt: skip
    return QueueRow(
        **{name: getattr(row, name) for name in same},
        event=row.event_lemma if row.event_type in (None, "other") else row.event_type,
        consequence=consequence, doubt=doubt, why="; ".join([*follows, *doubts]),
    )  # fmt: skip


def _doubt_of(row: Row[Any]) -> tuple[float, list[str]]:
    doubt = 1 - float(row.confidence)
    why = [f"read with confidence {row.confidence:.2f}"] if row.confidence < _SURE else []
    for flag, weight, words in (
        (row.disagrees, _DISAGREES, "the report counts the same otherwise elsewhere"),
        (row.no_event, _NO_EVENT, "no event read"),
        (row.no_unit, _NO_UNIT, "not told what is counted"),
        (row.unsourced, _UNSOURCED, "in the report's own voice"),
    ):
        if flag:
            doubt += weight
            why.append(words)
    return round(doubt, 4), why


def _consequence_of(row: Row[Any]) -> tuple[float, list[str]]:
    if row.series is None:
        return 0.0, []
    why = []
    if row.newest:
        why.append(f"the newest of “{row.series}”")
    if row.disputes:
        why.append("its series is disputed")
    return _weight(row.series_reports or 0, newest=bool(row.newest), disputed=bool(row.disputes)), why


def _weight(reports: int, *, newest: bool, disputed: bool) -> float:
    return round(math.log10(1 + reports) + _NEWEST * newest + _DISPUTED * disputed, 4)
