"""Where words that a person names stand in a report."""

import re

from reportedly.errors import UnknownWords
from reportedly.terms import Span

#: Places an error names, and characters it shows on either side of each.
_NAMED, _AROUND = 9, 30


def find_words(text: str, words: str) -> tuple[Span, ...]:
    """Every place at which the words stand as whole words, whatever the white space between them.

    As written first, else without regard to case.

    >>> find_words("Up to 61, not up to  61.", "up to 61")
    ((14, 23),)
    >>> find_words("Up to 61.", "up to 61"), find_words("610", "61")
    (((0, 8),), ())
    """
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return ()
    whole = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = tuple(match.span() for match in re.finditer(whole, text, flags))
        if found:
            return found
    return ()


def place_words(text: str, words: str, at: int | None = None, within: Span | None = None) -> Span:
    """The one place meant: the only one there is, or the ``at``-th, counted from 1, or the only one ``within``.

    Raises:
        UnknownWords: the words are not in the text, or at several places and none was chosen; the message
            numbers them.
    """
    found = find_words(text, words)
    if not found:
        raise UnknownWords(f"“{words}” is not in the report: give words as they stand there, or fewer of them")
    if at is not None:
        if not 1 <= at <= len(found):
            raise UnknownWords(f"“{words}” stands at {len(found)} places of the report; there is no place {at}")
        return found[at - 1]
    inside = [span for span in found if within is not None and within[0] <= span[0] < within[1]]
    if len(inside) == 1:
        return inside[0]
    if len(found) > 1:
        named = "".join(f"\n  {n}  {_shown(text, span)}" for n, span in enumerate(found[:_NAMED], 1))
        more = "\n  …" if len(found) > _NAMED else ""
        raise UnknownWords(
            f"“{words}” stands at {len(found)} places of the report; give more words, or the number of the place "
            f"(--at):{named}{more}"
        )
    return found[0]


def _shown(text: str, span: Span) -> str:
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    return " ".join(f"… {text[start : span[0]]}[{text[span[0] : span[1]]}]{text[span[1] : end]} …".split())
