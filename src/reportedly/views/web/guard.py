"""What every request passes before a page is made.

In this order: the name of the host, the token, the rate, the size, the mark against forged requests; and on the
way out the headers that let nothing run but the scripts of this package.
"""

import hashlib
import hmac
import ipaddress
import json
import time
from collections import OrderedDict
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.views.web.options import FORM_LIMIT, UPLOAD_LIMIT, WebOptions, allowed_hosts

COOKIE = "reportedly_token"
FORM_MARK = "mark"
HEADER_MARK = "x-reportedly-mark"

#: Paths that take a text or a file to read.
UPLOADS = ("/paste", "/draft", "/api/v1/read", "/api/v1/draft")
#: Nothing runs, loads or frames but what this server sends as a file; Vega draws with an interpreter, not by eval.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_CHANGES = frozenset(("POST", "PUT", "PATCH", "DELETE"))
#: Seconds, and how many requests of a kind one client may send in them. Reading a text costs a second of a core.
_WINDOW = 60.0
_RATES = {"read": 30, "token": 10, "change": 300}
_CLIENTS = 4096


class Refusal(Exception):
    """A request that is not answered: status and the words of why."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


class Guard:
    """The one gate of the web page; all state it keeps is who asked how often."""

    def __init__(self, app: ASGIApp, options: WebOptions) -> None:
        self._app = app
        self._options = options
        self._hosts = allowed_hosts(options)
        self._rates = Rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _with_headers(send, scope["path"].startswith("/static/"))
        try:
            self._check(scope)
            body = await self._checked_body(scope, receive)
        except Refusal as refusal:
            await _refuse(guarded, refusal, scope["path"])
            return
        await self._app(scope, body, guarded)

    def _check(self, scope: Scope) -> None:
        headers, path = Headers(scope=scope), scope["path"]
        if not self._known_host(headers.get("host", "")):
            raise Refusal(421, "this server does not answer to that name; start it with --allow-host NAME")
        if path.startswith("/static/") or path == "/token":
            if scope["method"] in _CHANGES:
                self._limit("token", scope)
            return
        if self._options.token is not None and not self._has_token(headers):
            raise Refusal(401, "the token printed where the server was started is needed")
        if scope["method"] in _CHANGES:
            self._limit("read" if path in UPLOADS else "change", scope)

    def _known_host(self, host: str) -> bool:
        name = urlsplit(f"//{host}").hostname or ""
        if name in {known.strip("[]") for known in self._hosts}:
            return True
        # started for a whole network: a bare address is a machine's own, a name could be anybody's
        return self._options.token is not None and _is_address(name)

    def _has_token(self, headers: Headers) -> bool:
        token = self._options.token or ""
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode()):
            return True
        held = read_cookie(headers, COOKIE)
        return held is not None and hmac.compare_digest(held.encode(), token_cookie(self._options).encode())

    def _limit(self, kind: str, scope: Scope) -> None:
        client = scope["client"][0] if scope.get("client") else "?"
        wait = self._rates.wait(f"{kind} {client}", _RATES[kind])
        if wait > 0:
            raise Refusal(429, f"too many requests in a minute: wait {wait:.0f} seconds")

    async def _checked_body(self, scope: Scope, receive: Receive) -> Receive:
        """The body, read once up to its limit; of a form also its mark against forged requests."""
        if scope["method"] not in _CHANGES:
            return receive
        headers = Headers(scope=scope)
        body = await _read_body(headers, receive, UPLOAD_LIMIT if scope["path"] in UPLOADS else FORM_LIMIT)
        if not _bears_token_itself(headers) and not self._is_own(scope, headers, body):
            raise Refusal(403, "the page this was sent from is out of date: load it again and repeat")
        return replay(body)

    def _is_own(self, scope: Scope, headers: Headers, body: bytes) -> bool:
        origin = headers.get("origin")
        if origin not in (None, "null") and urlsplit(origin).netloc != headers.get("host"):
            return False
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        given = headers.get(HEADER_MARK) or _mark_in(headers, body)
        return hmac.compare_digest(given.encode(), form_mark(self._options).encode())


def form_mark(options: WebOptions) -> str:
    """The mark that every form of this start of the server carries."""
    return hmac.new(options.secret.encode(), b"form", hashlib.sha256).hexdigest()


def token_cookie(options: WebOptions) -> str:
    """What the browser keeps in place of the token: useless after the next start."""
    return hmac.new(options.secret.encode(), (options.token or "").encode(), hashlib.sha256).hexdigest()


def read_cookie(headers: Headers, name: str) -> str | None:
    """A cookie of the request; null when there is none or it is broken."""
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return held.value if held else None


class Rates:
    """How often each client asked lately; forgets those who asked longest ago when there are too many."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def wait(self, who: str, limit: int, now: float | None = None) -> float:
        """Seconds to wait; 0 where the request may pass, which is then counted.

        >>> rates = Rates()
        >>> [rates.wait("a", 2, now) for now in (0.0, 1.0, 2.0, 61.5)]
        [0.0, 0.0, 58.0, 0.0]
        """
        now = time.monotonic() if now is None else now
        recent = [at for at in self._seen.pop(who, []) if now - at < _WINDOW]
        self._seen[who] = recent
        while len(self._seen) > _CLIENTS:
            self._seen.popitem(last=False)
        if len(recent) >= limit:
            return _WINDOW - (now - recent[0])
        recent.append(now)
        return 0.0


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _bears_token_itself(headers: Headers) -> bool:
    # a browser never sends this header on behalf of another page; the token in it was checked before
    return headers.get("authorization", "").lower().startswith("bearer ")


def _mark_in(headers: Headers, body: bytes) -> str:
    kind = headers.get("content-type", "")
    if kind.startswith("application/x-www-form-urlencoded"):
        return parse_qs(body.decode("utf-8", "replace")).get(FORM_MARK, [""])[0]
    if kind.startswith("multipart/form-data"):
        _, _, rest = body.partition(f'name="{FORM_MARK}"\r\n\r\n'.encode())
        return rest[:64].decode("ascii", "replace")
    return ""


async def _read_body(headers: Headers, receive: Receive, limit: int) -> bytes:
    length = headers.get("content-length", "0")
    too_large = Refusal(413, f"that is too large: at most {limit:,} bytes")
    if length.isdigit() and int(length) > limit:
        raise too_large
    parts, size = [], 0
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > limit:
            raise too_large
        if not message.get("more_body"):
            return b"".join(parts)


def replay(body: bytes) -> Receive:
    """A body that was read, once more for who reads it next, and then the end of the request."""
    sent = False

    async def receive() -> Message:
        nonlocal sent
        if sent:
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _with_headers(send: Send, lasting: bool) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "public, max-age=3600" if lasting else "no-store")
        await send(message)

    return with_headers


async def _refuse(send: Send, refusal: Refusal, path: str) -> None:
    if path.startswith("/api/"):
        body = json.dumps({"error": str(refusal), "slug": None}).encode()
        headers = [(b"content-type", b"application/json")]
    else:
        body = f"{refusal}\n".encode()
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
    status = refusal.status
    if status == 401 and path.startswith("/api/"):
        headers.append((b"www-authenticate", b"Bearer"))
    elif status == 401:
        status = 303
        headers.append((b"location", f"/token?then={quote(path, safe='')}".encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
