"""How sure a report is of who did it, as its record tells it, against the confidence in MUC-4's keys.

The keys judge each organisation behind an incident; three of their judgements have counterparts in a
record, the rest (``POSSIBLE``: not tied to the incident in so many words; ``ACQUITTED``) have none:

====================================  ====================================================================
CLAIMED OR ADMITTED                   claimed: a claim whose source is the organisation, and that turns on
                                      claiming, admitting or confirming, or speaks of responsibility
SUSPECTED OR ACCUSED (BY AUTHORITIES) suspected: the organisation is named in what a claim accuses,
                                      estimates or distances itself from, in a hedged claim, or as the
                                      agent of a hedged figure
REPORTED AS FACT                      fact: it is named, and neither holds
====================================  ====================================================================

The first that holds is what the record tells. An organisation is where one of its names in the key
stands in the text, whatever line breaks are in it; the source may name it through its speaker.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from evaluation.attributions import Span
from evaluation.muc4_keys import Confidence
from reportedly.terms import Claim, Reading

Told = Literal["claimed", "suspected", "fact"]

#: Judgements of the keys that have a counterpart.
JUDGED: dict[str, Told] = {
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED": "suspected",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "suspected",
    "REPORTED AS FACT": "fact",
}
_DOUBT = frozenset({"accusation", "estimate", "distancing"})
_ADMIT = frozenset({"claim", "admit", "acknowledge", "confess", "confirm"})


def judged(confidence: Confidence) -> frozenset[Told]:
    """What the key says, in the record's terms; empty when none of it has a counterpart."""
    return frozenset(JUDGED[value] for value in confidence.values if value in JUDGED)


def told(reading: Reading, names: Sequence[str]) -> Told | None:
    """How the record tells that the organisation of these names did it; null when it is not named."""
    named = list(_places(reading.report.text, names))
    if not named:
        return None
    if any(_is_source(claim, named, reading) and _admits(claim) for claim in reading.claims):
        return "claimed"
    doubted = [span for claim in reading.claims if _doubts(claim) for span in claim.content.spans]
    doubted += [s for f in reading.figures if f.hedges and f.agent for s in f.agent.spans]
    return "suspected" if any(_meet(span, place) for span in doubted for place in named) else "fact"


def _places(text: str, names: Sequence[str]) -> Iterator[Span]:
    for name in names:
        words = re.findall(r"\w+", name)
        if words:
            pattern = r"\W+".join(map(re.escape, words))
            yield from (match.span() for match in re.finditer(rf"\b{pattern}\b", text, re.IGNORECASE))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_source(claim: Claim, named: Sequence[Span], reading: Reading) -> bool:
    if claim.source is None:
        return False
    speaker = claim.source.speaker
    mentions = [span for s in reading.speakers if speaker is not None and s.id == speaker for span in s.mentions]
    return any(_meet(span, place) for span in (*claim.source.spans, *mentions) for place in named)


def _admits(claim: Claim) -> bool:
    cue = claim.cue
    if cue is not None and (cue.lemma in _ADMIT or cue.stance == "confirmation"):
        return True
    return "responsib" in f"{cue.exact if cue else ''} {claim.content.exact}".lower()


def _doubts(claim: Claim) -> bool:
    return bool(claim.hedges) or (claim.cue is not None and claim.cue.stance in _DOUBT)
