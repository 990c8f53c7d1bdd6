"""Listening: one ledger, until Ctrl-C; one process keeps the gate, others make the pages."""

import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import uvicorn

from reportedly.errors import ReportedlyError, UnsafeAddress
from reportedly.ledger import Ledger, counts
from reportedly.pipeline import reader_produced
from reportedly.views.web.app import create_pages
from reportedly.views.web.guard import Guard
from reportedly.views.web.hands import CAN_FORK, Hands
from reportedly.views.web.options import WebOptions, is_loopback
from reportedly.views.web.shelf import Shelf
from reportedly.views.web.templating import load_templates

#: Seconds that open connections get to finish after Ctrl-C.
_GRACE = 2


def serve(opened: Ledger, options: WebOptions, say: Callable[[str], None]) -> None:
    """Answer browsers until the process is told to stop; ``say`` gets what a person must know.

    Where others than this machine can connect, a token is made and said; it stands in no address and no log.

    Raises:
        UnsafeAddress: the port is taken, or the address is none of this machine.
    """
    if not is_loopback(options.host) and options.token is None:
        options = replace(options, token=secrets.token_urlsafe(18))
    listening = _listen(options.host, options.port)
    pages = create_pages(opened, options)
    load_templates()
    hands = Hands(pages, options.workers if CAN_FORK else 0, partial(_prepare, opened, options))
    hands.start(opened.close)
    shown = "localhost" if options.host in ("127.0.0.1", "::1", "localhost") else options.host
    say(f"the ledger is at http://{shown}:{listening.getsockname()[1]}/  (Ctrl-C ends it)")
    if options.token is not None:
        say(f"token: {options.token}")
        say("anyone with the token can read this ledger and judge in it; the connection is not encrypted")
    config = uvicorn.Config(
        Guard(Shelf(hands, opened.watch()), options), log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=_GRACE, date_header=False, proxy_headers=False,
    )  # fmt: skip
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        hands.stop()
        listening.close()


def _prepare(opened: Ledger, options: WebOptions) -> None:
    """What would keep the first readers waiting: to know the files of the reader, and to count a large ledger."""
    with suppress(ReportedlyError):  # told to who asks for it
        reader_produced(options.gazetteer)
        counts(opened)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # without the name of the protocol asyncio leaves the small delay of TCP on, which costs each page 40 ms
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise UnsafeAddress(
            f"cannot listen at {host} port {port}: {error.strerror}; choose another --port or --host"
        ) from error
    return listening
