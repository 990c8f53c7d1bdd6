"""Shapes of the clauses in which reports say that something was, or was not, checked."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.inflections import noun_forms, past_forms, verb_forms
from reportedly.claims.lexicon import lexicon_rows
from reportedly.terms.claim import VerificationStatus

_ADVERBS = r"(?:(?:immediately|independently|officially|yet|also|so\s+far|been|be|fully|publicly|still|\w+ly)\s+)*"
_NOT = r"(?:can|could|has|have|had|is|are|was|were|did|does|do|would|may)(?:\s*not|n['’]t)"
_LATER = "later|earlier|yesterday|today|outright|again|too|either|itself"
_OWN_CONTENT = r"(?!['’]s\b|['’](?=\s)|-|\s+(?:that|whether|if|of\s+having|against|about|being)\b)"


@dataclass(frozen=True, slots=True)
class VerificationPatterns:
    """Patterns over one clause, and the lexicon's objects and verdicts by written form.

    ``passive`` "the claim could not be verified"; ``active`` "the agency could not verify it";
    ``fronted`` "which the agency could not verify"; ``lacking`` "there was no confirmation";
    ``attribute`` "unconfirmed reports"; ``verdict`` "the ministry denied the report",
    ``verdict_fronted`` "a claim the army denied", ``verdict_passive`` "the figure is disputed by";
    ``named`` what is said of is a claim, report, figure or a pronoun for one.
    """

    passive: re.Pattern[str]
    active: re.Pattern[str]
    fronted: re.Pattern[str]
    lacking: re.Pattern[str]
    attribute: re.Pattern[str]
    verdict: re.Pattern[str]
    verdict_fronted: re.Pattern[str]
    verdict_passive: re.Pattern[str]
    named: re.Pattern[str]
    objects: dict[str, str]
    verdicts: dict[str, VerificationStatus]


@lru_cache(maxsize=1)
def verification_patterns() -> VerificationPatterns:
    """The patterns, made once from ``verification.tsv``."""
    objects: dict[str, str] = {}
    verdicts: dict[str, VerificationStatus] = {}
    held: dict[str, list[str]] = {"check": [], "attribute": [], "participle": []}
    statuses: dict[str, VerificationStatus] = {
        "confirmed": "confirmed",
        "denied": "denied",
        "disputed": "disputed",
    }
    for word, role, value, _ in lexicon_rows("verification", 4):
        if role == "object":
            objects.update(dict.fromkeys(noun_forms(word), value))
        elif role == "verdict":
            verdicts.update(dict.fromkeys(verb_forms(word), statuses[value]))
            held["participle"].extend(past_forms(word))
        else:
            held[role].append(word)
    base = "|".join(held["check"])
    past = "|".join(form for word in held["check"] for form in past_forms(word))
    said = "|".join(sorted(verdicts, key=len, reverse=True))
    nouns = "|".join(
        sorted((w for w, v in objects.items() if v not in ("this", "it")), key=len, reverse=True)
    ).replace(" ", r"\s+")
    thing = (
        rf"(?P<object>(?:the|that|this|these|those|such|his|her|its|their|either|any\s+of\s+the)\s+"
        rf"(?:(?<!that\s)(?:[\w'’-]+\s+){{0,3}}?|(?:[\w'’-]+\s+)?)"
        rf"(?:{nouns})\b|(?:it|this|that|them)\b(?=\s*$|\s+(?:as|on|at|to|in|when|after|{_LATER}|\w+ly)\b))"
    )
    plain = thing.replace("?P<object>", "?:")
    unable = (
        rf"(?:neither(?=\s+(?:{past})\b)|(?:has|have|had)\s+(?:never|yet\s+to)|"
        rf"{_NOT}|cannot|(?:was|were|is|are|has\s+been|have\s+been)\s+(?:unable|not\s+able)\s+to|(?:has|have)\s+not\s+"
        rf"been\s+able\s+to|(?:declined|declines|refused|refuses)\s+to|would\s+neither)"
    )
    return VerificationPatterns(
        passive=_compiled(
            rf"^(?P<subject>.*?)\b(?:(?:{_NOT}|cannot|(?:has|have|had|is|are)\s+yet\s+to|never)\s+{_ADVERBS}(?:{past})\b"
            rf"|(?<!\S)(?:neither|none|no)\b.{{1,60}}?\b(?:be|been|is|are|was|were)\s+(?:\w+ly\s+)*(?:{past})\b"
            rf"|(?:remains?|remained|was|were|is|are)\s+{_ADVERBS}(?:{'|'.join(held['attribute'])})\b)"
        ),
        active=_compiled(
            rf"^(?P<source>.*?)\b{unable}\s+{_ADVERBS}(?:{base}|{past})(?:\s+(?:n?or)\s+\w+)?\s+{thing}{_OWN_CONTENT}"
        ),
        fronted=_compiled(
            rf"^(?P<object>which|an?\s+(?:\w+\s+)?(?:{nouns})(?:\s+(?:that|which))?|something)\s+(?P<source>.+?)\s+"
            rf"{unable}\s+{_ADVERBS}(?:{base})\b"
        ),
        lacking=_compiled(
            r"(?:\bthere\s+(?:was|is|has\s+been|were|had\s+been)\s+no\s+(?:\w+\s+){0,2}?"
            rf"(?:confirmation|verification|corroboration)\b(?!\s+(?:that|whether|if)\b)(?!\s+of\s+(?!{plain}))"
            rf"|\bnot\s+{_ADVERBS}possible\s+to\s+{_ADVERBS}(?:{base})\s+{plain}"
            rf"|\bno\s+(?:\w+\s+)?way\s+(?:to|of)\s+{_ADVERBS}\w+\s+{plain}"
            rf"|\bno\s+(?:\w+\s+)?(?:evidence|proof)\s+(?:for|to\s+(?:support|back)(?:\s+up)?)\s+{plain}"
            r"|\bwithout\s+(?:providing|offering|citing|giving|presenting)\s+(?:any\s+|further\s+)?(?:evidence|proof)\b(?!\s+(?:that|of))"
            r"|\b(?:gave|offered|provided|cited|presented)\s+no\s+(?:evidence|proof)\b(?!\s+(?:that|of)))"
        ),
        attribute=_compiled(rf"\b(?:{'|'.join(held['attribute'])})\s+(?:\w+\s+){{0,2}}?(?:{nouns})\b"),
        verdict=_compiled(
            rf"^(?P<source>.+?)(?:['’](?:s|ve|d))?\s+(?:(?:has|have|had|also|later|always|both)\s+|\w+ly\s+)*"
            rf"(?P<verb>{said})\s+{thing}{_OWN_CONTENT}(?P<rest>.*)$"
        ),
        verdict_fronted=_compiled(
            rf"^(?P<object>which|an?\s+(?:\w+\s+)?(?:{nouns})(?:\s+(?:that|which))?|something)\s+(?P<source>.+?)\s+"
            rf"(?:(?:has|have|had|later|also)\s+|\w+ly\s+)*(?P<verb>{said})(?=\s*$)"
        ),
        verdict_passive=_compiled(
            rf"^(?P<subject>.*?)\b(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+)?(?:\w+ly\s+|later\s+)*"
            rf"(?P<verb>{'|'.join(held['participle'])})(?:\s+by\s+(?P<source>.+)|(?=\s*$))"
        ),
        named=_compiled(
            rf"(?:^|\b(?:no|neither|the|that|this|these|those|such|his|her|its|their|an?|which|both)\s+)(?:[\w'’-]+\s+){{0,4}}?"
            rf"(?P<noun>{nouns})\b|^(?P<pronoun>it|this|that|which|they|these|those)\s*$"
        ),
        objects=objects,
        verdicts=verdicts,
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
