"""Where a browser that comes over the network gives the token of the server."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.views.web.asking import Options
from reportedly.views.web.guard import COOKIE, token_cookie
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/token")
def ask_token(request: Request, then: str = "/") -> Response:
    """The form; the token itself never stands in an address."""
    return render(request, "token.html", then=own_path(then), wrong=False)


@router.post("/token")
def take_token(
    request: Request, options: Options, token: Annotated[str, Form()] = "", then: Annotated[str, Form()] = "/"
) -> Response:
    """Keep in the browser that the token was given."""
    if options.token is None or not hmac.compare_digest(token.strip().encode(), options.token.encode()):
        return render(request, "token.html", status=401, then=own_path(then), wrong=True)
    answer = RedirectResponse(own_path(then), status_code=303)
    answer.set_cookie(COOKIE, token_cookie(options), httponly=True, samesite="strict", secure=_secure(request))
    return answer


def own_path(address: str) -> str:
    """The address if it is one of this server, else its first page.

    >>> own_path("/series/q:1"), own_path("//elsewhere.example"), own_path("https://elsewhere.example")
    ('/series/q:1', '/', '/')
    """
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if inside else "/"


def _secure(request: Request) -> bool:
    return request.url.scheme == "https"
