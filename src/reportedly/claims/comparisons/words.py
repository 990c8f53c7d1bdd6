"""The lexicon of comparisons by role, and its written forms as pieces of patterns."""

import re
from functools import lru_cache

from reportedly.claims.inflections import noun_forms, verb_forms
from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.number_words import any_of
from reportedly.terms import Span

_VERBS = frozenset({"multiply", "move", "shift", "issued"})
_NOUNS = frozenset({"change", "compared", "happening", "measured"})


@lru_cache(maxsize=1)
def _roles() -> dict[str, dict[str, str]]:
    """Value of every written form by role."""
    roles: dict[str, dict[str, str]] = {}
    for word, role, value, _ in lexicon_rows("comparisons", 4):
        held = roles.setdefault(role, {})
        for form in _forms(word, role):
            held.setdefault(form, value)
    return roles


def _forms(word: str, role: str) -> tuple[str, ...]:
    if role in _VERBS:
        first, _, rest = word.partition(" ")
        return tuple(f"{form} {rest}".strip() for form in verb_forms(first))
    if role in _NOUNS:
        return noun_forms(word)
    return (word,)


def values(role: str) -> dict[str, str]:
    """Value of each written form of a role of ``comparisons.tsv``.

    >>> values("multiply")["tripling"], values("move")["fell"], values("extreme")["fewest"]
    ('3', 'down', 'down')
    """
    return _roles()[role]


def value_of(role: str, words: str) -> str:
    """Value of words as they stand in a text."""
    return _roles()[role][" ".join(words.lower().split())]


@lru_cache(maxsize=16)
def forms(role: str) -> str:
    """All written forms of a role as one piece of a pattern, the longest first."""
    return "(?:" + any_of(_roles()[role], r"\s+") + ")"


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that takes no account of case and may be written over several lines."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def group_span(match: re.Match[str], name: str) -> Span | None:
    """Place of a named group, None where it took no part."""
    span = match.span(name)
    return None if span[0] < 0 else span
