"""Asking the index: series and stories, those with most reports first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from reportedly.errors import UnknownSeries
from reportedly.ledger.connect import Ledger
from reportedly.ledger.index.choose import series_are, story_is
from reportedly.ledger.index.found import findings_of
from reportedly.ledger.index.rows import Found, SeriesFilter, SeriesRow, StoryRow
from reportedly.ledger.index.summary import count_behind, is_id, summarise
from reportedly.ledger.schema import pages
from reportedly.ledger.schema.index import findings, points, series, stories, story_reports
from reportedly.terms import Facet, Point, Pointer, Series, term_of

#: How many series an answer names when the words fit several.
_NAMED = 8
_ORDER = (series.c.reports.desc(), series.c.figures.desc(), series.c.series_id.desc())
_OWN = tuple(f.name for f in fields(SeriesRow) if f.name in series.c and f.name not in ("story", "story_id"))


def list_series(ledger: Ledger, wanted: SeriesFilter) -> Iterator[SeriesRow]:
    """Series in short, those of most reports first.

    Restricted reports are left out of what is told of a series, and series of such reports alone are left out,
    unless they are asked for.
    """
    with ledger.reading() as connection:
        query = _selected().where(*series_are(connection, wanted)).order_by(*_ORDER)
        query = query.limit(wanted.limit).offset(wanted.offset)
        for row in connection.execute(query):
            yield _series_row(ledger, row, wanted.include_restricted)


def find_series(
    ledger: Ledger, words: str, *, include_restricted: bool = False
) -> tuple[SeriesRow, tuple[SeriesRow, ...]]:
    """The series that answers to an id, the start of an id, or words of its label, place, story or sources.

    Of several that answer to words it is the one of most reports; the others, up to a few, come with it.

    Raises:
        UnknownSeries: none does, or several answer to the start of an id; then the message names some.
    """
    by_id = _by_id(ledger, words, include_restricted)
    asked = SeriesFilter(words=words, include_restricted=include_restricted, limit=_NAMED + 1)
    found = by_id or list(list_series(ledger, asked))
    if not found:
        raise UnknownSeries(f"no series of {ledger.path} answers to “{words}”: see them with “reportedly series”")
    if len(by_id) > 1:
        named = "".join(f"\n  {row.series_id}  {row.label}" for row in found[:_NAMED])
        raise UnknownSeries(f"several ids begin with “{words}”; give more of it:{named}")
    return found[0], tuple(found[1:])


def load_series(ledger: Ledger, series_id: str, *, include_restricted: bool = False) -> Series:
    """A series whole, with its points in order.

    Raises:
        UnknownSeries: none has this id, or it is of restricted reports alone.
    """
    with ledger.reading() as connection:
        row = connection.execute(select(series).where(series.c.series_id == series_id)).first()
        held = _points(connection, row.series) if row is not None else []
    seen = _seen(series_id, row, held, include_restricted) if row is not None else None
    if seen is None:
        raise UnknownSeries(f"no series of {ledger.path} has the id {series_id}")
    return seen


def list_stories(
    ledger: Ledger,
    words: str | None = None,
    *,
    include_restricted: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[StoryRow]:
    """Stories, those of most reports first; ``words`` look in the label, or are the start of the id."""
    own = [stories.c[f.name] for f in fields(StoryRow) if f.name in stories.c and f.name != "reports"]
    hidden = 0 if include_restricted else stories.c.restricted
    of_story = {
        "series": select(func.count()).where(series.c.story == stories.c.story),
        "findings": select(func.count()).where(findings.c.story == stories.c.story),
    }
    if not include_restricted:
        of_story["series"] = of_story["series"].where(series.c.restricted < series.c.figures)
        of_story["findings"] = of_story["findings"].where(findings.c.restricted.is_(False))
    counted = [query.scalar_subquery().label(name) for name, query in of_story.items()]
    query = select(*own, (stories.c.reports - hidden).label("reports"), *counted)
    query = query.where(stories.c.reports > hidden, *story_is(words))
    query = query.order_by(stories.c.reports.desc(), stories.c.story_id.desc()).limit(limit).offset(offset)
    with ledger.reading() as connection:
        for row in connection.execute(query):
            held = dict(row._mapping)
            yield StoryRow(**held | {"places": "; ".join(json.loads(held["places"])) or None})


def count_found(ledger: Ledger) -> Found:
    """How much was found in all reports, restricted ones too."""
    tables = {"reports": story_reports, "stories": stories, "series": series, "findings": findings}
    with ledger.reading() as connection:
        held = {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.items()
        }
    return Found(**held)


def find_reports_of(ledger: Ledger, series_or_story: str) -> tuple[str, ...]:
    """Ids of all reports of the story that has this id, or of that which the series with this id is of."""
    number = select(stories.c.story).where(stories.c.story_id == series_or_story)
    of_series = select(series.c.story).where(series.c.series_id == series_or_story)
    query = select(story_reports.c.report_id).where(story_reports.c.story.in_(number.union(of_series)))
    with ledger.reading() as connection:
        return tuple(connection.execute(query.order_by(story_reports.c.position)).scalars())


def _selected() -> Select[Any]:
    columns = [*(series.c[name] for name in _OWN), series.c.restricted]
    return select(*columns, stories.c.story_id, stories.c.label.label("story")).join_from(series, stories)


def _by_id(ledger: Ledger, words: str, include_restricted: bool) -> list[SeriesRow]:
    if not is_id(words):
        return []
    query = _selected().where(series.c.series_id.startswith(words, autoescape=True))
    if not include_restricted:
        query = query.where(series.c.restricted < series.c.figures)
    with ledger.reading() as connection:
        rows = connection.execute(query.order_by(series.c.series_id).limit(_NAMED + 1)).all()
    return [_series_row(ledger, row, include_restricted) for row in rows]


def _series_row(ledger: Ledger, row: Row[Any], include_restricted: bool) -> SeriesRow:
    held = dict(row._mapping)
    restricted = held.pop("restricted")
    if not restricted or not include_restricted:
        return SeriesRow(**held | {"figures": held["figures"] - restricted})
    # rare: what the row tells of the series leaves out restricted reports, and now they are asked for
    whole = load_series(ledger, held["series_id"], include_restricted=True)
    found = summarise(whole, whole.points, findings_of(ledger, whole.id, include_restricted=True))
    return SeriesRow(**held | {f.name: getattr(found, f.name) for f in fields(found)})


def _seen(series_id: str, row: Row[Any], held: Sequence[Point], include_restricted: bool) -> Series | None:
    """The series as those may see it who may see restricted reports, or not; None where nothing is left."""
    shown = tuple(point for point in held if include_restricted or not point.restricted)
    if not shown:
        return None
    facets = tuple(term_of(Facet, facet) for facet in json.loads(row.facets))
    if len(shown) < len(held):
        hidden = {point.pointer.report for point in held if point.restricted}
        facets = tuple(
            replace(facet, words=tuple(place for place in facet.words if place.report not in hidden))
            for facet in facets
        )
    counted = {"reports": row.reports, "outlets": row.outlets, "origins": row.origins}
    if row.restricted and len(shown) == len(held):
        # the row counts without the restricted ones
        counted = count_behind(shown)
    return Series(id=series_id, label=row.label, facets=facets, points=shown, cumulative=row.cumulative, **counted)


def _points(connection: Connection, number: int) -> list[Point]:
    query = select(points, pages.c.address).join(pages, pages.c.report_id == points.c.report_id)
    query = query.where(points.c.series == number).order_by(points.c.position)
    return [_point(row) for row in connection.execute(query)]


def _point(row: Row[Any]) -> Point:
    held = dict(row._mapping)
    pointer = Pointer(
        report=held.pop("report_id"), address=held.pop("address"), figure=held.pop("figure_id"),
        claim=held.pop("claim_id"), spans=tuple((start, end) for start, end in json.loads(held.pop("spans"))),
        exact=held.pop("exact"),
    )  # fmt: skip
    del held["series"], held["position"]
    return Point(pointer=pointer, **held | {"chain": tuple(json.loads(held["chain"]))})
