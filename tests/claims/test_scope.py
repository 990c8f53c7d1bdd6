"""Scope and whole, through the model: one row a wording, our own sentences."""

import pytest

from tests.claims.figures_of import figure_of, figures_of

#: sentence, the figure's words, scope, words of the whole or None
ROWS: list[tuple[str, str, str, str | None]] = [
    # increments: a word before the number …
    ("Another 12 people died overnight.", "12", "new", None),
    ("A further 30 families were evacuated.", "30", "new", None),
    # … or after it
    ("Officials reported 499 more deaths on Friday.", "499", "new", None),
    ("There were 40 new cases of cholera in the district.", "40", "new", None),
    ("Some 18,000 people have been newly displaced this week.", "Some 18,000", "new", None),
    ("There was an ambush in which nine soldiers died.", "nine", "total", None),
    # the step and where it leads are two figures
    ("The toll rose by 12 to 98.", "12", "new", None),
    ("The toll rose by 12 to 98.", "98", "total", None),
    # "more than" is a bound and no increment
    ("More than 90 people were injured.", "More than 90", "total", None),
    # parts named after the whole
    ("The blast killed 20 people, including 6 children.", "6", "subset", "20"),
    ("Police arrested 30 people, among them 4 women.", "4", "subset", "30"),
    ("Some 300 homes burned; 20 of them were empty.", "20", "subset", "Some 300"),
    # a list of parts goes on
    ("A crash killed 12 people, including 3 children and 2 women.", "2", "subset", "12"),
    # the whole stands inside the part's own words
    ("Twelve of the 40 passengers were hurt.", "Twelve", "subset", "40"),
    ("Approximately 55 of the tower's 136 flats were destroyed.", "Approximately 55", "subset", "136"),
    ("Soldiers freed 10 of 12 hostages.", "10", "subset", "12"),
    # the whole stands first
    ("Of the 427 fugitives on the list, 133 were caught.", "133", "subset", "427"),
    # a whole without a number is no figure
    ("Officials said 21 university students were among Tajiks who joined the group.", "21", "subset", None),
    # a named group of the people just counted
    ("The bomb killed 110 people. The 11 Americans were killed in the embassy.", "11", "subset", "110"),
    # breakdowns that add up
    ("Twelve villagers were killed: 7 men and 5 women.", "7", "subset", "Twelve"),
    ("Seven men and five women, 12 people in all, were killed.", "five", "subset", "12"),
    # breakdowns that do not are kept as they are, and nothing is mended
    ("Twenty people died: 8 men and 11 women.", "8", "total", None),
    # totals said to be totals, and tolls
    ("In all, 97 bodies were recovered.", "97", "total", None),
    ("At least 40 villagers were killed.", "At least 40", "total", None),
    # a known group is counted whole, a building's storeys count nothing
    ("His four sons live abroad.", "four", "total", None),
    ("The 22-storey tower fell.", "22", "unknown", None),
    ("Several shootings were reported.", "Several", "unknown", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "scope", "whole"), ROWS, ids=[f"{r[1]}: {r[0][:40]}" for r in ROWS])
def test_scope_is_what_the_words_say(text: str, exact: str, scope: str, whole: str | None) -> None:
    figure = figure_of(text, exact)
    names = {f.id: f.exact for f in figures_of(text)}
    assert figure.scope == scope
    assert (names[figure.subset_of] if figure.subset_of else None) == whole


def test_a_part_without_a_unit_has_that_of_its_whole() -> None:
    figure = figure_of("Up to 1,000 nationals have joined. Of those, 61 returned.", "61")
    assert figure.unit is not None and (figure.unit.exact, figure.unit.supplied) == ("nationals", True)


def test_what_happened_to_a_part_is_not_said_of_the_whole() -> None:
    assert figure_of("Twelve of the 40 passengers were hurt.", "40").event is None
    event = figure_of("Twelve of the 40 people killed were children.", "40").event
    assert event is not None and event.type == "killed"
