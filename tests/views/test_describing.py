"""A chart in words: for people who do not see it."""

from reportedly.terms import Series
from reportedly.views.describing import describe_series
from tests.views.made_series import ferry, point


def test_the_words_say_what_the_chart_shows_and_what_it_leaves_out() -> None:
    assert describe_series(*ferry()) == (
        "8 figures by 5 sources, from ≥ 61 (Harbour police) for 2024-03-05 "
        "to dozens (Harbour police) for 2024-03-09. "
        "Found: 1 contradiction, 1 lag. "
        "Only in the table: 1 vague word without a number and 1 figure without a date."
    )


def test_a_series_of_one_is_one() -> None:
    held = (point(1, "2024-03-05"),)
    one = Series(
        id="q:1",
        label="x",
        facets=(),
        points=held,
        cumulative=None,
        reports=1,
        outlets=1,
        origins=1,
    )
    assert describe_series(one) == "1 figure by 1 source: 61 (Harbour police) for 2024-03-05."
