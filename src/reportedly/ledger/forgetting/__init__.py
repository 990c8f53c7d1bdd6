"""Forgetting: texts, quotations and names taken out of a ledger for good; hashes, numbers and seals stay."""

from reportedly.ledger.forgetting.forget import Forgetting, forget_report, forget_speaker, list_forgettings
from reportedly.ledger.forgetting.refuse import find_forgetting, put_back

__all__ = [
    "Forgetting",
    "find_forgetting",
    "forget_report",
    "forget_speaker",
    "list_forgettings",
    "put_back",
]
