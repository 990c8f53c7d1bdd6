"""Files, folders, patterns and standard input."""

import io
import os
from pathlib import Path

import pytest

from reportedly.inputs import Input, InputLimits, count_inputs, find_pages
from reportedly.inputs.files import Files
from reportedly.terms import Given, Page, Skipped, sha256_hex

WORDS = b"At least 61 people were killed, police said."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.html", "sub/.hidden.txt", ".git/config", "sub/deep/d.htm"):
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"<html><p>" + WORDS if "htm" in name else WORDS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def addresses(found: list[Page | Skipped]) -> list[str]:
    return [item.address for item in found]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        # a file keeps its path as it was given
        (["news/b.txt"], ["news/b.txt"]),
        (["./news/b.txt"], ["./news/b.txt"]),
        # a folder is read to its bottom, in the order of names, hidden things left out
        (["news"], ["news/a.txt", "news/b.txt", "news/sub/c.html", "news/sub/deep/d.htm"]),
        (["news/"], ["news/a.txt", "news/b.txt", "news/sub/c.html", "news/sub/deep/d.htm"]),
        # the order of the input is the order of the output, twice named is twice read
        (["news/b.txt", "news/a.txt", "news/b.txt"], ["news/b.txt", "news/a.txt", "news/b.txt"]),
        # a pattern that the shell left alone
        (["news/*.txt"], ["news/a.txt", "news/b.txt"]),
        (["news/**/*.htm*"], ["news/sub/c.html", "news/sub/deep/d.htm"]),
        # a pattern that matches a folder and what lies in it gives every file once
        (["news/**"], ["news/a.txt", "news/b.txt", "news/sub/c.html", "news/sub/deep/d.htm"]),
        # a hidden file that is named is wanted
        (["news/sub/.hidden.txt"], ["news/sub/.hidden.txt"]),
    ],
)
def test_find_pages_gives_every_file_in_order(folder: Path, paths: list[str], expected: list[str]) -> None:
    found = list(find_pages(paths))
    assert addresses(found) == expected
    assert all(isinstance(item, Page) for item in found)
    assert count_inputs(paths) == len(expected)


def test_a_page_carries_its_bytes_hash_kind_and_what_was_given(folder: Path) -> None:
    given = Given(published="2016-01-26", outlet="The Example")
    (page,) = find_pages(["news/sub/c.html"], given)
    assert isinstance(page, Page)
    assert page.body == b"<html><p>" + WORDS
    assert (page.sha256, page.media_type, page.given) == (sha256_hex(page.body), "text/html", given)


def test_a_file_whose_name_is_a_pattern_is_read_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a[1].txt").write_bytes(WORDS)
    assert addresses(list(find_pages(["a[1].txt"]))) == ["a[1].txt"]


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("a.txt", b"<html><p>markup in a text stays text", "text/plain"),
        ("a.md", b"# Title", "text/plain"),
        ("a.HTM", b"plain words", "text/html"),
        ("a", b"<!-- saved -->\n<!DOCTYPE html><p>x", "text/html"),
        ("a", b"\xef\xbb\xbf<HTML lang=en>", "text/html"),
        ("a", "<html>".encode("utf-16"), "text/html"),
        ("a.xml", b'<?xml version="1.0"?><!DOCTYPE html><html/>', "text/html"),
        ("a", b"61 < 148 people", "text/plain"),
        ("a.story", b"61 people were killed", "text/plain"),
        ("a.php", b"<div>61 people were killed", "text/html"),
    ],
)
def test_text_and_html_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: bytes, media_type: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(body)
    (page,) = find_pages([name])
    assert isinstance(page, Page)
    assert page.media_type == media_type


def test_standard_input_is_a_page_with_the_address_given() -> None:
    (page,) = find_pages(["-"], stdin=io.BytesIO(WORDS))
    assert isinstance(page, Page)
    assert (page.address, page.body) == ("-", WORDS)
    assert count_inputs(["-"]) == 1


def test_standard_input_named_twice_is_read_once() -> None:
    first, second = find_pages(["-", "-"], stdin=io.BytesIO(WORDS))
    assert isinstance(first, Page)
    assert isinstance(second, Skipped)
    assert second.reason == "input.empty"


def test_pages_come_one_at_a_time(folder: Path) -> None:
    pages = find_pages(["news/a.txt", "news/b.txt"])
    next(pages)
    Path("news/b.txt").write_bytes(b"changed meanwhile")
    assert next(pages).body == b"changed meanwhile"  # type: ignore[union-attr]


def test_files_are_an_input() -> None:
    files = Files(paths=["-"], stdin=io.BytesIO(WORDS), limits=InputLimits(max_bytes=100))
    assert isinstance(files, Input)
    assert addresses(list(files.pages())) == ["-"]


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_can_be_written_out(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    try:
        Path(name).write_bytes(WORDS)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (page,) = find_pages([name])
    assert page.address.encode("utf-8").endswith("caf\ufffd.txt".encode())
