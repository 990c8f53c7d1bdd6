"""Conditions that choose series and stories of the index."""

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from reportedly.ledger import fulltext
from reportedly.ledger.folding import fold
from reportedly.ledger.index.rows import SeriesFilter
from reportedly.ledger.index.summary import event_names, groups_of, is_whole_id
from reportedly.ledger.schema.index import series, stories


def series_are(connection: Connection, wanted: SeriesFilter) -> list[ColumnElement[bool]]:
    """The series that fit a filter."""
    held: list[ColumnElement[bool]] = []
    if not wanted.include_restricted:
        held.append(series.c.restricted < series.c.figures)
    if wanted.several:
        held.append(series.c.figures > 1)
    if wanted.event:
        held.append(series.c.event.in_(event_names(wanted.event)))
    if wanted.since:
        held.append(series.c.newest_at >= wanted.since)
    if wanted.story:
        held.append(series.c.story.in_(select(stories.c.story).where(*story_is(wanted.story))))
    groups = groups_of(wanted)
    if groups:
        held.append(series.c.series.in_(fulltext.rows_with(connection, fulltext.SERIES, groups)))
    return held


def story_is(words: str | None) -> list[ColumnElement[bool]]:
    """The stories whose label has all words, or whose id begins so."""
    if not words:
        return []
    if is_whole_id(words):
        return [stories.c.story_id == words]
    label = [func.fold(stories.c.label).contains(fold(word), autoescape=True) for word in words.split()]
    return [or_(stories.c.story_id.startswith(words, autoescape=True), and_(*label))]
