"""What can be set once for all commands: the only file that reads the environment or a settings file.

An option of the command counts first, then the environment, then ``reportedly.toml`` in the folder
one works in, then what stands here.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from reportedly.errors import BadOption

FILE = "reportedly.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``ledger`` is the path of a file, or an address that begins with ``postgresql://``.

    ``workers`` is the number of processes that read; null: as many as the work is worth.

    ``gazetteer`` is a user's own table of places, or null. ``reviewer`` is the name with which judgements are
    signed; empty: none. ``passphrase`` is that of an encrypted ledger, from the environment alone, or stands in
    the first line of ``passphrase_file``.
    """

    ledger: Path | str = Path("ledger.sqlite")
    workers: int | None = None
    gazetteer: Path | None = None
    reviewer: str = ""
    passphrase: str | None = field(default=None, repr=False)
    passphrase_file: Path | None = None
    traceback: bool = False


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Settings of this process, from ``REPORTEDLY_LEDGER``, ``REPORTEDLY_WORKERS``, ``REPORTEDLY_GAZETTEER``,
    ``REPORTEDLY_REVIEWER``, ``REPORTEDLY_PASSPHRASE``, ``REPORTEDLY_PASSPHRASE_FILE``,
    ``REPORTEDLY_TRACEBACK`` and the settings file.

    Raises:
        BadOption: a value that cannot be, or a name that is not known.

    >>> load_settings({"REPORTEDLY_WORKERS": "2"}, Path("/nowhere")).workers
    2
    """
    environment = os.environ if environment is None else environment
    found = _read_file((folder or Path()) / FILE)
    for each in fields(Settings):
        value = environment.get(f"REPORTEDLY_{each.name.upper()}", "")
        if value:
            found[each.name] = (value, f"REPORTEDLY_{each.name.upper()}")
    checked: dict[str, Any] = {name: _CHECKS[name](value, where) for name, (value, where) in found.items()}
    return Settings(**checked)


def passphrase_of(settings: Settings) -> str | None:
    """The passphrase that is set, or that the first line of the file for it holds; null: none is.

    Raises:
        BadOption: the file cannot be read, or holds none.
    """
    if settings.passphrase is not None or settings.passphrase_file is None:
        return settings.passphrase
    path = settings.passphrase_file
    try:
        with path.open(encoding="utf-8") as file:
            found = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadOption(f"the passphrase in {path} cannot be read: {error}") from error
    if not found:
        raise BadOption(f"the first line of {path} is empty: it must hold the passphrase")
    return found


def count_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _read_file(path: Path) -> dict[str, tuple[Any, str]]:
    if not path.is_file():
        return {}
    import tomllib  # most folders have no such file

    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadOption(f"the settings in {path} cannot be read: {error}") from error
    if "passphrase" in held:
        raise BadOption(f"{path} holds a passphrase: it belongs into a file of its own, named passphrase_file")
    unknown = sorted(set(held) - set(_CHECKS))
    if unknown:
        known = ", ".join(_CHECKS)
        raise BadOption(f"{path} sets {unknown[0]!r}, which is no setting; there are: {known}")
    return {name: (value, str(path)) for name, value in held.items()}


def _as_path(value: Any, where: str) -> Path:
    if not isinstance(value, str) or not value:
        raise BadOption(f"{where}: this must be the path of a file, not {value!r}")
    return Path(value).expanduser()


def ledger_at(words: str) -> Path | str:
    """Where a ledger is: the path of a file, or the address of a server as it is.

    >>> ledger_at("postgresql://localhost/news")
    'postgresql://localhost/news'
    """
    return words if words.startswith(("postgresql://", "postgres://")) else Path(words).expanduser()


def _as_ledger(value: Any, where: str) -> Path | str:
    if not isinstance(value, str) or not value:
        raise BadOption(
            f"{where}: this must be the path of a file, or postgresql://user@host/database, not {value!r}"
        )
    return ledger_at(value)


def _as_workers(value: Any, where: str) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = 0
    if number < 1:
        raise BadOption(f"{where}: workers must be a whole number from 1, not {value!r}")
    return number


def _as_flag(value: Any, where: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if str(value).lower() not in known:
        raise BadOption(f"{where}: write true or false, not {value!r}")
    return known[str(value).lower()]


def _as_secret(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise BadOption(f"{where}: this must be a passphrase")
    return value


def _as_name(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadOption(f"{where}: this must be a name, not {value!r}")
    return " ".join(value.split())


_CHECKS = {
    "ledger": _as_ledger,
    "workers": _as_workers,
    "gazetteer": _as_path,
    "reviewer": _as_name,
    "passphrase": _as_secret,
    "passphrase_file": _as_path,
    "traceback": _as_flag,
}
