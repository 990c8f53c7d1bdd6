"""``reportedly serve``: the ledger in the browser."""

import os
import sys
from typing import Annotated

import typer

from reportedly.cli.options import GazetteerPath, LedgerPath, Restricted, settings_with

#: Processes that make pages, unless told: each holds a hundred megabytes.
_MOST = 4

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; other than this machine, a token is needed.")
]
Port = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Port to listen at; 0: any that is free.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="A name browsers may ask for; repeat it for several."),
]
Workers = Annotated[
    int | None,
    typer.Option(min=0, max=64, metavar="N", help="Processes that make pages: as many as processors, up to four."),
]
HeldBack = Annotated[bool, typer.Option("--include-names", help="Names of victims and witnesses too.")]


def serve_ledger(
    ledger: LedgerPath = None,
    host: Host = "127.0.0.1",
    port: Port = 8350,
    allow_host: Names = None,
    include_restricted: Restricted = False,
    include_names: HeldBack = False,
    gazetteer: GazetteerPath = None,
    workers: Workers = None,
) -> int:
    """Show the ledger in the browser: series, words, findings; judge, and check a draft.

    Only programs of this machine can connect, unless --host says otherwise; then a token is printed that every
    browser must give once. Ctrl-C ends it.

    \b
    Examples:
      reportedly serve
      reportedly serve --ledger floods.sqlite --port 9000
      reportedly serve --host 0.0.0.0 --allow-host ledger.example.org
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.views.web import WebOptions, serve

    settings = settings_with(ledger, gazetteer=gazetteer)
    with open_ledger(settings.ledger) as opened:
        options = WebOptions(
            host=host, port=port, hosts=tuple(allow_host or ()), include_restricted=include_restricted,
            include_names=include_names, gazetteer=settings.gazetteer,
            workers=min(os.cpu_count() or 1, _MOST) if workers is None else workers,
        )  # fmt: skip
        serve(opened, options, _say)
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201
