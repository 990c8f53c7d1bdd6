"""The rows that one seal covers, as they stand in the ledger now."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, inspect, select

from reportedly.ledger.schema import claims, figures, pages, readings, runs, seals, skips, speakers, texts
from reportedly.ledger.seal import Chain, finished_key, row_digest, text_salt

#: Tables of the parts of a reading, in the order in which a seal covers them.
PARTS = (speakers, claims, figures)


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of a table, as it stands there."""

    table: Table
    row: dict[str, Any]

    @property
    def key(self) -> str:
        """Its primary key, parts joined by a slash.

        >>> Kept(claims, {"reading": 12, "position": 3}).key
        '12/3'
        """
        return "/".join(str(self.row[column.name]) for column in self.table.primary_key)


class SealedRows:
    """Finds rows as seals cover them; of columns that an older ledger has not yet, nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        there = inspect(connection)
        self._queries: dict[Table, Select[Any]] = {}
        for table in (runs, pages, texts, readings, *PARTS, skips):
            names = {held["name"] for held in there.get_columns(table.name)}
            self._queries[table] = select(*(column for column in table.columns if column.name in names))

    def of_reading(self, number: int) -> tuple[list[Kept], str | None]:
        """The page of a reading, the reading, its speakers, claims and figures; and its text.

        Without the reading nothing; a page or text that is not there is left out.
        """
        reading = self.one(readings, number)
        if reading is None:
            return [], None
        page = self.one(pages, reading.row["report_id"])
        text = self.one(texts, reading.row["text_sha256"])
        found = [each for each in (page, reading) if each is not None]
        for table in PARTS:
            query = self._queries[table].where(table.c.reading == number).order_by(table.c.position)
            found += [Kept(table, row._asdict()) for row in self._connection.execute(query)]
        return found, text.row["text"] if text else None

    def one(self, table: Table, key: str | int) -> Kept | None:
        """The row of a table with this key."""
        (column,) = table.primary_key
        row = self._connection.execute(self._queries[table].where(column == key)).first()
        return None if row is None else Kept(table, row._asdict())

    def all(self, table: Table) -> Iterator[Kept]:
        """All rows of a table in the order of its key."""
        for row in self._connection.execute(self._queries[table].order_by(*table.primary_key)):
            yield Kept(table, row._asdict())


def seal_all(connection: Connection) -> None:
    """Seal what a version before there were seals kept, as it stands now."""
    chain, rows = Chain(connection), SealedRows(connection)
    links = []
    for run in rows.all(runs):
        number = run.row["run"]
        links.append(chain.link(runs, number, [row_digest(runs, {**run.row, "finished_at": None})]))
        if run.row["finished_at"] is not None:
            links.append(chain.link(runs, finished_key(number), [row_digest(runs, run.row)]))
    for number in connection.execute(select(readings.c.reading).order_by(readings.c.reading)).scalars().all():
        found, text = rows.of_reading(number)
        salt = text_salt(text or "")
        links.append(chain.link(readings, number, [kept_digest(each, salt) for each in found]))
    links += [chain.link(skips, each.row["skip_id"], [row_digest(skips, each.row)]) for each in rows.all(skips)]
    if links:
        connection.execute(insert(seals), links)


def kept_digest(kept: Kept, salt: bytes, words: str | None = None) -> bytes:
    """The hash of a row of a reading; a page stands in no text, so nothing salts its words."""
    return row_digest(kept.table, kept.row, b"" if kept.table is pages else salt, words)
