"""Quotations and the mode of a content, mark by mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.quotation import mode_of, quoted_spans
from reportedly.terms.claim import Mode

MODES = [
    # text, pieces of the content, mode                        # what the row protects
    ("“It is near,” he said.", ["“It is near,”"], "direct"),
    ("“It is near,” he said.", ["It is near"], "direct"),  # marks outside the span
    ('"It is near," he said.', ['"It is near,"'], "direct"),  # plain marks
    ("``It is near,'' he said.", ["``It is near,''"], "direct"),  # as agencies typed them
    ("« It is near », he said.", ["It is near"], "direct"),
    ("‘It is near,’ he said.", ["‘It is near,’"], "direct"),  # single marks
    ("'It is near,' he said.", ["'It is near,'"], "direct"),
    ("“A storm,” he said, “is near.”", ["“A storm,”", "“is near.”"], "direct"),  # broken
    ("He said it was near.", ["it was near"], "indirect"),
    ("He claimed it was paid as a “pension.”", ["it was paid as a “pension.”"], "mixed"),
    ("He said the boys’ dog didn’t bite.", ["the boys’ dog didn’t bite"], "indirect"),  # apostrophes
    ("He said the '90s weren't rock 'n' roll.", ["the '90s weren't rock 'n' roll"], "indirect"),
    ("He said ‘the boys’ dog’ bit.", ["‘the boys’ dog’ bit"], "mixed"),  # a plural's apostrophe
    ("“It is near. It is", ["It is near. It is"], "direct"),  # never closed
    ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"], "direct"),  # opening mark on each paragraph
    ('"One.\n\n"Two," he said.\nHe left.', ['"One.', '"Two,"'], "direct"),
    ("“One.\n\n“Two,” he said. He left.", ["He left."], "indirect"),  # and not beyond it
    ('He said: "It ended\nat noon." It did.', ['"It ended\nat noon."'], "direct"),  # hard line break
    ("“He called it ‘near’,” she said.", ["“He called it ‘near’,”"], "direct"),  # quotation inside
    ('A 6" pipe broke, he said.', ['A 6" pipe broke'], "indirect"),  # inches
    ("It is near.", ["."], "indirect"),  # no word at all
]


@pytest.mark.parametrize(("text", "pieces", "mode"), MODES)
def test_mode_is_told(text: str, pieces: list[str], mode: Mode) -> None:
    spans, place = [], 0
    for piece in pieces:
        place = text.index(piece, place)
        spans.append((place, place + len(piece)))
        place += len(piece)
    assert mode_of(text, spans) == mode


def test_quotation_is_cut_at_the_edges() -> None:
    text = "“A storm is near,” he said."
    assert quoted_spans(text, 3, 10) == ((3, 10),)


@given(st.text(alphabet="aS .,\n\"'“”‘’«»`1", max_size=60))
def test_quotations_lie_in_order_inside_any_text(text: str) -> None:
    place = 0
    for start, end in quoted_spans(text, 0, len(text)):
        assert place <= start < end <= len(text)
        place = end
