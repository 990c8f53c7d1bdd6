"""Processes that make the pages: one listens and keeps the gate, the others compute, each one page at a time.

Python makes one page at a time in one process, however many ask. So several processes make them, and take from one
queue in the order in which was asked; what changes the ledger or reads a text is done by a process of its own, one
after the other. All come of the first by fork, before it has any thread. Where that cannot be, or a process died,
the first makes the pages itself.
"""

import asyncio
import gc
import logging
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.views.web.guard import replay

#: What of a request a page is made of; all of it can be sent to another process.
_SENT = (
    "type", "http_version", "method", "scheme", "path", "raw_path", "query_string", "root_path", "headers",
    "server", "client",
)  # fmt: skip
#: Whether a process can be forked without harm: libraries of macOS cannot.
CAN_FORK = sys.platform.startswith("linux")
#: Seconds without a request after which a process does what the first requests would wait for.
_IDLE = 0.3
#: Seconds that a process gets to end by itself.
_GRACE = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, as it is sent."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


_BROKEN = Answer(
    503, ((b"content-type", b"text/plain; charset=utf-8"),),
    b"the process that makes changes was ended from outside: look whether it was made, and repeat it if not\n",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request that waits for a process, and where its answer goes."""

    scope: dict[str, Any]
    body: bytes
    answer: "asyncio.Future[Answer]"
    loop: asyncio.AbstractEventLoop

    def give(self, made: Answer) -> None:
        """Let the answer go to who asked, if they still wait."""

        def settle() -> None:
            if not self.answer.done():
                self.answer.set_result(made)

        self.loop.call_soon_threadsafe(settle)


@dataclass
class _Hand:
    """One process, by the end of the pipe that leads to it."""

    process: int
    pipe: Connection


@dataclass
class _Line:
    """Requests that wait in one line, and the processes that take from it."""

    hands: list[_Hand] = field(default_factory=list)
    waiting: "queue.SimpleQueue[_Asked | None]" = field(default_factory=queue.SimpleQueue)


class Hands:
    """An ASGI application that lets processes make its answers; ``pages`` is what they make them with.

    ``readers`` processes make pages, and one more what changes the ledger; each does ``prepare`` once nothing is
    asked for. Call :meth:`start` before any thread is there, and :meth:`stop` at the end.
    """

    def __init__(self, pages: ASGIApp, readers: int, prepare: Callable[[], None] = lambda: None) -> None:
        self._pages = pages
        self._prepare = prepare
        self._reading, self._changing = _Line(), _Line()
        self._readers = readers
        self._threads: list[threading.Thread] = []

    def start(self, release: Callable[[], None]) -> None:
        """Fork; before that ``release`` lets go of what processes must not share, such as connections."""
        release()
        gc.collect()
        gc.freeze()  # what is there stays: to look through it again and again keeps readers waiting
        for line in [self._reading] * self._readers + [self._changing] * (self._readers > 0):
            ours, theirs = Pipe()
            process = os.fork()
            if process == 0:
                for each in (*self._reading.hands, *self._changing.hands):
                    each.pipe.close()  # else it would not end with the first process
                ours.close()
                _work(self._pages, theirs, self._prepare)
            theirs.close()
            line.hands.append(_Hand(process, ours))
        for line in (self._reading, self._changing):
            for hand in line.hands:
                thread = threading.Thread(target=self._serve, args=(line, hand), daemon=True)
                thread.start()
                self._threads.append(thread)

    def stop(self) -> None:
        """Let all processes end, and wait for them."""
        for line in (self._reading, self._changing):
            for _ in line.hands:
                line.waiting.put(None)
        for thread in self._threads:
            thread.join(_GRACE)
        for hand in (*self._reading.hands, *self._changing.hands):
            hand.pipe.close()
            _end(hand.process)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        line = self._reading if scope.get("method") in ("GET", "HEAD") else self._changing
        if scope["type"] != "http" or not line.hands or scope["path"].startswith("/static/"):
            await self._pages(scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        asked = _Asked({name: scope[name] for name in _SENT if name in scope}, await _whole(receive),
                       loop.create_future(), loop)  # fmt: skip
        line.waiting.put(asked)
        await send_answer(send, await asked.answer)

    def _serve(self, line: _Line, hand: _Hand) -> None:
        """Hand one process what waits in its line, until nothing comes any more."""
        alive = True
        while (asked := line.waiting.get()) is not None:
            if alive:
                try:
                    hand.pipe.send((asked.scope, asked.body))
                    asked.give(hand.pipe.recv())
                    continue
                except (EOFError, OSError):
                    alive = False  # it was killed: this process does its work from now on
                    if line is self._changing:  # what was asked for is perhaps done
                        asked.give(_BROKEN)
                        continue
            asked.give(asyncio.run(_answer(self._pages, asked.scope, asked.body)))


async def send_answer(send: Send, answer: Answer) -> None:
    """Send a whole answer."""
    await send({"type": "http.response.start", "status": answer.status, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})


async def _whole(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _work(pages: ASGIApp, pipe: Connection, prepare: Callable[[], None]) -> None:
    """Answer what comes through the pipe until it is closed; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first one ends the others
    try:
        with asyncio.Runner() as runner:
            prepared = False
            while True:
                if not prepared and not pipe.poll(_IDLE):
                    prepare()
                    prepared = True
                    gc.freeze()
                scope, body = pipe.recv()
                pipe.send(runner.run(_answer(pages, scope, body)))
    except (EOFError, OSError):
        os._exit(0)
    finally:
        os._exit(1)


async def _answer(pages: ASGIApp, scope: dict[str, Any], body: bytes) -> Answer:
    """What the pages answer; what breaks there is told as a broken page, and the process goes on."""
    start: dict[str, Any] = {"status": 500, "headers": []}
    parts: list[bytes] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    try:
        await pages(scope, replay(body), send)
    except Exception:
        logging.getLogger("uvicorn.error").exception("a page could not be made")
    return Answer(start["status"], tuple(start["headers"]), b"".join(parts))


def _end(process: int) -> None:
    """Wait for a process whose pipe is closed; one that works on is ended."""
    until = time.monotonic() + _GRACE
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        if time.monotonic() > until:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return
        time.sleep(0.01)
