"""Countries by the words that name them: names, older names, and what their people are called."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

NameKind = Literal["name", "historic", "demonym"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1 (and Kosovo, XKX); ``lat`` and ``lon`` are its middle, in degrees."""

    iso3: str
    iso2: str
    name: str
    lat: float
    lon: float


def table_rows(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The lines of ``lexicons/<name>.tsv`` of this room as tuples of strings, the header left out.

    Raises:
        ValueError: a line has another number of columns; the message names it.
    """
    text = (files("reportedly.claims.places") / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()[1:], start=2):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) != columns:
            raise ValueError(f"places/lexicons/{name}.tsv, line {number}: {len(cells)} columns, not {columns}")
        yield cells


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All countries by ISO 3166 alpha-3.

    >>> countries()["TJK"].name
    'Tajikistan'
    """
    return {
        iso3: Country(iso3, iso2, name, float(lat), float(lon))
        for iso3, iso2, name, lat, lon, _ in table_rows("countries", 6)
    }


@lru_cache(maxsize=1)
def country_names() -> dict[str, tuple[str, NameKind]]:
    """``{words: (iso3, kind)}`` of every name, older name and demonym, as written."""
    names: dict[str, tuple[str, NameKind]] = {c.name: (c.iso3, "name") for c in countries().values()}
    for words, iso3, kind, _ in table_rows("country_names", 4):
        assert kind in ("name", "historic", "demonym"), kind
        names.setdefault(words, (iso3, kind))  # type: ignore[arg-type]
    return names


@lru_cache(maxsize=1)
def _folded() -> dict[str, tuple[str, NameKind]]:
    """Names of more than three letters without regard to case: US is a country, "us" is none."""
    return {w.casefold(): held for w, held in country_names().items() if len(w.replace(".", "")) > 3}


@lru_cache(maxsize=4096)
def name_of_country(words: str) -> tuple[str, NameKind] | None:
    """ISO 3166 alpha-3 and kind of name for words that name a country or its people, or None.

    >>> name_of_country("Burma"), name_of_country("the Tajiks"), name_of_country("turkey")
    (('MMR', 'historic'), ('TJK', 'demonym'), None)
    """
    said = " ".join(words.split()).replace("’", "'").removeprefix("the ").removeprefix("The ")
    said = said.removeprefix("THE ").removesuffix("'s").removesuffix("'S").removesuffix("'")
    if said == said.lower():
        return None
    exact = country_names().get(said)
    if exact is not None:
        return exact
    folded = said.casefold()
    found = _folded().get(folded)
    if found is None and folded.endswith("s"):
        found = _folded().get(folded[:-1])
        if found is not None and found[1] != "demonym":
            return None
    return found


def country_of(words: str) -> str | None:
    """ISO 3166 alpha-3 of the country that the words name, by its name, an older name, or its people.

    Names that could be of two countries give the one usually meant: "Congolese" the Democratic
    Republic, "Korean" the South, "Georgia" the country. Lower-case words name none.

    >>> [country_of(w) for w in ("Tajik", "Indonesians", "U.S.", "ZAIRE", "the Netherlands", "Palu")]
    ['TJK', 'IDN', 'USA', 'COD', 'NLD', None]
    """
    found = name_of_country(words)
    return None if found is None else found[0]
