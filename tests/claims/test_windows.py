"""Windows hold every word once and never outgrow the encoder."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.sentences import tokens_of
from reportedly.claims.windows import cut_windows

SENTENCES = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.text("abcdef", min_size=1, max_size=9), min_size=1, max_size=40)),
    max_size=8,
).map(lambda rows: sorted(rows, key=lambda row: row[0]))


@given(SENTENCES, st.integers(8, 40))
def test_every_word_is_in_one_window_within_the_limit(rows: list[tuple[int, list[str]]], limit: int) -> None:
    tokens = tokens_of(rows)
    windows = cut_windows(tokens, lambda form: [1] * len(form), 101, 102, limit)
    assert [i for w in windows for i in w.words] == list(range(len(tokens)))
    for window in windows:
        assert len(window.pieces) == len(window.shapes) <= limit
        assert len(window.first) == len(window.words)
        assert all(window.pieces[at] == 1 for at in window.first)


def test_short_paragraphs_share_a_window_with_a_mark_between_them() -> None:
    tokens = tokens_of([(0, ["a", "b"]), (1, ["c"])])
    (window,) = cut_windows(tokens, lambda form: [7], 101, 102, 20)
    assert window.pieces == [101, 7, 7, 102, 7, 102]


def test_a_word_of_too_many_pieces_keeps_its_first_ones() -> None:
    tokens = tokens_of([(0, ["x" * 100])])
    (window,) = cut_windows(tokens, lambda form: list(range(len(form))), 101, 102, 10)
    assert window.pieces == [101, *range(8), 102]
