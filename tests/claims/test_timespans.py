"""Numbers that are part of a time, and numbers that only look like years."""

import pytest

from reportedly.claims.numbers import find_numbers

TIMES = [
    ("It began on January 25.", "January 25", "date"),
    ("It began on Jan. 25, 2016, in town.", "Jan. 25, 2016", "date"),
    ("It began on 25 January 2016.", "25 January 2016", "date"),
    ("It began on the 25th of January.", "25th of January", "date"),
    ("It ran from Sept. 19 to 22.", "Sept. 19 to 22", "date"),
    ("It ran on 20-21 November.", "20-21 November", "date"),
    ("It began in March 2015.", "March 2015", "date"),
    ("It began on Thursday, Jan. 6.", "Thursday, Jan. 6", "date"),
    ("ON 9 MARCH 90, THE BOMB WENT OFF.", "9 MARCH 90", "date"),  # wire style
    ("It began on 2016-01-25.", "2016-01-25", "date"),
    ("It began on 25/01/2016.", "25/01/2016", "date"),
    ("It began on 25.01.2016.", "25.01.2016", "date"),
    ("It began in 1987.", "1987", "date"),
    ("The 2016 election came.", "2016", "date"),
    ("It grew from 2001 to 2014.", "2001 to 2014", "date"),
    ("In 2015-16 it grew.", "2015-16", "date"),
    ("In fiscal 1998 it grew.", "1998", "date"),
    ("It was the 1990s.", "1990s", "date"),
    ("It was the 80’s.", "80’s", "date"),
    ("It was the '90s.", "'90s", "date"),
    ("It was the eighties.", "eighties", "date"),
    ("In the 20th century it grew.", "20th century", "date"),
    ("The 9/11 families sued.", "9/11", "date"),
    ("A war of nineteen eighty-four ended.", "nineteen eighty-four", "date"),
    ("It began at 5 p.m. sharp.", "5 p.m.", "time"),
    ("It began at 5pm sharp.", "5pm", "time"),
    ("It began at 10:35 a.m. (0735 GMT).", "0735 GMT", "time"),
    ("It began at 17:30.", "17:30", "time"),
    ("It began at six o'clock.", "six o'clock", "time"),
    ("He leaves at 4 in the morning.", "4 in the morning", "time"),
    ("It began two years ago.", "two years ago", "date"),
    ("It began almost four years ago.", "almost four years ago", "date"),
    ("It began six weeks before the murder.", "six weeks before", "date"),
    ("Three days later it ended.", "Three days later", "date"),
    ("Twenty-two years ago it ended.", "Twenty-two years ago", "date"),
    ("It came within two weeks of the slaying.", "two weeks", "date"),
]


@pytest.mark.parametrize(("text", "exact", "kind"), TIMES)
def test_times_are_no_figures(text: str, exact: str, kind: str) -> None:
    found = find_numbers(text, 0, len(text))
    places = [(text[t.start : t.end].removeprefix("within "), t.kind) for t in found.times]
    assert any(words == exact or words == "the " + exact for words, k in places if k == kind), places
    assert not found.quantities


DURATIONS = [
    "The last 90 days were dry.",
    "A 12-year career ended.",
    "It took 48 hours.",
    "He stayed for three days after the vote.",
]


@pytest.mark.parametrize("text", DURATIONS)
def test_a_duration_is_a_figure_and_a_time(text: str) -> None:
    found = find_numbers(text, 0, len(text))
    assert [q.measure for q in found.quantities] == ["duration"]
    assert [t.kind for t in found.times] == ["duration"]


COUNTS = [
    ("Some 2000 people fled.", 2000),
    ("About 2000 troops came.", 2000),
    ("They killed 1950 soldiers.", 1950),
    ("At least 2010 people died.", 2010),
    ("A 2000-strong crowd came.", 2000),
    ("It burned 2000 hectares.", 2000),
    ("The toll rose to 1763.", 1763),
    ("More than 1900 died.", 1900),
    ("It cost $2000.", 2000),
    ("It cost 2000 dollars.", 2000),
    ("The register holds 1,950 names.", 1950),
]


@pytest.mark.parametrize(("text", "value"), COUNTS)
def test_counts_in_the_range_of_years_are_counts(text: str, value: int) -> None:
    found = find_numbers(text, 0, len(text))
    assert [q.stated for q in found.quantities] == [value]
    assert not found.times


def test_a_repeated_time_is_a_set() -> None:
    text = "They vote every four years."
    assert [(t.kind, text[t.start : t.end]) for t in find_numbers(text, 0, len(text)).times] == [
        ("set", "four years")
    ]
