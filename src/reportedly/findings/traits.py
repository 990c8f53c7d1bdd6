"""What tells the happening of a report: its kind, places, persons, counts and days, from the one reading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from reportedly.findings.kinds import LEAD_PASSAGES, Happening, find_happening
from reportedly.findings.passages import Passage, passages_of
from reportedly.findings.rarity import weigh_words
from reportedly.findings.spelling import folded_words, sound_key
from reportedly.terms import Figure, Place, Reading, Report
from reportedly.terms.moments import Extent, extent_of

#: A report that names more towns than these is a round-up.
_MOST_TOWNS = 8
#: Days after which what is counted belongs to an earlier happening: "In 2004 a quake killed …".
_LONG_BEFORE = 60
#: Parts of an address that are words of its headline.
_SLUG_WORD = re.compile(r"[a-z]{3,}")
#: Numbers from here on seldom are the same by chance, and with what happened to those counted from the second on.
_LARGE, _COUNTED = 1_000, 20
#: Kinds of happening, and countries of the towns, from which on a report is a round-up.
_MANY = 3
#: What is counted in reports of most kinds of happening.
_OF_MANY = frozenset({"killed", "injured", "other"})
_LIGHT = frozenset("the of a an for and local state officials authorities sources residents".split())
#: Precisions of places whose coordinates tell how far they are from one another.
_FINE = frozenset({"city", "admin2", "point", "site"})
#: Happenings with names of their own.
_TITLE = re.compile(
    r"\b(?:(?:[Tt]ropical|[Ss]uper)\s*)?(?P<kind>[Hh]urricane|[Ss]torm|[Tt]yphoon|[Cc]yclone)\s+(?P<name>[A-Z][a-z]+)\b"
)
#: What is counted after most disasters and attacks.
_OF_TOLLS = frozenset(["killed", "injured", "missing"])
#: Events of which few stories count those of one people.
_SELDOM = frozenset(
    ["joined", "fighting", "recruited", "returned", "abducted", "convicted", "executed", "stranded"]
)
#: … and those by which people of one country go to war in another.
_OF_WAR = frozenset(["joined", "fighting", "recruited", "returned"])
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a reading tells which happening it is about.

    ``towns`` are places finer than a country, by their folded names, those that somebody speaks from in ``desks``,
    the coordinates of towns in degrees in ``points``, their countries in ``scenes``; ``persons`` are full names by
    the sound of them, ``bodies`` the words of the names of bodies that speak; ``words`` are those of the text and
    the address by what they tell (:func:`reportedly.findings.rarity.weigh_words`); ``counts`` tell how many of
    whom ("killed 832"), ``events`` what is counted, ``numbers`` large numbers; ``days`` are those on which
    something happened that was counted. ``titles`` are happenings that have a name ("storm odile"), ``whom`` what
    of a people is counted where that is seldom counted ("joined TJK"), ``tolls`` whether the dead, the hurt or the
    missing are counted; ``counting`` are the words that say what is counted, what happened to it and whose office
    says so, which stand in the reports of many happenings.
    """

    published: Extent | None
    happening: Happening
    towns: frozenset[str]
    desks: frozenset[str]
    points: frozenset[tuple[float, float]]
    countries: frozenset[str]
    scenes: frozenset[str]
    persons: Mapping[str, str]
    words: Mapping[str, float]
    bodies: frozenset[frozenset[str]]
    counts: frozenset[str]
    events: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[datetime]
    titles: frozenset[str]
    whom: frozenset[str]
    tolls: frozenset[str]
    counting: frozenset[str]

    @property
    def round_up(self) -> bool:
        """Whether it tells of several happenings: of many kinds, in many countries, or of two in two."""
        kinds, countries = len(self.happening.kinds), len(self.scenes)
        return kinds >= _MANY or countries >= _MANY or min(kinds, countries) > 1


class Held:
    """A reading to be remembered by: the very one, so that it need not be compared field by field."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __hash__(self) -> int:
        return id(self.reading)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.reading is self.reading


def traits_of(reading: Reading) -> Traits:
    """The traits of one reading; those asked for last are remembered."""
    return _traits(Held(reading))


@lru_cache(maxsize=1024)
def _traits(held: Held) -> Traits:
    reading, report = held.reading, held.reading.report
    passages = passages_of(report)
    slug = _slug(report)
    places = _places_of(reading)
    return Traits(
        published=extent_of(report.published),
        happening=find_happening(passages, slug),
        towns=frozenset(_fold(p.name) for p in places if p.name and p.precision != "country" and _is_scene(p)),
        desks=frozenset(_fold(p.name) for p in places if p.name and p.precision != "country" and not _is_scene(p)),
        points=frozenset(
            (p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None and _is_fine(p)
        ),
        countries=frozenset(place.iso3 for place in places if place.iso3),
        scenes=frozenset(p.iso3 for p in places if p.iso3 and p.precision != "country" and _is_scene(p)),
        persons=dict(sorted(_persons_of(reading))),
        words=weigh_words(passages, slug),
        bodies=frozenset(_bodies_of(reading)),
        counts=frozenset(_counts_of(reading)),
        events=frozenset(f.event.type for f in reading.figures if f.event) - _OF_MANY,
        numbers=_large_numbers(report.text, passages),
        days=frozenset(_days_of(reading)),
        titles=frozenset(_titles_of(report.text)),
        whom=frozenset(_whom_of(reading)),
        tolls=frozenset(f.event.type for f in reading.figures if f.event) & _OF_TOLLS,
        counting=frozenset(_counting_words(reading)),
    )


def _is_scene(place: Place) -> bool:
    return place.role != "spoken from"


def _is_fine(place: Place) -> bool:
    return place.precision in _FINE and _is_scene(place)


def _fold(name: str) -> str:
    return " ".join(folded_words(name))


def _places_of(reading: Reading) -> list[Place]:
    """Places of what is counted, but for what happened long before.

    A report that names many towns is a round-up: of it only those of the headline and the beginning.
    """
    published = extent_of(reading.report.published)
    found = [place for figure in reading.figures if not _long_before(figure, published) for place in figure.places]
    if len({place.name for place in found if place.precision != "country"}) <= _MOST_TOWNS:
        return found
    body = [passage for passage in passages_of(reading.report) if not passage.headline]
    end = body[min(LEAD_PASSAGES, len(body)) - 1].span[1] if body else 0
    return [place for place in found if place.end <= end]


def _long_before(figure: Figure, published: Extent | None) -> bool:
    """Whether what is counted happened long before the report, or in a year told without one to compare with."""
    occurred = extent_of(figure.occurred.edtf) if figure.occurred else None
    if occurred is None or occurred.first is None or occurred.after is None:
        return False
    if published is None or published.first is None:
        return occurred.after - occurred.first > timedelta(days=300)
    return published.first - occurred.after > timedelta(days=_LONG_BEFORE)


def _persons_of(reading: Reading) -> Iterator[tuple[str, str]]:
    """Who speaks, by keys: first and last name, and all in one, so that forms and spellings meet."""
    for speaker in reading.speakers:
        words = folded_words(speaker.name or "") if speaker.kind == "person" else ()
        if len(words) > 1:
            name = speaker.name or ""
            yield f"{sound_key(words[0])} {sound_key(words[-1])}", name
            yield sound_key("".join(words)), name


def _bodies_of(reading: Reading) -> Iterator[frozenset[str]]:
    """Telling words of bodies that speak, two at least: "the national disaster agency"."""
    for speaker in reading.speakers:
        if speaker.kind != "person":
            words = frozenset(folded_words(speaker.name or speaker.role or "")) - _LIGHT
            if len(words) > 1:
                yield words


def _counts_of(reading: Reading) -> Iterator[str]:
    published = extent_of(reading.report.published)
    for figure in reading.figures:
        value = figure.stated
        if figure.measure != "count" or figure.event is None or value is None or value < _COUNTED:
            continue
        if figure.event.type != "other" and not _long_before(figure, published):
            yield f"{figure.event.type} {int(value)}"


def _counting_words(reading: Reading) -> Iterator[str]:
    for figure in reading.figures:
        for words in (figure.unit, figure.event):
            yield from folded_words(words.exact if words is not None and words.exact else "")
    for speaker in reading.speakers:
        yield from folded_words(speaker.role or "")
        yield from folded_words(speaker.organisation or "") if speaker.name is None else ()


def _days_of(reading: Reading) -> Iterator[datetime]:
    for figure in reading.figures:
        extent = extent_of(figure.occurred.edtf) if figure.occurred else None
        if extent is None or extent.first is None or extent.after is None:
            continue
        if extent.after - extent.first <= timedelta(days=1):
            yield extent.first


def _titles_of(text: str) -> Iterator[str]:
    """Names that happenings bear: "Hurricane Maria", "storm Odile", "Typhoon Haiyan"."""
    for found in _TITLE.finditer(text):
        yield f"{found['kind'].lower()} {found['name'].lower()}"


def _whom_of(reading: Reading) -> Iterator[str]:
    """What of a people is counted, where few stories count it; and which people fight in which other country."""
    seldom = [f for f in reading.figures if f.event is not None and f.event.type in _SELDOM]
    nations = {f.unit.attributes.nationality for f in reading.figures if f.unit is not None}
    for figure in seldom:
        if figure.event is not None and figure.unit is not None and figure.unit.attributes.nationality is not None:
            yield f"{figure.event.type} {figure.unit.attributes.nationality}"
    if any(f.event is not None and f.event.type in _OF_WAR for f in seldom):
        nations |= {speaker.country for speaker in reading.speakers}
        lands = {place.iso3 for f in reading.figures for place in f.places if _is_scene(place)}
        yield from (f"{nation} in {land}" for nation in nations - {None} for land in lands - nations - {None})


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


def _large_numbers(text: str, passages: Sequence[Passage]) -> frozenset[str]:
    """Numbers that two reports seldom share by chance; four digits without a separator may be a year."""
    tokens = [token for passage in passages for token in passage.tokens if token.number and token.form.isdigit()]
    return frozenset(
        token.form
        for token in tokens
        if int(token.form) >= _LARGE and not _YEAR.fullmatch(text[token.start : token.end])
    )
