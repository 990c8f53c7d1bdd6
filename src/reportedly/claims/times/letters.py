"""A sentence as a string of letters, one a word: what the grammar of times runs over."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

#: Letters without which a sentence holds no expression of time.
_CORE = frozenset("mwVuUqQeptPksjxNzEYC/Hr1JlTLbK_")
#: Strings that hold one all the same: a year in words, "since then", "at the moment", "in '96".
_PAIRS = ("nn", "S8", "B8", "DM", "yM", "iD.M", "c.#", "c.d", "i.#", "S.#", "F.#", "B.#")
_QUOTES = frozenset({"'", "’", "‘"})
#: Letters of names: their words begin with a capital.
_NAMES = frozenset("mwVJH1Z")
_NOT_A_MONTH = frozenset({"AUX", "VERB", "ADV"})
_LONGEST_NUMBER = 40  # characters; Python reads no whole number of more than 4,300 digits
_NUMBER = re.compile(r"(\d+)(st|nd|rd|th|s)?", re.IGNORECASE)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(:[0-5]\d)?")
_YEARS = re.compile(r"(1[89]\d\d|20\d\d)/(?:19|20)?(\d\d)")
_DATE = re.compile(r"\d{1,2}([/.])\d{1,2}(?:\1\d{2,4})?|\d{4}/\d{1,2}/\d{1,2}")


@dataclass(frozen=True, slots=True)
class Letters:
    """One sentence: ``letters[i]`` and ``values[i]`` belong to the word ``first + i``.

    The letters are those of ``lexicons/time_words.tsv``, and for words of digits: ``d`` 1 to 31, ``Y`` 1000
    to 2100, ``#`` other numbers, ``R`` ordinals, ``E`` decades, ``C`` clock times, ``/`` dates in digits;
    ``.`` is any other word.
    """

    letters: str
    values: tuple[str, ...]
    first: int


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[str, str]]:
    return {word: (letter, value) for word, letter, value, _ in lexicon_rows("time_words", 4)}


def letters_of(tokens: Tokens, syntax: Syntax, first: int, stop: int, taken: Container[int]) -> Letters | None:
    """The letters of the words ``first`` to ``stop``, None where nothing of time is among them.

    Words in ``taken`` (numbers that count something) have no letter.
    """
    lexicon = _lexicon()
    letters: list[str] = []
    values: list[str] = []
    for index in range(first, stop):
        word = tokens.word(index)
        letter, value = ".", ""
        if index in taken and not _is_of_time(tokens, index, stop):
            pass
        elif word[0].isdigit():
            letter, value = _digits(word)
        else:
            known = lexicon.get(word.lower())
            if known is not None:
                letter, value = known
                if _is_another(letter, word, syntax.pos[index]) or (word == "number" and letters[-1:] != ["a"]):
                    letter = "."  # "a number of days", but "the number of days"
        if word == "second" and letters[-2:] in (["d", "-"], ["#", "-"]):
            letter, value = "u", "S"  # "a 30-second film"
        if letter == "n" and value.isdigit() and letters and letters[-1] == "a" and word.lower() != "couple":
            letters[-1] = "."  # "a two-day strike"; but "a couple of days", "a few days"
        letters.append(letter)
        values.append(value)
    joined = "".join(letters)
    if _CORE.isdisjoint(letters) and not any(pair in joined for pair in _PAIRS):
        return None
    return Letters(joined, tuple(values), first)


def _is_another(letter: str, word: str, pos: str) -> bool:
    """Whether a word of the lexicon is another word here: "may", "march", "to fall"."""
    if letter in _NAMES and not word[0].isupper():
        return True
    if letter == "m":
        return pos in _NOT_A_MONTH and word.lower() in ("may", "march")
    return letter == "s" and pos == "VERB"


def _is_of_time(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether a number that was taken for a count stands by a unit of time ("the next three quarters")."""
    if index > 0 and tokens.word(index - 1) in _QUOTES and len(tokens.word(index)) == 2:
        return True  # "fiscal '96"
    if index > 0 and "year" in (tokens.word(index - 1).lower(), tokens.word(max(0, index - 2)).lower()):
        return _is_year_in_words(tokens, index)
    if index + 1 >= stop:
        return False
    letter, _ = _lexicon().get(tokens.word(index + 1).lower(), ("", ""))
    if letter == "%" and index + 2 < stop:
        letter, _ = _lexicon().get(tokens.word(index + 2).lower(), ("", ""))
        return letter in ("U", "q", "Q")
    return letter in ("u", "U", "q", "Q", "E") and not (
        index + 2 < stop and tokens.word(index + 2).lower() in ("old", "-")
    )


def _is_year_in_words(tokens: Tokens, index: int) -> bool:
    """Whether a number in words is the name of a year: "the year two thousand"."""
    return not tokens.word(index)[0].isdigit()


def _digits(word: str) -> tuple[str, str]:
    if len(word) > _LONGEST_NUMBER:
        return "#", word
    if found := _NUMBER.fullmatch(word):
        number, tail = int(found[1]), (found[2] or "").lower()
        if tail == "s":
            return ("E", found[1]) if number % 10 == 0 and len(found[1]) in (2, 4) else (".", "")
        if tail:
            return "R", str(number)
        if len(found[1]) == 4 and 1000 <= number <= 2100:
            return "Y", found[1]
        return ("d" if len(found[1]) <= 2 and 1 <= number <= 31 else "#"), found[1]
    if _CLOCK.fullmatch(word) and ":" in word:
        return "C", word
    if (found := _YEARS.fullmatch(word)) and (int(found[1]) + 1) % 100 == int(found[2]):
        return "/", word
    if _DATE.fullmatch(word) and ("/" in word or word.count(".") == 2):
        return "/", word
    return "#", word
