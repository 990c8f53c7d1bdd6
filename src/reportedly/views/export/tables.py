"""Rows of a ledger in the columns of the codebook, with what other schemes call the types of events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reportedly.claims.event_mappings import event_mappings
from reportedly.ledger import ClaimFilter, FigureFilter, Ledger, list_claims, list_figures
from reportedly.ledger.index import FindingFilter, SeriesFilter, list_findings, list_series, load_series
from reportedly.pipeline.standing import findings_as_of, series_as_of
from reportedly.terms import AsOf, Series
from reportedly.views.export.codebook import Cell, Column, Table, What, columns_of
from reportedly.views.flat import flat_finding, flat_points
from reportedly.views.resolved import Rule, VagueReading, resolve_series

_SCHEMES = ("ucdp", "acled", "idmc_term", "idmc_category", "gdelt", "crisislex")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to export: of which story (series and findings), as of when, by which rule, with which leave."""

    what: What = "figures"
    story: str | None = None
    as_of: AsOf | None = None
    rule: Rule = "as-stated"
    vague: VagueReading = "none"
    include_restricted: bool = False
    include_names: bool = False


def export_table(ledger: Ledger, asked: Asked) -> Table:
    """The table that is asked for; its rows are read from the ledger as they are written."""
    columns = columns_of(asked.what)
    made = {"claims": _claims, "figures": _figures, "series": _series, "findings": _findings}[asked.what]
    return Table(columns, (_cells(row, columns) for row in made(ledger, asked)))


def _cells(row: dict[str, Any], columns: Iterable[Column]) -> tuple[Cell, ...]:
    return tuple(row[column.field] for column in columns)


def _claims(ledger: Ledger, asked: Asked) -> Iterator[dict[str, Any]]:
    for row in list_claims(ledger, ClaimFilter(**_leave(asked)), asked.as_of):
        yield _fields(row)


def _figures(ledger: Ledger, asked: Asked) -> Iterator[dict[str, Any]]:
    for row in list_figures(ledger, FigureFilter(**_leave(asked)), asked.as_of):
        yield _fields(row) | event_names(row.event_type)


def _series(ledger: Ledger, asked: Asked) -> Iterator[dict[str, Any]]:
    for series in _whole_series(ledger, asked):
        found = resolve_series(series, asked.rule, asked.vague)
        value = {"series_low": found.low, "series_best": found.best, "series_high": found.high}
        used = frozenset(found.used)
        for point in flat_points(series):
            own = {"used_by_rule": point.figure_id in used}
            yield _fields(point) | value | own | event_names(point.event)


def _whole_series(ledger: Ledger, asked: Asked) -> Iterator[Series]:
    wanted = SeriesFilter(story=asked.story, **_leave(asked))
    if asked.as_of is not None or asked.include_names:
        yield from (each.series for each in series_as_of(ledger, wanted, asked.as_of))
        return
    for row in list_series(ledger, wanted):
        yield load_series(ledger, row.series_id, include_restricted=asked.include_restricted)


def _findings(ledger: Ledger, asked: Asked) -> Iterator[dict[str, Any]]:
    wanted = FindingFilter(story=asked.story, **_leave(asked))
    anew = asked.as_of is not None or asked.include_names
    rows = findings_as_of(ledger, wanted, asked.as_of) if anew else list_findings(ledger, wanted)
    for row in rows:
        yield _fields(flat_finding(row))


def _leave(asked: Asked) -> dict[str, Any]:
    return {"include_restricted": asked.include_restricted, "include_names": asked.include_names}


def _fields(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


def event_names(event: str | None) -> dict[str, str | None]:
    """What other schemes call a type of event, null where they have no name, and what these names lose.

    >>> event_names("killed")["gdelt"], event_names("killed")["acled"], event_names("sing")["gdelt"]
    ('KILL', 'fatalities', None)
    """
    mapping = event_mappings().get(event or "")
    names: dict[str, str | None] = {scheme: getattr(mapping, scheme, None) for scheme in _SCHEMES}
    return names | {"mapping_loses": mapping.loses if mapping else None}
