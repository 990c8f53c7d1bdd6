"""What a reading claims, as the bare places that the attribution scorers compare."""

import re

from evaluation.attributions import Span, Spans
from reportedly.terms import Appearance, Claim, Reading, Words

#: Code points: how far words in brackets or other spacing may shift a printing ("(2nd right)").
_NEAR = 40


def attributions_of(reading: Reading) -> list[Spans]:
    """Every claim where it stands, and once more for each other place where it is printed.

    Furniture and notices are not read, so nothing is predicted there.
    """
    found = []
    for claim in reading.claims:
        found.append(Spans(_places(claim.source), _places(claim.cue), claim.content.spans))
        found += [_printed_again(reading.report.text, claim, place) for place in claim.appearances]
    return found


def _places(words: Words | None) -> tuple[Span, ...]:
    return words.spans if words else ()


def _printed_again(text: str, claim: Claim, place: Appearance) -> Spans:
    """A claim in another printing of its sentence, whose content stands at ``place``.

    Source and cue are the same words nearest to where they stand by the kept printing; words that
    are not found within ``_NEAR`` of there are left out.
    """
    shift = place.start - claim.content.start

    def again(words: Words | None) -> tuple[Span, ...]:
        return tuple(span for start, end in _places(words) if (span := _nearest(text, (start, end), shift)))

    return Spans(again(claim.source), again(claim.cue), place.spans)


def _nearest(text: str, span: Span, shift: int) -> Span | None:
    words, wanted = text[span[0] : span[1]], span[0] + shift
    low, high = max(0, wanted - _NEAR), wanted + _NEAR + len(words)
    starts = [match.start() for match in re.compile(re.escape(words), re.IGNORECASE).finditer(text, low, high)]
    starts = [start for start in starts if start != span[0]]
    if not starts:
        return None
    best = min(starts, key=lambda start: abs(start - wanted))
    return (best, best + len(words))
