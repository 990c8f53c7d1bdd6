"""Speakers, trackers, search: lists, forms and feeds."""

from xml.etree import ElementTree as Xml

import pytest
from fastapi.testclient import TestClient


def test_words_are_found_with_the_claim_they_stand_in(client: TestClient) -> None:
    page = client.get("/search", params={"words": "unaccounted"}).text
    assert "unaccounted" in page
    assert "/reports/r:" in page


@pytest.mark.parametrize("words", ['"', "***", "(", "NEAR(", "a OR", "ü" * 150, "<script>alert(1)</script>"])
def test_odd_words_are_no_fault(client: TestClient, words: str) -> None:
    answer = client.get("/search", params={"words": words})
    assert answer.status_code in (200, 400)
    assert "<script>alert" not in answer.text


def test_a_date_that_is_none_is_told(client: TestClient) -> None:
    answer = client.get("/search", params={"words": "collapse", "since": "last week"})
    assert answer.status_code == 400
    assert "not a date" in answer.text


def test_speakers_lead_to_what_they_said(client: TestClient) -> None:
    page = client.get("/speakers", params={"words": "Levine Cava"}).text
    link = page.split('href="/speakers/', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    said = client.get(f"/speakers/{link}")
    assert said.status_code == 200
    assert "Daniella Levine Cava" in said.text
    assert "#claim-c:" in said.text
    assert client.get("/speakers/s:nowhere", params={"name": "nobody of this name"}).status_code == 404


def test_a_tracker_is_made_fed_subscribed_to_and_removed(client: TestClient, marked: dict[str, str]) -> None:
    form = {"name": "Palu / deaths", "event": "killed", "place": "Palu"}
    made = client.post("/trackers", data=form, headers=marked)
    assert made.status_code == 303
    page = client.get(made.headers["location"]).text
    assert "/series/" in page
    feed = client.get("/trackers.atom", params={"name": "Palu / deaths"})
    assert len(Xml.fromstring(feed.text).findall("{http://www.w3.org/2005/Atom}entry")) > 3
    assert client.post("/trackers", data=form, headers=marked).status_code == 400  # the name is taken
    assert client.post("/untrack", data={"name": "Palu / deaths"}, headers=marked).status_code == 303
    assert client.get(made.headers["location"]).status_code == 404


def test_a_tracker_of_nothing_is_refused(client: TestClient, marked: dict[str, str]) -> None:
    answer = client.post("/trackers", data={"name": "all"}, headers=marked)
    assert answer.status_code == 400
    assert "asks for something" in answer.text
