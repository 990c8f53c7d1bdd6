"""A record whose words are not at their spans cannot be built."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.terms import Coverage, Produced, Reading, Rejected, Report, Words, is_grounded, words_at


def _report(text: str) -> Report:
    return Report(
        id="r:1", address="a.txt", url=None, outlet=None, headline=None, bylines=(), published=None,
        published_from=None, updated=None, language="en", retrieved_at=None, page_sha256="", text_sha256="",
        text=text, blocks=(),
    )  # fmt: skip


def _reading(text: str, word: Words) -> Reading:
    rejected = Rejected(exact=word.exact, spans=word.spans, why="name")
    return Reading(
        produced=Produced(version="0", model="m", rules="r"),
        report=_report(text),
        rejected=(rejected,),
        coverage=Coverage(characters=len(text), read=len(text)),
    )


@given(st.text(min_size=1), st.data())
def test_words_taken_from_a_text_are_grounded_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = words_at(text, (start, end))
    assert is_grounded(text, words)
    assert _reading(text, words).rejected[0].exact == text[start:end]


@given(st.text(min_size=1), st.text(min_size=1), st.integers(0, 50), st.integers(1, 50))
def test_words_that_stand_elsewhere_are_refused(text: str, exact: str, start: int, length: int) -> None:
    words = Words(exact=exact, spans=((start, start + length),))
    if text[start : start + length] == exact and start + length <= len(text):
        assert _reading(text, words)
    else:
        assert not is_grounded(text, words)
        with pytest.raises(ValueError, match="do not stand in the text"):
            _reading(text, words)


@pytest.mark.parametrize("spans", [(), ((3, 3),), ((4, 2),), ((5, 6), (1, 2))])
def test_empty_and_disordered_spans_are_refused(spans: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="place"):
        Words(exact="x", spans=spans)
