"""What words leave open, and which figures can both hold."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.findings.values import VAGUE_READINGS, Interval, interval_of, named_number
from tests.findings.made_figures import made_figure

EXACT_61, EXACT_148 = made_figure(61), made_figure(148)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (EXACT_61, EXACT_61, True),
        (EXACT_61, EXACT_148, False),
        # two early tolls: the greater leaves the smaller true
        (made_figure(61, "at_least"), made_figure(148, "at_least"), True),
        (made_figure(61, "at_least"), EXACT_148, True),
        # ... but a count below the floor does not hold with it
        (made_figure(148, "at_least"), EXACT_61, False),
        # "more than 61" is not 61, "at least 61" may be
        (made_figure(61, "more_than"), EXACT_61, False),
        (made_figure(61, "at_least"), EXACT_61, True),
        (made_figure(61, "at_most"), made_figure(61, "at_least"), True),
        (made_figure(61, "less_than"), made_figure(61, "at_least"), False),
        (made_figure(1000, "at_most"), EXACT_61, True),
        (made_figure(1000, "at_most"), made_figure(1500), False),
        # rounding is no contradiction, a third more is
        (made_figure(2000, "about"), made_figure(1950), True),
        (made_figure(2000, "about"), made_figure(2700), False),
        # nearly 2,000 is not 2,100
        (made_figure(2000, "about", lean="below"), made_figure(2100), False),
        (made_figure(2000, "about", lean="above"), made_figure(2100), True),
        (made_figure((500, 700)), made_figure(600), True),
        (made_figure((500, 700)), made_figure(701), False),
        (made_figure(0), made_figure(5, "at_most"), True),
    ],
)
def test_which_figures_can_both_hold(one, other, both) -> None:
    a, b = interval_of(one), interval_of(other)
    assert a is not None
    assert b is not None
    assert a.meets(b) is both
    assert b.meets(a) is both


@pytest.mark.parametrize(
    ("word", "vague", "interval"),
    [
        ("dozens", "none", None),  # unless told how, a vague word is no number
        ("dozens", "plain", Interval(24, 99)),
        ("dozens", "acled-like", Interval(12, 12)),
        ("Hundreds of", "plain", Interval(200, 999)),
        ("many", "plain", None),
    ],
)
def test_a_vague_word_is_a_number_only_by_a_named_reading(word: str, vague, interval) -> None:
    assert interval_of(made_figure(word), vague) == interval


def test_the_named_number_is_the_one_in_the_words() -> None:
    assert [named_number(made_figure(61, bound)) for bound in ("at_least", "at_most", "about", "exact")] == [
        61
    ] * 4
    assert named_number(made_figure((500, 700))) == 600
    assert named_number(made_figure("dozens")) is None


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans(), st.booleans()), min_size=2, max_size=2)
)
def test_intervals_meet_where_a_number_lies_in_both(ends) -> None:
    a, b = (Interval(min(x, y), max(x, y), p, q) for x, y, p, q in ends)
    numbers = [n / 2 for n in range(-2, 22)]

    def inside(each: Interval, n: float) -> bool:
        return (each.low < n or (each.low == n and not each.low_open)) and (
            n < each.high or (each.high == n and not each.high_open)
        )

    assert a.meets(b) is any(inside(a, n) and inside(b, n) for n in numbers) or _empty(a) or _empty(b)


def _empty(each: Interval) -> bool:
    return each.low == each.high and (each.low_open or each.high_open)


def test_nothing_is_bounded_by_what_the_words_leave_open() -> None:
    for bound, vague in itertools.product(("at_least", "more_than"), VAGUE_READINGS):
        found = interval_of(made_figure(61, bound), vague)
        assert found is not None
        assert found.high == math.inf
