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
    """The agency of that name, whatever its capitals, article and description; null when it is none.

    >>> [agency.name for agency in map(find_agency, ("the Associated Press", "state news agency SANA")) if agency]
    ['Associated Press', 'SANA']
    """
    plain = _DESCRIPTION.sub("", (name or "").strip())
    return _by_alias().get(plain.casefold())


#: "the", "state news agency", "Russia's official agency": what stands before the name of an agency.
_DESCRIPTION = re.compile(r"^(?:the\s+)?(?:(?:[\w’'-]+\s+){0,3}?(?:news\s+)?agency\s+)?", re.IGNORECASE)


@cache
def alias_pattern() -> str:
    """Pattern of any name of any agency, the longest first, its capitals as written in the table."""
    names = {alias for agency in agencies() for alias in (agency.name, *agency.aliases)}
    return "|".join(re.escape(alias) for alias in sorted(names, key=lambda alias: (-len(alias), alias)))
