"""What holds of every reading, whatever the text: grounded, complete in its numbers, the same each time."""

import re
from functools import cache

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportedly.claims import Reader
from reportedly.reports import read_report
from reportedly.terms import Given, Page, Reading, Skipped, is_grounded, record_of, sha256_hex

#: Pieces of reports, hostile and plain, that random texts are made of.
PIECES = st.one_of(
    st.sampled_from(
        [
            "Police said ", "at least 61 people were killed", ", while 148 had been injured", ".\n\n", " “It was ",
            "a drill,” the minister’s aide added.", " 1,2 million ", " 2. 750 ", " 12–15 ", "$3bn",
            "٣٤ ", "１２ ", "½ ",
            "𝟏𝟐 ", "e\u0301\u0301 ", "\u200b", "👩‍👩‍👧 ", "\u202e", "\x00", "no one ", "dozens of ", "(2nd right)",
            "5 p.m. ",
            "in 1999 ", "Reuters could not verify the claim.", "up to ", "according to ", ":", "- 4 -", "\t",
        ]
    ),
    st.text(max_size=40),
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)


@cache
def _reader() -> Reader:
    return Reader.load()


def _reading(text: str) -> Reading | None:
    body = text.encode("utf-8", "replace")
    given_ = Given(language="en")
    page = Page(address="made.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=given_)
    report = read_report(page)
    return None if isinstance(report, Skipped) else _reader().read(report)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("Police: 12 dead. 12 dead, police said. “12 dead”")
@example("Police said 12 people died.\nPolice said 12 people (and a dog) died.\n\nPolice said 12 people died.")
def test_every_word_of_a_reading_stands_at_its_spans(text: str) -> None:
    reading = _reading(text)
    if reading is None:
        return
    whole = reading.report.text
    for part in (reading.claims, reading.figures, reading.times, reading.rejected):
        assert all(is_grounded(whole, item) for item in part)
    record = record_of(reading)
    for item in [*record["claims"], *record["figures"]]:
        spans = item["content"]["spans"] if "content" in item else item["spans"]
        exact = item["content"]["exact"] if "content" in item else item["exact"]
        assert " ".join(whole[a:b] for a, b in spans) == exact


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example(
    "9" * 400
    + " people died, "
    + "8" * 4_301
    + " fled, from 5 to "
    + "7" * 320
    + " tons, on the "
    + "6" * 5_000
    + "th."
)
@example("The talks, due on 31 February 2016 or on 31 April 1, killed nobody.")
@example("Won 3-1 on 12 May 2016 at 17:30; call 555-0199, flight MH17, 2nd of 40, 1. item, €3,5 m.")
def test_every_digit_ends_in_a_figure_a_time_or_a_rejection(text: str) -> None:
    reading = _reading(text)
    if reading is None:
        return
    covered: set[int] = set()
    for item in [*reading.figures, *reading.times, *reading.rejected]:
        for a, b in item.spans:
            covered.update(range(a, b))
        for appearance in getattr(item, "appearances", ()):
            for a, b in appearance.spans:
                covered.update(range(a, b))
    lost = [m.group() for m in re.finditer(r"[0-9]+", reading.report.text) if m.start() not in covered]
    assert not lost


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_reading_again_gives_the_same(text: str) -> None:
    assert _reading(text) == _reading(text)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_ids_are_unique_and_point_at_what_is_there(text: str) -> None:
    reading = _reading(text)
    if reading is None:
        return
    claims = {claim.id for claim in reading.claims}
    figures = {figure.id for figure in reading.figures}
    assert len(claims) == len(reading.claims) and len(figures) == len(reading.figures)
    assert all(figure.claim in claims for figure in reading.figures if figure.claim)
    assert all(held in figures for claim in reading.claims for held in claim.figures)
    assert all(claim.same_as in claims for claim in reading.claims if claim.same_as)
    assert all(figure.same_as in figures for figure in reading.figures if figure.same_as)
