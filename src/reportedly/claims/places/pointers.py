"""Words that stand for a place named before: there, here, the city, the two countries."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.places.countries import name_of_country
from reportedly.claims.places.group import Group, holders
from reportedly.claims.places.mention import Located
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

_LEVELS = {
    "country": "country nation kingdom republic state",
    "admin1": "province state region governorate department district territory county area prefecture oblast",
    "city": "city town village capital suburb community municipality area district",
    "island": "island archipelago peninsula lake",
}
_NOUNS = {
    noun: [level for level, nouns in _LEVELS.items() if noun in nouns.split()]
    for noun in " ".join(_LEVELS.values()).split()
}
_PLURAL = {"countries": "country", "nations": "country", "cities": "city", "towns": "city", "provinces": "admin1"}
_WORDS = frozenset((*_NOUNS, *_PLURAL, "there", "here"))
_NUMBERS = frozenset(("two", "three", "four", "both", "five", "six"))
_DETERMINERS = frozenset(("the", "that", "this", "these", "those", "both", "THE"))
_LOOK_BACK = 30  # groups of places; what was named longer ago is not meant
_FITS = {
    "country": ("country",),
    "admin1": ("admin1", "admin2"),
    "city": ("city", "admin2"),
    "island": ("admin1", "admin2", "area", None),
}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that stands for places: its word, the level it asks for (None for any), how many."""

    word: int
    levels: tuple[str, ...] | None
    plural: bool = False


def find_pointers(tokens: Tokens, syntax: Syntax) -> dict[int, list[Pointer]]:
    """Pointers by sentence."""
    found: dict[int, list[Pointer]] = {}
    for word, form in enumerate(tokens.forms):
        low = form.lower()
        pointer = _pointer(tokens, syntax, word, low) if low in _WORDS else None
        if pointer is not None:
            found.setdefault(tokens.sentences[word], []).append(pointer)
    return found


def _pointer(tokens: Tokens, syntax: Syntax, word: int, low: str) -> Pointer | None:
    if low in ("there", "here"):
        existential = syntax.relations[word] == "expl" or syntax.pos[word] == "PRON"
        return None if existential else Pointer(word, None)
    levels, plural = _NOUNS.get(low), False
    if levels is None:
        level, plural = _PLURAL.get(low), True
        levels = [level] if level else None
    if levels is None or word == 0:
        return None
    at = word - 1
    if at and syntax.pos[at] == "ADJ" and name_of_country(tokens.forms[at]) is not None:
        at -= 1  # "the Iraqi city"
    before = tokens.forms[at].lower()
    counted = before in _NUMBERS
    if counted and at:
        before = tokens.forms[at - 1].lower() if tokens.forms[at - 1].lower() in _DETERMINERS else before
    if before not in _DETERMINERS and before != "both":
        return None
    if word + 1 < len(tokens) and tokens.forms[word + 1].lower() == "of":  # "the city of Mosul" names its own
        return None
    if syntax.relations[word] in ("compound", "amod") or _is_of_a_body(tokens, syntax, word):
        return None
    return Pointer(word, tuple(levels), plural)


def _is_of_a_body(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether an office or body of the place is spoken of, and not the place: "that country's embassy"."""
    above = syntax.heads[word]
    return (
        syntax.relations[word] == "nmod:poss"
        and above > word
        and (tokens.word(above).lower() in holders("body") or tokens.word(above).lower() in holders("office"))
    )


def antecedents(
    pointer: Pointer, groups: Sequence[Group], named: Sequence[int], located: Sequence[Located]
) -> tuple[int, ...]:
    """Numbers of the located places a pointer stands for: the nearest group before it of its level.

    ``groups`` are those of the text in order, ``named`` the numbers of those that may be pointed to.
    """
    stop = bisect_left(named, pointer.word, key=lambda i: groups[i].first)
    second: tuple[int, ...] = ()
    several: dict[str, int] = {}
    for i in reversed(named[max(0, stop - _LOOK_BACK) : stop]):
        group = groups[i]
        if group.loose and not group.ground and pointer.levels != ("country",):
            continue
        if pointer.levels is None:
            return group.members
        exact = fitting(pointer, group.members, located)
        if exact and not pointer.plural:
            return exact[-1:]
        if len(exact) > 1:
            return exact
        several.update((located[n].name, n) for n in exact if located[n].name not in several)
        if len(several) > 1:  # "the two countries", named one after the other
            return tuple(sorted(several.values()))
        rough = {p for level in pointer.levels for p in _FITS[level]}
        second = second or tuple(n for n in group.members if _precision(located[n]) in rough)
    if several:
        return tuple(several.values())
    return second if pointer.plural else second[-1:]


def fitting(pointer: Pointer, members: Sequence[int], located: Sequence[Located]) -> tuple[int, ...]:
    """Those of the located places that are just what the pointer asks for: a city for "the city"."""
    exact = {_FITS[level][0] for level in pointer.levels or ()}
    return tuple(n for n in members if _precision(located[n]) in exact and located[n].mention.placed)


def _precision(place: Located) -> str | None:
    if place.entry is None:
        return place.mention.level or "city"
    return place.entry.precision
