"""The gate of the web page: hosts, tokens, forged requests, sizes, rates, headers."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from reportedly.views.web import WebOptions
from reportedly.views.web.guard import HEADER_MARK, Rates, form_mark
from reportedly.views.web.options import FORM_LIMIT

Makes = Callable[[WebOptions], TestClient]
OPEN = WebOptions(host="0.0.0.0", token="a-token-of-the-start", hosts=("ledger.example.org",))


@pytest.mark.parametrize("host", ["localhost", "localhost:8350", "127.0.0.1:8350", "[::1]:8350"])
def test_a_browser_of_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/reports", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a b", "192.168.1.4"]
)
def test_a_page_of_elsewhere_that_points_its_name_here_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/reports", headers={"host": host})
    assert answer.status_code == 421
    assert "--allow-host" in answer.text


def test_every_answer_lets_only_the_scripts_of_this_server_run(client: TestClient) -> None:
    for path in ("/reports", "/nowhere", "/static/reportedly.css", "/paste"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_pages_are_not_kept_by_the_browser_and_files_are(client: TestClient) -> None:
    assert client.get("/reports").headers["cache-control"] == "no-store"
    assert "max-age" in client.get("/static/reportedly.css").headers["cache-control"]


# forged requests


def test_a_change_without_the_mark_of_this_start_is_refused(client: TestClient) -> None:
    assert client.post("/paste", data={"text": "Police said 61 died."}).status_code == 403
    assert client.post("/paste", data={"text": "x", "mark": "0" * 64}).status_code == 403


def test_a_change_sent_by_a_page_of_elsewhere_is_refused_even_with_the_mark(
    client: TestClient, marked: dict[str, str]
) -> None:
    for sent in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/paste", data={"text": "x"}, headers=marked | sent).status_code == 403


def test_the_mark_counts_in_forms_of_both_kinds_and_in_the_header(client: TestClient, options: WebOptions) -> None:
    mark = form_mark(options)
    empty = {"text": " "}  # passes the gate, and is then told that there is nothing to read
    assert client.post("/paste", data={**empty, "mark": mark}).status_code == 400
    assert client.post("/paste", data={**empty, "mark": mark}, files={"file": ("", b"")}).status_code in (400, 422)
    assert client.post("/paste", data=empty, headers={HEADER_MARK: mark}).status_code == 400


# tokens


def test_over_the_network_nothing_is_shown_without_the_token(client_with: Makes) -> None:
    client = client_with(OPEN)
    answer = client.get("/reports")
    assert (answer.status_code, answer.headers["location"]) == (303, "/token?then=%2Freports")
    assert client.get("/api/v1/openapi.json").status_code == 401
    assert client.get("/static/reportedly.css").status_code == 200


def test_the_token_given_once_opens_the_pages(client_with: Makes) -> None:
    client = client_with(OPEN)
    form = {"token": OPEN.token, "then": "/reports", "mark": form_mark(OPEN)}
    answer = client.post("/token", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert OPEN.token is not None and OPEN.token not in cookie  # a stolen cookie does not tell the token
    assert client.get("/reports").status_code == 200


def test_a_wrong_token_opens_nothing_and_may_be_tried_ten_times_a_minute(client_with: Makes) -> None:
    client = client_with(OPEN)
    form = {"token": "guess", "mark": form_mark(OPEN)}
    tried = [client.post("/token", data=form).status_code for _ in range(11)]
    assert tried == [401] * 10 + [429]
    assert client.get("/reports").status_code == 303


def test_a_program_gives_the_token_in_a_header(client_with: Makes) -> None:
    client = client_with(OPEN)
    assert client.get("/reports", headers={"authorization": f"Bearer {OPEN.token}"}).status_code == 200
    assert client.get("/reports", headers={"authorization": "Bearer guess"}).status_code == 303


def test_a_network_server_answers_to_its_names_and_to_bare_addresses_only(client_with: Makes) -> None:
    client = client_with(OPEN)
    known = {"authorization": f"Bearer {OPEN.token}"}
    for host in ("ledger.example.org", "192.168.1.4:8350"):
        assert client.get("/reports", headers=known | {"host": host}).status_code == 200
    assert client.get("/reports", headers=known | {"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "then", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_token_page_leads_nowhere_else(client_with: Makes, then: str) -> None:
    form = {"token": OPEN.token, "then": then, "mark": form_mark(OPEN)}
    assert client_with(OPEN).post("/token", data=form).headers["location"] == "/"


# sizes and rates


def test_more_than_the_limit_is_refused_before_it_is_read(client: TestClient, marked: dict[str, str]) -> None:
    large = {"who": "x" * (FORM_LIMIT + 1)}
    assert client.post("/review", data=large, headers=marked).status_code == 413


def test_rates_are_kept_for_each_client_and_forgotten_after_a_minute() -> None:
    rates = Rates()
    assert [rates.wait("a", 1, 0.0), rates.wait("b", 1, 0.0)] == [0.0, 0.0]
    assert rates.wait("a", 1, 10.0) == 50.0
    assert rates.wait("a", 1, 61.0) == 0.0
