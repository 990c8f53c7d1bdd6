"""Which words hedge, and which only look as if they did."""

import pytest

from reportedly.claims.hedges import find_hedges

CASES = [
    # text, hedges                                               # what the row protects
    ("He was reportedly paid.", ["reportedly"]),
    ("Allegedly, they left.", ["Allegedly"]),  # capital at the start
    ("It is believed they left.", ["It is believed"]),  # phrase, not its parts
    ("Two are believed to have left.", ["are believed to"]),
    ("Up to 90 are feared dead.", ["feared"]),
    ("He is suspected of it.", ["is suspected of"]),
    ("An unconfirmed number may have left.", ["unconfirmed", "may"]),
    ("May was warm. They left in May.", []),  # the month
    ("May 3 was warm; since May 2015 none left.", []),
    ("They may leave in May.", ["may"]),
    ("May they leave?", ["May"]),  # a modal at the start
    ("It might rain.", ["might"]),
    ("They could reach 90.", ["could"]),
    ("They could not leave.", []),  # inability, no hedge
    ("They couldn’t leave.", []),
    ("They left as soon as possible.", []),  # idiom
    ("It is twice as likely.", []),  # comparison
    ("It is likely.", ["likely"]),
    ("About 90 left, nearly all.", []),  # words of a bound are in the figure's bounds
    ("They said\nit is\nfeared.", ["it is\nfeared"]),  # a line break within
    ("His mightier friend left.", []),  # part of a word
    ("", []),
]


@pytest.mark.parametrize(("text", "hedges"), CASES)
def test_hedges_are_found(text: str, hedges: list[str]) -> None:
    assert [hedge.exact for hedge in find_hedges(text, 0, len(text))] == hedges


def test_only_the_stretch_is_read() -> None:
    text = "Reportedly they left, allegedly."
    assert [hedge.exact for hedge in find_hedges(text, 11, 21)] == []
