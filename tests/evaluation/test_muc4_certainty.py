"""How sure a record tells of who did it, against the keys' confidence."""

from dataclasses import replace

import pytest

from evaluation.muc4_certainty import judged, told
from evaluation.muc4_keys import Confidence
from evaluation.texts import Text
from reportedly.terms import Claim, Cue, Reading, Source, Speaker, words_at
from tests.evaluation.made_readings import Fields, bare_reading, reading_of_figures

BODY = "THE RED\nARMY SAID THAT IT DID IT. POLICE BLAME THE RED ARMY FOR 3 DEATHS. IT IS RESPONSIBLE."
TEXT = Text("a", BODY)
NAMES = ('THE \\"RED\\" ARMY', "RED ARMY")


def span(words: str, start: int = 0) -> tuple[int, int]:
    at = BODY.index(words, start)
    return at, at + len(words)


def claim(source: str, cue: str, content: str, lemma: str, stance: str) -> Claim:
    said = words_at(BODY, span(source))
    turned = words_at(BODY, span(cue))
    return Claim(
        id="c:1",
        source=Source(exact=said.exact, spans=said.spans, speaker="s:1"),
        cue=Cue(exact=turned.exact, spans=turned.spans, lemma=lemma, stance=stance),  # type: ignore[arg-type]
        content=words_at(BODY, span(content)),
        mode="indirect",
        confidence=1.0,
    )


def read(*claims: Claim, speakers: tuple[Speaker, ...] = ()) -> Reading:
    return bare_reading(TEXT, claims=claims, speakers=speakers)


SAYS = claim("THE RED\nARMY", "SAID", "IT DID IT", "say", "neutral")
BLAMES = claim("POLICE", "BLAME", "THE RED ARMY FOR 3 DEATHS", "blame", "accusation")

CASES = [
    # (claims, told): what it protects
    ((), "fact"),  # named, and nobody's word
    ((SAYS,), "fact"),  # it speaks, but admits nothing
    ((replace(SAYS, cue=replace(SAYS.cue, lemma="claim")),), "claimed"),  # type: ignore[type-var]
    ((replace(SAYS, content=words_at(BODY, span("IT IS RESPONSIBLE"))),), "claimed"),
    ((BLAMES,), "suspected"),
    ((replace(BLAMES, cue=replace(BLAMES.cue, stance="neutral")),), "fact"),  # type: ignore[type-var]
    ((replace(BLAMES, cue=None, hedges=(words_at(BODY, span("BLAME")),)),), "suspected"),
    ((BLAMES, replace(SAYS, cue=replace(SAYS.cue, lemma="admit"))), "claimed"),  # type: ignore[type-var]
]


@pytest.mark.parametrize(("claims", "expected"), CASES)
def test_a_record_tells_how_sure_it_is(claims: tuple[Claim, ...], expected: str) -> None:
    assert told(read(*claims), NAMES) == expected


def test_an_organisation_that_is_not_named_is_not_judged() -> None:
    assert told(read(BLAMES), ["BLUE ARMY"]) is None


def test_a_speaker_may_be_named_elsewhere() -> None:
    it = replace(SAYS, cue=replace(SAYS.cue, lemma="claim"), source=Source(  # type: ignore[type-var]
        exact="IT", spans=(span("IT"),), speaker="s:1"
    ))  # fmt: skip
    assert told(read(it), NAMES) == "fact"
    assert told(read(it, speakers=(Speaker(id="s:1", mentions=(span("THE RED\nARMY"),)),)), NAMES) == "claimed"


def test_the_agent_of_a_hedged_figure_is_suspected() -> None:
    figure = reading_of_figures(TEXT, [Fields(span=span("3"), stated=3)]).figures[0]
    agent = words_at(BODY, span("THE RED ARMY"))
    for hedges, expected in (((), "fact"), ((words_at(BODY, span("FOR")),), "suspected")):
        reading = bare_reading(TEXT, figures=(replace(figure, agent=agent, hedges=hedges),))
        assert told(reading, NAMES) == expected


def test_what_has_no_counterpart_is_not_judged() -> None:
    assert judged(Confidence(frozenset({"POSSIBLE"}), NAMES)) == frozenset()
    both = Confidence(frozenset({"POSSIBLE", "SUSPECTED OR ACCUSED BY AUTHORITIES"}), NAMES)
    assert judged(both) == {"suspected"}
