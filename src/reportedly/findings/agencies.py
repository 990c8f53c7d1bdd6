"""News agencies: whose wire a report comes from, as the table ``lexicons/agencies.tsv`` knows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.findings.lexicon import lexicon_rows


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency: its key, its name as shown, what else it is called, its country (ISO 3166 alpha-3)."""

    key: str
    name: str
    aliases: tuple[str, ...]
    country: str


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies of the table, in its order."""
    rows = lexicon_rows("agencies", 5)
    return tuple(Agency(key, name, tuple(aliases.split("|")), country) for key, name, aliases, country, _ in rows)


@cache
def _by_alias() -> Mapping[str, Agency]:
    return {alias.casefold(): agency for agency in agencies() for alias in (agency.name, *agency.aliases)}


def find_agency(name: str | None) -> Agency | None:
    """The agency of that name, whatever its capitals and article; null when it is none.

    >>> agency = find_agency("the Associated Press")
    >>> agency.name if agency else None
    'Associated Press'
    """
    return _by_alias().get(re.sub(r"^the ", "", (name or "").strip(), flags=re.IGNORECASE).casefold())


@cache
def alias_pattern() -> str:
    """Pattern of any name of any agency, the longest first, its capitals as written in the table."""
    names = {alias for agency in agencies() for alias in (agency.name, *agency.aliases)}
    return "|".join(re.escape(alias) for alias in sorted(names, key=lambda alias: (-len(alias), alias)))
