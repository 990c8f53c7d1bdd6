"""The reader on short reports of our own: one test a promise."""

from functools import cache

import pytest

from reportedly.claims import Reader
from reportedly.claims.reader import produced
from reportedly.reports import read_report
from reportedly.terms import Given, Page, Reading, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


def _read(text: str, language: str | None = "en") -> Reading:
    body = text.encode()
    given = Given(language=language)
    report = read_report(
        Page(address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=given)
    )
    assert isinstance(report, Report)
    return _reader().read(report)


def test_a_claim_has_source_cue_content_and_figure() -> None:
    reading = _read("At least 61 people were killed in the flood, the governor said on Monday.")
    (claim,) = reading.claims
    (figure,) = reading.figures
    assert claim.source is not None and claim.source.exact == "the governor"
    assert claim.cue is not None and (claim.cue.exact, claim.cue.stance) == ("said", "neutral")
    assert (figure.low, figure.best, figure.high, figure.bound) == (61, None, None, "at_least")
    assert figure.unit is not None and figure.unit.exact == "people"
    assert figure.event is not None and figure.event.type == "killed"
    assert figure.claim == claim.id and claim.figures == (figure.id,)


def test_a_unit_left_out_is_supplied_from_the_parallel() -> None:
    reading = _read("Officials said 45 villagers had returned, while 120 had been killed.")
    second = reading.figures[1]
    assert second.unit is not None
    assert (second.unit.exact, second.unit.supplied) == ("villagers", True)
    assert second.event is not None and second.event.type == "killed"


def test_a_figure_outside_every_claim_is_the_reports_own_voice() -> None:
    reading = _read("The river rose by night. Two bridges were destroyed.\n\nNobody spoke of it afterwards.")
    assert [figure.claim for figure in reading.figures if figure.exact == "Two"] == [None]


def test_a_sentence_printed_again_is_one_claim_with_appearances() -> None:
    sentence = "The mayor also said the dam (pictured) had been leaking for several long weeks."
    body = sentence.replace(" (pictured)", "")
    reading = _read(
        f"Dam Leaked Before Flood, Mayor Says\n\n{sentence}\n{sentence}\n\n"
        f"Rescuers worked through the night in the valley below the dam, which broke on Sunday.\n\n{body}\n"
    )
    said = [claim for claim in reading.claims if "leaking" in claim.content.exact]
    assert len(said) == 1
    assert said[0].block == "paragraph" and len(said[0].appearances) == 2


def test_a_verification_statement_is_tied_to_the_claim_before_it() -> None:
    reading = _read("The rebels claimed 40 soldiers had died. That claim could not be independently verified.")
    (claim,) = [c for c in reading.claims if c.cue is not None and c.cue.lemma == "claim"]
    assert claim.cue is not None and claim.cue.stance == "distancing"
    assert claim.verification is not None and claim.verification.status == "unverified"
    assert claim.verification.by is None


def test_another_language_is_kept_without_claims_and_says_why() -> None:
    reading = _read("Mindestens 61 Menschen wurden getötet, sagte der Gouverneur am Montag in der Stadt.", "de")
    assert not reading.claims and not reading.figures
    assert (reading.coverage.read, reading.coverage.reason) == (0, "report.language")


@pytest.mark.parametrize("text", ["The committee met in the town hall.", "Rain is expected."])
def test_a_text_without_numbers_gives_no_figure(text: str) -> None:
    assert _read(text).figures == ()


def test_what_made_a_reading_is_named() -> None:
    made = produced()
    assert made.model.startswith("sha256:") and made.rules.startswith("sha256:")
    assert _read("It rained.").produced == made
