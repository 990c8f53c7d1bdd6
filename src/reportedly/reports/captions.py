"""Captions of a plain text: lines printed twice, or printed again in the body without the mark of the picture."""

import re
from collections.abc import Sequence

from reportedly.terms.report import BlockKind

#: A repeated line of fewer words is a label, not a caption.
_MIN_WORDS = 7
_SPACES = re.compile(r"\s+")
_SENTENCES = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]")
#: Where in a picture someone stands.
_PLACE_IN_PICTURE = re.compile(
    r"[(\[](?:pictured\b[^)\]]*|file|(?:(?:\d(?:st|nd|rd|th)|second|third|fourth|far|front|back|bottom|top)\W)*"
    r"(?:from )?(?:the )?(?:left|right|cent(?:re|er)|middle|above|below|foreground|background|l|r|c)\b"
    r"[^)\]]*)[)\]]",
    re.IGNORECASE,
)


def mark_captions(stretches: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """Set ``caption`` for the captions among the stretches that have no kind yet.

    A line printed twice running is a caption. So is a sentence that says where in a picture someone
    stands, "(2nd right)", and is printed elsewhere without saying it, and so is the first line under
    the headline when its very sentence comes again in a later paragraph.
    """
    plain = [_SPACES.sub(" ", words).casefold() for words in stretches]
    open_places = [at for at, kind in enumerate(kinds) if kind is None and len(plain[at].split()) >= _MIN_WORDS]
    for at in open_places:
        if at + 1 < len(plain) and plain[at] == plain[at + 1] and kinds[at + 1] is None:
            kinds[at] = kinds[at + 1] = "caption"
        elif at > 0 and plain[at] == plain[at - 1] and kinds[at - 1] == "caption":
            kinds[at] = "caption"
    sentences = _sentences(stretches, open_places)
    for at in open_places:
        if kinds[at] is not None:
            continue
        bare = _without_brackets(plain[at])
        placed = _PLACE_IN_PICTURE.search(plain[at]) is not None
        again = any(place != at for place in sentences.get(bare, ()))
        later = any(place > at for place in sentences.get(bare, ()))
        if (placed and again) or (later and _is_first(kinds, at)):
            kinds[at] = "caption"


def _sentences(stretches: Sequence[str], places: Sequence[int]) -> dict[str, list[int]]:
    """Stretches by the sentences printed in them, brackets left out."""
    found: dict[str, list[int]] = {}
    for at in places:
        for sentence in _SENTENCES.split(_SPACES.sub(" ", stretches[at])):
            found.setdefault(_without_brackets(sentence.casefold()), []).append(at)
    return found


def _without_brackets(words: str) -> str:
    return _BRACKETS.sub("", words).strip()


def _is_first(kinds: Sequence[BlockKind | None], at: int) -> bool:
    """Whether nothing of the report but its headline and other captions stands before."""
    return all(kind is not None for kind in kinds[:at]) and "headline" in kinds[:at]
