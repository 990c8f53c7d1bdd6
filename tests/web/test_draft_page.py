"""Check a draft: each figure held against the ledger, nothing kept."""

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger import Ledger, list_reports

DRAFT = """Surfside collapse: the toll

The condominium collapse in Surfside, Florida, has killed 11 people, officials said.
Some 4,400 goats were not hurt.
"""


def check(client: TestClient, marked: dict[str, str], text: str, published: str = "2021-07-02") -> str:
    answer = client.post("/draft", data={"text": text, "published": published}, headers=marked)
    assert answer.status_code == 200
    return answer.text


def test_an_old_toll_is_outdated_and_says_by_what(client: TestClient, marked: dict[str, str]) -> None:
    page = check(client, marked, DRAFT)
    assert 'class="tag outdated"' in page
    assert "/reports/r:" in page


@pytest.mark.parametrize(
    "text",
    [
        DRAFT,
        "At least 61 people are missing after the collapse of a condominium in Surfside, the mayor said.",
        "At least 61 people are missing in Surfside, the mayor said. Officials confirmed 98 deaths there.",
    ],
)
@pytest.mark.parametrize("published", ["", "2021-07-20"])
def test_a_draft_of_a_line_finds_its_story_with_a_date_or_without(
    client: TestClient, marked: dict[str, str], text: str, published: str
) -> None:
    page = check(client, marked, text, published)
    assert "checked against 0 reports" not in page
    assert 'href="/series/' in page


def test_what_the_ledger_does_not_have_is_not_found_and_says_what_it_covers(
    client: TestClient, marked: dict[str, str]
) -> None:
    page = check(client, marked, DRAFT)
    assert "not found" in page
    assert "the ledger does not have the report" in page


def test_nothing_of_a_draft_is_kept(client: TestClient, marked: dict[str, str], ledger: Ledger) -> None:
    before = sum(1 for _ in list_reports(ledger, include_restricted=True))
    check(client, marked, DRAFT)
    assert sum(1 for _ in list_reports(ledger, include_restricted=True)) == before


def test_a_draft_without_figures_is_no_error(client: TestClient, marked: dict[str, str]) -> None:
    assert "No count, sum or share" in check(
        client, marked, "The mayor said that the pier would be repaired soon."
    )


def test_an_empty_draft_is_told_what_to_do(client: TestClient, marked: dict[str, str]) -> None:
    answer = client.post("/draft", data={"text": ""}, headers=marked)
    assert answer.status_code == 400
    assert "paste a text" in answer.text


def test_restricted_reports_do_not_speak_to_a_draft(client: TestClient, marked: dict[str, str]) -> None:
    draft = "Police said 77 dissidents were held in the cellar of the old mill, it was learned on Thursday."
    page = check(client, marked, draft, "2024-03-08")
    assert "hidden.txt" not in page and "The Hidden Post" not in page
