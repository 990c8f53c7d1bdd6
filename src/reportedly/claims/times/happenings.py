"""Happenings with their days: "the bombings on Aug. 7", so that a later "killed 258" can be dated."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.times.placed import Placed, PlacedTimes, moment_of
from reportedly.terms import Moment

_STEPS = 5  # words of the parse between a date and its happening
_ANY = "disaster"


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    return {lemma: group for lemma, group, _ in lexicon_rows("happenings", 3)}


@dataclass(frozen=True, slots=True)
class _Dated:
    word: int
    group: str
    moment: Moment


class Happenings:
    """The dated happenings of one text, in order."""

    def __init__(self, times: PlacedTimes, spoken: Iterable[Placed]) -> None:
        self._times = times
        self._dated: list[_Dated] = []
        self._harmed: list[_Dated] = []
        for placed in spoken:
            known = "/" in placed.time.exact  # "9/11" is told for comparison
            if known or not (placed.is_settled and not placed.is_open and is_day(placed.time.edtf)):
                continue
            found = self._happening(placed)
            if found is not None:
                self._dated.append(_Dated(placed.first, found, moment_of(placed.time)))
        self._dated.sort(key=lambda d: d.word)

    def _happening(self, placed: Placed) -> str | None:
        above = [w for w in self._times.syntax.path_up(placed.head) if not placed.first <= w < placed.stop]
        for word in above[:_STEPS]:
            group = self.group_of(word)
            if group is not None:
                return group
            below = self._times.syntax.children[word]
            if self._times.syntax.pos[word] != "VERB":
                continue
            subject = next((c for c in below if self._times.syntax.relations[c].startswith("nsubj")), None)
            if subject is None:
                return None
            clause = self._times.syntax.relations[word].startswith("acl")
            return self.group_of(
                self._times.syntax.heads[word] if clause else subject
            )  # "the quake that hit … on"
        return None

    def group_of(self, word: int) -> str | None:
        """The group of the happening a word names, None for other words."""
        pos = self._times.syntax.pos[word]
        if pos not in ("NOUN", "VERB", "PROPN"):
            return None
        return _groups().get(lemma_of(self._times.tokens.word(word), pos))

    def named_in(self, sentence: int) -> set[str]:
        """The groups of the happenings that the words of a sentence name."""
        numbers = self._times.tokens.sentences
        first = bisect_left(numbers, sentence)
        stop = bisect_left(numbers, sentence + 1)
        return {group for word in range(first, stop) if (group := self.group_of(word)) is not None}

    def day_of(self, word: int, *, loose: bool = True) -> Moment | None:
        """The day of the happening that a word's sentence speaks of.

        Of the happenings its words name, the one dated last before it, else first after; where they name
        none and ``loose``, the one dated last before, or the day of those harmed that was found since.
        """
        groups = self.named_in(self._times.sentence_of(word))
        alike = [d for d in self._dated if d.group in groups] if groups - {_ANY} else []
        if alike:
            before = [d for d in alike if d.word < word]
            return (before[-1] if before else alike[0]).moment
        if not loose or groups - {_ANY}:
            return None
        before = [d for d in (*self._dated, *self._harmed) if d.word < word]
        return max(before, key=lambda d: d.word).moment if before else None

    def only(self) -> Moment | None:
        """The day of the text's happenings where all that are dated were on one: for a headline's figures."""
        return self._dated[0].moment if len({_day(d.moment) for d in self._dated}) == 1 else None

    def day_told(self, sentence: int) -> Moment | None:
        """The day found for those harmed that a sentence tells of, the last such."""
        told = [d for d in self._harmed if self._times.sentence_of(d.word) == sentence]
        return told[-1].moment if told else None

    def learn(self, word: int, moment: Moment) -> None:
        """A day found for those harmed in a sentence is the day of the happenings it names too.

        "They were talking when the bomb went off, killing 247" dates the blast of the sentences after it.
        """
        if not is_day(moment.edtf) or ".." in (moment.edtf or "") or "/" in (moment.edtf or ""):
            return
        self._harmed.append(_Dated(word, _ANY, moment))
        for group in self.named_in(self._times.sentence_of(word)) - {_ANY}:
            if all(d.group != group for d in self._dated):
                self._dated.append(_Dated(word, group, moment))
        self._dated.sort(key=lambda d: d.word)

    def finer(self, word: int, edtf: str) -> Moment | None:
        """The day of the happening of a word's sentence where it lies within a month or year given there."""
        day = self.day_of(word, loose=False)
        if day is None or day.edtf is None or "/" in edtf or not day.edtf.startswith(edtf) or day.edtf == edtf:
            return None
        return day


def _day(moment: Moment) -> str:
    """The day of a moment without its time of day."""
    return (moment.edtf or "")[:10]


def is_day(edtf: str | None) -> bool:
    """Whether a value is as fine as days."""
    return edtf is not None and len(edtf.partition("/")[0].rstrip("~")) >= 10 and not edtf.startswith("X")
