"""What a person should look at first: figures by what would follow from a mistake, then by doubt.

Consequence comes from the index: a figure that is in a series weighs more the more reports stand behind the
series, most when it is the newest of it or when the series is disputed. Doubt comes from the reading: little
confidence, no event or unit, the same thing counted otherwise in the same report.
"""

import heapq
import math
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, text

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

_QUERY = """
SELECT f.figure_id, f.report_id, f.value, f.exact, f.unit, f.event_type, f.event_lemma, f.source, f.cue, f.measure,
       f.confidence, f.published, f.outlet, f.headline, f.address, s.label AS series, s.reports AS series_reports,
       s.disputes, CASE WHEN p.position = s.figures - 1 THEN 1 ELSE 0 END AS newest,
       CASE WHEN f.event_type IS NULL THEN 1 ELSE 0 END AS no_event,
       CASE WHEN f.unit IS NULL AND f.measure = 'count' THEN 1 ELSE 0 END AS no_unit,
       CASE WHEN f.claim_id IS NULL THEN 1 ELSE 0 END AS unsourced,
       CASE WHEN EXISTS (
            SELECT 1 FROM figures o WHERE o.reading = f.reading AND o.figure_id <> f.figure_id
            AND o.event_type = f.event_type AND o.unit_lemma = f.unit_lemma AND o.measure = f.measure
            AND o.value <> f.value AND o.same_as IS NULL) THEN 1 ELSE 0 END AS disagrees
FROM v_figures f
LEFT JOIN points p ON p.figure_id = f.figure_id AND p.report_id = f.report_id
LEFT JOIN series s ON s.series = p.series
WHERE f.same_as IS NULL AND (:all_measures OR f.measure IN ('count', 'money', 'percent', 'ratio', 'rate', 'other'))
      AND (:restricted OR NOT f.restricted) AND (:report = '' OR f.report_id = :report)
"""


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

    At most ``limit`` of them; all are looked through for it, in memory that does not grow with them.
    """
    wanted = wanted or QueueFilter()
    given = {
        "all_measures": wanted.all_measures, "restricted": wanted.include_restricted, "report": wanted.report,
    }  # fmt: skip
    with ledger.reading() as connection:
        judged = frozenset() if wanted.judged_too else _judged(connection)
        rows = (_row(each) for each in connection.execute(text(_QUERY), given) if each.figure_id not in judged)
        return tuple(heapq.nsmallest(wanted.limit, rows, key=_order))


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
    weight, why = math.log10(1 + (row.series_reports or 0)), []
    if row.newest:
        weight += _NEWEST
        why.append(f"the newest of “{row.series}”")
    if row.disputes:
        weight += _DISPUTED
        why.append("its series is disputed")
    return round(weight, 4), why
