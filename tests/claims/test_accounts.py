"""Whose count or account a sentence opens or closes with is who said it."""

import pytest

from tests.claims.figures_of import reading_of

CASES = [
    ("By the union's count, 4,000 people marched.", "4,000", "the union"),
    ("Some 4,000 people marched, by the union's count.", "Some 4,000", "the union"),
    ("By the account of village elders, some 700 people are missing.", "some 700", "village elders"),
    ("By the word of shopkeepers, he said, some 90 stalls burned down on Friday.", "some 90", "shopkeepers"),
    ("The rebels are weaker now. By their own estimate, 300 fighters died.", "300", "their"),
    ("By the police's own admission, 12 people were beaten.", "12", "the police"),
    # times and manners are nobody's account
    ("By the end of the year 12 people had died.", "12", None),
    ("By a quick count of the beds, 12 people were gone.", "12", None),
    # who is told something has not said it
    ("The figures were known. On Monday 12 people died.", "12", None),
]


@pytest.mark.parametrize(("text", "exact", "source"), CASES)
def test_whose_account_it_is_said_it(text: str, exact: str, source: str | None) -> None:
    reading = reading_of(text)
    (figure,) = [f for f in reading.figures if f.exact == exact]
    claim = next((claim for claim in reading.claims if claim.id == figure.claim), None)
    assert (claim.source.exact if claim and claim.source else None) == source
