"""The sentences of findings, made of the words of the reports."""

from reportedly.findings.points import Placed
from reportedly.terms import Finding, FindingType, Pointer
from reportedly.terms.identity import sha256_hex


def said(placed: Placed) -> str:
    """Who said what, and for when: ``the ministry said ≥ 61 dead (2016-01-25)``."""
    point = placed.point
    who = point.speaker or f"the report itself ({point.outlet or point.pointer.address})"
    what = f"{point.pointer.exact} {point.unit}" if point.unit and point.unit not in point.pointer.exact else None
    return f"{who} said {what or point.pointer.exact}{_when(placed)}"


def _when(placed: Placed) -> str:
    point = placed.point
    if placed.earlier:
        return f" (of before {point.published})" if point.published else " (of before)"
    return f" ({point.at})" if point.at else " (no date)"


def value(placed: Placed) -> str:
    """The number in short."""
    return placed.point.value


def sentence(words: str) -> str:
    """Words as a sentence: a capital at the beginning, a stop at the end.

    >>> sentence("officials said 12; the mayor said 14")
    'Officials said 12; the mayor said 14.'
    """
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def finding_id(kind: FindingType, from_place: Pointer | None, to_place: Pointer) -> str:
    """Id of a finding: from its type and the two places."""
    places = [
        "" if place is None else f"{place.report} {place.figure or place.claim or ''} {place.spans}"
        for place in (from_place, to_place)
    ]
    return "n:" + sha256_hex("\n".join([kind, *places]))[:20]


def make_finding(kind: FindingType, old: Placed | None, new: Placed, why: str, **more: object) -> Finding:
    """A finding between two points (or of one), with the claims it rests on."""
    ends = [end.point.pointer for end in (old, new) if end is not None]
    return Finding(
        id=finding_id(kind, old.point.pointer if old else None, new.point.pointer),
        type=kind,
        from_place=old.point.pointer if old else None,
        to_place=new.point.pointer,
        why=sentence(why),
        claims=tuple(dict.fromkeys(end.claim for end in ends if end.claim is not None)),
        **more,  # type: ignore[arg-type]
    )
