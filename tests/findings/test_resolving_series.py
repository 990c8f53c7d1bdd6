"""One value out of a series at a date, by each rule, with the names of rule and reading beside it."""

import pytest

from reportedly.errors import BadOption
from reportedly.findings import find_in_story
from reportedly.findings.resolution import RULES, resolve_series
from reportedly.terms import Series
from tests.findings.told_stories import series_with, told_reports


@pytest.fixture(scope="module")
def flood() -> Series:
    """12, then 31 from the ministry; the same day an aid group's 40; dozens; and at least 45 from the ministry."""
    told = told_reports(
        (
            "2016-01-25",
            "Flood in Marenga\nThe Interior Ministry said 12 people were killed in the flood in Marenga.",
        ),
        ("2016-01-26", "Flood in Marenga\nThe Interior Ministry said 31 people were killed in Marenga."),
        ("2016-01-26", "Flood in Marenga\nThe Red Crescent said 40 people were killed in Marenga."),
        ("2016-01-27", "Flood in Marenga\nDozens of people were killed in Marenga."),
        ("2016-01-28", "Flood in Marenga\nThe Interior Ministry said at least 45 people were killed in Marenga."),
    )
    return series_with(find_in_story(told), "12", "31", "40", "Dozens", "at least 45")


@pytest.mark.parametrize(
    ("rule", "vague", "at", "value"),
    [
        # before anybody counted
        ("as-stated", "none", "2016-01-24", (None, None, None)),
        # the first day
        ("as-stated", "none", "2016-01-25", (12, 12, 12)),
        # the newest of the second day is the aid group's, by the order of addresses
        ("latest", "none", "2016-01-26", (40, 40, 40)),
        ("ucdp-like", "none", "2016-01-26", (12, 12, 40)),
        ("acled-like", "none", "2016-01-26", (12, 12, 12)),
        ("ibc-like", "none", "2016-01-26", (12, None, 40)),
        # each number has one origin
        ("majority-of-origins", "none", "2016-01-26", (None, None, None)),
        # "dozens" is nothing, unless it is read as 24 to 99
        ("as-stated", "none", "2016-01-27", (40, 40, 40)),
        ("as-stated", "plain", "2016-01-27", (24, None, 99)),
        # a floor stays a floor
        ("as-stated", "none", None, (45, None, None)),
        ("latest", "none", None, (45, 45, 45)),
        ("pending", "none", None, (None, None, None)),
        # a month holds all its days
        ("latest", "none", "2016-01", (45, 45, 45)),
    ],
)
def test_a_rule_gives_its_value_at_a_date(flood: Series, rule, vague, at, value) -> None:
    found = resolve_series(flood, rule, vague, at=at)
    assert (found.low, found.best, found.high) == value
    assert (found.rule, found.vague) == (rule, vague)


def test_a_moment_that_is_none_is_refused(flood: Series) -> None:
    with pytest.raises(BadOption, match="write it as"):
        resolve_series(flood, "latest", at="soon")


@pytest.mark.parametrize("rule", RULES)
def test_every_point_is_used_or_left_out(flood: Series, rule) -> None:
    found = resolve_series(flood, rule)
    assert sorted(found.used + found.left_out) == sorted(point.pointer.figure or "" for point in flood.points)
