"""What the words say of a speaker: name, role, organisation, country."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.places.countries import country_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.mention import Mention
from reportedly.claims.speakers.nouns import sense_of, state_seats
from reportedly.claims.speakers.ties import Ties

#: Nouns of bodies and people that speak for a state, beside the offices of the lexicon.
_STATE = frozenset(
    (
        "authorities government ministry parliament army navy police military cabinet official officials "
        "administration embassy consulate forces prosecution congress senate"
    ).split()
)
_BODIES = ("organisation", "outlet")
_JOINS = frozenset(["of", "for"])
#: Number words that say how many speak, which is no part of what they are: "two officials".
_COUNTED = frozenset(
    "two three four five six seven eight nine ten eleven twelve several some many both dozens hundreds".split()
)
#: Bodies that are told apart only by whose they are: "the governor's office".
_OF_SOMEBODY = frozenset(["office", "bureau", "campaign", "secretariat", "press office"])
_ORDER = frozenset("first second third fourth other another same latest new previous earlier fellow such".split())


@dataclass(frozen=True, slots=True)
class Described:
    """All that fields are read from: the words, the mentions with their ties, the chain of each."""

    tokens: Tokens
    mentions: Sequence[Mention]
    ties: Ties
    chain_of: dict[int, Chain]

    def words(self, start: int, end: int) -> str:
        """Words ``start`` to ``end`` as they stand in the text."""
        return self.tokens.text[self.tokens.starts[start] : self.tokens.ends[end - 1]] if end > start else ""

    def name_of(self, chain: Chain) -> str | None:
        """The fullest form of the name: most words, then most letters, then first."""
        ranges = [m.name for m in map(self.mentions.__getitem__, chain.mentions) if m.name is not None]
        forms = [(len(range(*r)), sum(len(w) for w in self.words(*r).split()), self.words(*r)) for r in ranges]
        if not forms:
            return None
        return " ".join(max(forms, key=lambda form: form[:2])[2].split())

    def role_of(self, chain: Chain) -> str | None:
        """What the speaker is, in the words of the report, without country and without a named organisation.

        Of a body, document or place without a name, the words that describe it.
        """
        living = chain.kind in ("person", "group", None)
        if chain.names and not living:
            return None
        roles = []
        for index in chain.mentions:
            mention = self.mentions[index]
            if mention.role is None or index in self.ties.predicates:
                continue
            start, end = mention.role
            start = self._after_country(self._after_order(start, end), end)
            start = self._owner_start(index, start)
            body = self._body_before(start, end) if living else None
            if body is not None and self._is_proper(*body):
                start = body[1]
            end = self._before_rank(start, end)
            role = self.words(start, self._role_end(mention, end))
            roles.append((mention.form == "name", len(role.split()), role))
        titled = [role for role in roles if role[0]]
        best = titled or roles
        return " ".join(max(best, key=lambda r: r[1])[2].split()) if best else None

    def _after_order(self, start: int, end: int) -> int:
        """Where the words go on after those that only count or order: "two officials", "the first official"."""
        while start + 1 < end:
            word = self.tokens.forms[start].lower()
            if word not in _ORDER and word not in _COUNTED and not word.isdigit():
                break
            start += 1
        return start

    def _owner_start(self, index: int, start: int) -> int:
        """Where the words begin that say whose office it is; a country or a name is none of them."""
        owner = self.ties.owners.get(index)
        if owner is None or self.mentions[index].lemma not in _OF_SOMEBODY:
            return start
        holder = self.mentions[owner]
        own = holder.form == "noun" and holder.role is not None and holder.phrase.end <= start
        return self._after_country(*holder.role) if own and holder.role is not None else start

    def _before_rank(self, start: int, end: int) -> int:
        """Where a role ends that has a rank after it: "police spokesman Capt."."""
        if end - start > 1 and self.tokens.word(end - 1).endswith(".") and sense_of(self.tokens.word(end - 2)):
            return end - 1
        return end

    def _role_end(self, mention: Mention, end: int) -> int:
        """Where a role ends that goes on: "minister of defence", "secretary of state"."""
        tokens = self.tokens
        if mention.form == "name" or end + 1 >= len(tokens) or tokens.forms[end].lower() not in _JOINS:
            return end
        at = end + 1
        low = bisect_left(self.mentions, at, key=lambda m: m.phrase.start)
        high = bisect_left(self.mentions, at + 5, lo=low, key=lambda m: m.phrase.start)
        starts = {m.phrase.start for m in self.mentions[low:high]}
        while at < len(tokens) and at not in starts and tokens.word(at).isalpha() and at < end + 4:
            if tokens.forms[at].lower() in ("who", "that", "in", "on", "and", "said", "says", "told", "the", "a"):
                break
            at += 1
        stopped = at < len(tokens) and at in starts  # "52 percent of registered | voters"
        return at if at > end + 1 and not stopped else end

    def _after_country(self, start: int, end: int) -> int:
        """Where the words go on after a country and what joins to it: "Tajik President", "U.S. envoy"."""
        for width in (3, 2, 1):
            if start + width < end and country_of(self.words(start, start + width)):
                return start + width
        return start

    def _body_before(self, start: int, end: int) -> tuple[int, int] | None:
        """The organisation among the words before a role noun: "Foreign Ministry" spokesman, "BNPB" head."""
        last = None
        for i in range(start, end - 1):
            word = self.tokens.word(i)
            sense = sense_of(word) or (sense_of(self.words(i - 1, i + 1)) if i > start else None)
            if (sense is not None and sense.kind in _BODIES) or (len(word) > 2 and word.isupper()):
                last = i + 1
        return None if last is None else (start, last)

    def _is_proper(self, start: int, end: int) -> bool:
        """Whether the words are a name: all with capitals, more than one, or an abbreviation."""
        words = [self.tokens.word(i) for i in range(start, end)]
        capital = all(word[0].isupper() or not word[0].isalpha() for word in words)
        return capital and (len(words) > 1 or words[0].isupper())

    def organisation_of(self, chain: Chain) -> str | None:
        """The organisation a person or group speaks for, in its fullest form."""
        for index in chain.mentions:
            for found in self._bodies_of(index):
                return found
        return None

    def _bodies_of(self, index: int) -> Iterator[str]:
        mention = self.mentions[index]
        if mention.role is not None:
            start = self._after_country(self._after_order(*mention.role), mention.role[1])
            body = self._body_before(start, mention.role[1])
            if body is not None:
                yield self._fullest(self.words(*body), index)
        beside = [self.ties.owners.get(index), *self.ties.belongs.get(index, [])]
        for other in beside:
            if other is None:
                continue
            chain = self.chain_of[other]
            if chain.kind in _BODIES and chain is not self.chain_of[index]:
                yield self.name_of(chain) or self._noun_words(chain)

    def _fullest(self, words: str, index: int) -> str:
        """The name of the organisation that words stand for: "agency" head, of the one agency named."""
        lemma = words.lower()
        if len(words.split()) == 1 and not words.isupper():
            held = [c for i, c in self.chain_of.items() if i < index and lemma in c.lemmas and c.kind in _BODIES]
            names = {id(c): self.name_of(c) for c in held}
            if len(names) == 1:
                return next(iter(names.values())) or words
        return words

    def _noun_words(self, chain: Chain) -> str:
        first = self.mentions[chain.mentions[0]].phrase
        return " ".join(self.words(first.inner, first.end).split())

    def country_of(self, chain: Chain) -> str | None:
        """The country that the words of the chain name: in role, name or owner, "of" a place, or the body's."""
        for index in chain.mentions:
            for country in self.countries_of(index):
                return country
        held = state_seats()
        for mention in map(self.mentions.__getitem__, chain.mentions):
            seat = held.get(self.words(*mention.name)) if mention.name and chain.kind != "person" else None
            if seat is not None:
                return seat[0]
        body = held.get(self.organisation_of(chain) or "") if chain.kind in ("person", "group") else None
        return body[0] if body is not None else None

    def countries_of(self, index: int, depth: int = 0) -> Iterator[str]:
        """Countries in the words of one mention and of what it belongs to."""
        mention = self.mentions[index]
        if mention.form != "pronoun":
            start = mention.phrase.inner
            end = mention.name[0] if mention.name and mention.kind == "person" else mention.phrase.end
            yield from self._countries_in(start, end)
        beside = [self.ties.owners.get(index), *self.ties.belongs.get(index, [])]
        for other in (o for o in beside if o is not None and depth < 2):
            yield from self.countries_of(other, depth + 1)
            chain = self.chain_of[other]
            if chain.kind in _BODIES and chain is not self.chain_of[index] and depth == 0:
                for same in chain.mentions:
                    yield from self.countries_of(same, 2)

    def _countries_in(self, start: int, end: int) -> Iterator[str]:
        i = start
        while i < end:
            for width in (3, 2, 1):
                words = self.words(i, i + width) if i + width <= end else ""
                found = country_of(words) if words not in ("", "States") else None
                if found is not None:
                    yield found
                    i += width - 1
                    break
            i += 1

    def speaks_for_state(self, chain: Chain) -> bool:
        """Whether the words give an office or body of a state."""
        for index in chain.mentions:
            mention = self.mentions[index]
            if mention.sense is not None and (mention.sense.kind == "office" or mention.lemma in _STATE):
                return True
        return False


def one_state(described: Described, chains: Iterable[Chain]) -> str | None:
    """The country of all state offices and bodies of the report that are told with one; None if they differ.

    At least two of them must be told with it: one alone may be the foreign one ("Mexican officials" in a
    report from New York). Only then "the interior minister" without a country can be no other's.
    """
    found: list[str] = []
    for chain in chains:
        if described.speaks_for_state(chain):
            country = described.country_of(chain)
            if country is not None:
                found.append(country)
    return found[0] if len(found) > 1 and len(set(found)) == 1 else None
