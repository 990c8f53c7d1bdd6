"""The words near a number in the parse that may say what happened, likeliest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.event_types import event_of_people
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import STATES, Counted, unit_class

#: Verbs that say nothing of what happened: the event is elsewhere, or there is none.
LIGHT = frozenset(
    (
        "be have do get leave put bring take make become remain stay see say tell report include say note "
        "add give claim show count record reach rise climb grow increase jump fall drop stand number total "
        "exceed top pass cut raise push lift lower reduce revise update go come end reckon list estimate "
        "confirm announce believe think know account hit near approach cross surpass force oblige compel"
    ).split()
)
#: Nouns that only hold the number: what is counted stands beside them.
HOLDERS = frozenset(["number", "toll", "total", "figure", "count", "tally", "estimate", "sample"])
#: Prepositions after a noun by which it happens to what follows: bombings of, attacks on.
_AFFECTING = frozenset({"of", "on", "against"})
#: Prepositions after a verb that say where, when or how, not whom: arrested in seven states.
_ELSEWHERE = frozenset(
    (
        "in at across throughout near within during after before since until with from inside outside "
        "along around between"
    ).split()
)
#: Nouns that say only that something happened: "shooting incidents" are told by the word before them.
_EMPTY = frozenset(("incident case event episode report instance occurrence").split())
#: "In some 20 cases": what the verb says happened that many times.
_TIMES = frozenset(("case instance occasion").split())
#: Words before happenings that are still to come.
TO_COME = frozenset("upcoming coming forthcoming planned scheduled proposed future".split())
CLAUSES = frozenset({"parataxis", "conj", "ccomp", "advcl", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk from what is counted up and about the parse."""

    _tokens: Tokens
    _syntax: Syntax
    _counted: Counted

    def noun(self, word: int) -> str:
        """Lemma of a word taken as a noun."""
        return lemma_of(self._tokens.word(word), "NOUN")

    def near(self) -> Iterator[int]:
        """Words that may carry the event, likeliest first."""
        counted, syntax = self._counted, self._syntax
        anchor = counted.anchor
        named_people = counted.head is not None and event_of_people(self.noun(anchor))
        if not named_people:
            yield anchor
            if self.noun(anchor) in _EMPTY:
                yield from (c for c in syntax.children[anchor] if syntax.relations[c] == "compound")
        yield from self.described(anchor)
        yield from self._described_together(anchor)
        below = anchor
        for above in syntax.path_up(anchor):
            if not self.carries(below, above):
                break
            yield above
            if syntax.pos[above] in ("VERB", "AUX") or self._tokens.word(above).lower() in STATES:
                yield from self._arguments(above)
                break
            if self.noun(above) in HOLDERS:
                yield from self._held_by(above)
            elif syntax.relations[below].startswith("nsubj"):  # "21 were among those who joined"
                yield from self.described(above)
                if syntax.relations[above] in CLAUSES:
                    break  # its own clause ends here: "153 were buried; 15 trucks are ready"
            below = above
        if named_people:  # "300 refugees": what happened to them is better told by a verb
            yield anchor

    def _described_together(self, word: int) -> Iterator[int]:
        """Relative clauses after the last of several nouns: "62 people, firms and unions that gave money"."""
        syntax = self._syntax
        for child in syntax.children[word]:
            joined = syntax.relations[child] == "conj" and syntax.pos[child] == "NOUN"
            if joined and syntax.child(child, "nummod", "det") is None:
                yield from (c for c in syntax.children[child] if syntax.relations[c] == "acl:relcl")

    def carries(self, word: int, above: int) -> bool:
        """Whether what a word hangs from happens to the word, and is not only where or when."""
        syntax = self._syntax
        if syntax.has_nearer_subject(word):
            return False
        case = syntax.child(word, "case")
        if case is None or syntax.relations[word] == "nummod":
            return True
        if syntax.pos[above] in ("NOUN", "PROPN"):
            return self._tokens.word(case).lower() in _AFFECTING or self.noun(above) in HOLDERS
        if self._tokens.word(case).lower() not in _ELSEWHERE or self.noun(word) in _TIMES:
            return True
        return self._counted.head is None or lemma_of(self._tokens.word(above), "VERB") in LIGHT

    def _arguments(self, verb: int) -> Iterator[int]:
        """What else a verb says: "left 12 dead", "the death toll rose to 98", "the number injured topped"."""
        counted, syntax = self._counted, self._syntax
        for child in syntax.children[verb]:
            relation = syntax.relations[child]
            if relation == "xcomp" and child > counted.anchor:
                yield child
            elif relation in ("nsubj", "nsubj:pass", "obj") and child < counted.first:
                holder = self.noun(child) in HOLDERS
                if holder:
                    yield from self._held_by(child)
                state = self._tokens.word(child).lower() in STATES and self._counts_people()
                if holder or counted.head is None or state:
                    yield child

    def _counts_people(self) -> bool:
        """The dead taken to 3 hospitals are no 3 dead."""
        head = self._counted.head
        return head is None or unit_class(self._tokens.word(head), self._syntax.pos[head]) == "people"

    def _held_by(self, holder: int) -> Iterator[int]:
        """What a holding noun is of: the number injured, the number of dead, the death toll; then itself."""
        yield from self.described(holder)
        for child in self._syntax.children[holder]:
            if self._syntax.relations[child] in ("nmod", "compound"):
                yield from self.described(child)
                yield child

    def described(self, word: int) -> Iterator[int]:
        """Participles, relative clauses and adjectives that describe a noun."""
        for relation in ("acl", "acl:relcl", "amod"):
            for child in self._syntax.children[word]:
                if self._syntax.relations[child] == relation:
                    yield child
