"""EDTF values, their strict check, and the map between EDTF and TimeML."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.times.anchors import anchor_of
from reportedly.claims.times.durations import duration_value
from reportedly.claims.times.edtf import edtf_of
from reportedly.claims.times.stretch import Stretch, add_months, stretch_at
from reportedly.claims.times.timex import edtf_of_timex, stretch_of_timex, timex_of, timex_of_edtf
from reportedly.terms.edtf import is_edtf_value

RIGHT = [
    "2016",  # a year
    "2016-01",  # a month
    "2016-02-29",  # a leap day
    "2016-01-25T10:35:00",  # a moment
    "2016-01-25T10:35:00Z",  # a moment of universal time
    "2016-22",  # a season
    "199X",  # a decade
    "19XX",  # a century
    "XXXX-01-25",  # the year unknown
    "2015-12~",  # about
    "../2015-12-15~",  # open at its start
    "2011/..",  # open at its end
    "2016-01-23/2016-01-24",  # closed
    "XXXX-11/XXXX-02",  # over the turn of an unknown year
]
WRONG = [
    "",  # nothing
    "2015-02-29",  # no leap year
    "2016-13",  # no such month
    "2016-00",  # no such month
    "2016-1-5",  # digits missing
    "2016-01-25T24:00:00",  # no such hour
    "2016-25",  # beyond the seasons written here
    "2016/2015",  # backwards
    "2016-01-24/2016-01-23",  # backwards
    "../..",  # no end at all
    "2016-W04",  # ISO weeks are no EDTF
    "PAST_REF",  # TimeML's
    "٢٠١٦",  # digits of another script
]


@pytest.mark.parametrize("value", RIGHT)
def test_values_of_the_forms_written_are_edtf(value: str) -> None:
    assert is_edtf_value(value)


@pytest.mark.parametrize("value", WRONG)
def test_other_values_are_refused(value: str) -> None:
    assert not is_edtf_value(value)


def _expected() -> list[str]:
    lines = (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()[1:]
    values = {value for line in lines for value in (line.split("\t")[2], line.split("\t")[4])}
    return sorted(values - {"null", "-"})


def test_every_value_of_the_cases_is_edtf() -> None:
    assert [value for value in _expected() if not is_edtf_value(value)] == []


def test_the_edtf_library_reads_every_value() -> None:
    edtf = pytest.importorskip("edtf")
    for value in [*RIGHT, *_expected()]:
        # edtf 5.0 does not read an unknown year that is about or at an open end, though ISO 8601-2 has both
        if not (value.count("XXXX") and ("~" in value or ".." in value)):
            edtf.parse_edtf(value)  # raises where it is none


#: TimeML, EDTF, TimeML again.
MAP = [
    ("2016-01-25", "2016-01-25", "2016-01-25"),  # a day
    ("2016-01", "2016-01", "2016-01"),  # a month
    ("2016", "2016", "2016"),  # a year
    ("2016-01-25T10:35", "2016-01-25T10:35:00", "2016-01-25T10:35"),  # seconds are EDTF's
    ("2016-01-25TNI", "2016-01-25", "2016-01-25"),  # parts of a day are TimeML's
    ("2016-W04", "2016-01-25/2016-01-31", "2016-W04"),  # a week is its days
    ("2016-W03-WE", "2016-01-23/2016-01-24", "2016-W03-WE"),  # so is a weekend
    ("2015-Q3", "2015-07/2015-09", "2015-Q3"),  # a quarter is its months
    ("2015-H1", "2015-01/2015-06", "2015-H1"),  # so is half a year
    ("2015-SU", "2015-22", "2015-SU"),  # a season
    ("199", "199X", "199"),  # a decade
    ("19", "19XX", "19"),  # a century
    ("XXXX-01-25", "XXXX-01-25", "XXXX-01-25"),  # the year unknown
]
ONLY_TIMEX = ["P3D", "PT16H", "PXM", "PAST_REF", "XXXX-WXX-4", "2016-W60", "2016-13", ""]
ONLY_EDTF = ["2016-01-25/2016-02-03", "2001/2014"]


@pytest.mark.parametrize(("timex", "edtf", "again"), MAP)
def test_values_go_over_and_back(timex: str, edtf: str, again: str) -> None:
    assert edtf_of_timex(timex) == edtf
    assert timex_of_edtf(edtf) == again


@pytest.mark.parametrize("timex", ONLY_TIMEX)
def test_what_edtf_has_no_value_for_is_none(timex: str) -> None:
    assert edtf_of_timex(timex) is None


@pytest.mark.parametrize("edtf", ONLY_EDTF)
def test_what_timeml_has_no_value_for_is_none(edtf: str) -> None:
    assert timex_of_edtf(edtf) is None


def test_open_and_rough_values_go_over_as_what_they_name() -> None:
    assert [timex_of_edtf(v) for v in ("2011/..", "../2015-12-15~", "2015-12~")] == [
        "2011",
        "2015-12-15",
        "2015-12",
    ]


DURATIONS = [
    ("3", "D", "P3D"),  # days
    ("2", "W", "P2W"),  # weeks
    ("2", "F", "P4W"),  # fortnights
    ("4", "E", "P40Y"),  # decades
    ("1", "C", "P100Y"),  # centuries
    ("X", "C", "PXC"),  # nobody knows how many
    ("16", "H", "PT16H"),  # of the day
    ("2.5", "Y", "P2Y6M"),  # halves
    ("0.5", "H", "PT30M"),  # half of one
    ("1.5", "M", "PT1M30S"),  # a minute and a half
]


@pytest.mark.parametrize(("amount", "unit", "value"), DURATIONS)
def test_lengths_of_time_are_written_as_timeml_does(amount: str, unit: str, value: str) -> None:
    assert duration_value(amount, unit) == value


_DAYS = st.dates(date(1500, 1, 1), date(2200, 12, 31))
_UNITS = st.sampled_from(
    ["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
)
_PARTS = st.sampled_from([None, "start", "early", "mid", "late", "end", "about"])


@given(_DAYS, _UNITS, _PARTS, st.booleans())
def test_every_stretch_has_an_edtf_value(day: date, unit: str, part: str | None, yearless: bool) -> None:
    held = stretch_at(unit, day)  # type: ignore[arg-type]
    yearless = yearless and unit in ("day", "month", "quarter", "half", "season")
    value = edtf_of(Stretch(held.start, held.unit, yearless=yearless, part=part))  # type: ignore[arg-type]
    assert value is not None and is_edtf_value(value), value


@given(_DAYS, _UNITS)
def test_every_stretch_comes_back_from_timeml(day: date, unit: str) -> None:
    held = stretch_at(unit, day)  # type: ignore[arg-type]
    assert stretch_of_timex(timex_of(held)) == held
    assert held.start <= held.last
    if unit != "weekend":
        assert held.start <= day


@given(_DAYS, st.integers(-500, 500))
def test_months_are_counted_over_years(day: date, count: int) -> None:
    moved = add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count


@pytest.mark.parametrize(
    ("published", "unit"),
    [("2016", "year"), ("2016-01", "month"), ("2016-01-26", "day"), ("2016-01-26T10:00:00+01:00", "day")],
)
def test_a_date_of_a_report_is_as_fine_as_it_is_written(published: str, unit: str) -> None:
    anchor = anchor_of(published)
    assert anchor is not None and anchor.unit == unit
