"""Series, stories, findings, their chart, their feed: what the index holds, shown."""

import re
from xml.etree import ElementTree as Xml

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger import Ledger
from reportedly.ledger.index import SeriesFilter, list_series, list_stories, load_series
from reportedly.terms import Series


@pytest.fixture(scope="module")
def toll(ledger: Ledger) -> Series:
    """The dead of one of the sample stories."""
    row = next(iter(list_series(ledger, SeriesFilter(event="killed", story="Surfside", several=True))))
    return load_series(ledger, row.series_id)


def test_the_overview_lists_series_with_what_stands_behind_them(client: TestClient, toll: Series) -> None:
    page = client.get("/").text
    assert f'href="/series/{toll.id}"' in page
    assert re.search(r"\d+ reports, \d+ outlets?, \d+ origins?", page)
    assert '<svg class="spark"' in page


@pytest.mark.parametrize(
    ("asked", "fits"), [({"event": "killed"}, True), ({"place": "Palu"}, True), ({"words": "volcano"}, False)]
)
def test_the_overview_can_be_asked(client: TestClient, asked: dict[str, str], fits: bool) -> None:
    page = client.get("/", params=asked).text
    assert ("/series/" in page) == fits
    assert ("No series fits" in page) != fits


def test_what_is_new_since_the_last_visit_is_said(client: TestClient) -> None:
    client.cookies.clear()
    assert "Newest findings" in client.get("/").text
    past, future = "2000-01-01T00:00:00Z", "2199-01-01T00:00:00Z"
    for seen, words in ((past, "New since your last visit"), (future, "Nothing new")):
        client.cookies.clear()
        assert words in client.get("/", headers={"cookie": f"reportedly_seen={seen}/{seen}"}).text


def test_a_broken_cookie_is_a_first_visit(client: TestClient) -> None:
    client.cookies.clear()
    assert "Newest findings" in client.get("/", headers={"cookie": "reportedly_seen=x/y<script>"}).text


def test_a_series_shows_every_point_and_its_words(client: TestClient, toll: Series) -> None:
    page = client.get(f"/series/{toll.id}").text
    for point in toll.points:
        assert f'id="point-{point.pointer.figure}"' in page
        assert f"/reports/{point.pointer.report}#at-{point.pointer.figure}" in page


def test_rule_and_reading_of_vague_words_are_named_beside_the_value(client: TestClient, toll: Series) -> None:
    page = client.get(f"/series/{toll.id}", params={"rule": "ibc-like", "vague": "plain"}).text
    assert "by the rule <strong>ibc-like</strong>" in page
    assert "read as <strong>plain</strong>" in page
    assert client.get(f"/series/{toll.id}", params={"rule": "true"}).status_code == 422


def test_a_series_can_be_seen_as_it_stood(client: TestClient, toll: Series) -> None:
    whole = client.get(f"/series/{toll.id}").text.count('id="point-')
    then = client.get(f"/series/{toll.id}", params={"as_of": "2021-07-01", "clock": "published"})
    assert then.status_code == 200
    assert 0 < then.text.count('id="point-') < whole
    wrong = client.get(f"/series/{toll.id}", params={"as_of": "last week"})
    assert wrong.status_code == 400
    assert "write 2021-06-25" in wrong.text


def test_the_chart_has_every_dated_point_and_leads_to_the_words(client: TestClient, toll: Series) -> None:
    spec = client.get(f"/series/{toll.id}/chart.json", params={"theme": "dark"}).json()
    rows = spec["data"]["values"] if "values" in spec.get("data", {}) else next(iter(spec["datasets"].values()))
    addresses = {f"/reports/{p.pointer.report}#at-{p.pointer.figure}" for p in toll.points}
    assert rows
    assert {row["href"] for row in rows} <= addresses


def test_the_feed_of_a_series_is_atom_with_an_entry_for_each_point(client: TestClient, toll: Series) -> None:
    answer = client.get(f"/series/{toll.id}/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = Xml.fromstring(answer.text)
    space = {"a": "http://www.w3.org/2005/Atom"}
    names = [entry.findtext("a:id", namespaces=space) for entry in feed.findall("a:entry", space)]
    assert len(names) == len(set(names))
    assert {f"urn:reportedly:{p.pointer.figure}" for p in toll.points if p.copy_of is None} <= set(names)
    for entry in feed.findall("a:entry", space):
        assert entry.findtext("a:updated", namespaces=space)
        assert entry.findtext("a:title", namespaces=space)


def test_a_story_shows_its_series_findings_and_reports(client: TestClient, ledger: Ledger) -> None:
    story = next(iter(list_stories(ledger, "Surfside")))
    page = client.get(f"/stories/{story.story_id}").text
    assert page.count("/series/") >= story.series
    assert page.count('href="/reports/r:') >= story.reports
    assert f'href="/stories/{story.story_id}"' in client.get("/stories").text


def test_findings_can_be_chosen_by_kind(client: TestClient) -> None:
    page = client.get("/findings", params={"type": ["contradiction"]}).text
    assert 'class="tag contradiction' in page
    assert 'class="tag revision' not in page
    assert client.get("/findings", params={"type": "truth"}).status_code == 422


@pytest.mark.parametrize(
    "path", ["/series/q:nowhere", "/stories/y:nowhere", "/history/f:nowhere", "/incidents/i:no"]
)
def test_what_is_not_there_is_said_so_without_the_path_of_the_ledger(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert ".sqlite" not in answer.text
