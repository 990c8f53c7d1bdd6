"""What the gazetteer knows, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.places.countries import countries
from reportedly.claims.places.entry import PRECISIONS, Entry
from reportedly.claims.places.gazetteer import load_gazetteer, make_entry
from reportedly.claims.places.spelling import fold_name

KNOWN = [
    ("Aleppo", "SYR", "city"),
    ("Central Sulawesi", "IDN", "admin1"),
    ("West Sulawesi", "IDN", "admin1"),  # listed under its Indonesian name only
    ("Surfside", "USA", "city"),  # a town of six thousand
    ("Bombay", "IND", "city"),  # an older name
    ("Saigon", "VNM", "city"),
    ("Port-au-Prince", "HTI", "city"),  # hyphens or spaces
    ("Port au Prince", "HTI", "city"),
    ("N’Djamena", "TCD", "city"),  # apostrophes and accents do not matter
    ("Bogotá", "COL", "city"),
    ("Saint Louis", "USA", "city"),  # St. Louis
    ("Miami-Dade", "USA", "admin2"),  # a county without the word
    ("Darfur", "SDN", "admin1"),  # areas that are no region of GeoNames
    ("West Bank", "PSE", "admin1"),
    ("Guangxi Zhuang Autonomous Region", "CHN", "admin1"),
    ("Kashmir", None, None),  # in several countries: none is chosen
]


@pytest.mark.parametrize(("name", "iso3", "precision"), KNOWN)
def test_a_name_is_known_with_its_country_and_precision(
    name: str, iso3: str | None, precision: str | None
) -> None:
    _, entries = load_gazetteer().find(fold_name(name))
    assert (iso3, precision) in {(e.iso3, e.precision) for e in entries}


@pytest.mark.parametrize("name", ["Georgia", "Tripoli", "Paris"])
def test_a_name_of_several_places_gives_them_all(name: str) -> None:
    assert len({e.iso3 for e in load_gazetteer().find(fold_name(name))[1]}) > 1


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("reading", "w"),  # a town, and a word
        ("central", "w"),
        ("jackson", "p"),  # a city, and a name of persons
    ],
)
def test_a_name_that_is_something_else_too_says_so(name: str, flag: str) -> None:
    assert flag in load_gazetteer().find(name)[0]


def test_beginnings_of_names_are_told_from_other_words() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.begins("port au") and gazetteer.begins("san luis de la")
    assert not gazetteer.begins("zzzz") and not gazetteer.begins("port au prinz")


@given(st.text(max_size=30))
def test_any_words_can_be_looked_up(words: str) -> None:
    key = fold_name(words)
    flags, entries = load_gazetteer().find(key)
    assert set(flags) <= {"w", "p"} and all(isinstance(e, Entry) for e in entries)
    if entries:
        assert load_gazetteer().begins(key)


@given(st.sampled_from("paris tripoli georgia springfield san_jose victoria al_hamra moscow lima".split()))
def test_every_place_has_a_valid_country_and_no_coordinates_without_precision(name: str) -> None:
    for entry in load_gazetteer().find(name.replace("_", " "))[1]:
        assert entry.iso3 is None or entry.iso3 in countries()
        assert (entry.lat is None) == (entry.lon is None)
        assert entry.precision in PRECISIONS or (entry.precision is None and entry.lat is None)


def test_folding_a_folded_name_changes_nothing() -> None:
    for name in ("Saint-Étienne", "N'Djamena", "ST. LOUIS", "São Tomé"):
        assert fold_name(fold_name(name)) == fold_name(name)


BAD = [
    (("X", "XYZ", "", "", "", ""), "ISO 3166"),
    (("X", "KEN", "", "1.0", "", "city"), "belong together"),  # one coordinate alone
    (("X", "KEN", "", "1.0", "36.0", ""), "belong together"),  # coordinates without precision
    (("X", "KEN", "", "1.0", "36.0", "house"), "none of country"),
    (("X", "KEN", "", "north", "36.0", "city"), "degrees"),
    (("X", "KEN", "", "91", "36.0", "city"), "within 90"),
    (("X", "KEN", "", "nan", "36.0", "city"), "within 90"),
]


@pytest.mark.parametrize(("cells", "says"), BAD)
def test_a_place_that_cannot_be_is_refused_with_the_reason(cells: tuple[str, ...], says: str) -> None:
    name, iso3, admin1, lat, lon, precision = cells
    with pytest.raises(ValueError, match=says):
        make_entry(name, iso3, admin1, lat, lon, precision)
