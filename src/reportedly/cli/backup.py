"""``reportedly backup``: a copy of the ledger while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import LedgerPath, settings_with


def back_up_ledger(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy; a name that is free.")],
    ledger: LedgerPath = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> int:
    """Copy the ledger into one file, while others read and write it.

    The copy is the ledger as it stood at one moment, whole, or it is not there at all. A ledger on a server is
    copied with pg_dump.

    \b
    Example:
      reportedly backup ledger-2026-11-25.sqlite
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, one_line, write, write_json_line
    from reportedly.cli.status import size_words
    from reportedly.ledger import back_up, find_status

    with open_ledger(settings_with(ledger).ledger) as opened:
        size = back_up(opened, target)
    with open_ledger(target) as copy:
        status = find_status(copy)
    if as_json:
        held = {"backup": str(target), "size": size, "reports": status.reports, "head_seal": status.head_seal}
        write_json_line(json_line(held))
    else:
        write(one_line(f"copied into {target}, {size_words(size)}; newest seal {status.head_seal or 'none'}"))
    return 0
