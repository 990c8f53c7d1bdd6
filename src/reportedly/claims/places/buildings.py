"""Names that hold the name of a place and are none: "Westgate mall", "Robb Elementary School", "Lake Victoria"."""

from itertools import takewhile

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.countries import name_of_country
from reportedly.claims.places.match import Match
from reportedly.claims.places.surroundings import (
    LEVELS,
    has_title,
    is_capitalised,
    level_word,
    place_words,
    same_sentence,
)
from reportedly.claims.sentences import Tokens

#: What stands before names of its own.
WATERS = word_set("lake mount mt")
#: What bears a name of its own; and what does where its town stands before it.
_HOUSES = word_set("mall hotel tower plaza theatre theater nightclub restaurant cafe factory concert mine")
_BUILDINGS = word_set("airport stadium square university hospital bridge mosque church station")
#: What has a name and is of no country by itself.
SEAS = word_set("sea ocean gulf strait channel bay desert")
_OWNING = ("'s", "’s")
#: Behind a possessive that stands for a house.
_CLOSE = frozenset((",", ".", ";", "in", "on", "near", "and", "at", "where", "after", "during", "when"))
#: A place of so many people is not taken for the first word of a building's name.
_LARGE = 100_000
_WORDS = 3


def names_a_building(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a name is a building's: "Westgate mall", "Istanbul's Ataturk airport", "Robb Elementary School"."""
    if not same_sentence(tokens, last, first):
        return False
    after = tokens.word(last).lower()
    if after in _HOUSES or (after in _BUILDINGS and first and tokens.word(first - 1) in _OWNING):
        return True
    ahead = [w for w in range(last, last + _WORDS) if same_sentence(tokens, w, first)]
    capitals = takewhile(lambda w: is_capitalised(tokens, w), ahead)
    return any(place_words().get(tokens.word(w).lower()) == "other" for w in capitals)


def is_before_a_house(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what follows may bear the town's name or one of its own: "the Surfside tower", "Westgate mall"."""
    owned = first > 0 and tokens.word(first - 1) in _OWNING
    return not owned and same_sentence(tokens, last, first) and tokens.word(last).lower() in _HOUSES


def is_of_a_building(tokens: Tokens, match: Match, level: str | None) -> bool:
    """Whether a listed name is part of a building's: of a small place, or of one that another place has."""
    if level in LEVELS or match.entries[0].precision == "country" or match.entries[0].own:
        return False
    owned = match.first > 0 and tokens.word(match.first - 1) in _OWNING
    return (owned or _is_small(match)) and names_a_building(tokens, match.first, match.last)


def begins_longer_name(tokens: Tokens, match: Match) -> bool:
    """Whether a small town's name is the first word of a longer one: "Robb Elementary"."""
    town = all(e.precision == "city" for e in match.entries)
    following = tokens.word(match.last)
    return _is_small(match) and town and following[0].isupper() and not level_word(following)


def is_church(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a saint's name stands for a church: "at St. George's in Tanta", but "St. Louis's mayor"."""
    saint = tokens.word(first).lower().removesuffix(".") in ("st", "saint")
    if not saint or not same_sentence(tokens, last, first) or tokens.word(last) not in _OWNING:
        return False
    return not same_sentence(tokens, last + 1, first) or tokens.word(last + 1).lower() in _CLOSE


def begins_foreign_name(tokens: Tokens, match: Match) -> bool:
    """Whether a city's foreign name is the first word of a longer one: Parigi Moutong is not in Paris."""
    if not same_sentence(tokens, match.last, match.first) or match.entries[0].precision != "city":
        return False
    following = tokens.word(match.last)
    alias = max(match.entries, key=lambda e: e.population).alias
    named = is_capitalised(tokens, match.last) and not has_title(tokens, match.last + 1)
    return alias and named and not level_word(following) and name_of_country(following) is None


def is_of_a_feature(tokens: Tokens, first: int, last: int, level: str | None) -> bool:
    """Whether a name is part of another: of a river, a company, a lake ("Lake Victoria" is not in Victoria)."""
    if same_sentence(tokens, first - 1, first) and tokens.word(first - 1).lower() in WATERS:
        return True
    return level == "feature" or (level == "other" and is_capitalised(tokens, last))


def level_within(tokens: Tokens, last: int) -> str | None:
    """What the last word of a name says it is: "Utoya island", "Mahanadi River"; "Long Island" is called so."""
    word = tokens.word(last)
    level = place_words().get(word.lower())
    if word.lower() in SEAS:
        return "sea"
    return level if word[0].islower() or level == "feature" else None


def _is_small(match: Match) -> bool:
    return max(e.population for e in match.entries) < _LARGE
