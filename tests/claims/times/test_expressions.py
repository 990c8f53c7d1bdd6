"""Expressions of time in short reports of our own, dated Tuesday 2016-01-26 and without a date.

The table is ``cases.tsv``: text, words of the expression, its EDTF and TimeML values, its EDTF on an
undated page (``-`` where that is left open), and what the row protects.
"""

from pathlib import Path

import pytest

from tests.claims.times.reading import read

_LINES = (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()[1:]
CASES = [tuple(line.split("\t")[:5]) for line in _LINES]

#: The table at the end of the examples the reader must get right: words, EDTF.
EVERYDAY = [
    ("It came on January 25.", "on January 25", "2016-01-25"),  # month and day
    ("It came on 25 Jan.", "on 25 Jan", "2016-01-25"),  # the other order, in short
    ("It came yesterday.", "yesterday", "2016-01-25"),  # the day before
    ("It came on Monday.", "on Monday", "2016-01-25"),  # the same day by its name
    ("It came on Tuesday.", "on Tuesday", "2016-01-26"),  # the report's own weekday
    ("It came two days ago.", "two days ago", "2016-01-24"),  # counted back
    ("It came over the weekend.", "over the weekend", "2016-01-23/2016-01-24"),  # the one before
    ("It came this week.", "this week", "2016-01-25/2016-01-31"),  # Monday to Sunday
    ("It came overnight.", "overnight", "2016-01-25/2016-01-26"),  # the night before the report
    ("It came last month.", "last month", "2015-12"),  # over the turn of the year
    ("It came in November.", "in November", "2015-11"),  # past by default
    ("It came last year.", "last year", "2015"),  # the year before
    ("It has come since 2011.", "since 2011", "2011/.."),  # open to now
    ("It has come since October 2015.", "since October 2015", "2015-10/.."),  # open to now
    ("It came at the end of 2015.", "at the end of 2015", "2015-12~"),  # its last month, about
    ("It came by mid-December.", "by mid-December", "../2015-12-15~"),  # open at its start
    (
        "It came between 19 February and 23 March.",
        "between 19 February and 23 March",
        "2015-02-19/2015-03-23",
    ),  # past by default although the days ahead are nearer
    ("It rose this month from a year earlier.", "a year earlier", "2015-01"),  # a year before this month
    ("It rose in 2013 from a year earlier.", "a year earlier", "2012"),  # a year before the year named
    ("Earlier, it had come.", "Earlier", None),  # PAST_REF
    ("It came in recent months.", "in recent months", None),  # PAST_REF
]

#: Words that look like times and are none.
NONE = [
    "They may leave.",  # a modal
    "Thousands march through the town.",  # a verb
    "Theresa May left.",  # a name
    "The Sunday Times said so.",  # a paper
    "USA TODAY said so.",  # a paper
    "The share rose 7/8 of a point.",  # a fraction
    "Some 2000 people fled.",  # a count
    "At least 1990 soldiers fell.",  # a count
    "A second car burned.",  # an ordinal
    "Prices fall.",  # a verb
    "He sold a quarter of it.",  # a share
    "The minute detail bored her.",  # an adjective: nothing counted
    "They joined the annual March for Peace.",  # a march
    'He spoke on "This Week" with two guests.',  # a programme
    "The film was High Noon.",  # a film
]


@pytest.mark.parametrize(("text", "words", "edtf", "timex", "undated"), CASES)
def test_expressions_are_settled_against_the_date(
    text: str, words: str, edtf: str, timex: str, undated: str
) -> None:
    found = [(t.exact, str(t.edtf or "null"), str(t.timex or "null")) for t in read(text).times]
    assert (words, edtf, timex) in found


@pytest.mark.parametrize(("text", "words", "edtf", "timex", "undated"), [c for c in CASES if c[4] != "-"])
def test_without_a_date_they_keep_what_they_can(
    text: str, words: str, edtf: str, timex: str, undated: str
) -> None:
    found = [(t.exact, str(t.edtf or "null")) for t in read(text, None).times]
    assert (words, undated) in found


@pytest.mark.parametrize(("text", "words", "edtf"), EVERYDAY)
def test_everyday_times(text: str, words: str, edtf: str | None) -> None:
    found = {t.exact: (t.edtf, t.timex) for t in read(text).times}
    assert found[words][0] == edtf
    if edtf is None:
        assert found[words][1] == "PAST_REF"


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [t.exact for t in read(text).times] == []


def test_there_are_two_hundred_cases_each_with_its_reason() -> None:
    assert len(CASES) >= 200
    assert all(len(line.split("\t")) == 6 and line.split("\t")[5] for line in _LINES)


def test_numbers_inside_a_time_are_no_figures_and_not_rejected() -> None:
    reading = read("It lost money in the third quarter of 2015 and on January 25.")
    assert reading.figures == () and reading.rejected == ()


def test_a_duration_is_a_time_and_a_figure() -> None:
    reading = read("The siege lasted three weeks.")
    assert [f.measure for f in reading.figures] == ["duration"]
    assert [t.kind for t in reading.times] == ["duration"]


def test_a_date_as_coarse_as_a_month_settles_no_day() -> None:
    found = {t.exact: t.edtf for t in read("It rained yesterday and last month, and last year.", "2016-01").times}
    assert found == {"yesterday": None, "last month": "2015-12", "last year": "2015"}


def test_a_moment_of_publication_is_its_day() -> None:
    found = [t.edtf for t in read("It rained yesterday.", "2016-01-26T10:00:00Z").times]
    assert found == ["2016-01-25"]
