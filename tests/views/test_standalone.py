"""A series as one file: everything in it, nothing loaded, nothing run."""

import re
from dataclasses import replace

from reportedly.views.standalone import Method, Shown, html_report
from tests.views.made_series import ferry, pointer


def made(method: Method = Method(made="2024-03-10T00:00:00Z")) -> str:  # noqa: B008
    series, findings = ferry()
    urls = {series.points[0].pointer.report: "https://example.org/a"}
    return html_report("The Sinar", [Shown(series=series, findings=findings, urls=urls)], method)


def test_the_file_loads_nothing_and_runs_nothing() -> None:
    page = made()
    assert "<script" not in page
    assert "default-src 'none'" in page
    loads = re.findall(r'(?:src|href)="([^"#][^"]*)"', page)
    assert all(address.startswith("https://example.org/a#:~:text=") for address in loads)


def test_every_figure_its_words_and_the_chart_are_in_it() -> None:
    page = made()
    for words in ("at least 61", "148", "about 160", "150 to 170", "up to 300", "dozens"):
        assert f"“{words}”" in page
    assert "<svg" in page
    assert "Police said at least 61, the ministry 148 on the same day." in page


def test_rule_moment_and_seal_are_named() -> None:
    page = made(Method(rule="ibc-like", vague="plain", as_of="2024-03-09, published", seal="ab" * 32))
    for words in ("<strong>ibc-like</strong>", "<strong>plain</strong>", "as of 2024-03-09, published", "ab" * 32):
        assert words in page


def test_hostile_words_are_shown_as_text() -> None:
    series, findings = ferry()
    words = "<script>alert(1)</script>"
    point = replace(series.points[0], pointer=pointer(1, words), speaker=words, outlet=words)
    hostile = replace(series, points=(point,), label=words)
    page = html_report(words, [Shown(series=hostile, findings=findings, urls={})], Method())
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
