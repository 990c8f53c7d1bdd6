"""The reports in ../shared come out whole, and next to nothing of them is taken for furniture."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.inputs import find_pages
from reportedly.reports import read_report
from reportedly.terms import Given, Page, Report

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED = SHARED / "seed" / "page.txt"
CORPORA = ("data/polnear/dev/text", "data/figures/text", "data/stories/*/*.txt")

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the reports in ../shared are not here")


def reports_in(*paths: Path, given: Given | None = None) -> Iterator[Report]:
    for page in find_pages([str(path) for path in paths], given or Given()):
        assert isinstance(page, Page), page
        report = read_report(page)
        assert isinstance(report, Report), report
        yield report


def seed(given: Given | None = None) -> Report:
    (report,) = reports_in(SEED, given=given)
    return report


def test_the_seed_page_is_told_apart_as_a_person_would() -> None:
    report = seed()
    kinds = [block.kind for block in report.blocks]
    assert kinds == [
        *["furniture"] * 2,
        "headline",
        *["caption"] * 2,
        *["paragraph"] * 10,
        *["notice"] * 2,
        *["furniture"] * 5,
    ]
    assert report.text == SEED.read_text(encoding="utf-8")
    words = {block.kind: report.text[block.start : block.end] for block in report.blocks}
    assert words["headline"] == report.headline
    assert words["caption"].count("(2nd right)") == 1


def test_the_seed_page_has_no_date_unless_one_is_given() -> None:
    assert (seed().published, seed().published_from) == (None, None)
    dated = seed(Given(published="2016-01-26"))
    assert (dated.published, dated.published_from) == ("2016-01-26", "argument")
    assert (dated.id, dated.language) == (seed().id, "en")


@pytest.mark.parametrize("corpus", CORPORA)
def test_words_of_real_reports_are_not_taken_for_page_matter(corpus: str) -> None:
    lengths: Counter[str] = Counter()
    for report in reports_in(SHARED / corpus):
        head = 3 if "stories" in corpus else 0  # address, date and a note that every story begins with
        for block in report.blocks[head:]:
            lengths[block.kind] += block.end - block.start
        assert report.language == "en"
    marked = lengths["furniture"] + lengths["notice"]
    assert marked < 0.01 * lengths.total(), lengths
    assert lengths["paragraph"] > 0.95 * lengths.total(), lengths


def test_the_head_lines_of_the_stories_are_furniture_and_give_the_date() -> None:
    for report in reports_in(SHARED / "data/stories/*/*.txt"):
        assert [block.kind for block in report.blocks[:3]] == ["furniture"] * 3, report.address
        said = report.text.split("\n")[1].removeprefix("Date:").split("(")[0].strip()
        assert report.published == (said if said[:1].isdigit() else None), report.address
