"""The table is the specification: what a cue turns on, what it does, whether it is negated."""

import csv
from importlib.resources import files
from typing import get_args

import pytest

from reportedly.claims.stance import CueReading, read_cue
from reportedly.terms.claim import Stance

CASES = [
    # cue, lemma, stance, negated                      # what the row protects
    ("said", "say", "neutral", False),  # the commonest
    ("told reporters", "tell", "neutral", False),  # object within the cue
    ("according to", "according to", "neutral", False),  # keeps its shape
    ("According to", "according to", "neutral", False),  # capitals
    (":", ":", "neutral", False),  # headline colon
    ("—", "—", "neutral", False),  # a dash stays as written
    ("had confirmed", "confirm", "confirmation", False),  # auxiliary
    ("acknowledged", "acknowledge", "confirmation", False),
    ("admits", "admit", "confirmation", False),  # doubled consonants elsewhere, not here
    ("admitted", "admit", "confirmation", False),  # doubled consonant
    ("claimed", "claim", "distancing", False),
    ("’s claim that", "claim", "distancing", False),  # noun after a possessive
    ("alleges", "allege", "distancing", False),
    ("has maintained", "maintain", "distancing", False),
    ("insisting", "insist", "distancing", False),
    ("warned", "warn", "assertive", False),
    ("stresses", "stress", "assertive", False),
    ("announced on Monday", "announce", "assertive", False),  # time within the cue
    ("called for", "call for", "assertive", False),  # phrase before its verb alone
    ("called", "call", "neutral", False),
    ("denied", "deny", "denial", False),  # a denial is a stance, not a negation
    ("did not deny", "deny", "denial", True),
    ("rejected", "reject", "denial", False),
    ("ruled out", "rule out", "denial", False),
    ("could not rule out", "rule out", "denial", True),
    ("accused", "accuse", "accusation", False),
    ("blaming", "blame", "accusation", False),
    ("pointed the finger", "point the finger", "accusation", False),
    ("the estimate", "estimate", "estimate", False),  # noun
    ("is believed to", "believe", "estimate", False),  # agentless passive
    ("it is feared", "fear", "estimate", False),
    ("thought", "think", "estimate", False),  # irregular
    ("is expected to announce", "expect", "estimate", False),  # the first attributing word
    ("put the toll at", "put", "estimate", False),
    ("asked", "ask", "question", False),
    ("wondered aloud", "wonder", "question", False),
    ("cast doubt on", "cast doubt on", "denial", False),
    ("did not say", "say", "neutral", True),
    ("didn’t say", "say", "neutral", True),  # typographic apostrophe
    ("has never said", "say", "neutral", True),
    ("declined to confirm", "confirm", "confirmation", True),  # the main verb, negated
    ("declined to comment", "comment", "neutral", True),
    ("refused to say", "say", "neutral", True),
    ("has yet to confirm", "confirm", "confirmation", True),
    ("would neither confirm nor deny", "confirm", "confirmation", True),  # one negation
    ("did not refuse to say", "say", "neutral", False),  # two undo each other
    ("not only claimed", "claim", "distancing", False),  # "not only" adds
    ("declined", "decline", "denial", True),  # nothing else in the cue
    ("was quoted as saying", "quote", "neutral", False),
    ("went on to say", "say", "neutral", False),  # light verbs yield
    ("sought to explain", "explain", "neutral", False),
    ("made the claim", "claim", "distancing", False),
    ("issued a statement saying", "say", "neutral", False),  # verb before noun
    ("was accused of", "accuse", "accusation", False),
    ("reportedly", "reportedly", "neutral", False),
    ("allegedly", "allegedly", "distancing", False),
    ("gurgled", "gurgle", "neutral", False),  # no word of the lexicon: neutral
    ("", "", "neutral", False),  # nothing at all is no error
]


@pytest.mark.parametrize(("cue", "lemma", "stance", "negated"), CASES)
def test_cue_is_read(cue: str, lemma: str, stance: Stance, negated: bool) -> None:
    assert read_cue(cue) == CueReading(lemma, stance, negated)


def _lines() -> list[dict[str, str]]:
    path = files("reportedly.claims") / "lexicons" / "stance.tsv"
    return list(
        csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def test_every_line_has_a_known_stance_and_a_source() -> None:
    assert all(line["stance"] in get_args(Stance) and line["source"] for line in _lines())


def test_no_lemma_is_listed_twice_in_one_kind() -> None:
    keys = [(line["lemma"], line["kind"]) for line in _lines()]
    assert len(keys) == len(set(keys))


def test_every_verb_of_the_lexicon_turns_its_own_cue() -> None:
    verbs = [line for line in _lines() if line["kind"] == "verb"]
    assert [v["lemma"] for v in verbs if read_cue(v["lemma"]).lemma != v["lemma"]] == []
