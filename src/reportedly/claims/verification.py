"""Statements that someone checked a claim, or could not: "that cannot be independently confirmed"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.claims.verification_patterns import verification_patterns
from reportedly.claims.words import in_lower_case
from reportedly.terms.claim import VerificationStatus
from reportedly.terms.words import Span, Words, words_at


@dataclass(frozen=True, slots=True)
class VerificationStatement:
    """A clause that says whether something was checked.

    ``start`` and ``end`` are half-open places of the clause as written, without its final stop;
    ``subject`` is what it speaks of (claim, report, figure, toll, this, it, or other); ``source``
    is who could not verify, confirms or denies, None for the report itself; ``sentence`` is the
    index of its sentence. An ``attributive`` one ("unconfirmed reports") speaks of its own sentence.
    """

    start: int
    end: int
    status: VerificationStatus
    subject: str
    source: Words | None
    sentence: int
    attributive: bool = False


#: Places of a claim: content start and end, first and last sentence of the content.
ClaimPlace = tuple[int, int, int, int]

_STEMS = (
    "verif confirm corroborat substantiat authenticat validat ascertain check evidence proof deny denies denied "
    "dismiss reject refut rebut disavow repudiat disput contest acknowledg challeng question doubt"
).split()
#: Those that begin their word: "evidence" does not deny, nor does a "paycheck" check.
_WHOLE = ("den", "check")
_SIGNAL = re.compile("|".join(r"\b" * stem.startswith(_WHOLE) + stem for stem in _STEMS), re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;:()—]|--|[“”\"]|\b(?:but|although|though|while|whereas)\b|\band\b(?=\s+(?:the\s+\w+\s+)?(?:has|have|had|was|were|"
    r"is|are|could|cannot|there|it|\w+ly|\w+ed)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:\s|[,;:()—“”\"'‘-]|\b(?:but|and|although|though|while|whereas|however|so|yet|as|because|since|on\s+\w+day|later|"
    r"meanwhile|earlier|yesterday|today)\b)+",
    re.IGNORECASE,
)


def find_verifications(text: str, sentences: Sequence[Span]) -> tuple[VerificationStatement, ...]:
    """Statements in a text that claims were or were not checked, in order.

    ``sentences`` are half-open places in order. A sentence with its own content ("could not confirm
    whether he left", "denied that …") is a claim and no statement about another.

    >>> text = "He is paid $100. That claim cannot be independently confirmed."
    >>> [(s.status, text[s.start : s.end], s.subject) for s in find_verifications(text, [(0, 16), (17, 62)])]
    [('unverified', 'That claim cannot be independently confirmed', 'claim')]
    """
    starts = [start for start, _ in sentences]
    found: list[VerificationStatement] = []
    seen = -1
    for signal in _signals(text):
        number = bisect_right(starts, signal) - 1
        if number == seen or number < 0 or signal >= sentences[number][1]:
            continue
        seen = number
        for start, end in _clauses(text, *sentences[number]):
            statement = _read_clause(text, start, end, number)
            if statement is not None:
                found.append(statement)
    return tuple(found)


def _signals(text: str) -> list[int]:
    """Places of the words that such a statement has one of, in order."""
    lower = in_lower_case(text)
    found: list[int] = []
    for stem in _STEMS:  # one plain search after the other: much quicker than one pattern of all
        at = lower.find(stem)
        while at >= 0:
            if stem[:3] != "den" or _SIGNAL.match(text, at):
                found.append(at)
            at = lower.find(stem, at + 1)
    return sorted(found)


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Half-open places of the clauses of a sentence, without what leads in and without final marks."""
    cuts = [start]
    for mark in _CLAUSE_END.finditer(text, start, end):
        cuts.append(mark.start())
    cuts.append(end)
    for a, b in pairwise(cuts):
        lead = _LEADING.match(text, a, b)
        first = lead.end() if lead else a
        last = first + len(text[first:b].rstrip(" \t\n.!?,;:—-“”\"'’"))
        if last - first > 8 and _SIGNAL.search(text, first, last):
            yield first, last


def _read_clause(text: str, start: int, end: int, sentence: int) -> VerificationStatement | None:
    p = verification_patterns()
    clause = text[start:end]
    for pattern in (p.fronted, p.active):
        match = pattern.match(clause)
        if match:
            source = _source(text, start, match.span("source"))
            return VerificationStatement(start, end, "unverified", _kind(match["object"]), source, sentence)
    match = p.passive.match(clause)
    if match:
        kind = _subject_kind(match["subject"].strip() or match.group(), match.group())
        if kind is not None and not re.match(r"\s+(?:that|whether|if)\b", clause[match.end() :]):
            source, start = _told(text, start, match["subject"])
            return VerificationStatement(start, end, "unverified", kind, source, sentence)
        return None
    match = p.lacking.search(clause)
    if match:
        if match.start() > len("It was "):
            start += match.start()
        return VerificationStatement(start, end, "unverified", _kind(clause), None, sentence)
    match = p.attribute.search(clause)
    if match:
        place = start + match.start(), start + match.end()
        return VerificationStatement(*place, "unverified", _kind(match.group()), None, sentence, attributive=True)
    return _read_verdict(text, start, end, sentence)


def _read_verdict(text: str, start: int, end: int, sentence: int) -> VerificationStatement | None:
    """Confirmed, denied or disputed by someone; a negated or possible verdict is none."""
    p = verification_patterns()
    clause = text[start:end]
    for pattern in (p.verdict_fronted, p.verdict):
        match = pattern.match(clause)
        if match and _plain_verdict(match["source"], match.group()):
            source = _source(text, start, match.span("source"))
            status = p.verdicts[match["verb"].lower()]
            if _NOBODY.match(match["source"]):  # nobody confirmed: unverified; nobody denied: nothing
                if status != "confirmed":
                    return None
                status, source = "unverified", None
            return VerificationStatement(start, end, status, _kind(match["object"]), source, sentence)
    match = p.verdict_passive.match(clause)
    if match is None or not match["subject"].strip():
        return None
    kind = _subject_kind(match["subject"], match["subject"] if match["source"] else "")
    if kind is None or not _plain_verdict(match["subject"], match.group()):
        return None
    source = _source(text, start, match.span("source")) if match["source"] else None
    return VerificationStatement(start, end, p.verdicts[match["verb"].lower()], kind, source, sentence)


_NOBODY = re.compile(r"(?:no|none|nobody|neither)\b", re.IGNORECASE)
_NO_SUBJECT = [[word] for word in ("if", "to", "whether", "by", "for", "when", "who", "having")]
_TOLD = re.compile(
    r"(?P<source>.+?)\s+(?:has\s+|have\s+|had\s+|also\s+)?(?:said|says|say|added|noted|stated)\b"
    r"(?:\s+on\s+\w+day)?"
    r"(?:\s+that)?\s+(?=\S)",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"(?:\b(?:not|never|cannot|to|if|whether|would|could|may|might|will|should|must|can|neither|no|who|that|when)"
    r"|n['’]t)\s*(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def _plain_verdict(source: str, whole: str) -> bool:
    """A verdict by a subject that stands right before it, in the indicative."""
    words = source.lower().split()
    if _DOUBTFUL.search(source.strip() + " ") or words[:1] in _NO_SUBJECT:
        return False
    return len(words) <= 10 and "to" not in words and not re.search(r"(?:if|whether)", whole, re.IGNORECASE)


def _told(text: str, start: int, subject: str) -> tuple[Words | None, int]:
    """Who says that it was not verified, if written in the clause, and where the statement begins."""
    match = _TOLD.match(subject)
    if match is None:
        return None, start
    return _source(text, start, match.span("source")), start + match.end()


def _source(text: str, offset: int, span: Span) -> Words | None:
    """Who checked, as words; None for "it was not possible" and "there was"."""
    first, last = offset + span[0], offset + span[1]
    words = text[first:last].rstrip(" ,.")
    if not words.strip() or words.strip().lower() in ("it", "there", "which"):
        return None
    lead = len(words) - len(words.lstrip())
    return words_at(text, (first + lead, first + len(words)))


def _kind(words: str) -> str:
    """What the words speak of, by the last of them that the lexicon has."""
    p = verification_patterns()
    lower = re.findall(r"\w+", words.lower())
    if "toll" in lower:
        return "toll"
    return next((p.objects[word] for word in reversed(lower) if word in p.objects), "other")


def _subject_kind(subject: str, clause: str) -> str | None:
    """Kind of a passive's subject; None where it is nothing that somebody said.

    Subjects of another kind ("the deaths") count when somebody checked independently.
    """
    match = verification_patterns().named.search(subject.strip() + " ")
    if match:
        return _kind(match.group())
    return "other" if subject.strip() and re.search(r"\bindependently\b", clause, re.IGNORECASE) else None


def tie_verification(statement: VerificationStatement, claims: Sequence[ClaimPlace]) -> int | None:
    """Index of the claim that a statement speaks of, or None.

    First a claim of the same sentence whose content begins before the statement, the nearest one;
    a claim whose content is no more than the statement itself ("he said it could not be verified")
    is none. Then the last claim of the sentence before. Farther claims are never taken.

    >>> here = VerificationStatement(60, 90, "unverified", "claim", None, 1)
    >>> tie_verification(here, [(0, 20, 0, 0), (30, 55, 0, 0)]), tie_verification(here, [(0, 20, 5, 5)])
    (1, None)
    """
    same = [
        (start, index)
        for index, (start, _, first, last) in enumerate(claims)
        if first <= statement.sentence <= last and start < statement.start - 5
    ]
    if statement.attributive and not same:
        same = [(-s, i) for i, (s, _, first, last) in enumerate(claims) if first <= statement.sentence <= last]
    if same:
        return max(same)[1]
    if statement.attributive:
        return None
    before = [(end, index) for index, (_, end, _, last) in enumerate(claims) if last == statement.sentence - 1]
    return max(before)[1] if before else None
