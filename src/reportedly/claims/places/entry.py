"""One place of the gazetteer."""

from dataclasses import dataclass
from typing import Literal

#: How fine the coordinates are: the middle of a country, of a region, of a city, or an exact point.
Precision = Literal["country", "admin1", "admin2", "city", "point"]
PRECISIONS: tuple[Precision, ...] = ("country", "admin1", "admin2", "city", "point")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean.

    ``iso3`` is ISO 3166 alpha-3, None for what lies in several countries or is no country's by
    itself; ``region`` is the name of its first-level region; ``lat`` and ``lon`` are degrees and
    hold only to ``precision``; ``capital`` is true of capitals, ``historic`` where the name is an
    older one, ``alias`` where it is another name than the place's own, ``own`` in a user's table.
    """

    name: str
    iso3: str | None
    region: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    population: int = 0
    capital: bool = False
    historic: bool = False
    alias: bool = False
    own: bool = False
