"""Whether speakers of two reports are one: yes, no, or perhaps — and why.

A pair that is not certain is a suggestion for a person, never merged. Homonyms exist: two people
of one full name, country and office would be taken for one; everything less is ``perhaps``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.findings.spelling import folded_words, spelt_alike
from reportedly.terms import Speaker

Verdict = Literal["same", "perhaps", "different"]
#: How well two names of persons go together, best first.
Agreement = Literal["equal", "spelt", "short", "family", "none"]

_BODIES = frozenset(["organisation", "outlet", "group"])
#: Bodies and offices that every state has: without a country the name alone tells nothing.
_OF_EVERY_STATE = frozenset(
    (
        "ministry government parliament police army navy court cabinet senate congress council department office "
        "authorities military assembly bank agency committee commission embassy"
    ).split()
)
_OFFICES = frozenset(
    "minister president premier chancellor king queen ambassador governor mayor secretary spokesman".split()
)
#: Letters of a family name from which on it is no chance ending of another.
_TAIL = 5
_LIGHT = frozenset("the of a an for and former acting deputy interim local national state".split())


@dataclass(frozen=True, slots=True)
class Identity:
    """What is made of two speakers: the verdict, and the reason in words for a person to read."""

    verdict: Verdict
    reason: str


def compare_speakers(one: Speaker, other: Speaker) -> Identity:
    """Whether two speakers of different reports are one.

    Symmetric. Names decide first, in any spelling; then country, role and organisation confirm or
    speak against it.

    >>> from dataclasses import replace
    >>> a = Speaker(id="s:1", name="Ramazon Rahimzoda", role="Interior Minister", country="TJK", kind="person")
    >>> compare_speakers(a, replace(a, id="s:2", name="Ramazon Rakhimzoda"))
    Identity(verdict='same', reason='name spelt otherwise, same country and role')
    """
    if not _kinds_meet(one, other):
        return Identity("different", f"one is a {one.kind}, the other a {other.kind}")
    if one.name is None or other.name is None:
        return _compare_unnamed(one, other)
    if one.kind == "person" and other.kind == "person":
        return _compare_persons(one, other)
    return _compare_bodies(one, other)


def _kinds_meet(one: Speaker, other: Speaker) -> bool:
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or "unknown" in kinds or kinds <= _BODIES


def _conflict(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _shared(one: Speaker, other: Speaker) -> list[str]:
    """What beside the name both have in common."""
    shared = []
    if one.country is not None and one.country == other.country:
        shared.append("country")
    if _role_words(one) & _role_words(other):
        shared.append("role")
    if one.organisation and other.organisation and _same_words(one.organisation, other.organisation):
        shared.append("organisation")
    return shared


def _role_words(speaker: Speaker) -> frozenset[str]:
    return frozenset(folded_words(speaker.role or "")) - _LIGHT


def _same_words(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> tuple[str, ...]:
    return tuple(word for word in folded_words(name) if word not in ("the", "of", "for", "and"))


def name_agreement(one: str, other: str) -> Agreement:
    """How two names of persons go together.

    ``equal``: the same words; ``spelt``: the same in another spelling, or with words joined;
    ``short``: one leaves out given names or gives initials; ``family``: one is a family name alone.

    >>> forms = ("Sutopo Purwonugroho", "Sutopo Nugroho", "Nugroho", "Eva Nugroho")
    >>> [name_agreement("Sutopo Purwo Nugroho", form) for form in forms]
    ['spelt', 'short', 'family', 'none']
    """
    a, b = sorted((folded_words(one), folded_words(other)), key=len)
    if not a:
        return "none"
    if a == b:
        return "equal" if len(a) > 1 else "family"
    if "".join(a) == "".join(b):
        return "spelt"
    if len(a) == len(b) > 1 and all(map(spelt_alike, a, b)):
        return "spelt"
    if not spelt_alike(a[-1], b[-1]):
        return "short" if _is_tail(a, b) or _is_tail(b, a) else "none"
    if len(a) == 1:
        return "family"
    return "short" if _in_order(a[:-1], b[:-1]) else "none"


def _is_tail(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a family name is the end of the other one, written in one word with another: Purwonugroho."""
    ends = len(short[-1]) >= _TAIL and long[-1].endswith(short[-1])
    return ends and len(short) > 1 and len(long) > 1 and spelt_alike(short[0], long[0])


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of the one stand in the other in order; a letter stands for a name."""
    at = 0
    for word in short:
        while at < len(long) and not (spelt_alike(word, long[at]) or _initial(word, long[at])):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


_SAID = {
    "equal": "same name",
    "spelt": "name spelt otherwise",
    "short": "one name is a shorter form of the other",
    "family": "same family name",
}


def _compare_persons(one: Speaker, other: Speaker) -> Identity:
    assert one.name is not None and other.name is not None
    agreement = name_agreement(one.name, other.name)
    if agreement == "none":
        return Identity("different", "other names")
    said = _SAID[agreement]
    if _conflict(one.country, other.country):
        verdict: Verdict = "different" if agreement == "family" else "perhaps"
        return Identity(verdict, f"{said}, but of {one.country} and of {other.country}")
    shared = _shared(one, other)
    with_what = f"{said}, same {' and '.join(shared)}" if shared else f"{said}, nothing else in common"
    if agreement == "equal":
        if shared or not (_role_words(one) and _role_words(other)):
            return Identity("same", with_what if shared else said)
        return Identity("perhaps", f"{said}, but another role")
    enough = {"spelt": 1, "short": 1, "family": 2}[agreement]
    return Identity("same" if len(shared) >= enough else "perhaps", with_what)


def _compare_bodies(one: Speaker, other: Speaker) -> Identity:
    assert one.name is not None and other.name is not None
    a, b = _bare(one.name), _bare(other.name)
    if not a or not b:
        return Identity("different", "other names")
    alike = a == b or "".join(a) == "".join(b)
    short = not alike and _abbreviates(a, b)
    near = not (alike or short) and len(a) == len(b) and all(map(spelt_alike, a, b))
    if not (alike or short or near):
        return Identity("different", "other names")
    if _conflict(one.country, other.country):
        return Identity("different", f"same name, but of {one.country} and of {other.country}")
    if near:
        return Identity("perhaps", "names spelt nearly alike")
    countries = one.country is not None and one.country == other.country
    if {a[-1], b[-1], a[0]} & _OF_EVERY_STATE and not countries:
        return Identity("perhaps", "same name, but every state has one and no country is told of both")
    if short:
        return Identity("same" if countries else "perhaps", "one name is the initials of the other")
    return Identity("same", "same name and country" if countries else "same name")


def _abbreviates(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _compare_unnamed(one: Speaker, other: Speaker) -> Identity:
    """One or both without a name: never the same, perhaps where office and country are."""
    a, b = folded_words(one.role or ""), folded_words(other.role or "")
    office = bool(a and b and a[-1] == b[-1] and a[-1] in _OFFICES | _OF_EVERY_STATE)
    if (
        office
        and one.country is not None
        and one.country == other.country
        and _role_words(one) & _role_words(other)
    ):
        return Identity("perhaps", "same office or body of the same country; who holds it may have changed")
    return Identity("different", "unnamed, and nothing that tells them to be one")
