"""Sources that close a sentence and were taken into its content: "40 died, the U.N. mission in Libya said"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.sentences import Tokens
from reportedly.claims.speaking import Names, can_speak
from reportedly.claims.syntax import Syntax

_CLOSING = frozenset([".", "!", "?", "”", '"'])
_LONGEST = 14  # words of such a source


def add_closing_sources(
    tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution], names: Names
) -> list[Attribution]:
    """The attributions, those whose cue ends its sentence with the whole of their source.

    What stands between the last comma of the content and the cue, or between it and a source before the cue
    ("the aid chief in South Sudan, Toby Lanzer, said"), is the source where it has no verb and says who.
    """
    return [_with_closing_source(tokens, syntax, each, names) for each in attributions]


def _with_closing_source(tokens: Tokens, syntax: Syntax, each: Attribution, names: Names) -> Attribution:
    first = each.cue[0] if each.source is None else each.source[0]
    if not _ends_sentence(tokens, each.cue[1]) or (each.source is not None and each.source[1] > each.cue[0]):
        return each
    last = max(each.contents, key=lambda c: c[1], default=None)
    end = first if each.source is None else first - 1  # a comma stands before the name
    if last is None or last[1] != end or (each.source is not None and tokens.word(end) != ","):
        return each
    apart = len(each.contents) > 1 and tokens.word(last[0] - 1) == ","  # the source is a content of its own
    start = last[0] - 1 if apart else last[0] + 1
    comma = next((w for w in range(end - 1, max(start - 1, end - _LONGEST), -1) if tokens.word(w) == ","), None)
    if comma is None or comma + 1 >= end:
        return each
    if any(syntax.pos[w] in ("VERB", "AUX", "NUM", "SCONJ") for w in range(comma + 1, end)):
        return each
    if not can_speak(tokens, comma + 1, end, () if each.source is not None else names):
        return each
    contents = tuple((a, comma) if (a, b) == last else (a, b) for a, b in each.contents if a < comma)
    return replace(each, source=(comma + 1, each.cue[0]), contents=contents)


def _ends_sentence(tokens: Tokens, behind: int) -> bool:
    """Whether nothing but a mark follows in the sentence."""
    sentence = tokens.sentences[behind - 1]
    while behind < len(tokens) and tokens.sentences[behind] == sentence:
        if tokens.word(behind) not in _CLOSING:
            return False
        behind += 1
    return True
