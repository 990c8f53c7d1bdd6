"""EDTF values on one clock."""

from datetime import UTC, datetime

import pytest

from reportedly.terms.moments import Extent, extent_of, order_key


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2016", at(2016, 1, 1), at(2017, 1, 1)),
        ("2016-12", at(2016, 12, 1), at(2017, 1, 1)),  # a month at the end of the year
        ("2016-02-29~", at(2016, 2, 29), at(2016, 3, 1)),  # marks of doubt are dropped
        ("199X", at(1990, 1, 1), at(2000, 1, 1)),
        ("19XX", at(1900, 1, 1), at(2000, 1, 1)),
        ("2016-22", at(2016, 6, 1), at(2016, 9, 1)),  # summer
        ("2016-24", at(2015, 12, 1), at(2016, 3, 1)),  # winter begins in the year before
        ("2016-01-25T10:35:00", at(2016, 1, 25, 10, 35), at(2016, 1, 25, 10, 35, 1)),
        ("2016-01-25T10:35:00Z", at(2016, 1, 25, 10, 35), at(2016, 1, 25, 10, 35, 1)),
        ("2016-01-25T23:30:00-05:00", at(2016, 1, 26, 4, 30), at(2016, 1, 26, 4, 30, 1)),  # zones count
        ("2016-01-25T10:35", at(2016, 1, 25, 10, 35), at(2016, 1, 25, 10, 36)),
        ("2015-02-19/2015-03-23", at(2015, 2, 19), at(2015, 3, 24)),
        ("../2015-12-15~", None, at(2015, 12, 16)),
        ("2011/..", at(2011, 1, 1), None),
    ],
)
def test_a_value_covers_what_it_says(edtf: str, first: datetime | None, after: datetime | None) -> None:
    assert extent_of(edtf) == Extent(first, after)


@pytest.mark.parametrize(
    "edtf", [None, "", "XXXX-01-25", "2015-02-30", "soon", "2015-13", "XXXX/2016", "9999-12-31"]
)
def test_what_cannot_be_placed_covers_nothing(edtf: str | None) -> None:
    assert extent_of(edtf) is None


def test_stretches_that_only_touch_do_not_meet() -> None:
    january, february = extent_of("2016-01"), extent_of("2016-02")
    assert january is not None and february is not None
    assert not january.meets(february)
    assert january.meets(Extent(None, None))


def test_order_is_by_beginning_and_the_unknown_come_last() -> None:
    assert sorted([None, "2016", "2016-01-01", "../2010"], key=order_key) == [
        "../2010",
        "2016-01-01",
        "2016",
        None,
    ]
