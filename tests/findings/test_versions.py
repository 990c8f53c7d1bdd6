"""What changed between two versions of one address without a word. Each case says what it protects."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import read_text
from reportedly.findings import find_in_story
from reportedly.findings.versions import compare_versions
from reportedly.terms import Link, Told, exact_at

FIRST = """Blast in market kills 12

A bomb in a crowded market in the town of Karsa killed 12 people on Monday, police said.

The interior ministry blamed a separatist group for the attack.
"They have no mercy," the governor, Ana Silva, said.

Some 40 people were taken to three hospitals, a doctor at the central hospital said.
The market was rebuilt in 2011.
"""

CASES = [
    # nothing
    ("", "", []),
    # a figure, in the headline and below it
    ("12", "19", [("12", "19"), ("12", "19")]),
    # a figure in a sentence of its own that was written anew
    (
        "Some 40 people were taken to three hospitals",
        "Ambulances went back and forth until the evening, and in the end some 55 people were taken to hospitals",
        [("Some 40", "some 55")],
    ),
    # another source
    ("The interior ministry blamed", "Residents blamed", [("The interior ministry", "Residents")]),
    # no source any more
    (
        ", a doctor at the central hospital said",
        "",
        [("a doctor at the central hospital", "Some 40 people were taken to three hospitals")],
    ),
    # a claim is gone
    (
        '"They have no mercy," the governor, Ana Silva, said.',
        "",
        [('"They have no mercy,"', "Blast in market kills 12")],
    ),
    # the source is the same in other words
    ("police said", "said the police", []),
    # the words say that the figure changed
    ("killed 12 people on Monday", "killed 15 people on Monday, up from 12", []),
    # the report owns up to it
    (
        "was rebuilt in 2011.",
        "was rebuilt in 2011. Correction: this report gave another toll. It was 12, not 19.",
        [],
    ),
    # words in between that nobody said
    ("The market was rebuilt in 2011.", "The market was rebuilt in 2011. It has two hundred stalls.", []),
]


@pytest.mark.parametrize(("words", "now", "changes"), CASES)
def test_silent_changes_are_found_with_the_words_of_both(
    words: str, now: str, changes: list[tuple[str, str]]
) -> None:
    earlier, later = read_text(FIRST), read_text(FIRST.replace(words, now) if words else FIRST)
    found = compare_versions(earlier, later)
    assert [(each.from_place.exact, each.to_place.exact) for each in found if each.from_place] == changes
    for each in found:
        assert each.type == "silent_change"
        assert each.why.endswith(".")


def test_each_version_is_held_against_the_one_before_it() -> None:
    texts = [FIRST, FIRST.replace("12", "19"), FIRST.replace("12", "23")]
    readings = [
        read_text(text, published=f"2021-03-0{day}", url="https://example.org/a")
        for day, text in enumerate(texts, 1)
    ]
    told = [
        Told(
            reading=reading,
            links=tuple(
                Link(report=reading.report.id, other=other.report.id, kind="version", similarity=1.0, why="made")
                for other in readings[:place]
            ),
        )
        for place, reading in enumerate(readings)
    ]
    found = [each for each in find_in_story(told).findings if each.type == "silent_change"]
    assert {(each.from_place and each.from_place.exact, each.to_place.exact) for each in found} == {
        ("12", "19"),
        ("19", "23"),
    }
    assert {each.direction for each in found} == {"up"}
    assert all(each.series for each in found)


_LINES = st.lists(
    st.sampled_from(
        [line for line in FIRST.split("\n") if line] + ["Police said 19 people were killed.", "No 7.", "x"]
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=25, deadline=None)  # each example is read by the model, twice
@given(_LINES, _LINES)
def test_any_two_versions_give_changes_at_words_that_stand_there(one: list[str], other: list[str]) -> None:
    earlier, later = read_text("\n".join([*one, ""])), read_text("\n".join([*other, ""]))
    texts = {reading.report.id: reading.report.text for reading in (earlier, later)}
    assert compare_versions(earlier, earlier) == ()
    for each in compare_versions(earlier, later):
        for place in (each.from_place, each.to_place):
            assert place is not None
            assert exact_at(texts[place.report], place.spans) == place.exact
