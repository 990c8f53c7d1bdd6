"""Countries by name, by older name, and by what their people are called."""

import gzip
import re
from importlib.resources import files

import pytest

from reportedly.claims.places.countries import countries, country_names, country_of, name_of_country

CASES = [
    ("Tajik", "TJK"),  # an adjective
    ("Tajiks", "TJK"),  # a people
    ("Indonesian", "IDN"),
    ("the Philippines", "PHL"),  # articles are no part of the name
    ("Filipinos", "PHL"),  # a people with a word of its own
    ("Frenchmen", "FRA"),
    ("U.S.", "USA"),
    ("US", "USA"),
    ("us", None),  # the pronoun
    ("turkey", None),  # the bird
    ("Turkey", "TUR"),
    ("polish", None),  # the verb
    ("SOUTH KOREAN", "KOR"),  # texts in capitals
    ("North Koreans", "PRK"),
    ("Burma", "MMR"),  # older names give the country of today
    ("Zaire", "COD"),
    ("Ceylon", "LKA"),
    ("Soviet Union", "RUS"),  # by its successor
    ("East Germany", "DEU"),
    ("Côte d’Ivoire", "CIV"),  # either apostrophe
    ("Cote d'Ivoire", "CIV"),
    ("Syria's", "SYR"),
    ("Chechen", "RUS"),  # of a region: the country it lies in
    ("Congolese", "COD"),  # of two, the one usually meant
    ("Congo-Brazzaville", "COG"),
    ("Czechoslovakia", None),  # no single successor: unknown stays unknown
    ("Palu", None),  # a city is no country
    ("", None),
]


@pytest.mark.parametrize(("words", "iso3"), CASES)
def test_words_give_the_country_they_name(words: str, iso3: str | None) -> None:
    assert country_of(words) == iso3


def test_every_name_is_of_a_listed_country() -> None:
    assert {iso3 for iso3, _ in country_names().values()} <= set(countries())


def test_every_country_has_codes_and_a_middle_on_the_globe() -> None:
    for code, country in countries().items():
        assert re.fullmatch("[A-Z]{3}", code) and re.fullmatch("[A-Z]{2}", country.iso2)
        assert -90 <= country.lat <= 90 and -180 <= country.lon <= 180


#: Territories of islands and ice far apart, whose only town in the list stands aside.
_ASIDE = {"SJM"}


def test_the_middle_of_a_country_lies_where_its_towns_are() -> None:
    """Within the extent of its towns, or less than two degrees from one: Kuwait's are all on the coast."""
    towns: dict[str, list[tuple[float, float]]] = {}
    packed = (files("reportedly.claims.places") / "data" / "places.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().split("\n\n", 1)[1].splitlines():
        for record in line.split("\t")[2:]:
            kind, iso2, *rest = record.split("|")
            if kind in ("P", "c"):
                towns.setdefault(iso2, []).append((float(rest[1]), float(rest[2])))
    for code, country in countries().items():
        held = towns.get(country.iso2, [])
        if not held or code in _ASIDE:
            continue
        lats, lons = sorted(lat for lat, _ in held), sorted(lon for _, lon in held)
        within = lats[0] <= country.lat <= lats[-1] and lons[0] <= country.lon <= lons[-1]
        near = any(abs(lat - country.lat) < 2 and abs(lon - country.lon) < 2 for lat, lon in held)
        assert within or near, (code, country)


def test_an_older_name_says_that_it_is_one() -> None:
    assert name_of_country("Rhodesia") == ("ZWE", "historic")
