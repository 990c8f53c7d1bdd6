"""``reportedly serve``: the ledger in the browser."""

import sys
from typing import Annotated

import typer

from reportedly.cli.options import GazetteerPath, LedgerPath, Restricted, settings_with

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; other than this machine, a token is needed.")
]
Port = Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="Port to listen at.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="A name browsers may ask for; repeat it for several."),
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
        )  # fmt: skip
        serve(opened, options, _say)
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201
