"""Opening a ledger from the command line: with its passphrase, where it is encrypted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def open_ledger(place: Path | str, *, create: bool = False) -> "Ledger":
    """Open the ledger at a place, as :func:`reportedly.ledger.open_ledger` does.

    The passphrase comes from the environment or a file (docs/care.md); where there is none and the ledger is
    encrypted, it is asked for, at a terminal.
    """
    from reportedly import ledger as room
    from reportedly.errors import LockedLedger
    from reportedly.settings import load_settings, passphrase_of

    passphrase = passphrase_of(load_settings())
    try:
        return room.open_ledger(place, create=create, passphrase=passphrase)
    except LockedLedger:
        typed = None if passphrase is not None else ask_passphrase(f"Passphrase of {place}: ")
        if not typed:
            raise
        return room.open_ledger(place, create=create, passphrase=typed)


def ask_passphrase(question: str) -> str | None:
    """A passphrase typed at the terminal, where it is not shown; None where there is no terminal."""
    if not sys.stdin.isatty():
        return None
    from getpass import getpass

    return getpass(question) or None
