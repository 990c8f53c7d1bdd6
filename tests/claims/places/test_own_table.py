"""A user's own table of places."""

from pathlib import Path

import pytest

from reportedly.claims.places.own import load_own_gazetteer, own_hash, read_own_places
from reportedly.errors import BadGazetteer

HEADER = "name,alternative_names,iso3,admin1,lat,lon,precision\n"


def _table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "places.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_names_and_alternative_names_mean_the_place(tmp_path: Path) -> None:
    path = _table(tmp_path, HEADER + "Camp Delta,Delta camp; D-Camp,KEN,Turkana,3.1,35.6,point\n")
    gazetteer = load_own_gazetteer(path)
    for key in ("camp delta", "delta camp", "d camp"):
        (entry,) = gazetteer.find(key)[1]
        assert (entry.name, entry.iso3, entry.region, entry.lat, entry.precision) == (
            "Camp Delta", "KEN", "Turkana", 3.1, "point",
        )  # fmt: skip


def test_a_users_place_counts_before_those_of_the_package(tmp_path: Path) -> None:
    gazetteer = load_own_gazetteer(_table(tmp_path, HEADER + "Paris,,KEN,,,,\n"))
    assert gazetteer.find("paris")[1][0].iso3 == "KEN"
    assert gazetteer.find("nairobi")[1]  # the others are still there


READABLE = [
    ("name;iso3\nCampo Ñandú;PRY\n", "utf-8"),  # semicolons
    ("name\tiso3\nCampo Ñandú\tPRY\n", "utf-8"),  # tabs
    ("name,iso3\r\nCampo Ñandú,PRY\r\n", "utf-8-sig"),  # byte order mark, CRLF
    ("name,iso3\nCampo Ñandú,pry\n", "cp1252"),  # as older spreadsheets save it; small letters
    ("iso3,name,note\nPRY,Campo Ñandú,whatever\n\n", "utf-8"),  # any order, other columns, an empty line
]


@pytest.mark.parametrize(("text", "encoding"), READABLE)
def test_tables_as_spreadsheets_write_them_are_read(tmp_path: Path, text: str, encoding: str) -> None:
    ((name, entry),) = read_own_places(_table(tmp_path, text, encoding))
    assert (name, entry.iso3, entry.lat, entry.precision) == ("Campo Ñandú", "PRY", None, None)


BAD = [
    ("place,iso3\nX,KEN\n", "no column 'name'"),
    ("name,iso3\nX,KE\n", "line 2, X: iso3 'KE'"),  # two letters
    ("name,iso3\nX,KEN\n,KEN\n", "line 3: a place without a name"),
    ("name,lat,lon\nX,1,2\n", "line 2, X: lat, lon and precision"),
    ("name,iso3\n", "names no place"),
    ("", "no column 'name'"),
    ("name\0", "no table of text"),
]


@pytest.mark.parametrize(("text", "says"), BAD)
def test_a_table_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadGazetteer, match=says):
        read_own_places(_table(tmp_path, text))


def test_a_table_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadGazetteer, match="cannot be read"):
        load_own_gazetteer(tmp_path / "none.csv")


def test_another_table_makes_another_reading(tmp_path: Path) -> None:
    first = own_hash(_table(tmp_path, "name\nHilltop\n"))
    assert own_hash(_table(tmp_path, "name\nHilltop2\n")) != first
