"""Lines that attribute by a colon: "Official: no fewer than 12 dead", "Mayor of Manado: the dam holds"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.sentences import Tokens
from reportedly.claims.speaking import Names, can_speak
from reportedly.claims.syntax import Syntax

#: Words of a source before a colon: a longer one is a sentence.
_LONGEST = 8
#: Words of a content: "Police: no" says nothing of its own.
_SHORTEST = 3
#: About as sure as the tagger is of such lines where it finds them.
_CONFIDENCE = 0.8


def add_colons(
    tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution], names: Names
) -> list[Attribution]:
    """The attributions with those of paragraphs that open with a source and a colon, as headlines do.

    The paragraph is one sentence, a person, body or document that can speak stands alone before the colon, without
    a verb, and no other attribution has these words.
    """
    taken = {w for each in attributions for a in (each.source, each.cue) if a is not None for w in range(*a)}
    made = [
        Attribution(
            cue=(colon, colon + 1), source=(start, colon), contents=((colon + 1, end),), confidence=_CONFIDENCE
        )
        for start, colon, end in _lines(tokens)
        if not taken & set(range(start, colon + 1))
        and can_speak(tokens, start, colon, names)
        and all(syntax.pos[word] not in ("VERB", "AUX") for word in range(start, colon))
    ]
    if not made:
        return list(attributions)
    freed = {word for each in made for word in range(*each.contents[0])}
    kept = [_without(each, freed) for each in attributions]
    return sorted([*(each for each in kept if each is not None), *made], key=lambda each: each.cue)


def _lines(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """First word, colon and end of each paragraph of one sentence with a colon near its beginning."""
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and tokens.paragraphs[end] == tokens.paragraphs[start]:
            end += 1
        near = range(start + 1, min(end, start + _LONGEST + 1))
        colon = next((word for word in near if tokens.word(word) == ":"), None)
        single = tokens.sentences[start] == tokens.sentences[end - 1]
        if colon is not None and single and end - colon > _SHORTEST:
            yield start, colon, end - (tokens.word(end - 1) == ".")
        start = end


def _without(found: Attribution, words: set[int]) -> Attribution | None:
    """An attribution of elsewhere without the content it took from such a line; none where nothing is left."""
    if found.cue[0] in words:
        return found  # a claim within the line
    kept = tuple(each for each in found.contents if not words & set(range(*each)))
    if kept == found.contents:
        return found
    return replace(found, contents=kept) if kept else None
