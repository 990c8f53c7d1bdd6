"""All that an index holds, without the numbers that its rows happen to have."""

from typing import Any

from sqlalchemy import select

from reportedly.ledger import Ledger
from reportedly.ledger.fulltext import TEXTS, phrases_of, rows_with
from reportedly.ledger.index import (
    FindingFilter,
    SeriesFilter,
    list_findings,
    list_series,
    list_stories,
    load_series,
)
from reportedly.ledger.schema import readings
from reportedly.ledger.schema.index import blocking_keys, report_links, stories, story_reports
from reportedly.terms import plain


def index_of(ledger: Ledger, *words: str) -> dict[str, Any]:
    """The index as plain values in a fixed order, and which reports are found by each of the words."""
    found = list(list_series(ledger, SeriesFilter(include_restricted=True)))
    with ledger.reading() as connection:
        members = select(
            stories.c.story_id, story_reports.c.report_id, story_reports.c.position, readings.c.version
        )
        members = members.join_from(stories, story_reports).join(
            readings, readings.c.reading == story_reports.c.reading
        )
        held = report_links.c
        links = select(held.report_id, held.other_id, held.similarity, held.why).where(held.kind != "story")
        keys = select(blocking_keys.c.key, readings.c.report_id).join(
            readings, readings.c.reading == blocking_keys.c.reading
        )
        rows = {
            name: sorted(tuple(row) for row in connection.execute(query))
            for name, query in (("members", members), ("links", links), ("keys", keys))
        }
        searched = {}
        for word in words:
            numbers = rows_with(connection, TEXTS, [list(phrases_of([word]))])
            query = select(readings.c.report_id).where(readings.c.reading.in_(numbers))
            searched[word] = sorted(connection.execute(query).scalars())
    return {
        **rows,
        "searched": searched,
        "stories": sorted(str(plain(row)) for row in list_stories(ledger, include_restricted=True)),
        "listed": sorted(str(plain(row)) for row in found),
        "series": sorted(str(plain(load_series(ledger, row.series_id, include_restricted=True))) for row in found),
        "findings": sorted(
            str(plain(row.finding)) for row in list_findings(ledger, FindingFilter(include_restricted=True))
        ),
    }
