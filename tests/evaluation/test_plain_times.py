"""The plain patterns that tell how hard texts are."""

import pytest

from evaluation.plain_times import count_plainly, read_plainly
from evaluation.texts import Text
from evaluation.times import GoldText, Mention

_CASES = [
    ("The dam broke on March 3, 1998.", ["1998-03-03"]),  # as written
    ("The dam broke on March 3.", ["1998-03-03"]),  # this year's, which is past
    ("The dam broke on June 3.", ["1997-06-03"]),  # always the past
    ("The dam will break on Friday.", ["1998-05-08"]),  # even where it is wrong
    ("Prices fell last week and two years ago.", ["1998-W19", "1996"]),  # in order of the text
    ("Profit fell in the third quarter.", ["1997-Q3"]),  # the last one begun
    ("The strike took 12 days.", ["P12D"]),  # a length
    ("The strike took two hours.", ["PT2H"]),  # of the clock
]


@pytest.mark.parametrize(("text", "values"), _CASES)
def test_plain_patterns_settle_into_the_past(text: str, values: list[str]) -> None:
    assert [m.value for m in read_plainly(GoldText(Text("a", text, "1998-05-14"), ()))] == values


def test_values_count_where_words_overlap() -> None:
    gold = GoldText(Text("a", "It broke on Friday, two days ago.", "1998-05-14"), (Mention(12, 18, "1998-05-15"),))
    assert count_plainly(gold) == {"both": 3, "mention": 2, "value": 0}
