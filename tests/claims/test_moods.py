"""Modality of a figure's event: by the words before it, by the verbs above it, by the number itself."""

import pytest

from tests.claims.figures_of import figure_of

#: sentence, the figure's words, modality, negated
ROWS: list[tuple[str, str, str, bool]] = [
    # fear and belief, also over "that"
    ("Up to 200 people are feared dead.", "Up to 200", "feared", False),
    ("Officials fear that 200 people died under the mud.", "200", "feared", False),
    # what can be is no fact, what was brought about is
    ("The aircraft can carry 840 people.", "840", "possible", False),
    ("The floods could force 900 people to flee.", "900", "possible", False),
    ("The rebels forced 300 people to flee.", "300", "asserted", False),
    ("They managed to rescue 12 miners.", "12", "asserted", False),
    # a second verb shares the auxiliary of the first
    ("The quake could kill 500 people and injure 2,000.", "2,000", "possible", False),
    ("Up to 400 homes could be destroyed and 2,000 people evacuated.", "2,000", "possible", False),
    # purposes, plans, wishes
    ("It signed a deal to lease 100 aircraft.", "100", "planned", False),
    ("She announced plans this week to give $15 million to the group.", "$15 million", "planned", False),
    ("Carmaker to sell 12 plants", "12", "planned", False),
    # a happening told by a noun and set for the time ahead, but not what already happened
    ("The firm has announced 9,000 job cuts over the next four years.", "9,000", "planned", False),
    ("The firm announced 9,000 job cuts in the last four years.", "9,000", "asserted", False),
    ("They threatened to kill 12 hostages.", "12", "planned", False),
    ("Troops were sent to evacuate 300 people.", "300", "planned", False),
    ("The firm negotiates purchase of 22 aircraft.", "22", "planned", False),
    ("The group demanded the release of 400 prisoners.", "400", "planned", False),
    # … but what came of it was not meant alone, and a perfect is told of the past
    ("The rebels went on to kill 12 people.", "12", "asserted", False),
    ("Some 300 people are said to have died.", "Some 300", "asserted", False),
    # foretold, also by a verb two verbs above
    ("He expects 300 people to be evacuated.", "300", "expected", False),
    ("The agreement will see aircraft delivered to six airlines.", "six", "expected", False),
    ("Of the 10 judges who will hear the case, six were appointed by him.", "10", "expected", False),
    ("Some 3,000 troops would be sent to the region.", "Some 3,000", "expected", False),
    ("The ministry expects up to 2,500 refugees to return.", "up to 2,500", "expected", False),
    # the verb of a count
    ("He feared the toll would pass 60.", "60", "expected", False),
    # what comes about by a verb is as sure as the verb
    ("The heat could cause 900 deaths.", "900", "possible", False),
    ("The death of 12 miners could delay the talks.", "12", "asserted", False),
    # whoever does it may be nobody; the most that a law allows
    ("Anyone who kills two people goes to jail.", "two", "possible", False),
    ("The charge carries a fine of up to $250,000.", "up to $250,000", "possible", False),
    # of those polled a share is counted, not foretold
    ("In the poll, 46 percent would choose the mayor.", "46 percent", "asserted", False),
    ("Exports will grow by 46 percent.", "46 percent", "expected", False),
    # happenings still to come
    ("His tricks will not work in the three upcoming debates.", "three", "planned", False),
    # it happened to none of them
    ("None of the four priests and about 100 refugees was hurt.", "about 100", "asserted", True),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "modality", "negated"), ROWS)
def test_modality_is_what_the_words_around_the_event_say(
    sentence: str, words: str, modality: str, negated: bool
) -> None:
    event = figure_of(sentence, words).event
    assert event is not None
    assert (event.modality, event.negated) == (modality, negated)
