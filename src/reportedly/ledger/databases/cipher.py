"""Ledgers encrypted at rest with a passphrase: SQLCipher, which is SQLite with every page of the file encrypted.

AES-256 with a key made from the passphrase by PBKDF2-HMAC-SHA512, 256,000 times, and a HMAC on every page: the
defaults of SQLCipher 4. The salt is in the file's first bytes, so the file looks like noise throughout.
"""

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

from reportedly.errors import BadOption, BusyLedger, LockedLedger, MissingExtra, MissingLedger

_MODULE = "sqlcipher3"
_INSTALL = "pip install 'reportedly[encrypted]'"
#: How a SQLite file begins that is not encrypted.
_PLAIN = b"SQLite format 3\0"
#: An encrypted file is whole pages.
_PAGE = 4096
_WIPED_AT_ONCE = 1 << 20


def load_driver() -> Any:
    """The driver for encrypted files.

    Raises:
        MissingExtra: it is not installed.
    """
    if find_spec(_MODULE) is None:
        raise MissingExtra(f"an encrypted ledger needs: {_INSTALL}")
    return import_module(f"{_MODULE}.dbapi2")


def unlock(connection: Any, key: str) -> None:
    """Give a connection its key, before anything is read, and let SQLCipher write no log of its own."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(key)


def key_statement(passphrase: str) -> str:
    """The statement that gives a connection its key; it is to be logged nowhere.

    Raises:
        BadOption: no passphrase, or one with a sign that cannot be in it.

    >>> key_statement("it's")
    "PRAGMA key = 'it''s'"
    """
    return f"PRAGMA key = {_quoted(passphrase)}"


def is_encrypted(path: Path) -> bool:
    """Whether a file looks encrypted: not as SQLite begins, and whole pages."""
    with path.open("rb") as file:
        plain = file.read(len(_PLAIN)) == _PLAIN
    return not plain and path.stat().st_size % _PAGE == 0


def refuse_other_key(path: Path, *, keyed: bool) -> None:
    """Raise LockedLedger when a file is encrypted and there is no passphrase, or the other way round."""
    with path.open("rb") as file:
        plain = file.read(len(_PLAIN)) == _PLAIN
    if keyed and plain:
        raise LockedLedger(
            f"{path} is not encrypted: leave the passphrase out, or encrypt it first with “reportedly encrypt "
            f"--ledger {path}”"
        )
    if not keyed and is_encrypted(path):
        raise LockedLedger(
            f"{path} is encrypted, or no ledger: give its passphrase at the prompt, in REPORTEDLY_PASSPHRASE, or "
            "in a file named by REPORTEDLY_PASSPHRASE_FILE"
        )


def encrypt_file(path: Path, new: str, old: str | None = None) -> None:
    """Encrypt a ledger with a passphrase, or with another one than ``old``.

    The file is replaced at once, or not at all; the bytes of one that was not encrypted are overwritten.

    Raises:
        LockedLedger: ``old`` is not its passphrase, or it has one and none is given.
        BusyLedger: another program holds it.
        MissingLedger, MissingExtra, BadOption: there is none; what encrypts is not installed; no passphrase.
    """
    driver, key = load_driver(), _quoted(new)
    if not path.is_file():
        raise MissingLedger(f"there is no ledger at {path}")
    refuse_other_key(path, keyed=old is not None)
    made = path.with_name(f"{path.name}.encrypting")
    made.unlink(missing_ok=True)
    connection = driver.connect(str(path), timeout=1.0, isolation_level=None)
    try:
        if old is not None:
            unlock(connection, key_statement(old))
        _export(connection, made, key)
    except driver.Error as error:
        made.unlink(missing_ok=True)
        raise _meant(path, error) from error
    finally:
        connection.close()
    _replace(path, made, wipe=old is None)


def _export(connection: Any, made: Path, key: str) -> None:
    """Write all of a ledger into a new encrypted file, while nobody else writes."""
    marks = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    }
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise BusyLedger("another program reads the ledger: close it, and try again")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute(f"ATTACH DATABASE {_quoted(str(made))} AS made KEY {key}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("SELECT sqlcipher_export('made')")
    for name, value in marks.items():
        connection.execute(f"PRAGMA made.{name} = {value}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA made.journal_mode = WAL")
    connection.execute("DETACH DATABASE made")


def _replace(path: Path, made: Path, *, wipe: bool) -> None:
    """Put the new file in the place of the old one, whose bytes are overwritten as far as a program can."""
    for name in (path.with_name(path.name + end) for end in ("-wal", "-shm")):
        name.unlink(missing_ok=True)  # emptied before
    with path.open("r+b") as old:
        made.replace(path)
        if wipe:
            _overwrite(old)


def _overwrite(file: BinaryIO) -> None:
    left = os.fstat(file.fileno()).st_size
    while left > 0:
        left -= file.write(bytes(min(left, _WIPED_AT_ONCE)))
    file.flush()
    os.fsync(file.fileno())


def _meant(path: Path, error: Exception) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_NOTADB"):
        return LockedLedger(f"this is not the passphrase of {path}: type it again; a lost one cannot be recovered")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyLedger(f"another program holds {path}: wait until it is done, or close it, and try again")
    return error


def _quoted(words: str) -> str:
    if not words or "\0" in words:
        raise BadOption("a passphrase needs at least one sign, and none of them may be NUL")
    return "'" + words.replace("'", "''") + "'"
