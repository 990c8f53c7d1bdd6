"""Pages fetched by their address: from a server of the test's own, with names that are looked up in a table."""

import gzip
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reportedly.inputs import InputLimits, count_inputs, find_pages
from reportedly.inputs import web as room
from reportedly.inputs.web import Manners, fetch_page
from reportedly.terms import Given, Page, Skipped

PAGE = b"<!doctype html><title>Storm</title><p>Officials said at least 61 sheep were lost.</p>"


class Answers(BaseHTTPRequestHandler):
    """Paths of the test's server."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        type(self).asked.append((self.headers["host"], self.path))
        answer = getattr(self, "answer_" + self.path.strip("/").partition("?")[0].replace(".", "_"), None)
        if answer is None:
            self.send(404, "text/plain", b"")
        else:
            answer()

    def send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_storm(self) -> None:
        self.send(200, "text/html; charset=utf-8", PAGE)

    def answer_note(self) -> None:
        self.send(200, "text/plain", b"Police said 61 people died.")

    def answer_picture(self) -> None:
        self.send(200, "image/png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)

    def answer_moved(self) -> None:
        self.send(302, "text/plain", b"", location="/storm")

    def answer_round(self) -> None:
        self.send(302, "text/plain", b"", location="/round")

    def answer_inwards(self) -> None:
        self.send(302, "text/plain", b"", location=f"http://intranet.test:{self.server.server_port}/storm")  # type: ignore[attr-defined]

    def answer_elsewhere(self) -> None:
        self.send(302, "text/plain", b"", location="file:///etc/passwd")

    def answer_bomb(self) -> None:
        self.send(200, "text/html", gzip.compress(b"a" * 3_000_000), content_encoding="gzip")

    def answer_closed(self) -> None:
        self.send(200, "text/html", PAGE)

    def answer_robots_txt(self) -> None:
        self.send(200, "text/plain", b"User-agent: *\nDisallow: /closed\n")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    Answers.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


NAMES = {"paper.test": ["127.0.0.1"], "public.test": ["93.184.215.14"], "both.test": ["93.184.215.14", "10.0.0.7"]}


def resolve(host: str, port: int) -> list[str]:
    if host in NAMES:
        return NAMES[host]
    if host == "intranet.test":
        return ["10.0.0.7"]
    if host.replace(".", "").isdigit() or ":" in host:
        return [host]
    raise OSError("unknown")


INSIDE = Manners(allow_private=True, timeout=5, resolve=resolve)


def test_a_page_is_fetched_with_its_address_and_time(port: int) -> None:
    page = fetch_page(f"http://paper.test:{port}/storm", Given(outlet="The Paper"), manners=INSIDE)
    assert isinstance(page, Page)
    assert (page.body, page.media_type, page.given.outlet) == (PAGE, "text/html", "The Paper")
    assert page.given.url == f"http://paper.test:{port}/storm"
    assert page.retrieved_at is not None and page.retrieved_at.endswith("Z")


def test_an_address_among_the_paths_is_fetched_in_its_place(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "is_private", lambda address: False)
    (tmp_path / "a.txt").write_text("Police said 61 people died.")
    paths = [str(tmp_path / "a.txt"), f"http://127.0.0.1:{port}/storm", f"http://127.0.0.1:{port}/nowhere"]
    assert count_inputs(paths) == 3
    assert [type(found) for found in find_pages(paths)] == [Page, Page, Skipped]


def test_the_server_is_asked_by_its_name(port: int) -> None:
    fetch_page(f"http://paper.test:{port}/note", manners=INSIDE)
    assert (f"paper.test:{port}", "/note") in Answers.asked


def test_redirects_are_followed_to_where_they_end(port: int) -> None:
    page = fetch_page(f"http://paper.test:{port}/moved", manners=INSIDE)
    assert isinstance(page, Page)
    assert page.given.url == f"http://paper.test:{port}/storm"
    assert page.address == f"http://paper.test:{port}/moved"


@pytest.mark.parametrize(
    ("path", "reason", "words"),
    [
        ("nowhere", "input.fetch", "404"),
        ("round", "input.fetch", "redirects"),
        ("elsewhere", "input.address", "http://"),  # a redirect to a file of this machine
        ("bomb", "input.too_large", "1,000,000"),  # small on the way, large when unpacked
        ("picture", "input.binary", "image"),
        ("closed", "input.address", "browser"),  # robots' rules
    ],
)
def test_what_cannot_be_fetched_is_a_skip_with_its_reason(port: int, path: str, reason: str, words: str) -> None:
    found = fetch_page(f"http://paper.test:{port}/{path}", limits=InputLimits(max_bytes=1_000_000), manners=INSIDE)
    assert isinstance(found, Skipped)
    assert found.reason == reason
    assert words in found.detail


OUTSIDE = replace(INSIDE, allow_private=False)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://10.0.0.7/", "http://192.168.1.1/", "http://169.254.169.254/latest", "http://[::1]/",
        "http://paper.test/",  # a public name of a private address
        "http://both.test/",  # one address of several is private
        "http://0.0.0.0/", "http://user:secret@public.test/", "ftp://public.test/", "file:///etc/passwd", "http://",
    ],
)  # fmt: skip
def test_private_and_odd_addresses_are_refused_before_anything_is_asked(address: str) -> None:
    found = fetch_page(address, manners=OUTSIDE)
    assert isinstance(found, Skipped)
    assert found.reason == "input.address"


def test_a_redirect_to_a_private_network_is_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # the test's own server counts as public; what it points to does not
    monkeypatch.setattr(room, "is_private", lambda address: address != "127.0.0.1")
    assert isinstance(fetch_page(f"http://paper.test:{port}/moved", manners=OUTSIDE), Page)
    found = fetch_page(f"http://paper.test:{port}/inwards", manners=OUTSIDE)
    assert isinstance(found, Skipped)
    assert (found.reason, "intranet.test" in found.detail) == ("input.address", True)


def test_an_unknown_server_is_said_so() -> None:
    found = fetch_page("http://unknown.test/", manners=INSIDE)
    assert isinstance(found, Skipped)
    assert (found.reason, "unknown.test" in found.detail) == ("input.fetch", True)


def test_a_server_that_is_not_there_is_said_so() -> None:
    found = fetch_page("http://paper.test:9/", manners=INSIDE)
    assert isinstance(found, Skipped) and found.reason == "input.fetch"
