"""The record of a reading as a second witness: what a row that was changed had held, and where words stand."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Table

from reportedly.errors import DamagedLedger
from reportedly.ledger.flatten import claim_row, figure_row, reading_row, speaker_row
from reportedly.ledger.packing import unpack_reading, unpack_record
from reportedly.ledger.schema import claims, figures, readings, speakers
from reportedly.ledger.sealed import Kept
from reportedly.terms import Given, Span, exact_at

_PARTS: dict[Table, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    speakers: ("speakers", speaker_row),
    claims: ("claims", claim_row),
    figures: ("figures", figure_row),
}
#: Columns that a message names at most.
_NAMED = 3


def compare_with_record(kept: Kept, record: bytes | None, text: str | None) -> str:
    """Which columns of a changed row do not agree with the record of its reading, with what each of them holds.

    The record may have been changed in place of the row; it is sealed with the reading.
    """
    try:
        made = _made(kept, record, text)
    except (DamagedLedger, IndexError):  # the record itself was changed
        made = None
    if made is None:
        return "it does not hold what was sealed"
    differing = find_differing(kept, made)
    if not differing:
        return "it does not hold what was sealed; the record of its reading agrees with it"
    told = [f"{name} holds {kept.row[name]!r}, and the record {made[name]!r}" for name in differing[:_NAMED]]
    return "; ".join(told) + ("; …" if len(differing) > _NAMED else "")


def find_differing(kept: Kept, made: dict[str, Any]) -> list[str]:
    """The columns in which a row differs from one made of the record."""
    return [name for name, value in made.items() if name in kept.row and kept.row[name] != value]


def count_parts(record: bytes) -> tuple[int, int, int] | None:
    """How many speakers, claims and figures a record has; null: it is none."""
    try:
        held = unpack_record(record)
        return len(held["speakers"]), len(held["claims"]), len(held["figures"])
    except (ValueError, KeyError):
        return None


def find_lost_words(record: bytes, text: str) -> tuple[int, list[str]]:
    """How many words with places a record has, and those that do not stand in the text at theirs."""
    try:
        held = unpack_record(record)
    except ValueError:
        return 0, ["(the record cannot be unpacked)"]
    looked, lost = 0, []
    for exact, spans in _words_in(held):
        looked += 1
        if exact_at(text, spans) != exact:
            lost.append(exact)
    return looked, lost


def hash_of_text(text: str) -> str:
    """SHA-256 of a text as the ledger holds it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _made(kept: Kept, record: bytes | None, text: str | None) -> dict[str, Any] | None:
    if record is None or text is None:
        return None
    reading = unpack_reading(record, text)
    if kept.table is readings:
        made = reading_row(Given(), reading)
        return {name: value for name, value in made.items() if name not in ("given", "restricted", "record")}
    part = _PARTS.get(kept.table)
    if part is None:
        return None
    name, row_of = part
    return row_of(getattr(reading, name)[kept.row["position"]])


def _words_in(value: Any) -> Iterator[tuple[str, list[Span]]]:
    """All words of a record with their places."""
    if isinstance(value, dict):
        if "exact" in value and value.get("spans"):
            yield value["exact"], [(start, end) for start, end in value["spans"]]
        for inner in value.values():
            yield from _words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words_in(inner)
