"""A copy of a ledger while it is in use: whole, as it stood at one moment, or not there at all."""

import os
from pathlib import Path

from reportedly.errors import BadOption, MissingLedger
from reportedly.ledger.connect import Ledger


def back_up(ledger: Ledger, target: Path) -> int:
    """Copy a ledger into a new file, and give its size in bytes; who writes meanwhile is not hindered.

    The copy is made under another name and gets its own when it is whole and on the disk. Free pages, and what was
    forgotten, are not in it.

    Raises:
        BadOption: there is something at the target already, or the ledger is on a server, which has its own way.
        MissingLedger: there is no folder to make the copy in.
        FullDisk: no space is left; then there is no copy.
    """
    if not isinstance(ledger.path, Path):
        raise BadOption(
            "a ledger on a server is copied with the server’s own program: pg_dump --format=custom "
            "--file=news.dump DATABASE (and pg_restore to bring it back)"
        )
    if target.exists():
        raise BadOption(f"there is a file {target} already: give a name that is free")
    if not target.parent.is_dir():
        raise MissingLedger(f"there is no folder {target.parent} to make the copy in: make it first")
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)  # what a copy that was killed left
    try:
        ledger.copy_into(unfinished)
        _write_to_disk(unfinished)
        unfinished.replace(target)
        _write_to_disk(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def _write_to_disk(path: Path) -> None:
    """Wait until the disk has a file, or the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders, and keeps their names itself
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
