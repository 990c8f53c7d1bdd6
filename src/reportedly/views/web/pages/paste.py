"""Paste or upload a report: read at once, shown, and kept in the ledger when asked to."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from reportedly.errors import UsageError
from reportedly.terms import Reading, Skipped
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.pages.report import page_of_reading
from reportedly.views.web.reading import Pasted, keep_once, page_of, read_once
from reportedly.views.web.templating import path_part, render

router = APIRouter(include_in_schema=False)


@router.get("/paste")
def ask_report(request: Request) -> Response:
    """The empty form."""
    return render(request, "paste.html", pasted=Pasted(), problem=None)


@router.post("/paste")
async def take_report(
    request: Request,
    ledger: OpenLedger,
    options: Options,
    file: Annotated[UploadFile | None, File()] = None,
    text: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    restricted: Annotated[bool, Form()] = False,
    keep: Annotated[bool, Form()] = False,
) -> Response:
    """Read what was given; then show it, or keep it and go to its page."""
    body = await file.read() if file is not None and file.filename else b""
    pasted = Pasted(
        text=text, file=body, name=(file.filename or "") if file else "", published=published, outlet=outlet,
        url=url, restricted=restricted,
    )  # fmt: skip
    return await run_in_threadpool(_answer, request, ledger, options, pasted, keep)


def _answer(request: Request, ledger: OpenLedger, options: Options, pasted: Pasted, keep: bool) -> Response:
    try:
        page = page_of(pasted)
    except UsageError as error:
        return render(request, "paste.html", status=400, pasted=pasted, problem=str(error))
    if keep and not isinstance(page, Skipped):
        kept = keep_once(ledger, page, options.gazetteer)
        if kept.skipped is None:
            shown = f"/reports/{path_part(kept.report_id or '')}"
            hidden = pasted.restricted and not options.include_restricted
            return RedirectResponse("/reports" if hidden else shown, status_code=303)
        found: Reading | Skipped = kept.skipped
    else:
        found = read_once(page, options.gazetteer)
    if isinstance(found, Skipped):
        problem = f"{found.detail} [{found.reason}]"
        return render(request, "paste.html", status=422, pasted=pasted, problem=problem)
    return render(
        request,
        "report.html",
        page=page_of_reading(found, replace(options, include_names=True)),
        kept=False,
        restricted=False,
        became=None,
        corrected=frozenset(),
        done="",
    )
