"""Chains by their names and nouns."""

from collections.abc import Iterable

from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.names import initials


class NameIndex:
    """Chains by their names and nouns, so that a long text is not searched from end to end for each name."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, ...], dict[Chain, None]] = {}
        self._keys: dict[str, dict[Chain, None]] = {}
        self._lemmas: dict[str, dict[Chain, None]] = {}

    def add(self, chain: Chain, name: tuple[str, ...] | None, lemma: str) -> None:
        """A chain now has a mention of this name, or of none, and of this noun."""
        if name is not None and chain not in self._named.setdefault(name, {}):
            self._named[name][chain] = None
            for key in keys_of(name):
                self._keys.setdefault(key, {})[chain] = None
        if lemma:
            self._lemmas.setdefault(lemma, {})[chain] = None

    def named(self, name: tuple[str, ...]) -> list[Chain]:
        """Chains with this very name, the one mentioned last first."""
        return _latest_first(self._named.get(name, {}))

    def alike(self, name: tuple[str, ...]) -> list[Chain]:
        """Chains with a name that can be of the same one, and some more, the one mentioned last first."""
        return _latest_first({chain: None for key in keys_for(name) for chain in self._keys.get(key, ())})

    def described(self, lemma: str) -> list[Chain]:
        """Chains with a mention of this noun, the one mentioned last first."""
        return _latest_first(self._lemmas.get(lemma, {}))


def _latest_first(chains: Iterable[Chain]) -> list[Chain]:
    return sorted(chains, key=lambda chain: chain.mentions[-1], reverse=True)


def keys_of(name: tuple[str, ...]) -> set[str]:
    """What a name is kept under: its words, their first letters with a point, its abbreviation."""
    short = {initials(name)} if len(name) > 1 else set()
    return {*name, *(f"{word[0]}." for word in name if len(word) > 1), *short}


def keys_for(name: tuple[str, ...]) -> set[str]:
    """What the names are kept under that can be of the same one, by :func:`same_person` or :func:`same_body`.

    >>> sorted(keys_for(("r", "rahimzoda")) & keys_of(("ramazon", "rahimzoda")))
    ['r.', 'rahimzoda', 'rr']
    >>> keys_for(("world", "health", "organization")) & keys_of(("who",))
    {'who'}
    """
    short = {initials(name)} if len(name) > 1 else set()
    return {*name, *(word[0] for word in name), *(f"{word}." for word in name if len(word) == 1), *short}
