"""Putting many rows into a table at once, by the quickest way each database has."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into a table; each has the same names, and a value that the column takes as it is."""
    if not rows:
        return
    names = tuple(rows[0])
    values = [tuple(row.values()) for row in rows]
    if connection.dialect.name == "postgresql":
        _copy(connection, table, names, values)
    else:
        connection.exec_driver_sql(_statement(table, names), values)


def _copy(connection: Connection, table: Table, names: tuple[str, ...], values: Sequence[tuple[Any, ...]]) -> None:
    """PostgreSQL's own way for many rows, several times as quick as INSERT."""
    columns = ", ".join(f'"{name}"' for name in names)
    cursor: Any = connection.connection.cursor()  # psycopg’s own, which no standard describes
    with cursor, cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
        for row in values:
            copy.write_row(row)


@cache
def _statement(table: Table, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'
