"""Places named together, and how they hang in their sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.places.countries import table_rows
from reportedly.claims.places.mention import Located
from reportedly.claims.places.surroundings import (
    DIRECTIONS,
    LEVELS,
    LOCATIVE,
    level_word,
    place_words,
    word_before,
)
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import ROOT, Syntax
from reportedly.claims.units import unit_class
from reportedly.terms import Span

#: Words between places named together: "Formosa, Misiones and Chaco", "Aleppo in northern Syria".
_JOINING = word_set(", and & or ( ) in of the 's ’s both nearby as well")
_DASHES = frozenset(("--", "—", "–", "_", "-", "("))
_POINTING = frozenset(("the", "this", "that", "these", "both", "two", "three"))
#: What a place does with those who come to it or are counted in it.
_RECEIVES = word_set(
    "receive host shelter confirm report record register screen admit see house accommodate count"
)
#: What is done to a place where something then happens.
_STRIKES = word_set("recapture capture seize take reach leave bomb shell attack storm ravage devastate batter")
_DATELINE = 12  # words of a dateline after its place: "(AP)", "16 Nov 89 (EFE)"
_PARTS = word_set("areas parts part outskirts coast counties cities localities municipalities")
#: Offices that only places have; directors and presidents are of companies, too.
_OF_PLACES = word_set("mayor mayors governor governors prefect archbishop bishop emir sultan king queen")
_SEATED = word_set("based headquartered")
_NAMING = frozenset(("conj", "appos", "flat", "compound", "nmod", "nmod:unmarked", "list", "parataxis", "dep"))


@dataclass(frozen=True, slots=True)
class Group:
    """Places named together in one sentence; ``members`` number the located places.

    ``first`` and ``last`` are words, half-open; ``anchor`` is the word the group hangs from, ROOT if
    none; ``preposition`` the word that ties it; ``loose`` where it stands before a noun as an
    adjective would ("U.S. embassies"), or belongs to an office ("mayor of London"); ``ground`` where the
    noun is such that the name says where all the same ("the Chicago suburbs"); ``struck`` where the group is
    the object of what reaches or strikes it ("recaptured Bentiu"), or the subject of what takes people in, or
    an island on which something happens.
    """

    members: tuple[int, ...]
    first: int
    last: int
    sentence: int
    anchor: int
    preposition: str | None
    loose: bool = False
    ground: bool = False
    struck: bool = False


def group_places(tokens: Tokens, syntax: Syntax, located: Sequence[Located]) -> list[Group]:
    """The groups of a text, in order; peoples and names inside other names make none."""
    groups: list[Group] = []
    run: list[int] = []
    for number, place in enumerate(located):
        if place.mention.kind not in ("name", "adjective"):
            continue
        if run and not _joined(tokens, located[run[-1]], place):
            groups.append(_group(tokens, syntax, located, run))
            run = []
        run.append(number)
    if run:
        groups.append(_group(tokens, syntax, located, run))
    return groups


def _joined(tokens: Tokens, before: Located, after: Located) -> bool:
    a, b = before.mention, after.mention
    if tokens.sentences[a.first] != tokens.sentences[b.first]:
        return False
    if a.kind != b.kind and not (a.kind == "adjective" and b.first - a.last <= 3):
        return False
    between = [tokens.word(i).lower() for i in range(a.last, b.first)]
    return len(between) <= 6 and all(w in _JOINING or w in DIRECTIONS or level_word(w) for w in between)


def _group(tokens: Tokens, syntax: Syntax, located: Sequence[Located], run: Sequence[int]) -> Group:
    first, last = located[run[0]].mention.first, located[run[-1]].mention.last
    named = next((located[n] for n in run if located[n].mention.kind == "name"), located[run[0]])
    head = _head(syntax, named.mention.first, named.mention.last)
    anchor = _anchor(tokens, syntax, head, first, last)
    loose = ground = False
    if anchor != ROOT and anchor >= last and anchor - last < 4 and _premodifies(tokens, syntax, head, last):
        loose = True
        noun = tokens.word(anchor).lower()
        ground = noun in holders("ground") or level_word(noun)
        if named.mention.kind == "name" and noun not in holders("body"):
            country = named.entry is not None and named.entry.precision == "country"
            counted = unit_class(noun, syntax.pos[anchor])
            ground = ground or (counted == "events" if country else counted != "people")
    preposition = word_before(tokens, first)
    last_named = located[run[-1]] if located[run[-1]].mention.kind == "name" else named
    if loose and named.mention.kind == "name" and _is_region_or_count(tokens, syntax, last_named, anchor):
        loose = ground = False  # "in Morelos state", "in Izmir's Bayrakli district", "in Guinea 509"
    if named.mention.kind == "adjective":
        loose = True
        if ground and tokens.word(anchor).lower() in place_words() and tokens.word(first - 1).lower() in _POINTING:
            ground = False  # "the Iraqi city": one that was named before
    seat = is_seat(tokens, first)
    office = anchor != ROOT and preposition == "of" and tokens.word(anchor).lower() in holders("office")
    loose, ground = loose or office or seat, ground and not seat
    struck = not loose and (
        is_struck(tokens, syntax, head)
        or receives(tokens, syntax, head)
        or (preposition == "on" and named.mention.level == "area")  # on the island of Djerba
    )
    return Group(tuple(run), first, last, tokens.sentences[first], anchor, preposition, loose, ground, struck)


def _is_region_or_count(tokens: Tokens, syntax: Syntax, named: Located, anchor: int) -> bool:
    """Whether what a name stands before says what it is, or is a number and so nothing it describes."""
    country = named.entry is not None and named.entry.precision == "country"
    level = anchor == named.mention.last and level_word(tokens.word(anchor)) and not country
    return level or (syntax.pos[anchor] == "NUM" and anchor >= named.mention.last)


def is_struck(tokens: Tokens, syntax: Syntax, head: int) -> bool:
    """Whether a name is the object of what reaches or strikes it: "recaptured Bentiu"."""
    above = syntax.heads[head]
    if above == ROOT or syntax.relations[head] != "obj":
        return False
    return lemma_of(tokens.word(above), "VERB") in _STRIKES


def receives(tokens: Tokens, syntax: Syntax, head: int) -> bool:
    """Whether a name is the subject of what takes people in or counts its own: "Hungary has taken in 133,000"."""
    above = syntax.heads[head]
    if above == ROOT or syntax.relations[head] != "nsubj":
        return False
    lemma = lemma_of(tokens.word(above), "VERB")
    taken = lemma == "take" and above + 1 < len(tokens) and tokens.word(above + 1).lower() == "in"
    return taken or lemma in _RECEIVES


def is_dateline(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph starts with places, and a dash or an agency in brackets follows before any sentence."""
    if first and tokens.paragraphs[first - 1] == tokens.paragraphs[first]:
        return False
    for word in range(last, min(last + _DATELINE, len(tokens))):
        said = tokens.word(word)
        if said in _DASHES:
            return True
        if said[0].islower() and said not in _JOINING:
            return False
    return False


def _head(syntax: Syntax, first: int, last: int) -> int:
    for word in range(last - 1, first - 1, -1):
        if not first <= syntax.heads[word] < last:
            return word
    return last - 1


def _premodifies(tokens: Tokens, syntax: Syntax, head: int, last: int) -> bool:
    return syntax.relations[head] in ("amod", "compound", "nmod:poss", "flat") or (
        tokens.word(last).lower() in ("'s", "’s", "'") if last < len(tokens) else False
    )


def _anchor(tokens: Tokens, syntax: Syntax, head: int, first: int, last: int) -> int:
    """The word the group hangs from: past its own members and past words such as "provinces of"."""
    at = syntax.heads[head]
    before = head
    for _ in range(8):
        if at == ROOT:
            return ROOT
        own = first <= at < last
        holder = syntax.relations[before] in _NAMING and _is_holder(tokens, at) and at < first
        if not (own or holder):
            return at
        before, at = at, syntax.heads[at]
    return at


def _is_holder(tokens: Tokens, word: int) -> bool:
    said = tokens.word(word).lower()
    return said in DIRECTIONS or said in _PARTS or place_words().get(said.removesuffix("s")) in LEVELS


@lru_cache(maxsize=4)
def holders(kind: str) -> frozenset[str]:
    """Nouns that names of places stand before or after.

    ``ground``: the name says where all the same (the Kenyan capital); ``body``: a country has them anywhere
    (embassies, troops, dollars); ``office``: those who are of a place and may be anywhere (a mayor);
    ``local``: those who count what happened in their own place (health ministries, sheriffs).
    """
    return frozenset(word for word, of, _ in table_rows("holders", 3) if of == kind)


def is_local(source: str) -> bool:
    """Whether a source is of those who count what happened in their own place: "the mayor", "health officials"."""
    return not set(re.findall(r"\w+", source.lower())).isdisjoint(holders("local"))


def says_where(group: Group) -> bool:
    """Whether the group may say where something happened."""
    return group.ground or not group.loose


def is_of_office(tokens: Tokens, first: int) -> bool:
    """Whether a name from word ``first`` on says what an office is of that only places have: "mayor of Manado"."""
    if first < 2 or tokens.sentences[first - 2] != tokens.sentences[first]:
        return False
    return tokens.word(first - 1).lower() == "of" and tokens.word(first - 2).lower() in _OF_PLACES


def is_seat(tokens: Tokens, first: int) -> bool:
    """Whether a name from word ``first`` on says where a body has its seat: "based in Britain"."""
    return (
        first > 1
        and tokens.word(first - 2).lower() in _SEATED
        and tokens.sentences[first - 2] == tokens.sentences[first]
    )


def is_before_office(tokens: Tokens, last: int) -> bool:
    """Whether an office that only places have stands right behind a name, as a title: "Salta Governor"."""
    return last < len(tokens) and tokens.word(last)[0].isupper() and tokens.word(last).lower() in _OF_PLACES


def is_locative(group: Group) -> bool:
    """Whether a preposition of place stands before the group."""
    return group.struck or group.preposition in LOCATIVE


def place_of(tokens: Tokens, located: Located) -> Span:
    """Half-open place of the words of a mention, in code points."""
    return tokens.starts[located.mention.first], tokens.ends[located.mention.last - 1]
