"""The pages of reports: their words marked, nothing of theirs run, the restricted ones not shown."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from fastapi.testclient import TestClient

from reportedly.ledger import Ledger, find_report, list_reports, load_reading
from reportedly.terms import plain
from reportedly.views.web import WebOptions
from reportedly.views.web.marks import mark_blocks
from tests.web.conftest import HOSTILE


class Seen(HTMLParser):
    """What a browser would make of a page: its text, its scripts, attributes that could run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.runs: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.scripts.append(dict(attrs))
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.runs.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def report_path(ledger: Ledger, words: str) -> str:
    return f"/reports/{find_report(ledger, words).report_id}"


def test_the_page_of_a_report_shows_every_word_of_it(client: TestClient, ledger: Ledger) -> None:
    reading = load_reading(ledger, find_report(ledger, "palu_2018/01.txt").report_id)
    page = client.get(report_path(ledger, "palu_2018/01.txt")).text
    article = re.search(r'<article class="report-text".*?</article>', page, re.DOTALL)
    assert article is not None
    shown = "".join("".join(Seen(article[0]).text).split())
    assert shown == "".join(reading.report.text.split())


def test_every_claim_and_figure_stands_beside_the_text(client: TestClient, ledger: Ledger) -> None:
    reading = load_reading(ledger, find_report(ledger, "palu_2018/01.txt").report_id)
    page = client.get(report_path(ledger, "palu_2018/01.txt")).text
    for claim in reading.claims:
        assert f'id="claim-{claim.id}"' in page
    for figure in reading.figures:
        assert f'id="figure-{figure.id}"' in page
        assert f'id="at-{figure.id}"' in page


def test_the_pieces_of_a_block_are_the_block(ledger: Ledger) -> None:
    for row in list_reports(ledger):
        reading = load_reading(ledger, row.report_id)
        for block, marked in zip(reading.report.blocks, mark_blocks(reading), strict=True):
            text = reading.report.text[block.start : block.end]
            assert "".join(piece.text for piece in marked.pieces) == text
            assert all(reading.report.text[p.start :].startswith(p.text) for p in marked.pieces)


def test_a_hostile_report_is_shown_as_text_everywhere(client: TestClient, ledger: Ledger) -> None:
    row = find_report(ledger, "alert(8)")
    for path in ("/reports", f"/reports/{row.report_id}"):
        page = client.get(path).text
        seen = Seen(page)
        assert all((script.get("src") or "").startswith("/static/") for script in seen.scripts)
        assert seen.runs == []
        assert "<script>alert" not in page
        assert "{{ 7*7 }}" in "".join(seen.text) or path == "/reports"
    assert "alert(2)" in "".join(Seen(client.get(f"/reports/{row.report_id}").text).text)


def test_an_address_that_is_no_page_of_the_web_is_no_link(client: TestClient, marked: dict[str, str]) -> None:
    form = {"text": "Police said 61 villagers had drowned.", "url": "javascript:alert(1)", "keep": "false"}
    page = client.post("/paste", data=form, headers=marked)
    assert page.status_code == 200
    assert Seen(page.text).runs == []


def test_a_restricted_report_is_as_if_it_were_not_there(client: TestClient, ledger: Ledger) -> None:
    row = find_report(ledger, "hidden.txt")
    assert "hidden.txt" not in client.get("/reports").text
    answer = client.get(f"/reports/{row.report_id}")
    assert answer.status_code == 404
    assert "mill" not in answer.text


def test_with_leave_a_restricted_report_is_shown(
    client_with: Callable[[WebOptions], TestClient], ledger: Ledger
) -> None:
    client = client_with(WebOptions(include_restricted=True))
    row = find_report(ledger, "hidden.txt")
    assert "restricted" in client.get("/reports").text
    assert "old mill" in client.get(f"/reports/{row.report_id}").text


def test_a_report_that_is_not_there_is_said_so(client: TestClient) -> None:
    answer = client.get("/reports/r:nowhere")
    assert answer.status_code == 404
    assert "ledger.report" in answer.text


def test_a_pasted_text_is_read_and_only_kept_when_asked(
    client: TestClient, marked: dict[str, str], ledger: Ledger
) -> None:
    before = len(list(list_reports(ledger, include_restricted=True)))
    form = {"text": "Officials said at least 61 sheep had been lost in the storm.", "published": "2024-03-06"}
    shown = client.post("/paste", data={**form, "keep": "false"}, headers=marked)
    assert shown.status_code == 200
    assert "not kept" in shown.text and "at least 61" in shown.text
    assert len(list(list_reports(ledger, include_restricted=True))) == before


def test_a_file_is_read_like_a_pasted_text(client: TestClient, marked: dict[str, str]) -> None:
    words = b"Officials said at least 61 sheep were lost in it, the wool board told us today."
    page = b"<html><body><article><h1>Storm</h1><p>" + words + b"</p></article></body></html>"
    answer = client.post("/paste", data={"keep": "false"}, files={"file": ("storm.html", page)}, headers=marked)
    assert answer.status_code == 200
    assert "at least 61" in answer.text


def test_what_cannot_be_read_is_told_and_the_form_keeps_its_words(
    client: TestClient, marked: dict[str, str]
) -> None:
    wrong_date = client.post(
        "/paste", data={"text": "Police said 61 died.", "published": "last week"}, headers=marked
    )
    assert wrong_date.status_code == 400
    assert "Police said 61 died." in wrong_date.text
    binary = client.post("/paste", data={}, files={"file": ("x.png", b"\x89PNG\r\n\x1a\n\0\0")}, headers=marked)
    assert binary.status_code == 422
    assert "input." in binary.text


def test_the_hostile_text_itself_is_what_it_seems() -> None:
    assert "<script>" in HOSTILE and plain(HOSTILE) == HOSTILE
