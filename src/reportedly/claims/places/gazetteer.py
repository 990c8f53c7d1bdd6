"""Every place name the reader knows: countries, regions, cities, areas, and those of a user's own table.

``data/places.tsv.gz`` holds regions and cities from GeoNames (see ``gazetteer/build.py``). Its first
part gives the name of each first-level region by country and code, one a line (``ID.21``, Central
Sulawesi). After an empty line come the names in byte order, one a line: folded name, flags (``w`` also
an ordinary word, ``p`` also a person's name), then a record for each place of that name: kind (1 or 2
for a region of that level, P a capital, c a city or town), country, region code, latitude, longitude,
people, and the name where it is not simply the folded one; or ``=ID|palu``, another name of a place of
that country. The lines are searched where they lie; only those asked for are taken apart.
"""

import gzip
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import numpy as np

from reportedly.claims.places.countries import countries, country_names, table_rows
from reportedly.claims.places.entry import PRECISIONS, Entry, Precision
from reportedly.claims.places.spelling import fold_name

_KINDS: dict[str, Precision] = {"1": "admin1", "2": "admin2", "P": "city", "c": "city"}
_VOWELS = "aeiou"
_SIMILAR_FROM, _SIMILAR_PEOPLE = 6, 20_000
_REMEMBERED = 50_000  # names looked up lately; a day of one outlet has some thousands


class Lines:
    """The built list, searched in place.

    ``offsets`` are the places of the first byte of each line of names.
    """

    def __init__(self, packed: bytes) -> None:
        body = gzip.decompress(packed)
        parted = body.index(b"\n\n") + 1
        self._body = body
        breaks = np.flatnonzero(np.frombuffer(body, dtype=np.uint8)[parted:] == 10) + parted
        self._offsets: list[int] | np.ndarray[tuple[int], np.dtype[np.uint32]] = (breaks + 1).astype(np.uint32)
        self.regions = dict(line.split("\t") for line in body[: parted - 1].decode().split("\n"))
        self._iso3 = {c.iso2: c.iso3 for c in countries().values()}

    def _at(self, key: bytes) -> int:
        """Place of the first line that is not before the key."""
        low, high = 0, len(self._offsets) - 1
        body, offsets = self._body, self._offsets
        size = len(key) + 1
        while low < high:
            middle = (low + high) // 2
            start = int(offsets[middle])
            line = body[start : start + size].split(b"\t", 1)[0]
            if line < key:
                low = middle + 1
            else:
                high = middle
        return int(offsets[low])

    def begins(self, key: str) -> bool:
        """Whether a name is the key, or starts with it and a space."""
        wanted = key.encode()
        start = self._at(wanted)
        if self._body.startswith(wanted + b"\t", start):
            return True
        wanted += b" "
        return self._body.startswith(wanted, self._at(wanted))

    def find(self, key: str) -> tuple[str, tuple[Entry, ...]]:
        """Flags and places of a folded name; nothing for one that is not listed."""
        flags, records = self._records(key)
        entries: list[Entry] = []
        for record in records:
            entries += self._aliased(record[1:]) if record[0] == "=" else [self._entry(key, record)]
        return flags, tuple(entries)

    def _records(self, key: str) -> tuple[str, list[str]]:
        start = self._at(key.encode())
        if not self._body.startswith(key.encode() + b"\t", start):
            return "", []
        _, flags, *records = self._body[start : self._body.index(b"\n", start)].decode().split("\t")
        return flags, records

    def _entry(self, key: str, record: str) -> Entry:
        parts = record.split("|")
        kind, country, code, lat, lon, people, name = parts + [""] * (7 - len(parts))
        return Entry(
            name=name or key.title(),
            iso3=self._iso3.get(country),
            region=self.regions.get(f"{country}.{code}"),
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            precision=_KINDS[kind],
            population=int(people) if people else 0,
            capital=kind == "P",
        )

    def _aliased(self, record: str) -> list[Entry]:
        country, own = record.split("|")
        iso3, level = self._iso3.get(country[:2]), country[2:]
        entries = [self._entry(own, record) for record in self._records(own)[1] if record[0] != "="]
        fitting = [e for e in entries if e.iso3 == iso3 and (e.precision == "admin1" or not level)]
        if not fitting:
            return []
        e = max(fitting, key=lambda e: (e.precision == "city", e.population))
        return [
            Entry(e.name, e.iso3, e.region, e.lat, e.lon, e.precision, e.population, e.capital, alias=True)
        ]  # fmt: skip


class Gazetteer:
    """The names of the package and those of a user's own table; the latter count first."""

    def __init__(self, lines: Lines, own: Iterable[tuple[str, Entry]] = ()) -> None:
        """``own`` are ``(name, place)`` pairs of a user's table."""
        self._lines = lines
        self._listed: dict[str, list[Entry]] = {}
        self._ordinary: set[str] = set()
        self._beginnings: set[str] = set()
        self._mine: set[str] = set()
        for name, entry in _countries_and_areas():
            self._list(name, entry)
        for name, entry in own:
            self._list(name, entry)
            self._mine.add(fold_name(name))
        self._found: dict[str, tuple[str, tuple[Entry, ...]]] = {}
        self._begun: dict[str, bool] = {}

    def _list(self, name: str, entry: Entry) -> None:
        key = fold_name(name)
        self._listed.setdefault(key, []).append(entry)
        words = key.split(" ")
        self._beginnings.update(" ".join(words[:n]) for n in range(1, len(words) + 1))

    def begins(self, key: str) -> bool:
        """Whether a folded name is listed, or the start of one that is."""
        held = self._begun.get(key)
        if held is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            held = self._begun[key] = key in self._beginnings or self._lines.begins(key)
        return held

    def find(self, key: str) -> tuple[str, tuple[Entry, ...]]:
        """Flags (``w`` also an ordinary word, ``p`` also a person's name) and places of a folded name.

        >>> flags, places = load_gazetteer().find("central sulawesi")
        >>> places[0].iso3, places[0].precision
        ('IDN', 'admin1')
        """
        held = self._found.get(key)
        if held is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            listed = tuple(self._listed.get(key, ()))
            if key in self._mine:
                held = "", tuple(sorted(listed, key=lambda e: not e.own))
            else:
                flags, entries = self._lines.find(key)
                held = flags, listed + entries
            self._found[key] = held
        return held

    def find_similar(self, key: str) -> tuple[Entry, ...]:
        """Places whose folded name differs from a key of six letters and more by one vowel.

        Names from other alphabets are spelled with this vowel or that: Netrokona is Netrakona.
        Only towns and regions of twenty thousand people count, and only where all lie in one country.

        >>> [e.name for e in load_gazetteer().find_similar("netrokona")]
        ['Netrakona']
        """
        if len(key) < _SIMILAR_FROM:
            return ()
        found: list[Entry] = []
        for at, letter in enumerate(key):
            if letter in _VOWELS:
                for other in _VOWELS.replace(letter, ""):
                    found += self.find(key[:at] + other + key[at + 1 :])[1]
        large = [e for e in found if e.population >= _SIMILAR_PEOPLE]
        return tuple(large) if len({e.iso3 for e in large}) == 1 else ()


def _countries_and_areas() -> Iterable[tuple[str, Entry]]:
    for country in countries().values():
        yield country.name, _country_entry(country.iso3)
    for words, (iso3, kind) in country_names().items():
        if kind != "demonym" and words != countries()[iso3].name:
            yield words, _country_entry(iso3, historic=kind == "historic", alias=True)
    for name, others, iso3, admin1, lat, lon, precision, _ in table_rows("areas", 8):
        entry = make_entry(name, iso3, admin1, lat, lon, precision)
        for each in (name, *filter(None, others.split(";"))):
            yield each, entry


def _country_entry(iso3: str, *, historic: bool = False, alias: bool = False) -> Entry:
    c = countries()[iso3]
    return Entry(c.name, iso3, None, c.lat, c.lon, "country", 0, historic=historic, alias=alias)


def make_entry(
    name: str, iso3: str, admin1: str, lat: str, lon: str, precision: str, *, own: bool = False
) -> Entry:
    """A place from the cells of a table; empty cells are unknown.

    Raises:
        ValueError: a coordinate that is none, one without the other or without precision, an unknown
            country or precision; the message says which.
    """
    if iso3 and iso3 not in countries():
        raise ValueError(f"iso3 {iso3!r} is no ISO 3166 alpha-3 code")
    if precision and precision not in PRECISIONS:
        raise ValueError(f"precision {precision!r} is none of {', '.join(PRECISIONS)}")
    if bool(lat) != bool(lon) or (lat and not precision):
        raise ValueError("lat, lon and precision belong together: give all three or neither coordinate")
    try:
        y, x = (float(lat), float(lon)) if lat else (None, None)
    except ValueError:
        raise ValueError(f"lat {lat!r} and lon {lon!r} must be degrees such as 36.2 and 37.15") from None
    if y is not None and x is not None and not (-90 <= y <= 90 and -180 <= x <= 180):
        raise ValueError(f"lat {lat} must lie within 90 degrees of zero, and lon {lon} within 180")
    level: Precision | None = next((p for p in PRECISIONS if p == precision), None)
    return Entry(name, iso3 or None, admin1 or None, y, x, level, own=own)


@lru_cache(maxsize=1)
def load_lines() -> Lines:
    """The built list of the package, loaded at the first need."""
    return Lines((files("reportedly.claims.places") / "data" / "places.tsv.gz").read_bytes())


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, without any table of a user."""
    return Gazetteer(load_lines())
