"""The record of a reading as the ledger keeps it: JSON without the text, compressed.

The record repeats its field names in every claim and figure; compressed it takes a quarter of the space.
"""

import json
import zlib
from typing import Any

from reportedly.errors import DamagedLedger
from reportedly.terms import Reading, plain, reading_of

#: zlib's own default: a higher level takes no less space here.
_LEVEL = 6


def pack_reading(reading: Reading) -> bytes:
    """The record of a reading, without the text of its report."""
    record = plain(reading)
    del record["report"]["text"]
    return pack_record(record)


def unpack_reading(packed: bytes, text: str) -> Reading:
    """The reading of which this is the record.

    Raises:
        DamagedLedger: the bytes are no record, or its words do not stand in the text.
    """
    try:
        record = unpack_record(packed)
        record["report"]["text"] = text
        return reading_of(record)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedLedger(
            f"the record of a reading cannot be read ({error}): “reportedly verify” says of which; restore the "
            "ledger from a copy, or read the report again into a new one"
        ) from error


def pack_record(record: dict[str, Any]) -> bytes:
    """A record, compressed.

    >>> unpack_record(pack_record({"claims": []}))
    {'claims': []}
    """
    return zlib.compress(_json(record), _LEVEL)


def unpack_record(packed: bytes) -> dict[str, Any]:
    """The record that was compressed.

    Raises:
        ValueError: the bytes are none.
    """
    try:
        record: dict[str, Any] = json.loads(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError(f"the record cannot be unpacked: {error}") from error
    return record


def _json(value: Any) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        # half a surrogate pair (broken JSON-LD has them) cannot be stored as UTF-8, but as an escape it can
        return json.dumps(value, separators=(",", ":")).encode()
