"""Answers kept until the ledger changes: a page that was made once is sent again, and never a stale one."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.views.web.guard import read_cookie
from reportedly.views.web.hands import Answer, send_answer
from reportedly.views.web.signing import COOKIE as REVIEWER
from reportedly.views.web.visits import COOKIE as SEEN

#: Bytes kept in all, and of one answer.
_MOST, _LARGEST = 128_000_000, 2_000_000

_Key = tuple[Hashable, ...]


class Shelf:
    """An ASGI application before another, which keeps what that answers to who only reads.

    ``version`` tells of which state of the ledger an answer would be; null: not known, and nothing is kept. An
    answer depends on nothing but that, the address, and what the browser keeps: since when things are new to
    it, and who judges in it. What sets a cookie is not kept.
    """

    def __init__(self, app: ASGIApp, version: Callable[[], Hashable]) -> None:
        self._app = app
        self._version = version
        self._kept: OrderedDict[_Key, Answer] = OrderedDict()
        self._size = 0
        self._of: Hashable = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        version = self._version()  # before it is made: what comes while it is made makes it stale
        if version != self._of:
            self._kept.clear()
            self._size, self._of = 0, version
        key = _key(scope)
        if version is not None and key in self._kept:
            self._kept.move_to_end(key)
            await send_answer(send, self._kept[key])
            return
        kept = _Keeping(send)
        await self._app(scope, receive, kept)
        if version is not None and version == self._of and kept.answer is not None:
            self._keep(key, kept.answer)

    def _keep(self, key: _Key, answer: Answer) -> None:
        size = len(answer.body)
        if answer.status != 200 or size > _LARGEST or any(name == b"set-cookie" for name, _ in answer.headers):
            return
        with suppress(KeyError):  # asked for twice at one time
            self._size -= len(self._kept.pop(key).body)
        self._kept[key] = answer
        self._size += size
        while self._size > _MOST:
            _, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest.body)


class _Keeping:
    """Sends what it is given, and keeps the whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message = {}
        self._parts: list[bytes] = []
        self.answer: Answer | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body":
            self._parts.append(message.get("body", b""))
            if not message.get("more_body"):
                headers = tuple((bytes(name), bytes(value)) for name, value in self._start["headers"])
                self.answer = Answer(self._start["status"], headers, b"".join(self._parts))
        await self._send(message)


def _key(scope: Scope) -> _Key:
    headers = Headers(scope=scope)
    before, _, _ = (read_cookie(headers, SEEN) or "").partition("/")
    return (
        scope["path"], scope["query_string"], scope["scheme"], headers.get("host"), before,
        read_cookie(headers, REVIEWER),
    )  # fmt: skip
