"""Events told once for several numbers."""

import pytest

from tests.claims.figures_of import figures_of

#: text, the figure's words, event type of every figure with these words, in order
ROWS: list[tuple[str, str, list[str | None]]] = [
    # named side by side, the verb after the last
    ("It came after six monks (five Spaniards and one Pole) and two women were killed.", "six", ["killed"]),
    # … and those in brackets are of the group
    ("It came after six monks (five Spaniards and one Pole) and two women were killed.", "five", ["killed"]),
    # the same group spoken of again
    (
        "Four farmers were abducted on Monday. The case of the four farmers is open.",
        "four",
        ["abducted"],
    ),
    # … before its fate is told
    ("The case of the four farmers is open. The four farmers were abducted on Monday.", "four", ["abducted"] * 2),
    # another noun is another group
    ("Four farmers were abducted on Monday. The case of the four teachers is open.", "four", [None]),
    # a small number that nothing points at may be others
    ("Two farmers were abducted on Monday. The photograph shows two farmers in hats.", "two", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "types"), ROWS)
def test_a_group_has_the_event_told_of_it_elsewhere(text: str, words: str, types: list[str | None]) -> None:
    found = [figure.event and figure.event.type for figure in figures_of(text) if figure.exact == words]
    assert found == types
