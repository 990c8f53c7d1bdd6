"""A table of reports: where each one is, or its text, and what is known of it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from reportedly.errors import BadManifest, BadOption, InputError, TooLargeInput
from reportedly.inputs.files import address_of, find_pages
from reportedly.inputs.kinds import media_type_of
from reportedly.inputs.limits import LIMITS, NOTHING_GIVEN, InputLimits
from reportedly.terms import Given, Page, Skipped, sha256_hex
from reportedly.terms.dates import check_published
from reportedly.terms.languages import check_language

#: Columns that are known; any other is left alone.
COLUMNS = ("path", "text", "published", "outlet", "url", "language", "restricted")
_TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest as an :class:`~reportedly.inputs.protocol.Input`."""

    path: str
    given: Given = NOTHING_GIVEN
    limits: InputLimits = LIMITS

    def pages(self) -> Iterator[Page | Skipped]:
        """Every row in its order; see :func:`read_manifest`."""
        return read_manifest(self.path, self.given, self.limits)


def read_manifest(
    path: str, given: Given = NOTHING_GIVEN, limits: InputLimits = LIMITS
) -> Iterator[Page | Skipped]:
    """Every row of a CSV file with a header, as the pages it names or as a skip with its reason.

    Columns: ``path`` (from the manifest's own folder) or ``text``, one of the two in every row; and,
    each optional, ``published``, ``outlet``, ``url``, ``language``, ``restricted``, which override
    ``given`` where they are filled. Others are ignored. Commas, semicolons or tabs; UTF-8 with or
    without a byte order mark, UTF-16 with one, else Windows-1252. A row of text has the address
    ``<manifest>:<line>``, and so has the skip of a row that cannot be used.

    Raises:
        BadManifest: the file cannot be read, or has neither column. Raised before the first row.
    """
    return _pages(path, _read_header(path), given, limits)


def _pages(path: str, header: "_Header", given: Given, limits: InputLimits) -> Iterator[Page | Skipped]:
    for line, cells in _read_rows(path, header):
        address = address_of(f"{path}:{line}")
        if isinstance(cells, str):
            yield Skipped(address=address, reason=BadManifest.slug, detail=cells)
            continue
        try:
            known = _given_by(cells, given)
            yield from _row_pages(path, address, cells, known, limits)
        except (BadManifest, BadOption) as error:
            yield Skipped(address=address, reason=BadManifest.slug, detail=str(error))


def _row_pages(
    manifest: str, address: str, cells: dict[str, str], given: Given, limits: InputLimits
) -> Iterator[Page | Skipped]:
    named, text = cells.get("path", "").strip(), cells.get("text", "")
    if named and text.strip():
        raise BadManifest("the row has both a path and a text; leave one of them empty")
    if named:
        # "./-" is a file named "-", never standard input
        joined = PurePath(manifest).parent / named
        yield from find_pages([joined.as_posix() if str(joined) != "-" else "./-"], given, limits)
    elif text.strip():
        yield _text_page(address, text, given, limits)
    else:
        raise BadManifest("the row has neither a path nor a text")


def _text_page(address: str, text: str, given: Given, limits: InputLimits) -> Page | Skipped:
    body = text.encode("utf-8", "replace")
    try:
        if len(body) > limits.max_bytes:
            raise TooLargeInput(f"over the limit of {limits.max_bytes:,} bytes")
        media_type_of("row.txt", body)  # refuses what is no text
    except InputError as error:
        return Skipped(address=address, reason=error.slug, detail=str(error))
    return Page(address=address, body=body, media_type="text/plain", sha256=sha256_hex(body), given=given)


def _given_by(cells: dict[str, str], given: Given) -> Given:
    """What is known of a row: its own values, then those given for all."""
    filled = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
    known = replace(
        given,
        published=check_published(filled["published"]) if "published" in filled else given.published,
        outlet=filled.get("outlet", given.outlet),
        url=filled.get("url", given.url),
        language=check_language(filled["language"]) if "language" in filled else given.language,
    )
    if "restricted" not in filled:
        return known
    restricted = _TRUTHS.get(filled["restricted"].lower())
    if restricted is None:  # a report that may endanger people is never let through on a slip
        raise BadManifest(f"restricted is {filled['restricted']!r}; write true or false")
    return replace(known, restricted=restricted)


@dataclass(frozen=True, slots=True)
class _Header:
    """How a manifest is written, and the names of its columns in small letters."""

    encoding: str
    delimiter: str
    names: tuple[str, ...]


def _read_header(path: str) -> _Header:
    shown = address_of(path)
    try:
        encoding = _encoding_of(path)
        with _open(path, encoding) as opened:
            delimiter = _delimiter(opened.readline())
            opened.seek(0)
            first = next(csv.reader(opened, delimiter=delimiter, strict=True), [])
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise BadManifest(f"the manifest {shown} cannot be opened: {why}") from error
    except csv.Error as error:
        raise BadManifest(f"{shown}: the first line cannot be read as a header: {error}") from error
    names = tuple(name.strip().lower() for name in first)
    if not {"path", "text"} & set(names):
        there = ", ".join(name for name in names if name) or "none"
        raise BadManifest(
            f"{shown}: a manifest needs a column 'path' or 'text', named in its first line; its columns "
            f"are: {there}. Known besides: {', '.join(COLUMNS[2:])}"
        )
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if twice:
        raise BadManifest(f"{shown}: two columns have the name {twice[0]!r}; rename one of them")
    return _Header(encoding, delimiter, names)


def _read_rows(path: str, header: _Header) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Line of each row's beginning, with its cells by name, or with what is wrong about it."""
    csv.field_size_limit(2**31 - 1)  # a cell may hold a whole report
    with _open(path, header.encoding) as opened:
        reader = csv.reader(opened, delimiter=header.delimiter, strict=True)
        next(reader)
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield line, f"the row cannot be read: {error}; check its quotation marks"
                continue
            if any(cell.strip() for cell in cells[len(header.names) :]):
                # read on, and the end of a text with a comma in it would be lost without a word
                yield (
                    line,
                    f"the row has {len(cells)} cells under {len(header.names)} columns; put a text that "
                    "holds the separator in quotation marks",
                )
            elif any(cell.strip() for cell in cells):
                yield line, dict(zip(header.names, cells, strict=False))


def _open(path: str, encoding: str) -> io.TextIOWrapper:
    return open(path, encoding=encoding, errors="replace", newline="")


def _encoding_of(path: str) -> str:
    """Encoding of a manifest, found without keeping it in memory."""
    with Path(path).open("rb") as opened:
        if opened.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with Path(path).open(encoding="utf-8") as text:
            while text.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _delimiter(header: str) -> str:
    """The sign that stands most often between the columns' names; a comma when there is one column."""
    return max(",;\t", key=header.count)
