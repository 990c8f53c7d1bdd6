"""What kind of thing the bytes are: text, HTML, or something that is not read. The table is ``kinds.tsv``."""

import codecs
import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from reportedly.errors import BinaryInput, EmptyInput, InputError, UnknownInput

#: Bytes looked at to tell text from anything else.
LOOKED_AT = 65_536
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
#: A text may hold a stray control character, not many: above this share the bytes are no text.
MAX_CONTROL_SHARE = 0.1

_UTF_32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_COMMENT = rb"(?:<!--.*?-->|<\?xml[^>]*>|\s)*"
_HTML = re.compile(
    _COMMENT + rb"<(?:!doctype\s+html|html|head|title|meta|body|article|script|h1|p|div|table)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    slug: str
    what: str
    advice: str

    def refusal(self) -> InputError:
        words = f"{self.what}; {self.advice}" if self.advice else f"{self.what}, which is not read"
        return BinaryInput(words) if self.slug == BinaryInput.slug else UnknownInput(words)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    table = files("reportedly.inputs").joinpath("kinds.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _magic() -> tuple[tuple[re.Pattern[bytes], _Kind], ...]:
    found = []
    for row in _rows():
        if row["by"] == "magic":
            pairs = (row["value"][at : at + 2] for at in range(0, len(row["value"]), 2))
            pattern = b"".join(b"." if pair == ".." else re.escape(bytes.fromhex(pair)) for pair in pairs)
            kind = _Kind(row["slug"], row["what"], row["advice"])
            found.append((re.compile(pattern, re.DOTALL), kind))
    return tuple(found)


@cache
def _by_suffix() -> tuple[dict[str, str], dict[str, _Kind]]:
    read = {row["value"]: row["slug"] for row in _rows() if row["by"] == "text"}
    unread = {
        row["value"]: _Kind(row["slug"], row["what"], row["advice"]) for row in _rows() if row["by"] == "suffix"
    }
    return read, unread


def media_type_of(name: str, body: bytes) -> str:
    """``text/html`` or ``text/plain``, by the suffix of the name and, where that says nothing, by the bytes.

    Raises:
        EmptyInput: no bytes, or only white space.
        BinaryInput: an image, an archive, a program, or bytes that are mostly no characters.
        UnknownInput: text of a kind that is no report (a table, data, a program's source).

    >>> media_type_of("page", b"<!DOCTYPE html><p>61 people were killed.")
    'text/html'
    """
    head = body[:LOOKED_AT]
    _refuse_empty(body)
    for pattern, kind in _magic():
        if pattern.match(head):
            raise kind.refusal()
    _refuse_binary(head)
    read, unread = _by_suffix()
    suffix = PurePath(name).suffix.lower()
    if suffix in read:
        return read[suffix]
    marked_up = _HTML.match(_as_single_bytes(head)) is not None
    if suffix in unread and not (marked_up and suffix == ".xml"):
        raise unread[suffix].refusal()
    return "text/html" if marked_up else "text/plain"


def _refuse_empty(body: bytes) -> None:
    if not body:
        raise EmptyInput("the file holds nothing")
    # NUL is what white space looks like in UTF-16; a file of nothing but NUL is none either.
    without_marks = body.removeprefix(codecs.BOM_UTF8)
    if body[:2] in _UTF_16_MARKS:
        without_marks = body[2:].replace(b"\0", b"")
    if not without_marks.strip():
        raise EmptyInput("the file holds only white space")


def _refuse_binary(head: bytes) -> None:
    if head[:4] in _UTF_32_MARKS or head[:2] in _UTF_16_MARKS:
        return
    zeros = head.count(0)
    if zeros > MAX_CONTROL_SHARE * len(head):
        halves = max(head[0::2].count(0), head[1::2].count(0))
        if len(head) >= 4 and halves > 0.9 * zeros and 0.4 * len(head) < zeros <= 0.5 * len(head) + 1:
            raise BinaryInput("UTF-16 without a byte order mark, it seems; save it as UTF-8")
        raise BinaryInput("not text: mostly NUL bytes")
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > MAX_CONTROL_SHARE * len(head):
        raise BinaryInput("not text: mostly control characters")


def _as_single_bytes(head: bytes) -> bytes:
    """The head as ASCII can be looked for in it: byte order marks off, UTF-16 narrowed."""
    if head[:2] in _UTF_16_MARKS:
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)
