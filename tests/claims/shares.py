"""Shares of what is read right in tables of our own texts, with every slip named."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Share:
    """How many of those judged are right, and what the others say."""

    judged: int = 0
    slips: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """Those that are right, in percent."""
        return 100 * (self.judged - len(self.slips)) / self.judged

    def __str__(self) -> str:
        return f"{self.percent:.1f} of {self.judged}:\n" + "\n".join(self.slips)


def shares_of(checks: Iterable[tuple[str, bool, str]]) -> dict[str, Share]:
    """The share of each thing that is checked: its name, whether it is right, and what to say where it is not."""
    found: dict[str, Share] = {}
    for name, right, words in checks:
        share = found.setdefault(name, Share())
        share.judged += 1
        if not right:
            share.slips.append(words)
    return found


def without_accents(words: str | None) -> str:
    """Words in small letters without accents, to look for one in another."""
    parts = unicodedata.normalize("NFD", words or "")
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).lower()
