"""What tells the happening of a report: its kind, places, names, days, all from the one reading."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from urllib.parse import urlsplit

from reportedly.findings.lexicon import lexicon_rows
from reportedly.findings.passages import Passage, Token, passages_of
from reportedly.findings.spelling import folded_words
from reportedly.terms import Figure, Place, Reading, Report
from reportedly.terms.moments import Extent, extent_of

#: How much a word of a happening weighs in the headline or the address, in the first passages, and further on.
_IN_HEADLINE, _IN_LEAD, _BELOW = 4, 2, 1
_LEAD_PASSAGES = 3
#: Kinds that have at least this share of the weight of the heaviest are what the report is about.
_MAIN = 0.5
_LEAST_WEIGHT = 2
#: A report that names more towns than these is a round-up.
_MOST_TOWNS = 8
#: Days after which what is counted belongs to an earlier happening: "In 2004 a quake killed …".
_LONG_BEFORE = 60
#: Parts of an address that are words of its headline.
_SLUG_WORD = re.compile(r"[a-z]{3,}")
#: Numbers from here on seldom are the same by chance; years are left out.
_LARGE = 100
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a reading tells which happening it is about.

    ``kinds`` are those of ``lexicons/happenings.tsv``, the main ones first; ``towns`` are places finer than a
    country, by their folded names; ``persons`` are full names, ``names`` other names of two words and more,
    ``words`` names of one word; ``days`` are those on which something happened that was counted.
    """

    published: Extent | None
    kinds: tuple[str, ...]
    towns: frozenset[str]
    countries: frozenset[str]
    persons: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    days: frozenset[datetime]
    numbers: frozenset[str]


def traits_of(reading: Reading) -> Traits:
    """The traits of one reading."""
    report = reading.report
    places = _places_of(reading)
    persons = frozenset(
        " ".join(folded_words(speaker.name))
        for speaker in reading.speakers
        if speaker.kind == "person" and speaker.name and len(folded_words(speaker.name)) > 1
    )
    names = _names_of(report.text, passages_of(report))
    return Traits(
        published=extent_of(report.published),
        kinds=_main_kinds(report),
        towns=frozenset(_fold(p.name) for p in places if p.name and p.precision != "country"),
        countries=frozenset(place.iso3 for place in places if place.iso3),
        persons=persons,
        names=frozenset(name for name in names if " " in name),
        words=frozenset(name for name in names if " " not in name) | frozenset(_slug(report)),
        days=frozenset(_days_of(reading)),
        numbers=_large_numbers(report.text, passages_of(report)),
    )


def _places_of(reading: Reading) -> list[Place]:
    """Where it happened: not where somebody spoke, nor where something happened long before.

    A report that names many towns is a round-up: of it only those of the headline and the beginning.
    """
    published = extent_of(reading.report.published)
    found = [
        place
        for figure in reading.figures
        if not _long_before(figure, published)
        for place in figure.places
        if place.role != "spoken from"
    ]
    if len({place.name for place in found if place.precision != "country"}) <= _MOST_TOWNS:
        return found
    body = [passage for passage in passages_of(reading.report) if not passage.headline]
    end = body[min(_LEAD_PASSAGES, len(body)) - 1].span[1] if body else 0
    return [place for place in found if place.end <= end]


def _long_before(figure: Figure, published: Extent | None) -> bool:
    occurred = extent_of(figure.occurred.edtf) if figure.occurred else None
    if occurred is None or occurred.after is None:
        return False
    if published is None or published.first is None:
        return (occurred.after - occurred.first).days > 360 if occurred.first else False
    return (published.first - occurred.after).days > _LONG_BEFORE


def _fold(name: str) -> str:
    return " ".join(folded_words(name))


def _days_of(reading: Reading) -> Iterator[datetime]:
    for figure in reading.figures:
        extent = extent_of(figure.occurred.edtf) if figure.occurred else None
        if extent is not None and extent.first and extent.after and (extent.after - extent.first).days <= 1:
            yield extent.first


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for word, kind, _ in lexicon_rows("happenings", 3)}


@lru_cache(maxsize=1024)
def _main_kinds(report: Report) -> tuple[str, ...]:
    weights: Counter[str] = Counter()
    for word in _slug(report):
        if word in _kinds():
            weights[_kinds()[word]] += _IN_HEADLINE
    body = 0
    for passage in passages_of(report):
        body += not passage.headline
        weight = _IN_HEADLINE if passage.headline else _IN_LEAD if body <= _LEAD_PASSAGES else _BELOW
        capitals = passage.headline or passage.tokens[0]  # the first word has its capital from the sentence
        for word in {t.form for t in passage.tokens if not t.name or capitals in (True, t)}:
            if word in _kinds():
                weights[_kinds()[word]] += weight
    heaviest = max(weights.values(), default=0)
    kept = [kind for kind, weight in weights.items() if weight >= max(_LEAST_WEIGHT, heaviest * _MAIN)]
    return tuple(sorted(kept, key=lambda kind: (-weights[kind], kind)))


def _slug(report: Report) -> list[str]:
    """Words of the last part of the public address: "/2018/10/palu-toll-rises-past-2000.html"."""
    for written in (report.url, report.address):
        try:
            parts = urlsplit(written or "")
        except ValueError:  # a bracket that closes no address of the net
            continue
        if parts.scheme in ("http", "https"):
            pieces = [piece for piece in parts.path.lower().split("/") if piece.count("-") >= 2]
            return _SLUG_WORD.findall(max(pieces, key=len)) if pieces else []
    return []


@lru_cache(maxsize=1024)
def _names_of(text: str, passages: tuple[Passage, ...]) -> frozenset[str]:
    """Runs of words with capitals; a single one at the beginning of a sentence is left out."""
    return frozenset(name for passage in passages for name in _runs(text, passage))


def _runs(text: str, passage: Passage) -> Iterator[str]:
    run: list[Token] = []
    for token in (*passage.tokens, Token("", 0, 0)):
        if token.name and (not run or text[run[-1].end : token.start] in (" ", "-", " - ")):
            run.append(token)
            continue
        if len(run) > 1 or (run and run[0] is not passage.tokens[0] and text[run[0].start - 2] not in '.?!"“”'):
            yield " ".join(each.form for each in run)
        run = [token] if token.name else []


def _large_numbers(text: str, passages: tuple[Passage, ...]) -> frozenset[str]:
    """Numbers that two reports seldom share by chance; four digits without a separator may be a year."""
    tokens = [token for passage in passages for token in passage.tokens if token.number and token.form.isdigit()]
    return frozenset(t.form for t in tokens if int(t.form) > _LARGE and not _YEAR.fullmatch(text[t.start : t.end]))
