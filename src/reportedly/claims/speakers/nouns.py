"""Nouns that speak or are spoken of: what kind of speaker a noun makes, and the gender of names."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast, get_args

from reportedly.claims.lexicon import lexicon_rows

NounKind = Literal["office", "role", "courtesy", "group", "organisation", "outlet", "document", "place"]
Gender = Literal["", "m", "f"]

#: Nouns whose plural does not end in s.
_PLURALS = {
    "men": "man",
    "women": "woman",
    "people": "people",
    "children": "child",
    "wives": "wife",
    "media": "media",
}
#: Nouns of one form that are many.
ALWAYS_MANY = frozenset(["people", "police", "authorities", "troops", "personnel", "elderly"])


@dataclass(frozen=True, slots=True)
class Sense:
    """What a noun makes of its phrase: kind, gender where the noun has one, more than one or not."""

    lemma: str
    kind: NounKind
    gender: Gender
    plural: bool


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[NounKind, Gender]]:
    held: dict[str, tuple[NounKind, Gender]] = {}
    for words, kind, gender, _ in lexicon_rows("speaker_nouns", 4):
        if kind not in get_args(NounKind) or gender not in get_args(Gender):
            raise ValueError(f"lexicons/speaker_nouns.tsv: {words!r} has kind {kind!r} and gender {gender!r}")
        held[words] = cast(NounKind, kind), cast(Gender, gender)
    return held


@lru_cache(maxsize=1)
def _given_names() -> dict[str, Gender]:
    return {name: cast(Gender, gender) for name, gender, _ in lexicon_rows("given_names", 3)}


def gender_of_name(given: str) -> Gender:
    """Gender that a given name tells; empty where it tells none.

    >>> gender_of_name("Maria"), gender_of_name("Ramazon")
    ('f', '')
    """
    return _given_names().get(given, "")


@lru_cache(maxsize=1)
def state_seats() -> dict[str, tuple[str, str]]:
    """``{words: (iso3, kind)}`` of capitals and seats that stand for a state: "Tehran said", "the Kremlin".

    >>> state_seats()["Tehran"], state_seats()["Kremlin"]
    (('IRN', 'capital'), ('RUS', 'seat'))
    """
    return {words: (iso3, kind) for words, iso3, kind, _ in lexicon_rows("state_seats", 4)}


@lru_cache(maxsize=20_000)
def sense_of(words: str) -> Sense | None:
    """The sense of a noun, one word or two, singular or plural; none when it makes no speaker.

    >>> sense_of("spokeswomen")
    Sense(lemma='spokeswoman', kind='role', gender='f', plural=True)
    >>> sense_of("Attorney General").kind, sense_of("ministries").kind, sense_of("bridge")
    ('office', 'organisation', None)
    """
    lower = words.lower()
    nouns = _nouns()
    if lower in nouns:
        kind, gender = nouns[lower]
        return Sense(lower, kind, gender, kind == "group" or lower in ALWAYS_MANY)
    for lemma in _singulars(lower):
        if lemma in nouns:
            kind, gender = nouns[lemma]
            return Sense(lemma, kind, gender, True)
    return None


def _singulars(word: str) -> list[str]:
    """What the word may be the plural of."""
    if word in _PLURALS:
        return [_PLURALS[word]]
    found = []
    if word.endswith("women"):
        found.append(word[:-3] + "man" if word == "women" else word[:-2] + "an")
    elif word.endswith("men"):
        found.append(word[:-2] + "an")
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("es"):
        found.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
    return found
