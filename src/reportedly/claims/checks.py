"""Whether anyone checked: verification statements tied to the claims and figures they speak of."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.speakers import speaker_at
from reportedly.claims.verification import VerificationStatement, find_verifications, tie_verification
from reportedly.terms import Claim, Figure, Span, Speaker, Verification, words_at
from reportedly.terms.claim import VerificationStatus

#: Sentences that a statement naming a claim, report or figure reaches back over, its own not counted.
_REACH = 3
#: Cues that say that nobody could check: "could not independently verify", "has been unable to confirm".
_UNABLE = re.compile(
    r"(?:\b(?:not|never|cannot|unable|yet)\b|n['’]t\b)(?:\s+\w+){0,4}?\s+(?:confirm|verif|corroborat|substantiat|ascertain|check)\w*",
    re.IGNORECASE,
)
_NAMED = frozenset({"claim", "report", "figure", "toll"})
_TWO = re.compile(r"\b(?:neither|both|either)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:none\s+of|any\s+of)\s+|\b(?:the|these|those|such|their|rival|competing|conflicting)\s+(?:\w+\s+){0,2}?"
    r"(?:claims|reports|accounts|allegations|accusations|assertions|statements|versions|figures|numbers|tolls)\b",
    re.IGNORECASE,
)
_COUNTED = frozenset({"count", "money", "percent", "rate", "ratio", "other"})
_DEATHS = frozenset({"killed", "found", "identified", "buried"})

#: "12 deaths were confirmed", "the confirmed toll of 12", "12 people confirmed dead".
_AFTER = re.compile(
    r"\s*(?:[\w'’-]+\s+){0,4}?(?:(?:has|have|had)\s+(?P<not>not\s+)?(?:now\s+|so\s+far\s+)?been\s+|(?:is|are|was|were)\s+(?P<nor>not\s+)?(?:now\s+|also\s+)?)?"
    r"(?P<word>confirmed|verified)(?=\s+(?:dead|killed|deaths?|fatalities|casualties|to\s+have|as\s+dead|so\s+far|in|by|on|at)\b|\s*[.,;:)]|\s*$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?<![\w-])(?P<word>(?:un)?(?:confirmed|verified))\s+(?:(?:dead|deaths?|death\s+(?:toll|count)|toll|casualties|cases|total|number|count|figure|reports?)\b(?:(?!\band\b)[^.;,\d]){0,40}|"
    r"(?:that\s+)?)$",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(
    r"\b(?P<word>(?:confirm(?:ed|s|ing)?|verif(?:ied|ies|ying)))\s+(?:the\s+|that\s+|there\s+(?:was|were)\s+)?"
    r"(?:(?:toll|number|deaths?|identit(?:y|ies)|killings?)\s+(?:of\s+|at\s+)?)?$",
    re.IGNORECASE,
)
#: Where the clause of a figure ends; a line end in mid-sentence is none, lines may be wrapped.
_CLAUSE = re.compile(r"[;:()—]|(?<![\w,])\n|\n(?=\s*\n)|\.\s|,(?!\d)")


def settle_checks(
    text: str,
    sentences: Sequence[Span],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    speakers: Sequence[Speaker],
) -> tuple[list[Claim], list[Figure]]:
    """The claims and figures with what the text says of their having been checked.

    A statement speaks of the claim before it, in its own sentence or an earlier one; "neither" and "both"
    of the last two, "the reports" of those of the sentences before. What is said of a claim holds of its
    figures; a figure in the report's own voice is reached by a statement about a figure or toll. ``by`` is
    the speaker who confirms, denies or could not verify; null for the report itself.
    """
    statements = find_verifications(text, sentences)
    told = list(claims)
    checked: dict[str, Verification] = {}
    starts = [start for start, _ in sentences]
    places = [_place(c, starts) for c in claims]
    for statement in statements:
        words = words_at(text, (statement.start, statement.end))
        by = speaker_at(speakers, statement.source.spans[0]) if statement.source else None
        verification = Verification(exact=words.exact, spans=words.spans, status=statement.status, by=by)
        own = _named_inside(text, statement, figures)
        if own is not None:
            checked[own.id] = verification
            continue
        tied = _tied(text, statement, claims, places)
        for index in tied:
            told[index] = replace(told[index], verification=verification)
            checked.update(dict.fromkeys(told[index].figures, verification))
        if statement.subject in ("figure", "toll") and not any(claims[i].figures for i in tied):
            for figure in _own_voice(statement, figures, starts):
                checked[figure.id] = verification
    for index, verification in _by_outer(told):
        told[index] = replace(told[index], verification=verification)
        checked.update(dict.fromkeys(told[index].figures, verification))
    found = [_with_check(text, f, checked.get(f.id), claims) for f in figures]
    return told, found


def _by_outer(claims: Sequence[Claim]) -> Iterator[tuple[int, Verification]]:
    """Claims of which their own cue, or that of the claim around them, says were not checked or are untrue.

    "The mission could not confirm that 30 had died"; "the minister rejected a claim by the rebels that …".
    """
    inner: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.via is not None:
            inner.setdefault(claim.via, []).append(index)
    for index, claim in enumerate(claims):
        cue = claim.cue
        if cue is None or claim.source is None:
            continue
        unable = _UNABLE.search(cue.exact) is not None
        status: VerificationStatus = "unverified" if unable else "denied"
        if not unable and not (cue.stance == "denial" and not claim.negated):
            continue
        verification = Verification(exact=cue.exact, spans=cue.spans, status=status, by=claim.source.speaker)
        reached = inner.get(claim.id, []) if claim.id in inner or not unable else [index]
        for other in reached:
            if claims[other].verification is None:
                yield other, verification


def _place(claim: Claim, starts: Sequence[int]) -> tuple[int, int, int, int]:
    first, last = (max(bisect_right(starts, at) - 1, 0) for at in (claim.content.start, claim.content.end - 1))
    return claim.content.start, claim.content.end, first, last


def _tied(
    text: str,
    statement: VerificationStatement,
    claims: Sequence[Claim],
    places: Sequence[tuple[int, int, int, int]],
) -> list[int]:
    """Indices of the claims that a statement speaks of."""
    nearest = tie_verification(statement, places)
    if statement.attributive:
        return [] if nearest is None else [nearest]
    before = [
        index
        for index, (start, end, _, last) in enumerate(places)
        if statement.sentence - _REACH <= last <= statement.sentence
        and start < statement.start - 5
        and end <= statement.start + 5
        and not _is_question(claims[index])
    ]
    if nearest is None and statement.subject in _NAMED and before:
        nearest = max(before, key=lambda i: places[i][1])
    if nearest is None:
        return []
    words = text[statement.start : statement.end]
    if statement.subject in _NAMED and (_TWO.search(words) or _SEVERAL.search(words)):
        several = sorted(_by_source([*before, nearest], claims), key=lambda i: places[i][1])
        return _of_two_sides(several, claims) if _TWO.search(words) else several
    return [nearest]


def _of_two_sides(indices: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    """The last claims of two sources, one after the other; of one alone its last two: "neither claim"."""
    sides: list[str] = []
    kept: list[int] = []
    for index in reversed(indices):
        source = claims[index].source
        side = source.speaker or source.exact if source is not None else ""
        if side not in sides:
            if len(sides) == 2:
                break
            sides.append(side)
        kept.append(index)
    return sorted(kept) if len(sides) == 2 else list(indices[-2:])


def _named_inside(text: str, statement: VerificationStatement, figures: Sequence[Figure]) -> Figure | None:
    """The figure that a statement names itself: "the toll of 9 was confirmed by a doctor"."""
    inside = [f for f in figures if statement.start <= f.start and f.end <= statement.end]
    if statement.subject not in ("figure", "toll") or not inside:
        return None
    return inside[0] if re.search(r"\b(?:of|at)\s+$", text[statement.start : inside[0].start]) else None


def _is_question(claim: Claim) -> bool:
    return claim.cue is not None and claim.cue.stance == "question"


def _by_source(indices: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    """The indices, each once, without claims that hold another one of them (the outer of a chain)."""
    unique = list(dict.fromkeys(indices))
    outer = {claims[i].via for i in unique}
    return [i for i in unique if claims[i].id not in outer]


def _own_voice(statement: VerificationStatement, figures: Sequence[Figure], starts: Sequence[int]) -> list[Figure]:
    """Figures of no claim that "the figure", "the toll" means: before it in its sentence or the last one."""
    for sentence in (statement.sentence, statement.sentence - 1):
        held = [
            f
            for f in figures
            if f.claim is None
            and f.measure in _COUNTED
            and f.end <= statement.start
            and bisect_right(starts, f.start) - 1 == sentence
            and (statement.subject != "toll" or (f.event is not None and f.event.type in _DEATHS))
        ]
        if held:
            return held[-1:] if statement.subject == "figure" else held
    return []


def _with_check(text: str, figure: Figure, told: Verification | None, claims: Sequence[Claim]) -> Figure:
    """The figure with the statement about it, else with the word beside it that says it was confirmed."""
    if told is not None:
        return replace(figure, verification=told)
    if figure.measure != "count":
        return figure
    start, end = _clause(text, figure)
    match = _AFTER.match(text, figure.end, end)
    status = "confirmed"
    if match is not None and (match["not"] or match["nor"]):
        status = "unverified"
    match = match or _BEFORE.search(text, start, figure.start) or _CONFIRMS.search(text, start, figure.start)
    if (
        match is None
        or _TWO.search(text, start, end)
        or re.search(r"(?:not|n['’]t|to|whether|if)\s+(?:\w+\s+)?$", text[start : match.start("word")])
    ):
        return figure
    if match["word"].lower().startswith("un"):
        status = "unverified"
    words = words_at(text, match.span("word"))
    claim = next((c for c in claims if c.id == figure.claim), None)
    by = claim.source.speaker if claim is not None and claim.source is not None else None
    made = Verification(exact=words.exact, spans=words.spans, status=status, by=by)  # type: ignore[arg-type]
    return replace(figure, verification=made)


def _clause(text: str, figure: Figure) -> Span:
    """From the last comma, stop or bracket before a figure to the first one behind it, 80 code points at most."""
    low, high = max(0, figure.start - 80), min(len(text), figure.end + 80)
    cuts = [m.end() for m in _CLAUSE.finditer(text, low, figure.start)]
    end = _CLAUSE.search(text, figure.end, high)
    return (cuts[-1] if cuts else low), (end.end() if end else high)
