"""Quotations that run on without a cue: over paragraphs, behind "he said", and below "He said:"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.inflections import verb_forms
from reportedly.claims.sentences import Tokens
from reportedly.claims.sources import phrase_around
from reportedly.claims.syntax import Syntax

_OPEN, _CLOSE = "“", "”"
_SHORTEST = 3  # words; a shorter quotation may be a title or a word held at arm's length

#: Verbs that announce the quotation of the next paragraph: "He said:", "Her statement reads:".
_ANNOUNCE = frozenset(
    form
    for verb in ("say", "tell", "write", "add", "state", "announce", "read", "respond", "reply", "continue",
                 "tweet", "post", "explain", "declare", "warn", "conclude", "ask")
    for form in verb_forms(verb)
)  # fmt: skip


def announce_quotations(tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and those of quotations that stand as a paragraph of their own below "He said:".

    An attribution with that cue takes the quotation up, without one it is made; a quotation that somebody
    is tied to already stays where it is.
    """
    result = list(attributions)
    for start, end, _ in _quotations(tokens):
        if start == 0 or tokens.word(start - 1) != ":" or tokens.paragraphs[start] == tokens.paragraphs[start - 1]:
            continue
        if any(a < end and start < b for each in result for a, b in each.contents):
            continue
        made = _announced(tokens, syntax, start, end)
        if made is None:
            continue
        same = next((n for n, each in enumerate(result) if each.cue[0] <= made.cue[0] < each.cue[1]), None)
        if same is None:
            result.append(made)
        else:
            result[same] = replace(result[same], contents=(*result[same].contents, *made.contents))
    return sorted(result, key=lambda each: each.cue)


def _announced(tokens: Tokens, syntax: Syntax, start: int, end: int) -> Attribution | None:
    verb = start - 2
    while verb >= 0 and tokens.sentences[verb] == tokens.sentences[start - 1]:
        subject = syntax.child(verb, "nsubj")
        if tokens.word(verb).lower() in _ANNOUNCE and subject is not None and subject < verb:
            return Attribution((verb, verb + 1), phrase_around(syntax, subject), ((start, end),), 0.5)
        verb -= 1
    return None


def join_quotations(tokens: Tokens, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the quotations that marks prove to go on, added to their contents.

    A paragraph that begins with an opening mark after one whose quotation was never closed goes on in
    the same voice; so does a whole quoted sentence right behind a sentence of the same paragraph that
    quotes and attributes. What any attribution already has is left where it is.
    """
    quotes = _quotations(tokens)
    if not quotes:
        return list(attributions)
    result = list(attributions)
    owner = {word: number for number, each in enumerate(result) for a, b in each.contents for word in range(a, b)}
    taken = set(owner)
    for each in result:
        taken.update(range(*each.cue), range(*each.source) if each.source else ())
    before: tuple[int, int] | None = None
    for start, end, closed in quotes:
        free = not any(word in taken for word in range(start, end))
        number = _voice(tokens, owner, before, start, end) if before is not None and free else None
        if number is not None and end - start >= _SHORTEST:
            result[number] = replace(result[number], contents=(*result[number].contents, (start, end)))
            owner.update(dict.fromkeys(range(start, end), number))
            taken.update(range(start, end))
        before = (end, closed)
    return result


def _quotations(tokens: Tokens) -> list[tuple[int, int, int]]:
    """``(first, behind the last, 1 if closed)`` of each quotation; an open one ends with its paragraph."""
    found = []
    start = None
    for word, form in enumerate(tokens.forms):
        if start is not None and tokens.paragraphs[word] != tokens.paragraphs[start]:
            found.append((start, word, 0))
            start = None
        if form == _OPEN and start is None:
            start = word
        elif form == _CLOSE and start is not None:
            found.append((start, word + 1, 1))
            start = None
    if start is not None:
        found.append((start, len(tokens), 0))
    return found


def _voice(tokens: Tokens, owner: dict[int, int], before: tuple[int, int], start: int, end: int) -> int | None:
    """Number of the attribution that a quotation goes on, given where the one before ended."""
    last, closed = before
    number = owner.get(last - 1, owner.get(last - 2))
    if number is None:
        return None
    if not closed:  # the next paragraph takes up the open quotation with a mark of its own
        next_one = last == start and tokens.paragraphs[start] == tokens.paragraphs[last - 1] + 1
        return number if next_one else None
    same = tokens.paragraphs[start] == tokens.paragraphs[last - 1]
    first = start == 0 or tokens.sentences[start - 1] != tokens.sentences[start]
    whole = end == len(tokens) or tokens.sentences[end - 1] != tokens.sentences[end]
    near = tokens.sentences[start] - tokens.sentences[last - 1] <= 1
    return number if same and first and whole and near else None
