"""Who judges in a browser: the name the server was started with, or one kept by the browser. No accounts."""

from urllib.parse import quote, unquote

from fastapi import Request, Response

from reportedly.errors import NoReviewer
from reportedly.ledger.judgements import Signed

COOKIE = "reportedly_reviewer"
_LONGEST = 120
_YEAR = 365 * 24 * 3600


def reviewer_of(request: Request) -> str | None:
    """The name under which this browser judges; null where none was given."""
    given = unquote(request.cookies.get(COOKIE, "")).strip()[:_LONGEST]
    kept: str | None = request.app.state.options.reviewer
    return given or kept


def signed(request: Request, why: str = "") -> Signed:
    """The signature of a judgement.

    Raises:
        NoReviewer: nobody gave a name.
    """
    name = reviewer_of(request)
    if name is None:
        raise NoReviewer("nobody signs yet: give your name on the review page first")
    return Signed(who=name, why=why or None)


def keep_reviewer(answer: Response, name: str) -> None:
    """Let the browser keep a name."""
    value = quote(" ".join(name.split())[:_LONGEST])
    answer.set_cookie(COOKIE, value, max_age=_YEAR, httponly=True, samesite="strict")
