"""Files, folders, patterns, addresses of the web and standard input as pages."""

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import (
    EmptyInput,
    InputError,
    MissingInput,
    TooLargeInput,
    UnknownInput,
    UnreadableInput,
)
from reportedly.inputs.kinds import media_type_of
from reportedly.inputs.limits import LIMITS, NOTHING_GIVEN, InputLimits
from reportedly.terms import Given, Page, Skipped, sha256_hex

STANDARD_INPUT = "-"
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Named files, folders and patterns as an :class:`~reportedly.inputs.protocol.Input`."""

    paths: Sequence[str]
    given: Given = NOTHING_GIVEN
    limits: InputLimits = LIMITS
    stdin: BinaryIO | None = None

    def pages(self) -> Iterator[Page | Skipped]:
        """Every page in the order of the paths; see :func:`find_pages`."""
        return find_pages(self.paths, self.given, self.limits, self.stdin)


def find_pages(
    paths: Sequence[str],
    given: Given = NOTHING_GIVEN,
    limits: InputLimits = LIMITS,
    stdin: BinaryIO | None = None,
) -> Iterator[Page | Skipped]:
    """Every file of the paths, in their order, as a page or as a skip with its reason.

    A path is a file, a folder (read to its bottom in the order of names, hidden files and folders
    left out, folders that are links not entered), a pattern such as ``news/**/*.txt`` when no file
    has that name, an address of the web (fetched), or ``-`` for standard input (``stdin``, else the process's
    own). A page's address
    is its path as given; in a folder the folder joined with the way to it, with ``/``.

    Reads one file at a time, and never more than ``limits.max_bytes`` of it. Raises nothing for an
    input that cannot be used.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield _page_of_stream(stdin if stdin is not None else sys.stdin.buffer, given, limits)
        elif path.startswith(_WEB):
            from reportedly.inputs.web import fetch_page  # its library takes a moment: only where one is fetched

            yield fetch_page(path, given, limits)
        else:
            for found in _resolve(path):
                yield found if isinstance(found, Skipped) else _page_of_file(found, given, limits)


def page_of_bytes(
    name: str, body: bytes, given: Given = NOTHING_GIVEN, limits: InputLimits = LIMITS
) -> Page | Skipped:
    """Bytes that came without a file (pasted, uploaded) as a page; the kind is told by them and by the name.

    >>> page_of_bytes("note.txt", b"Police say 61 died.").media_type
    'text/plain'
    >>> page_of_bytes("note.txt", b"").reason
    'input.empty'
    """
    try:
        _refuse_too_large(len(body), limits)
        return _page(name, body, given)
    except InputError as error:
        return _skip(name, error)


def count_inputs(paths: Sequence[str]) -> int:
    """How many pages and skips :func:`find_pages` will give, without opening a file; ``-`` counts one."""
    single = (path == STANDARD_INPUT or path.startswith(_WEB) for path in paths)
    return sum(1 if one else sum(1 for _ in _resolve(path)) for one, path in zip(single, paths, strict=True))


def _resolve(path: str) -> Iterator[str | Skipped]:
    """Paths of files behind one path as given, or why there is none."""
    try:
        exists = os.path.lexists(path)
    except ValueError:  # a NUL in the name
        exists = False
    if exists:
        yield from _walk(path)
    elif glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 — Path.glob takes no absolute pattern
        if not matches:
            yield _skip(path, MissingInput("no file matches this pattern"))
        # "news/**" matches a folder and what lies in it: every file is read once
        folders = [match for match in matches if Path(match).is_dir()]
        for match in matches:
            inside = any(match != folder and match.startswith(f"{folder.rstrip('/')}/") for folder in folders)
            if not inside:
                yield from _walk(match)
    else:
        yield _skip(path, MissingInput("there is no such file; check the name and the folder you are in"))


def _walk(path: str) -> Iterator[str | Skipped]:
    if not Path(path).is_dir():
        yield path
        return
    before = False
    for found in _members(path):
        before = True
        yield found
    if not before:
        yield _skip(path, EmptyInput("the folder holds no files but hidden ones, if any"))


def _members(folder: str) -> Iterator[str | Skipped]:
    """Files of a folder to its bottom, in the order of names."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError as error:
        yield _skip(folder, _explain(error, "the folder"))
        return
    for name, is_folder in found:
        if name.startswith("."):
            continue
        path = f"{folder}{name}" if folder.endswith("/") else f"{folder}/{name}"
        if is_folder:
            yield from _members(path)
        elif Path(path).is_dir():
            yield _skip(path, UnknownInput("a link to a folder, which is not followed; name the folder itself"))
        else:
            yield path


def _page_of_file(path: str, given: Given, limits: InputLimits) -> Page | Skipped:
    try:
        return _page(path, _read_file(path, limits), given)
    except InputError as error:
        return _skip(path, error)


def _read_file(path: str, limits: InputLimits) -> bytes:
    try:
        known = Path(path).stat()
        if not (stat.S_ISREG(known.st_mode) or stat.S_ISFIFO(known.st_mode)):
            raise UnknownInput("not a file: a device or a socket")
        _refuse_too_large(known.st_size, limits)
        with Path(path).open("rb") as opened:
            body = opened.read(limits.max_bytes + 1)
    except OSError as error:
        raise _explain(error, "the file") from error
    _refuse_too_large(len(body), limits)
    return body


def _page_of_stream(stream: BinaryIO, given: Given, limits: InputLimits) -> Page | Skipped:
    try:
        body = stream.read(limits.max_bytes + 1)
        _refuse_too_large(len(body), limits)
        return _page(STANDARD_INPUT, body, given)
    except InputError as error:
        return _skip(STANDARD_INPUT, error)
    except OSError as error:
        return _skip(STANDARD_INPUT, _explain(error, "standard input"))


def _page(path: str, body: bytes, given: Given) -> Page:
    media_type = media_type_of(path, body)
    return Page(address=address_of(path), body=body, media_type=media_type, sha256=sha256_hex(body), given=given)


def _refuse_too_large(size: int, limits: InputLimits) -> None:
    if size > limits.max_bytes:
        raise TooLargeInput(
            f"over the limit of {limits.max_bytes:,} bytes; split it, or save only the report's text"
        )


def _explain(error: OSError, what: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return MissingInput(f"{what} is not there (any more), or is a link that leads nowhere")
    if isinstance(error, PermissionError):
        return UnreadableInput(f"{what} may not be opened; ask for leave to read it")
    return UnreadableInput(f"{what} cannot be read: {error.strerror or error}")


def _skip(path: str, error: InputError) -> Skipped:
    return Skipped(address=address_of(path), reason=error.slug, detail=str(error))


def address_of(path: str) -> str:
    """The path as text that can be written anywhere: bytes of a name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace") if not path.isascii() else path
