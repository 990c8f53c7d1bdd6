"""The places where the event of one figure may stand: after it, before it, along the parse."""

import re
from bisect import bisect_right
from dataclasses import replace

from reportedly.claims.event_rivals import (
    companion_event,
    counts_things,
    is_fate,
    main_event,
    noun_before,
    opens_clause,
    passive_after,
    subject_event,
)
from reportedly.claims.event_roles import BROUGHT_OUT, REMAINS, happens_by_word
from reportedly.claims.event_types import event_of_people, find_triggers
from reportedly.claims.event_walk import CLAUSES, LIGHT, TO_COME
from reportedly.claims.event_words import EventWords, Happening
from reportedly.claims.labels import label_before
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.tallies import find_tally
from reportedly.claims.units import STATES, unit_class

#: The rest of a clause after a number: up to a mark, another number, or a word that opens another clause.
_CLAUSE = re.compile(
    r"(?:(?!\b(?:and|but|while|who|which|that|because|after|before|when|than)\b)[^,;:.!?()“”\"\d—–])+"
)
_ADDING = frozenset({"additional", "extra", "further", "another"})
#: Another clause begins: "300 protesters; eight were taken into custody".
_PARTING = re.compile(r"[;:]|\.\s")
_ORDERS = re.compile(
    r"\b(?P<event>evacuation\s+(?:orders?|notices?|warnings?|alerts?))\b[^.;,]{0,60}\b(?:for|to|covering|affecting)\s+"
    r"(?:about\s+|some\s+|nearly\s+|around\s+|at\s+least\s+|more\s+than\s+|up\s+to\s+)?$",
    re.IGNORECASE,
)
_CLAUSE_LENGTH = 80  # code points; farther words seldom speak of the number
#: Counted in place of people: 14 names on the list of the missing.
_STANDING_FOR = frozenset(("name case report body").split())
_SENDING = frozenset({"send", "dispatch"})


def _is_of_whole(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a word is the number or the state of the whole, with a verb behind it: the 45 injured remained."""
    if word + 1 >= len(tokens) or tokens.sentences[word] != tokens.sentences[word + 1]:
        return False
    state = tokens.word(word).lower() in STATES and syntax.pos[word + 1] in ("VERB", "AUX")
    return state or syntax.pos[word] == "NUM"


class Search(EventWords):
    """The places where the event of one figure may stand, from the surest to the least sure."""

    def first_found(self) -> Happening | None:
        """The event, from the surest place to the least sure; None where the words name none."""
        if self._sought.whole:  # "12 of the 40 passengers were hurt": only its own words speak of the 40
            return self._own_words() or self.named_people()
        found = (
            self.holding()
            or self.verb_before()
            or noun_before(self._tokens, self._syntax, self._sought.first, self._suffered)
            or self.predicate()
            or self.ordered_out()
            or self.tally()
            or self.label()
            or companion_event(self._tokens, self._syntax, self._sought.first, self._typed)
            or subject_event(self._tokens, self._syntax, self._counted, self._typed)
            or self.along_parse()
            or self.beside()
            or self.sent()
            or self.named_people()
            or self.following()
            or self.governing()
            or self.coming()
        )
        if found is None or self._counted.head is None:
            return found
        at = found.word if found.word >= 0 else bisect_right(self._tokens.ends, found.start)
        return main_event(self._syntax, self._counted, found, at, self._typed)

    def _own_words(self) -> Happening | None:
        """What a participle or relative clause of the noun itself says: of the 98 people killed."""
        head = self._counted.anchor
        for word in self._walk.described(head):
            found = self._typed(word)
            if found is not None and word > head:
                return found
        state = self._counted.last
        if self._counted.head is None and state < len(self._tokens) and self._tokens.word(state).lower() in STATES:
            return self._typed(state)  # "of the 640 dead"
        clause = self._syntax.child(head, "acl:relcl")  # "of the 10 judges who will hear the case"
        if clause is None or clause < head or self._syntax.pos[clause] != "VERB":
            return None
        lemma = lemma_of(self._tokens.word(clause), "VERB")
        return None if lemma in LIGHT else self._at(clause, lemma, "other")

    def ordered_out(self) -> Happening | None:
        """Orders to leave for those counted: "evacuation orders were issued for 25,000 people"."""
        start = self._tokens.starts[self._sought.first]
        match = _ORDERS.search(self._tokens.text, max(self._sentence[0], start - 90), start)
        return None if match is None else Happening(*match.span("event"), "evacuation order", "evacuated")

    def coming(self) -> Happening | None:
        """Happenings still to come, which are the event themselves: "the three upcoming debates"."""
        head = self._counted.head
        if head is None or self._syntax.pos[head] != "NOUN" or self._sought.money:
            return None
        before = {self._tokens.word(w).lower() for w in range(max(0, self._sought.first - 1), head)}
        happening = unit_class(self._tokens.word(head), "NOUN") == "events"
        return self._at(head, self._lemma(head), "other") if happening and before & TO_COME else None

    def verb_before(self) -> Happening | None:
        """The verb of which the number is at once the object: "killed 9 and injured nearly 31"."""
        tokens, syntax = self._tokens, self._syntax
        word = self._sought.first - 1
        while word >= 0 and self._beside(word):
            if syntax.pos[word] not in ("ADV", "DET") and tokens.word(word).lower() not in _ADDING:
                break
            word -= 1
        if word < 0 or syntax.pos[word] != "VERB" or not self._beside(word):
            return None
        if any(syntax.relations[c] in ("aux:pass", "nsubj:pass") for c in syntax.children[word]):
            return None
        found = self._typed(word)
        return None if found is None or found.end > tokens.starts[self._sought.first] else found

    def _beside(self, word: int) -> bool:
        return self._tokens.sentences[word] == self._tokens.sentences[self._counted.first]

    def tally(self) -> Happening | None:
        """The count of which the number is the value: "the death toll rose to 98"."""
        head = self._counted.head
        first, number = self._sought.first, self._counted.first
        found = find_tally(self._tokens, self._syntax, first)
        if found is None and number > first:  # the verb is among the bound words: "could be as high as 99"
            found = find_tally(self._tokens, self._syntax, number)
        if found is None or not (head is None or self._money or self._could_be_toll(head)):
            return None
        word, kind = found
        if self._money != (kind == "earned"):
            return None
        if kind in ("other", "needed"):  # "the number of people in need doubled"
            inside = (self._tokens.starts[word], self._tokens.starts[first])
            told = (t for t in self._phrases.values() if inside[0] <= t.start and t.end <= inside[1])
            phrase = next((t for t in told if t.type != "other"), None)
            if phrase is not None:
                return self._phrase(phrase)
        return self._at(word, lemma_of(self._tokens.word(word), "NOUN"), kind)

    def label(self) -> Happening | None:
        """A label before a number that ends its line: "Houses damaged: 1,800", "IDPs total 122,000"."""
        found = label_before(self._tokens, self._syntax, self._counted.first, self._counted.last)
        if found is None or self._counted.head is not None:
            return None
        text = self._tokens.text
        triggers = find_triggers(text, *found)
        words = range(bisect_right(self._tokens.ends, found[0]), self._counted.first)
        nouns = {self._tokens.starts[w] for w in words if self._syntax.pos[w] in ("NOUN", "PROPN")}
        listed = [t for t in triggers if t.type != "other" and not (t.pos == "verb" and t.start in nouns)]
        best = next((t for t in listed if not t.people), listed[0] if listed else None)
        return None if best is None else self._phrase(best)

    def _could_be_toll(self, head: int) -> bool:
        """People or what stands for them; the dead taken to 3 hospitals are no 3."""
        kind = unit_class(self._tokens.word(head), self._syntax.pos[head])
        return kind in ("people", "events") or self._lemma(head) in _STANDING_FOR

    def predicate(self) -> Happening | None:
        """A listed event right after what is counted: "61 nationals had returned", "1,700 injured"."""
        counted, syntax, tokens = self._counted, self._syntax, self._tokens
        word = counted.last if counted.head is None else max(counted.head + 1, counted.last)
        if word + 1 < len(tokens) and tokens.word(word).lower() == "of" and counted.head is None:
            word = max(word + 2, counted.anchor + 1)  # "12 of them were killed", "29 of the dead were identified"
            while _is_of_whole(tokens, syntax, word):  # "16 of the 45 injured remained in hospital"
                word += 1
        stop = min(word + 5, len(tokens))
        while word < stop and tokens.sentences[word] == tokens.sentences[counted.first]:
            if tokens.starts[word] in self._phrases and syntax.pos[word] not in ("NOUN", "PROPN", "ADP"):
                return self._typed(word)
            said = syntax.pos[word] in ("VERB", "ADJ") or tokens.word(word).lower() in STATES
            lemma = lemma_of(tokens.word(word), syntax.pos[word]) if said else ""
            if self._of_remains() and lemma in BROUGHT_OUT:  # "two more bodies taken out"
                return self._at(word, lemma, "found")
            light = said and lemma in LIGHT
            if said and not light:
                found = passive_after(tokens, syntax, word, self._typed) or self._typed(word)
                self._told = found is None and syntax.pos[word] == "VERB"
                return found
            relative = tokens.word(word).lower() in ("who", "that")
            if not light and not relative and syntax.pos[word] not in ("AUX", "ADV", "PART"):
                return self._joined_by(word) if tokens.word(word).lower() in ("among", "amongst") else None
            word += 1
        return None

    def _joined_by(self, among: int) -> Happening | None:
        """What those did among whom the counted are: "21 were among those who joined"."""
        tokens, syntax = self._tokens, self._syntax
        relative = False
        for word in range(among + 1, min(among + 9, len(tokens))):
            if not self._beside(word):
                return None
            relative = relative or tokens.word(word).lower() in ("who", "that")
            if syntax.pos[word] == "VERB" or tokens.word(word).lower() in STATES:
                return self._typed(word) if relative or syntax.pos[word] == "VERB" else None
        return None

    def _of_remains(self) -> bool:
        head = self._counted.head
        return head is not None and self._lemma(head) in REMAINS

    def holding(self) -> Happening | None:
        """A phrase around the number: "claimed 12 lives"."""
        start, end = self._place()
        for trigger in self._phrases.values():
            if trigger.start <= start and end <= trigger.end:
                return self._phrase(trigger)
        return None

    def beside(self) -> Happening | None:
        """A phrase just after the number, or up against it: "12 were without power"."""
        start, end = self._place()
        text = self._tokens.text
        for trigger in sorted(self._phrases.values(), key=lambda t: t.start):
            between = (end, trigger.start) if trigger.start >= end else (trigger.end, start)
            near = 0 <= trigger.start - end <= 30 or 0 <= start - trigger.end <= 14
            apart = _PARTING.search(text, *between) is not None
            if near and not apart and not opens_clause(self._syntax, self._counted, text[slice(*between)]):
                return self._phrase(trigger)
        return None

    def along_parse(self) -> Happening | None:
        """A listed event in a word near the number in the parse."""
        for word in self._walk.near():
            found = self._typed(word) or self._state_of(word)
            if found is not None and happens_by_word(self._tokens, self._syntax, word, found.type):
                return found
        return None

    def _state_of(self, word: int) -> Happening | None:
        """The phrase that begins with a noun's preposition: homes in the valley were without power."""
        case = self._syntax.child(word, "case")
        phrase = None if case is None else self._phrases.get(self._tokens.starts[case])
        return self._phrase(phrase) if phrase is not None and phrase.pos == "adjective" else None

    def sent(self) -> Happening | None:
        """The verb by which a force is sent, before what its name says: "3,000 troops would be sent"."""
        found = self.governing()
        return replace(found, type="deployed") if found is not None and found.lemma in _SENDING else None

    def named_people(self) -> Happening | None:
        """What the noun counted says of the people it names: refugees, fighters, evacuees."""
        head = self._counted.head
        kind = None if head is None else event_of_people(self._lemma(head))
        return None if head is None or kind in (None, "other") else self._at(head, self._lemma(head), str(kind))

    def following(self) -> Happening | None:
        """A listed event further on in the same clause, where nothing nearer says anything."""
        text = self._tokens.text
        _, start = self._place()
        if self._told:
            return None
        clause = _CLAUSE.match(text, start, min(self._sentence[1], start + _CLAUSE_LENGTH))
        if clause is None:
            return None
        things = counts_things(self._tokens, self._syntax, self._counted)
        for trigger in find_triggers(text, start, clause.end()):
            named = text[trigger.start].isupper() and not self._sought.titled
            fate = things and is_fate(trigger.type)  # "1,000 bags are ready for more burials"
            if not trigger.people and trigger.type != "other" and not named and not fate:
                return self._phrase(trigger)
        return None

    def governing(self) -> Happening | None:
        """The verb the figure is subject or object of, where it says anything."""
        below = self._counted.anchor
        for above in self._syntax.path_up(self._counted.anchor):
            if not self._walk.carries(below, above):
                return None
            if self._syntax.pos[above] == "VERB":
                lemma = lemma_of(self._tokens.word(above), "VERB")
                return None if lemma in LIGHT else self._at(above, lemma, "other")
            subject = self._syntax.relations[below].startswith("nsubj")
            if subject and self._syntax.relations[above] in CLAUSES:
                return None  # "153 were buried, and 15 trucks are ready"
            below = above
        return None
