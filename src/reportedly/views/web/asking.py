"""What pages need of a request: the ledger, the options, leave to show."""

from typing import Annotated

from fastapi import Depends, Request

from reportedly.ledger import Ledger
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
