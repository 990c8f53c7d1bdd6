"""Names of people not in public office: on no page, in no answer, in no address, without leave."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger import Ledger, find_report
from reportedly.views.export.codebook import WHATS, What
from reportedly.views.export.tables import Asked, export_table
from reportedly.views.web import WebOptions

PATHS = (
    "/", "/?single=true", "/reports", "/reports/{report}", "/findings", "/stories", "/review", "/speakers",
    "/search?words=mill", "/api/v1/claims?limit=1000", "/api/v1/figures?limit=1000", "/api/v1/series?limit=1000",
    "/api/v1/findings?limit=1000", "/api/v1/reports/{report}",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_witness_is_named_nowhere(client: TestClient, ledger: Ledger, path: str) -> None:
    report = find_report(ledger, "witness.txt").report_id
    answer = client.get(path.format(report=report))
    assert answer.status_code in (200, 403)
    assert "Quiroga" not in answer.text
    assert "Marta" not in answer.text


def test_the_report_still_shows_all_else_and_says_what_is_held_back(client: TestClient, ledger: Ledger) -> None:
    page = client.get(f"/reports/{find_report(ledger, 'witness.txt').report_id}").text
    assert "[name held back]" in page
    assert "a neighbour who saw the fire" in page
    assert "Daniella Levine Cava" in page  # a mayor speaks in office


def test_with_leave_the_name_is_shown(client_with: Callable[[WebOptions], TestClient], ledger: Ledger) -> None:
    client = client_with(WebOptions(include_names=True))
    assert "Marta Quiroga" in client.get(f"/reports/{find_report(ledger, 'witness.txt').report_id}").text


def test_a_draft_is_told_no_name(client: TestClient, marked: dict[str, str]) -> None:
    draft = "Fire at the mill\n\nOfficials said 7 people had died in the fire at the mill in Surfside on Monday."
    answer = client.post("/draft", data={"text": draft, "published": "2024-03-09"}, headers=marked)
    assert answer.status_code == 200
    assert "Quiroga" not in answer.text


@pytest.mark.parametrize("what", WHATS)
def test_exports_hold_such_names_only_with_leave(ledger: Ledger, what: What) -> None:
    def words(*, leave: bool) -> str:
        table = export_table(ledger, Asked(what=what, include_names=leave))
        return "\n".join(str(cell) for row in table.rows for cell in row)

    assert "Quiroga" not in words(leave=False)
    assert "Quiroga" in words(leave=True)
