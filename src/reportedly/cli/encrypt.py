"""``reportedly encrypt``: a ledger encrypted at rest."""

from pathlib import Path

from reportedly.cli.opening import ask_passphrase
from reportedly.cli.options import LedgerPath, settings_with
from reportedly.errors import BadOption


def encrypt_ledger(ledger: LedgerPath = None) -> int:
    """Encrypt the ledger with a passphrase, or give it another one.

    The new passphrase is typed twice, or is the first line of standard input. The old one, where there is one, is
    asked for, or comes from REPORTEDLY_PASSPHRASE or REPORTEDLY_PASSPHRASE_FILE. A lost passphrase cannot be
    recovered. Copies made before are not encrypted by this.

    \b
    Examples:
      reportedly encrypt
      reportedly encrypt --ledger floods.sqlite < passphrase.txt
    """
    from reportedly.cli.output import note
    from reportedly.ledger.databases.cipher import encrypt_file, is_encrypted, load_driver
    from reportedly.settings import passphrase_of

    settings = settings_with(ledger)
    path = settings.ledger
    if not isinstance(path, Path):
        raise BadOption(f"{path} is on a server: its disks are encrypted there, not by this program")
    load_driver()
    old = None
    if path.is_file() and is_encrypted(path):
        old = passphrase_of(settings) or ask_passphrase(f"Passphrase of {path} now: ")
    encrypt_file(path, _new_passphrase(), old)
    note(f"{path} is encrypted; copies and backups made before are not")
    return 0


def _new_passphrase() -> str:
    import sys

    typed = ask_passphrase("New passphrase: ")
    if typed is None:
        typed = sys.stdin.readline().rstrip("\r\n")
    elif typed != ask_passphrase("The same again: "):
        raise BadOption("the two passphrases differ: nothing was changed")
    if not typed:
        raise BadOption("no passphrase: type one, or give it as the first line of standard input")
    return typed
