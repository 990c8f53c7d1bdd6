"""A report whose lines are cut at some column says what it says when they are not."""

import textwrap

import pytest

from reportedly.terms import Figure
from tests.claims.figures_of import reading_of

PARAGRAPHS = (
    "At least 61 people were killed when a ferry sank off Varna in a storm, the coast guard said on Monday. The "
    "dead include 12 children, and 30 people were pulled from the water alive, Mayor Ana Silva told reporters.",
    "Some 300 homes were washed away along the coast, and 4,000 people are without power. The government has paid "
    "out $2 million so far, a ministry spokesman said. The toll of 61 was confirmed by two hospitals in Burgas.",
    "On Sunday 9 deaths were confirmed in Constanta, across the border in Romania, where the storm tore roofs "
    "from hundreds of houses, Captain Ivan Petrov of the fire service said.",
)


def told(figure: Figure) -> tuple[object, ...]:
    """What is said of a figure, without its places in the text."""
    event = figure.event
    return (
        " ".join(figure.exact.split()),
        (figure.low, figure.best, figure.high),
        figure.unit and figure.unit.lemma,
        event and (event.type, event.lemma, event.negated, event.modality),
        figure.scope,
        figure.verification and figure.verification.status,
        [place.name for place in figure.places],
        figure.occurred and figure.occurred.edtf,
    )


@pytest.mark.parametrize("width", [60, 66, 72, 79])
def test_a_wrapped_report_is_read_as_the_same_report_unwrapped(width: int) -> None:
    plain = reading_of("\n\n".join(PARAGRAPHS), "2016-06-06")
    cut = reading_of("\n\n".join(textwrap.fill(words, width) for words in PARAGRAPHS), "2016-06-06")
    assert len(plain.figures) >= 8
    assert [told(figure) for figure in cut.figures] == [told(figure) for figure in plain.figures]
    assert [" ".join(c.content.exact.split()) for c in cut.claims] == [c.content.exact for c in plain.claims]
