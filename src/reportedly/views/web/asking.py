"""What pages need of a request: the ledger, the options, a report if it may be shown."""

from typing import Annotated

from fastapi import Depends, Request

from reportedly.errors import UnknownReport
from reportedly.ledger import Ledger, find_report, load_told
from reportedly.terms import Told
from reportedly.views.web.options import WebOptions


def ledger_of(request: Request) -> Ledger:
    """The ledger this server shows."""
    opened: Ledger = request.app.state.ledger
    return opened


def options_of(request: Request) -> WebOptions:
    """What the server was started with."""
    options: WebOptions = request.app.state.options
    return options


OpenLedger = Annotated[Ledger, Depends(ledger_of)]
Options = Annotated[WebOptions, Depends(options_of)]


def see_reading(ledger: Ledger, options: WebOptions, name: str) -> Told:
    """The reading of a report that holds, corrected where people did.

    A restricted report is answered as if it were not there, unless the server was started with leave to show it.

    Raises:
        UnknownReport: none answers to the id, or it is not to be shown.
    """
    unknown = UnknownReport(f"no report of this ledger answers to “{name}”")
    try:
        row = find_report(ledger, name)
    except UnknownReport:
        raise unknown from None  # the message for the terminal tells the path of the ledger
    told = next(iter(load_told(ledger, [row.report_id])), None)
    if told is None or (told.restricted and not options.include_restricted):
        raise unknown
    return told
