"""Contents that break off before their sentence says they do, made whole from marks and order of words."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.sentences import QUOTED, Tokens

#: Half-open ranges of word indices.
Ranges = list[tuple[int, int]]
#: Whether no other attribution has any of the words.
Free = Callable[[Iterable[int]], bool]

_GAP = 8  # words between the end of a content and the comma before its source
_PARENTHESIS = 12  # words of source and cue set between commas
#: Opens what goes on in the report's own voice: "12 have died, police said, as rescuers dug on".
_BACKGROUND = frozenset(["as"])
_FIRST_WORDS = 6
#: Words that open what is no sentence by itself: "Besides those", "In all".
_LEADING = frozenset(
    "in on at by of from besides beside since until after before during among with without across for so far "
    "already meanwhile elsewhere overall altogether despite under over through apart to within including".split()
)
_QUOTES = frozenset(["“", "‘", '"', "'", "``", "«"])
_BEFORE_NUMBER = frozenset(["to", "at", "from", "of", "by"])
_PAUSES = frozenset([",", ";", ".", "!", "?", "”", '"', ":"])
_CLOSING = frozenset([".", "!", "?", "”", '"', "''"])


def complete_contents(tokens: Tokens, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with contents that go on up to the comma before the source, or on after a colon.

    "The toll now stands at 12, the ministry said": what was tagged up to "stands" goes on to the
    comma. "She counts 12 hurt, 3 missing": a list of counts is said to its end. "All are named, the
    mayor said: 97 found there": what stands after the colon is said too. Only where no other
    attribution has the words between.
    """
    taken = [{w for a in (x.source, x.cue, *x.contents) if a is not None for w in range(*a)} for x in attributions]
    counts = Counter(word for words in taken for word in words)

    def complete(found: Attribution, own: set[int]) -> Attribution:
        def is_free(words: Iterable[int]) -> bool:
            return all(counts[w] == (w in own) for w in words)

        contents = _without_background(tokens, found, _beside_cue(tokens, found))
        for go_on in (_up_to_comma, _past_parenthesis, _after_colon, _along_list, _to_its_number):
            contents = go_on(tokens, found, contents, is_free)
        return found if tuple(contents) == found.contents else replace(found, contents=tuple(contents))

    return [complete(each, own) for each, own in zip(attributions, taken, strict=True)]


def _beside_cue(tokens: Tokens, found: Attribution) -> Ranges:
    """The contents without a plain stretch of an earlier paragraph beside those of the cue's own: a headline
    is not what a sentence below it attributes. Nor is a plain sentence behind the attributed one said by
    the same source for being next to it. Quotations may run on.
    """
    paragraph = tokens.paragraphs[found.cue[0]]
    own = any(tokens.paragraphs[a] == paragraph for a, _ in found.contents)
    earlier = [c for c in found.contents if own and tokens.paragraphs[c[0]] < paragraph]
    kept = [c for c in found.contents if c not in earlier or _is_quoted(tokens, *c)]
    sentence = max(tokens.sentences[found.cue[0]], tokens.sentences[found.source[0]] if found.source else 0)
    here = [c for c in kept if tokens.sentences[c[0]] <= sentence]
    return [c for c in kept if c in here or _is_quoted(tokens, *c)] if here else kept


def _without_background(tokens: Tokens, found: Attribution, contents: Ranges) -> Ranges:
    """The contents without a plain clause that "as" opens behind source and cue, where something was said before.

    "More than 2,000 have died, the agency said on Tuesday, as the hunt for bodies draws to its close."
    """
    closed = max(found.cue[1], found.source[1] if found.source else 0)
    opened = min(found.cue[0], found.source[0] if found.source else found.cue[0])
    sentence = tokens.sentences[found.cue[0]]

    def is_background(first: int, last: int) -> bool:
        if first <= closed or tokens.sentences[first] != sentence or _is_quoted(tokens, first, last):
            return False
        at = first if tokens.word(first).lower() in _BACKGROUND else first - 1
        return tokens.word(at).lower() in _BACKGROUND and tokens.word(at - 1) == ","

    if not any(b <= opened and tokens.sentences[a] == sentence for a, b in contents):
        return contents
    return [c for c in contents if not is_background(*c)]


def _is_quoted(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.shapes[w] >= QUOTED or tokens.word(w) in _QUOTES for w in range(first, last))


def _up_to_comma(tokens: Tokens, found: Attribution, contents: Ranges, is_free: Free) -> Ranges:
    """Let a content that stands before its source and cue go on to the comma that parts them."""
    first = min(found.cue[0], found.source[0] if found.source else found.cue[0])
    comma = first - 1
    if comma < 1 or tokens.word(comma) != ",":
        return contents
    before = [c for c in contents if c[1] <= comma]
    if not before:
        return contents
    last = max(before, key=lambda c: c[1])
    gap = range(last[1], comma)
    same = tokens.sentences[last[1] - 1] == tokens.sentences[comma]
    plain = all(tokens.shapes[w] < QUOTED and tokens.word(w) not in _CLOSING for w in gap)
    if not gap or len(gap) > _GAP or not same or not plain or not is_free(gap):
        return contents
    return [(a, comma) if (a, b) == last else (a, b) for a, b in contents]


def _past_parenthesis(tokens: Tokens, found: Attribution, contents: Ranges, is_free: Free) -> Ranges:
    """Let the rest of a sentence be said in which source and cue stand between commas behind its first words.

    "Besides those, said the director, the list has four more names": the first words alone say nothing. A
    plain sentence before it is not said with them.
    """
    opened = min(found.cue[0], found.source[0] if found.source else found.cue[0])
    closed = max(found.cue[1], found.source[1] if found.source else 0)
    sentence = tokens.sentences[opened]
    here = [c for c in contents if tokens.sentences[c[0]] == sentence]
    before = [c for c in here if c[1] <= opened]
    if len(here) != 1 or not before or closed - opened > _PARENTHESIS or closed >= len(tokens):
        return contents
    start, end = before[0]
    opens = tokens.word(start)[:1].isupper() and (start == 0 or tokens.sentences[start - 1] != sentence)
    apart = tokens.word(opened - 1) == tokens.word(closed) == "," and tokens.sentences[closed] == sentence
    if not (opens and apart) or end - start > _FIRST_WORDS or tokens.word(start).lower() not in _LEADING:
        return contents
    stop = _rest_end(tokens, closed)
    if stop == closed + 1 or not is_free(range(closed + 1, stop)):
        return contents
    said_before = [c for c in contents if c not in here and _is_quoted(tokens, *c)]
    return [*said_before, *here, (closed + 1, stop)]


def _rest_end(tokens: Tokens, word: int) -> int:
    """Where the rest of the sentence behind a word ends, without marks that close it."""
    end = word + 1
    while end < len(tokens) and tokens.sentences[end] == tokens.sentences[word]:
        end += 1
    while end > word + 1 and tokens.word(end - 1) in _CLOSING:
        end -= 1
    return end


def _after_colon(tokens: Tokens, found: Attribution, contents: Ranges, is_free: Free) -> Ranges:
    """Add what stands after a colon that closes source and cue, to the end of the sentence."""
    sentence = tokens.sentences[found.cue[0]]
    at = max(found.cue[1], found.source[1] if found.source else 0)
    colon = next((w for w in range(at, min(at + 8, len(tokens))) if tokens.word(w) in (":", ",", ".")), None)
    if colon is None or tokens.word(colon) != ":" or tokens.sentences[colon] != sentence:
        return contents
    end = _rest_end(tokens, colon)
    rest = set(range(colon + 1, end))
    if not rest or not is_free(rest) or any(set(range(*c)) & rest for c in contents):
        return contents
    return [*contents, (colon + 1, end)]


def _to_its_number(tokens: Tokens, found: Attribution, contents: Ranges, is_free: Free) -> Ranges:
    """Let a content that breaks off before its number go on to the comma: "cut the toll to | 289 from 350"."""
    last = max(contents, key=lambda c: c[1], default=None)
    if last is None or last[0] < found.cue[1] or tokens.word(last[1] - 1).lower() not in _BEFORE_NUMBER:
        return contents
    end, sentence = last[1], tokens.sentences[last[1] - 1]
    if end >= len(tokens) or tokens.sentences[end] != sentence or not tokens.word(end)[0].isdigit():
        return contents
    while end < len(tokens) and tokens.sentences[end] == sentence and tokens.word(end) not in _PAUSES:
        end += 1
    if not is_free(range(last[1], end)):
        return contents
    return [(a, end) if (a, b) == last else (a, b) for a, b in contents]


def _along_list(tokens: Tokens, found: Attribution, contents: Ranges, is_free: Free) -> Ranges:
    """Let a content that breaks off in a list of counts go on to the end of its sentence."""
    after = [c for c in contents if c[0] >= found.cue[1]]
    if not after:
        return contents
    last = max(after, key=lambda c: c[1])
    comma = last[1] - 1 if tokens.word(last[1] - 1) == "," else last[1]
    sentence = tokens.sentences[last[1] - 1]
    if comma + 1 >= len(tokens) or tokens.word(comma) != "," or tokens.sentences[comma + 1] != sentence:
        return contents
    if not tokens.word(comma + 1)[0].isdigit() or not any(tokens.word(w)[0].isdigit() for w in range(*last)):
        return contents
    end = _rest_end(tokens, comma)
    if not is_free(range(comma, end)):
        return contents
    return [(a, end) if (a, b) == last else (a, b) for a, b in contents]
