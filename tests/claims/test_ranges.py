"""Two numbers beside each other: one range, two figures, a share, or a score."""

import pytest

from reportedly.claims.numbers import find_numbers

RANGES = [
    ("Between 500 and 700 came.", "Between 500 and 700", 500, 700, "count"),
    ("From 500 to 700 came.", "From 500 to 700", 500, 700, "count"),
    ("Crowds of 500 to 700 came.", "500 to 700", 500, 700, "count"),
    ("Crowds of 500-700 came.", "500-700", 500, 700, "count"),
    ("Crowds of 500–700 came.", "500–700", 500, 700, "count"),
    ("Crowds of 500 or 600 came.", "500 or 600", 500, 600, "count"),
    ("Four or five men came.", "Four or five", 4, 5, "count"),
    ("Two to three men came.", "Two to three", 2, 3, "count"),
    ("It cost $1.5-2 million.", "$1.5-2 million", 1500000, 2000000, "money"),  # the scale is shared
    ("It cost $1.5 million to $2 million.", "$1.5 million to $2 million", 1500000, 2000000, "money"),
    ("Some 1 to 1.2 million came.", "Some 1 to 1.2 million", 1000000, 1200000, "count"),
    ("One or two million came.", "One or two million", 1000000, 2000000, "count"),
    ("It grew 5 to 10 percent.", "5 to 10 percent", 5, 10, "percent"),
    ("It is 5-10% now.", "5-10%", 5, 10, "percent"),
    ("Between 5 and 10 percent came.", "Between 5 and 10 percent", 5, 10, "percent"),
    ("It takes 10 to 15 years.", "10 to 15", 10, 15, "duration"),
    ("He weighs 150 to 175 pounds.", "150 to 175", 150, 175, "weight"),
    ("The 18- to 24-year-old men fled.", "18- to 24", 18, 24, "age"),
    ("An estimated 10,000 to 15,000 fled.", "An estimated 10,000 to 15,000", 10000, 15000, "count"),
    ("100,000 to 120,000 people fled.", "100,000 to 120,000", 100000, 120000, "count"),
    ("It put 40-50,000 people at risk.", "40-50,000", 40000, 50000, "count"),  # the thousands are shared
    ("Prices ranged from $5 to $10.", "ranged from $5 to $10", 5, 10, "money"),
]


@pytest.mark.parametrize(("text", "exact", "low", "high", "measure"), RANGES)
def test_a_range_is_one_figure(text: str, exact: str, low: float, high: float, measure: str) -> None:
    quantities = find_numbers(text, 0, len(text)).quantities
    assert [(text[q.start : q.end], q.low, q.high, q.bound, q.measure) for q in quantities] == [
        (exact, low, high, "range", measure)
    ]
    assert (quantities[0].stated, quantities[0].best) == (None, None)


TWO = [
    ("The toll rose from 145 to 164.", [145, 164]),  # a change
    ("Missing fell from 145 to 128.", [145, 128]),
    ("Sales increased from $5 to $10.", [5, 10]),
    ("It rose by 12 to 98.", [12, 98]),  # a step and the new total
    ("She leads 43 percent to 38 percent.", [43, 38]),
    ("Sales rose 15 percent to $40 million.", [15, 40000000]),
    ("He has 12 sons and 3 daughters.", [12, 3]),
    ("Two of the 5 men fled.", [2, 5]),
    ("The army killed 12 in two attacks.", [12, 2]),
    ("They killed 3 in five attacks.", [3, 5]),
    ("A 5-foot-10 man came.", [5, 10]),  # feet and inches
    ("It raised the rate by 0.1 percent to 1.8 percent.", [0.1, 1.8]),
    ("Talks between 12 nations and 3 firms failed.", [12, 3]),
]


@pytest.mark.parametrize(("text", "values"), TWO)
def test_a_change_or_a_pair_is_two_figures(text: str, values: list[float]) -> None:
    assert [q.stated for q in find_numbers(text, 0, len(text)).quantities] == values


SCORES = [
    ("They won 3-1 on Sunday.", "3-1"),
    ("The 5-4 ruling stands.", "5-4"),
    ("A 4-4 tie would do.", "4-4"),
    ("The bill passed on a 52-48 vote.", "52-48"),
    ("They voted 52 to 48 to end it.", "52 to 48"),
]


@pytest.mark.parametrize(("text", "exact"), SCORES)
def test_scores_and_votes_are_rejected(text: str, exact: str) -> None:
    found = find_numbers(text, 0, len(text))
    assert not found.quantities
    assert [(text[r.start : r.end], r.why) for r in found.rejected] == [(exact, "score")]
