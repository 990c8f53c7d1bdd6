"""In what language a report is written."""

import re
from functools import cache
from typing import Any

from reportedly.terms import READ_KINDS, Block

#: Code points of a report that are looked at; more of the same text changes no verdict.
_LOOKED_AT = 6_000
#: With fewer words than this, a text is English unless another language is certain.
SHORT = 20
#: The commonest words of English prose that are no words of its neighbours.
_ENGLISH = frozenset({
    "the", "of", "and", "to", "that", "were", "with", "from", "has", "been", "which", "their", "would", "said",
    "are", "it", "his", "they", "this", "who", "by", "not", "she", "its", "after", "about", "than", "people",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Share of such words from which on the text is English: 115 reports of two corpora had 0.13 to 0.33;
#: Danish and Dutch prose, the nearest, stays under 0.04.
_EVIDENT = 0.12
#: A verdict of another language is believed for a short text from this probability on,
_CERTAIN = 0.7
#: and when English has less than this.
_RULED_OUT = 0.02


def language_of(text: str, blocks: tuple[Block, ...] = ()) -> str:
    """ISO 639-1 code of the language of the read blocks (of the whole text when none are given).

    Plain English is seen by its commonest words, and nothing is loaded for it; for anything else
    py3langid judges. A text of fewer than ``SHORT`` words is English unless another language is
    certain, and so is one that holds no words.

    >>> language_of("Police: 12 dead in blast")
    'en'
    """
    read = "\n".join(text[block.start : block.end] for block in blocks if block.kind in READ_KINDS) or text
    sample = read[:_LOOKED_AT]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return "en"
    common = sum(word in _ENGLISH for word in words) / len(words)
    if len(words) >= SHORT and common >= _EVIDENT:
        return "en"
    return _judge(sample, short=len(words) < SHORT, common=common)


def _judge(sample: str, *, short: bool, common: float) -> str:
    ranked: list[tuple[str, float]] = [(str(code), float(p)) for code, p in _identifier().rank(sample)]
    best, probability = ranked[0]
    if best == "en":
        return "en"
    letters = [sign for sign in sample if sign.isalpha()]
    if sum(sign > "\u024f" for sign in letters) > len(letters) / 2:  # beyond the Latin letters
        return best
    english = dict(ranked).get("en", 0.0)
    if short:
        certain = probability >= _CERTAIN and english < _RULED_OUT and common == 0
        return best if certain else "en"
    return best if probability >= 2 * english else "en"


@cache
def _identifier() -> Any:
    from py3langid import langid  # its model takes half a second to load

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
