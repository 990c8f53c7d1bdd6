"""The list of findings."""

from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request, Response

from reportedly.ledger.index import FindingFilter, list_findings
from reportedly.terms import FindingType
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
SIZE = 50


@router.get("/findings")
def show_findings(
    request: Request,
    ledger: OpenLedger,
    options: Options,
    type: Annotated[list[FindingType], Query()] = [],  # noqa: A002, B006 — the word of the address; FastAPI copies it
    page: int = Query(1, ge=1, le=10_000),
) -> Response:
    """Findings, the newest first, of all kinds or of some."""
    wanted = FindingFilter(
        types=tuple(type), include_restricted=options.include_restricted, newest_first=True, limit=SIZE + 1,
        offset=(page - 1) * SIZE,
    )  # fmt: skip
    rows = list(list_findings(ledger, wanted))
    address = "/findings?" + "".join(f"type={kind}&" for kind in type)
    return render(
        request, "findings.html", rows=rows[:SIZE], kinds=get_args(FindingType), chosen=type, page=page,
        more=len(rows) > SIZE, address=address,
    )  # fmt: skip
