"""Which names of a reading are held back: people who do not speak in public office.

The rules see words, not the world. What they catch and what they miss is written in docs/care.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.ledger.names.roles import begins_with_role, ends_in_role, has_role, role_kind
from reportedly.terms import Reading, Speaker

#: Letters a name may begin with, and what it is made of: "Al-Rashid", "O’Neil", "Nguyễn", "J."
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*\.?"
_PARTICLE = r"(?:al|el|bin|bint|ibn|abu|abd|de|da|di|del|della|den|der|du|la|le|ter|van|von|y)"
_NAME = rf"(?P<name>{_WORD}(?:[ \t]+(?:{_PARTICLE}[ \t]+)*{_WORD}){{0,4}})"
#: Names joined to one that is held: ", Amina Yusuf and Omar Said".
_MORE = re.compile(rf"(?:,[ \t]+(?:and[ \t]+)?|[ \t]+and[ \t]+){_NAME}")
#: Under this age nobody’s name is given, whatever their role.
_OF_AGE = 18
#: Characters before and behind a name in which its role is looked for.
_AROUND = 80


@dataclass(frozen=True, slots=True)
class HeldName:
    """A name that is held back, as it is written in full, and why."""

    name: str
    why: str


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What shows that a name is of one who was counted, of a witness or of a family; with why, in words."""
    parts = {"NAME": _NAME, "AGE": r"(?P<age>\d{1,3})"}
    parts.update((row[0], row[1]) for row in _table("parts"))
    found = []
    for pattern, why, _ in _table("patterns"):
        for part, meaning in parts.items():
            pattern = pattern.replace("{" + part + "}", meaning)
        found.append((re.compile(pattern), why))
    return tuple(found)


@cache
def _no_names() -> frozenset[str]:
    """Words with a capital that begin a sentence, or are a title or a day: no part of a name."""
    return frozenset(word for (word,) in _table("no_names"))


def _table(name: str) -> list[tuple[str, ...]]:
    text = (files("reportedly.ledger") / "names" / f"{name}.tsv").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines()[1:]]


def find_held_names(reading: Reading) -> tuple[HeldName, ...]:
    """The names of a reading that are held back, each once, in order of the alphabet.

    Held are the names of speakers whom neither role nor organisation shows to speak in public office, and names
    in the text that stand with an age, among family, or as those to whom it happened. A title before the name, a
    role behind it, or a speaker of that name in office keep a name out, but for the names of minors.
    """
    text = reading.report.text
    public = _public_names(reading)
    held: dict[str, str] = {}
    for speaker in reading.speakers:
        if speaker.kind == "person" and speaker.name is not None and not _speaks_in_office(speaker, text):
            held.setdefault(speaker.name, "speaks, and not in a public office")
    places = _place_names(reading)
    for name, why, age, at in _names_in(text):
        if name in places:
            continue
        minor = age is not None and age < _OF_AGE
        if minor or not (_shares_name(name, public) or _in_office(text, name, at)):
            held.setdefault(name, "a minor" if minor else why)
    return tuple(HeldName(name, why) for name, why in sorted(held.items()))


def _place_names(reading: Reading) -> frozenset[str]:
    """The places of the figures, as written: "among the dead of Palu" names no person."""
    return frozenset(place.exact for figure in reading.figures for place in figure.places)


def public_words(reading: Reading) -> frozenset[str]:
    """Words of the names of speakers in public office: never hidden by themselves."""
    return frozenset(word for name in _public_names(reading) for word in name.split())


def _public_names(reading: Reading) -> tuple[str, ...]:
    return tuple(
        speaker.name
        for speaker in reading.speakers
        if speaker.name is not None
        and (speaker.kind != "person" or _speaks_in_office(speaker, reading.report.text))
    )


def _speaks_in_office(speaker: Speaker, text: str) -> bool:
    if role_kind(speaker.role) == "private":
        return False
    if has_role(speaker.role, "office") or has_role(speaker.organisation, "body"):
        return True
    # a role the reader did not take up: "Col. Sami Haddad said"
    return any(
        text[a:b].strip() and ends_in_role(text[max(0, a - _AROUND) : a], "office") for a, b in speaker.mentions
    )


def _names_in(text: str) -> Iterator[tuple[str, str, int | None, int]]:
    """Names that a pattern shows to be of private people: name, why, age, place."""
    for pattern, why in _patterns():
        for found in pattern.finditer(text):
            at, end = found.span("name")
            name, at = _trimmed(text[at:end], at)
            if not name:
                continue
            age = found.groupdict().get("age")
            yield name, why, int(age) if age else None, at
            yield from _joined_names(text, max(found.end(), end), why)


def _joined_names(text: str, end: int, why: str) -> Iterator[tuple[str, str, int | None, int]]:
    more = _MORE.match(text, end)
    while more is not None:
        name, at = _trimmed(more["name"], more.start("name"))
        if len(name.split()) > 1:  # one word may be anything: "and Gaza"
            yield name, why, None, at
        more = _MORE.match(text, more.end())


def _trimmed(name: str, at: int) -> tuple[str, int]:
    """The name without words that are none at its beginning and end."""
    words = [(match.group(), match.start()) for match in re.finditer(r"\S+", name)]
    while words and words[0][0].rstrip(".") in _no_names():
        words.pop(0)
    while words and words[-1][0].rstrip(".") in _no_names():
        words.pop()
    if not words:
        return "", at
    first, last = words[0][1], words[-1][1] + len(words[-1][0])
    found = name[first:last].rstrip(".,")
    for mark in ("’s", "'s"):
        found = found.removesuffix(mark)
    return found, at + first


def _shares_name(name: str, public: tuple[str, ...]) -> bool:
    """Whether one in office has this name, or all words of it."""
    words = set(name.split())
    return any(words <= set(other.split()) for other in public)


def _in_office(text: str, name: str, at: int) -> bool:
    before, behind = text[max(0, at - _AROUND) : at], text[at + len(name) : at + len(name) + _AROUND]
    own = has_role(name, "office")  # "Colonel Sami Haddad" is one run of capitals
    return own or ends_in_role(before, "office") or begins_with_role(behind, "office")
