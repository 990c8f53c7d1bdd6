"""A ledger of the sample stories and of one hostile report, read once, and a browser's stand-in for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.inputs import page_of_bytes
from reportedly.ledger import Ledger, open_ledger
from reportedly.pipeline import find_sample_pages
from reportedly.pipeline.following import follow_reports
from reportedly.pipeline.keeping import keep_pages
from reportedly.terms import Given
from reportedly.views.web import WebOptions, create_app
from reportedly.views.web.guard import HEADER_MARK, form_mark

#: Markup and script in every place where words of a report come to stand.
HOSTILE = """<script>alert(1)</script> "Flood" leaves at least 14 <b>dead</b>

<img src=x onerror=alert(2)> Mayor </textarea><svg/onload=alert(3)> said on Monday that at least 14
<script>people</script> had died in
{{ 7*7 }} ${alert(4)}, and that 300 '"><script>alert(5)</script> families were homeless.
"""


#: A witness who speaks in no office: named in the text, not to be named on pages.
WITNESS = b"""Fire at the mill

Marta Quiroga, a neighbour who saw the fire at the mill in Surfside, said at least 7 people had died on Monday.
Marta Quiroga's son Pablo Quiroga, 9, was among the injured. Mayor Daniella Levine Cava said 5 people had died.
"""


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "ledger.sqlite"
    hostile = Given(
        published="2024-03-06",
        outlet="<script>alert(6)</script>",
        url="https://example.org/'\"><script>alert(7)</script>",
    )
    secret = Given(published="2024-03-07", outlet="The Hidden Post", restricted=True)
    pages = [
        *find_sample_pages(),
        page_of_bytes("<script>alert(8)</script>.txt", HOSTILE.encode(), hostile),
        page_of_bytes("witness.txt", WITNESS, Given(published="2024-03-08", url="https://example.org/mill")),
        page_of_bytes(
            "hidden.txt", b"Police said 77 dissidents were held in the cellar of the old mill.\n", secret
        ),
    ]
    with open_ledger(path, create=True) as opened:
        for _ in keep_pages(opened, pages):
            pass
        for _ in follow_reports(opened):
            pass
    return path


@pytest.fixture(scope="session")
def ledger(kept: Path) -> Iterator[Ledger]:
    with open_ledger(kept) as opened:
        yield opened


@pytest.fixture(scope="session")
def options() -> WebOptions:
    return WebOptions()


@pytest.fixture(scope="session")
def client(ledger: Ledger, options: WebOptions) -> TestClient:
    return TestClient(create_app(ledger, options), base_url="http://localhost:8350", follow_redirects=False)


@pytest.fixture
def marked(options: WebOptions) -> dict[str, str]:
    """The header that a page of this server sends with a change."""
    return {HEADER_MARK: form_mark(options)}


@pytest.fixture
def client_with(ledger: Ledger) -> Callable[[WebOptions], TestClient]:
    def make(options: WebOptions) -> TestClient:
        return TestClient(create_app(ledger, options), base_url="http://localhost:8350", follow_redirects=False)

    return make
