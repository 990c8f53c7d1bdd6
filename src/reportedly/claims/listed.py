"""Items of a list each attributed: "34 Syrians, according to police; 9 Poles, according to the embassy"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.claims.attribution import Attribution
from reportedly.claims.sentences import Tokens
from reportedly.claims.sources import phrase_around
from reportedly.claims.syntax import Syntax

_SHORTEST = 2  # words of an item


def part_items(tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those of items parted by semicolons kept to their own item.

    Where two items or more of one sentence end with "according to" somebody, each of these words attributes
    its own item; the tagger often gives the whole list to the last of them.
    """
    result = list(attributions)
    for cues in _sentences_with_items(tokens):
        items = [_item(tokens, at) for at in cues]
        if any(first is None for first in items):
            continue
        for at, first in zip(cues, items, strict=True):
            assert first is not None
            result = [_kept_to(each, at, first) for each in result]
            if not any(each.cue[0] <= at < each.cue[1] for each in result):
                made = _attributed(tokens, syntax, at, first)
                result += [made] if made is not None else []
    return sorted(result, key=lambda a: a.cue)


def _sentences_with_items(tokens: Tokens) -> list[list[int]]:
    """Places of "according to" in each sentence that has two or more of them, and a semicolon between."""
    found: dict[int, list[int]] = {}
    for word, form in enumerate(tokens.forms[:-1]):
        if form == "according" and tokens.forms[word + 1] == "to":
            found.setdefault(tokens.sentences[word], []).append(word)
    return [
        cues
        for cues in found.values()
        if len(cues) > 1 and all(";" in _words(tokens, a, b) for a, b in pairwise(cues))
    ]


def _words(tokens: Tokens, start: int, end: int) -> list[str]:
    return [tokens.word(word) for word in range(start, end)]


def _item(tokens: Tokens, at: int) -> int | None:
    """First word of the item that a cue closes; null where the cue opens it."""
    first = at
    while first > 0 and tokens.sentences[first - 1] == tokens.sentences[at] and tokens.word(first - 1) != ";":
        first -= 1
    if tokens.word(first).lower() in ("and", "but", "or"):
        first += 1
    return first if at - first > _SHORTEST else None


def _kept_to(each: Attribution, at: int, first: int) -> Attribution:
    """The attribution of a cue without what stands before its item."""
    if not each.cue[0] <= at < each.cue[1]:
        return each
    kept = tuple((max(a, first), b) for a, b in each.contents if b > first)
    return replace(each, contents=kept) if kept else each


def _attributed(tokens: Tokens, syntax: Syntax, at: int, first: int) -> Attribution | None:
    end = at - 1 if tokens.word(at - 1) == "," else at
    head = next((w for w in syntax.path_up(at) if w > at + 1 and syntax.pos[w] in ("NOUN", "PROPN", "PRON")), None)
    if head is None or tokens.sentences[head] != tokens.sentences[at] or ";" in _words(tokens, at, head):
        return None
    return Attribution((at, at + 2), (at + 2, phrase_around(syntax, head)[1]), ((first, end),), 0.5)
