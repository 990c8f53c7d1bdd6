"""Check a draft: each figure of a text held against the ledger; nothing is stored."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool

from reportedly.errors import UsageError
from reportedly.pipeline.drafting import check_reading
from reportedly.terms import Skipped, value_words
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.marks import mark_blocks
from reportedly.views.web.reading import Pasted, page_of, read_once
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/draft")
def ask_draft(request: Request) -> Response:
    """The empty form."""
    return render(request, "draft.html", pasted=Pasted(), problem=None, checked=None, blocks=(), values={})


@router.post("/draft")
async def take_draft(
    request: Request,
    ledger: OpenLedger,
    options: Options,
    file: Annotated[UploadFile | None, File()] = None,
    text: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> Response:
    """Read the draft, hold it against the ledger, and show both; the text is gone when the page is left."""
    body = await file.read() if file is not None and file.filename else b""
    pasted = Pasted(text=text, file=body, name=(file.filename or "") if file else "", published=published)
    return await run_in_threadpool(_answer, request, ledger, options, pasted)


def _answer(request: Request, ledger: OpenLedger, options: Options, pasted: Pasted) -> Response:
    try:
        found = read_once(page_of(pasted), options.gazetteer)
    except UsageError as error:
        return _again(request, pasted, str(error), 400)
    if isinstance(found, Skipped):
        return _again(request, pasted, f"{found.detail} [{found.reason}]", 422)
    checked = check_reading(
        ledger, found, include_restricted=options.include_restricted, include_names=options.include_names
    )
    values = {each.figure.id: value_words(each.figure) for each in checked.figures}
    return render(
        request,
        "draft.html",
        pasted=pasted,
        problem=None,
        checked=checked,
        blocks=mark_blocks(found),
        values=values,
    )


def _again(request: Request, pasted: Pasted, problem: str, status: int) -> Response:
    return render(
        request, "draft.html", status=status, pasted=pasted, problem=problem, checked=None, blocks=(), values={}
    )
