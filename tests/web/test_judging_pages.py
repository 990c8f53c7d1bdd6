"""Judging in the browser: every change is a row signed by a person, and can be undone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.inputs import page_of_bytes
from reportedly.ledger import Ledger, list_figures, load_told, open_ledger
from reportedly.ledger.index import SeriesFilter, list_series
from reportedly.ledger.rows import FigureFilter
from reportedly.pipeline.following import follow_reports
from reportedly.pipeline.keeping import keep_pages
from reportedly.terms import Given, Told
from reportedly.views.web import WebOptions, create_app
from reportedly.views.web.guard import HEADER_MARK, form_mark

TEXT = b"""Ferry sinks off Manado

Police said at least 61 people had drowned when the ferry Sinar sank off Manado on Monday.
Another nineteen are missing.
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of one report, to be judged."""
    with open_ledger(tmp_path / "ledger.sqlite", create=True) as opened:
        for _ in keep_pages(opened, [page_of_bytes("ferry.txt", TEXT, Given(published="2024-03-06"))]):
            pass
        for _ in follow_reports(opened):
            pass
        yield opened


@pytest.fixture
def browser(own: Ledger) -> TestClient:
    options = WebOptions(reviewer="A. Reader")
    client = TestClient(create_app(own, options), base_url="http://localhost:8350", follow_redirects=False)
    client.headers[HEADER_MARK] = form_mark(options)
    return client


def told(own: Ledger) -> Told:
    row = next(iter(list_figures(own, FigureFilter())))
    return next(iter(load_told(own, [row.report_id])))


def figure_id(own: Ledger) -> str:
    return next(each.id for each in told(own).reading.figures if each.stated == 61)


def done(location: str) -> str:
    found = re.search(r"done=(j:\w+)", location)
    assert found is not None
    return found[1]


def test_a_figure_is_corrected_and_the_correction_undone(browser: TestClient, own: Ledger) -> None:
    name = figure_id(own)
    form = {"target": name, "value": "at least 63", "was_value": "≥ 61", "scope": "total", "was_scope": "total",
            "then": "/reports/x", "why": "misread"}  # fmt: skip
    answer = browser.post("/edit/figure", data=form)
    assert answer.status_code == 303
    changed = next(each for each in told(own).reading.figures if each.id == name)
    assert (changed.low, changed.bound) == (63, "at_least")
    assert name in told(own).corrected
    form = {"target": done(answer.headers["location"]), "then": f"/history/{name}"}
    bar = browser.get(browser.post("/judge/undo", data=form).headers["location"]).text
    assert "Undone, signed" in bar
    assert "Kept, signed" not in bar
    assert next(each for each in told(own).reading.figures if each.id == name).low == 61


def test_a_field_that_was_left_as_it_stood_is_not_touched(browser: TestClient, own: Ledger) -> None:
    form = {"target": figure_id(own), "value": "≥ 61", "was_value": "≥ 61", "then": "/"}
    answer = browser.post("/edit/figure", data=form)
    assert answer.status_code == 400
    assert "nothing to change" in answer.text


def test_a_rejected_figure_is_gone_and_comes_back(browser: TestClient, own: Ledger) -> None:
    name = figure_id(own)
    answer = browser.post("/judge/reject", data={"target": name, "then": "/review"})
    assert answer.headers["location"].startswith("/review?done=j:")
    assert name not in {each.id for each in told(own).reading.figures}
    browser.post("/judge/undo", data={"target": done(answer.headers["location"])})
    assert name in {each.id for each in told(own).reading.figures}


def test_selected_words_become_a_claim_that_the_reader_missed(browser: TestClient, own: Ledger) -> None:
    held = told(own).reading
    start = held.report.text.index("the ferry Sinar sank")
    form = {"report": held.report.id, "start": str(start), "end": str(start + 20), "kind": "claim"}
    assert browser.post("/missed", data=form).status_code == 303
    assert "the ferry Sinar sank" in {each.content.exact for each in told(own).reading.claims}


def test_the_same_figure_is_not_added_twice(browser: TestClient, own: Ledger) -> None:
    held = told(own).reading
    start = held.report.text.index("at least 61")
    form = {"report": held.report.id, "start": str(start), "end": str(start + 11), "kind": "figure"}
    answer = browser.post("/missed", data=form)
    assert answer.status_code == 400
    assert "read there already" in answer.text


def test_nobody_judges_without_a_name(own: Ledger) -> None:
    options = WebOptions()
    client = TestClient(create_app(own, options), base_url="http://localhost:8350", follow_redirects=False)
    client.headers[HEADER_MARK] = form_mark(options)
    answer = client.post("/judge/accept", data={"target": figure_id(own), "then": "/"})
    assert answer.status_code == 400
    assert "review page" in answer.text
    client.post("/reviewer", data={"name": "Zoë Ø."})
    assert client.post("/judge/accept", data={"target": figure_id(own), "then": "/"}).status_code == 303
    assert "Zoë Ø." in client.get(f"/history/{figure_id(own)}").text


def test_the_queue_shows_the_words_and_empties(browser: TestClient, own: Ledger) -> None:
    page = browser.get("/review").text
    assert "<mark>at least 61</mark>" in page
    browser.post("/judge/accept-report", data={"target": told(own).reading.report.id, "then": "/review"})
    assert "Nothing waits" in browser.get("/review").text


def test_all_figures_of_a_series_are_assigned_from_its_page(browser: TestClient, own: Ledger) -> None:
    (series, *_) = list_series(own, SeriesFilter())
    assert "make an incident" in browser.get(f"/series/{series.series_id}").text
    made = browser.post("/incidents", data={"name": "Sinking of the Sinar"}).headers["location"]
    page = browser.get(f"/series/{series.series_id}").text
    figures, incident = (
        re.findall(pattern, page)[0]
        for pattern in (r'name="figures" value="([^"]+)"', r'<option value="(i:\w+)">Sinking of the Sinar')
    )
    answer = browser.post("/assign", data={"incident": incident, "figures": figures})
    assert answer.headers["location"].startswith(f"{made}?done=j:")
    assert figures.split()[0] in browser.get(made).text


def test_a_figure_is_merged_with_another_of_its_report_in_review(browser: TestClient, own: Ledger) -> None:
    page = browser.get("/review").text
    assert 'data-key="m"' in page
    form = page.partition('action="/judge/join"')[2]
    target = re.findall(r'name="target" value="(f:\w+)"', form)[0]
    other = re.findall(r'<option value="(f:\w+)"', form)[0]
    assert {target, other} == {each.id for each in told(own).reading.figures}
    assert browser.post("/judge/join", data={"target": target, "other": other}).status_code == 303
    assert "join" in browser.get(f"/history/{target}").text


def test_what_one_form_did_is_undone_together(browser: TestClient, own: Ledger) -> None:
    figures = [each.id for each in told(own).reading.figures]
    assert len(figures) == 2
    made = browser.post("/incidents", data={"name": "Sinking of the Sinar"}).headers["location"]
    answer = browser.post(f"{made}/assign", data={"figures": " ".join(figures)}).headers["location"]
    assert all(figure in browser.get(made).text for figure in figures)
    together = re.findall(r'name="target" value="([^"]+)"', browser.get(answer).text)[0]
    assert together.count("j:") == 2
    undone = browser.post("/judge/undo", data={"target": together, "then": made}).headers["location"]
    assert not any(figure in browser.get(made).text for figure in figures)
    together = re.findall(r'name="target" value="([^"]+)"', browser.get(undone).text)[0]
    browser.post("/judge/undo", data={"target": together, "then": made})
    assert all(figure in browser.get(made).text for figure in figures)


def test_a_ledger_of_one_report_shows_its_figures_at_once(browser: TestClient) -> None:
    page = browser.get("/").text
    assert 'href="/series/' in page
    assert 'name="single" value="true" checked' in page


def test_an_incident_is_made_given_a_figure_coded_and_closed(browser: TestClient, own: Ledger) -> None:
    made = browser.post("/incidents", data={"name": "Sinking of the Sinar", "why": "one ship"}).headers["location"]
    browser.post(f"{made}/assign", data={"figures": figure_id(own)})
    assert "at least 61" in browser.get(made).text
    name = made.rsplit("/", 1)[1]
    without = browser.post(f"/code/{name}", data={"best": "63", "then": made})
    assert without.status_code == 400  # a coded value needs its reason
    coded = {
        "low": "61",
        "best": "63",
        "left_out": f"the nineteen missing\n{figure_id(own)}",
        "why": "two died in hospital",
        "then": made,
    }
    assert browser.post(f"/code/{name}", data=coded).status_code == 303
    page = browser.get(made).text
    assert "two died in hospital" in page and "the nineteen missing" in page
    assert f'<a href="#{figure_id(own)}">≥ 61 people, ferry.txt</a>' in page
    backwards = {"low": "70", "high": "61", "why": "x", "then": made}
    assert browser.post(f"/code/{name}", data=backwards).status_code == 400
    browser.post(f"{made}/close")
    assert "closed" in browser.get(made).text


def test_an_unknown_judgement_is_refused_in_words(browser: TestClient, own: Ledger) -> None:
    assert browser.post("/judge/decide", data={"target": figure_id(own)}).status_code == 400
    assert browser.post("/judge/accept", data={"target": "f:nowhere"}).status_code in (400, 404)
