"""The days a survey was made, which its shares and the size of its sample hold for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.claims.times.placed import Placed, PlacedTimes, moment_of
from reportedly.terms import Figure, Moment

_SURVEY = re.compile(r"\b(?:poll|survey|questionnaire|interview)", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:samples?|interviewed|surveyed|polled|respondents)\b", re.IGNORECASE)
#: Shares that are of no one survey.
_OF_NO_SURVEY = re.compile(r"\b(?:margins? of error|averages?|previous|earlier|last)\b", re.IGNORECASE)
_CONDUCTED = re.compile(r"\b(?:conducted|taken|carried out|interviewed|surveyed|polled)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|earlier|last|prior)\b", re.IGNORECASE)


def is_survey(word: str) -> bool:
    """Whether a word names a survey: "polls"."""
    return _SURVEY.search(word) is not None


def is_conducted(word: str) -> bool:
    """Whether a word says that a survey was made: "taken"."""
    return _CONDUCTED.fullmatch(word) is not None


class Survey:
    """The survey of one text; without ``days`` where the report tells of none, or of several."""

    def __init__(self, times: PlacedTimes, settled: Sequence[Placed]) -> None:
        self._tokens = times.tokens
        found = {}
        for placed in settled:
            words = self._tokens.text[self._start(placed) : placed.time.start]
            surveyed = _SURVEY.search(words) and _CONDUCTED.search(words) and not _EARLIER.search(words)
            if surveyed and placed.time.kind == "date" and "/" in (placed.time.edtf or ""):
                found[placed.time.edtf] = moment_of(placed.time)
        self.days: Moment | None = next(iter(found.values())) if len(found) == 1 else None

    def covers(self, figure: Figure, first: int) -> bool:
        """Whether a figure (its first word given) is one that a survey's days may date.

        Shares are, and counts of those asked: "1,001 adults were interviewed", "the sample is 651".
        """
        if self.days is None or figure.measure not in ("percent", "count"):
            return False
        erring = self._tokens.text[: figure.start].endswith("error of ")
        return figure.measure == "percent" or (not erring and _ASKED.search(self._sentence(first)) is not None)

    def days_of(self, figure: Figure, first: int) -> Moment | None:
        """The days that hold for a figure; shares of other surveys, averages and margins of error have none."""
        other = figure.measure == "percent" and _OF_NO_SURVEY.search(self._sentence(first))
        return None if other else self.days

    def _sentence(self, word: int) -> str:
        numbers = self._tokens.sentences
        first, stop = bisect_left(numbers, numbers[word]), bisect_right(numbers, numbers[word])
        return self._tokens.text[self._tokens.starts[first] : self._tokens.ends[stop - 1]]

    def _start(self, placed: Placed) -> int:
        word = placed.first
        while word > 0 and self._tokens.sentences[word - 1] == placed.sentence:
            word -= 1
        return self._tokens.starts[word]
