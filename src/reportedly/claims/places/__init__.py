"""Where it happened: place names found, told apart, and tied to figures."""

from reportedly.claims.places.countries import country_of
from reportedly.claims.places.gazetteer import Gazetteer, load_gazetteer
from reportedly.claims.places.locate import find_places
from reportedly.claims.places.mention import Located
from reportedly.claims.places.offices import supply_countries
from reportedly.claims.places.own import load_own_gazetteer, own_hash
from reportedly.claims.places.tie import tie_places

__all__ = [
    "Gazetteer",
    "Located",
    "country_of",
    "find_places",
    "load_gazetteer",
    "load_own_gazetteer",
    "own_hash",
    "supply_countries",
    "tie_places",
]
