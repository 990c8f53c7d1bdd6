"""A server of several processes: answers as of one, kept until the ledger changes; it outlives its processes."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger import open_ledger
from reportedly.ledger.judgements import Signed
from reportedly.ledger.review import comment
from reportedly.views.web.hands import CAN_FORK

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="processes are forked on Linux alone")


class Server:
    """A server of its own process, and one connection to it."""

    def __init__(self, path: Path, *more: str) -> None:
        self.path = path
        command = [sys.executable, "-m", "reportedly", "serve", "--ledger", str(path), "--port", "0", *more]
        said = path.with_suffix(".said")
        with said.open("w") as told:
            self.process = subprocess.Popen(command, stderr=told)
        while not (found := re.search(r"http://localhost:(\d+)/", said.read_text())):
            assert self.process.poll() is None, said.read_text()
            time.sleep(0.02)
        self.port = int(found[1])

    def ask(self, method: str, address: str, body: str = "", **headers: str) -> tuple[int, str]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            return self._ask(connection, method, address, body, headers)

    @staticmethod
    def _ask(
        connection: HTTPConnection, method: str, address: str, body: str, headers: dict[str, str]
    ) -> tuple[int, str]:
        sent = {"content-type": "application/x-www-form-urlencoded"} if body else {}
        connection.request(method, address, body or None, headers=sent | headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def stop(self) -> int:
        """As Ctrl-C does; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(each) for each in children.split()]


@pytest.fixture(scope="module")
def server(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("hands") / "ledger.sqlite"
    with open_ledger(kept) as opened:
        opened.copy_into(path)
    made = Server(path, "--workers", "2")
    yield made
    workers = made.workers()
    assert made.stop() in (0, 130)
    assert not any(Path(f"/proc/{each}").exists() for each in workers)


def _without_mark(page: str) -> str:
    return re.sub(r"[0-9a-f]{64}", "", page)


def test_pages_are_those_of_one_process(server: Server, client: TestClient) -> None:
    assert len(server.workers()) == 3
    for address in ("/reports", "/findings", "/speakers", "/about", "/api/v1/figures?limit=9", "/nowhere"):
        status, page = server.ask("GET", address)
        other = client.get(address)
        assert status == other.status_code
        if address != "/about":  # tells the size of the file
            assert _without_mark(page) == _without_mark(other.text)


def test_what_another_process_writes_is_on_the_next_page(server: Server) -> None:
    _, page = server.ask("GET", "/api/v1/figures?limit=1")
    figure = re.findall(r'"figure_id":"(f:\w+)"', page)[0]
    before = server.ask("GET", f"/history/{figure}")
    assert server.ask("GET", f"/history/{figure}") == before
    with open_ledger(server.path) as other:
        comment(other, figure, Signed(who="Somebody Else", why="seen from elsewhere"))
    assert "Somebody Else" in server.ask("GET", f"/history/{figure}")[1]


def test_what_a_browser_keeps_decides_what_it_is_shown(server: Server) -> None:
    assert "Mx One" not in server.ask("GET", "/review")[1]
    assert "Mx One" in server.ask("GET", "/review", cookie="reportedly_reviewer=Mx%20One")[1]
    assert "Mx Two" in server.ask("GET", "/review", cookie="reportedly_reviewer=Mx%20Two")[1]
    assert "Mx One" not in server.ask("GET", "/review")[1]


def test_a_text_is_read_and_kept_by_the_process_for_changes(server: Server) -> None:
    _, form = server.ask("GET", "/paste")
    mark = re.findall(r'name="mark" value="(\w+)"', form)[0]
    body = urlencode({"text": "Police said 19 people died in Karimo.", "keep": "true", "mark": mark})
    before = re.findall(r'"reports":(\d+)', server.ask("GET", "/api/v1/counts")[1])
    assert server.ask("POST", "/paste", body)[0] == 303
    after = re.findall(r'"reports":(\d+)', server.ask("GET", "/api/v1/counts")[1])
    assert int(after[0]) == int(before[0]) + 1


def test_rates_count_all_that_a_client_sends_whichever_process_answers(kept: Path, tmp_path: Path) -> None:
    copyfile(kept, tmp_path / "l.sqlite")
    made = Server(tmp_path / "l.sqlite", "--workers", "2")
    try:
        mark = re.findall(r'name="mark" value="(\w+)"', made.ask("GET", "/token")[1])[0]
        answers = [made.ask("POST", "/token", f"token=wrong&mark={mark}")[0] for _ in range(12)]
        assert answers == [401] * 10 + [429] * 2
    finally:
        made.stop()


def test_pages_are_made_on_when_every_process_was_killed(kept: Path, tmp_path: Path) -> None:
    copyfile(kept, tmp_path / "l.sqlite")
    made = Server(tmp_path / "l.sqlite", "--workers", "2")
    try:
        assert made.ask("GET", "/reports")[0] == 200
        for each in made.workers():
            os.kill(each, signal.SIGKILL)
        time.sleep(0.1)
        assert [made.ask("GET", f"/findings?page={n}")[0] for n in range(1, 5)] == [200] * 4
        _, form = made.ask("GET", "/paste")
        mark = re.findall(r'name="mark" value="(\w+)"', form)[0]
        name = urlencode({"name": "Mx One", "mark": mark})
        # what was under way may have been done: it is said, and the next one is made
        assert [made.ask("POST", "/reviewer", name)[0] for _ in range(2)] == [503, 303]
    finally:
        made.stop()
