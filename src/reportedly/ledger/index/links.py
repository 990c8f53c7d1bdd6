"""What reports share: keys by which candidates are found, and the links that were made of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Row, Select, delete, insert, or_, select

from reportedly.ledger.connect import Ledger
from reportedly.ledger.index.waiting import MANY
from reportedly.ledger.schema import readings
from reportedly.ledger.schema.index import blocking_keys, report_links
from reportedly.terms import Link, LinkKind, sha256_hex

#: Hexadecimal digits of a key: 60 bits fit into the whole numbers of every database.
_DIGITS = 15
STORY = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """Two reports, the later first, that are of one happening, and why in words."""

    report: str
    other: str
    why: str


def key_number(kind: str, name: str) -> int:
    """A key as a whole number: words of reports do not stand in the index in clear.

    >>> key_number("copy", "a") != key_number("story", "a"), key_number("copy", "a") < 2**60
    (True, True)
    """
    return int(sha256_hex(f"{kind}\n{name}")[:_DIGITS], 16)


def keep_keys(ledger: Ledger, keys: Mapping[int, Iterable[int]]) -> None:
    """Keep the keys of readings (by their numbers) in place of those held."""
    if not keys:
        return
    rows = [{"key": key, "reading": reading} for reading, held in keys.items() for key in sorted(set(held))]
    with ledger.writing() as connection:
        drop_keys(connection, keys)
        if rows:
            connection.execute(insert(blocking_keys), rows)


def drop_keys(connection: Connection, numbers: Iterable[int]) -> None:
    """Forget the keys of readings."""
    held = list(numbers)
    for at in range(0, len(held), MANY):
        connection.execute(delete(blocking_keys).where(blocking_keys.c.reading.in_(held[at : at + MANY])))


def find_candidates(ledger: Ledger, keys: Sequence[int]) -> frozenset[str]:
    """Ids of all reports that have one of the keys."""
    found: set[str] = set()
    with ledger.reading() as connection:
        for at in range(0, len(keys), MANY):
            sharing = select(blocking_keys.c.reading).where(blocking_keys.c.key.in_(keys[at : at + MANY]))
            query = select(readings.c.report_id).where(readings.c.reading.in_(sharing)).distinct()
            found.update(connection.execute(query).scalars())
    return frozenset(found)


def keep_links(ledger: Ledger, links: Iterable[Link], story_links: Iterable[StoryLink] = ()) -> None:
    """Keep links; the same one twice is one."""
    rows: dict[tuple[str, str, str], dict[str, object]] = {}
    rows |= {(link.report, link.other, link.kind): _row(link) for link in links}
    rows |= {(link.report, link.other, STORY): _story_row(link) for link in story_links}
    if not rows:
        return
    with ledger.writing() as connection:
        for report, other, kind in rows:
            held = report_links.c
            same = (held.report_id == report, held.other_id == other, held.kind == kind)
            connection.execute(delete(report_links).where(*same))
        connection.execute(insert(report_links), list(rows.values()))


def find_links(ledger: Ledger, report_ids: Sequence[str]) -> dict[str, tuple[Link, ...]]:
    """Of each report the links in which it is the later one, but those of the story."""
    found: dict[str, list[Link]] = {}
    with ledger.reading() as connection:
        for at in range(0, len(report_ids), MANY):
            for row in connection.execute(_links_of(report_ids[at : at + MANY])):
                found.setdefault(row.report_id, []).append(_link_of(row))
    return {report_id: tuple(links) for report_id, links in found.items()}


def find_links_at(ledger: Ledger, report_id: str) -> tuple[Link, ...]:
    """The links of a report on either end, but those of the story; first those in which it is the later one."""
    held = report_links.c
    with ledger.reading() as connection:
        ours = [_link_of(row) for row in connection.execute(_links_of([report_id]))]
        theirs = [_link_of(row) for row in connection.execute(_links_of([report_id], held.other_id))]
    return (*ours, *theirs)


def _link_of(row: Row[tuple[str, str, LinkKind, float, str]]) -> Link:
    return Link(report=row.report_id, other=row.other_id, kind=row.kind, similarity=row.similarity, why=row.why)


def drop_links(connection: Connection, report_ids: Sequence[str]) -> None:
    """Forget all links of reports, on either end."""
    for at in range(0, len(report_ids), MANY):
        some = report_ids[at : at + MANY]
        at_an_end = or_(report_links.c.report_id.in_(some), report_links.c.other_id.in_(some))
        connection.execute(delete(report_links).where(at_an_end))


def _links_of(
    report_ids: Sequence[str], end: Column[str] = report_links.c.report_id
) -> Select[tuple[str, str, LinkKind, float, str]]:
    held = report_links.c
    query = select(held.report_id, held.other_id, held.kind, held.similarity, held.why)
    query = query.where(end.in_(report_ids), held.kind != STORY)
    return query.order_by(held.report_id, held.other_id, held.kind)


def _row(link: Link) -> dict[str, object]:
    return {
        "report_id": link.report, "other_id": link.other, "kind": link.kind, "similarity": link.similarity,
        "why": link.why,
    }  # fmt: skip


def _story_row(link: StoryLink) -> dict[str, object]:
    return {
        "report_id": link.report, "other_id": link.other, "kind": STORY, "similarity": None, "why": link.why,
    }  # fmt: skip
