"""The web page put together: ledger and options in, an ASGI application out."""

from functools import partial
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from reportedly.errors import (
    BadJudgement,
    InputError,
    ReportedlyError,
    ReportError,
    UnknownReport,
    UnknownSeries,
    UnknownTarget,
    UnknownTracker,
    UsageError,
)
from reportedly.ledger import Ledger
from reportedly.views.web.answers import answer_schemas
from reportedly.views.web.guard import Guard
from reportedly.views.web.options import WebOptions
from reportedly.views.web.templating import HOME, render

#: How errors are answered; what is not here is the ledger's or the program's own trouble.
_STATUS = (
    ((UnknownReport, UnknownSeries, UnknownTarget, UnknownTracker), 404),
    ((UsageError, BadJudgement), 400),
    ((InputError, ReportError), 422),
)


def create_app(opened: Ledger, options: WebOptions | None = None) -> FastAPI:
    """The application for one open ledger; the caller closes the ledger after it.

    Pages only read the ledger and judge through its review. Every answer passes :class:`Guard`.
    """
    options = options or WebOptions()
    app = create_pages(opened, options)
    app.add_middleware(Guard, options=options)
    return app


def create_pages(opened: Ledger, options: WebOptions) -> FastAPI:
    """The pages alone, for who keeps the gate before them."""
    app = FastAPI(
        title="Reportedly", openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None,
        description="Who said which number, and what became of it.",
    )  # fmt: skip
    app.state.ledger = opened
    app.state.options = options
    app.mount("/static", StaticFiles(directory=HOME / "static"), name="static")
    for router in _routers():
        app.include_router(router)
    app.add_exception_handler(ReportedlyError, _say_error)
    app.add_exception_handler(HTTPException, _say_http)
    app.add_exception_handler(RequestValidationError, _say_invalid)
    app.openapi = partial(_describe, app)  # type: ignore[method-assign]
    return app


def _describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI of the JSON API, with the schemas of what it answers and how a token is given."""
    if app.openapi_schema is None:
        found = get_openapi(
            title=app.title, version=version("reportedly"), description=app.description, routes=app.routes
        )
        held = found.setdefault("components", {})
        held["schemas"] = answer_schemas() | held.get("schemas", {})
        held["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        # a server of this machine alone asks for no token
        found["security"] = [{"token": []}, {}]
        app.openapi_schema = found
    return app.openapi_schema


def _routers() -> list:  # type: ignore[type-arg]
    from reportedly.views.web.pages import ROUTERS

    return list(ROUTERS)


async def _say_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ReportedlyError)
    status = next((status for kinds, status in _STATUS if isinstance(error, kinds)), 503)
    return _answer(request, status, str(error), error.slug)


async def _say_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = "There is no such page." if error.status_code == 404 else str(error.detail)
    answer = _answer(request, error.status_code, words, None)
    answer.headers.update(error.headers or {})  # such as Allow, with 405
    return answer


async def _say_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:])
    return _answer(request, 422, f"{name}: {first['msg']}", None)


def _answer(request: Request, status: int, words: str, slug: str | None) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words, "slug": slug}, status_code=status)
    return render(request, "error.html", status=status, words=words, slug=slug, status_code=status)
