"""Names that the gazetteer does not know and that are called places all the same."""

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.buildings import WATERS, is_church, level_within, names_a_building
from reportedly.claims.places.countries import name_of_country
from reportedly.claims.places.group import is_struck
from reportedly.claims.places.match import PLACE, Matcher
from reportedly.claims.places.mention import Mention
from reportedly.claims.places.surroundings import (
    LEVELS,
    LOCATIVE,
    has_title,
    is_capitalised,
    level_said,
    level_word,
    place_words,
    same_sentence,
    word_before,
)
from reportedly.claims.sentences import QUOTED, UPPER, Tokens
from reportedly.claims.syntax import Syntax

DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu "
    "thurs fri sat sun gmt est"
)
#: First words of names that are none by themselves.
_ARTICLES = word_set("el la las los san santa santo sao st saint al an ash ad de del the")
_LONGEST = 6
_LONGEST_LISTED = 3
_LIST_ENDS = frozenset([",", ";", ".", ")", "and", "or", "&"])
#: Words that start a sentence with a capital and no name.
_OPENERS = word_set("the a an this that these those each every another one no some in at near and but both its")


class Unlisted:
    """Looks for names that the model, or the words beside them, call a place."""

    def __init__(self, tokens: Tokens, syntax: Syntax, matcher: Matcher) -> None:
        self._tokens, self._syntax, self._matcher = tokens, syntax, matcher

    def mention(self, word: int) -> Mention | None:
        """A name the gazetteer does not know, where the model or the words beside it call it a place."""
        tokens = self._tokens
        named = self._matcher.named.get(word)
        if named is not None and named[0] == PLACE and named[1] == word:
            last = named[2]
            while last > word + 1 and not tokens.word(last - 1)[0].isalnum():
                last -= 1
            while last - word < _LONGEST and self.goes_on(word, last):
                last += 1
            level = level_said(tokens, word, last) or level_within(tokens, last - 1)
            if has_title(tokens, word) or is_church(tokens, word, last):
                return None  # "seized President Keita"
            school = last - word > 1 and place_words().get(tokens.word(last - 1).lower()) == "other"
            if (
                school
                or level in ("feature", "other")
                or self._is_plain(word, last)
                or names_a_building(tokens, word, last)
            ):
                return None
            before = word_before(tokens, word)
            if level == "sea":
                return Mention(word, last, "name", (), level) if before in LOCATIVE else None
            if level is None and word and tokens.word(word - 1).lower() == "the":
                return None  # "across the Nile", "at the Bataclan"
            if tokens.word(word).lower() in WATERS and last - word > 1:
                return Mention(word, last, "name", (), "area")
            struck = self._syntax.pos and is_struck(tokens, self._syntax, last - 1)
            if level is None and not (before in LOCATIVE or before in ("of", ",", "and", None) or struck):
                return None  # "after Chan-Hom", "cyclone Olwyn"
            return Mention(word, last, "name", self._matcher.similar(word, last), level)
        if (named is not None and named[0] != PLACE) or tokens.word(word).lower() in _OPENERS:
            return None
        last = word
        while same_sentence(tokens, last, word) and is_capitalised(tokens, last) and last - word < 4:
            last += 1
        level = level_said(tokens, word, last)
        if (
            level in LEVELS
            and level != "area"
            and not self._matcher.is_shouted(word)
            and not self._is_plain(word, last)
        ):
            proper = not self._syntax.pos or all(self._syntax.pos[i] == "PROPN" for i in range(word, last))
            return Mention(word, last, "name", self._matcher.similar(word, last), level) if proper else None
        return None

    def in_list(self, word: int) -> Mention | None:
        """A name in a list right after a place, where nothing calls it a person or body: "in Palu and Sigi"."""
        tokens, pos = self._tokens, self._syntax.pos
        last = word
        while same_sentence(tokens, last, word) and is_capitalised(tokens, last) and last - word < _LONGEST_LISTED:
            last += 1
        kinds = {None if (n := self._matcher.named.get(w)) is None else n[0] for w in range(word, last)}
        named_place = PLACE in kinds or kinds == {None}
        if not named_place or self._is_plain(word, last) or not all(pos[w] == "PROPN" for w in range(word, last)):
            return None
        ends = not same_sentence(tokens, last, word) or tokens.word(last) in _LIST_ENDS or pos[last] == "ADP"
        return Mention(word, last, "name", self._matcher.similar(word, last)) if ends else None

    def goes_on(self, first: int, last: int) -> bool:
        """Whether the next word belongs to a name: behind an article or "San"; a name behind "village of"."""
        tokens = self._tokens
        if not same_sentence(tokens, last, first) or not is_capitalised(tokens, last):
            return False
        if tokens.word(last - 1).lower() in _ARTICLES:
            return True
        called = first > 1 and tokens.word(first - 1).lower() == "of" and level_said(tokens, first, last) == "city"
        plain = has_title(tokens, last + 1) or level_word(tokens.word(last)) or tokens.word(last).lower() in DAYS
        people = name_of_country(tokens.word(last)) is not None
        proper = not self._syntax.pos or self._syntax.pos[last] == "PROPN"
        return called and proper and not (plain or people)

    def _is_plain(self, first: int, last: int) -> bool:
        """Whether the words are no name: "City Hall" apart, a lone place word, a lower-case word, a date."""
        tokens = self._tokens
        if not any(is_capitalised(tokens, i) for i in range(first, last)):
            return True
        written = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
        if "." in written and len(written.replace(".", "")) < 3:
            return True  # "the U.N."
        if last - first == 1:
            word = tokens.word(first)
            return (
                word.lower() in DAYS
                or level_word(word)
                or (
                    tokens.shapes[first] & ~QUOTED == UPPER
                    and (len(word) < 4 or not self._matcher.is_shouted(first))
                )
            )
        return False
