"""Seals: a chain of hashes over all that was kept, so that what is changed afterwards shows.

Each transaction that keeps something seals it at once, so nothing that was kept is ever without its seal, however
a run ends. A seal is SHA-256 over the seal before it, the name of what is sealed and the hashes of its rows.

The hash of a row is made of its columns that are not null, by name, so a column added later changes no seal. Words
of reports and names enter by a hash of their own, and can therefore be forgotten while the seal stands. That hash
is salted with the text they stand in: when the text is gone too, no list of names can be tried against it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from reportedly.ledger.clock import now
from reportedly.ledger.schema import seals

#: What the first seal has before it.
FIRST = "0" * 64
#: Bytes of each row's hash kept with the seal, to tell which row was changed; the seal covers them whole.
MARK = 4

Row = Mapping[str, Any]


class Chain:
    """The end of the chain of seals, inside one transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        newest = select(seals.c.seal_number, seals.c.seal).order_by(seals.c.seal_number.desc()).limit(1)
        row = connection.execute(newest).first()
        self._number: int = row.seal_number if row else 0
        self._head: str = row.seal if row else FIRST

    def link(self, table: Table, key: str | int, digests: Sequence[bytes]) -> dict[str, Any]:
        """The next link, as a row to be written: rows sealed by their hashes, under a table and a key."""
        self._number += 1
        self._head = next_seal(self._head, table.name, str(key), digests)
        return {
            "seal_number": self._number,
            "subject": table.name,
            "subject_key": str(key),
            "rows": b"".join(digest[:MARK] for digest in digests),
            "seal": self._head,
            "sealed_at": now(),
        }


def seal_rows(connection: Connection, table: Table, key: str | int, rows: Iterable[Row]) -> None:
    """Seal rows of one table that this transaction wrote, in the order of their primary key.

    ``key`` is what the column that :data:`~reportedly.ledger.schema.SEALED_BY` names for the table holds in them.
    """
    link = Chain(connection).link(table, key, [row_digest(table, row) for row in rows])
    connection.execute(insert(seals).values(link))


def head_seal(connection: Connection) -> str | None:
    """The newest seal, which covers all that was kept; null in an empty ledger."""
    newest = select(seals.c.seal).order_by(seals.c.seal_number.desc()).limit(1)
    return connection.execute(newest).scalar()


def finished_key(run: int) -> str:
    """Under what a run is sealed once more at its end; at its beginning it is under its number, without an end.

    >>> finished_key(5)
    '5/end'
    """
    return f"{run}/end"


def next_seal(before: str, subject: str, key: str, digests: Iterable[bytes]) -> str:
    """The seal that follows on another one.

    >>> next_seal(FIRST, "runs", "1", [])[:16]
    '5923878dd9c8789b'
    """
    made = hashlib.sha256(f"{before}\n{subject}\n{key}\n".encode())
    for digest in digests:
        made.update(digest)
    return made.hexdigest()


def text_salt(text: str) -> bytes:
    """What the hashes of words of a text are salted with; known only to who has the text."""
    return hashlib.sha256(b"words\n" + text.encode("utf-8", "surrogatepass")).digest()


def row_digest(table: Table, row: Row, salt: bytes = b"", words: str | None = None) -> bytes:
    """The hash of a row; ``words`` stands in for the hash of its words where they were forgotten."""
    kept, _ = _columns_of(table)
    held = [[name, _canonical(row[name])] for name in kept if row.get(name) is not None]
    held.append(["", words_digest(table, row, salt) if words is None else words])
    return hashlib.sha256(_json(held)).digest()


def words_digest(table: Table, row: Row, salt: bytes = b"") -> str:
    """The hash of the words of a row, in hexadecimal digits."""
    _, words = _columns_of(table)
    held = [[name, _canonical(row[name])] for name in words if row.get(name) is not None]
    return hashlib.sha256(salt + _json(held)).hexdigest()


@cache
def _columns_of(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the columns that stay and of those with words, each in order of the alphabet."""
    names = sorted(column.name for column in table.columns)
    words = {column.name for column in table.columns if column.info["words"]}
    return tuple(n for n in names if n not in words), tuple(n for n in names if n in words)


def _canonical(value: Any) -> Any:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
