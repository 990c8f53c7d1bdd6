"""Words of a text with their places, cut the way Universal Dependencies cuts English."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt Capt Cmdr Maj Prof Rev Hon St Mt Ft Jr Sr Jan Feb Mar Apr Jun "
    "Jul Aug Sep Sept Oct Nov Dec Inc Corp Co Ltd Bros vs approx dept est"
).split()

#: One word: alternatives in the order in which they are tried.
WORD = re.compile(
    r"""
      [^\W\d_]+(?![\w.+@'’:/-]) | [,;()“”]                       # what most words are: nothing below fits
    | https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.[\w.]+         # addresses
    | (?:[^\W\d_]\.){2,}                                        # U.S., p.m.
    | \b(?:%s)\.(?=\s)                                          # Mr., Gov.
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)\b                      # 2nd, 1990s
    | \d+(?:[.,:/]\d+)*                                         # 1,000  3.5  9/11
    | n['’]t\b | ['’](?:s|re|ve|ll|d|m)\b                       # clitics
    | (?:(?!n['’]t\b)[^\W\d_])+(?:['’](?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_]+)*   # words, O'Brien
    | \.\.+ | --+ | `` | ''                                     # runs that are one mark
    | \S
    """.replace("%s", "|".join(_ABBREVIATIONS)),
    re.VERBOSE | re.IGNORECASE,
)


def in_lower_case(text: str) -> str:
    """A text in lower case, as long as the text itself: what plain searches for words run over.

    >>> in_lower_case("Officials DENIED it"), len(in_lower_case("İzmir"))
    ('officials denied it', 5)
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find_words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Half-open places (code points) of the words of ``text[start:end]``, in order.

    Clitics and hyphenated parts are words of their own; numbers keep their separators.

    >>> text = "The minister's 1,000-strong force didn't move."
    >>> [text[a:b] for a, b in find_words(text)]
    ['The', 'minister', "'s", '1,000', '-', 'strong', 'force', 'did', "n't", 'move', '.']
    """
    stop = len(text) if end is None else end
    return (match.span() for match in WORD.finditer(text, start, stop))
