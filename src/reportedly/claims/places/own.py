"""A user's own table of places: a CSV file that counts before the gazetteer of the package."""

import csv
import hashlib
import io
from pathlib import Path

from reportedly.claims.places.entry import Entry
from reportedly.claims.places.gazetteer import Gazetteer, load_lines, make_entry
from reportedly.claims.places.spelling import fold_name
from reportedly.errors import BadGazetteer

#: Columns of the table; only ``name`` must be there, and others are left alone.
COLUMNS = ("name", "alternative_names", "iso3", "admin1", "lat", "lon", "precision")
#: The largest table, in bytes: some 200,000 places.
_LARGEST = 20_000_000
_ENCODINGS = ("utf-8-sig", "cp1252")


def load_own_gazetteer(path: Path) -> Gazetteer:
    """The package's gazetteer with the places of a user's table before it.

    A CSV file with a header: ``name``; ``alternative_names``, parted by semicolons; ``iso3``,
    ISO 3166 alpha-3; ``admin1``, the first-level region; ``lat`` and ``lon`` in degrees; ``precision``:
    country, admin1, admin2, city or point. Commas, semicolons or tabs; UTF-8, else Windows-1252. What is
    left empty is unknown; coordinates need their precision.

    Raises:
        BadGazetteer: the file cannot be read, or a line cannot be used; the message names the line.
    """
    return Gazetteer(load_lines(), read_own_places(path))


def read_own_places(path: Path) -> list[tuple[str, Entry]]:
    """``(name, place)`` of every name in a user's table, in its order; errors as above."""
    text = _decode(path, _read_bytes(path))
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "name" not in (rows.fieldnames or ()):
        raise BadGazetteer(f"{path} has no column 'name'; its columns may be: {', '.join(COLUMNS)}")
    found: list[tuple[str, Entry]] = []
    try:
        for row in rows:
            found += _names_of(row, path, rows.line_num)
    except csv.Error as error:
        raise BadGazetteer(f"{path}, line {rows.line_num}: {error}") from error
    if not found:
        raise BadGazetteer(f"{path} names no place: give one a line under the header")
    return found


def own_hash(path: Path) -> str:
    """SHA-256 of a user's table; what is read with another table is another reading. Errors as above."""
    read_own_places(path)  # a table that cannot be used has none
    return hashlib.sha256(_read_bytes(path)).hexdigest()


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise BadGazetteer(f"{path} is larger than {_LARGEST:,} bytes: keep the places that your reports name")
        return path.read_bytes()
    except OSError as error:
        raise BadGazetteer(f"the gazetteer {path} cannot be read: {error.strerror}") from error


def _decode(path: Path, body: bytes) -> str:
    if b"\0" in body:
        raise BadGazetteer(f"{path} is no table of text: save it as CSV in UTF-8")
    for encoding in _ENCODINGS:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadGazetteer(f"{path} is neither UTF-8 nor Windows-1252: save it as CSV in UTF-8")


def _names_of(row: dict[str, str | None], path: Path, line: int) -> list[tuple[str, Entry]]:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if not any(cells.values()):
        return []
    name = cells["name"]
    if not fold_name(name):
        raise BadGazetteer(f"{path}, line {line}: a place without a name")
    try:
        entry = make_entry(
            name, cells["iso3"].upper(), cells["admin1"], cells["lat"], cells["lon"], cells["precision"].lower(),
            own=True,
        )  # fmt: skip
    except ValueError as error:
        raise BadGazetteer(f"{path}, line {line}, {name}: {error}") from error
    others = [other.strip() for other in cells["alternative_names"].split(";")]
    return [(each, entry) for each in (name, *others) if fold_name(each)]
