"""A draft held against the ledger: is its figure still the newest, whole in its bounds, hedges and source?

The draft is read like any other report and put into the story it fits, as the newest of its reports; what is said
of its figures is then read off the series they fell into. Nothing is judged true: the words of both are shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.findings.values import Interval, interval_of, named_number
from reportedly.terms import (
    CheckedFigure,
    Claim,
    DraftNote,
    Figure,
    Point,
    Reading,
    Series,
    StoryFindings,
    Told,
    value_words,
)
from reportedly.terms.moments import order_key

#: Bounds that say less than the number alone: whoever drops them says more than was said.
_OPEN = {
    "at_least": "at least", "more_than": "more than", "at_most": "up to", "less_than": "fewer than",
    "about": "about", "range": "a range", "vague": "a vague word",
}  # fmt: skip
#: Measures that a ledger follows over time; ages, durations and distances are not checked.
CHECKED = frozenset(("count", "money", "percent", "ratio", "rate"))


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A point of the ledger with the figure and claim behind it."""

    point: Point
    figure: Figure
    claim: Claim | None


def check_draft(draft: Reading, told: Sequence[Told], found: StoryFindings) -> tuple[CheckedFigure, ...]:
    """Every figure of a draft with what the ledger has to say to it, in order of the text.

    ``told`` are the reports of the story, ``found`` what :func:`reportedly.findings.find_in_story` made of them
    and the draft together. A figure that no series of the ledger has is ``not_found``; so is every figure when
    ``told`` is empty.
    """
    behind = _behind(told)
    series_of = {point.pointer.figure: series for series in found.series for point in series.points}
    own = {claim.id: claim for claim in draft.claims}
    checked = []
    for figure in sorted(draft.figures, key=lambda figure: figure.spans):
        if figure.measure not in CHECKED:
            continue
        series = series_of.get(figure.id)
        earlier = _earlier(series, behind) if series else []
        notes = _notes(figure, own.get(figure.claim or ""), _own_point(series, figure), earlier)
        label = series if earlier else None
        checked.append(
            CheckedFigure(
                figure=figure,
                series=label.label if label else None,
                series_id=label.id if label else None,
                notes=notes,
            )
        )
    return tuple(checked)


def _behind(told: Iterable[Told]) -> dict[str, tuple[Figure, Claim | None]]:
    found: dict[str, tuple[Figure, Claim | None]] = {}
    for each in told:
        claims = {claim.id: claim for claim in each.reading.claims}
        found |= {figure.id: (figure, claims.get(figure.claim or "")) for figure in each.reading.figures}
    return found


def _earlier(series: Series, behind: Mapping[str, tuple[Figure, Claim | None]]) -> list[_Earlier]:
    """The points of the series that the ledger has, the oldest first; copies left out."""
    points = [p for p in series.points if p.pointer.figure in behind and p.copy_of is None]
    points.sort(key=lambda p: (order_key(p.at), order_key(p.published), p.pointer.address, p.pointer.spans))
    return [_Earlier(point, *behind[point.pointer.figure or ""]) for point in points]


def _own_point(series: Series | None, figure: Figure) -> Point | None:
    points = series.points if series else ()
    return next((point for point in points if point.pointer.figure == figure.id), None)


def _notes(
    figure: Figure, claim: Claim | None, own: Point | None, earlier: Sequence[_Earlier]
) -> tuple[DraftNote, ...]:
    if not earlier:
        return (
            DraftNote(verdict="not_found", why="No report of the ledger has a figure to compare this one with."),
        )
    number = named_number(figure)
    alike = [each for each in earlier if number is not None and named_number(each.figure) == number]
    if not alike:
        return (_unmatched(figure, earlier[-1]),)
    notes = [
        note
        for note in (
            _outdated(figure, alike, earlier),
            _bound_lost(figure, alike),
            _hedge_lost(figure, claim, alike),
            _source_note(own, claim, alike),
        )
        if note is not None
    ]
    return tuple(notes) or (
        DraftNote(verdict="same", why=f"{_said(alike[-1])}.", against=alike[-1].point.pointer),
    )


def _unmatched(figure: Figure, newest: _Earlier) -> DraftNote:
    """A number that no report of the series has: it can hold beside the newest, or it cannot."""
    mine, theirs = interval_of(figure), interval_of(newest.figure)
    against = newest.point.pointer
    if mine is None or theirs is None:
        why = f"A vague word stands on one side; the newest in the ledger: {_said(newest)}."
        return DraftNote(verdict="not_found", why=why, against=against)
    if mine.meets(theirs) and not _both_closed(mine, theirs):
        why = (
            f"No report of the ledger has this number. Both can hold, but the newest is another: {_said(newest)}."
        )
        return DraftNote(verdict="far_apart", why=why, against=against)
    why = f"No report of the ledger has this number; the newest: {_said(newest)}."
    return DraftNote(verdict="contradicted", why=why, against=against)


def _both_closed(one: Interval, other: Interval) -> bool:
    return one.low == one.high and other.low == other.high


def _outdated(figure: Figure, alike: Sequence[_Earlier], earlier: Sequence[_Earlier]) -> DraftNote | None:
    """The number was given, and a later moment has another."""
    last = alike[-1]
    later = [each for each in earlier[earlier.index(last) + 1 :] if _after(each.point, last.point)]
    newer = [each for each in later if named_number(each.figure) not in (None, named_number(figure))]
    if not newer:
        return None
    why = f"Outdated since {_when(newer[0].point)}: {_said(newer[-1])}."
    return DraftNote(verdict="outdated", why=why, against=newer[-1].point.pointer)


def _after(one: Point, other: Point) -> bool:
    return order_key(one.at) > order_key(other.at)


def _bound_lost(figure: Figure, alike: Sequence[_Earlier]) -> DraftNote | None:
    """The draft gives the number whole where every report set bounds to it."""
    if figure.bound != "exact" or any(each.figure.bound == "exact" for each in alike):
        return None
    last = alike[-1]
    why = (
        f"The words were “{last.figure.exact}”, not the number alone ({_OPEN[last.figure.bound]}): {_said(last)}."
    )
    return DraftNote(verdict="bound_lost", why=why, against=last.point.pointer)


def _hedge_lost(figure: Figure, claim: Claim | None, alike: Sequence[_Earlier]) -> DraftNote | None:
    """Every report hedged it or said that nobody could check; the draft says it plainly."""
    if _doubts(figure, claim) or not all(_doubts(each.figure, each.claim) for each in alike):
        return None
    last = alike[-1]
    doubts = ", ".join(f"“{words}”" for words in _doubts(last.figure, last.claim))
    why = f"The report hedged it with {doubts}: {_said(last)}."
    return DraftNote(verdict="hedge_lost", why=why, against=last.point.pointer)


def _doubts(figure: Figure, claim: Claim | None) -> list[str]:
    """The words of a figure and its claim that hold it at a distance."""
    words = [hedge.exact for hedge in figure.hedges]
    if figure.event is not None and figure.event.modality != "asserted":
        words.append(figure.event.exact)
    checks = [figure.verification]
    if claim is not None:
        words += [hedge.exact for hedge in claim.hedges]
        checks.append(claim.verification)
        if claim.cue is not None and claim.cue.stance in ("distancing", "estimate"):
            words.append(claim.cue.exact)
    words += [check.exact for check in checks if check is not None and check.status != "confirmed"]
    return list(dict.fromkeys(words))


def _source_note(own: Point | None, claim: Claim | None, alike: Sequence[_Earlier]) -> DraftNote | None:
    sourced = [each for each in alike if each.point.speaker is not None]
    if len(sourced) < len(alike) or own is None:
        return None  # a report gave the number in its own voice, and so may the draft
    last = sourced[-1]
    if claim is None or claim.source is None:
        why = f"The number has a source: {_said(last)}."
        return DraftNote(verdict="source_lost", why=why, against=last.point.pointer)
    known = {key for each in sourced for key in (each.point.speaker_key, each.point.origin) if key}
    if not known & {key for key in (own.speaker_key, own.origin) if key}:
        why = f"In the ledger others say it: {_said(last)}."
        return DraftNote(verdict="other_source", why=why, against=last.point.pointer)
    return None


def _said(each: _Earlier) -> str:
    """A point in a few words: who, how many, when, printed where."""
    point = each.point
    who = f"{point.speaker}: " if point.speaker else ""
    when = f", {_when(point)}" if point.at else ""
    return (
        f"{who}{value_words(each.figure)} (“{each.figure.exact}”{when}, {point.outlet or point.pointer.address})"
    )


def _when(point: Point) -> str:
    return point.at or "a day that is not told"
