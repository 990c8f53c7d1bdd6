"""Words of a report that name a place, before and after it is settled which."""

from dataclasses import dataclass
from typing import Literal

from reportedly.claims.places.entry import Entry

#: A name; an adjective of a country ("Kenyan"); a people ("Kenyans"); a name inside another name
#: ("Chicago Police Department"), which says where one is and is no place itself.
MentionKind = Literal["name", "adjective", "people", "inside"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place; ``first`` and ``last`` are words of the tokens, half-open.

    ``entries`` are the places the name may mean, none where the gazetteer does not know it; ``level``
    is what the words beside it say it is (city, admin1, admin2, area); ``within`` is the place that the
    words put it in: "Texas" of "Paris, Texas"; ``placed`` is false where nothing but the name itself says
    that it is a place.
    """

    first: int
    last: int
    kind: MentionKind
    entries: tuple[Entry, ...] = ()
    level: str | None = None
    within: tuple[Entry, ...] = ()
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Located:
    """A mention with the place it was settled to mean; ``entry`` is None where that is not known.

    ``iso3`` is the country, which may be known where the place is not.
    """

    mention: Mention
    name: str
    entry: Entry | None
    iso3: str | None


def is_town(place: Located) -> bool:
    """Whether a place is a town, or a region of a town's name that nothing calls a region: Kiev."""
    if place.entry is None or place.entry.precision == "country" or place.mention.level in ("admin1", "admin2"):
        return False
    return any(entry.precision == "city" for entry in place.mention.entries)
