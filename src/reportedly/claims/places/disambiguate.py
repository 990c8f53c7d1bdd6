"""Which place a name means: told from the other places of the report, its size, and what it is said to be."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.places.entry import Entry
from reportedly.claims.places.mention import Located, Mention
from reportedly.claims.sentences import Tokens

#: What one kind of evidence is worth, in powers of ten of people; set by hand on half of the development texts.
_CAPITAL = 1.0
_OF_COUNTRY = 2.0  # per e-fold of mentions of its country in the report
_NEAR = 1.5  # its country is named in the same sentence
_LEVEL = 2.0  # it is what the words beside it say it is
_LEVEL_AGAINST = 1.0
_ALIAS = -1.0
_ALIAS_BESIDE = -2.5  # others bear it as their own name: San Miguel is seldom San Diego
_HISTORIC = -0.5
_COUNTRY_ITSELF = 8.0  # as good as a city of a hundred million
_AREA = 7.0
_REGION = 0.4
_MAIN = 3  # times as often as any other country: the one a report speaks of
_SMALL = 100_000  # a town of fewer, in a country the report does not name, is rather one that is not listed
_RIVAL = 1_000_000  # a place of so many may be meant by the name of a country
_DWARFS = 20  # so many times the people of every other place of its name
_NEIGHBOUR = 6.0  # what is next to a country is one
_REGION_NEAR = 1.0  # its region is named in the report
_TOGETHER = 1.5  # others of the list that it stands in can be of its country, too
#: Bodies that are at work far from home as often as not.
_ABROAD = frozenset(
    "charity charities ngo ngos foundation aid relief newspaper magazine daily broadcaster company firm".split()
)


def locate_mentions(tokens: Tokens, mentions: Sequence[Mention]) -> list[Located]:
    """Each mention with the place it means; unknown names stay unknown.

    Two rounds: the countries that the report names, and the places that can be only one, say which of
    the others are meant.
    """
    return _Chooser(tokens, mentions).choose()


def _by_own_names(mention: Mention) -> Mention:
    """A mention without the small towns that bear its name beside their own, where the words say what it is.

    Essa Township is called so, and is not Saltash, which is Essa in Cornish.
    """
    if mention.level != "city":
        return mention
    kept = tuple(e for e in mention.entries if e.own or not e.alias or e.population >= _SMALL)
    return mention if len(kept) == len(mention.entries) else replace(mention, entries=kept)


class _Chooser:
    def __init__(self, tokens: Tokens, mentions: Sequence[Mention]) -> None:
        self._tokens, self._mentions = tokens, [_by_own_names(each) for each in mentions]
        self._countries: defaultdict[str, float] = defaultdict(float)
        self._sure: set[str] = set()
        self._regions: Counter[tuple[str | None, str]] = Counter()
        self._by_sentence: dict[int, set[str]] = {}
        self._placed: dict[str, Counter[Entry]] = {}
        self._together = countries_together(tokens, self._mentions)

    def choose(self) -> list[Located]:
        for mention in self._mentions:
            self._weigh(mention)
        first = [self._best(m) for m in self._mentions]
        for mention, entry in zip(self._mentions, first, strict=True):
            sure = mention.within or len({e.iso3 for e in mention.entries}) == 1
            if (
                entry is not None
                and entry.iso3
                and sure
                and entry.precision != "country"
                and mention.kind == "name"
            ):
                self._countries[entry.iso3] += 1 if mention.within else 0.5
                if entry.region:
                    self._regions[entry.iso3, entry.region] += 1
            if entry is not None and mention.within:
                self._placed.setdefault(self._key(mention), Counter())[entry] += 1
        return [self._located(m) for m in self._mentions if m.placed or not self._is_doubtful(m)]

    def _is_doubtful(self, mention: Mention) -> bool:
        """Whether only its name makes it a place, and one in a country that is not spoken of: Obama, in Japan."""
        entry = self._best(mention)
        return entry is None or self._is_far_off(entry, mention)

    def _key(self, mention: Mention) -> str:
        tokens = self._tokens
        return tokens.text[tokens.starts[mention.first] : tokens.ends[mention.last - 1]].casefold()

    def _weigh(self, mention: Mention) -> None:
        """Count the countries that can be no other: their names, their adjectives, places of one country only."""
        iso3 = self._sure_country(mention)
        if iso3 is not None and not self._is_of_abroad(mention):
            self._countries[iso3] += 1
            self._sure.add(iso3)
            self._by_sentence.setdefault(self._tokens.sentences[mention.first], set()).add(iso3)

    def _is_of_abroad(self, mention: Mention) -> bool:
        """Whether an adjective only says where a helper or an outlet has its seat: "a Norwegian charity"."""
        behind = [
            self._tokens.word(w).lower() for w in range(mention.last, min(len(self._tokens), mention.last + 2))
        ]
        return mention.kind == "adjective" and bool(_ABROAD & set(behind))

    def _sure_country(self, mention: Mention) -> str | None:
        """The country that a mention speaks of whichever place it means, or nearly so."""
        entries = mention.entries
        countries = {e.iso3 for e in entries if e.iso3}
        if not entries or not countries:
            return None
        first = entries[0].iso3
        if mention.kind in ("adjective", "people"):
            return first
        if entries[0].precision == "country":  # Georgia is a state of millions, too
            rivals = [e for e in entries if e.iso3 != first and e.population >= _RIVAL]
            return None if rivals else first
        known = len(countries) == 1 and any(e.population > _SMALL for e in entries)
        return first if known else _foremost(entries)

    def _best(self, mention: Mention) -> Entry | None:
        if not mention.entries:
            return None
        entries = mention.entries
        if mention.within:
            entries = tuple(e for e in entries if any(_inside(e, w) for w in mention.within)) or ()
        if not entries:
            return None
        near = self._by_sentence.get(self._tokens.sentences[mention.first], set())
        return max(entries, key=lambda e: self._score(e, mention, near))

    def _score(self, entry: Entry, mention: Mention, near: set[str]) -> float:
        if entry.own:
            return 100.0
        score = math.log10(entry.population + 100)
        if entry.precision == "country":
            score = _COUNTRY_ITSELF
        elif entry.precision is None or (entry.population == 0 and entry.precision != "city"):
            score = _AREA
        score += _CAPITAL * entry.capital
        if entry.alias and entry.precision != "country":
            score += _ALIAS if all(e.alias for e in mention.entries) else _ALIAS_BESIDE
        score += _HISTORIC * entry.historic
        if entry.iso3:
            others = self._countries.get(entry.iso3, 0.0)
            score += _OF_COUNTRY * math.log1p(others)
            score += _NEAR * (entry.iso3 in near and entry.precision != "country")
            if entry.region and entry.precision != "country":
                score += _REGION_NEAR * (self._regions[entry.iso3, entry.region] > 0)
            score += _TOGETHER * (entry.iso3 in self._together.get(mention.first, ()))
        if entry.precision == "country" and self._is_next_to(mention):
            score += _NEIGHBOUR  # "neighbouring Niger" in Nigeria is not its Niger State
        return score + self._level_score(entry, mention)

    def _is_next_to(self, mention: Mention) -> bool:
        before = self._tokens.word(mention.first - 1).lower() if mention.first else ""
        return mention.level is None and before in ("neighbouring", "neighboring")

    def _level_score(self, entry: Entry, mention: Mention) -> float:
        level = mention.level
        if level is None:
            return _REGION * (entry.precision == "admin1")
        if level == "area":
            return 0.0
        if level in ("admin1", "admin2") and entry.precision in ("admin1", "admin2"):
            return _LEVEL if level == entry.precision else _LEVEL / 2
        return _LEVEL if entry.precision == level else -_LEVEL_AGAINST

    def _located(self, mention: Mention) -> Located:
        entry = None
        placed = self._placed.get(self._key(mention))
        if placed and not mention.within:
            entry = placed.most_common(1)[0][0]
        entry = entry or self._best(mention)
        if entry is not None and self._is_far_off(entry, mention):
            entry = None
        tokens = self._tokens
        written = tokens.text[tokens.starts[mention.first] : tokens.ends[mention.last - 1]]
        if entry is None:
            return Located(mention, written, None, self._country_of_unknown(mention))
        if entry.precision == "city" and mention.level in ("admin1", "admin2"):
            # only the town is listed, and the words speak of the region around it: as exact as that
            entry = replace(entry, precision="admin2" if mention.level == "admin2" else "admin1")
        return Located(mention, entry.name, entry, entry.iso3)

    def _is_far_off(self, entry: Entry, mention: Mention) -> bool:
        """Whether a small town lies in a country that nothing else in the report speaks of."""
        if entry.own or entry.precision != "city" or entry.population >= _SMALL or mention.within:
            return False
        named = self._sure - {entry.iso3}
        return bool(named) and entry.iso3 not in self._sure

    def _country_of_unknown(self, mention: Mention) -> str | None:
        """The country of an unlisted place: the one it is put in, the only one of its sentence, the one that
        the report speaks of, where no other comes near it, or that of the only county or region beside it."""
        within = {e.iso3 for e in mention.within if e.iso3}
        if mention.level == "sea":
            return None
        if within:
            return within.pop() if len(within) == 1 else None
        near = self._by_sentence.get(self._tokens.sentences[mention.first], set())
        told = sorted(self._sure, key=lambda iso3: (-self._countries[iso3], iso3))
        main = told[0] if told else None
        if len(told) > 1 and self._countries[told[0]] < _MAIN * self._countries[told[1]]:
            main = None
        if len(near) == 1 and main in (None, *near):
            return next(iter(near))
        if near or main is not None:
            return None if near else main
        beside = {e.iso3 for e in self._beside(mention)}
        return next(iter(beside)) if len(beside) == 1 else None

    def _beside(self, mention: Mention) -> list[Entry]:
        """The listed places of the same sentence whose words say what they are: "Simcoe County"."""
        sentence = self._tokens.sentences[mention.first]
        said = (m for m in self._mentions if m.level is not None and self._tokens.sentences[m.first] == sentence)
        return [entry for m in said if m is not mention and (entry := self._best(m)) is not None]


def countries_together(tokens: Tokens, mentions: Sequence[Mention]) -> dict[int, frozenset[str]]:
    """For each town of a list, by its first word, the countries that at least two of the list can be of."""
    found: dict[int, frozenset[str]] = {}
    run: list[Mention] = []

    def close() -> None:
        counts = Counter(iso3 for each in run for iso3 in {e.iso3 for e in each.entries if e.iso3})
        shared = frozenset(iso3 for iso3, times in counts.items() if times > 1)
        found.update({each.first: shared for each in run if shared})

    for mention in mentions:
        if mention.kind != "name" or _is_of_country(mention):
            continue
        if run and not _is_listed_behind(tokens, run[-1], mention):
            close()
            run = []
        run.append(mention)
    close()
    return found


def _is_of_country(mention: Mention) -> bool:
    return bool(mention.entries) and mention.entries[0].precision == "country"


def _is_listed_behind(tokens: Tokens, before: Mention, mention: Mention) -> bool:
    """Whether only "," and "and" stand between two names, and the second does not hold the first."""
    if before.within or tokens.sentences[before.first] != tokens.sentences[mention.first]:
        return False
    between = {tokens.word(w).lower() for w in range(before.last, mention.first)}
    return bool(between) and between <= {",", "and", "or", "&"}


def _foremost(entries: Sequence[Entry]) -> str | None:
    """The country of a capital or city that dwarfs all others of its name: Bogota is not the one in New Jersey."""
    best = max(entries, key=lambda e: (e.precision == "city", e.population))
    if best.precision != "city" or best.population < _SMALL:
        return None
    rivals = max((e.population for e in entries if e.iso3 != best.iso3 and not e.alias), default=0)
    return best.iso3 if best.population >= _DWARFS * max(rivals, 1) else None


def _inside(entry: Entry, larger: Entry) -> bool:
    """Whether a place lies in the larger one, as far as the gazetteer can tell."""
    if larger.iso3 is None or entry.iso3 != larger.iso3:
        return False
    if larger.precision == "country" or larger.region is None:
        return entry.precision != "country"
    return entry.region == larger.region or entry.precision == "country"
