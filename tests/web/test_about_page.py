"""The page about a ledger: what it holds, its seals, what findings mean, how often the reader is right."""

import re
from typing import get_args

from fastapi.testclient import TestClient

from evaluation.folders import CHECKOUT
from reportedly.ledger import Ledger
from reportedly.ledger.status import find_status
from reportedly.terms import FindingType
from reportedly.views.web.tables import kinds_of_findings, measured_rates


def test_the_page_tells_the_newest_seal_and_the_measured_rates(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/about").text
    status = find_status(ledger)
    assert status.head_seal is not None
    assert status.head_seal in page
    assert f"{status.figures} figures" in page
    assert all(f"{each.percent} %" in page for each in measured_rates())


def test_every_kind_of_finding_is_explained_on_the_page_and_in_the_documentation_alike(client: TestClient) -> None:
    assert {each.kind for each in kinds_of_findings()} == set(get_args(FindingType))
    docs = (CHECKOUT / "docs" / "findings.md").read_text(encoding="utf-8").partition("\n## Findings\n")[2]
    told = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", docs, re.MULTILINE))
    assert {each.kind: each.when for each in kinds_of_findings()} == {
        kind: told[kind].replace("`", "") for kind in get_args(FindingType)
    }
    page = client.get("/about").text
    assert 'id="findings"' in page
    assert all(f'id="kind-{kind}"' in page for kind in get_args(FindingType))
