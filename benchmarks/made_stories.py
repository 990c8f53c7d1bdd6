"""Invented reports with known truth, made straight into readings: what a ledger and findings are measured on.

A story is some twenty reports of one disaster over a week: tolls rise, are revised, are told by several sources,
exactly or "at least". Every word stands at its place, as the reader would have it. The same numbers make the same
stories.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.terms import (
    Attributes,
    Block,
    Claim,
    Coverage,
    Cue,
    Event,
    Figure,
    Given,
    Moment,
    Page,
    Place,
    Produced,
    Reading,
    Report,
    Source,
    Span,
    Speaker,
    Unit,
    Words,
    report_id,
    sha256_hex,
    words_at,
    words_id,
)

REPORTS_A_STORY = 20
#: Stories that run at one time, their reports mixed.
_AT_ONCE = 7
_START = date(2016, 1, 1)
_PRODUCED = Produced(version="0.1.0", model="sha256:" + "a" * 64, rules="sha256:" + "b" * 64)

_SYLLABLES = "ka ri mo su ta lo ne va di po she ra mi no tu be lan gor har wel".split()
_DISASTERS = "flood earthquake landslide storm fire explosion".split()
_SOURCES = ("police", "the health ministry", "the disaster agency", "a rescue official", "the mayor", "hospitals")
#: The one of them who has a name, another in every town.
_MAYOR = "the mayor"
#: Logarithm of the median of the first tolls of the dead.
_MEAN = 4.0
#: Type of the event, its words, what is counted, its lemma and class, and how the first toll mostly is to that of
#: the dead.
_TOLLS = (
    ("killed", "were killed", "people", "person", "people", 1.0),
    ("injured", "were injured", "people", "person", "people", 3.0),
    ("missing", "were missing", "residents", "resident", "people", 0.8),
    ("displaced", "were displaced", "families", "family", "households", 40.0),
    ("destroyed", "were destroyed", "houses", "house", "buildings", 15.0),
)
#: Countries take their turn, so that the disasters of one week lie in different ones.
_COUNTRIES = (
    "IDN PHL BGD NPL PAK IND MMR THA VNM CHN JPN IRN AFG TUR IRQ SYR YEM ETH SOM KEN UGA COD MOZ MDG NGA NER TCD "
    "SDN EGY DZA MAR TUN ITA GRC ROU UKR POL DEU FRA ESP PRT GBR USA MEX GTM HND NIC HTI CUB COL ECU PER BOL CHL "
    "ARG BRA PRY PNG FJI NZL"
).split()
_BOUNDS = ("", "", "at least ", "more than ", "about ")
_BOUND_NAMES = {"": "exact", "at least ": "at_least", "more than ": "more_than", "about ": "about"}
_FILLER = (
    "Rescue teams worked through the night with dogs and lamps, and the road to the valley was closed to all but "
    "ambulances.\n",
    "Schools will stay shut for the rest of the week, and the army has sent engineers to mend two bridges.\n",
    "Neighbours carried water and blankets to the sports hall, where beds stood ready for those without a home.\n",
    "Meteorologists expect more rain from the west, and the river is watched at every gauge above the town.\n",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """What a figure of a report counts, in truth: the series it is of, and its number."""

    story: int
    event: str
    value: int


@dataclass(frozen=True, slots=True)
class Made:
    """An invented report: its page, its reading, and the truth of each of its figures, in their order."""

    page: Page
    reading: Reading
    truths: tuple[Truth, ...]


def make_reports(count: int, seed: int = 0, *, own_words: bool = False, a_day: int = 5) -> Iterator[Made]:
    """So many reports, those of some stories mixed, one group of stories after another.

    Each day ``a_day`` stories begin.

    The sentences between the tolls are the same few in all reports, or, with ``own_words``, twice as many of made
    words of each report's own, 480 words a report: to findings, reports that share half of their sentences are all
    copies that must be looked at.
    """
    made = 0
    group = 0
    while True:
        stories = [_Story(group * _AT_ONCE + n, seed, own_words, a_day) for n in range(_AT_ONCE)]
        for number in range(REPORTS_A_STORY):
            for story in stories:
                if made == count:
                    return
                made += 1
                yield story.report(number)
        group += 1


class _Story:
    """One disaster in one town, and how its tolls go."""

    def __init__(self, number: int, seed: int, own_words: bool, a_day: int) -> None:
        self._number, self._own_words = number, own_words
        self._folder = f"story-{number}" if not seed else f"story-{seed}-{number}"
        self._chance = random.Random(f"{seed}/{number}")
        self._town = "".join(self._chance.choices(_SYLLABLES, k=3)).capitalize()
        self._disaster = self._chance.choice(_DISASTERS)
        self._country = _COUNTRIES[(number + seed * _AT_ONCE * 4) % len(_COUNTRIES)]
        self._day = _START + timedelta(days=number // a_day)
        self._dead = self._chance.lognormvariate(_MEAN, 1.2)
        #: No two disasters have as many hurt for each of the dead.
        self._shares = [toll[5] * self._chance.lognormvariate(0.0, 0.8) for toll in _TOLLS]

    def report(self, number: int) -> Made:
        """The report of this number, from 0."""
        grown = 1 + 0.15 * number
        published = f"{self._day + timedelta(days=number // 3)}T{6 + number % 3 * 6:02}:00:00Z"
        address = f"{self._folder}/{number:02}.txt"
        text = _Text(self._country)
        text.add(f"{self._disaster.capitalize()} in {self._town}: what is known\n")
        for at in range(10):
            toll = _TOLLS[at % len(_TOLLS)]
            share = self._shares[at % len(_TOLLS)]
            value = max(1, int(self._dead * share * grown * self._chance.uniform(0.97, 1.0)))
            text.add_sentence(self._chance, self._town, toll, value)
            if self._own_words:
                text.add(_own_sentence(address, at) + _own_sentence(address, -1 - at))
            elif at % 2:
                text.add(_FILLER[(at + number) % len(_FILLER)])
        reading = text.read(address, published, f"Paper {self._chance.randrange(40)}")
        truths = tuple(Truth(self._number, event, value) for event, value in text.truths)
        return Made(_page_of(reading), reading, truths)


def _own_sentence(address: str, at: int) -> str:
    chance = random.Random(f"{address} {at}")
    words = ("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(18))
    return " ".join(words).capitalize() + ".\n"


class _Text:
    """A text as it grows, with the words that were put into it at their places."""

    def __init__(self, country: str) -> None:
        self._country = country
        self._parts: list[str] = []
        self._length = 0
        self._found: list[tuple[dict[str, Span], tuple[str, ...], str, int]] = []
        self.truths: list[tuple[str, int]] = []

    def add(self, words: str) -> Span:
        """Put words at the end, and give their place."""
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return start, self._length

    def add_sentence(
        self, chance: random.Random, town: str, toll: tuple[str, str, str, str, str, float], value: int
    ) -> None:
        """ "Police said at least 61 people were killed in Karimo." """
        event, verb, unit, lemma, kind, _ = toll
        bound = chance.choice(_BOUNDS)
        source = chance.choice(_SOURCES)
        places = {"source": self.add(_mayor_of(town) if source == _MAYOR else source)}
        self.add(" ")
        places["cue"] = self.add("said")
        self.add(" ")
        places["figure"] = self.add(f"{bound}{value:,}")
        self.add(" ")
        places["unit"] = self.add(unit)
        self.add(" ")
        places["event"] = self.add(verb)
        self.add(" in ")
        places["place"] = self.add(town)
        self.add(".\n")
        self._found.append((places, (event, lemma, kind, town), _BOUND_NAMES[bound], value))
        self.truths.append((event, value))

    def read(self, address: str, published: str, outlet: str) -> Reading:
        """The reading of the whole."""
        text = "".join(self._parts)
        body = text.encode()
        text_hash, page_hash = sha256_hex(text), sha256_hex(body)
        headline = len(self._parts[0])
        report = Report(
            id=report_id(address, page_hash), address=address, url=f"https://example.org/{address}", outlet=outlet,
            headline=text[: headline - 1], bylines=(), published=published, published_from="argument",
            updated=None, language="en", retrieved_at=None, page_sha256=page_hash, text_sha256=text_hash,
            text=text,
            blocks=(
                Block(kind="headline", start=0, end=headline - 1),
                Block(kind="paragraph", start=headline, end=len(text)),
            ),
        )  # fmt: skip
        speakers: dict[str, Speaker] = {}
        claims, figures = [], []
        for places, named, bound, value in self._found:
            claim = _claim(text, text_hash, places, speakers, published)
            figure = _figure(text, text_hash, places, named, bound, value)
            place = _place(words_at(text, places["place"]), named[-1], self._country)
            figures.append(replace(figure, claim=claim.id, places=(place,)))
            claims.append(replace(claim, figures=(figure.id,)))
        return Reading(
            produced=_PRODUCED, report=report, claims=tuple(claims), figures=tuple(figures),
            speakers=tuple(speakers.values()), coverage=Coverage(characters=len(text), read=len(text)),
        )  # fmt: skip


def _claim(
    text: str, text_hash: str, places: dict[str, Span], speakers: dict[str, Speaker], published: str
) -> Claim:
    words = text[slice(*places["source"])]
    if words not in speakers:
        name = words_id("s", text_hash, [("mention", (places["source"],))])
        speakers[words] = _speaker(name, words)
    speaker = speakers[words] = replace(speakers[words], mentions=(*speakers[words].mentions, places["source"]))
    content = (places["figure"][0], places["place"][1])
    return Claim(
        id=words_id("c", text_hash, [("content", (content,))]),
        source=Source(exact=words, spans=(places["source"],), speaker=speaker.id),
        cue=Cue(exact="said", spans=(places["cue"],), lemma="say", stance="neutral"),
        content=words_at(text, content), mode="indirect", confidence=0.93,
        said=Moment(exact="said", spans=(places["cue"],), edtf=published, basis="published"),
    )  # fmt: skip


def _mayor_of(town: str) -> str:
    chance = random.Random(town)
    return "Mayor " + " ".join("".join(chance.choices(_SYLLABLES, k=2)).capitalize() for _ in range(2))


def _speaker(name: str, words: str) -> Speaker:
    role, _, person = words.partition(" ")
    if role == "Mayor":
        return Speaker(id=name, name=person, role=role, kind="person", named=True, mentions=())
    if role == "a":
        return Speaker(id=name, role=person, kind="person", mentions=())
    return Speaker(id=name, organisation=words.removeprefix("the "), kind="organisation", mentions=())


def _figure(
    text: str, text_hash: str, places: dict[str, Span], named: tuple[str, ...], bound: str, value: int
) -> Figure:
    event, lemma, kind, _ = named
    unit, happened = (words_at(text, places[name]) for name in ("unit", "event"))
    open_below, known = bound in ("at_least", "more_than"), bound == "exact"
    return Figure(
        id=words_id("f", text_hash, [("figure", (places["figure"],))]), exact=text[slice(*places["figure"])],
        spans=(places["figure"],), stated=value, low=value if open_below or known else None,
        best=None if open_below else value, high=value if known else None, bound=bound, measure="count",  # type: ignore[arg-type]
        unit=Unit(exact=unit.exact, spans=unit.spans, lemma=lemma, unit_class=kind, attributes=Attributes()),  # type: ignore[arg-type]
        event=Event(exact=happened.exact, spans=happened.spans, lemma=event, type=event), scope="total",
        confidence=0.97,
    )  # fmt: skip


def _place(words: Words, town: str, country: str) -> Place:
    return Place(exact=words.exact, spans=words.spans, name=town, iso3=country, precision="place")


def _page_of(reading: Reading) -> Page:
    report = reading.report
    given = Given(published=report.published, outlet=report.outlet, url=report.url)
    body = report.text.encode()
    return Page(address=report.address, body=body, media_type="text/plain", sha256=report.page_sha256, given=given)
