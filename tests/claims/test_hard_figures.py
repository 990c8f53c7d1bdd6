"""The phenomena that make figures hard, each with three cases or more: our own sentences, through the model."""

import pytest

from reportedly.terms import Figure
from tests.claims.figures_of import figure_of, figures_of

Numbers = tuple[float | None, float | None, float | None]

#: phenomenon, sentence, the figure's words, (low, best, high), bound
BOUNDS: list[tuple[str, str, str, Numbers, str]] = [
    # one statement, different bounds
    ("bounds", "Up to 1,000 fighters left.", "Up to 1,000", (None, None, 1000), "at_most"),
    ("bounds", "Around 1,000 fighters left.", "Around 1,000", (None, 1000, None), "about"),
    ("bounds", "As many as 99 are missing.", "As many as 99", (None, None, 99), "at_most"),
    ("bounds", "At least 99 are missing.", "At least 99", (99, None, None), "at_least"),
    # slips of a digit that look like data: kept as written
    ("slips", "Some 3,985 people died.", "Some 3,985", (None, 3985, None), "about"),
    ("slips", "The toll is 1.94 thousand.", "1.94 thousand", (1940, 1940, 1940), "exact"),
    ("slips", "Rescuers found 1407 bodies.", "1407", (1407, 1407, 1407), "exact"),
    ("slips", "Some 1,2 million people fled.", "Some 1,2 million", (None, 1200000, None), "about"),
    # estimates that harden as they travel
    ("hardening", "Up to 2,000 people are feared dead.", "Up to 2,000", (None, None, 2000), "at_most"),
    ("hardening", "More than 2,000 people are dead.", "More than 2,000", (2000, None, None), "more_than"),
    ("hardening", "An estimated 2,000 people are dead.", "An estimated 2,000", (None, 2000, None), "about"),
    # "pushed up to" is no bound
    ("increments", "The find pushed the toll up to 188.", "188", (188, 188, 188), "exact"),
    # numbers in words and mixtures
    ("words", "Half a million people fled.", "Half a million", (500000, 500000, 500000), "exact"),
    ("words", "Two dozen villagers fled.", "Two dozen", (24, 24, 24), "exact"),
    ("words", "Tens of thousands of people fled.", "Tens of thousands", (None, None, None), "vague"),
    ("words", "Not a single villager was hurt.", "Not a single", (0, 0, 0), "exact"),
    ("words", "The 5,000-strong crowd marched.", "5,000", (5000, 5000, 5000), "exact"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "text", "exact", "numbers", "bound"), BOUNDS, ids=[f"{r[0]}-{r[2]}" for r in BOUNDS]
)
def test_bounds_are_what_the_words_say(what: str, text: str, exact: str, numbers: Numbers, bound: str) -> None:
    figure = figure_of(text, exact)
    assert (figure.low, figure.best, figure.high) == numbers
    assert figure.bound == bound


#: phenomenon, sentence, the figure's words, unit, supplied, event type
UNITS: list[tuple[str, str, str, str | None, bool, str | None]] = [
    # units left out
    ("elided", "While 61 nationals had returned, 148 had been killed.", "148", "nationals", True, "killed"),
    ("elided", "The storm killed 9 people and injured 31.", "31", "people", True, "injured"),
    # who is counted stands in the count's own words
    ("elided", "The monitor put the number of civilians killed at 171.", "171", "civilians", True, "killed"),
    # what moved is homes, here and a day earlier
    ("elided", "About 3,000 households were displaced, up from 1,200 on Monday.", "1,200", "households", True,
     "displaced"),
    # a part's unit says too little of all
    ("elided", "The strike killed 31 people, including 12 women. The mayor said: \"We counted 33 dead.\"", "33",
     "people", True, "killed"),
    ("elided", "The crash left 11 dead and 25 injured, leaving people in shock.", "25", "people", True, "injured"),
    ("elided", "The minister gave a more exact count last week: 386.", "386", None, False, None),
    # of whom a count is told
    ("elided", "The number of people in need doubled to 5.6 million.", "5.6 million", "people", True, "affected"),
    ("elided", "The hospital received 81 wounded, among them 19 children.", "81", None, False, "injured"),
    ("elided", "The army said 40 soldiers were hit; the rebels said five died.", "five", "soldiers", True,
     "killed"),
    # a time behind a number is not what it counts
    ("elided", "Some 92,000 people had left, up from 61,000 a week earlier.", "61,000", "people", True, None),
    # scope under a steady label: buried in graves, buried in mud
    ("label", "Some 153 victims were buried in graves.", "Some 153", "victims", False, "buried"),
    ("label", "Some 152 people are buried under mud.", "Some 152", "people", False, "trapped"),
    ("label", "In all, 102 people were accounted for.", "102", "people", False, "accounted_for"),
    # series that fall
    ("falling", "The missing fell from 159 to 145.", "145", None, False, "missing"),
    ("falling", "The missing fell from 159 to 145.", "159", None, False, "missing"),
    ("falling", "The number of missing people dropped to 128.", "128", "people", True, "missing"),
    # figures of other disasters, quoted for comparison, are figures of their own
    ("others", "In 1981 walkways fell in another city, killing 114 people.", "114", "people", False, "killed"),
    ("others", "Three quakes the year before killed 563 people.", "563", "people", False, "killed"),
    ("others", "The 2010 quake destroyed 300 homes.", "300", "homes", False, "destroyed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "text", "exact", "unit", "supplied", "event"), UNITS, ids=[r[1][:50] for r in UNITS]
)
def test_what_is_left_out_is_supplied_or_null(
    what: str, text: str, exact: str, unit: str | None, supplied: bool, event: str | None
) -> None:
    figure = figure_of(text, exact)
    held = figure.unit
    assert (held.exact if held else None, held.supplied if held else False) == (unit, supplied)
    assert (figure.event.type if figure.event else None) == event


@pytest.mark.parametrize(
    ("text", "exact", "modality"),
    [
        ("Up to 2,000 people are feared dead.", "Up to 2,000", "feared"),
        ("Some 30 people may have died.", "Some 30", "possible"),
        ("Some 40 families are expected to return.", "Some 40", "expected"),
        ("The court plans to deport 30 people.", "30", "planned"),
        ("More than 2,000 people are dead.", "More than 2,000", "asserted"),
    ],
)
def test_a_fear_is_not_a_death(text: str, exact: str, modality: str) -> None:
    event = figure_of(text, exact).event
    assert event is not None and event.modality == modality


@pytest.mark.parametrize(
    "text",
    [
        "The caption shows the colonel (2nd right).",
        "One of the men left early.",
        "No one claimed the attack.",
        "He drove along Route 66 in an F-16 shirt.",
        "Call the office on 555-0199 for details.",
    ],
)
def test_numbers_that_are_no_figures_are_none(text: str) -> None:
    assert not [f for f in figures_of(text) if f.measure == "count"]


@pytest.mark.parametrize(
    ("text", "exact", "measure", "per", "unit"),
    [
        ("The group pays fighters $100 a month.", "$100", "money", "month", None),
        ("The rate is 12 deaths per 100,000 people.", "12", "rate", "100,000", "deaths"),
        ("Some 40 percent of the houses burned.", "Some 40 percent", "percent", None, "houses"),
        ("Among likely voters, 46 percent chose her.", "46 percent", "percent", None, "likely voters"),
        ("There was a three percent drop.", "three percent", "percent", None, None),  # of something else
        ("Two-thirds of the pupils fled.", "Two-thirds", "ratio", None, "pupils"),
    ],
)
def test_rates_and_shares_have_their_base(
    text: str, exact: str, measure: str, per: str | None, unit: str | None
) -> None:
    figure: Figure = figure_of(text, exact)
    assert (figure.measure, figure.per) == (measure, per)
    assert (figure.unit.exact if figure.unit else None) == unit
