"""Sources resolved to speakers: who of the report is meant by each, and what the report says of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.claims.sentences import QUOTED, Tokens
from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.chains import Linker
from reportedly.claims.speakers.fields import Described, one_state
from reportedly.claims.speakers.mentions import find_mentions
from reportedly.claims.speakers.names import name_words
from reportedly.claims.speakers.phrases import PRONOUNS, relative_head
from reportedly.claims.speakers.ranking import learned_weights
from reportedly.claims.speakers.ties import find_ties
from reportedly.claims.syntax import Syntax
from reportedly.terms import Claim, Report, Span, Speaker, words_id

_AND = frozenset(["and", "or", "&"])
_FIRST = frozenset(word for word, (person, _, _) in PRONOUNS.items() if person == 1)


def resolve_speakers(
    tokens: Tokens,
    syntax: Syntax,
    names: Sequence[tuple[int, int, int]],
    claims: Sequence[Claim],
    report: Report,
) -> tuple[list[Claim], tuple[Speaker, ...]]:
    """The claims with the speaker of each source, and the speakers in order of their first mention.

    ``names`` are the tagger's ``(kind, start, end)``. A claim without a source has no speaker. A
    pure function of what it is given: the same words give the same speakers with the same ids.
    """
    if not any(claim.source is not None for claim in claims):
        return list(claims), ()
    resolver = Resolver(tokens, syntax, names, claims, report)
    return resolver.claims(), resolver.speakers()


def speaker_at(speakers: Sequence[Speaker], span: Span) -> str | None:
    """Id of the speaker of whom a mention overlaps the span, the longest overlap first; None without.

    >>> speaker_at([Speaker(id="s:1", mentions=((0, 9),))], (4, 9))
    's:1'
    """
    best, found = 0, None
    for speaker in speakers:
        for a, b in speaker.mentions:
            overlap = min(b, span[1]) - max(a, span[0])
            if overlap > best:
                best, found = overlap, speaker.id
    return found


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a claim: one chain, or several together; ``words`` is the source as word indices."""

    chains: tuple[Chain, ...]
    words: tuple[int, int]


def _group(voice: Voice) -> tuple[int, ...]:
    """Equal for voices of one speaker."""
    return tuple(id(chain) for chain in voice.chains)


class Resolver:
    """Everything known while one report's sources are resolved."""

    def __init__(
        self,
        tokens: Tokens,
        syntax: Syntax,
        names: Sequence[tuple[int, int, int]],
        claims: Sequence[Claim],
        report: Report,
    ) -> None:
        self._tokens, self._syntax = tokens, syntax
        self._given, self._report = claims, report
        self._sources = {c.id: self._range(c.source.spans) for c in claims if c.source is not None}
        wanted = {word for words in self._sources.values() for word in range(*words)}
        self._mentions = find_mentions(tokens, syntax, names, wanted)
        ties = find_ties(tokens, syntax, self._mentions)
        linker = Linker(tokens, self._mentions, ties)
        chains = linker.link(learned_weights())
        self._described = Described(tokens, self._mentions, ties, linker.chain_of)
        self._starts = [m.phrase.start for m in self._mentions]
        self._chains = chains
        self._voices: dict[str, Voice] = {}
        for claim in claims:
            if claim.source is not None and claim.source.exact.lower() not in _FIRST:
                self._voices[claim.id] = self._voice_of(claim)
        for claim in claims:
            if claim.source is not None and claim.source.exact.lower() in _FIRST:
                self._voices[claim.id] = self._own_voice(claim)
        self._told: dict[tuple[int, ...], list[Claim]] = {}  # claims of each speaker
        self._ids: dict[str, str] = {}
        self._made: dict[str, Speaker] = {}
        self._make()

    def claims(self) -> list[Claim]:
        """The claims with their sources' speakers."""
        return [
            replace(c, source=replace(c.source, speaker=self._ids[c.id])) if c.source is not None else c
            for c in self._given
        ]

    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers in order of their first mention."""
        return tuple(sorted(self._made.values(), key=lambda s: (s.mentions, s.id)))

    @cached_property
    def _state(self) -> str | None:
        """The one country whose offices and bodies the report speaks of."""
        return one_state(self._described, self._chains)

    def _range(self, spans: Sequence[Span]) -> tuple[int, int]:
        """Word indices from the first word of the spans to after the last."""
        first = bisect_right(self._tokens.ends, spans[0][0])
        return first, max(bisect_left(self._tokens.starts, spans[-1][1]), first + 1)

    def _inside(self, start: int, end: int) -> list[int]:
        """Mentions that begin in a range of words."""
        return list(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))

    def _around(self, word: int) -> list[int]:
        """Mentions whose words, after determiner and owner, hold a word."""
        found = []
        for i in range(bisect_right(self._starts, word) - 1, -1, -1):
            phrase = self._mentions[i].phrase
            if self._tokens.sentences[phrase.start] != self._tokens.sentences[word]:
                break
            if phrase.inner <= word < phrase.end:
                found.append(i)
        return found[::-1]

    def _voice_of(self, claim: Claim) -> Voice:
        start, end = words = self._sources[claim.id]
        relative = relative_head(self._syntax, start) if end - start == 1 else None
        found = self._inside(start, end)
        if relative is not None:
            found = self._around(relative) or found
        owners = {o for i in found if (o := self._described.ties.owners.get(i)) is not None}
        heads = [
            i for i in found if i not in owners and self._mentions[i].phrase.end <= max(end, start + 1)
        ] or found
        if relative is not None:
            heads = found
        if not heads:
            return Voice((self._stranger(),), words)
        first = heads[0]
        chains = [self._described.chain_of[first]]
        for other in heads[1:]:
            chain = self._described.chain_of[other]
            if relative is None and chain not in chains and self._joined(first, other):
                chains.append(chain)
        return Voice(tuple(chains), words)

    def _joined(self, first: int, other: int) -> bool:
        """Whether a mention is said in one breath with the first: "McConnell and Ryan"."""
        one, two = self._mentions[first].phrase, self._mentions[other].phrase
        if self._tokens.forms[two.start - 1].lower() not in _AND:
            return False
        if two.start - 1 == one.end:
            return True
        heads = [self._syntax.heads[w] for w in range(two.start, two.end) if self._syntax.relations[w] == "conj"]
        return any(one.start <= head < one.end for head in heads)

    def _stranger(self) -> Chain:
        return Chain()

    def _own_voice(self, claim: Claim) -> Voice:
        """Who says "I" or "we": the speaker of the quotation around it, else the report's own writer."""
        assert claim.source is not None
        place = claim.source.start
        around = [
            c for c in self._given
            if c.id in self._voices and any(a <= place < b for a, b in c.content.spans) and c.mode != "indirect"
        ]  # fmt: skip
        if around:
            nearest = min(around, key=lambda c: c.content.end - c.content.start)
            return Voice(self._voices[nearest.id].chains, self._sources[claim.id])
        return Voice((self._stranger(),), self._sources[claim.id])

    def _make(self) -> None:
        """Speakers of all voices; equal voices are one speaker."""
        groups: dict[tuple[int, ...], list[str]] = {}
        for claim_id, voice in self._voices.items():
            groups.setdefault(_group(voice), []).append(claim_id)
        for claim in self._given:
            if claim.id in self._voices:
                self._told.setdefault(_group(self._voices[claim.id]), []).append(claim)
        for claim_ids in groups.values():
            voices = [self._voices[claim_id] for claim_id in claim_ids]
            speaker = self._alone(voices) if len(voices[0].chains) == 1 else self._together(voices)
            if speaker.id in self._made:
                held = self._made[speaker.id]
                speaker = replace(held, mentions=tuple(sorted({*held.mentions, *speaker.mentions})))
            self._made[speaker.id] = speaker
            self._ids.update((claim_id, speaker.id) for claim_id in claim_ids)

    def _alone(self, voices: Sequence[Voice]) -> Speaker:
        chain = voices[0].chains[0]
        told = self._described
        name, role = told.name_of(chain), told.role_of(chain)
        country = told.country_of(chain)
        if country is None and chain.mentions and told.speaks_for_state(chain):
            country = self._state
        mentions = self._places(chain, voices)
        return Speaker(
            id=self._id(name, mentions, voices),
            name=name,
            role=role,
            organisation=told.organisation_of(chain)
            if chain.kind in ("person", "group", "document", None)
            else None,
            country=country,
            kind=chain.kind or "unknown",
            named=name is not None,
            mentions=mentions,
        )

    def _together(self, voices: Sequence[Voice]) -> Speaker:
        """Several who say one thing together: a group, named when each of them is."""
        told = self._described
        names = [told.name_of(chain) for chain in voices[0].chains]
        words = " ".join(told.words(*voices[0].words).split())
        named = all(names)
        mentions = tuple(sorted({self._span(*voice.words) for voice in voices}))
        countries = {told.country_of(chain) for chain in voices[0].chains}
        name = " and ".join(filter(None, names)) if named else None
        return Speaker(
            id=self._id(name, mentions, voices),
            name=name,
            role=None if named else words,
            country=countries.pop() if len(countries) == 1 else None,
            kind="group",
            named=named,
            mentions=mentions,
        )

    def _span(self, start: int, end: int) -> Span:
        return self._tokens.starts[start], self._tokens.ends[end - 1]

    def _places(self, chain: Chain, voices: Sequence[Voice]) -> tuple[Span, ...]:
        """Places of all mentions of a chain and of its sources."""
        found = {self._span(*voice.words) for voice in voices}
        found |= self._first_person(voices)
        for index in chain.mentions:
            phrase = self._mentions[index].phrase
            span = self._span(phrase.start, phrase.end)
            if not any(a <= span[0] and span[1] <= b for a, b in found):
                found.add(span)
        return tuple(sorted(found))

    def _first_person(self, voices: Sequence[Voice]) -> set[Span]:
        """Places of "I", "we" and their forms in what the speaker is quoted with word by word."""
        found = set()
        for claim in self._told[_group(voices[0])]:
            if claim.mode == "indirect":
                continue
            for span in claim.content.spans:
                for word in range(*self._range((span,))):
                    quoted = self._tokens.shapes[word] >= QUOTED
                    if quoted and self._tokens.forms[word].lower() in _FIRST and self._tokens.word(word) != "US":
                        found.add(self._span(word, word + 1))
        return found

    def _id(self, name: str | None, mentions: Sequence[Span], voices: Sequence[Voice]) -> str:
        """From the name where there is one, which stays when more mentions are found; else the first source."""
        if name is not None:
            key = " ".join(name_words(name.split())) or name
            return words_id("s", self._report.text_sha256, [(f"speaker {key}", ())])
        first = min(self._span(*voice.words) for voice in voices)
        return words_id("s", self._report.text_sha256, [("speaker", (first,))])
