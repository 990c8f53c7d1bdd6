"""What the docs say in numbers and names is what the program has."""

import re
from pathlib import Path

from reportedly.cli.tables import SCREENFUL
from reportedly.inputs import InputLimits
from reportedly.ledger.schema import METADATA
from reportedly.reports import ReportLimits

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_column_of_the_ledger_is_documented_as_it_is() -> None:
    text = (DOCS / "ledger.md").read_text(encoding="utf-8")
    for table in METADATA.sorted_tables:
        part = re.split(r"^### ", text.split(f"### `{table.name}`", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
        told = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", part, re.MULTILINE))
        assert told == {column.name: column.comment for column in table.columns}


def test_the_limits_documented_are_the_limits() -> None:
    text = (DOCS / "limits.md").read_text(encoding="utf-8")
    for value in (InputLimits().max_bytes, ReportLimits().max_characters, ReportLimits().max_depth, SCREENFUL):
        assert f"| {value:,}" in text


def test_links_between_the_pages_lead_somewhere() -> None:
    root = DOCS.parent
    for page in (root / "README.md", root / "CONTRIBUTING.md", *DOCS.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
