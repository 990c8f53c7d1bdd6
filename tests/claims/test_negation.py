"""Whether the words around a cue say that nothing was said."""

import pytest

from reportedly.claims.negation import is_negated

CASES = [
    # sentence, cue, negated                                # what the row protects
    ("The army did not say how many died.", "say", True),  # auxiliary outside the cue
    ("The army didn’t say how many died.", "say", True),
    ("The army has never claimed the attack.", "claimed", True),
    ("She declined to confirm the number.", "confirm", True),
    ("She declined to confirm the number.", "declined to confirm", True),  # all in the cue
    ("They refused to say who fired.", "say", True),
    ("The police have yet to confirm the toll.", "confirm", True),
    ("They were unable to say more.", "say", True),
    ("No one said anything of the kind.", "said", True),  # negated subject
    ("None of the officials said when.", "said", True),
    ("Neither side reported losses.", "reported", True),
    ("Nor did the minister say why.", "say", True),  # inverted
    ("Never has the ministry confirmed a strike.", "confirmed", True),
    ("He left without saying why.", "saying", True),
    ("The mayor said nothing about it.", "said", True),  # after the cue
    ("The army denied the attack.", "denied", False),  # a denial is a stance
    ("The army did not deny the attack.", "deny", True),
    ("She did not refuse to say.", "refuse to say", False),  # two undo each other
    ("He not only claimed it, he swore.", "claimed", False),
    ("It was not true, the mayor said.", "said", False),  # another clause
    ("“No,” he said.", "said", False),  # within a quotation
    ("The plan does not work and officials say so.", "say", False),  # another clause
    ("No doubt the mayor said so.", "said", False),  # idiom
    ("The minister said no one had died.", "said", False),  # the content is negated, not the cue
    ("They said it.", "said", False),
]


@pytest.mark.parametrize(("sentence", "cue", "negated"), CASES)
def test_negated_cue_is_seen(sentence: str, cue: str, negated: bool) -> None:
    start = sentence.index(cue)
    assert is_negated(sentence, start, start + len(cue), 0) is negated


def test_sentence_before_does_not_negate() -> None:
    text = "He did not. Officials said so."
    start = text.index("said")
    assert not is_negated(text, start, start + 4, text.index("Officials"))
