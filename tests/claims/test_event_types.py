"""Triggers, their types, and how sure the words are of them."""

import time

import pytest

from reportedly.claims import event_types
from reportedly.claims.event_types import event_of_people, event_type, find_triggers, modality_of, trigger_negated
from reportedly.claims.lexicon import lexicon_rows, word_set

CLOSED = word_set(
    "killed injured missing trapped accounted_for found identified rescued displaced fled evacuated sheltered "
    "in_camp relocated returned stranded homeless uninhabitable destroyed damaged affected joined recruited "
    "fighting deployed arrested prosecuted convicted executed abducted released pardoned hospitalised infected "
    "recovered tested vaccinated buried protested attacked attended voted polled without_services pledged spent "
    "paid needed earned traded other"
)

LEMMAS = [
    # lemma, part of speech, type                      # what the row protects
    ("kill", "verb", "killed"),
    ("die", "VERB", "killed"),  # tags of Universal Dependencies
    ("death", "NOUN", "killed"),
    ("dead", "ADJ", "killed"),
    ("wounded", "adjective", "injured"),  # participle as adjective
    ("killing", "noun", "killed"),  # and as noun
    ("house", "verb", "sheltered"),
    ("house", "noun", None),  # the building
    ("hospitalize", "verb", "hospitalised"),  # both spellings
    ("hospitalise", "verb", "hospitalised"),
    ("casualty", "noun", None),  # a noun for people, see event_of_people
    ("refugee", "noun", None),
    ("say", "verb", None),
    ("attend", "verb", "attended"),  # a type of the annotators' guide
    ("elect", "verb", "other"),  # known, not in the closed list
    ("kill", "adverb", None),
]

FOUND = [
    # text, (lemma, type) found                                   # what the row protects
    ("12 were shot dead.", [("shoot dead", "killed")]),  # longest first
    ("9 were found dead.", [("find dead", "killed")]),
    ("The blast left 12 dead.", [("blast", "attacked"), ("dead", "killed")]),
    ("It claimed at least 12 lives.", [("claim life", "killed")]),  # a gap
    ("Police took 14 people into custody.", [("take into custody", "arrested")]),
    ("They lost their homes.", [("lose home", "homeless")]),  # determiner between
    ("Homes are without power.", [("without power", "without_services")]),
    ("99 are unaccounted for.", [("unaccounted for", "missing")]),
    ("102 were accounted for.", [("account for", "accounted_for")]),
    ("61 had returned.", [("return", "returned")]),
    ("The storm hit 300 houses.", [("hit", "affected")]),  # nouns that are verbs elsewhere
    ("In March 2015 they marched.", [("march", "protested")]),  # the month
    ("The march drew 300.", [("march", "protested")]),
    ("The death toll rose.", [("death toll", "killed")]),
    ("They were freed, then fled.", [("free", "released"), ("flee", "fled")]),  # irregular
    ("He spoke.", []),
    ("", []),
]

MODALITIES = [
    # sentence, trigger, modality                             # what the row protects
    ("Twelve people died, officials said.", "died", "asserted"),
    ("Up to 90 are feared dead.", "dead", "feared"),
    ("Nine are presumed dead.", "dead", "feared"),
    ("Nine are believed to have been killed.", "killed", "feared"),  # harm that is believed
    ("Some 300 are believed to have fled.", "fled", "possible"),
    ("Officials fear nine were killed.", "killed", "feared"),
    ("It may have killed nine.", "killed", "possible"),
    ("As many as nine could have died.", "could have died", "possible"),  # trigger with its auxiliaries
    ("If nine die, it ends.", "die", "possible"),
    ("It would have killed nine.", "killed", "possible"),
    ("They will evacuate nine.", "evacuate", "expected"),
    ("Nine are expected to be evacuated.", "evacuated", "expected"),
    ("It is likely to affect nine.", "affect", "expected"),
    ("They plan to deploy 300.", "deploy", "planned"),
    ("They are planning to deploy 300.", "deploy", "planned"),
    ("Nine are to be resettled.", "resettled", "planned"),
    ("They are set to release nine.", "release", "planned"),
    ("They could not be identified.", "identified", "asserted"),  # inability
    ("Police fear more; nine died.", "died", "asserted"),  # another clause
    ("Up to 90 have joined.", "have joined", "asserted"),  # a bound is no modality
]

NEGATIONS = [
    # sentence, trigger, negated                              # what the row protects
    ("They were not injured.", "injured", True),
    ("They weren’t injured.", "injured", True),
    ("Nine have not been found.", "found", True),
    ("Nine have yet to be found.", "found", True),
    ("They failed to return.", "return", True),
    ("They left without being arrested.", "arrested", True),
    ("No one was killed.", "killed", False),  # the figure zero
    ("They not only killed nine.", "killed", False),
    ("It did not rain, nine died.", "died", False),
]


@pytest.mark.parametrize(("lemma", "pos", "kind"), LEMMAS)
def test_lemma_has_its_type(lemma: str, pos: str, kind: str | None) -> None:
    assert event_type(lemma, pos) == kind


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_triggers_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(trigger.lemma, trigger.type) for trigger in find_triggers(text, 0, len(text))] == found


@pytest.mark.parametrize(("sentence", "trigger", "modality"), MODALITIES)
def test_modality_is_told(sentence: str, trigger: str, modality: str) -> None:
    start = sentence.index(trigger)
    assert modality_of(sentence, 0, len(sentence), start, start + len(trigger)) == modality


@pytest.mark.parametrize(("sentence", "trigger", "negated"), NEGATIONS)
def test_negated_event_is_told(sentence: str, trigger: str, negated: bool) -> None:
    start = sentence.index(trigger)
    assert trigger_negated(sentence, 0, len(sentence), start, start + len(trigger)) is negated


def test_people_have_an_event_of_last_resort() -> None:
    assert event_of_people("refugee") == "displaced"
    assert event_of_people("casualty") == "other"  # dead or hurt: the words do not say
    assert event_of_people("death") is None


def test_money_triggers_need_money() -> None:
    assert event_type("give", "verb") == "paid"
    assert event_type("give", "verb", money=False) is None
    assert event_type("kill", "verb", money=False) == "killed"


def test_every_type_is_of_the_closed_list_and_used() -> None:
    rows = list(lexicon_rows("event_triggers", 5))
    assert {row[2] for row in rows} == CLOSED
    assert {row[1] for row in rows} == {"verb", "noun", "adjective"}
    assert all(row[4] for row in rows)


def test_no_trigger_is_listed_twice() -> None:
    keys = [row[:2] for row in lexicon_rows("event_triggers", 5)]
    assert len(keys) == len(set(keys))


def test_table_loads_quickly() -> None:
    event_types._table.cache_clear()
    started = time.perf_counter()
    event_type("kill", "verb")
    assert time.perf_counter() - started < 0.5  # seconds; 0.04 on the machine it was written on
