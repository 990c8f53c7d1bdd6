"""When a claim was said: the time of its cue, that of the saying before it, or the report's own date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.claims.times.placed import Placed, PlacedTimes, moment_of
from reportedly.terms import Claim, Moment, Words

#: Sentences and days over which "he said on Monday" dates what is told after it.
_SENTENCES, _RECENT = 2, 7
#: What is said is said at one of these.
_OCCASIONS = frozenset(
    (
        "conference statement interview briefing speech address report broadcast announcement news meeting "
        "testimony letter email release tweet post bulletin communique hearing court reporters journalists press "
        "television tv video message article memo filing call"
    ).split()
)
_UNSAID = ("PRESENT_REF", "FUTURE_REF")


def date_claims(times: PlacedTimes, claims: Sequence[Claim], published: str | None) -> list[Claim]:
    """The claims with the moment each was said.

    A time that modifies the cue is ``written``, for it and for what its speaker says in the next two sentences.
    Another speaker's claim there that has none of its own takes it if it was within a week: ``context``, since
    a speaker's time is theirs. Else the report's own date stands in, ``published``, with the words of the cue
    (of the content where there is none). A cue that looks back ("had confirmed") is left without a moment.
    """
    day = None if published is None else published[:10]
    dated: list[Claim] = []
    for claim in claims:
        said = _said(times, claim)
        if said is None and not _looks_back(times, claim):
            said = _said_before(times, claim, dated, day) or _stand_in(claim, day)
        dated.append(claim if said is None else replace(claim, said=said))
    return dated


def _said(times: PlacedTimes, claim: Claim) -> Moment | None:
    if claim.cue is None:
        return None
    first, stop = times.words(claim.cue.start, claim.cue.end)
    ranked: list[tuple[int, int, int, Placed]] = []
    for placed in times.in_sentence(times.sentence_of(first)):
        if placed.time.kind not in ("date", "time") or placed.is_open or placed.time.timex in _UNSAID:
            continue
        rank = _rank(times, placed, claim, first, stop)
        if rank is not None:
            ranked.append((rank, times.distance(placed, first, stop), placed.first, placed))
    if not ranked:
        return None
    placed = min(ranked, key=lambda item: item[:3])[3]
    times.of_cues.add(placed.time.spans[0])
    return moment_of(placed.time)


def _rank(times: PlacedTimes, placed: Placed, claim: Claim, first: int, stop: int) -> int | None:
    """How surely an expression belongs to a cue, the least the surest; None where it does not."""
    time = placed.time
    hangs = first <= placed.first < stop or _hangs_from(times, placed.head, first, stop)
    inside = next(((a, b) for a, b in claim.content.spans if a <= time.start and time.end <= b), None)
    if inside is not None:
        beside = 0 <= placed.first - stop <= 1 and time.start - inside[0] <= 1
        return 1 if hangs and beside else None
    if hangs:
        return 0
    if claim.source is not None and any(a <= time.start < b for a, b in claim.source.spans):
        return None
    return 2 if placed.first == stop or placed.stop == first else None


def _hangs_from(times: PlacedTimes, word: int, first: int, stop: int) -> bool:
    """Whether a word hangs from the cue, or from where it was said ("told a news conference on Monday")."""
    for above in times.syntax.path_up(word):
        if first <= above < stop:
            return True
        if times.syntax.pos[above] == "VERB":
            return False
        if times.syntax.pos[above] == "NOUN" and times.tokens.word(above).lower() not in _OCCASIONS:
            return False
    return False


def _looks_back(times: PlacedTimes, claim: Claim) -> bool:
    if claim.cue is None:
        return False
    first, stop = times.words(claim.cue.start, claim.cue.end)
    words = [times.tokens.word(word).lower() for word in range(max(0, first - 1), stop)]
    return "had" in words[:3]


def _said_before(times: PlacedTimes, claim: Claim, before: Sequence[Claim], day: str | None) -> Moment | None:
    """The moment of the claim just before, where the report goes on telling what was said then.

    Within two sentences: of the same speaker always; of another, as ``context``, in the week before the report.
    """
    first, _ = times.words(claim.content.start, claim.content.end)
    sentence = times.sentence_of(first)
    for other in reversed(before[-4:]):
        at, _ = times.words(other.content.start, other.content.end)
        if sentence - times.sentence_of(at) > _SENTENCES:
            return None
        if other.said is None or other.said.basis != "written":
            continue
        if _speaker(other) is not None and _speaker(other) == _speaker(claim):
            return other.said
        if _is_recent(other.said.edtf, day):
            return replace(other.said, basis="context")
    return None


def _is_recent(edtf: str | None, day: str | None) -> bool:
    try:
        days = (date.fromisoformat(day or "") - date.fromisoformat((edtf or "")[:10])).days
    except ValueError:
        return False
    return 0 <= days <= _RECENT


def _speaker(claim: Claim) -> str | None:
    return claim.source.speaker if claim.source else None


def _stand_in(claim: Claim, day: str | None) -> Moment | None:
    if day is None:
        return None
    words: Words = claim.cue or claim.content
    return Moment(exact=words.exact, spans=words.spans, edtf=day, basis="published")
