"""The browser's libraries: what lies in the package is what the table says, each with its licence."""

import hashlib
from pathlib import Path

import pytest

from reportedly.views.web.templating import HOME

VENDOR = HOME / "static/vendor"
ROWS = [line.split("\t") for line in (VENDOR / "VENDORED.tsv").read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("package", "version", "file", "licence", "sha256"), ROWS)
def test_a_library_is_as_it_was_taken(package: str, version: str, file: str, licence: str, sha256: str) -> None:
    body = (VENDOR / Path(file).name).read_bytes()
    assert hashlib.sha256(body).hexdigest() == sha256
    assert licence.startswith("BSD") and version
    assert (VENDOR / f"{Path(file).name}.LICENSE").stat().st_size > 0


def test_every_file_there_is_in_the_table() -> None:
    known = {Path(row[2]).name for row in ROWS}
    there = {path.name.removesuffix(".LICENSE") for path in VENDOR.iterdir()} - {"VENDORED.tsv"}
    assert there == known


def test_no_page_asks_for_anything_from_elsewhere() -> None:
    for path in [*HOME.glob("templates/*.html"), *HOME.glob("static/*.*")]:
        text = path.read_text("utf-8")
        outside = [word for word in text.split() if "://" in word and "www.w3.org" not in word]
        assert not outside, (path.name, outside)
