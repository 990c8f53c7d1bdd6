"""A chart in words: for people who do not see it."""

import pytest

from reportedly.terms import Series
from reportedly.views.describing import describe_series, label_words
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


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("killed · people", "people killed"),
        ("killed · people · forecast", "people killed · forecast"),
        ("accounted_for · people · a part", "people accounted for · a part"),
        ("missing · people · PRY · paraguay", "people missing · PRY · paraguay"),
        # nobody says who is counted: what follows is no noun
        ("killed · additions", "killed · additions"),
        ("killed · forecast", "killed · forecast"),
        # another event than those of the list is a bare verb or noun, which does not go behind what is counted
        ("spread · shelters", "spread · shelters"),
        # a measure comes first: what follows is its event
        ("money USD · pledged · donor", "money USD · pledged · donor"),
        ("count", "count"),
    ],
)
def test_a_label_reads_as_people_would_say_it(label: str, words: str) -> None:
    assert label_words(label) == words
