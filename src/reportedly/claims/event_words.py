"""What one word or phrase near a figure says of what happened."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportedly.claims.event_types import Trigger, event_of_people, event_of_victims, event_type
from reportedly.claims.event_walk import HOLDERS, Walk
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import STATES, Counted, unit_class
from reportedly.terms import Span

#: Triggers that are events only where a disease is spoken of.
_OF_DISEASE = frozenset({"case", "caseload"})
_DISEASE = re.compile(
    r"\b(?:virus|viral|disease|outbreak|epidemic|pandemic|infect\w*|cholera|covid\S*|coronavirus|ebola|measles|polio|"
    r"flu|influenza|dengue|malaria|fever|pneumonia|tested positive|health ministry|health authorit\w+|"
    r"epidemiolog\w+|cases\s+and\s+(?:\w+\s+){0,2}[\d,]+\s+(?:new\s+|more\s+)?deaths)\b",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(r"[^.;,]{0,30}?(?:[$£€¥]|\b(?:million|billion|dollars|euros|pounds)\b)", re.IGNORECASE)
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger with its place: one word with its auxiliaries, or a phrase. ``word`` is its main word."""

    start: int
    end: int
    lemma: str
    type: str
    word: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """The figure whose event is looked for.

    ``first`` is its first word, bound words included; ``sentence`` the half-open place of its sentence;
    ``money`` says that it is an amount, ``titled`` that the sentence is written in capitals as a title,
    ``whole`` that the number is what another one is a part of.
    """

    counted: Counted
    first: int
    sentence: Span
    money: bool = False
    titled: bool = False
    whole: bool = False


class EventWords:
    """The words of one figure's sentence, each with the listed event it tells."""

    def __init__(self, tokens: Tokens, syntax: Syntax, sought: Sought, phrases: Mapping[int, Trigger]) -> None:
        self._tokens, self._syntax = tokens, syntax
        self._counted, self._sentence, self._money = sought.counted, sought.sentence, sought.money
        self._sought = sought
        self._phrases = {at: phrase for at, phrase in phrases.items() if not self._leaves_behind(phrase)}
        self._walk = Walk(tokens, syntax, sought.counted)
        self._told = False  # another verb says what happened: what follows it is of other things

    def _leaves_behind(self, phrase: Trigger) -> bool:
        """Whether the homes of a phrase are those counted: "left 43,000 homes in need of repair" is no flight."""
        homes = self._counted.head
        if phrase.type == "fled" and " without " in self._tokens.text[phrase.start : phrase.end]:
            return True  # left people without homes
        if phrase.type != "fled" or homes is None or self._tokens.ends[homes] != phrase.end:
            return False
        return unit_class(self._tokens.word(homes), "NOUN") in ("buildings", "households")

    def _phrase(self, trigger: Trigger) -> Happening:
        return Happening(trigger.start, trigger.end, trigger.lemma, trigger.type)

    def _place(self) -> Span:
        counted = self._counted
        return self._tokens.starts[counted.first], self._tokens.ends[max(counted.anchor, counted.last - 1)]

    def _lemma(self, word: int) -> str:
        return lemma_of(self._tokens.word(word), "NOUN")

    def _at(self, word: int, lemma: str, kind: str) -> Happening:
        """The happening of one word, with the auxiliaries that stand right before it."""
        low = word
        while low > 0 and self._syntax.pos[low - 1] in ("AUX", "PART") and self._syntax.heads[low - 1] == word:
            low -= 1
        return Happening(self._tokens.starts[low], self._tokens.ends[word], lemma, kind, word)

    def _suffered(self, word: int) -> Happening | None:
        """The listed event of a noun, or what those whom it names did to others: killers, kidnappers."""
        found = self._typed(word)
        if found is None:
            kind = event_of_victims(self._lemma(word))
            found = None if kind is None else self._at(word, self._lemma(word), kind)
        return found

    def _typed(self, word: int) -> Happening | None:
        """The listed event of a word, or of the phrase that starts with it."""
        phrase = self._phrases.get(self._tokens.starts[word])
        if phrase is not None:
            return self._phrase(phrase)
        named = self._named_by(word)
        if named is not None:
            return replace(self._phrase(named), word=word)
        written, pos = self._tokens.word(word), self._syntax.pos[word]
        if pos == "VERB" and written.lower().endswith("ings"):
            pos = "NOUN"  # no verb has this form: a headline's "Thousands of Shootings"
        kind = "adjective" if written.lower() in STATES and pos == "ADV" else _KINDS.get(pos)
        if kind is None or self._named(word):
            return None
        lemma = lemma_of(written, pos)
        if lemma == "wind" and kind == "verb" and written.lower() == "wound":  # "and wound 12 others"
            lemma = "wound"
        found = event_type(lemma, kind, money=self._money or self._spends(word))
        if found is None and kind == "noun" and word != self._counted.head and self._held(word):
            found = event_of_people(lemma)  # "the number of refugees rose to 400"
        if found is None and written.lower() in STATES:  # "the missing", "12 are missing"
            lemma = written.lower()
            found = event_type(lemma, "adjective")
        if found is None or (lemma in _OF_DISEASE and not _DISEASE.search(self._tokens.text)):
            return None
        return self._at(word, lemma, found)

    def _named_by(self, word: int) -> Trigger | None:
        """The phrase of nouns that ends with a word: "air strikes" are no strikes."""
        end = self._tokens.ends[word]
        return next((p for p in self._phrases.values() if p.end == end and p.pos == "noun"), None)

    def _named(self, word: int) -> bool:
        """Whether a word is part of a name: the Court of Appeals, the White House."""
        if self._syntax.pos[word] != "PROPN" or self._sought.titled:
            return False
        return self._tokens.word(word)[:1].isupper() and self._tokens.starts[word] > self._sentence[0]

    def _spends(self, word: int) -> bool:
        """Whether a verb has an amount of money after it: those who gave $3 million or more."""
        end = self._tokens.ends[word]
        return self._syntax.pos[word] == "VERB" and bool(_MONEY_AFTER.match(self._tokens.text, end, end + 45))

    def _held(self, word: int) -> bool:
        above = self._syntax.heads[word]
        return above >= 0 and self._lemma(above) in HOLDERS
