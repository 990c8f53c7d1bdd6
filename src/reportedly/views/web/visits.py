"""When a browser was here last, kept by the browser: what is new since then is shown first."""

from datetime import UTC, datetime, timedelta

from fastapi import Request, Response

from reportedly.terms.dates import is_edtf

COOKIE = "reportedly_seen"
#: Pages asked for within this time are one visit.
_VISIT = timedelta(minutes=30)
_YEAR = 365 * 24 * 3600


def last_visit(request: Request) -> str | None:
    """When the visit before this one was, UTC; null for a first one.

    The cookie holds two moments: the visit before, and the last page of this one.
    """
    before, _, _ = _held(request)
    return before


def note_visit(request: Request, answer: Response, now: datetime | None = None) -> None:
    """Let the browser remember that it was here."""
    at = (now or datetime.now(UTC)).replace(microsecond=0)
    before, latest, _ = _held(request)
    if latest is not None and at - datetime.fromisoformat(latest) > _VISIT:
        before = latest
    value = f"{before or ''}/{_written(at)}"
    answer.set_cookie(COOKIE, value, max_age=_YEAR, httponly=True, samesite="strict")


def _held(request: Request) -> tuple[str | None, str | None, None]:
    before, _, latest = request.cookies.get(COOKIE, "").partition("/")
    checked = [part if is_edtf(part) and "T" in part else None for part in (before, latest)]
    return checked[0], checked[1], None


def _written(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
