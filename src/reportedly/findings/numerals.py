"""Numbers of running text in one form, so that "1,200", "1.200", "1 200" and "twelve hundred" are equal.

This is for telling whether two texts give the same numbers, and for nothing else: what a number means is
in the figures of the reading. Separators are read as those of thousands wherever three digits follow.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from reportedly.findings.lexicon import lexicon_rows

_GROUPED = re.compile(r"(?P<whole>\d{1,3}(?:(?P<mark>[.,'’\s])\d{3})(?:(?P=mark)\d{3})*)(?:[.,](?P<part>\d+))?")


@cache
def number_words() -> Mapping[str, int]:
    """Values of the words that write a number, "dozens" and the like left out."""
    return {word: int(value) for word, value, role, _ in lexicon_rows("number_words", 4) if role != "vague"}


@cache
def scale_words() -> frozenset[str]:
    """Words that multiply what stands before them: "hundred", "million", "bn"."""
    return frozenset(word for word, _, role, _ in lexicon_rows("number_words", 4) if role == "scale")


@cache
def vague_words() -> frozenset[str]:
    """Words that tell a number without giving it: "dozens", "thousands"."""
    return frozenset(word for word, _, role, _ in lexicon_rows("number_words", 4) if role == "vague")


def digits_value(written: str) -> Decimal:
    """The value of digits with their separators.

    >>> [str(digits_value(written)) for written in ("1,200", "1.200", "1 200", "7,162.90", "6,5", "007")]
    ['1200', '1200', '1200', '7162.9', '6.5', '7']
    """
    grouped = _GROUPED.fullmatch(written)
    if grouped:
        return _plain(Decimal(re.sub(r"\D", "", grouped["whole"]) + "." + (grouped["part"] or "0")))
    return _plain(Decimal(written.replace(",", ".")))


def words_value(words: tuple[str, ...]) -> Decimal | None:
    """The value of a run of number words and digits; null when the words write none.

    >>> str(words_value(("two", "hundred", "and", "six"))), str(words_value(("1.2", "million")))
    ('206', '1200000')
    >>> words_value(("million",)) is None
    True
    """
    whole, part = Decimal(0), None
    for word in words:
        if word == "and":
            continue
        if word in scale_words():
            scale = number_words()[word]
            if part is None:
                return None
            part *= scale
            if scale > 100:
                whole, part = whole + part, Decimal(0)
        else:
            value = Decimal(number_words()[word]) if word in number_words() else digits_value(word)
            part = value if part is None else part + value
    return None if part is None else _plain(whole + part)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
