"""What happened to those counted: the trigger a figure hangs from, found along the parse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.claims.event_types import (
    Trigger,
    event_of_people,
    event_type,
    find_triggers,
    modality_of,
    trigger_negated,
)
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import STATES, Counted
from reportedly.terms import Event, Span
from reportedly.terms.words import words_at

#: Verbs that say nothing of what happened: the event is elsewhere, or there is none.
_LIGHT = frozenset(
    (
        "be have do get leave put bring take make become remain stay see say tell report include say note "
        "add give claim show count record reach rise climb grow increase jump fall drop stand number total "
        "exceed top pass cut raise push lift lower reduce revise update go come end reckon list estimate "
        "confirm announce believe think know account hit near approach cross surpass"
    ).split()
)
#: Nouns that only hold the number: what is counted stands beside them.
_HOLDERS = frozenset(["number", "toll", "total", "figure", "count", "tally", "estimate", "sample"])
#: Prepositions after a noun by which it happens to what follows: bombings of, attacks on.
_AFFECTING = frozenset({"of", "on", "against"})
#: Prepositions after a verb that say where, when or how, not whom: arrested in seven states.
_ELSEWHERE = frozenset(
    (
        "in at across throughout near within during after before since until with from inside outside "
        "along around between"
    ).split()
)
#: The rest of a clause after a number: up to a mark, another number, or a word that opens another clause.
_CLAUSE = re.compile(
    r"(?:(?!\b(?:and|but|while|who|which|that|because|after|before|when|than)\b)[^,;:.!?()\d—–])+"
)
_CLAUSE_LENGTH = 80  # code points; farther words seldom speak of the number
#: Triggers that are events only where a disease is spoken of.
_OF_DISEASE = frozenset({"case", "caseload"})
_DISEASE = re.compile(
    r"\b(?:virus|viral|disease|outbreak|epidemic|pandemic|infect\w*|cholera|covid\S*|coronavirus|ebola|measles|polio|"
    r"flu|influenza|dengue|malaria|fever|pneumonia|tested positive|health ministry)\b",
    re.IGNORECASE,
)
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class _Happening:
    """A trigger with its place: one word with its auxiliaries, or a phrase."""

    start: int
    end: int
    lemma: str
    type: str


@dataclass(frozen=True, slots=True)
class EventFinder:
    """Looks for the events of the figures of one text."""

    tokens: Tokens
    syntax: Syntax
    _phrases: dict[Span, dict[int, Trigger]] = field(default_factory=dict)

    def find(self, counted: Counted, sentence: Span, *, money: bool = False) -> Event | None:
        """The event of a figure, or None where the words name none.

        ``sentence`` is the half-open place of the figure's sentence; ``money`` says that the figure
        is an amount. A listed event right after the number wins, then a phrase that holds the
        number, then one found along the parse; else it is the verb that governs the number, with
        type ``other``.
        """
        if counted.tied:  # a 22-story block, a 62-member team: nothing happened to stories and members
            return None
        search = _Search(self, counted, sentence, money=money)
        found = (
            search.predicate()
            or search.holding()
            or search.along_parse()
            or search.beside()
            or search.named_people()
            or search.following()
            or search.governing()
        )
        if found is None:
            return None
        text = self.tokens.text
        words = words_at(text, (found.start, found.end))
        # "not located" is a trigger of its own: its "not" denies nothing
        negated = not found.lemma.startswith("not ") and trigger_negated(text, *sentence, found.start, found.end)
        return Event(
            exact=words.exact,
            spans=words.spans,
            lemma=found.lemma,
            type=found.type,
            negated=negated,
            modality=modality_of(text, *sentence, found.start, found.end),
        )

    def phrases_of(self, sentence: Span) -> dict[int, Trigger]:
        """Triggers of several words in a sentence, by where they start."""
        held = self._phrases.get(sentence)
        if held is None:
            text = self.tokens.text
            held = {t.start: t for t in find_triggers(text, *sentence) if " " in text[t.start : t.end]}
            self._phrases[sentence] = held
        return held


class _Search:
    """The places where the event of one figure may stand."""

    def __init__(self, finder: EventFinder, counted: Counted, sentence: Span, *, money: bool) -> None:
        self._tokens, self._syntax = finder.tokens, finder.syntax
        self._counted, self._sentence, self._money = counted, sentence, money
        self._phrases = finder.phrases_of(sentence)

    def predicate(self) -> _Happening | None:
        """A listed event right after what is counted: "61 nationals had returned", "1,700 injured"."""
        counted, syntax, tokens = self._counted, self._syntax, self._tokens
        word = counted.last if counted.head is None else max(counted.head + 1, counted.last)
        if word + 1 < len(tokens) and tokens.word(word).lower() == "of" and counted.head is None:
            word += 2  # "12 of them were killed"
        stop = min(word + 5, len(tokens))
        while word < stop and tokens.sentences[word] == tokens.sentences[counted.first]:
            said = syntax.pos[word] in ("VERB", "ADJ") or tokens.word(word).lower() in STATES
            light = said and lemma_of(tokens.word(word), syntax.pos[word]) in _LIGHT
            if said and not light:
                return self._typed(word)
            if not light and syntax.pos[word] not in ("AUX", "ADV", "PART"):
                return None
            word += 1
        return None

    def holding(self) -> _Happening | None:
        """A phrase around the number: "claimed 12 lives"."""
        start, end = self._place()
        for trigger in self._phrases.values():
            if trigger.start <= start and end <= trigger.end:
                return _Happening(trigger.start, trigger.end, trigger.lemma, trigger.type)
        return None

    def beside(self) -> _Happening | None:
        """A phrase just after the number, or up against it: "12 were without power"."""
        start, end = self._place()
        for trigger in sorted(self._phrases.values(), key=lambda t: t.start):
            if 0 <= trigger.start - end <= 30 or 0 <= start - trigger.end <= 14:
                return _Happening(trigger.start, trigger.end, trigger.lemma, trigger.type)
        return None

    def along_parse(self) -> _Happening | None:
        """A listed event in a word near the number in the parse."""
        for word in self._near():
            found = self._typed(word)
            if found is not None:
                return found
        return None

    def named_people(self) -> _Happening | None:
        """What the noun counted says of the people it names: refugees, fighters, evacuees."""
        head = self._counted.head
        kind = None if head is None else event_of_people(self._lemma(head))
        return None if head is None or kind in (None, "other") else self._at(head, self._lemma(head), str(kind))

    def following(self) -> _Happening | None:
        """A listed event further on in the same clause, where nothing nearer says anything."""
        text = self._tokens.text
        _, start = self._place()
        clause = _CLAUSE.match(text, start, min(self._sentence[1], start + _CLAUSE_LENGTH))
        if clause is None:
            return None
        for trigger in find_triggers(text, start, clause.end()):
            if not trigger.people and trigger.type != "other":
                return _Happening(trigger.start, trigger.end, trigger.lemma, trigger.type)
        return None

    def governing(self) -> _Happening | None:
        """The verb the figure is subject or object of, where it says anything."""
        below = self._counted.anchor
        for above in self._syntax.path_up(self._counted.anchor):
            if not self._carries(below, above):
                return None
            if self._syntax.pos[above] == "VERB":
                lemma = lemma_of(self._tokens.word(above), "VERB")
                return None if lemma in _LIGHT else self._at(above, lemma, "other")
            below = above
        return None

    def _place(self) -> Span:
        counted = self._counted
        return self._tokens.starts[counted.first], self._tokens.ends[max(counted.anchor, counted.last - 1)]

    def _lemma(self, word: int) -> str:
        return lemma_of(self._tokens.word(word), "NOUN")

    def _at(self, word: int, lemma: str, kind: str) -> _Happening:
        """The happening of one word, with the auxiliaries that stand right before it."""
        low = word
        while low > 0 and self._syntax.pos[low - 1] in ("AUX", "PART") and self._syntax.heads[low - 1] == word:
            low -= 1
        return _Happening(self._tokens.starts[low], self._tokens.ends[word], lemma, kind)

    def _typed(self, word: int) -> _Happening | None:
        """The listed event of a word, or of the phrase that starts with it."""
        phrase = self._phrases.get(self._tokens.starts[word])
        if phrase is not None:
            return _Happening(phrase.start, phrase.end, phrase.lemma, phrase.type)
        written, pos = self._tokens.word(word), self._syntax.pos[word]
        kind = _KINDS.get(pos)
        if kind is None:
            return None
        lemma = lemma_of(written, pos)
        found = event_type(lemma, kind, money=self._money)
        if found is None and kind == "noun" and word != self._counted.head and self._held(word):
            found = event_of_people(lemma)  # "the number of refugees rose to 400"
        if found is None and written.lower() in STATES:  # "the missing", "12 are missing"
            lemma = written.lower()
            found = event_type(lemma, "adjective")
        if found is None or (lemma in _OF_DISEASE and not _DISEASE.search(self._tokens.text)):
            return None
        return self._at(word, lemma, found)

    def _held(self, word: int) -> bool:
        above = self._syntax.heads[word]
        return above >= 0 and self._lemma(above) in _HOLDERS

    def _near(self) -> Iterator[int]:
        """Words that may carry the event, likeliest first."""
        counted, syntax = self._counted, self._syntax
        anchor = counted.anchor
        named_people = counted.head is not None and event_of_people(self._lemma(anchor))
        if not named_people:
            yield anchor
        yield from self._described(anchor)
        below = anchor
        for above in syntax.path_up(anchor):
            if not self._carries(below, above):
                break
            yield above
            if syntax.pos[above] in ("VERB", "AUX") or self._tokens.word(above).lower() in STATES:
                yield from self._arguments(above)
                break
            if self._lemma(above) in _HOLDERS:
                yield from self._held_by(above)
            elif syntax.relations[below].startswith("nsubj"):  # "21 were among those who joined"
                yield from self._described(above)
            below = above
        if named_people:  # "300 refugees": what happened to them is better told by a verb
            yield anchor

    def _carries(self, word: int, above: int) -> bool:
        """Whether what a word hangs from happens to the word, and is not only where or when."""
        syntax = self._syntax
        case = syntax.child(word, "case")
        if case is None or syntax.relations[word] == "nummod":
            return True
        if syntax.pos[above] in ("NOUN", "PROPN"):
            return self._tokens.word(case).lower() in _AFFECTING or self._lemma(above) in _HOLDERS
        if self._tokens.word(case).lower() not in _ELSEWHERE:
            return True
        return self._counted.head is None or lemma_of(self._tokens.word(above), "VERB") in _LIGHT

    def _arguments(self, verb: int) -> Iterator[int]:
        """What else a verb says: "left 12 dead", "the death toll rose to 98", "the number injured topped"."""
        counted, syntax = self._counted, self._syntax
        for child in syntax.children[verb]:
            relation = syntax.relations[child]
            if relation == "xcomp" and child > counted.anchor:
                yield child
            elif relation in ("nsubj", "nsubj:pass", "obj") and child < counted.first:
                holder = self._lemma(child) in _HOLDERS
                if holder:
                    yield from self._held_by(child)
                if holder or counted.head is None or self._tokens.word(child).lower() in STATES:
                    yield child

    def _held_by(self, holder: int) -> Iterator[int]:
        """What a holding noun is of: the number injured, the number of dead, the death toll; then itself."""
        yield from self._described(holder)
        for child in self._syntax.children[holder]:
            if self._syntax.relations[child] in ("nmod", "compound"):
                yield from self._described(child)
                yield child

    def _described(self, word: int) -> Iterator[int]:
        """Participles, relative clauses and adjectives that describe a noun."""
        for relation in ("acl", "acl:relcl", "amod"):
            for child in self._syntax.children[word]:
                if self._syntax.relations[child] == relation:
                    yield child
