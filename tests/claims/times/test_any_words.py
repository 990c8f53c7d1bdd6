"""Any string of words of time, sense or nonsense: no error, no value that is none, no words that overlap."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.sentences import tokens_of
from reportedly.claims.syntax import Syntax, link_children
from reportedly.claims.times import find_times, merge_times
from reportedly.terms import is_grounded
from reportedly.terms.edtf import is_edtf_value

_WORDS = [row[0] for row in lexicon_rows("time_words", 4)]
_NAMED = [word.capitalize() for word in _WORDS]
_DIGITS = "1 3 12 25 31 99 1998 2016 9999 100000 7/8 30/11/2015 10:35 24:59".split()
_MORE = [*_DIGITS, "2nd", "40th", "1990s", "90s", "p.m.", "1,000", "3.5", "0", "00", "people", ".", "’s", "May"]
_PUBLISHED = st.sampled_from(
    [None, "2016", "2016-01", "2016-02-29", "1450-01-01", "9999-12-31", "1600-03-01T10:00:00Z"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS + _NAMED + _MORE), min_size=1, max_size=14), _PUBLISHED)
@example(["twenty", "centuries", "ago"], "1450-01-01")
@example(["next", "century"], "9999-12-31")
@example(["100000", "centuries", "ago"], "2016")
@example(["February", "29", "last", "year"], "2016-02-29")
def test_any_words_of_time_are_read_without_error(words: list[str], published: str | None) -> None:
    tokens = tokens_of([(0, words)])
    heads = [-1, *range(len(words) - 1)]
    syntax = Syntax(["NOUN"] * len(words), heads, ["dep"] * len(words), link_children(heads))
    found = find_times(tokens, syntax, published)
    for time in found:
        assert is_grounded(tokens.text, time)
        assert time.edtf is None or is_edtf_value(time.edtf)
    places = [time.spans[0] for time in found]
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert merge_times(found, found) == found


def test_numbers_that_count_are_no_time() -> None:
    tokens = tokens_of([(0, ["In", "2015", "people", "fled"])])
    heads = [1, 3, 3, -1]
    relations = ["case", "obl", "nsubj", "root"]
    syntax = Syntax(["ADP", "NUM", "NOUN", "VERB"], heads, relations, link_children(heads))
    assert [time.edtf for time in find_times(tokens, syntax, None)] == ["2015"]
    assert find_times(tokens, syntax, None, [(3, 7)]) == []


def test_nothing_gives_nothing() -> None:
    assert find_times(tokens_of([]), Syntax(), "2016-01-26") == []
