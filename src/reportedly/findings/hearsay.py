"""Who stands between the outlet and a speaker, where the words beside a claim tell it.

"The governor told the Associated Press": the agency heard it. "Reuters reported, citing the health ministry" and
"Xinhua quoted the mayor as saying": the agency passes it on. Where the reader has made a claim of the inner
source, that claim's ``via`` says so and nothing is looked for here.
"""

import re
from functools import cache

from reportedly.findings.agencies import alias_pattern, find_agency
from reportedly.terms import Claim, Reading

#: Code points after the cue in which the hearer, or the one who is cited, is looked for.
_REACH = 240
#: Where the sentence ends, or a line.
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
_CITED = re.compile(
    r"\b(?:citing|quoting)\s+(?P<who>[^,.;:—–\n\"“”]+?)(?=\s+(?:as\s+saying|that\b)|[,.;:—–\n\"“”]|$)"
)
_QUOTED = re.compile(r"\s*(?P<who>[^,.;:—–\n\"“”]+?)\s+as\s+(?:saying|having\s+said|telling)\b")
_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her|unnamed|unidentified)\s+", re.IGNORECASE)
_MOST_WORDS = 8
#: What is cited as a reason and speaks not: "citing security concerns".
_NOBODY = re.compile(
    r"\b(?:concerns?|reasons?|fears?|costs?|risks?|lack|need|shortages?|threats?|problems?|delays?)$",
    re.IGNORECASE,
)


def hearer_of(claim: Claim, reading: Reading) -> str | None:
    """The agency or outlet that a claim was told to, by the words after its cue."""
    if claim.cue is None or claim.cue.lemma != "tell":
        return None
    end = claim.cue.end
    agency = _hearer().match(reading.report.text, end)
    if agency is not None:
        found = find_agency(agency["name"])
        return found.name if found is not None else agency["name"]
    start = end + len(_space(reading.report.text, end))
    for speaker in reading.speakers:
        if speaker.kind == "outlet" and speaker.name and any(start <= a <= start + 4 for a, _ in speaker.mentions):
            return speaker.name
    return None


def cited_in(claim: Claim, reading: Reading) -> str | None:
    """Who an agency or outlet passes on in a claim of its own, where no inner claim tells it.

    >>> from reportedly import read_text
    >>> reading = read_text("Reuters reported that 12 people were killed, citing the health ministry.")
    >>> [cited_in(claim, reading) for claim in reading.claims]
    ['health ministry']
    """
    if claim.cue is None or any(each.via == claim.id for each in reading.claims):
        return None
    text, end = reading.report.text, claim.cue.end
    found = _QUOTED.match(text, end) if claim.cue.lemma in ("quote", "cite") else None
    if found is None:
        stop = _SENTENCE_END.search(text, max(end, claim.content.end) - 1)
        last = min(stop.start() if stop else len(text), max(end, claim.content.end) + _REACH)
        found = _CITED.search(text, min(claim.cue.start, claim.content.end), last)
    return None if found is None else _named(found["who"])


def _named(who: str) -> str | None:
    plain = _ARTICLE.sub("", who.strip(), count=1)
    few = 0 < len(plain.split()) <= _MOST_WORDS
    return plain if few and not plain[0].isdigit() and not _NOBODY.search(plain) else None


def _space(text: str, start: int) -> str:
    found = re.compile(r"\s*(?:the\s+)?").match(text, start)
    return found[0] if found is not None else ""


@cache
def _hearer() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:the\s+)?(?:[\w-]+\s+)?(?:news\s+agency\s+)?(?P<name>{alias_pattern()})\b")
