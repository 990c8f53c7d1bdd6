"""What is promised of all speakers of a report: ids, mentions, voices inside quotations, no speaker for nobody."""

from dataclasses import replace

import pytest

from reportedly.claims import Reader
from reportedly.claims.speakers import resolve_speakers, speaker_at
from reportedly.terms import Speaker
from tests.claims.speakers.test_resolving import read, speaker_of

REPORT = (
    "Kenyan Health Minister Grace Odera said 30 patients had recovered. "
    "The minister added that schools would open. "
    '"I am hopeful," she said. Local residents said two clinics were shut. Odera said they would open again.'
)

FIRST_PERSON = [
    # the quoted "I" before its cue
    ("I before the cue", '"I saw two cars burn," said Marta Leiva.', "Marta Leiva", ["I"]),
    # "we" of a quotation that goes on
    ("we after", '"I saw it," said Marta Leiva. "We ran," she added.', "Marta Leiva", ["I", "We"]),
    # a possessive is a mention too
    ("my", '"My house is gone," Tom Barry said.', "Tom Barry", ["My"]),
]


@pytest.mark.parametrize(("text", "source", "words"), [pytest.param(*row[1:], id=row[0]) for row in FIRST_PERSON])
def test_first_person_in_a_quotation_is_a_mention_of_who_is_quoted(
    text: str, source: str, words: list[str]
) -> None:
    speaker = speaker_of(text, source)
    assert set(words) <= {text[a:b] for a, b in speaker.mentions}


NOBODY = [
    # passive cues attribute to nobody
    ("passive", "The toll is expected to rise."),
    ("it is feared", "It is feared that 12 people drowned."),
    ("believed", "Around 5,000 bodies are believed to lie under the mud."),
]


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in NOBODY])
def test_a_claim_without_a_source_makes_no_speaker(text: str) -> None:
    reading = read(text)
    assert all(claim.source is None for claim in reading.claims)
    assert reading.speakers == ()


def test_every_source_has_a_speaker_of_the_reading_and_lies_in_its_mentions() -> None:
    reading = read(REPORT)
    by_id = {speaker.id: speaker for speaker in reading.speakers}
    for claim in reading.claims:
        assert claim.source is not None and claim.source.speaker in by_id
        mentions = by_id[claim.source.speaker].mentions
        assert any(a <= claim.source.start and claim.source.end <= b for a, b in mentions)


def test_one_speaker_has_one_id_and_mentions_in_order_without_repeats() -> None:
    reading = read(REPORT)
    assert len({speaker.id for speaker in reading.speakers}) == len(reading.speakers)
    for speaker in reading.speakers:
        assert list(speaker.mentions) == sorted(set(speaker.mentions))
    names = [speaker.name for speaker in reading.speakers]
    assert names.count("Grace Odera") == 1


def test_the_same_report_gives_the_same_speakers_with_the_same_ids() -> None:
    first = read(REPORT)
    read.cache_clear()
    assert read(REPORT).speakers == first.speakers


def test_the_id_of_a_named_speaker_does_not_hang_on_which_mentions_were_found() -> None:
    reader, report = Reader.load(), read(REPORT).report
    tokens = reader.split(report)
    tagged = reader.tag(tokens)
    claims = list(read(REPORT).claims)
    _, whole = resolve_speakers(tokens, tagged.syntax, tagged.names, claims, report)
    _, part = resolve_speakers(tokens, tagged.syntax, tagged.names, claims[-1:], report)
    ids = {speaker.name: speaker.id for speaker in whole}
    assert ids["Grace Odera"] == next(speaker.id for speaker in part if speaker.name == "Grace Odera")


def test_what_is_known_of_claims_stays_but_for_the_speaker() -> None:
    reader, reading = Reader.load(), read(REPORT)
    tokens = reader.split(reading.report)
    tagged = reader.tag(tokens)
    bare = [replace(c, source=replace(c.source, speaker=None)) if c.source else c for c in reading.claims]
    claims, speakers = resolve_speakers(tokens, tagged.syntax, tagged.names, bare, reading.report)
    assert tuple(claims) == reading.claims and speakers == reading.speakers


def test_a_report_without_claims_has_no_speakers() -> None:
    assert read("The river rose by night. Two bridges were destroyed.").speakers == ()


def test_a_speaker_is_found_by_a_place_in_the_text() -> None:
    speakers = [Speaker(id="s:1", mentions=((0, 9),)), Speaker(id="s:2", mentions=((5, 30),))]
    assert speaker_at(speakers, (4, 12)) == "s:2"
    assert speaker_at(speakers, (40, 45)) is None
