"""The review queue: figures whose misreading would matter most, one by one, by keyboard."""

from dataclasses import dataclass, replace
from itertools import islice

from fastapi import APIRouter, Request, Response

from reportedly.ledger import Ledger, load_told
from reportedly.ledger.queue import QueueFilter, QueueRow, review_queue
from reportedly.terms import Figure, Reading
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.hiding import Hides, hides_in
from reportedly.views.web.marks import around
from reportedly.views.web.options import WebOptions
from reportedly.views.web.pages.report import FigureCard, event_words, figure_card
from reportedly.views.web.signing import reviewer_of
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Figures of a page: each shows its words, so each has its report loaded.
SIZE = 8
#: Other figures of a report that one can be joined with.
_OTHERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A figure that waits: the words before, at and after it; others of its report that may count the same."""

    row: QueueRow
    card: FigureCard
    words: tuple[str, str, str]
    others: tuple[tuple[str, str], ...]


@router.get("/review")
def show_review(
    request: Request, ledger: OpenLedger, options: Options, report: str = "", done: str = ""
) -> Response:
    """The first of the queue, of all reports or of one."""
    wanted = QueueFilter(report=report, include_restricted=options.include_restricted, limit=SIZE)
    items = _items(ledger, review_queue(ledger, wanted), options)
    return render(request, "review.html", items=items, report=report, done=done, reviewer=reviewer_of(request))


def _items(ledger: Ledger, rows: tuple[QueueRow, ...], options: WebOptions) -> list[Item]:
    names = dict.fromkeys(row.report_id for row in rows)
    readings = {told.reading.report.id: told.reading for told in load_told(ledger, names)}
    return [item for row in rows if (item := _item(row, readings.get(row.report_id), options)) is not None]


def _item(row: QueueRow, reading: Reading | None, options: WebOptions) -> Item | None:
    figures = reading.figures if reading else ()
    figure = next((each for each in figures if each.id == row.figure_id), None)
    if reading is None or figure is None:
        return None
    hide = hides_in(reading, options)
    before, at, after = (hide(words) or "" for words in around(reading.report.text, figure.spans, 140))
    shown = replace(row, source=hide(row.source), headline=hide(row.headline), unit=hide(row.unit))
    others = (each for each in figures if each.id != figure.id and each.measure == figure.measure)
    named = tuple((each.id, _named(each, hide)) for each in islice(others, _OTHERS))
    return Item(row=shown, card=figure_card(reading, figure), words=(before, at, after), others=named)


def _named(figure: Figure, hide: Hides) -> str:
    unit = hide(figure.unit.exact) if figure.unit else None
    return " · ".join(part for part in (figure.exact, unit, event_words(figure)) if part)
