"""Numbers as they are written: digits, words, mixtures, vague words, none and one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.numbers import NumbersFound, find_numbers
from reportedly.terms import Figure


def found(text: str) -> NumbersFound:
    return find_numbers(text, 0, len(text))


def stated(text: str) -> list[tuple[str, float | int | str | None]]:
    """Words and value of every quantity; the word itself for a vague one."""
    return [(text[q.start : q.end], q.vague or q.stated) for q in found(text).quantities]


DIGITS = [
    ("Police counted 61 bodies.", "61", 61),  # plain digits
    ("The frost reached minus 12 degrees.", "minus 12", -12),  # below nought
    ("The margin is plus or minus 3 points.", "3", 3),  # a width is not below nought
    ("Some said 1,000 homes fell.", "1,000", 1000),  # comma thousands
    ("About 1,234,567 votes were cast.", "1,234,567", 1234567),  # two commas
    ("Floods hit 14 000 people.", "14 000", 14000),  # space thousands, as UN offices write
    ("Floods hit 14\u00a0000 people.", "14\u00a0000", 14000),  # no-break space
    ("Floods hit 14\u2009000 people.", "14\u2009000", 14000),  # thin space
    ("Floods hit 1\u202f234\u202f567 people.", "1\u202f234\u202f567", 1234567),  # narrow no-break
    ("Swiss police held 1'000 fans.", "1'000", 1000),  # apostrophe thousands
    ("The quake drove out 6.500 people.", "6.500", 6500),  # dot thousands of a count
    ("The quake drove out 1.234.567 people.", "1.234.567", 1234567),  # dots can only be thousands
    ("Rescuers reached 2. 750 people.", "2. 750", 2750),  # a slip of the press: dot and space
    ("It left 61, 000 people homeless.", "61, 000", 61000),  # a slip of the press: comma and space
    ("The state sheltered 12,34,567 people.", "12,34,567", 1234567),  # Indian grouping
    ("Losses came to 1.94 thousand head of cattle.", "1.94 thousand", 1940),  # decimal thousands
    ("It needs 1,2 million tents.", "1,2 million", 1200000),  # decimal comma before a scale
    ("The court heard 3.5 complaints a day on average.", "3.5", 3.5),  # one decimal is no thousand
    ("The register lists 116129 names.", "116129", 116129),  # six digits without separators
    ("At a press call they spoke of 2549 injured.", "2549", 2549),  # four digits past the years
    ("The toll rose to 1763.", "1763", 1763),  # four digits before the years
    ("It left 2.14 lakh people in camps.", "2.14 lakh", 214000),  # Indian scale
    ("The scheme reached 1 crore families.", "1 crore", 10000000),
    ("Some 40% of the 5½ million voters came.", "5½ million", 5500000),  # special fraction under a scale
    ("They waited 5 1/2 hours.", "5 1/2", 5.5),  # mixed fraction
    ("3/4 of the huts burned.", "3/4", 0.75),  # fraction in digits
    ("Exactly 0 cases were found.", "0", 0),  # zero in digits
    ("The town has 10k inhabitants.", "10k", 10000),  # glued k
    ("About 2.5m Syrians fled.", "2.5m", 2500000),  # glued m before a noun is millions
    ("The firm cut 1.2 mn jobs.", "1.2 mn", 1200000),
    ("It shipped 3bn doses.", "3bn", 3000000000),
    ("The fund holds 2.5 tn dollars.", "2.5 tn", 2500000000000),
]


@pytest.mark.parametrize(("text", "exact", "value"), DIGITS)
def test_digits_of_every_style_are_read(text: str, exact: str, value: float) -> None:
    pairs = [(re.sub(r"^(?:About|Some|Exactly)\s", "", words), number) for words, number in stated(text)]
    assert (exact, value) in pairs


WORDS = [
    ("Three men died.", "Three", 3),  # capitalised at the start
    ("Twenty-four men died.", "Twenty-four", 24),  # hyphen
    ("Twenty four men died.", "Twenty four", 24),  # space, as in transcripts
    ("They found one hundred and twenty-three graves.", "one hundred and twenty-three", 123),
    ("They found one hundred twenty three graves.", "one hundred twenty three", 123),  # American
    ("They found a hundred graves.", "a hundred", 100),  # the article is part of the number
    ("They found nine-hundred graves.", "nine-hundred", 900),
    ("They found two thousand five hundred graves.", "two thousand five hundred", 2500),
    ("They found two thousand and two hundred graves.", "two thousand and two hundred", 2200),
    ("It cost a hundred thirty million.", "a hundred thirty million", 130000000),
    ("One million two hundred thousand voted.", "One million two hundred thousand", 1200000),
    ("Half a million people fled.", "Half a million", 500000),
    ("Half-a-million people fled.", "Half-a-million", 500000),
    ("A quarter of a million people fled.", "A quarter of a million", 250000),
    ("A quarter million people fled.", "A quarter million", 250000),
    ("Three quarters of a million people fled.", "Three quarters of a million", 750000),
    ("Two-thirds of a million people fled.", "Two-thirds of a million", 666666.666667),
    ("Two and a half million people fled.", "Two and a half million", 2500000),
    ("Two-and-a-half million people fled.", "Two-and-a-half million", 2500000),
    ("2.5 million people fled.", "2.5 million", 2500000),
    ("A million and a half people fled.", "A million and a half", 1500000),
    ("Two point five million people fled.", "Two point five million", 2500000),
    ("A dozen men fled.", "A dozen", 12),
    ("The dozen men fled.", "dozen", 12),  # the determiner stays outside
    ("Half a dozen men fled.", "Half a dozen", 6),
    ("Two dozen men fled.", "Two dozen", 24),
    ("Some 3 dozens of huts burned.", "Some 3 dozens", 36),
    ("It spared ten thousand huts.", "ten thousand", 10000),
    ("It spared three lakh huts.", "three lakh", 300000),
    ("They sent 3 hundred and 21 men.", "3 hundred and 21", 321),  # mixture
    ("They sent 40 thousand men.", "40 thousand", 40000),
    ("A brigade of 5,000-strong marched.", "5,000", 5000),  # -strong is no bound and no unit
    ("A 62-member team came.", "62", 62),
    ("The 22-story tower fell.", "22", 22),
    ("Two 500-pound bombs fell.", "Two", 2),  # two numbers side by side are two
    ("Two 500-pound bombs fell.", "500", 500),
    ("Five 12-year-olds drowned.", "Five", 5),
    ("She said only one protester died.", "one", 1),  # only so many
    ("One of the two men fled.", "two", 2),  # the two men count, the one does not
    ("Of the 10 judges, six dissented.", "six", 6),  # a number without a noun
]


@pytest.mark.parametrize(("text", "exact", "value"), WORDS)
def test_numbers_in_words_are_read(text: str, exact: str, value: float) -> None:
    assert (exact, value) in stated(text)


VAGUE = [
    ("Dozens fled.", "Dozens", "dozens"),
    ("Dozens more fled.", "Dozens", "dozens"),
    ("Scores of villagers fled.", "Scores", "scores"),
    ("Scores more fled.", "Scores", "scores"),
    ("Hundreds were hurt.", "Hundreds", "hundreds"),
    ("Thousands of huts burned.", "Thousands", "thousands"),
    ("Tens of thousands fled.", "Tens of thousands", "tens of thousands"),
    ("Hundreds of thousands fled.", "Hundreds of thousands", "hundreds of thousands"),
    ("Tens of\nthousands fled.", "Tens of\nthousands", "tens of thousands"),  # across a line break
    (
        "Hundreds of thousands or millions fled.",
        "Hundreds of thousands or millions",
        "hundreds of thousands or millions",
    ),
    ("Hundreds, possibly thousands, fled.", "Hundreds", "hundreds"),  # two statements, two vague figures
    ("Several men fled.", "Several", "several"),
    ("Several hundred men fled.", "Several hundred", "several hundred"),
    ("Several dozen men fled.", "Several dozen", "several dozen"),
    ("A few men fled.", "A few", "a few"),
    ("A few dozen men fled.", "A few dozen", "a few dozen"),
    ("A handful of men fled.", "A handful", "a handful"),
    ("A couple of men fled.", "A couple", "a couple"),
    ("100s of huts burned.", "100s", "100s"),
    ("A couple of hundred men fled.", "A couple of hundred", "a couple of hundred"),
]


@pytest.mark.parametrize(("text", "exact", "word"), VAGUE)
def test_vague_words_are_kept_as_the_words_they_are(text: str, exact: str, word: str) -> None:
    assert (exact, word) in stated(text)
    quantity = next(q for q in found(text).quantities if q.vague == word)
    assert (quantity.bound, quantity.stated, quantity.low, quantity.best, quantity.high) == (
        "vague",
        None,
        None,
        None,
        None,
    )


SILENT = [
    "Many people fled.",  # the annotators' guide gives bare "many" no line
    "Most of the men fled.",
    "Both men fled.",
    "The twin blasts shook the town.",
    "A number of men fled.",
    "A couple from Oslo fled.",  # a pair of people, not two or so
    "She scores well in tests.",  # the verb
    "The test scores rose.",  # the noun
    "One of the men fled.",  # a pronoun
    "One day it will end.",  # article-like
    "He was the only one left.",
    "This one is new.",
    "No one else has claimed the attack.",
    "There was no comment.",
    "He no longer doubts it.",
    "No reports of casualties reached us.",  # not zero, no figure
    "The second man fled.",
    "In the first half they slept.",
    "He is his half-brother.",
    "One voter said it rained.",  # someone, not a count
    "Temperatures stay in the low 20s.",
]


@pytest.mark.parametrize("text", SILENT)
def test_words_that_give_no_figure_give_none(text: str) -> None:
    assert stated(text) == []


NONE = [
    ("No one was killed.", "No one"),
    ("No one has been injured so far.", "No one"),
    ("Nobody on the bus was hurt.", "Nobody"),
    ("None of the passengers was hurt.", "None"),
    ("Not a single house was left.", "Not a single"),
    ("No deaths were reported.", "No"),
    ("There were no casualties.", "no"),
    ("No weapon was found.", "No"),
    ("He has no felony convictions.", "no"),
]


@pytest.mark.parametrize(("text", "exact"), NONE)
def test_none_is_nought_where_something_is_counted(text: str, exact: str) -> None:
    assert stated(text) == [(exact, 0)] or [(w, q) for w, q in stated(text)] == [(exact, None)]
    assert [(q.low, q.best, q.high, q.bound) for q in found(text).quantities] == [(0, 0, 0, "exact")]


ONE = [
    ("One person was killed.", "One"),
    ("At least one soldier died.", "At least one"),
    ("One dead, three hurt in blast.", "One"),
    ("Two men and one woman died.", "one"),
    ("Three died in Lyon and one in Nice.", "one"),
    ("The death toll of one may rise.", "one"),
    ("It leaves as one was killed, three wounded.", "one"),
    ("She met more than one minister.", "more than one"),
    ("One Iraqi and two Kurds died.", "One"),
]


@pytest.mark.parametrize(("text", "exact"), ONE)
def test_one_is_read_where_it_counts(text: str, exact: str) -> None:
    assert (exact, 1) in stated(text)


def test_the_given_place_is_all_that_is_read() -> None:
    text = "Five fled. Six died. Seven came."
    assert [text[q.start : q.end] for q in find_numbers(text, 11, 20).quantities] == ["Six"]


def test_a_sentence_of_any_length_is_read_in_linear_time_and_to_its_end() -> None:
    text = "Five men and 12 women fled 3 km on Jan. 5, 1998, for $20; " * 400
    quantities = found(text).quantities
    assert len(quantities) == 4 * 400
    assert text[quantities[-1].start : quantities[-1].end] == "$20"


def test_nothing_numeric_gives_nothing() -> None:
    assert found("The minister declined to comment.") == NumbersFound()
    assert found("") == NumbersFound()


WORDS_AND_SIGNS = """
1 12 2015 1,000 6.500 14 000 $ € % percent million bn k m km kg hours days years old ago - – to and or of in
out per a an the at least more than about nearly up to between from over under three twenty hundred dozen
dozens several half third a few Flight No. F-16 COVID-19 9/11 3/4 1/2 Jan. 7 May p.m. : , . ( ) ' " times
every aged 3-1 +1 (202) 555-0199 12th people killed one none no one was hurt plus odd or so mark points Rs USD
US$ £ 1990s 5:30 GMT century her 60s under-5s
"""
PIECES = st.lists(st.sampled_from(WORDS_AND_SIGNS.split()), max_size=25)
SIGNS = st.text(alphabet="0123456789.,-/%$ aknm:'()\n½", max_size=40)


@given(st.one_of(PIECES.map(" ".join), PIECES.map("".join), SIGNS, st.text(max_size=60)))
def test_every_run_of_digits_is_accounted_for(text: str) -> None:
    numbers = found(text)
    covered = bytearray(len(text))
    places = [(other.start, other.end) for other in (*numbers.rejected, *numbers.times)]
    for q in numbers.quantities:
        places += [*q.spans, *([q.per_span] if q.per_span else [])]
    for start, end in places:
        assert 0 <= start < end <= len(text)
        covered[start:end] = b"\x01" * (end - start)
    for run in re.finditer(r"\d+", text):
        assert all(covered[run.start() : run.end()]), run[0]


@given(st.one_of(PIECES.map(" ".join), PIECES.map("".join), SIGNS))
def test_quantities_are_in_order_apart_and_valid(text: str) -> None:
    before = 0
    for q in found(text).quantities:
        assert before <= q.start <= q.number_start < q.number_end <= q.end or q.spans[1:]
        before = q.end
        known = [value for value in (q.low, q.best, q.high) if value is not None]
        assert known == sorted(known)
        assert (q.vague is not None) == (q.bound == "vague")
        assert q.stated is not None or q.bound in ("vague", "range")
        Figure(
            id="f:0", exact=text[q.start : q.end], spans=q.spans, stated=q.stated, low=q.low, best=q.best,
            high=q.high, bound=q.bound, measure=q.measure, confidence=1.0,
        )  # fmt: skip
