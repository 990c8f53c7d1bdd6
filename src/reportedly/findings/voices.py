"""Whose number a figure is: one key for a body and those who speak for it, across the reports of a story.

A person speaks for the body that some report of the story names for him; a body told by a longer and a shorter
name ("the national disaster agency", "the disaster agency") is one within a story, and so are "the governor" and
the one governor told by name. Officials, authorities and the report's own words are nobody in particular: their
numbers are the count as it stands. All this holds within one story and for its figures only; who is certainly one
speaker across the ledger is another question (:mod:`reportedly.findings.identities`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.findings.identities import join_speakers
from reportedly.findings.origins import chain_of
from reportedly.findings.spelling import folded_words
from reportedly.findings.stated import Stated
from reportedly.findings.word_groups import word_list
from reportedly.terms import Pins, Speaker

_LIGHT = frozenset("the of a an for and its their s".split())
#: Bodies of which a story may have several: a person of "the ministry" is not tied to every ministry.
_COMMON = frozenset("agency police ministry government office group party company department service".split())

_Place = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says a figure.

    ``key`` is one for all names of a body in the story, null for nobody in particular; ``identity`` the speaker's
    across the ledger; ``name`` is shown, null for the report itself; ``chain`` leads from the outlet to the
    origin, and ``origin`` is that by the one name that the story most often has for it.
    """

    key: str | None
    identity: str | None
    name: str | None
    origin: str
    chain: tuple[str, ...]


def read_voices(figures: Sequence[Stated], pins: Pins) -> dict[_Place, Voice]:
    """The voice of every figure by report and figure."""
    speakers = {(s.key[0], s.speaker.id): s.speaker for s in figures if s.speaker is not None}
    ordered = sorted({speaker.id: speaker for speaker in speakers.values()}.values(), key=lambda each: each.id)
    identities = join_speakers(ordered, pins)
    keys = _body_keys(speakers, identities)
    chains: dict[tuple[str, str | None], tuple[str, ...]] = {}
    voices: dict[_Place, Voice] = {}
    for stated in figures:
        place = stated.key[0], stated.claim.id if stated.claim else None
        if place not in chains:
            chains[place] = chain_of(stated.claim, stated.reading)
        voices[stated.key] = _voice_of(stated, chains[place], keys, identities)
    names = _names_of(voices.values())
    return {
        place: replace(voice, origin=names.get(voice.key or "", voice.origin)) for place, voice in voices.items()
    }


def _names_of(voices: Iterable[Voice]) -> dict[str, str]:
    """The name that stands most often for each key, of several the first in the alphabet."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for voice in voices:
        if voice.key is not None:
            told[voice.key][voice.origin] += 1
    return {key: min(names, key=lambda name: (-names[name], name)) for key, names in told.items()}


def _voice_of(
    stated: Stated, chain: tuple[str, ...], keys: Mapping[_Place, str], identities: Mapping[str, str]
) -> Voice:
    speaker = stated.speaker
    source = stated.claim.source.exact if stated.claim and stated.claim.source else None
    if speaker is None:
        return Voice(key=None, identity=None, name=source, origin=chain[-1], chain=chain)
    name = speaker.name or speaker.role or speaker.organisation or source
    return Voice(
        key=keys.get((stated.key[0], speaker.id)),
        identity=identities.get(speaker.id),
        name=name,
        origin=chain[-1],
        chain=chain,
    )


def _words(name: str | None) -> frozenset[str]:
    """The words of a body's name in no order: "the union of doctors", "the doctors' union"."""
    return frozenset(word.removesuffix("s") for word in folded_words(name or "")) - _LIGHT


def is_anybody(speaker: Speaker) -> bool:
    """Whether the words name nobody in particular: officials, authorities, earlier reports.

    >>> is_anybody(Speaker(id="s:1", role="local officials")), is_anybody(Speaker(id="s:2", role="coast guard"))
    (True, False)
    """
    if speaker.name is not None:
        return False
    role = folded_words(speaker.role or "")
    return not role or role[-1] in word_list("anybody")


class _Bodies:
    """Names of bodies and persons put together."""

    def __init__(self) -> None:
        self.root: dict[str, str] = {}

    def find(self, node: str) -> str:
        while self.root.setdefault(node, node) != node:
            node = self.root[node]
        return node

    def join(self, one: str, other: str) -> None:
        first, last = sorted((self.find(one), self.find(other)))
        self.root[last] = first


def _body_keys(speakers: Mapping[_Place, Speaker], identities: Mapping[str, str]) -> dict[_Place, str]:
    """The key of each speaker who is somebody."""
    bodies = _Bodies()
    nodes = {place: _node(speaker, identities) for place, speaker in speakers.items() if not is_anybody(speaker)}
    for place, node in sorted(nodes.items()):
        speaker, organisation = speakers[place], _words(speakers[place].organisation)
        if speaker.kind == "person" and organisation - _COMMON:
            bodies.join(node, _body(organisation))
        if speaker.id in identities and speaker.name is not None:
            bodies.join(node, identities[speaker.id])
    _join_offices(speakers, nodes, bodies)
    _join_names(sorted({*nodes.values(), *bodies.root}), bodies)
    return {place: bodies.find(node) for place, node in nodes.items()}


def _join_offices(speakers: Mapping[_Place, Speaker], nodes: Mapping[_Place, str], bodies: _Bodies) -> None:
    """Join "the governor" to the one person of the story who is told by name to be the governor."""
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    for place, node in nodes.items():
        if speakers[place].name is not None and speakers[place].role is not None:
            holders[_words(speakers[place].role)].add(bodies.find(node))
    for place, node in sorted(nodes.items()):
        speaker = speakers[place]
        held = holders.get(_words(speaker.role), set()) if speaker.name is None else set()
        if len(held) == 1:
            bodies.join(node, *held)


def _node(speaker: Speaker, identities: Mapping[str, str]) -> str:
    if speaker.name is not None and speaker.kind == "person":
        return identities.get(speaker.id, speaker.id)
    return _body(_words(speaker.name or speaker.role or speaker.organisation))


def _body(words: Iterable[str]) -> str:
    return "body:" + " ".join(sorted(words))


def _join_names(nodes: Sequence[str], bodies: _Bodies) -> None:
    """Join a body told by fewer words to the one longer name of the story that holds them all."""
    named = {node: frozenset(node.removeprefix("body:").split()) for node in nodes if node.startswith("body:")}
    holders: dict[str, list[str]] = defaultdict(list)
    for node, words in named.items():
        for word in sorted(words):
            holders[word].append(node)
    for node, words in sorted(named.items()):
        rarest = min(sorted(words), key=lambda word: len(holders[word]))
        longer = [other for other in holders[rarest] if words < named[other]]
        if len(longer) == 1:
            bodies.join(node, longer[0])
