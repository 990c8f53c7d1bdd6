"""What this ledger is: what made it, how much it holds, how often the reader is right."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response

from reportedly.ledger.index import count_found
from reportedly.ledger.status import find_status
from reportedly.pipeline import reader_produced
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.tables import kinds_of_findings, measured_rates
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/about")
def show_about(request: Request, ledger: OpenLedger, options: Options) -> Response:
    """Counts, seals, unfinished runs; version, model, rules; what findings mean; how often all is right."""
    return render(
        request, "about.html", version=version("reportedly"), produced=reader_produced(options.gazetteer),
        held=find_status(ledger), found=count_found(ledger), kinds=kinds_of_findings(), rates=measured_rates(),
    )  # fmt: skip
