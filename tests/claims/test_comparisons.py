"""Claims of change: kind, factor or difference, direction, the figure meant, what it compares with."""

from functools import cache

import pytest

from reportedly.claims import Reader
from reportedly.reports import read_report
from reportedly.terms import Comparison, Given, Page, Reading, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


@cache
def _read(text: str) -> Reading:
    body = text.encode()
    page = Page(
        address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report)


def _only(text: str) -> tuple[Comparison, str | None]:
    """The one comparison of a text, and the words of the figure it speaks of."""
    reading = _read(text)
    (found,) = reading.comparisons
    figure = next((f.exact for f in reading.figures if f.id == found.figure), None)
    return found, figure


RATIOS = [
    # text, factor, direction, figure, against                                        # what the row protects
    ("Officials say up to 900 joined, doubling the figure that the police previously provided.",
     2.0, "up", "up to 900", "the police"),  # whose figure it was; no figure of 450 is made
    ("The city counted 36 dead, almost twice the number the army had given.", 2.0, "up", "36", "the army"),
    ("The attack killed 120 people, more than double the 50 killed last year.", 2.0, "up", "120", "last year"),
    ("Three times as many people were killed as last year.", 3.0, "up", None, "last year"),  # no frequency
    ("The quake killed 46 times more people.", 46.0, "up", None, None),
    ("They number half as many as in 2014.", 0.5, "down", None, "2014"),
    ("The ministry put the dead at 40, half the army's figure.", 0.5, "down", "40", "the army"),
    ("A fifth of last year's total returned.", 0.2, "down", None, "last year"),
    ("Arrests are up 12 percent from last year.", 1.12, "up", None, "last year"),
    ("The region lost 300 jobs, 20 percent fewer than in May.", 0.8, "down", "300", "May"),
    ("Admissions saw a threefold increase.", 3.0, "up", None, None),
    ("Attacks increased fivefold.", 5.0, "up", None, None),
    ("The number of cases has tripled since March.", 3.0, "up", None, "March"),
    ("Arrivals have halved.", 0.5, "down", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "factor", "direction", "figure", "against"), RATIOS)
def test_a_factor_is_read(
    text: str, factor: float, direction: str, figure: str | None, against: str | None
) -> None:
    found, spoken = _only(text)
    assert (found.kind, found.factor, found.direction, spoken) == ("ratio", factor, direction, figure)
    assert (found.against.exact if found.against else None) == against


CHANGES = [
    # text, kind, difference, from, to, direction, figure, against                    # what the row protects
    ("The toll rose from 500 to 700 on Monday.", "from_to", None, 500, 700, "up", "700", None),  # not the day
    ("The number of missing fell by 12 to 98.", "difference", 12, None, 98, "down", "98", None),
    ("Officials revised the toll down from 109 to 99.", "from_to", None, 109, 99, "down", "99", None),
    ("Police cut the count of missing people to 128 from 145.", "from_to", None, 145, 128, "down", "128", None),
    ("Two more bodies raised the confirmed death toll to 22.", "from_to", None, None, 22, "up", "22", None),
    ("The toll is 120, up from 109 on Monday.", "from_to", None, 109, 120, "up", "120", "Monday"),
    ("On Friday 98 people died, 12 more than on Sunday.", "difference", 12, None, None, "up", "98", "Sunday"),
    ("The boat carried 318 people, 69 more than its papers showed.", "difference", 69, None, None, "up", "318",
     "its papers"),  # what a list or a body told
    ("The injured have gone to 799.", "from_to", None, None, 799, None, "799", None),  # the words say no direction
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "difference", "start", "end", "direction", "figure", "against"), CHANGES)
def test_a_change_is_read(
    text: str, kind: str, difference: float | None, start: float | None, end: float | None, direction: str | None,
    figure: str | None, against: str | None,
) -> None:  # fmt: skip
    found, spoken = _only(text)
    assert (found.kind, found.difference, found.from_value, found.to_value) == (kind, difference, start, end)
    assert (found.direction, spoken) == (direction, figure)
    assert (found.against.exact if found.against else None) == against


RANKS = [
    # text, kind, direction, figure, against                                          # what the row protects
    ("Rebels arrested 20 men, the same number as in May.", "same", "same", "20", "May"),
    ("The count was unchanged at 15.", "same", "same", "15", None),
    ("The search found 14 bodies, as many as last week.", "same", "same", "14", "last week"),
    ("The blast killed 31 people, the deadliest attack since 2011.", "superlative", "up", "31", "2011"),
    ("Police counted 4 murders, the lowest number on record.", "superlative", "down", "4", None),
    ("A record 65 million people are displaced.", "superlative", "up", "65 million", None),
]


@pytest.mark.parametrize(("text", "kind", "direction", "figure", "against"), RANKS)
def test_a_rank_is_read(text: str, kind: str, direction: str, figure: str, against: str | None) -> None:
    found, spoken = _only(text)
    assert (found.kind, found.direction, spoken) == (kind, direction, figure)
    assert (found.against.exact if found.against else None) == against


NONE = [
    "He was arrested twice.",  # a frequency
    "She was hit three times.",
    "They want to double the number of camps.",  # planned, not said to have happened
    "The toll could rise to 500.",  # possible
    "The plane dropped 12 bombs.",  # nothing fell in number
    "He made up 12 percent of the sum.",
    "The double agent met 12 people.",
    "It began more than a year ago.",  # a time
    "More than 500 people died.",  # a bound
    "He fell from 12 metres.",
    "One of the deadliest attacks since 2011 killed 9.",  # no rank
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_comparison_is_none(text: str) -> None:
    assert _read(text).comparisons == ()


def test_twice_is_rejected_as_frequency_only_where_it_is_one() -> None:
    assert [r.exact for r in _read("He was arrested twice.").rejected] == ["twice"]
    assert _read("The city counted 36 dead, twice the number the army had given.").rejected == ()


def test_an_implied_earlier_number_is_no_figure() -> None:
    reading = _read("Officials say up to 900 joined, doubling the figure that the police previously provided.")
    assert [f.exact for f in reading.figures] == ["up to 900"]
    assert reading.comparisons[0].claim == reading.claims[0].id


BACK = [
    ("The city counted 36 dead. That is twice the number the army had given.", "36"),
    # the next paragraph may say so, with any word for the count
    ("The toll reached 40 on Monday.\n\nThat is double the figure given on Sunday.", "40"),
    ("At least 61 people died. The new toll is almost twice the earlier one.", "At least 61"),
    ("Some 5,000 people had fled. The number has doubled since May.", "Some 5,000"),
    # a toll is of the dead
    ("The blast killed 40 people and injured 90. The death toll is twice the figure given on Sunday.", "40"),
    ("The blast killed 40 people and injured 90. That is twice the figure given on Sunday.", None),
    # another count, or none
    ("Some 5,000 people had fled. The number of injured has doubled since May.", None),
    ("Some 5,000 people had fled. Prices have doubled since May.", None),
]


@pytest.mark.parametrize(("text", "figure"), BACK)
def test_a_comparison_leans_on_the_count_of_the_sentence_before(text: str, figure: str | None) -> None:
    assert _only(text)[1] == figure
