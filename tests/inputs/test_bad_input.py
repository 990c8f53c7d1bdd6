"""What cannot be used is a skip with its reason: nothing is lost, nothing is raised."""

import bz2
import codecs
import gzip
import io
import lzma
import os
import threading
import zipfile
from pathlib import Path

import pytest

from reportedly import errors
from reportedly.inputs import InputLimits, find_pages
from reportedly.terms import Page, Skipped

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def zipped(name: str, body: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return packed.getvalue()


BAD_FILES = [
    # empty, in every way a file can be
    ("a.txt", b"", "input.empty", "nothing"),
    ("a.txt", b" \n\t\r\n", "input.empty", "white space"),
    ("a.html", codecs.BOM_UTF8 + b"\n", "input.empty", "white space"),
    ("a.txt", codecs.BOM_UTF16_LE + "\n ".encode("utf-16-le"), "input.empty", "white space"),
    # pictures, recordings, papers: the suffix makes no text of them
    ("a.txt", PNG, "input.binary", "PNG"),
    ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "input.binary", "JPEG"),
    ("a.html", b"GIF89a\x01\0\x01\0", "input.binary", "GIF"),
    ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "input.binary", "a PDF; save its text as .txt"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 30, "input.binary", "office"),
    ("a.sqlite", b"SQLite format 3\0" + b"\0" * 80, "input.binary", "--ledger"),
    # archives are never unpacked, so a decompression bomb cannot go off
    ("a.gz", gzip.compress(b"\0" * 1_000_000), "input.binary", "unpack"),
    ("a.txt", zipped("a.txt", b"0" * 1_000_000), "input.binary", "unpack"),
    ("a.bz2", bz2.compress(b"61 people"), "input.binary", "unpack"),
    ("a.xz", lzma.compress(b"61 people"), "input.binary", "unpack"),
    ("a.docx", zipped("word/document.xml", b"<w/>"), "input.binary", "office document"),
    # a program, and bytes of no kind
    ("a", b"\x7fELF\x02\x01\x01\0", "input.binary", "program"),
    ("a.txt", bytes(range(32)) * 40, "input.binary", "not text"),
    ("a.txt", b"\0" * 1000, "input.binary", "not text"),
    ("a.txt", "61 people were killed".encode("utf-16-le"), "input.binary", "UTF-16"),
    # text that is no report
    ("a.csv", b"place,dead\nPalu,61\n", "input.type", "--manifest"),
    ("a.json", b'{"dead": 61}', "input.type", "data"),
    ("a.rss", b"<?xml version='1.0'?><rss/>", "input.type", "feed"),
    ("a.py", b"print(61)", "input.type", "program"),
    ("a.txt", b"{\\rtf1\\ansi 61 people}", "input.type", "rich text"),
    ("a.warc", b"WARC/1.0\r\n", "input.type", "web archive"),
]


@pytest.mark.parametrize(("name", "body", "reason", "words"), BAD_FILES)
def test_a_file_that_is_no_report_is_skipped_with_its_reason(
    tmp_path: Path, name: str, body: bytes, reason: str, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(body)
    (skipped,) = find_pages([str(file)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == reason
    assert words in skipped.detail
    assert skipped.address == str(file)


@pytest.mark.parametrize(
    "body",
    [
        # texts that look like something else to a hasty eye
        b"MZ was the sign on the wall, the police said.",
        b"BZh and ID3 are names.",
        b"BM 61 people were killed, the police said, in a blast.",
        b"PK said 61 people were killed.",
        "61 people were killed".encode("utf-16"),  # a byte order mark makes it text
        "61 people were killed".encode("utf-32"),
        b"Sixty-one people were killed.\0 A stray NUL is no reason.",
        b"\x1b[1mbold\x1b[0m words from a terminal, 61 of them.",
        "Взрыв унёс 61 жизнь.".encode("koi8_r"),
    ],
)
def test_a_text_is_not_taken_for_something_else(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(body)
    (page,) = find_pages([str(tmp_path / "a.txt")])
    assert isinstance(page, Page), page


def test_a_file_over_the_limit_is_skipped_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as opened:  # a hole of a terabyte: to read it would end the test run
        opened.truncate(1 << 40)
    (skipped,) = find_pages([str(file)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.too_large"
    assert "20,000,000" in skipped.detail


def test_the_limit_is_the_last_size_that_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 10)
    assert isinstance(next(find_pages([str(file)], limits=InputLimits(max_bytes=10))), Page)
    assert isinstance(next(find_pages([str(file)], limits=InputLimits(max_bytes=9))), Skipped)


def test_an_endless_standard_input_is_cut_off() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "everything was asked for"
            return b"x" * size

    (skipped,) = find_pages(["-"], limits=InputLimits(max_bytes=1000), stdin=Endless())  # type: ignore[arg-type]
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.too_large"


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/*.txt", "a\0b.txt", ""])
def test_what_is_not_there_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.chdir(tmp_path)
    (skipped,) = find_pages([path])
    assert isinstance(skipped, Skipped)
    assert (skipped.reason, skipped.address) == ("input.missing", path)


def test_a_link_that_leads_nowhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (skipped,) = find_pages([str(tmp_path)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.missing"


def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (skipped,) = find_pages([str(tmp_path)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.type"


def test_an_empty_folder_leaves_a_line(tmp_path: Path) -> None:
    (skipped,) = find_pages([str(tmp_path)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.empty"


def test_a_device_is_not_read() -> None:
    if not Path("/dev/null").exists():
        pytest.skip("no devices here")
    (skipped,) = find_pages(["/dev/null"])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.type"


def test_a_file_that_may_not_be_opened_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"61 people")

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)  # the superuser may open anything, so modes say nothing here
    (skipped,) = find_pages([str(file)])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "input.unreadable"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, body in (("1.txt", b""), ("2.txt", b"61 people"), ("3.png", PNG), ("4.html", b"<p>61 people")):
        (tmp_path / name).write_bytes(body)
    found = list(find_pages([str(tmp_path), str(tmp_path / "none")]))
    assert [isinstance(item, Page) for item in found] == [False, True, False, True, False]


def test_every_reason_is_a_slug_of_the_error_tree() -> None:
    slugs = {
        item.slug
        for item in vars(errors).values()
        if isinstance(item, type) and issubclass(item, errors.InputError)
    }
    assert {reason for *_, reason, _ in BAD_FILES} <= slugs


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"61 people were killed.",))
    writer.start()
    (page,) = find_pages([str(pipe)])
    writer.join()
    assert isinstance(page, Page)
    assert page.body == b"61 people were killed."
