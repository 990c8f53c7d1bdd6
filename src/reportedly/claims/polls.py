"""Shares of opinion in a report on a poll: after "according to a new poll" those that follow are the poll's."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.inflections import verb_forms
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.terms import Claim, Figure, Span

_POLLS = word_set("poll polls survey surveys")
_OPINIONS = word_set(
    "respondents voters voter adults undecided unsure opinion opinions ahead rating ratings approval disapproval "
    "favorability support opposition satisfied dissatisfied lead advantage tied polled surveyed"
) | {
    form
    for verb in (
        "support", "back", "favor", "favour", "oppose", "approve", "disapprove", "prefer", "choose", "trust",
        "agree", "disagree", "think", "believe", "say", "want", "view", "consider", "vote", "lead", "trail",
        "rate", "feel",
    )
    for form in verb_forms(verb)
}  # fmt: skip
_REACH = 12  # sentences from the last share of a poll to the next one
#: What polls do: "two polls gave the ruling party 34 and 36 percent".
_TELL = word_set(
    "gave give gives show shows showed find finds found put puts has have had suggest suggests suggested"
)
_METHOD = word_set("sample margin error")  # how the poll was made is not what it found
_OTHER = word_set("earlier previous prior another last other separate a an")
_NAME = 9  # words of the name of a poll: "the previous Washington Post-ABC News national poll"
_CLOSING = frozenset([".", "!", "?", "”", '"'])
#: Measures of the shares of those who were asked.
SHARES = ("percent", "ratio")


def add_poll_shares(
    tokens: Tokens, attributions: Sequence[Attribution], shares: Sequence[Span]
) -> list[Attribution]:
    """The attributions, those of polls with the sentences that go on telling what shares of people think.

    ``shares`` are the places of percentages and of "eight in ten", in order. A share belongs to the poll named
    last before it when its sentence speaks of opinions and nobody else is quoted with it. Who answers a poll is
    counted, not quoted: "52 percent said" holds no share back from the poll.
    """
    lower = tokens.text.lower()  # most reports have no poll: a cheap look
    if not shares or ("poll" not in lower and "survey" not in lower):
        return list(attributions)
    result = [*attributions, *_opening(tokens, attributions, shares)]
    result.sort(key=lambda each: each.cue)
    polls = [n for n, each in enumerate(result) if _is_poll(tokens, each)]
    if not polls:
        return result
    asked = [_is_share(tokens, each, shares) for each in result]
    taken = {w for n, each in enumerate(result) if not asked[n] for w in _words(each)}
    last: dict[int, int] = {}
    for share in shares:
        word = min(bisect_right(tokens.ends, share[0]), len(tokens) - 1)
        sentence = tokens.sentences[word]
        before = [n for n in polls if _first(result[n]) < word]
        if not before or not _tells_opinions(tokens, word):
            continue
        poll = max(before, key=lambda n: _first(result[n]))
        reached = last.get(poll, tokens.sentences[result[poll].cue[0]])
        if word in taken or sentence - reached > _REACH or _is_other_named(tokens, result[poll], word):
            continue
        last[poll] = sentence
        piece = _free_stretch(tokens, word, taken)
        result[poll] = replace(result[poll], contents=(*result[poll].contents, piece))
        taken.update(range(*piece))
    return result


def _opening(tokens: Tokens, attributions: Sequence[Attribution], shares: Sequence[Span]) -> Iterator[Attribution]:
    """Sentences that open with the poll their share is of: "In a May poll, 41 percent", "Polls gave"."""
    taken = {w for each in attributions for w in _words(each)}
    for share in shares:
        word = min(bisect_right(tokens.ends, share[0]), len(tokens) - 1)
        first, end = _sentence(tokens, word)
        names = range(first + 1, min(first + 2 + _NAME, word))
        poll = next((w for w in [first, *names] if tokens.word(w).lower() in _POLLS), None)
        if poll is None or taken & set(range(first, word + 1)):
            continue
        opens = tokens.word(first) == "In"
        mark = next((w for w in range(poll + 1, word) if tokens.word(w) == "," or tokens.word(w) in _TELL), None)
        if mark is None or "," in (tokens.word(w) for w in range(first, poll)):
            continue
        if opens != (tokens.word(mark) == ","):
            continue
        start, behind = _free_stretch(tokens, word, taken | set(range(first, mark + 1)))
        taken.update(range(first, end))
        cue, source = ((first, first + 1), (first + 1, mark)) if opens else ((mark, mark + 1), (first, mark))
        yield Attribution(cue, source, ((start, behind),), 0.5)


def _is_poll(tokens: Tokens, each: Attribution) -> bool:
    return each.source is not None and any(tokens.word(w).lower() in _POLLS for w in range(*each.source))


def _is_other_named(tokens: Tokens, poll: Attribution, word: int) -> bool:
    """Whether another poll was named since, of which nothing is attributed: "in an earlier poll"."""
    behind = max(b for _, b in (poll.cue, *([poll.source] if poll.source else []), poll.contents[0]))
    return any(
        tokens.word(w).lower() in _POLLS and any(v.lower() in _OTHER for v in _before(tokens, w))
        for w in range(behind, word)
    )


def _before(tokens: Tokens, word: int) -> list[str]:
    return [
        tokens.word(w) for w in range(max(0, word - _NAME), word) if tokens.sentences[w] == tokens.sentences[word]
    ]


def _is_share(tokens: Tokens, each: Attribution, shares: Sequence[Span]) -> bool:
    """Whether the source is a share of those asked."""
    if each.source is None:
        return False
    start, end = tokens.starts[each.source[0]], tokens.ends[each.source[1] - 1]
    return any(a < end and start < b for a, b in shares)


def _words(each: Attribution) -> set[int]:
    return {w for a, b in (each.cue, *each.contents, *([each.source] if each.source else [])) for w in range(a, b)}


def _first(each: Attribution) -> int:
    return min(each.cue[0], each.source[0] if each.source else each.cue[0])


def _sentence(tokens: Tokens, word: int) -> tuple[int, int]:
    start, end = word, word + 1
    while start > 0 and tokens.sentences[start - 1] == tokens.sentences[word]:
        start -= 1
    while end < len(tokens) and tokens.sentences[end] == tokens.sentences[word]:
        end += 1
    return start, end


def _tells_opinions(tokens: Tokens, word: int) -> bool:
    words = {tokens.word(w).lower() for w in range(*_sentence(tokens, word))}
    return bool(words & _OPINIONS) and not words & _METHOD


def _free_stretch(tokens: Tokens, word: int, taken: set[int]) -> tuple[int, int]:
    """The words around a share that no other attribution has, in its sentence, without its closing mark."""
    low, high = _sentence(tokens, word)
    start, end = word, word + 1
    while start > low and start - 1 not in taken:
        start -= 1
    while end < high and end not in taken:
        end += 1
    while end - 1 > word and tokens.word(end - 1) in _CLOSING:
        end -= 1
    return start, end


def without_asked(claims: Sequence[Claim], figures: Sequence[Figure]) -> list[Claim]:
    """The claims but those whose source is a share of those asked: no figure is theirs."""
    shares = sorted((f.start, f.end) for f in figures if f.measure in SHARES)
    starts = [start for start, _ in shares]

    def asked(claim: Claim) -> bool:
        if claim.source is None:
            return False
        near = bisect_right(starts, claim.source.end - 1)
        return near > 0 and shares[near - 1][1] > claim.source.start

    return [claim for claim in claims if not asked(claim)]
