"""A server of the web page on a ledger of the sample stories, and a browser for it."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser

from reportedly.ledger import FigureFilter, Ledger, list_figures, open_ledger
from reportedly.ledger.incidents import assign, code_value, create_incident
from reportedly.ledger.index import SeriesFilter
from reportedly.ledger.judgements import Signed
from reportedly.ledger.trackers import add_tracker
from reportedly.pipeline import find_sample_pages
from reportedly.pipeline.following import follow_reports
from reportedly.pipeline.keeping import keep_pages
from reportedly.terms.judgement import Coded
from reportedly.views.web import WebOptions, create_app
from tests.browser.chromium import find_chromium, open_chromium


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the server answers."""
    if find_chromium() is None:
        pytest.skip("there is no Chromium: “make test” installs Debian's when run as root")
    path: Path = tmp_path_factory.mktemp("browser") / "ledger.sqlite"
    with open_ledger(path, create=True) as opened:
        for _ in keep_pages(opened, find_sample_pages()):
            pass
        for _ in follow_reports(opened):
            pass
        _judge(opened)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        app = create_app(opened, WebOptions(reviewer=None))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://localhost:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def browser(address: str) -> Iterator[Browser]:
    """A browser of the module: as long as it is open its event loop is in the way of other tests'."""
    with open_chromium() as opened:
        yield opened


def _judge(opened: Ledger) -> None:
    """An incident with a coded value and what was left out, and a tracker: pages that only people fill."""
    by = Signed(who="A. Reader", why="read against the page")
    made = create_incident(opened, "Collapse at Surfside, 24 June", by)
    figures = [row.figure_id for row in list_figures(opened, FigureFilter(event="killed", limit=5))]
    assign(opened, made.target, figures, by)
    code_value(opened, made.target, Coded(low=97, best=98, high=98, left_out=(figures[0], "two notices")), by)
    add_tracker(opened, "Deaths at Palu", SeriesFilter(event="killed", place="palu"), "A. Reader")
