"""What the words say of the people counted: nationality, status, age, sex."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import lexicon_rows, word_set
from reportedly.claims.places.countries import country_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.terms import Attributes, Claim, Figure, Span, Speaker, Unit, Words, words_at

#: Nouns that are always nationals of some country, which the words may leave out.
_OF_A_COUNTRY = word_set("national citizen compatriot countryman countrywoman subject")
_MODIFIERS = ("compound", "amod")
_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w’'-]*")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, frozenset[str]]:
    """The attributes that a lemma says something of: a schoolgirl has status, age and sex."""
    found: dict[str, frozenset[str]] = {}
    for lemma, attribute, _ in lexicon_rows("attributes", 3):
        found[lemma] = found.get(lemma, frozenset()) | {attribute}
    return found


def read_attributes(tokens: Tokens, syntax: Syntax, span: Span) -> Attributes:
    """Attributes in the words of the noun phrase at ``span``, and in "of" and a country right after it.

    Values are lemmas of the words; of two words for one attribute the one nearer to the head counts.
    """
    first = bisect_right(tokens.ends, span[0])
    values: dict[str, str] = {}
    places: dict[str, Span] = {}
    word = first
    while word < len(tokens) and tokens.starts[word] < span[1]:
        _read_word(tokens, syntax, first, word, values, places)
        word += 1
    if "nationality" not in values and word > first:
        _read_country_after(tokens, word, values, places)
    words = tuple(words_at(tokens.text, place) for place in sorted(set(places.values())))
    return Attributes(
        nationality=values.get("nationality"),
        status=values.get("status"),
        age=values.get("age"),
        sex=values.get("sex"),
        words=words,
    )


def _read_word(
    tokens: Tokens, syntax: Syntax, first: int, word: int, values: dict[str, str], places: dict[str, Span]
) -> None:
    written = tokens.word(word)
    joined = tokens.word(word + 1) == "-" if word + 1 < len(tokens) else False  # US-backed rebels are no Americans
    if written[0].isupper() and not joined:
        country = country_of(written) or (country_of(written[:-1]) if written.endswith("s") else None)
        if country is not None:
            values["nationality"], places["nationality"] = country, (tokens.starts[word], tokens.ends[word])
            return
    pos = syntax.pos[word]
    lemma = lemma_of(written, pos if pos in ("NOUN", "ADJ") else "NOUN")
    for attribute in _lexicon().get(lemma, ()):
        low = _phrase_start(tokens, syntax, first, word) if attribute == "status" else word
        before = [tokens.word(w).lower() for w in range(low, word)]
        values[attribute] = " ".join([*before, lemma])
        places[attribute] = (tokens.starts[low], tokens.ends[word])


def _phrase_start(tokens: Tokens, syntax: Syntax, first: int, word: int) -> int:
    """Where the words for a status begin: university students, aid workers, child soldiers."""
    low = word
    while (
        low > first
        and syntax.pos[low - 1] == "NOUN"
        and syntax.relations[low - 1] in _MODIFIERS
        and tokens.word(low - 1).islower()
    ):
        low -= 1
    return low


def _read_country_after(tokens: Tokens, word: int, values: dict[str, str], places: dict[str, Span]) -> None:
    """ "Six citizens of Paraguay": the country after "of"."""
    head = lemma_of(tokens.word(word - 1), "NOUN")
    if head not in _OF_A_COUNTRY or word + 1 >= len(tokens) or tokens.word(word).lower() not in ("of", "from"):
        return
    at = word + 1 + (tokens.word(word + 1).lower() == "the")
    for last in range(min(at + 3, len(tokens)), at, -1):
        place = tokens.starts[at], tokens.ends[last - 1]
        country = country_of(tokens.text[slice(*place)])
        if country is not None:
            values["nationality"], places["nationality"] = country, place
            return


def supply_nationalities(
    figures: Sequence[Figure], claims: Sequence[Claim], speakers: Sequence[Speaker]
) -> list[Figure]:
    """The figures, those of bare "nationals" with the country of the authorities who count them.

    "Tajik authorities say up to 1,000 nationals" are nationals of Tajikistan: a government counts its
    own. Nothing is supplied where the source names no country or several, or the nationals are foreign.
    """
    sources = {claim.id: claim.source for claim in claims}
    countries = {speaker.id: speaker.country for speaker in speakers}
    result = []
    for figure in figures:
        source, unit = sources.get(figure.claim or ""), figure.unit
        if unit is None or source is None or not _lacks_country(unit):
            result.append(figure)
            continue
        named = _countries_in(source)
        spoken = countries.get(source.speaker or "")
        if len({country for country, _ in named}) == 1:
            result.append(_with_country(figure, unit, *named[0]))
        elif not named and spoken is not None:
            words = Words(exact=source.exact, spans=source.spans)
            result.append(_with_country(figure, unit, spoken, words))
        else:
            result.append(figure)
    return result


def _lacks_country(unit: Unit) -> bool:
    if "foreign" in unit.exact.lower():
        return False
    return unit.lemma in _OF_A_COUNTRY and unit.attributes.nationality is None


def _countries_in(source: Words) -> list[tuple[str, Words]]:
    """The countries named in one piece of words, each with its place."""
    found = []
    if len(source.spans) == 1:
        for match in _CAPITALISED.finditer(source.exact):
            country = country_of(match.group())
            if country is not None:
                start = source.start + match.start()
                found.append((country, Words(exact=match.group(), spans=((start, start + len(match.group())),))))
    return found


def _with_country(figure: Figure, unit: Unit, country: str, words: Words) -> Figure:
    held = (*unit.attributes.words, words)
    attributes = replace(unit.attributes, nationality=country, words=tuple(sorted(held, key=lambda w: w.spans)))
    return replace(figure, unit=replace(unit, attributes=attributes))
