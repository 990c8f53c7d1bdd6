"""What had surely come by a moment: a date means all of what it says, on both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadOption
from reportedly.terms import AsOf
from reportedly.terms.as_of import end_of


@pytest.mark.parametrize(
    ("time", "moment", "come"),
    [
        # hours with zones
        ("2021-06-25T14:00-04:00", "2021-06-25T17:59:59Z", True),
        ("2021-06-25T14:00-04:00", "2021-06-25T18:01:00Z", False),
        ("2021-06-25T14:00-04:00", "2021-06-25T20:00:00+02:00", True),
        ("2021-06-25T18:00Z", "2021-06-25T14:00:30-04:00", True),
        ("2021-06-25T18:00:00Z", "2021-06-25T14:00:30-04:00", False),
        # a minute is meant to its end, a second to its end
        ("2021-06-25T14:00Z", "2021-06-25T14:00:59Z", True),
        ("2021-06-25T14:00:05Z", "2021-06-25T14:00:05Z", True),
        # a day to its end, in both; without a zone it is UTC
        ("2021-06-25", "2021-06-25", True),
        ("2021-06-25", "2021-06-26", False),
        ("2021-06-25", "2021-06-25T23:59:59Z", True),
        ("2021-06-25", "2021-06-25T23:30:00-04:00", False),
        ("2021-06", "2021-06-30", True),
        ("2021", "2021-12", True),
        # a day against an hour: not over, so not surely come
        ("2021-06-25T14:00-04:00", "2021-06-25", False),
        ("2021-06-25T23:59-04:00", "2021-06-25", True),
        ("2021-06-25T14:00", "2021-06", False),
        # an hour without a zone is read in the zone of the moment asked for
        ("2021-06-25T14:00-04:00", "2021-06-25T13:00:00", True),
        ("2021-06-25T14:00-04:00", "2021-06-25T15:00:00", False),
        # other forms of EDTF
        ("2016-05-31", "2016-21", True),
        ("2016-05-30", "2016-21", False),
        ("2017-02-28", "2016-24", True),
        ("2016", "199X", True),
        ("1999-12-30", "199X", False),
        ("2016", "2015-12~", True),
        ("2016-06-30", "2016-06-01/2016-06-30", True),
        ("2016-06-29", "2016-06-01/2016-06-30", False),
        ("2016-06-01", "2016-06-01/..", True),
        ("2016-06-01", "../2016-06-01", True),
        # what is not known had not surely come
        ("2016", "XXXX-01-25", False),
        ("2016", "2016-02-30", False),
        ("2016", None, False),
    ],
)
def test_what_had_surely_come(time: str, moment: str | None, come: bool) -> None:
    assert AsOf(time=time).has_come(moment) is come


def test_the_earliest_of_several_dates_counts() -> None:
    assert AsOf(time="2016-01-25").has_come("2016-02", "2016-01-24")
    assert AsOf(time="2016-01-25").has_come(None, "2016-01-24")


@pytest.mark.parametrize(
    ("time", "clock", "says"),
    [
        ("yesterday", "said", "write 2021-06-25T14:00-04:00"),
        ("2021-02-30", "said", "day"),
        ("2021-13", "said", "month"),
        ("2021-06-25T25:00", "said", "hour"),
        ("", "said", "no time"),
        ("2021", "written", "published, said, recorded"),
    ],
)
def test_what_is_no_time_is_refused_with_what_to_write(time: str, clock: str, says: str) -> None:
    with pytest.raises(BadOption, match=says):
        AsOf(time=time, clock=clock)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("time", "before"),
    [
        ("2026-11-25T09:00:00.123Z", "2026-11-25T09:00:00.124Z"),
        ("2026-11-25T09:00:00Z", "2026-11-25T09:00:01.000Z"),
        ("2026-11-25t09:00+0100", "2026-11-25T08:01:00.000Z"),
        ("2026-11-25", "2026-11-26T00:00:00.000Z"),
    ],
)
def test_the_ledger_is_asked_for_what_it_learned_before_the_moment_was_over(time: str, before: str) -> None:
    assert AsOf(time=time).before == before


@given(st.datetimes(timezones=st.timezones()), st.datetimes(timezones=st.timezones()))
def test_moments_with_zones_come_in_their_order(one, other) -> None:  # type: ignore[no-untyped-def]
    early, late = sorted((one, other))
    written = [at.replace(microsecond=0).isoformat(timespec="seconds")[:25] for at in (early, late)]
    if all(len(each) == 25 and end_of(each) for each in written):
        assert AsOf(time=written[1]).has_come(written[0])
