"""What this ledger is: what made it, how much it holds, how often the reader is right."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response

from reportedly.ledger import counts
from reportedly.pipeline import reader_produced
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/about")
def show_about(request: Request, ledger: OpenLedger, options: Options) -> Response:
    """Version, model, rules, counts."""
    made = reader_produced(options.gazetteer)
    return render(request, "about.html", version=version("reportedly"), produced=made, counts=counts(ledger))
