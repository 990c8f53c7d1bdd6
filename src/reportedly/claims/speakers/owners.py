"""Whose office it is: the governor's and the prime minister's are two."""

from collections.abc import Iterable, Iterator, Mapping

from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.ties import Ties

_LATEST = 8  # mentions of a chain that are looked at


def of_other_owners(
    index: int, chains: Iterable[Chain], ties: Ties, chain_of: Mapping[int, Chain]
) -> Iterator[Chain]:
    """The chains with a mention that somebody else owns than the one who owns the mention ``index``."""
    owner = chain_of.get(ties.owners.get(index, -1))
    if owner is None:
        return
    for chain in chains:
        held = (chain_of.get(ties.owners.get(each, -1)) for each in chain.mentions[-_LATEST:])
        if any(other is not None and _differ(owner, other) for other in held):
            yield chain


def _differ(one: Chain, other: Chain) -> bool:
    """Whether two are told apart by their nouns or their names; where one has neither, they may be one."""
    if one is other:
        return False
    nouns = bool(one.lemmas and other.lemmas) and one.lemmas.isdisjoint(other.lemmas)
    return nouns or bool(one.names and other.names)
