"""What the types of events are called elsewhere: UCDP, ACLED, IDMC, GDELT, CrisisLex, and what each loses."""

from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows

_COLUMNS = 9


@dataclass(frozen=True, slots=True)
class EventMapping:
    """The names of one event type in other schemes; null where a scheme has none.

    ``ucdp`` is the column of the Georeferenced Event Dataset, ``acled`` the event type and sub-event
    type or column, ``idmc_term`` and ``idmc_category`` the term and category of the displacement
    monitor, ``gdelt`` the count type of the Global Knowledge Graph, ``crisislex`` its label of that
    taxonomy. ``loses`` says what cannot be carried over.
    """

    type: str
    ucdp: str | None
    acled: str | None
    idmc_term: str | None
    idmc_category: str | None
    gdelt: str | None
    crisislex: str | None
    loses: str


@lru_cache(maxsize=1)
def event_mappings() -> dict[str, EventMapping]:
    """The mapping of every type of the closed list, in the order of the table.

    >>> event_mappings()["evacuated"].idmc_term, event_mappings()["injured"].gdelt
    ('Evacuated', 'WOUND')
    >>> event_mappings()["tested"].ucdp is None
    True
    """
    found = {}
    for name, *cells, loses, _ in lexicon_rows("event_mappings", _COLUMNS):
        ucdp, acled, term, category, gdelt, crisislex = (cell or None for cell in cells)
        found[name] = EventMapping(name, ucdp, acled, term, category, gdelt, crisislex, loses)
    return found
