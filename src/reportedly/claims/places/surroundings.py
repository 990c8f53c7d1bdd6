"""What the words around a name say of it: in, near, the city of, a title, a river."""

from functools import lru_cache

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.countries import table_rows
from reportedly.claims.sentences import CAPITALISED, MIXED, QUOTED, UPPER, Tokens

#: Prepositions that stand before a place where something is or goes.
LOCATIVE = word_set(
    "in at near from to into across throughout around outside inside off along within toward towards between "
    "through via over around beyond surrounding hit struck"
)
DIRECTIONS = word_set(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern northeast northwest southeast southwest north-eastern upper lower greater downtown suburban "
    "coastal rural remote mainland neighboring neighbouring nearby eastern-most all much parts most"
)
TITLES = word_set(
    "mr mrs ms miss dr st saint sen rep gov gen lt col sgt capt cmdr maj prof rev hon sir lord lady president "
    "minister mayor judge justice general colonel major captain lieutenant sergeant senator governor king queen "
    "prince princess pope cardinal bishop archbishop secretary ambassador spokesman spokeswoman deputy commander"
)
_CAPITALS = frozenset((CAPITALISED, UPPER, MIXED))


@lru_cache(maxsize=1)
def place_words() -> dict[str, str]:
    """What follows or precedes a name, and what it makes of it: a level, a feature, or something other."""
    return {word: level for word, level, _ in table_rows("place_words", 3)}


LEVELS = frozenset(("city", "admin1", "admin2", "area"))


def is_capitalised(tokens: Tokens, word: int) -> bool:
    """Whether a word starts with a capital letter."""
    return tokens.shapes[word] & ~QUOTED in _CAPITALS


def same_sentence(tokens: Tokens, a: int, b: int) -> bool:
    """Whether both are words of one sentence."""
    return min(a, b) >= 0 and max(a, b) < len(tokens) and tokens.sentences[a] == tokens.sentences[b]


def level_word(word: str) -> bool:
    """Whether a word is the name of a kind of place: city, provinces.

    >>> level_word("Provinces"), level_word("people")
    (True, False)
    """
    low = word.lower()
    return low in place_words() or low.removesuffix("s") in place_words()


def word_before(tokens: Tokens, first: int) -> str | None:
    """The word before a name that says what it is to the sentence: past articles, directions, place words.

    "in the northern city of Mosul" gives "in"; the start of a sentence gives None.
    """
    at = first - 1
    while same_sentence(tokens, at, first):
        word = tokens.word(at).lower()
        if (
            word in ("the", "'s", "’s", "-")
            or word in DIRECTIONS
            or place_words().get(word) in LEVELS
            or (word == "of" and same_sentence(tokens, at - 1, first) and _level(tokens, at - 1))
        ):
            at -= 1
        else:
            return word
    return None


def _level(tokens: Tokens, word: int) -> str | None:
    said = tokens.word(word).lower()
    for form in (
        said,
        said[:-1] if said.endswith("s") else said,
        said[:-3] + "y" if said.endswith("ies") else said,
    ):
        level = place_words().get(form)
        if level is not None:
            return level
    return None


def level_said(tokens: Tokens, first: int, last: int) -> str | None:
    """What the words beside a name say it is: "city of Aleppo", "Nuristan province", "islands of Java"."""
    if same_sentence(tokens, last, first):
        level = _level(tokens, last)
        if level is not None and (level in LEVELS or level in ("feature", "other")):
            return level
    if same_sentence(tokens, first - 2, first) and tokens.word(first - 1).lower() == "of":
        level = _level(tokens, first - 2)
        return level if level in LEVELS else None
    if same_sentence(tokens, first - 1, first) and not is_capitalised(tokens, first - 1):
        level = _level(tokens, first - 1)  # "the port city Aden"
        return level if level in LEVELS else None
    return None


def has_title(tokens: Tokens, first: int) -> bool:
    """Whether the word before is a title of a person."""
    return same_sentence(tokens, first - 1, first) and tokens.word(first - 1).lower().removesuffix(".") in TITLES


def is_shouting(tokens: Tokens, first: int, last: int) -> bool:
    """Whether most words of a stretch are in capitals."""
    shapes = [tokens.shapes[i] & ~QUOTED for i in range(first, last)]
    high = shapes.count(UPPER)
    return high > 3 and high > 2 * (shapes.count(1) + shapes.count(CAPITALISED))
