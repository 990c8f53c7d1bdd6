"""What people decided about one thing, the oldest first."""

from fastapi import APIRouter, Request, Response

from reportedly.ledger import review
from reportedly.views.web.asking import OpenLedger
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/history/{name}")
def show_history(request: Request, ledger: OpenLedger, name: str, done: str = "") -> Response:
    """All judgements about a claim, figure, report, speaker, series or incident."""
    return render(request, "history.html", about=name, rows=review.history(ledger, name), done=done)
