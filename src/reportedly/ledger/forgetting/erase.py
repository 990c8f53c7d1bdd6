"""Words taken out of rows, in one transaction: the hash by which the seal knows them is kept in their place."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from reportedly.ledger.schema import forgotten, texts
from reportedly.ledger.seal import seal_rows, text_salt, words_digest

Row = Mapping[str, Any]


class Eraser:
    """Takes words out of rows, and notes of each row what went and what was left.

    Rows whose words are salted with a text are given with it (:func:`reportedly.ledger.seal.text_salt`): as it
    was, and as it is left.
    """

    def __init__(self, connection: Connection, forgetting: str) -> None:
        self._connection = connection
        self._forgetting = forgetting
        self._number = connection.execute(select(func.max(forgotten.c.number))).scalar() or 0
        self._rows: list[dict[str, Any]] = []

    def erase(self, table: Table, row: Row, left: Row, text: str | None = None, text_left: str = "") -> None:
        """Leave of a row's words only those in ``left``; columns that hold no words are not touched."""
        words = {column.name: left.get(column.name) for column in table.columns if column.info["words"]}
        key = list(table.primary_key)
        self._connection.execute(
            update(table).where(*(column == row[column.name] for column in key)).values(words)
        )
        salts = (b"", b"") if text is None else (text_salt(text), text_salt(text_left))
        went = words_digest(table, row, salts[0])
        self._note(table, row, went, words_digest(table, {**row, **words}, salts[1]))

    def erase_text(self, row: Row, left: str) -> None:
        """Leave of a text only what is in ``left``; the hash of what went is its name."""
        name = row["text_sha256"]
        self._connection.execute(update(texts).where(texts.c.text_sha256 == name).values(text=left))
        self._note(texts, row, name, hashlib.sha256(left.encode("utf-8", "surrogatepass")).hexdigest())

    def finish(self) -> None:
        """Keep the notes, and seal them."""
        if self._rows:
            self._connection.execute(insert(forgotten), self._rows)
            seal_rows(self._connection, forgotten, self._forgetting, self._rows)

    def _note(self, table: Table, row: Row, went: str, left: str) -> None:
        key = "/".join(str(row[column.name]) for column in table.primary_key)
        before = select(forgotten.c.words_sha256).where(
            forgotten.c.table_name == table.name, forgotten.c.row_key == key
        )
        # what the seal knows is what was there first
        first = self._connection.execute(before.order_by(forgotten.c.number).limit(1)).scalar()
        self._number += 1
        self._rows.append(
            {
                "number": self._number,
                "forgetting": self._forgetting,
                "table_name": table.name,
                "row_key": key,
                "words_sha256": first or went,
                "left_sha256": left,
            }
        )
