"""Which names of each reading are held back, kept beside it so that they can be hidden as rows are given out."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from reportedly.ledger.names.finding import find_held_names, public_words
from reportedly.ledger.names.hiding import hold_back
from reportedly.ledger.packing import unpack_reading
from reportedly.ledger.schema import readings, texts
from reportedly.ledger.schema.care import held_names
from reportedly.terms import Reading

#: Words of rows in which names may stand.
_HIDDEN = (
    "source", "speaker", "cue", "content", "unit", "event", "agent", "cause", "headline", "exact",
)  # fmt: skip


def held_names_row(number: int, reading: Reading) -> dict[str, Any] | None:
    """The row of a reading, or None where no name is held back."""
    names = [held.name for held in find_held_names(reading)]
    if not names:
        return None
    public = sorted(public_words(reading))
    return {"reading": number, "names": _json(names), "public": _json(public)}


def keep_held_names(connection: Connection, number: int, reading: Reading) -> None:
    """Put the names held back of a reading in the place of those kept before."""
    drop_held_names(connection, [number])
    row = held_names_row(number, reading)
    if row is not None:
        connection.execute(insert(held_names).values(row))


def drop_held_names(connection: Connection, numbers: Iterable[int]) -> None:
    """Forget which names are held back of readings."""
    for number in numbers:
        connection.execute(delete(held_names).where(held_names.c.reading == number))


def find_all_held_names(connection: Connection) -> None:
    """Find the names of all readings of a ledger that was made before they were kept."""
    query = select(readings.c.reading, readings.c.record, texts.c.text)
    query = query.join(texts, texts.c.text_sha256 == readings.c.text_sha256).where(readings.c.record != b"")
    for number in connection.execute(select(readings.c.reading)).scalars().all():
        row = connection.execute(query.where(readings.c.reading == number)).first()
        if row is not None:
            keep_held_names(connection, number, unpack_reading(row.record, row.text))


def hide_names(values: dict[str, Any], names: str | None, public: str | None) -> dict[str, Any]:
    """The values of a row without the names that are held back of its reading."""
    if not names:
        return values
    held: Sequence[str] = json.loads(names)
    kept: Sequence[str] = json.loads(public or "[]")
    return values | {
        name: hold_back(values[name], held, kept) for name in _HIDDEN if isinstance(values.get(name), str)
    }


def _json(words: Sequence[str]) -> str:
    return json.dumps(words, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
