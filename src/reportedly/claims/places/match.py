"""What the gazetteer, the adjectives of countries and the abbreviations of states say of the words of a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.countries import countries, country_names, name_of_country, table_rows
from reportedly.claims.places.entry import Entry
from reportedly.claims.places.gazetteer import Gazetteer
from reportedly.claims.places.mention import Mention
from reportedly.claims.places.spelling import fold_name
from reportedly.claims.places.surroundings import is_capitalised, is_shouting, same_sentence
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

PERSON, PLACE, ORGANISATION = 0, 1, 2
_LONGEST = 9  # words of a name with its hyphens: San Fernando del Valle de Catamarca
_JOINTS = frozenset("-'’.‑–")
_SHORT_NAME = 3  # letters
_HYPHENS = "-‑"
_PARTS_OF_WORLD = word_set("central south north latin pan - african native anti")
_PLURAL_PLACES = frozenset({"philippines", "emirates", "maldives", "seychelles", "bahamas", "comoros"})


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer in the text: its words, half-open, its flags, and what it may mean."""

    first: int
    last: int
    flags: str
    entries: tuple[Entry, ...]


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """First words of adjectives and peoples, folded."""
    return frozenset(fold_name(w).split(" ")[0] for w, (_, kind) in country_names().items() if kind == "demonym")


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, tuple[str, str]]:
    return {words: (admin1, iso3) for words, admin1, iso3, _ in table_rows("abbreviations", 4)}


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    return {iso3: name for iso3, name, _ in table_rows("capitals", 3)}


class Matcher:
    """Looks up the words of one text; ``names`` are what the model saw, as in :func:`find_mentions`."""

    def __init__(
        self, tokens: Tokens, syntax: Syntax, names: Sequence[tuple[int, int, int]], gazetteer: Gazetteer
    ) -> None:
        self._tokens, self._syntax, self._gazetteer = tokens, syntax, gazetteer
        self.named: dict[int, tuple[int, int, int]] = {}
        for kind, first, last in names:
            for word in range(first, last):
                self.named.setdefault(word, (kind, first, last))
        self._shouting: dict[int, bool] = {}

    def match(self, word: int) -> Match | None:
        """The longest name of the gazetteer that starts at a word."""
        tokens = self._tokens
        start, best = tokens.starts[word], None
        joined = word and tokens.word(word - 1) in _HYPHENS and tokens.text[max(0, start - 2)].isalnum()
        for last in range(word + 1, min(word + _LONGEST, len(tokens)) + 1):
            if tokens.sentences[last - 1] != tokens.sentences[word]:
                break
            piece = tokens.word(last - 1)
            if not piece[0].isalpha() and piece not in _JOINTS:
                break
            if piece[0] in "'’" and len(piece) <= 2:
                break
            key = fold_name(tokens.text[start : tokens.ends[last - 1]])
            if not key or not self._gazetteer.begins(key):
                break
            if piece in _JOINTS and piece != ".":
                continue
            flags, entries = self._gazetteer.find(key)
            if entries and self._written_as_name(word, last, entries):
                best = Match(word, last, flags, entries)
        if joined and best is not None and best.entries[0].precision != "country":
            return None  # the end of another name, Chan-Hom; but the Iran-Iraq border
        return best

    def _written_as_name(self, first: int, last: int, entries: tuple[Entry, ...]) -> bool:
        """Short codes count only in capitals, and the last word of a name is capitalised."""
        written = self._tokens.text[self._tokens.starts[first] : self._tokens.ends[last - 1]]
        short = len(written.replace(".", "")) <= _SHORT_NAME
        if short and written.isupper() and entries[0].precision != "country" and not entries[0].own:
            # the UN is not in Un; datelines are in capitals, too
            return self.is_shouted(first) or (
                first == 0 or self._tokens.paragraphs[first - 1] != self._tokens.paragraphs[first]
            )
        if short and entries[0].precision == "country" and entries[0].alias:
            return name_of_country(written) is not None and not self.is_shouted(first)
        return is_capitalised(self._tokens, last - 1)

    def is_shouted(self, word: int) -> bool:
        """Whether the sentence around a word is written in capitals."""
        tokens = self._tokens
        number = tokens.sentences[word]
        held = self._shouting.get(number)
        if held is None:
            first = last = word
            while first > 0 and tokens.sentences[first - 1] == number:
                first -= 1
            while last < len(tokens) and tokens.sentences[last] == number:
                last += 1
            held = self._shouting[number] = is_shouting(tokens, first, last)
        return held

    def adjective(self, word: int) -> Mention | None:
        """An adjective of a country, or its people: "Kenyan", "South Koreans"."""
        tokens = self._tokens
        first = fold_name(tokens.word(word))
        if word and tokens.word(word - 1).lower() in _PARTS_OF_WORLD:  # Central American, African-American
            return None
        if first not in _beginnings() and first.removesuffix("s") not in _beginnings():
            return None
        for length in (4, 2, 1):
            last = word + length
            if not same_sentence(tokens, word, last - 1):
                continue
            written = tokens.text[tokens.starts[word] : tokens.ends[last - 1]]
            found = name_of_country(written)
            if self._is_of_an_ocean(last):
                return None
            if found is not None and found[1] == "demonym" and fold_name(written) not in _PLURAL_PLACES:
                people = self._is_people(word, last)
                if not people and self._in_organisation(word, last):
                    return Mention(word, last, "inside", self._country(found[0]))
                return Mention(word, last, "people" if people else "adjective", self._country(found[0]))
        return None

    def _is_of_an_ocean(self, word: int) -> bool:
        """Whether a word ends the name of an ocean or sea: "the Indian Ocean tsunami"."""
        return same_sentence(self._tokens, word, word - 1) and self._tokens.word(word) in ("Ocean", "Sea", "Gulf")

    def capital(self, mention: Mention) -> Mention | None:
        """The capital of a country where the words name it so: "the Haitian capital", "Turkey's capital"."""
        if not mention.entries or mention.entries[0].precision != "country" or mention.kind == "inside":
            return None
        word = mention.last
        while word < len(self._tokens) and self._tokens.word(word) in ("'s", "’s", "'", "’"):
            word += 1
        if not same_sentence(self._tokens, word, mention.first) or self._tokens.word(word).lower() != "capital":
            return None
        if same_sentence(self._tokens, word + 1, word) and is_capitalised(self._tokens, word + 1):
            return None  # "the Haitian capital Port-au-Prince"
        iso3 = mention.entries[0].iso3
        _, entries = self._gazetteer.find(fold_name(_capitals().get(iso3 or "", "")))
        found = tuple(e for e in entries if e.capital and e.iso3 == iso3)
        return Mention(mention.first, word + 1, "name", found, "city") if found else None

    def _in_organisation(self, first: int, last: int) -> bool:
        named = self.named.get(first)
        return named is not None and named[0] == ORGANISATION and (named[1] < first or last < named[2])

    def _is_people(self, first: int, last: int) -> bool:
        syntax = self._syntax
        head = last - 1
        if not syntax.pos:
            return False
        return (
            syntax.relations[head] not in ("amod", "compound", "nmod:poss", "flat") and syntax.pos[head] != "ADJ"
        )

    def _country(self, iso3: str) -> tuple[Entry, ...]:
        _, entries = self._gazetteer.find(fold_name(countries()[iso3].name))
        return tuple(e for e in entries if e.iso3 == iso3 and e.precision == "country")

    def container_at(self, word: int) -> tuple[Entry, ...] | None:
        """The country or region named at a word, if one is."""
        if not is_capitalised(self._tokens, word):
            return None
        short = self.abbreviated(word)
        if short is not None:
            return short.entries
        match = self.match(word)
        if match is None:
            return None
        entries = tuple(e for e in match.entries if e.precision in ("country", "admin1", "admin2"))
        return entries or None

    def abbreviated(self, word: int) -> Mention | None:
        """An abbreviated state after a comma: "Okla.", "N.Y."."""
        tokens = self._tokens
        if not (same_sentence(tokens, word - 2, word) and tokens.word(word - 1) == ","):
            return None
        written, last = tokens.word(word), word + 1
        dotted = (
            same_sentence(tokens, last, word)
            and tokens.word(last) == "."
            and tokens.ends[word] == tokens.starts[last]
        )
        found = _abbreviations().get(written)
        if found is None and dotted:
            found, last = _abbreviations().get(written + "."), last + 1
        if found is None or (written.isupper() and "." not in written and self.is_shouted(word)):
            return None
        admin1, iso3 = found
        _, entries = self._gazetteer.find(fold_name(admin1))
        fitting = tuple(e for e in entries if e.iso3 == iso3 and e.precision == "admin1")
        return Mention(word, last, "name", fitting or entries[:1], "admin1")

    def similar(self, first: int, last: int) -> tuple[Entry, ...]:
        """Places whose names differ from the words by one vowel."""
        tokens = self._tokens
        return self._gazetteer.find_similar(fold_name(tokens.text[tokens.starts[first] : tokens.ends[last - 1]]))
