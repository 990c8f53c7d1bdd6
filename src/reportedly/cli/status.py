"""``reportedly status``: how the ledger stands."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.ledger import Status

#: Characters of the names of models and rules that are shown; --json has them whole.
_SHORT = 18


def show_status(
    ledger: LedgerPath = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with every field.")] = False,
) -> int:
    """Show how the ledger stands: how much it holds, what read it, its size, its newest seal.

    \b
    Examples:
      reportedly status
      reportedly status --ledger floods.sqlite --json
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, one_line, write, write_json_line
    from reportedly.ledger import find_status
    from reportedly.terms import plain

    with open_ledger(settings_with(ledger).ledger) as opened:
        status = find_status(opened)
    if as_json:
        write_json_line(json_line(plain(status)))
        return 0
    for name, value in _lines(status):
        write(f"{name:<9}  {one_line(value)}".rstrip())
    return 0


def _lines(status: "Status") -> "Iterator[tuple[str, str]]":
    from reportedly.cli.output import many

    yield "ledger", f"{status.ledger}, format {status.format}, {size_words(status.size)}"
    yield (
        "holds",
        ", ".join(
            many(number, what)
            for number, what in (
                (status.reports, "report"),
                (status.claims, "claim"),
                (status.figures, "figure"),
                (status.skips, "skipped input"),
            )
        ),
    )
    yield "read", f"last {status.last_read}" if status.last_read else "nothing yet"
    for made in status.read_by:
        by = f"{made.version}, model {made.model[:_SHORT]}, rules {made.rules[:_SHORT]}"
        yield "", f"{many(made.readings, 'reading')} by {by}, last {made.last}"
    for run in status.unfinished:
        yield (
            "unfinished",
            f"run {run.run} of {run.started_at}: it runs still, or was broken off; read again to go on",
        )
    if status.waiting:
        yield "waiting", f"{many(status.waiting, 'report')} to be followed: “reportedly read” or “rebuild” does it"
    yield "sealed", f"{many(status.seals, 'seal')}, the newest {status.head_seal or 'none'}"


def size_words(size: int) -> str:
    """A size in bytes, in words.

    >>> size_words(900), size_words(5_400_000)
    ('900 bytes', '5.4 MB')
    """
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} bytes"
