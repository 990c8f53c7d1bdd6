"""A table of reports."""

from pathlib import Path

import pytest

from reportedly.errors import BadManifest
from reportedly.inputs import Input, InputLimits, read_manifest
from reportedly.inputs.manifest import Manifest
from reportedly.terms import Given, Page, Skipped


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("lists").mkdir()
    Path("lists/a.txt").write_bytes(b"At least 61 people were killed.")
    return Path("lists/reports.csv")


def read(manifest: Path, table: str | bytes, given: Given = Given()) -> list[Page | Skipped]:  # noqa: B008
    manifest.write_bytes(table if isinstance(table, bytes) else table.encode())
    return list(read_manifest(str(manifest), given))


def test_a_path_is_looked_for_beside_the_manifest(manifest: Path) -> None:
    (page,) = read(manifest, "path,published\na.txt,2016-01-26\n")
    assert isinstance(page, Page)
    assert (page.address, page.given.published) == ("lists/a.txt", "2016-01-26")


def test_a_text_is_addressed_by_the_line_it_begins_on(manifest: Path) -> None:
    found = read(manifest, 'text,outlet\n"Two\nlines",A\n\n"61 killed, it said",B\n')
    assert [item.address for item in found] == ["lists/reports.csv:2", "lists/reports.csv:5"]
    assert [item.body for item in found if isinstance(item, Page)] == [b"Two\nlines", b"61 killed, it said"]
    assert [item.media_type for item in found if isinstance(item, Page)] == ["text/plain"] * 2


def test_a_row_overrides_what_is_given_for_all(manifest: Path) -> None:
    given = Given(published="2015", outlet="All", url="https://example.org/all", language="en", restricted=True)
    header = "path,published,outlet,url,language,restricted\n"
    one, other = read(manifest, header + "a.txt,,,,,\na.txt,2016,One,https://example.org/1,en-GB,no\n", given)
    assert isinstance(one, Page)
    assert isinstance(other, Page)
    assert one.given == given
    assert other.given == Given(
        published="2016", outlet="One", url="https://example.org/1", language="en", restricted=False
    )


@pytest.mark.parametrize(
    "table",
    [
        # a byte order mark, as spreadsheets write it
        "\ufeffpath,outlet\na.txt,Café\n".encode(),
        "path;outlet\na.txt;Café\n".encode(),
        "path\toutlet\na.txt\tCafé\n".encode(),
        "path,outlet\na.txt,Café\n".encode("utf-16"),
        "path,outlet\na.txt,Café\n".encode("cp1252"),
        # names of columns in any writing, and columns nobody knows
        " Path , Outlet , Notes \r\na.txt,Café,seen\r\n".encode(),
        'path,outlet\n"a.txt","Café"'.encode(),
    ],
)
def test_a_manifest_is_read_however_it_was_saved(manifest: Path, table: bytes) -> None:
    (page,) = read(manifest, table)
    assert isinstance(page, Page)
    assert (page.address, page.given.outlet) == ("lists/a.txt", "Café")


@pytest.mark.parametrize(
    ("word", "restricted"),
    [("true", True), ("TRUE", True), ("1", True), ("yes", True), ("false", False), ("0", False), ("No", False)],
)
def test_restricted_is_read_in_usual_words(manifest: Path, word: str, restricted: bool) -> None:
    (page,) = read(manifest, f"path,restricted\na.txt,{word}\n")
    assert isinstance(page, Page)
    assert page.given.restricted is restricted


@pytest.mark.parametrize(
    ("row", "words"),
    [
        # nothing to read
        (",,2016-01-26,", "neither a path nor a text"),
        # two things to read: which is meant is not guessed
        ("a.txt,61 killed,,", "both"),
        # a date that is none
        ("a.txt,,26.13.2016,", "not a date"),
        ("a.txt,,26 January 2016,", "write 2016-01-26"),
        # a slip here could let a text out that endangers people
        ("a.txt,,,maybe", "true or false"),
        # the end of an unquoted text would be lost
        (",61 were killed, police said,2016,true", "quotation marks"),
        ('"a.txt"x,,,', "quotation marks"),
    ],
)
def test_a_bad_row_is_a_skip_and_the_next_row_is_read(manifest: Path, row: str, words: str) -> None:
    bad, good = read(manifest, f"path,text,published,restricted\n{row}\na.txt,,,\n")
    assert isinstance(bad, Skipped)
    assert (bad.address, bad.reason) == ("lists/reports.csv:2", "usage.manifest")
    assert words in bad.detail
    assert isinstance(good, Page)


def test_a_quotation_that_is_never_closed_is_told(manifest: Path) -> None:
    found = read(manifest, 'text\n"61 killed\nand more\n')
    assert [type(item) for item in found] == [Skipped]


def test_a_path_that_is_not_there_and_a_text_that_is_none_are_skips(manifest: Path) -> None:
    missing, binary = read(manifest, "path,text\ngone.txt,\n,%PDF-1.4\n")
    assert isinstance(missing, Skipped)
    assert isinstance(binary, Skipped)
    assert (missing.address, missing.reason) == ("lists/gone.txt", "input.missing")
    assert (binary.address, binary.reason) == ("lists/reports.csv:3", "input.binary")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        # the message names the columns there are and those that are needed
        ("file,date\na.txt,2016\n", "file, date"),
        ("file,date\na.txt,2016\n", "'path' or 'text'"),
        ("", "none"),
        ("path,path\na,b\n", "two columns"),
    ],
)
def test_a_table_without_the_needed_columns_is_refused_at_once(manifest: Path, table: str, words: str) -> None:
    manifest.write_text(table)
    with pytest.raises(BadManifest, match=words):
        read_manifest(str(manifest))


def test_a_manifest_that_is_not_there_is_refused_at_once() -> None:
    with pytest.raises(BadManifest, match=r"nowhere\.csv cannot be opened"):
        read_manifest("nowhere.csv")


def test_a_path_named_with_a_dash_is_a_file_and_not_standard_input(manifest: Path) -> None:
    Path("dash.csv").write_text("path\n-\n")
    Path("-").write_text("61 people were killed.")
    (page,) = read_manifest("dash.csv")
    assert isinstance(page, Page)
    assert page.body == b"61 people were killed."


def test_a_long_text_in_a_cell_is_read_up_to_the_limit(manifest: Path) -> None:
    manifest.write_text("text\n" + "words " * 50_000)
    (page,) = read_manifest(str(manifest))
    assert isinstance(page, Page)
    (skipped,) = read_manifest(str(manifest), limits=InputLimits(max_bytes=1000))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.too_large"


def test_a_manifest_is_an_input(manifest: Path) -> None:
    manifest.write_text("path\na.txt\n")
    source = Manifest(path=str(manifest))
    assert isinstance(source, Input)
    assert [item.address for item in source.pages()] == ["lists/a.txt"]
