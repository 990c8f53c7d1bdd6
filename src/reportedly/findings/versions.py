"""What changed between two versions of one address, of which the newer says nothing.

A figure that stands in the place of another, a claim that is gone, a claim that is somebody else's now or
nobody's: each a ``silent_change`` with the words of both versions. A version that owns up to its changes
("Correction: …") and a figure whose words say that it changed ("rose to 74") are not silent.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.findings.alignment import Alignment, align
from reportedly.findings.copies import order_of
from reportedly.findings.likeness import compare_speakers
from reportedly.findings.origins import speaker_of
from reportedly.findings.passages import Passage
from reportedly.findings.spelling import folded_words
from reportedly.findings.wording import finding_id, sentence
from reportedly.terms import Claim, Figure, Finding, Pointer, Reading, Told, Words, value_words

#: Words by which a report owns up to a change.
_OWNED = re.compile(
    r"\b(?:correction|corrected|clarification|(?:earlier|previous) version of this"
    r"|has been (?:updated|amended))\b",
    re.IGNORECASE,
)
#: Below this share of common words the text was replaced, and what is gone is not told claim by claim.
_REPLACED = 0.3
_LIGHT = frozenset("the a an of".split())


def find_silent_changes(told: Sequence[Told]) -> Iterator[Finding]:
    """What changed between each version of an address and the one before it, if both are there."""
    readings = {each.reading.report.id: each.reading for each in told}
    for each in sorted(told, key=lambda each: order_of(each.reading)):
        others = [link.other for link in each.links if link.kind == "version" and link.other in readings]
        before = max((readings[other] for other in others), key=order_of, default=None)
        if before is not None:
            yield from compare_versions(before, each.reading)


def compare_versions(earlier: Reading, later: Reading) -> tuple[Finding, ...]:
    """The silent changes from one version of an address to a later one, in the order of the later text.

    Empty where the later version owns up to its changes.
    """
    if _OWNED.search(later.report.text):
        return ()
    alignment = align(earlier, later)
    found = [*_changed_figures(earlier, later, alignment), *_changed_claims(earlier, later, alignment)]
    return tuple(sorted(found, key=lambda each: (each.to_place.spans, each.id)))


def _changed_figures(earlier: Reading, later: Reading, alignment: Alignment) -> Iterator[Finding]:
    gone, come = _unmatched(earlier, later)
    said = {comparison.figure for comparison in later.comparisons}
    for old, new in _pair(gone, come, alignment):
        if new.id not in said:
            yield _finding(
                _figure_place(earlier, old), _figure_place(later, new),
                f"“{old.exact}” of the earlier version is “{new.exact}” in the later one, which does not say so",
                direction=_direction(old, new), ratio=_ratio(old, new),
            )  # fmt: skip


def _unmatched(earlier: Reading, later: Reading) -> tuple[list[Figure], list[Figure]]:
    """Figures of each version that the other has not: the same number of the same thing counts once each."""
    spare: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in earlier.figures:
        spare[_slot(figure), value_words(figure)].append(figure)
    come = []
    for figure in later.figures:
        held = spare[_slot(figure), value_words(figure)]
        if held:
            held.pop(0)
        else:
            come.append(figure)
    return sorted((f for held in spare.values() for f in held), key=lambda f: f.spans), come


def _slot(figure: Figure) -> tuple[str, str | None, str | None]:
    """What is counted: measure, event and unit."""
    return figure.measure, figure.event.type if figure.event else None, figure.unit.lemma if figure.unit else None


def _alike(one: Figure, other: Figure) -> bool:
    """Whether figures of one passage can be one: same measure, and the same thing or the same event."""
    (measure, event, unit), (measured, happened, thing) = _slot(one), _slot(other)
    return measure == measured and (event == happened or unit == thing)


def _pair(gone: Sequence[Figure], come: Sequence[Figure], alignment: Alignment) -> Iterator[tuple[Figure, Figure]]:
    """Old and new figures of one slot: those in passages of both, then the last left with the last left."""
    old_at, new_at = _passages(alignment.one, gone), _passages(alignment.other, come)
    common = set(alignment.pairs)
    old, new = list(gone), list(come)
    for figure in come:
        fitting = [each for each in old if (old_at[each.id], new_at[figure.id]) in common]
        match = next((each for each in fitting if _alike(each, figure)), None)
        if match is not None:
            old, new = [each for each in old if each is not match], [each for each in new if each is not figure]
            yield match, figure
    for figure in new:
        left = [[each for each in side if _slot(each) == _slot(figure)] for side in (old, new)]
        if len(left[0]) == len(left[1]) == 1:
            yield left[0][0], figure


def _passages(passages: Sequence[Passage], figures: Iterable[Figure]) -> Mapping[str, int | None]:
    return {figure.id: _passage_of(passages, figure) for figure in figures}


def _passage_of(passages: Sequence[Passage], words: Words | Figure) -> int | None:
    """The number of the first passage in which some of the words stand; null where there is none."""
    return next((n for n, p in enumerate(passages) if p.span[0] < words.end and words.start < p.span[1]), None)


def _changed_claims(earlier: Reading, later: Reading, alignment: Alignment) -> Iterator[Finding]:
    if alignment.similarity < _REPLACED:
        return
    counterparts: dict[int, list[int]] = defaultdict(list)
    for i, j in alignment.pairs:
        counterparts[i].append(j)
    for claim in earlier.claims:
        at = _passage_of(alignment.one, claim.content)
        if claim.source is None or at is None or claim.same_as is not None:
            continue
        same = [each for each in later.claims if _passage_of(alignment.other, each.content) in counterparts[at]]
        if not counterparts[at]:
            yield from _gone(earlier, later, claim, alignment)
        elif not any(_same_source(earlier, claim, later, each) for each in same):
            yield from _other_source(earlier, later, claim, same, alignment.other[counterparts[at][0]])


def _gone(earlier: Reading, later: Reading, claim: Claim, alignment: Alignment) -> Iterator[Finding]:
    """A claim whose passage is in the later version in no words."""
    held = {word for passage in alignment.other for word in passage.words}
    words = set(folded_words(claim.content.exact)) - _LIGHT
    beginning = _beginning(later)
    if beginning is not None and len(words & held) * 2 < len(words) + 1:
        who = claim.source.exact if claim.source is not None else "the report"
        content = _pointer(earlier, claim.content.spans, claim.content.exact, claim=claim.id)
        yield _finding(
            content, beginning,
            f"“{claim.content.exact}”, said by “{who}” in the earlier version, is not in the later one",
        )  # fmt: skip


def _other_source(
    earlier: Reading, later: Reading, claim: Claim, same: Sequence[Claim], passage: Passage
) -> Iterator[Finding]:
    assert claim.source is not None
    sourced = [each for each in same if each.source is not None]
    if sourced:
        now = sourced[0]
        why = f"said by “{claim.source.exact}” in the earlier version, by “{_who(now)}” in the later one"
        yield _finding(_claim_place(earlier, claim), _claim_place(later, now), why)
        return
    if set(folded_words(claim.source.exact)) - _LIGHT <= {token.form for token in passage.tokens}:
        return  # the source still stands there, and it is the reader that ties it otherwise
    spans = (passage.span,)
    words = _pointer(later, spans, later.report.text[passage.span[0] : passage.span[1]])
    why = f"said by “{claim.source.exact}” in the earlier version, told without a source in the later one"
    yield _finding(_claim_place(earlier, claim), words, why)


def _who(claim: Claim) -> str:
    return claim.source.exact if claim.source is not None else "nobody"


def _same_source(earlier: Reading, claim: Claim, later: Reading, other: Claim) -> bool:
    if claim.source is None or other.source is None:
        return claim.source is other.source
    one, two = (set(folded_words(each.source.exact)) - _LIGHT for each in (claim, other) if each.source)
    if one & two:
        return True
    speakers = speaker_of(claim, earlier), speaker_of(other, later)
    known = speakers[0] is not None and speakers[1] is not None
    return known and compare_speakers(speakers[0], speakers[1]).verdict != "different"  # type: ignore[arg-type]


def _direction(old: Figure, new: Figure) -> str | None:
    one, other = _number(old), _number(new)
    if one is None or other is None:
        return None
    return "up" if other > one else "down" if other < one else "same"


def _ratio(old: Figure, new: Figure) -> float | None:
    one, other = _number(old), _number(new)
    return other / one if one and other is not None else None


def _number(figure: Figure) -> float | None:
    known = (figure.stated, figure.best, figure.low, figure.high)
    return next((value for value in known if value is not None), None)


def _figure_place(reading: Reading, figure: Figure) -> Pointer:
    return _pointer(reading, figure.spans, figure.exact, figure=figure.id, claim=figure.claim)


def _claim_place(reading: Reading, claim: Claim) -> Pointer:
    words = claim.source if claim.source is not None else claim.content
    return _pointer(reading, words.spans, words.exact, claim=claim.id)


def _beginning(reading: Reading) -> Pointer | None:
    """The first words of a version: that something is gone can be seen at no other place."""
    report = reading.report
    line = report.text.strip().partition("\n")[0]
    start = report.text.find(line)
    return _pointer(reading, ((start, start + len(line)),), line) if line else None


def _pointer(
    reading: Reading,
    spans: tuple[tuple[int, int], ...],
    exact: str,
    *,
    figure: str | None = None,
    claim: str | None = None,
) -> Pointer:
    report = reading.report
    return Pointer(report=report.id, address=report.address, figure=figure, claim=claim, spans=spans, exact=exact)


def _finding(old: Pointer, new: Pointer, why: str, **more: object) -> Finding:
    claims = tuple(dict.fromkeys(place.claim for place in (old, new) if place.claim is not None))
    return Finding(
        id=finding_id("silent_change", old, new), type="silent_change", from_place=old, to_place=new,
        why=sentence(why), claims=claims, **more,  # type: ignore[arg-type]
    )  # fmt: skip
