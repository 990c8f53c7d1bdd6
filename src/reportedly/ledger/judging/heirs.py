"""Finding in another reading what a person judged: by its id, else by its words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from reportedly.terms import Claim, Figure, Reading, Span
from reportedly.terms.judgement import Judgement

#: Claims are one when of the words of both contents at least this share is common to both.
_SHARE = 0.5


def inherit(reading: Reading, judgements: Iterable[Judgement]) -> Reading:
    """The reading in which what was judged bears the id it was judged by.

    A newer model may set the bounds of the same words otherwise ("61" for "at least 61"), which makes another
    id. Two figures cannot share a digit, so a figure whose words overlap is the same one; a claim is the same when
    its cue and its content overlap, or without a cue when most of the content does.
    """
    figures = {each.id for each in reading.figures}
    claims = {each.id for each in reading.claims}
    renamed: dict[str, str] = {}
    for each in judgements:
        if each.figure is not None and each.figure.id not in figures:
            heir = _first(f.id for f in reading.figures if _same_figure(each.figure, f))
            renamed |= _renaming(heir, each.figure.id, renamed)
        if each.claim is not None and each.claim.id not in claims:
            heir = _first(c.id for c in reading.claims if _same_claim(each.claim, c))
            renamed |= _renaming(heir, each.claim.id, renamed)
    return _rename(reading, renamed) if renamed else reading


def overlap(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    """How many code points two sets of places have in common.

    >>> overlap(((0, 5), (8, 9)), ((3, 9),))
    3
    """
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _first(ids: Iterator[str]) -> str | None:
    return next(ids, None)


def _renaming(heir: str | None, name: str, renamed: dict[str, str]) -> dict[str, str]:
    """Only the first name judged counts: later judgements are about that one."""
    return {heir: name} if heir is not None and heir not in renamed and name not in renamed.values() else {}


def _same_figure(one: Figure, other: Figure) -> bool:
    return overlap(one.spans, other.spans) > 0


def _same_claim(one: Claim, other: Claim) -> bool:
    common = overlap(one.content.spans, other.content.spans)
    if one.cue is not None and other.cue is not None:
        return common > 0 and overlap(one.cue.spans, other.cue.spans) > 0
    sizes = [sum(b - a for a, b in each.content.spans) for each in (one, other)]
    return common >= _SHARE * max(sizes)


def _rename(reading: Reading, renamed: dict[str, str]) -> Reading:
    def name(old: str | None) -> Any:
        return None if old is None else renamed.get(old, old)

    return replace(
        reading,
        figures=tuple(
            replace(f, id=name(f.id), claim=name(f.claim), subset_of=name(f.subset_of), same_as=name(f.same_as))
            for f in reading.figures
        ),
        claims=tuple(
            replace(
                c, id=name(c.id), via=name(c.via), same_as=name(c.same_as), figures=tuple(map(name, c.figures))
            )
            for c in reading.claims
        ),
        comparisons=tuple(replace(m, figure=name(m.figure), claim=name(m.claim)) for m in reading.comparisons),
    )
