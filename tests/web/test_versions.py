"""The page of a report tells what became of it: its other versions, what they changed, who took its figures up."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from reportedly.inputs import page_of_bytes
from reportedly.ledger import Ledger, list_reports, open_ledger
from reportedly.pipeline.following import follow_reports
from reportedly.pipeline.keeping import keep_pages
from reportedly.terms import Given
from reportedly.views.web import WebOptions, create_app

ADDRESS = "https://example.org/ferry"
EARLIER = b"""Ferry sinks off Olmen

Harbour police said at least 61 people had died when a ferry sank off Olmen on Tuesday.
Rescue crews were still searching the bay on Tuesday night, and the harbour was closed to all other ships.
"""
HIDDEN = "Hidden Courier"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    later = EARLIER.replace(b"61", b"16")
    other = b"Ferry off Olmen\n\nHarbour police said at least 74 people had died when the ferry sank off Olmen.\n"
    pages = [
        page_of_bytes("one.txt", EARLIER, Given(published="2024-03-05T10:00:00Z", url=ADDRESS)),
        page_of_bytes("two.txt", later, Given(published="2024-03-05T12:00:00Z", url=ADDRESS)),
        page_of_bytes(
            "hidden.txt", other, Given(published="2024-03-06T12:00:00Z", outlet=HIDDEN, restricted=True)
        ),
    ]
    with open_ledger(tmp_path_factory.mktemp("versions") / "ledger.sqlite", create=True) as opened:
        for _ in keep_pages(opened, pages):
            pass
        for _ in follow_reports(opened):
            pass
        yield opened


def page_of(ledger: Ledger, address: str, options: WebOptions | None = None) -> str:
    client = TestClient(create_app(ledger, options or WebOptions()), base_url="http://localhost:8350")
    (row,) = (each for each in list_reports(ledger, include_restricted=True) if each.address == address)
    return client.get(f"/reports/{row.report_id}").text


def test_a_later_version_shows_what_it_changed_without_a_word(ferry: Ledger) -> None:
    page = page_of(ferry, "two.txt")
    assert "<li>earlier version:" in page
    changed = page.partition("Versions and copies")[2].partition("What became of its figures")[0]
    assert "silent change" in changed
    assert "at least 61" in changed
    assert "at least 16" in changed


def test_an_earlier_version_leads_to_the_later_one(ferry: Ledger) -> None:
    page = page_of(ferry, "one.txt")
    assert "<li>later version:" in page
    assert "<li>earlier version:" not in page


def test_what_a_restricted_report_says_of_its_figures_is_not_shown_without_leave(ferry: Ledger) -> None:
    for address in ("one.txt", "two.txt"):
        assert "at least 74" not in page_of(ferry, address)
        assert HIDDEN not in page_of(ferry, address)
    shown = page_of(ferry, "hidden.txt", WebOptions(include_restricted=True))
    assert '<span class="tag">restricted</span>' in shown


def test_a_report_of_a_series_leads_to_what_became_of_its_figures(client: TestClient, ledger: Ledger) -> None:
    (row,) = (each for each in list_reports(ledger) if each.address == "surfside_2021/13.txt")
    became = client.get(f"/reports/{row.report_id}").text.partition("What became of its figures")[2]
    assert '<a href="/series/' in became
    assert "revision" in became
