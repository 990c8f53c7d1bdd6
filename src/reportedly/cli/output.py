"""Writing to standard output: JSON lines, and words of reports made harmless to a terminal."""

import re
import sys
from typing import Any

#: Escape sequences, other controls but line breaks and tabs, and marks that turn the order of writing:
#: a report must not be able to clear the screen, fake a line or hide a word.
_HARMFUL = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # halves of pairs, which no encoding writes
}
#: Signs that JSON may hold raw and that terminals, line readers or UTF-8 cannot.
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text for a terminal; as long as before, so that places stay true.

    >>> harmless("a\\x1b[2Jb")
    'a␛[2Jb'
    """
    return text.translate(_HARMFUL)


def one_line(text: str) -> str:
    """The text for a cell of a table: harmless, without line breaks.

    >>> one_line("two\\n lines")
    'two lines'
    """
    return " ".join(harmless(text).split())


def many(number: int, what: str, several: str | None = None) -> str:
    """A number with its noun; ``several`` is the noun of many where it has no plain s.

    >>> many(1, "claim"), many(1200, "claim"), many(2, "story", "stories")
    ('1 claim', '1,200 claims', '2 stories')
    """
    return f"{number:,} {what if number == 1 else several or what + 's'}"


def write(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(text + "\n")


def note(text: str) -> None:
    """Write a line to standard error: what is no result."""
    sys.stderr.write(harmless(text) + "\n")


def write_json_line(line: str) -> None:
    """Write one line of JSON and send it on at once; the values stay the same.

    >>> write_json_line('{"a": "x\\u2028y"}')
    {"a": "x\\u2028y"}
    """
    sys.stdout.write(_RAW_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n")
    sys.stdout.flush()


def json_line(value: Any) -> str:
    """A plain value as one line of JSON."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
