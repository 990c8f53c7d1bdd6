"""Claims by somebody's count: "by the union's count, 4,000 marched", "by the account of villagers, 12 died"."""

from collections.abc import Sequence

from reportedly.claims.attribution import Attribution
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.speaking import Names, can_speak
from reportedly.claims.syntax import Syntax

_OPENING = word_set("by on")
#: What somebody's number or story is called.
_ACCOUNTS = word_set(
    "account accounts count counts estimate estimates reckoning calculation calculations tally tallies word "
    "version telling admission figures records"
)
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_PRONOUNS = word_set("his her their its")
_MARKS = frozenset([",", ";", ".", "!", "?", ":", "—", "–", "”", '"'])
_NAMING = ("PROPN", "NOUN", "ADJ", "DET", "NUM", "PUNCT")
_LONGEST = 8  # words of a source


def add_accounts(
    tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution], names: Names
) -> list[Attribution]:
    """The attributions, and those of sentences that open or close with whose account they are.

    Source is who gives the account, cue the noun, content the rest of the sentence, without words of another
    source and cue that stand between commas behind it ("By the word of chiefs, he said, 40 have not been found").
    """
    found = list(attributions)
    for word, form in enumerate(tokens.forms):
        if form.lower() in _ACCOUNTS and not any(each.cue[0] <= word < each.cue[1] for each in attributions):
            made = _made(tokens, syntax, word, attributions, names)
            if made is not None:
                found.append(made)
    return sorted(found, key=lambda a: a.cue)


def _made(
    tokens: Tokens, syntax: Syntax, noun: int, attributions: Sequence[Attribution], names: Names
) -> Attribution | None:
    owner = _owner_before(tokens, syntax, noun) or _owner_behind(tokens, syntax, noun)
    if owner is None:
        return None
    opening, source, last = owner
    pronoun = source[1] - source[0] == 1 and tokens.word(source[0]).lower() in _PRONOUNS
    if not pronoun and not can_speak(tokens, *source, names):
        return None
    content = _rest(tokens, opening, last, attributions)
    if content is None or not any(syntax.pos[w] == "NUM" for w in range(*content)):
        return None
    return Attribution((noun, noun + 1), source, (content,), 0.5)


def _owner_before(tokens: Tokens, syntax: Syntax, noun: int) -> tuple[int, tuple[int, int], int] | None:
    """The opening preposition, the source, and where the phrase ends: "by the union's own count"."""
    mark = noun - 1
    while mark > 0 and syntax.pos[mark] == "ADJ":
        mark -= 1
    said = tokens.word(mark).lower() if mark > 0 else ""
    if said in _PRONOUNS and tokens.word(mark - 1).lower() in _OPENING:
        return mark - 1, (mark, mark + 1), noun + 1
    if said not in _POSSESSIVE:
        return None
    first = _name_back(tokens, syntax, mark)
    return None if first is None else (first - 1, (first, mark), noun + 1)


def _owner_behind(tokens: Tokens, syntax: Syntax, noun: int) -> tuple[int, tuple[int, int], int] | None:
    """The same of "by the account of village chiefs"."""
    if noun < 2 or noun + 2 >= len(tokens) or tokens.word(noun + 1).lower() != "of":
        return None
    if tokens.word(noun - 1).lower() != "the" or tokens.word(noun - 2).lower() not in _OPENING:
        return None
    end = noun + 2
    while end < len(tokens) and end - noun < _LONGEST and syntax.pos[end] in _NAMING[:-1]:
        end += 1
    return (noun - 2, (noun + 2, end), end) if end > noun + 2 else None


def _name_back(tokens: Tokens, syntax: Syntax, mark: int) -> int | None:
    """Where the name before a possessive begins, right behind "by"."""
    for first in range(mark - 1, max(mark - 1 - _LONGEST, 0), -1):
        if tokens.word(first - 1).lower() in _OPENING:
            return first
        if syntax.pos[first - 1] not in _NAMING or tokens.word(first - 1) in _MARKS:
            return None
    return None


def _rest(tokens: Tokens, opening: int, last: int, attributions: Sequence[Attribution]) -> tuple[int, int] | None:
    """What the account says: the sentence behind a phrase that opens it, or before one that closes it."""
    sentence = tokens.sentences[opening]
    start, end = opening, last
    while start > 0 and tokens.sentences[start - 1] == sentence:
        start -= 1
    while end < len(tokens) and tokens.sentences[end] == sentence:
        end += 1
    while end > last and tokens.word(end - 1) in _MARKS:
        end -= 1
    if end == last and tokens.word(opening - 1) == "," and opening - 1 > start:
        return start, opening - 1
    if opening > start + 1 or last >= end:  # one word may stand before: "But by the union's count"
        return None
    begin = last + 1 if tokens.word(last) == "," else last
    for each in attributions:  # another source and cue between commas
        told = [each.cue, *([each.source] if each.source else [])]
        first, stop = min(a for a, _ in told), max(b for _, b in told)
        if first == begin and stop < end and tokens.word(stop) == ",":
            begin = stop + 1
    return (begin, end) if begin < end else None
