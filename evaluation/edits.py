"""Declared edits of an article, as outlets make them when they reprint one.

Copies: ``same`` (at another address) · ``headline`` (of another article) · ``tail`` (the last half of the
sentences cut) · ``words`` (every second sentence in other words: ``rewording.tsv``, an attribution at the end
moved to the front) · ``agency`` (dateline, credit line, line of rights) · ``format`` (separators of
thousands gone, small numbers as words) · ``inside`` (the first half of the sentences between sentences of
another article) · ``all`` (headline, words, tail and agency).

Tolls: one number of the first half of the sentences is another one. ``toll`` (nothing else) · ``toll_words``
· ``toll_tail`` · ``toll_headline``; all with the same other number.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SENTENCE = re.compile(r"(?<=[a-z0-9)”\"'%][.!?]) +(?=[A-Z\"“`])")
_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w:/-]|[.,]\d)")
_SAID_LAST = re.compile(r"^(?P<content>[^\"“`]+), (?P<source>[^,\"“]+ (?:said|says|stated))\.$")
_SMALL = dict(zip("23456789", "two three four five six seven eight nine".split(), strict=True))
_REWORDING = Path(__file__).with_name("rewording.tsv")

COPIES = ("same", "headline", "tail", "words", "agency", "format", "inside", "all")
TOLLS = ("toll", "toll_words", "toll_tail", "toll_headline")


@dataclass(frozen=True, slots=True)
class Original:
    """An article as its headline and its sentences in order."""

    name: str
    headline: str
    sentences: tuple[str, ...]

    @property
    def half(self) -> int:
        """How many sentences are kept of one that is cut; at least three."""
        return max(3, len(self.sentences) // 2)


def original_of(name: str, headline: str, body: str) -> Original:
    """An article from its text.

    >>> original_of("a", "Two killed", "It fell. Two people died.").sentences
    ('It fell.', 'Two people died.')
    """
    return Original(name, headline, tuple(part for part in _SENTENCE.split(" ".join(body.split())) if part))


def edits_of(article: Original, another: Original) -> dict[str, str]:
    """The text of each edit by its name; ``another`` lends its headline and the sentences of its end.

    There are no tolls where no number of the first half can be another one.
    """
    made = {name: _copy(name, article, another) for name in COPIES}
    changed = _changed(article)
    if changed is not None:
        words, tail = "toll_words", "toll_tail"
        made["toll"] = _text(article.headline, changed.sentences)
        made[words] = _text(article.headline, _reworded(changed.sentences))
        made[tail] = _text(article.headline, changed.sentences[: article.half])
        made["toll_headline"] = _text(another.headline, changed.sentences)
    return made


def _text(headline: str, sentences: Sequence[str]) -> str:
    """Headline and paragraphs of three sentences."""
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return "\n\n".join([headline, *paragraphs]) + "\n"


def _copy(name: str, article: Original, another: Original) -> str:
    sentences: Sequence[str] = article.sentences
    headline = another.headline if name in ("headline", "all") else article.headline
    if name in ("words", "all"):
        sentences = _reworded(sentences)
    if name in ("tail", "all"):
        sentences = sentences[: article.half]
    if name == "format":
        sentences = [_reformatted(sentence) for sentence in sentences]
    if name == "inside":
        end = another.sentences[-len(another.sentences) // 4 :]
        cut = len(end) // 2
        sentences = [*end[:cut], *sentences[: article.half], *end[cut:]]
    if name in ("agency", "all"):
        sentences = [f"LONDON, June 3 (AFP) - {sentences[0]}", *sentences[1:]]
        return _text(headline, sentences) + "\n(AFP)\n\n© 2018 AFP. All rights reserved.\n"
    return _text(headline, sentences)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    with open(_REWORDING, encoding="utf-8", newline="") as file:
        rows = {row["word"]: row["other"] for row in csv.DictReader(file, delimiter="\t")}
    words = "|".join(sorted(rows, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b"), rows


def _reworded(sentences: Sequence[str]) -> list[str]:
    pattern, rows = _table()
    made = []
    for place, sentence in enumerate(sentences):
        if place % 2 == 0:
            moved = _SAID_LAST.match(sentence)
            if moved is not None:
                source, content = moved["source"], moved["content"]
                sentence = f"{source[0].upper()}{source[1:]} that {content[0].lower()}{content[1:]}."
            sentence = pattern.sub(lambda found: rows[found[0]], sentence)
        made.append(sentence)
    return made


def _reformatted(sentence: str) -> str:
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", sentence)
    return re.sub(r"(?<![\w.,:$£€#-])([2-9])(?= [a-z])", lambda found: _SMALL[found[1]], plain)


def _changed(article: Original) -> Original | None:
    """The article with the first number of it that is no year, day or name made half as large again."""
    for place, sentence in enumerate(article.sentences[: article.half]):
        for found in _NUMBER.finditer(sentence):
            value = float(found[0].replace(",", ""))
            if 1900 <= value < 2100 or value < 2 or not value.is_integer():
                continue
            other = f"{int(value * 1.5):,}" if "," in found[0] else str(int(value * 1.5))
            written = sentence[: found.start()] + other + sentence[found.end() :]
            sentences = (*article.sentences[:place], written, *article.sentences[place + 1 :])
            return Original(article.name, article.headline, sentences)
    return None
