"""What happened to those counted: the trigger a figure hangs from, with its type, negation and modality."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from reportedly.claims.event_roles import acts_on_others, doer_type
from reportedly.claims.event_search import Search
from reportedly.claims.event_types import Trigger, find_triggers, modality_of, trigger_negated
from reportedly.claims.event_walk import TO_COME
from reportedly.claims.event_words import Happening, Sought
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.moods import mood_above
from reportedly.claims.quantities import Quantity
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import Counted, unit_class
from reportedly.terms import Event, Span
from reportedly.terms.figure import Modality
from reportedly.terms.words import words_at

#: Nouns tied to a number that count people all the same: a 62-member team.
_MEMBERS = frozenset(("member man woman person soldier").split())
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset(("a an the of in on at to for and or by with from as is was are were up over after").split())
#: A number of which another one is part: "12 of the 40", "55 of the tower's 136 flats".
_OF_WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|half|thirds|quarters|most|some|many|all"
    r"|several|none|hundreds|thousands|third|quarter|percent|%|teen|ty))\s+"
    r"(?:(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)\w+\s+)?of\s+"
    r"(?:(?:the|its|their|his|her|those|these|all)(?:\s+(?:first|last|other|remaining|some|[\w-]+['’]s?))?"
    r"(?:\s+(?:at\s+least|some|about|more\s+than))?\s*)?$",
    re.IGNORECASE,
)
#: "None of the 4 priests and 100 refugees was hurt": it happened to none of them.
_NONE_OF = re.compile(
    r"\b(?:none|neither)\s+of\s+(?:the|these|those|its|their|his|her)\s+(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE
)
#: The same before its part: "Of the 40 passengers, 12 were hurt".
_OF_WHOLE_FIRST = re.compile(r"\W*of\s+(?:the|its|their|his|her|those|these|all)\s+(?:the\s+)?$", re.IGNORECASE)
#: When a happening told by a noun is still to come.
_AHEAD = re.compile(r"\s+(?:\w+\s+){0,3}?(?:over|in|within|during)\s+the\s+(?:next|coming)\b", re.IGNORECASE)
_TITLED = 0.7  # share of words with a capital in a title; a sentence of prose has a third at most
_SHORTEST_TITLE = 3  # words


@dataclass(frozen=True, slots=True)
class EventFinder:
    """Looks for the events of the figures of one text."""

    tokens: Tokens
    syntax: Syntax
    _phrases: dict[Span, dict[int, Trigger]] = field(default_factory=dict)
    _titled: dict[Span, bool] = field(default_factory=dict)

    def find(self, counted: Counted, sentence: Span, quantity: Quantity) -> Event | None:
        """The event of a figure, or None where the words name none.

        ``sentence`` is the half-open place of the figure's sentence. A phrase that holds the number
        wins, then a listed event at once before or after it, then the count it is the value of, then
        one found along the parse; else it is the verb that governs the number, with type ``other``.
        """
        if counted.tied:
            team = self._team(counted)
            if team is None:  # a 22-story block: nothing happened to stories
                return None
            counted = team
        sought = Sought(
            counted=counted,
            first=bisect_right(self.tokens.ends, quantity.start),
            sentence=sentence,
            money=quantity.measure == "money",
            titled=self.is_titled(sentence),
            whole=_OF_WHOLE.search(self.tokens.text, sentence[0], quantity.start) is not None
            or _OF_WHOLE_FIRST.match(self.tokens.text, sentence[0], quantity.start) is not None,
        )
        found = Search(self.tokens, self.syntax, sought, self.phrases_of(sentence)).first_found()
        return None if found is None else self._event(found, counted, sentence)

    def _event(self, found: Happening, counted: Counted, sentence: Span) -> Event:
        text = self.tokens.text
        if self._acts(found, counted):
            head = counted.head
            kind = None if head is None else unit_class(self.tokens.word(head), self.syntax.pos[head])
            found = replace(found, type=doer_type(found.type, kind))
        words = words_at(text, (found.start, found.end))
        # "not located" is a trigger of its own: its "not" denies nothing
        negated = not found.lemma.startswith("not ") and (
            trigger_negated(text, *sentence, found.start, found.end)
            or _NONE_OF.search(text, sentence[0], self.tokens.starts[counted.first]) is not None
        )
        return Event(
            exact=words.exact,
            spans=words.spans,
            lemma=found.lemma,
            type=found.type,
            negated=negated,
            modality=self._modality(found, counted, sentence),
        )

    def _modality(self, found: Happening, counted: Counted, sentence: Span) -> Modality:
        """What the words right before the event say of it, else those above it in the parse."""
        said = modality_of(self.tokens.text, *sentence, found.start, found.end)
        if said != "asserted":
            return said
        word = found.word if found.word >= 0 else bisect_left(self.tokens.starts, found.start)
        if word >= len(self.tokens):
            return said
        before = {self.tokens.word(w).lower() for w in range(max(0, counted.first - 1), word)}
        if word == counted.head and before & TO_COME:  # "the three upcoming debates"
            return "planned"
        said = mood_above(self.tokens, self.syntax, word)
        if said == "asserted" and self.syntax.relations[word].startswith("nsubj") and word < counted.first:
            verb = self.syntax.heads[word]  # the verb of a count: "the toll would pass 60"
            if verb >= 0 and word < verb <= counted.first and self.syntax.pos[verb] == "VERB":
                said = mood_above(self.tokens, self.syntax, verb)
        noun = self.syntax.pos[word] == "NOUN"
        if said == "asserted" and noun and _AHEAD.match(self.tokens.text, found.end, sentence[1]):
            return "planned"  # "has announced 10,000 job cuts over the next four years"
        return said

    def _acts(self, found: Happening, counted: Counted) -> bool:
        verb = found.word if found.word >= 0 else bisect_left(self.tokens.starts, found.start)
        return verb < len(self.tokens) and acts_on_others(self.tokens, self.syntax, counted, verb, found.end)

    def _team(self, counted: Counted) -> Counted | None:
        """For a number of people tied to what they form, the same number on the whole: a 62-member team."""
        head = counted.head
        if head is None or lemma_of(self.tokens.word(head), "NOUN") not in _MEMBERS:
            return None
        for above in self.syntax.path_up(head):
            if above > head and self.syntax.pos[above] in ("NOUN", "PROPN"):
                return replace(counted, anchor=above, head=above, tied=False)
        return None

    def phrases_of(self, sentence: Span) -> dict[int, Trigger]:
        """Triggers of several words in a sentence, by where they start."""
        held = self._phrases.get(sentence)
        if held is None:
            text = self.tokens.text
            found = (t for t in find_triggers(text, *sentence) if len(text[t.start : t.end].split()) > 1)
            if not self.is_titled(sentence):  # "the Court of Appeals for" is no appeal
                found = (t for t in found if t.start == sentence[0] or not text[t.start].isupper())
            held = {t.start: t for t in found}
            self._phrases[sentence] = held
        return held

    def is_titled(self, sentence: Span) -> bool:
        """Whether a sentence is written as a title, most of its words with a capital."""
        held = self._titled.get(sentence)
        if held is None:
            words = [w for w in _WORD.findall(self.tokens.text[slice(*sentence)]) if w.lower() not in _SMALL]
            capital = sum(word[0].isupper() for word in words)
            held = len(words) >= _SHORTEST_TITLE and capital >= _TITLED * len(words)
            self._titled[sentence] = held
        return held
