"""Tables as JSON lines: one object a row, null where unknown."""

import json
import re
from typing import TextIO

from reportedly.views.export.codebook import Table

#: Signs that JSON may hold raw and that line readers or UTF-8 cannot.
_RAW = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def write_jsonl(table: Table, out: TextIO) -> int:
    """Write the table, and give how many rows it had."""
    names = [column.name for column in table.columns]
    written = 0
    for written, row in enumerate(table.rows, start=1):  # noqa: B007
        line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, separators=(",", ":"))
        out.write(_RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n")
    return written
