"""An expression of time while it is read, and the scene it is read in."""

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.times.anchors import Anchors
from reportedly.claims.times.letters import Letters
from reportedly.claims.times.stretch import Part, Stretch
from reportedly.claims.times.tense import Tense, may_look_ahead, tense_at
from reportedly.terms.reading import TimeKind

#: How an expression opens a stretch of time: "since 2011", "until May", "by Tuesday", "before", "after".
Opening = Literal["since", "until", "as_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """One expression: words ``start`` to ``stop`` (half-open, of the text), and what it means.

    ``low`` is the stretch meant, ``high`` the last of a range. ``timex`` is the TimeML value where there
    is no stretch. ``implied`` marks a year that the words do not give, ``dayless`` a time of day without
    its day, ``aside`` what is only compared with ("a year earlier") and so anchors nothing after it.
    """

    start: int
    stop: int
    kind: TimeKind
    low: Stretch | None = None
    high: Stretch | None = None
    timex: str | None = None
    opening: Opening | None = None
    implied: bool = False
    dayless: bool = False
    aside: bool = False


#: Verbs whose time is that of the saying.
_SAYING = frozenset("say tell announce report add warn state confirm declare".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that its expressions are read by."""

    tokens: Tokens
    syntax: Syntax
    letters: Letters
    anchors: Anchors

    def value(self, match: re.Match[str], group: str) -> str | None:
        """The lexicon's value of the first word of a group, None where the group is empty."""
        return self.letters.values[match.start(group)] if self.given(match, group) else None

    def given(self, match: re.Match[str], group: str) -> str:
        """The letters of a group; empty where it matched nothing or the pattern has none of the name."""
        return (match[group] or "") if group in match.re.groupindex else ""

    def word(self, place: int) -> str:
        """A word of the sentence as written, empty outside."""
        if not 0 <= place < len(self.letters.letters):
            return ""
        return self.tokens.word(self.letters.first + place)

    def letter(self, place: int) -> str:
        """A letter of the sentence, ``.`` outside."""
        return self.letters.letters[place] if 0 <= place < len(self.letters.letters) else "."

    def pos(self, place: int) -> str:
        """Part of speech of a word of the sentence, empty outside."""
        if not 0 <= place < len(self.letters.letters):
            return ""
        return self.syntax.pos[self.letters.first + place]

    def day_after(self, place: int) -> tuple[int, int] | None:
        """Month and day that stand just after a word: "ended Sept. 30"."""
        if self.letter(place + 1) != "m" or self.letter(place + 2) not in ("d", "R"):
            return None
        return int(self.letters.values[place + 1]), int(self.letters.values[place + 2])

    def tense(self, place: int) -> Tense:
        """Tense of the clause about a word; what holds "as of" a day is not to come."""
        if self.letter(place - 1) == "O" and self.letter(place - 2) == "4":
            return "past"
        return tense_at(self.tokens, self.syntax, self.letters.first + place)

    def dates_saying(self, place: int) -> bool:
        """Whether the first verb above a word says something: "said on Monday"."""
        pos = self.syntax.pos
        above = next((w for w in self.syntax.path_up(self.letters.first + place) if pos[w] == "VERB"), None)
        return above is not None and lemma_of(self.tokens.word(above), "VERB") in _SAYING

    def may_look_ahead(self, place: int) -> bool:
        """Whether the clause about a word leaves room for a date to come."""
        return may_look_ahead(self.tokens, self.syntax, self.letters.first + place)

    def time(
        self,
        match: re.Match[str],
        low: Stretch | None,
        *,
        kind: TimeKind = "date",
        timex: str | None = None,
        implied: bool = False,
        dayless: bool = False,
    ) -> FoundTime:
        """An expression over the words of a match."""
        first = self.letters.first
        return FoundTime(
            start=first + match.start(),
            stop=first + match.end(),
            kind=kind,
            low=low,
            timex=timex,
            implied=implied,
            dayless=dayless,
        )


_PARTS: dict[str, Part] = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "midway": "mid",
    "end": "end",
    "close": "end",
    "beginning": "start",
    "start": "start",
    "outset": "start",
}


def part_of(word: str | None) -> Part | None:
    """The part of a stretch that a word means: "mid-December", "the end of 2015".

    "earlier this month" and "later in the year" name the whole of it and no part.
    """
    return None if word is None else _PARTS.get(word)
