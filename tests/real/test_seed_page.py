"""The page the project started from: what must come out of it, row by row of the examples.

Rows 1, 2, 3, 9 and 14 hold in full; of the other rows the claims and the figures with their
bounds. The page is read from ``../shared``; the tests skip where that is absent.
"""

from pathlib import Path

import pytest

from reportedly.inputs import find_pages
from reportedly.pipeline import load_reader, read_page
from reportedly.terms import Block, Claim, Figure, Given, Reading

PAGE = Path(__file__).resolve().parents[3] / "shared" / "seed" / "page.txt"

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the seed page is not beside the checkout (../shared)")


@pytest.fixture(scope="module", params=[None, "2016-01-26"], ids=["bare", "dated"])
def reading(request: pytest.FixtureRequest) -> Reading:
    """The page as read without a date, and with one: every promise here holds for both."""
    (page,) = find_pages([str(PAGE)], Given(published=request.param))
    result = read_page(page, load_reader()).result
    assert isinstance(result, Reading)
    return result


def block_at(reading: Reading, place: int) -> Block:
    return next(block for block in reading.report.blocks if block.start <= place < block.end)


def claims_with(reading: Reading, words: str) -> list[Claim]:
    return [claim for claim in reading.claims if words in claim.content.exact]


def claim_with(reading: Reading, words: str) -> Claim:
    """The one claim whose content holds the words."""
    (claim,) = claims_with(reading, words)
    return claim


def figures_with(reading: Reading, digits: str) -> list[Figure]:
    return [figure for figure in reading.figures if digits in figure.exact]


def claim_of(reading: Reading, figure: Figure) -> Claim:
    (claim,) = [claim for claim in reading.claims if claim.id == figure.claim]
    return claim


def bounds(figure: Figure) -> tuple[object, ...]:
    return figure.bound, figure.stated, figure.low, figure.best, figure.high


UP_TO_1000 = ("at_most", 1000, None, None, 1000)
FURNITURE = ("Accessibility", "Breaking", "To find out", "\nXS", "\nSM", "\nMD", "\nLG")


# row 1


@pytest.mark.parametrize("words", FURNITURE)
def test_row_1_menus_and_buttons_are_furniture(reading: Reading, words: str) -> None:
    place = reading.report.text.index(words) + words.startswith("\n")
    assert block_at(reading, place).kind == "furniture"


def test_row_1_nothing_is_read_from_furniture(reading: Reading) -> None:
    read = [claim.content.start for claim in reading.claims] + [figure.start for figure in reading.figures]
    assert all(block_at(reading, place).kind not in ("furniture", "notice") for place in read)


def test_blocks_are_in_order_and_cover_all_but_white_space(reading: Reading) -> None:
    place, left = 0, ""
    for block in reading.report.blocks:
        assert place <= block.start < block.end
        left += reading.report.text[place : block.start]
        place = block.end
    assert not (left + reading.report.text[place:]).strip()


# row 2


def test_row_2_the_headline_is_one(reading: Reading) -> None:
    block = block_at(reading, reading.report.text.index("Authorities Say"))
    assert block.kind == "headline"
    assert reading.report.headline == reading.report.text[block.start : block.end].strip()


def test_row_2_the_headlines_claim(reading: Reading) -> None:
    (claim,) = [claim for claim in reading.claims if claim.block == "headline"]
    assert claim.source is not None and claim.source.exact == "Authorities"
    assert claim.cue is not None and claim.cue.exact == "Say"
    start = reading.report.text.index("Up To")
    assert claim.content.spans == ((start, block_at(reading, start).end),)


def test_row_2_the_headlines_figure(reading: Reading) -> None:
    figure = figures_with(reading, "1,000")[0]
    assert block_at(reading, figure.start).kind == "headline"
    assert bounds(figure) == UP_TO_1000
    assert figure.exact == "Up To 1,000"
    assert figure.unit is not None and figure.unit.exact == "Tajiks" and not figure.unit.supplied


def test_row_2_headline_and_body_are_two_claims_and_two_figures_joined(reading: Reading) -> None:
    first, second = figures_with(reading, "1,000")
    assert first.same_as is None and second.same_as == first.id
    one, other = claim_of(reading, first), claim_of(reading, second)
    assert one.id != other.id and one.same_as is None and other.same_as == one.id


# row 3


def test_row_3_a_sentence_printed_three_times_is_one_claim(reading: Reading) -> None:
    claim = claim_with(reading, "injured twice")
    assert len(claim.appearances) == 2
    printed = {claim.content.start, *(again.start for again in claim.appearances)}
    assert len(printed) == 3
    assert all("injured twice" in again.exact for again in claim.appearances)


def test_row_3_an_ordinal_and_a_frequency_are_no_figures(reading: Reading) -> None:
    why = {(rejected.exact, rejected.why) for rejected in reading.rejected}
    assert {("2nd", "ordinal"), ("twice", "frequency")} <= why
    assert not figures_with(reading, "2nd") and not figures_with(reading, "twice")


# row 9


def test_row_9_a_distancing_claim_of_money_that_nobody_verified(reading: Reading) -> None:
    claim = claim_with(reading, "paying Halimov")
    assert claim.source is not None and claim.source.exact == "The minister"
    assert claim.cue is not None and (claim.cue.exact, claim.cue.stance) == ("claimed", "distancing")
    assert claim.mode == "mixed"
    found = claim.verification
    assert found is not None and (found.status, found.by) == ("unverified", None)
    assert "cannot be independently confirmed" in found.exact
    (figure,) = [figure for figure in reading.figures if figure.measure == "money"]
    assert (figure.best, figure.currency, figure.per) == (100, "USD", "month")
    assert bounds(figure) == ("exact", 100, 100, 100, 100)
    assert claim.figures == (figure.id,) and figure.claim == claim.id


def test_row_9_the_statement_that_it_is_unverified_is_no_claim_of_its_own(reading: Reading) -> None:
    assert not claims_with(reading, "independently confirmed")


# row 14


def test_row_14_the_notice_is_one_and_nothing_is_read_from_it(reading: Reading) -> None:
    text = reading.report.text
    for words in ("undesirable", "fines or imprisonment"):
        assert block_at(reading, text.index(words)).kind == "notice"
    start = block_at(reading, text.index("undesirable")).start
    assert all(claim.content.end <= start for claim in reading.claims)
    assert all(figure.end <= start for figure in reading.figures)


# the other rows: claims, and figures with their bounds

CLAIMS = [
    # (row, words of the content, source begins, cue ends, content begins)
    (4, "nationals have joined", "Tajik authorities", "say", "up to 1,000"),
    (6, "university students", "Tajik President Emomali Rahmon", "said", "21"),
    (7, "mosques", "Rahmon", "said", "mosques"),
    (8, "injured twice", "The interior minister", "said", "Tajik Colonel"),
    (10, "he joined", "Halimov", "confirmed", ""),
    (11, "capture Halimov", "The interior minister", "said", "Tajik authorities"),
    (12, "ordinary drill", "Rahimzoda", "saying", ""),
    (13, "police presence", "Local residents", "said", "there was"),
]


@pytest.mark.parametrize(("row", "words", "source", "cue", "content"), CLAIMS)
def test_other_rows_have_source_cue_and_content(
    reading: Reading, row: int, words: str, source: str, cue: str, content: str
) -> None:
    claim = claim_with(reading, words)
    assert claim.source is not None and claim.source.exact.startswith(source), row
    assert claim.cue is not None and claim.cue.exact.endswith(cue), row
    assert claim.content.exact.removeprefix("that ").startswith(content), row


def test_row_4_the_bodys_figure_and_no_figure_for_what_it_implies(reading: Reading) -> None:
    figure = figures_with(reading, "1,000")[1]
    assert bounds(figure) == UP_TO_1000
    assert figure.unit is not None and figure.unit.exact == "nationals"
    assert figure.event is not None and figure.event.type == "joined"
    assert not [f for f in reading.figures if 500 in (f.stated, f.low, f.best, f.high)]


ROW_5 = [
    # (digits, event type, lemma counted): the second's unit is not said again
    ("61", "returned", "national"),
    ("148", "killed", "national"),
]


@pytest.mark.parametrize(("digits", "event", "lemma"), ROW_5)
def test_row_5_two_exact_figures_of_one_source(reading: Reading, digits: str, event: str, lemma: str) -> None:
    (figure,) = figures_with(reading, digits)
    value = int(digits)
    assert bounds(figure) == ("exact", value, value, value, value)
    assert figure.event is not None and figure.event.type == event
    assert figure.unit is not None and figure.unit.lemma == lemma
    assert figure.unit.supplied is (digits == "148")
    claim = claim_of(reading, figure)
    assert claim.source is not None and "Ramazon Rahimzoda" in claim.source.exact
    assert claim.cue is not None and claim.cue.exact.startswith("told")


def test_row_6_an_exact_figure_of_students(reading: Reading) -> None:
    (figure,) = figures_with(reading, "21")
    assert bounds(figure) == ("exact", 21, 21, 21, 21)
    assert figure.unit is not None and figure.unit.exact.endswith("students")


def test_row_7_a_claim_without_a_figure(reading: Reading) -> None:
    assert claim_with(reading, "mosques").figures == ()


def test_row_10_the_cue_confirms(reading: Reading) -> None:
    cue = claim_with(reading, "he joined").cue
    assert cue is not None and cue.stance == "confirmation"


def test_row_12_the_words_are_quoted(reading: Reading) -> None:
    assert claim_with(reading, "ordinary drill").mode in ("direct", "mixed")
