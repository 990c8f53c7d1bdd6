"""Shares of opinion go on being the poll's; who answers one is counted, not quoted. Our own sentences."""

import pytest

from tests.claims.figures_of import reading_of

LEAD = "Silva leads Moss by six points, according to a new Coast Institute poll. "
EARLIER = "In an earlier poll, Moss led. "

#: text, the figure's words, words of the source of its claim (None: the report's own voice)
ROWS: list[tuple[str, str, str | None]] = [
    # sentence after sentence
    (LEAD + "Among likely voters, 46 percent would choose Silva.", "46 percent", "Coast Institute"),
    (LEAD + "Women like her. Some 55 percent of women support her.", "Some 55 percent", "Coast Institute"),
    # who answers is counted, not quoted
    (LEAD + "About 30 percent prefer Berg and 9 percent support Odera.", "9 percent", "Coast Institute"),
    (LEAD + "Nearly eight of 10 voters say they will vote.", "Nearly eight of 10", "Coast Institute"),
    # the poll named last; also where it opens the sentence
    (LEAD + "In a May poll, 41 percent of women favored Moss.", "41 percent", "a May poll"),
    (LEAD + EARLIER + "Among women, 41 percent favored him.", "41 percent", "an earlier poll"),
    ("Polls by two institutes gave the ruling party 34 and 36 percent.", "36 percent", "Polls by two institutes"),
    # how it was made is the report's to tell
    (LEAD + "The sample of voters has a margin of error of 4 percent.", "4 percent", None),
    # no opinion, no poll, another's words
    (LEAD + "Unemployment stands at 12 percent.", "12 percent", None),
    ("Silva leads Moss. Among likely voters, 46 percent would choose Silva.", "46 percent", None),
    (LEAD + "Moss said that 60 percent of voters support him.", "60 percent", "Moss"),
]


@pytest.mark.parametrize(("text", "exact", "source"), ROWS, ids=[f"{r[1]}-{r[2]}" for r in ROWS])
def test_shares_of_opinion_are_the_polls(text: str, exact: str, source: str | None) -> None:
    reading = reading_of(text)
    (figure,) = [f for f in reading.figures if f.exact == exact]
    claim = next((c for c in reading.claims if c.id == figure.claim), None)
    if source is None:
        assert claim is None
    else:
        assert claim is not None and claim.source is not None and source in claim.source.exact
