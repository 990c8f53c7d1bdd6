"""What the words say of those counted, through the model."""

import pytest

from reportedly.terms import exact_at
from tests.claims.figures_of import figure_of

#: sentence, the figure's words, (nationality, status, age, sex)
ROWS: list[tuple[str, str, tuple[str | None, str | None, str | None, str | None]]] = [
    ("Some 61 Tajik nationals returned.", "Some 61", ("TJK", None, None, None)),
    ("Twelve Palestinian children were hurt.", "Twelve", ("PSE", None, "child", None)),
    ("The crash killed 9 Canadians.", "9", ("CAN", None, None, None)),  # the people's own name
    ("Six citizens of Paraguay are missing.", "Six", ("PRY", None, None, None)),  # after "of"
    ("Shelling killed 14 civilians.", "14", (None, "civilian", None, None)),
    ("Troops killed 30 militants.", "30", (None, "militant", None, None)),
    ("At least 21 university students joined.", "At least 21", (None, "university student", None, None)),
    ("Three police officers were wounded.", "Three", (None, "police officer", None, None)),
    ("Some 40 women and children fled.", "Some 40", (None, None, "child", "woman")),
    ("Two schoolgirls were abducted.", "Two", (None, "schoolgirl", "schoolgirl", "schoolgirl")),
    ("Twenty US-backed rebels died.", "Twenty", (None, "rebel", None, None)),  # backed by, not of
    ("About 300 houses burned.", "About 300", (None, None, None, None)),  # things have none
    ("Five Jewish people were hurt.", "Five", (None, None, None, None)),  # a faith is no country
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "wanted"), ROWS, ids=[row[0] for row in ROWS])
def test_attributes_are_what_the_words_say(
    text: str, exact: str, wanted: tuple[str | None, str | None, str | None, str | None]
) -> None:
    unit = figure_of(text, exact).unit
    assert unit is not None
    held = unit.attributes
    assert (held.nationality, held.status, held.age, held.sex) == wanted
    assert bool(held.words) == any(wanted)
    assert all(exact_at(text, words.spans) == words.exact for words in held.words)


def test_bare_nationals_are_of_the_country_whose_authorities_count_them() -> None:
    unit = figure_of("Tajik authorities say up to 1,000 nationals have joined the group.", "up to 1,000").unit
    assert unit is not None and unit.attributes.nationality == "TJK"
    assert [words.exact for words in unit.attributes.words] == ["Tajik"]  # the words it is taken from


@pytest.mark.parametrize(
    "text",
    [
        "Tajik authorities say up to 1,000 foreign nationals have joined the group.",  # of anywhere else
        "Officials say up to 1,000 nationals have joined the group.",  # of where, nobody says
        "Tajik authorities say up to 1,000 fighters have joined the group.",  # fighters may be of anywhere
    ],
)
def test_no_nationality_is_guessed(text: str) -> None:
    unit = figure_of(text, "up to 1,000").unit
    assert unit is not None and unit.attributes.nationality is None
