"""Putting what was found in stories in the place of what the index held: in one transaction, or not at all."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from reportedly.ledger import fulltext
from reportedly.ledger.clock import now
from reportedly.ledger.connect import Ledger
from reportedly.ledger.flatten import number, storable_row
from reportedly.ledger.index.links import drop_keys, drop_links
from reportedly.ledger.index.rows import FollowedReport, FoundStory, Placed
from reportedly.ledger.index.summary import row_of
from reportedly.ledger.index.waiting import MANY, add_all_waiting, add_waiting, drop_waiting
from reportedly.ledger.schema import readings, texts
from reportedly.ledger.schema.index import REBUILT, finding_times, findings, points, series, stories, story_reports
from reportedly.terms import Finding, Point, Pointer, plain


def find_placed(ledger: Ledger, report_ids: Sequence[str]) -> dict[str, Placed]:
    """Where the index has these reports; those it does not have are left out."""
    with ledger.reading() as connection:
        return _placed(connection, report_ids)


def find_members(ledger: Ledger, numbers: Iterable[int]) -> dict[str, Placed]:
    """All reports of the stories with these numbers."""
    wanted = list(numbers)
    found: dict[str, Placed] = {}
    columns = (story_reports.c.report_id, story_reports.c.story, story_reports.c.reading)
    with ledger.reading() as connection:
        for at in range(0, len(wanted), MANY):
            query = select(*columns).where(story_reports.c.story.in_(wanted[at : at + MANY]))
            for row in connection.execute(query.order_by(story_reports.c.story, story_reports.c.position)):
                found[row.report_id] = Placed(story=row.story, reading=row.reading)
    return found


def replace_stories(ledger: Ledger, before: Mapping[str, Placed], found: Sequence[FoundStory], until: int) -> bool:
    """Put stories in the place of those that their reports were of.

    ``before`` is where the reports of all these stories, the old and the new, were when the work began. False:
    another process changed one of them since, and nothing was written; then the work is to be done again.
    Reports wait no longer that came before ``until``.
    """
    numbers = sorted({placed.story for placed in before.values()})
    reports = [report_id for each in found for report_id in each.story.reports]
    with ledger.writing() as connection:
        if _now_placed(connection, numbers, reports) != dict(before):
            return False
        _drop_stories(connection, numbers)
        for each in found:
            _add_story(connection, each)
            _keep_texts(connection, before, each.reports)
        drop_waiting(connection, reports, until)
    return True


def forget_in_index(connection: Connection, report_ids: Sequence[str]) -> None:
    """Leave nothing of reports in the index, not even in what was found in others.

    To be called in the transaction that forgets them, while their texts are still there. The other reports of
    their stories wait to be followed again.
    """
    numbers = sorted({each.story for each in _placed(connection, report_ids).values()})
    members = _members(connection, numbers)
    own = connection.execute(select(readings.c.reading).where(readings.c.report_id.in_(report_ids)))
    _drop_stories(connection, numbers)
    drop_links(connection, list(members))
    drop_keys(connection, own.scalars().all())
    for placed in members.values():
        _drop_text(connection, placed.reading)
    for name in (fulltext.SERIES, fulltext.TEXTS):
        fulltext.merge_words(connection, name)
    add_waiting(connection, (name for name in members if name not in set(report_ids)))


def drop_report_links(ledger: Ledger, report_ids: Sequence[str]) -> None:
    """Forget the links of reports, which are to be compared anew."""
    with ledger.writing() as connection:
        drop_links(connection, report_ids)


def clear_index(ledger: Ledger) -> None:
    """Empty the index, and let every report wait. When findings were first made is kept."""
    with ledger.writing() as connection:
        for name in (fulltext.SERIES, fulltext.TEXTS):
            fulltext.clear_words(connection, name)
        for table in REBUILT:
            connection.execute(delete(table))
        add_all_waiting(connection)


def _placed(connection: Connection, report_ids: Sequence[str]) -> dict[str, Placed]:
    columns = (story_reports.c.report_id, story_reports.c.story, story_reports.c.reading)
    found = {}
    for at in range(0, len(report_ids), MANY):
        query = select(*columns).where(story_reports.c.report_id.in_(report_ids[at : at + MANY]))
        for row in connection.execute(query):
            found[row.report_id] = Placed(story=row.story, reading=row.reading)
    return found


def _members(connection: Connection, numbers: Sequence[int]) -> dict[str, Placed]:
    columns = (story_reports.c.report_id, story_reports.c.story, story_reports.c.reading)
    found = {}
    for at in range(0, len(numbers), MANY):
        for row in connection.execute(select(*columns).where(story_reports.c.story.in_(numbers[at : at + MANY]))):
            found[row.report_id] = Placed(story=row.story, reading=row.reading)
    return found


def _now_placed(connection: Connection, numbers: Sequence[int], reports: Sequence[str]) -> dict[str, Placed]:
    return _members(connection, numbers) | _placed(connection, reports)


def _drop_stories(connection: Connection, numbers: Sequence[int]) -> None:
    for at in range(0, len(numbers), MANY):
        some = numbers[at : at + MANY]
        of_these = select(series.c.series).where(series.c.story.in_(some))
        words = select(series.c.series, series.c.words).where(series.c.story.in_(some))
        for row in connection.execute(words).all():
            fulltext.drop_words(connection, fulltext.SERIES, row.series, row.words)
        connection.execute(delete(findings).where(findings.c.story.in_(some)))
        connection.execute(delete(points).where(points.c.series.in_(of_these)))
        connection.execute(delete(series).where(series.c.story.in_(some)))
        connection.execute(delete(story_reports).where(story_reports.c.story.in_(some)))
        connection.execute(delete(stories).where(stories.c.story.in_(some)))


def _add_story(connection: Connection, each: FoundStory) -> None:
    story = _inserted(connection, each)
    rows = [
        {"report_id": report.report_id, "story": story, "position": at, "reading": report.reading}
        for at, report in enumerate(each.reports)
    ]
    connection.execute(insert(story_reports), rows)
    if each.found.series:
        _add_series(connection, story, each)
    if each.found.findings:
        _add_findings(connection, story, each)


def _add_series(connection: Connection, story: int, each: FoundStory) -> None:
    found = each.found
    of_series: dict[str | None, list[Finding]] = {}
    for finding in found.findings:
        of_series.setdefault(finding.series, []).append(finding)
    rows = [
        storable_row({"story": story, **row_of(held, of_series.get(held.id, ()), each.story)})
        for held in found.series
    ]
    made = insert(series).returning(series.c.series, series.c.series_id)
    numbers = {row.series_id: row.series for row in connection.execute(made, rows)}
    for row in rows:
        fulltext.add_words(connection, fulltext.SERIES, numbers[row["series_id"]], str(row["words"]))
    placed = [
        storable_row({"series": numbers[held.id], "position": at, **_point_row(point)})
        for held in found.series
        for at, point in enumerate(held.points)
    ]
    if placed:
        connection.execute(insert(points), placed)


def _keep_texts(connection: Connection, before: Mapping[str, Placed], reports: Iterable[FollowedReport]) -> None:
    """Let the texts be found that the readings followed now have, and no others of their reports."""
    for report in reports:
        held = before.get(report.report_id)
        if held is not None and held.reading != report.reading:
            _drop_text(connection, held.reading)
        if not fulltext.has_words(connection, fulltext.TEXTS, report.reading):
            fulltext.add_words(connection, fulltext.TEXTS, report.reading, _searched(report.text))


def _drop_text(connection: Connection, reading: int) -> None:
    """Let the text of a reading be found no more. Its text must still be there."""
    if fulltext.has_words(connection, fulltext.TEXTS, reading):
        held = select(texts.c.text).join(readings, readings.c.text_sha256 == texts.c.text_sha256)
        text = connection.execute(held.where(readings.c.reading == reading)).scalar_one()
        fulltext.drop_words(connection, fulltext.TEXTS, reading, _searched(text))


def _searched(text: str) -> str:
    return " ".join(token.word for token in fulltext.tokens_of(text))


def _inserted(connection: Connection, each: FoundStory) -> int:
    story = each.story
    row = {
        "story_id": story.id, "label": story.label, "places": _json(story.places), "happening": story.happening,
        "first": story.first, "last": story.last, "reports": len(each.reports),
        "restricted": sum(report.restricted for report in each.reports),
    }  # fmt: skip
    key = connection.execute(insert(stories).values(storable_row(row))).inserted_primary_key
    assert key is not None
    return int(key[0])


def _add_findings(connection: Connection, story: int, each: FoundStory) -> None:
    restricted = {report.report_id for report in each.reports if report.restricted}
    published = {report.report_id: report.published for report in each.reports}
    rows = [
        storable_row(
            {"story": story, "at": published.get(finding.to_place.report), **_finding_row(finding, restricted)}
        )
        for finding in each.found.findings
    ]
    connection.execute(insert(findings), rows)
    made = now()
    add = insert_sqlite if connection.dialect.name == "sqlite" else insert_postgresql
    once = add(finding_times).on_conflict_do_nothing(index_elements=["finding_id"])
    connection.execute(once, [{"finding_id": row["finding_id"], "recorded_at": made} for row in rows])


def _point_row(point: Point) -> dict[str, object]:
    held = plain(point)
    where = held.pop("pointer")
    return {
        **held,
        **{name: number(getattr(point, name)) for name in ("low", "best", "high")},
        "report_id": where["report"],
        "figure_id": where["figure"],
        "claim_id": where["claim"],
        "spans": _json(where["spans"]),
        "exact": where["exact"],
        "chain": _json(held["chain"]),
    }


def _finding_row(finding: Finding, restricted: Iterable[str]) -> dict[str, object]:
    ends = {place.report for place in (finding.from_place, finding.to_place) if place is not None}
    same = ("type", "why", "direction", "ratio", "reason", "verdict", "apparent")
    return {
        "finding_id": finding.id,
        "series_id": finding.series,
        **{name: getattr(finding, name) for name in same},
        **_place_row("from", finding.from_place),
        **_place_row("to", finding.to_place),
        "claims": _json(finding.claims),
        "restricted": not ends.isdisjoint(restricted),
    }


def _place_row(end: str, place: Pointer | None) -> dict[str, object]:
    return {
        f"{end}_report": place.report if place else None,
        f"{end}_figure": place.figure if place else None,
        f"{end}_claim": place.claim if place else None,
        f"{end}_spans": _json(place.spans) if place else None,
        f"{end}_exact": place.exact if place else None,
    }


def _json(value: object) -> str:
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
