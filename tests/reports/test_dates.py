"""When a report was published: said by the user, the markup, the address, a date line; never guessed."""

import pytest

from reportedly.errors import BadOption
from reportedly.reports.dates import read_date_line
from reportedly.terms import Given
from reportedly.terms.dates import check_published
from tests.reports.pages import report_of

BODY = "The coast guard said on Monday that ten people had died in the storm."

DATE_LINES = [
    # said what it is
    ("Date: 2018-09-29", "2018-09-29"),
    ("Date: 2018-09-29 (inferred)", "2018-09-29"),
    ("Date: 2018-10", "2018-10"),
    ("Published: 26 January 2016", "2016-01-26"),
    ("Published 26 Jan 2016", "2016-01-26"),
    ("Published on Tuesday, January 26, 2016 at 10:15 GMT", "2016-01-26"),
    ("Posted: Jan. 26th, 2016", "2016-01-26"),
    ("PUBLISHED: 10:15, 26 January 2016", "2016-01-26"),
    # alone on its line
    ("January 26, 2016", "2016-01-26"),
    ("26 January 2016 10:15", "2016-01-26"),
    ("Tue 26 Jan 2016 10.15 GMT", "2016-01-26"),
    ("2016-01-26T10:15:00Z", "2016-01-26"),
    ("26/01/2016", "2016-01-26"),
    ("26.1.2016", "2016-01-26"),
    ("January 26, 2016 | 10:15 a.m.", "2016-01-26"),
    # a day that could be two
    ("01/02/2016", None),
    # no whole date, no such date
    ("January 26", None),
    ("26 January", None),
    ("February 30, 2016", None),
    ("Published in 2016 by the ministry", None),
    # a dateline, a sentence, a title: running text
    ("VARNA, January 26, 2016 (AP) -- Ten people died.", None),
    ("On January 26, 2016, ten people died.", None),
    ("January 26, 2016 was a Tuesday.", None),
    ("The storm of 26 January 2016", None),
    ("Date: not visible", None),
]


@pytest.mark.parametrize(("line", "published"), DATE_LINES)
def test_a_date_is_read_from_a_line_that_says_nothing_else(line: str, published: str | None) -> None:
    report = report_of(f"Ferry sinks off coast\n\n{line}\n\n{BODY}\n")
    assert (report.published, report.published_from) == (published, "text" if published else None)


def test_an_update_is_no_publication() -> None:
    report = report_of(f"Ferry sinks off coast\n\nUpdated 27 January 2016, 08:00\n\n{BODY}\n")
    assert (report.published, report.published_from, report.updated) == (None, None, "2016-01-27")


def test_several_dates_alone_are_headings_of_a_chronicle() -> None:
    report = report_of(f"The storm\n\nJanuary 26, 2016\n\n{BODY}\n\nJanuary 27, 2016\n\n{BODY} So it was.\n")
    assert report.published is None
    assert all(block.kind != "furniture" for block in report.blocks)


def test_a_date_far_down_is_not_the_date_of_the_report() -> None:
    assert report_of(f"Ferry sinks off coast\n\n{(BODY + chr(10) * 2) * 6}January 26, 2016\n").published is None


def test_a_report_without_a_date_has_none() -> None:
    report = report_of("Ten people died on January 25, 2016, police said.")
    assert (report.published, report.published_from) == (None, None)


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://example.org/2016/01/26/ferry", "2016-01-26"),
        ("https://example.org/world/2016/jan/26/ferry", "2016-01-26"),
        ("https://example.org/world-20160126-ferry", "2016-01-26"),
        ("https://example.org/ferry-2016-01-26", "2016-01-26"),
        ("https://example.org/2016/01/ferry.html", "2016-01"),
        # numbers that are no date, and dates that are not the page's
        ("https://example.org/a/20161399", None),
        ("https://example.org/articles/35367", None),
        ("https://example.org/2016", None),
        ("https://2016.example.org/a?d=/2016/01/26/", None),
    ],
)
def test_the_address_says_a_date(url: str, published: str | None) -> None:
    report = report_of(BODY, given=Given(url=url))
    assert (report.published, report.published_from) == (published, "url" if published else None)


def test_what_is_given_goes_before_the_address_and_that_before_the_text() -> None:
    text = f"Date: 2014-01-01\n\n{BODY}"
    url = "https://example.org/2015/01/01/a"
    assert report_of(text, given=Given(url=url, published="2016-01-26")).published_from == "argument"
    assert report_of(text, given=Given(url=url, published="2016-01-26")).published == "2016-01-26"
    assert report_of(text, given=Given(url=url)).published == "2015-01-01"
    assert report_of(text).published == "2014-01-01"


@pytest.mark.parametrize(
    "value",
    ["2016", "2016-01", "2016-01-26", "2016-02-29", "2016-01-26T10:15:00Z", "2016-01-26T10:15:00+05:00"],
)
def test_dates_that_can_be_given(value: str) -> None:
    assert check_published(f" {value} ") == value


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("26 January 2016", "write 2016-01-26"),
        ("26/01/2016", "write 2016-01-26"),
        ("2016-01-26 10:15", "write 2016-01-26T10:15:00"),
        ("01/02/2016", "write it as 2016-01-26"),
        ("2016-13-01", "write it as"),
        ("2015-02-29", "write it as"),
        ("2016-1-26", "write it as"),
        ("0016-01-26", "write it as"),
        ("2016-01-26T25:00:00Z", "write it as"),
        ("yesterday", "write it as"),
        ("٢٠١٦", "write it as"),
        ("", "write it as"),
    ],
)
def test_dates_that_cannot_be_given_say_what_to_write(value: str, advice: str) -> None:
    with pytest.raises(BadOption, match=advice):
        check_published(value)


def test_a_long_line_is_never_looked_at() -> None:
    assert read_date_line("Published " + "1" * 10_000) is None
