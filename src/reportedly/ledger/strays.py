"""Rows of the record that no seal covers: somebody put them there."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, String, Table, cast, exists, select

from reportedly.ledger.schema import SEALED_BY, pages, readings, runs, seals, texts
from reportedly.ledger.sealed import PARTS


def find_strays(connection: Connection) -> Iterator[tuple[Table, str, str]]:
    """Table and key of each such row, and why it is one."""
    for table, column in ((runs, runs.c.run), (readings, readings.c.reading), *SEALED_BY.items()):
        # in one column, so that the database can sort both sides and need not look through one for each
        sealed = select(seals.c.subject_key).where(seals.c.subject == table.name)
        yield from _found(connection, table, select(column).where(cast(column, String).not_in(sealed)))
    for part in PARTS:
        place = (part.c.reading, part.c.position)
        yield from _found(
            connection, part, select(*place).where(part.c.reading.not_in(select(readings.c.reading)))
        )
    read = exists().where(readings.c.report_id == pages.c.report_id)
    yield from _found(connection, pages, select(pages.c.report_id).where(~read))
    of_readings = select(readings.c.text_sha256)
    yield from _found(
        connection, texts, select(texts.c.text_sha256).where(texts.c.text_sha256.not_in(of_readings))
    )


def _found(
    connection: Connection, table: Table, query: Select[tuple[object, ...]]
) -> Iterator[tuple[Table, str, str]]:
    why = "no reading is of it" if table in (pages, texts) else "no seal knows this row"
    for row in connection.execute(query.distinct()):
        yield table, "/".join(str(part) for part in row), why
