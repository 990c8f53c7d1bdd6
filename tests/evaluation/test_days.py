"""Dates compared by the days they cover."""

import pytest

from evaluation.days import extent_of, same_days
from evaluation.halves import half_of

SAME = [
    # (one, other, the same days): what it protects
    ("1998-08-07", "1998-08-07", True),
    ("1998-08-07T10:30:00", "1998-08-07", True),  # the time of day is dropped
    ("1998-08-07~", "1998-08-07", True),  # a mark of doubt is dropped
    ("2016-08", "2016-08-01/2016-08-31", True),  # two ways to write a month
    ("199X", "1990/1999", True),  # a decade
    ("2018-22", "2018-06/2018-08", True),  # a season
    ("2018-24", "2017-12/2018-02", True),  # winter begins in the year before
    ("2015-01-01/..", "2015-01-01/", True),  # two ways to leave an end open
    ("2015/2016", "2015-01-01/2016-12-31", True),
    ("2015-01-01/..", "2015-01-01", False),
    ("2016-08", "2016-08-07", False),  # neither holds the other: the same days or not
    ("2016", None, False),
    (None, None, True),  # no date where none is meant
    ("XXXX-08-07", None, True),  # without a year nothing is settled
    ("2016-02-30", None, True),  # a day that does not exist
    ("XXXX-01/2016-02", None, True),  # nor with half a range
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_dates_agree_by_their_days(one: str | None, other: str | None, same: bool) -> None:
    assert same_days(one, other) is same
    assert same_days(other, one) is same


def test_leap_years_end_later() -> None:
    leap, plain = extent_of("2016-02"), extent_of("2015-02")
    assert leap and plain and leap[1] and plain[1]
    assert (leap[1].day, plain[1].day) == (29, 28)


def test_halves_hold_every_text_once() -> None:
    assert sorted(half_of(range(7), "odd") + half_of(range(7), "even")) == list(range(7))
