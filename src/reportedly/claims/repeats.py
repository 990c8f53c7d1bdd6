"""What a report says more than once: identical sentences, and the headline said again in the body."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.statements import block_of
from reportedly.terms import Appearance, Block, Claim, Figure, Span, Words

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_WORD = re.compile(r"\w+")
_SHORTEST = 5  # words; shorter sentences recur by chance ("He declined to comment.")
_SMALL = frozenset(
    (
        "a an the of in on at to for and or but by with from that this it is was were are be been has have "
        "had as said say says its his her their"
    ).split()
)


def sentence_key(words: str) -> str:
    """A sentence without brackets, case and marks: equal keys are the identical sentence.

    >>> sentence_key("The colonel (2nd right) left.") == sentence_key("The colonel left.")
    True
    """
    if "(" in words or "[" in words:
        words = _BRACKETS.sub("", words)
    return " ".join(_WORD.findall(words.casefold()))


def repeated_sentences(text: str, sentences: Sequence[Span], blocks: Sequence[Block]) -> dict[int, int]:
    """For each sentence that is a printing of another one, the number of the one that is kept.

    Kept is the first one in a paragraph, else the first one of all.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(sentences):
        key = sentence_key(text[start:end])
        if key.count(" ") >= _SHORTEST - 1:
            groups[key].append(number)
    kept: dict[int, int] = {}
    for numbers in groups.values():
        if len(numbers) > 1:
            body = [n for n in numbers if block_of(blocks, sentences[n][0]) == "paragraph"]
            chosen = (body or numbers)[0]
            kept.update((n, chosen) for n in numbers if n != chosen)
    return kept


def _sentence_at(sentences: Sequence[Span], place: int) -> int:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][1] <= place:
            low = middle + 1
        else:
            high = middle
    return low


def _printed(words: Words | Figure, block: str) -> Appearance:
    return Appearance(exact=words.exact, spans=words.spans, block=block)


def fold_claims(claims: list[Claim], sentences: Sequence[Span], kept: dict[int, int]) -> list[Claim]:
    """Claims of repeated sentences folded into the kept one's ``appearances``.

    A claim of a repeat that the kept sentence has no twin of stays a claim of its own.
    """
    if not kept:
        return claims
    homes = [_sentence_at(sentences, claim.content.start) for claim in claims]
    by_key = {
        (home, sentence_key(claim.content.exact)): i
        for i, (claim, home) in enumerate(zip(claims, homes, strict=True))
    }
    folded: dict[int, list[Appearance]] = defaultdict(list)
    gone = set()
    for i, (claim, home) in enumerate(zip(claims, homes, strict=True)):
        if home in kept:
            twin = by_key.get((kept[home], sentence_key(claim.content.exact)))
            if twin is not None and twin != i:
                folded[twin].append(_printed(claim.content, claim.block))
                gone.add(i)
    return [
        replace(claim, appearances=tuple(folded[i])) if i in folded else claim
        for i, claim in enumerate(claims)
        if i not in gone
    ]


def fold_figures(
    figures: list[Figure], sentences: Sequence[Span], kept: dict[int, int], blocks: Sequence[Block]
) -> list[Figure]:
    """Figures of repeated sentences folded into the kept one's ``appearances``."""
    if not kept:
        return figures
    homes = [_sentence_at(sentences, figure.start) for figure in figures]
    rank: dict[tuple[int, str], int] = defaultdict(int)
    keys = []
    for figure, home in zip(figures, homes, strict=True):
        keys.append((home, figure.exact.casefold(), rank[home, figure.exact.casefold()]))
        rank[home, figure.exact.casefold()] += 1
    by_key = {key: i for i, key in enumerate(keys)}
    folded: dict[int, list[Appearance]] = defaultdict(list)
    gone = set()
    for i, (home, exact, n) in enumerate(keys):
        twin = by_key.get((kept[home], exact, n)) if home in kept else None
        if twin is not None and twin != i:
            folded[twin].append(_printed(figures[i], block_of(blocks, figures[i].start)))
            gone.add(i)
    return [
        replace(figure, appearances=tuple(folded[i])) if i in folded else figure
        for i, figure in enumerate(figures)
        if i not in gone
    ]


def join_figures_of_headline(figures: list[Figure], blocks: Sequence[Block]) -> list[Figure]:
    """Body figures that say what the headline's figure says, with ``same_as`` set.

    The first body figure of the same measure, bound and numbers is joined when it counts the
    same event, or one of both names none.
    """
    result = list(figures)
    heads = [f for f in figures if block_of(blocks, f.start) == "headline"]
    for head in heads:
        for i, figure in enumerate(result):
            if figure.start < head.end or figure.same_as or block_of(blocks, figure.start) == "headline":
                continue
            if _same_value(head, figure) and _same_event(head, figure):
                result[i] = replace(figure, same_as=head.id)
                break
    return result


def _same_value(a: Figure, b: Figure) -> bool:
    def value(f: Figure) -> tuple[object, ...]:
        return f.measure, f.bound, f.stated, f.low, f.best, f.high, f.vague, f.currency

    return value(a) == value(b)


def _same_event(a: Figure, b: Figure) -> bool:
    return (
        a.event is None
        or b.event is None
        or "other" in (a.event.type, b.event.type)
        or a.event.type == b.event.type
    )


def join_claims_of_headline(claims: list[Claim], figures: Sequence[Figure]) -> list[Claim]:
    """Body claims that say what a headline's claim says, with ``same_as`` set.

    A claim with a figure is joined through the figure; one without by half of its content words.
    """
    joined = {f.id: f.same_as for f in figures if f.same_as}
    result = list(claims)
    for head in [c for c in claims if c.block == "headline"]:
        for i, claim in enumerate(result):
            if claim.block == "headline" or claim.same_as or claim.content.start < head.content.end:
                continue
            by_figure = any(joined.get(f) in head.figures for f in claim.figures)
            if by_figure or (not head.figures and _alike(head.content.exact, claim.content.exact)):
                result[i] = replace(claim, same_as=head.id)
                break
    return result


def _alike(a: str, b: str) -> bool:
    one, other = (set(_WORD.findall(words.casefold())) - _SMALL for words in (a, b))
    return bool(one) and len(one & other) >= max(2, 0.5 * len(one))
