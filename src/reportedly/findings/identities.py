"""Speakers joined across reports, and pairs that a person should look at.

Only certain pairs are joined (:func:`reportedly.findings.likeness.compare_speakers` says ``same``), the surest
first, and never so that two who are certainly different come together by way of a third: "Nugroho, spokesman"
joins neither of two Nugrohos who both are spokesmen. What a person pinned wins. The result is the same
for every order of the speakers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.findings.blocking import block_keys, office_key
from reportedly.findings.likeness import Identity, compare_speakers, name_agreement
from reportedly.terms import Pins, Speaker

#: The order in which pairs are joined, by how well the names go together.
_RANKS = {"equal": 0, "spelt": 1, "short": 2, "family": 3, "none": 3}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two speakers, by id, who may be one, and why: for a person to join or to part."""

    speaker: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Node:
    """Speakers that are alike in every field and certainly one: their form, and their ids in order."""

    form: Speaker
    ids: tuple[str, ...]

    @property
    def order(self) -> tuple[str, ...]:
        form = self.form
        fields = (form.name, form.role, form.organisation, form.country, form.kind)
        return (*(field or "" for field in fields), self.ids[0])


def join_speakers(speakers: Sequence[Speaker], pins: Pins) -> Mapping[str, str]:
    """The identity of each speaker by its id; speakers of one identity are one.

    The key of an identity is made of the least id in it. An unnamed speaker is alone unless pinned.

    >>> a = Speaker(id="s:1", name="Ramazon Rahimzoda", role="Interior Minister", country="TJK", kind="person")
    >>> b = Speaker(id="s:2", name="Ramazon Rakhimzoda", role="Interior Minister", country="TJK", kind="person")
    >>> join_speakers([a, b], Pins()) == {"s:1": "i:1", "s:2": "i:1"}
    True
    """
    clusters = _join(_nodes_of(speakers, pins), pins)
    keys: dict[str, str] = {}
    for cluster in clusters:
        ids = [each for node in cluster for each in node.ids]
        key = "i:" + min(ids).removeprefix("s:")
        keys |= dict.fromkeys(ids, key)
    return keys


def suggest_speakers(speakers: Sequence[Speaker], pins: Pins) -> tuple[Suggestion, ...]:
    """Pairs of speakers that are perhaps one, in order of their ids, each stood for by its least id.

    Of each pair of identities there is one suggestion, and none of pairs that a person has parted.
    """
    nodes = _nodes_of(speakers, pins)
    keys = join_speakers(speakers, pins)
    settled = {frozenset((keys[a], keys[b])) for a, b in pins.speakers_parted if a in keys and b in keys}
    found: dict[frozenset[str], Suggestion] = {}
    for one, other, identity in sorted(_pairs(nodes, "perhaps"), key=lambda pair: (pair[0].order, pair[1].order)):
        pair = frozenset((keys[one.ids[0]], keys[other.ids[0]]))
        if len(pair) == 2 and pair not in settled:
            first, second = sorted((one.ids[0], other.ids[0]))
            found.setdefault(pair, Suggestion(first, second, identity.reason))
    return tuple(sorted(found.values(), key=lambda each: (each.speaker, each.other)))


def _nodes_of(speakers: Iterable[Speaker], pins: Pins) -> list[_Node]:
    """Speakers alike in every field are one node where that makes them one; those pinned stand alone."""
    pinned = {each for pair in pins.speakers_joined | pins.speakers_parted for each in pair}
    by_form: dict[Speaker, set[str]] = defaultdict(set)
    for speaker in speakers:
        by_form[replace(speaker, id="", mentions=(), named=False)].add(speaker.id)
    nodes = []
    for form, ids in by_form.items():
        alone = ids if compare_speakers(form, form).verdict != "same" else ids & pinned
        nodes += [_Node(form, (each,)) for each in alone]
        if ids - alone:
            nodes.append(_Node(form, tuple(sorted(ids - alone))))
    return sorted(nodes, key=lambda node: node.order)


def _pairs(nodes: Sequence[_Node], verdict: str) -> Iterator[tuple[_Node, _Node, Identity]]:
    """Pairs that share a block and of which the verdict is this one.

    Of speakers alike in every field and yet not certain ("the spokesman") each is paired with the first only.
    """
    blocks: dict[str, dict[Speaker, list[_Node]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        office = office_key(node.form) if verdict == "perhaps" else None
        for key in block_keys(node.form) | ({office} if office else frozenset()):
            blocks[key][node.form].append(node)
    seen = set()
    for forms in blocks.values():
        likely = [(a, b) for a, b in combinations(forms, 2)] + [(form, form) for form in forms]
        for one, other in likely:
            if (one, other) in seen or (other, one) in seen:
                continue
            seen.add((one, other))
            identity = compare_speakers(one, other)
            if identity.verdict == verdict:
                yield from ((a, b, identity) for a, b in _of_forms(forms[one], forms[other]))


def _of_forms(ones: Sequence[_Node], others: Sequence[_Node]) -> Iterator[tuple[_Node, _Node]]:
    if ones is others:
        yield from ((ones[0], other) for other in ones[1:])
    else:
        yield from ((ones[0], other) for other in others)
        yield from ((one, others[0]) for one in ones[1:])


def _join(nodes: Sequence[_Node], pins: Pins) -> list[list[_Node]]:
    clusters = _Clusters(nodes, pins.speakers_parted)
    for pinned in sorted(sorted(pair) for pair in pins.speakers_joined):
        clusters.join_pinned(*pinned)
    ranked: dict[int, list[tuple[_Node, _Node]]] = defaultdict(list)
    for one, other, _ in _pairs(nodes, "same"):
        ranked[_rank(one.form, other.form)].append((one, other))
    for rank in sorted(ranked):
        pairs = sorted(ranked[rank], key=lambda pair: (pair[0].order, pair[1].order))
        doubtful = clusters.ambiguous(pairs)
        for one, other in pairs:
            if one not in doubtful and other not in doubtful:
                clusters.join(one, other)
    return clusters.all()


def _rank(one: Speaker, other: Speaker) -> int:
    persons = one.kind == other.kind == "person" and one.name and other.name
    return _RANKS[name_agreement(one.name or "", other.name or "")] if persons else 0


class _Clusters:
    """Nodes put together, none of which may be with one that is certainly another or was parted from it."""

    def __init__(self, nodes: Sequence[_Node], parted: Iterable[tuple[str, str]]) -> None:
        self._of: dict[_Node, list[_Node]] = {node: [node] for node in nodes}
        self._by_id = {each: node for node in nodes for each in node.ids}
        self._parted: dict[str, set[str]] = defaultdict(set)
        for one, other in parted:
            self._parted[one].add(other)
            self._parted[other].add(one)

    def join_pinned(self, one: str, other: str) -> None:
        """Join by the word of a person: only another word of a person stands against it."""
        if one in self._by_id and other in self._by_id:
            mine, its = self._of[self._by_id[one]], self._of[self._by_id[other]]
            if mine is not its and not self._are_parted(mine, its):
                self._merge(mine, its)

    def join(self, one: _Node, other: _Node) -> None:
        """Join two clusters unless something in them speaks against it."""
        mine, its = self._of[one], self._of[other]
        if mine is not its and not self._are_parted(mine, its) and not _opposed(mine, its):
            self._merge(mine, its)

    def ambiguous(self, pairs: Iterable[tuple[_Node, _Node]]) -> frozenset[_Node]:
        """Nodes that go with two clusters which cannot be one: "J. Smith" beside two mayors of that name."""
        near: dict[_Node, list[list[_Node]]] = defaultdict(list)
        for one, other in pairs:
            for mine, its in ((one, other), (other, one)):
                if not any(self._of[its] is known for known in near[mine]):
                    near[mine].append(self._of[its])
        return frozenset(
            node
            for node, clusters in near.items()
            if any(self._part(node, a, b) for a, b in combinations(clusters, 2))
        )

    def _part(self, node: _Node, a: Sequence[_Node], b: Sequence[_Node]) -> bool:
        return _opposed(a, b) or self._are_parted(a, b) or (node.form.role is None and _other_roles(a, b))

    def all(self) -> list[list[_Node]]:
        """Every cluster once."""
        return list({id(cluster): cluster for cluster in self._of.values()}.values())

    def _are_parted(self, mine: Sequence[_Node], its: Sequence[_Node]) -> bool:
        if not self._parted:
            return False
        there = {each for node in its for each in node.ids}
        return any(self._parted[each] & there for node in mine for each in node.ids if each in self._parted)

    def _merge(self, mine: list[_Node], its: list[_Node]) -> None:
        for node in its:
            self._of[node] = mine
        mine.extend(its)


def _opposed(mine: Sequence[_Node], its: Sequence[_Node]) -> bool:
    """Whether anyone here is certainly not the other, or of another country."""
    return any(_are_two(a.form, b.form) for a in mine for b in its)


def _are_two(one: Speaker, other: Speaker) -> bool:
    countries = one.country is not None and other.country is not None and one.country != other.country
    return countries or compare_speakers(one, other).verdict == "different"


def _other_roles(mine: Sequence[_Node], its: Sequence[_Node]) -> bool:
    """Whether the two would be one but for their roles: nobody without a role can be both."""
    return all(
        a.form.role and b.form.role and compare_speakers(a.form, b.form).verdict != "same"
        for a in mine
        for b in its
    )
