"""Chains: mentions of one speaker put together, from the first word of a report to the last."""

from collections.abc import Sequence
from itertools import islice

from reportedly.claims.sentences import Tokens
from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.mention import Mention, mention_class
from reportedly.claims.speakers.name_index import NameIndex
from reportedly.claims.speakers.names import name_words, same_body, same_person
from reportedly.claims.speakers.owners import of_other_owners
from reportedly.claims.speakers.ranking import Weights, pair_features, start_features
from reportedly.claims.speakers.ties import Ties

_PRONOUN_REACH = 4  # sentences
_NOUN_REACH = 40
#: Pronouns without gender that stand for a chain.
_NEUTRAL = frozenset(["it", "its", "itself", "they", "them", "their", "themselves"])
_KEPT = 24  # chains looked at for one mention, the latest ones


#: A chain that a mention may belong to, with the features of the two.
Scored = tuple[Chain, list[str]]


class Linker:
    """Reads mentions one after the other and puts each into a chain, old or new."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], ties: Ties) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.ties = ties
        self.chains: dict[Chain, None] = {}  # the one mentioned last stands last
        self._index = NameIndex()
        self.chain_of: dict[int, Chain] = {}
        self._words: dict[tuple[int, int], tuple[str, ...]] = {}

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The name of a mention as words to compare; none without a name."""
        if mention.name is None:
            return ()
        held = self._words.get(mention.name)
        if held is None:
            held = self._words[mention.name] = name_words([self.tokens.word(i) for i in range(*mention.name)])
        return held

    def link(self, weights: Weights) -> list[Chain]:
        """All chains in order of their first mention."""
        for index in range(len(self.mentions)):
            self.join(index, self.settled(index) or self.choose(index, weights))
        return sorted(self.chains, key=lambda chain: chain.mentions[0])

    def join(self, index: int, chain: Chain | None) -> Chain:
        """Put a mention into a chain, a new one for None; the chain becomes the latest."""
        if chain is None:
            chain = Chain()
        else:
            del self.chains[chain]
        self.chains[chain] = None
        mention = self.mentions[index]
        chain.take(index, mention, self.words(mention))
        self._index.add(chain, self.words(mention) if mention.name is not None else None, mention.lemma)
        self.chain_of[index] = chain
        return chain

    def settled(self, index: int) -> Chain | None:
        """The chain that leaves no choice: by apposition, or by name."""
        tied = self.ties.same.get(index)
        if tied is not None:
            return self.chain_of[tied]
        mention = self.mentions[index]
        if mention.form != "name":
            return None
        return self._by_name(mention) or self._by_role(mention)

    def _by_name(self, mention: Mention) -> Chain | None:
        """The latest chain with a name that can be the same."""
        words = self.words(mention)
        person = mention.kind == "person"
        alike = same_person if person else same_body
        for chain in (*self._index.named(words), *self._index.alike(words)):
            if not chain.names or not _kinds_meet(mention, chain):
                continue
            if _clash(mention.gender, chain.gender):
                continue
            # every name of the chain must allow it: Ana Silva and Eva Silva are two, whoever "Silva" is
            if "place" in (mention.kind, chain.kind) and words not in chain.names:
                continue  # the Buffalo News is not Buffalo
            if any(alike(words, name) for name in chain.names) and (
                not person or all(same_person(words, name) for name in chain.names)
            ):
                return chain
        return None

    def _by_role(self, mention: Mention) -> Chain | None:
        """A chain without a name that bears the very role: "the interior minister", named only later."""
        if mention.role is None or mention.sense is None or not mention.modifiers:
            return None
        for chain in self._index.described(mention.lemma):
            if chain.names or chain.number == "p" or _clash(mention.gender, chain.gender):
                continue
            first = self.mentions[chain.mentions[0]]
            if first.definite and mention.lemma in chain.lemmas and set(mention.modifiers) >= set(first.modifiers):
                return chain if first.modifiers else None
        return None

    def choose(self, index: int, weights: Weights) -> Chain | None:
        """The chain of the highest score, or None where a new one scores higher."""
        mention = self.mentions[index]
        if mention.form == "name" or mention.indefinite:
            return None
        found = self.candidates(index)
        best, top = None, weights.score(start_features(mention))
        if mention.source and mention.lemma == "it" and found:
            top = float("-inf")  # the "it" of "it said" is never the "it" of "it rains"
        if mention.lemma in ("its", "their") and self._owns_role(index):
            bodies = [each for each in found if each[0].kind in ("organisation", "outlet", "group")]
            found, top = (bodies, float("-inf")) if bodies else (found, top)  # "its spokesman" is a body's
        for chain, features in found:
            score = weights.score(features)
            if score > top:
                best, top = chain, score
        return best

    def _owns_role(self, index: int) -> bool:
        """Whether a possessive pronoun owns a person by role: "its spokesman"."""
        after = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        return (
            after is not None
            and after.phrase.start == self.mentions[index].phrase.start
            and after.kind == "person"
        )

    def candidates(self, index: int) -> list[Scored]:
        """The chains a noun phrase or pronoun may belong to, latest first, with the features of each."""
        mention = self.mentions[index]
        if mention.form == "pronoun" and not mention.gender and mention.lemma not in _NEUTRAL:
            return []  # I, we and relative pronouns are settled elsewhere
        reach = _PRONOUN_REACH if mention.form == "pronoun" else _NOUN_REACH
        latest = list(islice(reversed(self.chains), _KEPT))
        barred = [*self._barred(index), *of_other_owners(index, latest, self.ties, self.chain_of)]
        found: list[Scored] = []
        spoke = 0
        for chain in latest:
            last = self.mentions[chain.mentions[-1]]
            if mention.sentence - last.sentence > reach:
                break
            if chain in barred or not may_be(mention, chain):
                continue
            features = pair_features(mention, chain, self.mentions, len(found))
            if mention.source and chain.spoke:
                features.append(f"{mention_class(mention)} source after {min(spoke, 2)}")
                spoke += 1
            found.append((chain, features))
        if mention.form == "noun":
            others = [features for chain, features in found if mention.lemma not in chain.lemmas]
            for features in others:
                features.append(f"noun other of {min(len(others), 3)}")
        return found

    def _barred(self, index: int) -> list[Chain]:
        """Chains of mentions beside which the same one would be "himself": subject and object of one verb."""
        mention = self.mentions[index]
        if mention.lemma in ("his", "its", "their") or mention.lemma.endswith(("self", "selves")):
            return []
        barred = []
        for before in range(index - 1, max(-1, index - 9), -1):
            other = self.mentions[before]
            if other.sentence != mention.sentence:
                break
            together = other.verb == mention.verb and mention.verb >= 0 and other.subject != mention.subject
            around = other.phrase.start <= mention.phrase.start < other.phrase.end
            if (together or around) and self.ties.same.get(index) != before:
                barred.append(self.chain_of[before])
        return barred


def _kinds_meet(mention: Mention, chain: Chain) -> bool:
    """Whether kinds allow one name: a person is nothing else; the tagger mixes up the others."""
    kinds = chain.named_kinds or ([chain.kind] if chain.kind else [])
    return not kinds or not mention.kind or ("person" in kinds) == (mention.kind == "person")


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def may_be(mention: Mention, chain: Chain) -> bool:
    """Whether number, gender and kind let a noun phrase or pronoun belong to a chain."""
    if mention.gender and chain.gender and mention.gender != chain.gender:
        return False
    if mention.form == "pronoun":
        if mention.source and chain.kind == "place" and not chain.spoke:
            return False  # a country speaks, but seldom as "it" when it did not speak before
        if mention.lemma in ("it", "its", "itself"):
            return chain.kind not in ("person", "group") and chain.number != "p"
        if mention.gender:
            return chain.kind in ("person", None) and chain.number != "p"
        if mention.lemma in ("they", "them", "their", "themselves"):
            return chain.kind is not None and not (chain.kind == "person" and chain.number == "s")
        return False  # I, we and relative pronouns are settled elsewhere
    if mention.number and chain.number and mention.number != chain.number:
        return mention.number == "p" and "police" in chain.lemmas
    if mention.proper and chain.proper and not mention.proper & chain.proper:
        return False  # the Reuters poll is not the Gallup poll
    if mention.lemma in chain.lemmas:
        return True
    if chain.kind != mention.kind and not {chain.kind, mention.kind} <= {"organisation", "outlet", None}:
        return False
    return mention.definite and bool(chain.names)
