"""Every mention of a place: names of the gazetteer, names the model sees, adjectives of countries."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.places.buildings import (
    SEAS,
    begins_foreign_name,
    begins_longer_name,
    is_before_a_house,
    is_church,
    is_of_a_building,
    is_of_a_feature,
)
from reportedly.claims.places.countries import name_of_country
from reportedly.claims.places.entry import Entry
from reportedly.claims.places.gazetteer import Gazetteer
from reportedly.claims.places.group import is_before_office, is_of_office
from reportedly.claims.places.match import ORGANISATION, PERSON, PLACE, Match, Matcher
from reportedly.claims.places.mention import Mention
from reportedly.claims.places.surroundings import (
    DIRECTIONS,
    LEVELS,
    LOCATIVE,
    has_title,
    is_capitalised,
    level_said,
    level_word,
    same_sentence,
    word_before,
)
from reportedly.claims.places.unlisted import DAYS, Unlisted
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

#: A place of so many people is believed without any word beside it that says so; in capitals, of so many.
_LARGE, _LARGE_IN_CAPITALS = 5_000, 100_000

#: Bodies of many states by their initials, which speak and are no places.
_BODIES = frozenset(
    (
        "UN EU AU NATO OSCE OAS ASEAN ECOWAS SADC CARICOM WHO IOM OCHA UNHCR UNICEF UNRWA WFP FAO IMF OPEC ICRC"
    ).split()
)


def find_mentions(
    tokens: Tokens, syntax: Syntax, names: Sequence[tuple[int, int, int]], gazetteer: Gazetteer
) -> list[Mention]:
    """The mentions of places of a text, in order, not overlapping.

    ``names`` are what the model saw: kind (0 person, 1 place, 2 organisation) and words, half-open.
    """
    return _Finder(tokens, syntax, names, gazetteer).find()


class _Finder:
    def __init__(
        self, tokens: Tokens, syntax: Syntax, names: Sequence[tuple[int, int, int]], gazetteer: Gazetteer
    ) -> None:
        self._tokens, self._syntax = tokens, syntax
        self._matcher = Matcher(tokens, syntax, names, gazetteer)
        self._unlisted = Unlisted(tokens, syntax, self._matcher)
        self._before: Mention | None = None
        self._in_place = False  # whether a preposition of place stands before it, or before the list it is in

    def find(self) -> list[Mention]:
        found: list[Mention] = []
        word, size = 0, len(self._tokens)
        while word < size:
            mention = None
            if is_capitalised(self._tokens, word):
                mention = self._at(word)
            if mention is None:
                word += 1
            else:
                found.append(mention)
                word = mention.last
                if mention.kind == "name":
                    opens = word_before(self._tokens, mention.first) in LOCATIVE
                    self._in_place = opens or self._is_listed(mention.first)
                    self._before = mention
        return [self._contained(mention, found[i + 1 : i + 3]) for i, mention in enumerate(found)]

    def _at(self, word: int) -> Mention | None:
        """The mention that starts at a word."""
        if self._tokens.word(word).lower() in DAYS and not self._is_called_a_place(word + 1):
            return None
        if self._tokens.word(word) in _BODIES:
            return None  # "UN says 12 died": Un is a town, too
        match = self._matcher.match(word)
        if match is not None and match.last == word + 1 and self._tokens.word(word).lower() in DIRECTIONS:
            return None if self._matcher.match(word + 1) else self._unlisted.mention(word)  # "Eastern Ghouta"
        adjective = self._matcher.adjective(word)
        if adjective is not None and (match is None or match.last <= adjective.last):
            return self._matcher.capital(adjective) or adjective
        if match is not None:
            mention = self._judge(match)
            if mention is not None:
                return self._matcher.capital(mention) or mention
        listed = self._unlisted.in_list(word) if self._is_listed(word) else None
        return self._matcher.abbreviated(word) or self._unlisted.mention(word) or listed

    def _is_called_a_place(self, word: int) -> bool:
        """Whether a word right behind says what a name is: "Mon state"."""
        return same_sentence(self._tokens, word, word - 1) and level_word(self._tokens.word(word))

    def _judge(self, match: Match) -> Mention | None:
        """The mention of a match, "inside" where it is part of another name, None where it is no place."""
        tokens, first, last = self._tokens, match.first, match.last
        named = self._matcher.named.get(first)
        kind = named[0] if named else None
        level = level_said(tokens, first, last)
        before = word_before(tokens, first)
        located = (
            before in LOCATIVE
            or level in LEVELS
            or self._is_dateline(last)
            or self._followed_by_container(last)
            or self._is_listed(first)
            or is_of_office(tokens, first)
            or is_before_office(tokens, last)
        )
        if self._begins_village(match, level) or is_church(tokens, first, last):
            return None  # the village of Ye Pyar Kone is not the town of Ye
        if self._is_proper(match.last) and begins_foreign_name(tokens, match):
            return None
        longer = self._of_longer_name(match, level, before)
        if longer is not None:
            return longer
        country = match.entries[0].precision == "country" or match.entries[0].own
        if named is not None and (named[1] < first or named[2] > last):
            if kind == PERSON and not (located and named[2] <= last):
                return self._name(match, level) if located and named[1] == first and country else None
            if kind == ORGANISATION or (named[2] > last and begins_longer_name(tokens, match)):
                return Mention(first, last, "inside", match.entries)
        elif kind == PERSON and not located and not country:
            return None
        if has_title(tokens, first) and not country and not located:
            return None
        region = match.entries[0].precision == "admin1" and last - first > 1 and kind != ORGANISATION
        meant = (country or region) and self._is_proper(last - 1)  # China is a country, whatever china is
        if "w" in match.flags and not meant and not self._is_meant(match, level, placed=kind == PLACE and located):
            return None  # Congress, Central, Police: towns, too, but seldom meant
        if not (country or located) and self._follows_person(first):
            return None  # Mauricio Colorado, of whom the model saw the first name only
        if kind == ORGANISATION and not (country or located) and self._in_longer_name(first, last):
            return Mention(first, last, "inside", match.entries)
        if kind in (PLACE, ORGANISATION):
            return self._name(match, level)
        if self._matcher.is_shouted(first):
            return self._judge_shouted(match, level, located=located, country=country)
        if self._in_longer_name(first, last) and not (country or located):
            return Mention(first, last, "inside", match.entries) if not match.flags else None
        if located or (country and kind != PERSON):
            return self._name(match, level)
        if "p" in match.flags or kind == PERSON:
            return None
        if self._syntax.pos and self._syntax.pos[last - 1] == "ADJ":
            return None  # "the Olympic bombing"
        best = max(match.entries, key=lambda e: e.population)
        large = best.population >= _LARGE or best.precision in ("admin1", None)
        return replace(self._name(match, level), placed=False) if large else None

    def _of_longer_name(self, match: Match, level: str | None, before: str | None) -> Mention | None:
        """What a match is that is part of the name of a feature or building; None for any other."""
        tokens, first, last = self._tokens, match.first, match.last
        if level == "feature" and tokens.word(last).lower() in SEAS and before in LOCATIVE:
            return Mention(first, last + 1, "name", (), "sea")
        if is_of_a_feature(tokens, first, last, level):
            return Mention(first, last, "inside", match.entries)
        if not is_of_a_building(tokens, match, level):
            return None
        if is_before_a_house(tokens, first, last):
            return replace(self._name(match, level), placed=False)
        return Mention(first, last, "inside", match.entries)

    def _begins_village(self, match: Match, level: str | None) -> bool:
        """Whether "village of" stands before a small town's name that is the first word of a longer one."""
        tokens, last = self._tokens, match.last
        if (
            level != "city"
            or tokens.word(match.first - 1).lower() != "of"
            or not same_sentence(tokens, last, last - 1)
        ):
            return False
        return begins_longer_name(tokens, match) and self._unlisted.goes_on(match.first, last)

    def _judge_shouted(self, match: Match, level: str | None, *, located: bool, country: bool) -> Mention | None:
        """In capitals the shape of a word says nothing: ordinary words and persons need a word beside them."""
        if country or located:
            ordinary = "w" in match.flags and not self._is_proper(match.last - 1)
            return None if ordinary else self._name(match, level)
        if match.flags or self._in_longer_name(match.first, match.last):
            return None
        large = max(e.population for e in match.entries) >= _LARGE_IN_CAPITALS
        return replace(self._name(match, level), placed=False) if large else None

    def _is_meant(self, match: Match, level: str | None, *, placed: bool) -> bool:
        """Whether a name that is also an ordinary word is meant as a place."""
        if placed or self._followed_by_container(match.last):
            return True
        return level in LEVELS and self._is_proper(match.last - 1)

    def _follows_person(self, first: int) -> bool:
        """Whether the word right before ends the name of a person."""
        tokens = self._tokens
        named = self._matcher.named.get(first - 1)
        return (
            named is not None
            and named[0] == PERSON
            and named[2] == first
            and same_sentence(tokens, first - 1, first)
            and tokens.word(first - 1)[0].isalpha()
        )

    def _is_proper(self, word: int) -> bool:
        return word < len(self._tokens) and (not self._syntax.pos or self._syntax.pos[word] == "PROPN")

    def _name(self, match: Match, level: str | None) -> Mention:
        return Mention(match.first, match.last, "name", match.entries, level if level in LEVELS else None)

    def _in_longer_name(self, first: int, last: int) -> bool:
        """Whether a capitalised word stands right beside: Paris Hilton, the Boston Globe."""
        tokens, syntax = self._tokens, self._syntax
        shouted = self._matcher.is_shouted(first)
        for beside, joint in ((first - 1, first), (last, last - 1)):
            if not same_sentence(tokens, beside, first) or not is_capitalised(tokens, beside):
                continue
            if shouted:
                if (
                    syntax.pos
                    and syntax.pos[beside] == "PROPN"
                    and (syntax.heads[beside] in range(first, last) or syntax.heads[joint] == beside)
                ):
                    return True
            elif beside >= last or (tokens.starts[beside] and same_sentence(tokens, beside - 1, first)):
                word = tokens.word(beside).lower()
                if level_said(tokens, first, last) is None and word_before(tokens, first) != word:
                    return beside >= last
                if beside < first and not self._is_adjective_word(beside):
                    return True
        return False

    def _is_adjective_word(self, word: int) -> bool:
        return name_of_country(self._tokens.word(word)) is not None

    def _is_listed(self, first: int) -> bool:
        """Whether the name stands in a list right after a place: "in Palu, Donggala and Sigi"."""
        before, tokens = self._before, self._tokens
        if before is None or not 0 < first - before.last <= 3 or not same_sentence(tokens, before.first, first):
            return False
        words = [tokens.word(i).lower() for i in range(before.last, first)]
        return self._in_place and all(w in (",", "and", "or", "&") for w in words)

    def _is_dateline(self, last: int) -> bool:
        """Whether "(AP)", a dash, or a date in the manner of an agency follows near the start of a paragraph."""
        tokens = self._tokens
        if last >= len(tokens):
            return False
        start = last
        while start > 0 and tokens.paragraphs[start - 1] == tokens.paragraphs[last - 1] and last - start < 12:
            start -= 1
        if start > 0 and tokens.paragraphs[start - 1] == tokens.paragraphs[last - 1]:
            return False
        ahead = [tokens.word(i) for i in range(last, min(last + 10, len(tokens)))]
        return any(w in ("--", "—", "–", "_", "(") for w in ahead)

    def _followed_by_container(self, last: int) -> bool:
        """Whether a comma and the name of a country or region follow: "Amherst, N.Y."."""
        tokens = self._tokens
        if not same_sentence(tokens, last + 1, last - 1) or tokens.word(last) not in (",", "("):
            return False
        return self._matcher.container_at(last + 1) is not None

    def _contained(self, mention: Mention, following: Sequence[Mention]) -> Mention:
        """The mention with the place that the words put it in: "Paris, Texas"; "Aleppo in Syria"."""
        tokens = self._tokens
        if mention.kind != "name":
            return mention
        for other in following:
            if other.kind != "name" or not same_sentence(tokens, other.first, mention.first):
                break
            between = [tokens.word(i).lower() for i in range(mention.last, other.first)]
            if len(between) > 6:
                break
            plain = [w for w in between if not level_word(w) and w not in DIRECTIONS and w not in ("the", "'s")]
            larger = tuple(e for e in other.entries if _may_hold(e, mention))
            if plain in ([","], ["("], ["in"], [",", "in"], ["of"]) and larger and not _country_like(mention):
                return replace(mention, within=larger)
            break
        return mention


def _may_hold(larger: Entry, mention: Mention) -> bool:
    """Whether a place may be the one a name behind a comma puts another in; a district holds its region's only."""
    if larger.precision == "admin2":
        regions = {(e.iso3, e.region) for e in mention.entries}
        return not regions or (larger.iso3, larger.region) in regions
    return larger.precision in ("country", "admin1", None)


def _country_like(mention: Mention) -> bool:
    return bool(mention.entries) and mention.entries[0].precision == "country"
