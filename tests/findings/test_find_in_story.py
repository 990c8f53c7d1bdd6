"""What is found in a story, case by case, on words written for it."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.findings import find_in_story
from reportedly.terms import Link, Pins, StoryFindings, Told
from tests.findings.told_stories import (
    NAMES,
    found_between,
    series_with,
    told_reports,
    told_story,
    words_of,
)


def _found(*reports: tuple[str | None, str]) -> StoryFindings:
    return find_in_story(told_reports(*reports))


FLOOD_ONE = (
    "2016-01-25",
    "Flood in Marenga\nAt least 12 people were killed in the flood in Marenga, the ministry said.",
)
FLOOD_TWO = (
    "2016-01-26",
    "Marenga flood toll climbs\nThe ministry said on Tuesday that 31 people had been killed.",
)


@pytest.mark.parametrize(
    ("reports", "old", "new", "kind", "told"),
    [
        # the same origin gives another number later
        ((FLOOD_ONE, FLOOD_TWO), "At least 12", "31", "revision", {"direction": "up"}),
        # one number, in a report of another outlet
        (
            (FLOOD_TWO, ("2016-01-26", "Flood\nThe flood in Marenga killed 31 people, the ministry said.")),
            "31",
            "31",
            "repeat",
            {},
        ),
        # another origin that counts for itself
        (
            (
                ("2016-01-26", "Flood\nThe Interior Ministry said 31 people were killed in Marenga."),
                ("2016-01-26", "Flood\nThe Red Crescent said 31 people were killed in Marenga."),
            ),
            "31",
            "31",
            "corroboration",
            {},
        ),
        # one day, two sources, and no number that both can mean
        (
            (
                ("2016-01-26", "Flood\nThe Interior Ministry said 31 people were killed in Marenga."),
                ("2016-01-26", "Flood\nThe Red Crescent said 58 people were killed in Marenga."),
            ),
            "31",
            "58",
            "contradiction",
            {"reason": "dispute", "apparent": False},
        ),
        # both floors hold, and lie far apart
        (
            (
                ("2016-01-26", "Flood\nThe Interior Ministry said at least 61 people were killed in Marenga."),
                ("2016-01-26", "Flood\nThe Red Crescent said at least 148 people were killed in Marenga."),
            ),
            "at least 61",
            "at least 148",
            "difference",
            {"apparent": True},
        ),
        # what was a ceiling comes back as a floor
        (
            (
                ("2016-01-26", "Flood\nAs many as 99 people are missing in Marenga, police said."),
                ("2016-01-26", "Flood\nAt least 99 people are missing in Marenga, officials said."),
            ),
            "As many as 99",
            "At least 99",
            "difference",
            {"reason": "method"},
        ),
        # the report itself tells the number of before
        (
            (("2016-01-26", "Flood\nThe toll of the flood in Marenga rose to 31 from 12, the ministry said."),),
            "12",
            "31",
            "revision",
            {"direction": "up"},
        ),
        # a slip of two digits
        (
            (
                ("2016-01-26", "Flood\nThe Interior Ministry said 3,985 houses were destroyed in Marenga."),
                ("2016-01-26", "Flood\nThe Red Crescent said 3,958 houses were destroyed in Marenga."),
            ),
            "3,985",
            "3,958",
            "contradiction",
            {"reason": "digit"},
        ),
        # the running total was 31, and 12 is printed again
        (
            (FLOOD_ONE, FLOOD_TWO, ("2016-01-27", "Flood\nThe flood in Marenga killed 12 people.")),
            "31",
            "12",
            "lag",
            {},
        ),
        # a change of which the earlier number stands in another report
        (
            (
                FLOOD_ONE,
                ("2016-01-26", "Flood\nThe flood in Marenga killed 24 people, twice the figure given on Monday."),
            ),
            "At least 12",
            "24",
            "comparison",
            {"verdict": "holds"},
        ),
        (
            (
                FLOOD_ONE,
                ("2016-01-26", "Flood\nThe flood in Marenga killed 50 people, twice the figure given on Monday."),
            ),
            "At least 12",
            "50",
            "comparison",
            {"verdict": "does_not_hold"},
        ),
        # one sentence sets two sources beside each other, and dates one of the numbers only
        (
            (
                (
                    "2016-01-29",
                    "March\nSome 2,000 people marched on Thursday, organisers said; police put the crowd at 600.",
                ),
            ),
            "Some 2,000",
            "600",
            "contradiction",
            {"apparent": True},
        ),
    ],
)
def test_two_figures_are_joined_by_what_the_words_say(reports, old, new, kind, told) -> None:
    found = _found(*reports)
    joined = [each for each in found_between(found, old, new) if each.type == kind]
    assert len(joined) == 1, [
        (f.type, f.from_place and f.from_place.exact, f.to_place.exact) for f in found.findings
    ]
    assert {name: getattr(joined[0], name) for name in told} == told
    assert joined[0].why.endswith(".")


def test_a_claim_of_change_without_an_earlier_number_has_nothing_to_compare_with() -> None:
    found = _found(("2016-01-26", "Flood\nThe flood killed 24 people, twice the figure given on Monday."))
    (compared,) = found_between(found, None, "24")
    assert compared.verdict == "nothing_to_compare"


def test_more_than_somebody_else_tells_is_not_held_against_another_number() -> None:
    found = _found(
        ("2016-01-25", "Ferry burns\nThe ferry off Marenga was carrying 221 passengers, the coast guard said."),
        (
            "2016-01-27",
            "Ferry\nThe minister said the ferry was carrying 318 people, 69 more than its papers showed.",
        ),
    )
    (verdict,) = [each.verdict for each in found.findings if each.type == "comparison"]
    assert verdict == "nothing_to_compare"


def test_people_counted_without_an_event_are_no_revision_of_another_source() -> None:
    found = _found(
        ("2016-01-25", 'Ferry burns\n"There were easily 400 of us," said Rina Holt, who swam from the ferry.'),
        ("2016-01-26", "Ferry\nThe coast guard said its list had 249 people for the ferry."),
    )
    assert not [each for each in found.findings if each.type == "revision"]


def test_a_body_counted_twice_is_no_toll() -> None:
    found = _found(
        ("2016-01-26", "Ferry burns\nThe ferry fire off Marenga killed 23 people, police said."),
        ("2016-01-27", "Ferry\nPolice cut the toll to 22, saying one body had been counted twice."),
    )
    assert {each.to_place.exact for each in found.findings} == {"22"}


def test_percentages_of_nothing_told_are_of_different_things() -> None:
    found = _found(
        ("2016-01-26", "Housing\nSpending was up 28 percent. Waiting lists grew by 17 percent, a union said.")
    )
    assert not [each for each in found.findings if each.type in ("contradiction", "revision")]


def test_a_number_of_the_figure_is_no_sum_of_money() -> None:
    found = _found(
        (
            "2016-01-26",
            "Jobs\nThe carmaker said losses rose to €184 million. The union said the real figure was 3,000.",
        )
    )
    assert not any({"€184 million", "3,000"} <= set(words_of(each)) for each in found.series)


def test_an_hour_is_not_older_than_its_day() -> None:
    found = _found(
        ("2016-01-25", "Ferry sinks\nBy noon on Monday 150 people were missing, the coast guard said."),
        ("2016-01-25", "Ferry\nThe coast guard said 139 people were missing."),
    )
    assert words_of(series_with(found, "150", "139")) == ["150", "139"]


def test_missing_people_may_go_down_and_up_again() -> None:
    found = _found(
        ("2016-01-25", "Ferry sinks\nThe coast guard said 150 people were missing."),
        ("2016-01-26", "Ferry\nThe coast guard said 201 people were missing."),
        ("2016-01-27", "Ferry\nThe coast guard said 150 people were missing."),
    )
    ways = [each.direction for each in found.findings if each.type == "revision"]
    assert sorted(way or "" for way in ways) == ["down", "up"]
    assert not [each for each in found.findings if each.type == "lag"]


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        # laid in graves, and under mud
        (
            "The agency said 153 victims were buried on Monday. It said 152 people were buried under mud.",
            ("153", "152"),
        ),
        # what is added, and the total
        ("Four more bodies were found on Sunday. The death toll now stands at 95.", ("Four", "95")),
        # what is to come
        ("The toll stands at 95. Officials expect it to reach 200.", ("95", "200")),
        # another year
        ("The quake killed 95 people. A quake in 1976 killed 23,000 people there.", ("95", "23,000")),
        # a part by age
        ("The quake killed 95 people, including 12 children.", ("95", "12")),
        # counted beside each other
        ("The quake destroyed 1,200 houses and damaged 5,000 houses.", ("1,200", "5,000")),
    ],
)
def test_what_is_not_one_count_is_not_one_series(words: str, apart: tuple[str, str]) -> None:
    found = _found(("2016-01-26", f"Quake in Marenga\nA quake struck Marenga. {words}"))
    held = [words_of(each) for each in found.series]
    assert not any(set(apart) <= set(points) for points in held), held
    assert all(any(each in points for points in held) for each in apart), held


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The death toll stands at 95.", "Crews have recovered 97 bodies."),
        ("Officials said 120 people were missing.", "Officials said 118 people were unaccounted for."),
        ("The quake left 61,000 people homeless.", "Some 70,000 people are living in camps."),
        ("There are 331 confirmed cases of cholera.", "Cholera has infected 350 people."),
    ],
)
def test_words_for_one_count_are_one_series(one: str, other: str) -> None:
    found = _found(("2016-01-26", f"Quake in Marenga\n{one}"), ("2016-01-27", f"Quake in Marenga\n{other}"))
    assert any(each.reports == 2 for each in found.series), [words_of(each) for each in found.series]


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(name: str, chance: random.Random) -> None:
    told = list(told_story(name))
    expected = find_in_story(told)
    chance.shuffle(told)
    assert find_in_story(told) == expected


def test_every_finding_points_at_words_of_its_reports() -> None:
    for name in NAMES:
        texts = {each.reading.report.id: each.reading.report.text for each in told_story(name)}
        found = find_in_story(told_story(name))
        assert len({each.id for each in found.findings}) == len(found.findings)
        for each in found.findings:
            for place in (each.from_place, each.to_place):
                if place is not None:
                    text = texts[place.report]
                    assert " ".join(text[a:b] for a, b in place.spans) == place.exact
        figures = [point.pointer.figure for each in found.series for point in each.points]
        assert len(figures) == len(set(figures))


def test_pins_win_over_the_program() -> None:
    told = told_reports(FLOOD_ONE, FLOOD_TWO)
    before = series_with(find_in_story(told), "At least 12", "31")
    first, second = (
        point.pointer.figure or "" for point in before.points if point.pointer.exact in ("At least 12", "31")
    )
    parted = find_in_story(told, Pins(parted=frozenset({(first, second)})))
    assert words_of(series_with(parted, "31")) == ["31"]
    both = find_in_story(told, Pins(parted=frozenset({(first, second)}), joined=frozenset({(first, second)})))
    assert words_of(series_with(both, "At least 12", "31"))


def test_a_number_changed_between_versions_is_a_silent_change_unless_owned() -> None:
    words = "Flood in Marenga\nThe ministry said {} people were killed in the flood in Marenga.{}"
    old, new, owned = told_reports(
        ("2016-01-26", words.format(31, "")),
        ("2016-01-26", words.format(34, "")),
        ("2016-01-26", words.format(34, " This report has been corrected.")),
    )

    def version_of(told: Told) -> Told:
        report, other = told.reading.report.id, old.reading.report.id
        return replace(told, links=(Link(report=report, other=other, kind="version", similarity=0.9, why="made"),))

    silent = [each for each in find_in_story([old, version_of(new)]).findings if each.type == "silent_change"]
    assert [(each.from_place and each.from_place.exact, each.to_place.exact) for each in silent] == [("31", "34")]
    assert not [e for e in find_in_story([old, version_of(owned)]).findings if e.type == "silent_change"]


def test_a_copy_is_found_and_its_numbers_count_once() -> None:
    first, again = told_reports(FLOOD_ONE, FLOOD_ONE)
    link = Link(
        report=again.reading.report.id, other=first.reading.report.id, kind="copy", similarity=1.0, why="the same"
    )
    found = find_in_story([first, replace(again, links=(link,))])
    assert [each.type for each in found.findings] == ["copy"]
    (series,) = found.series
    assert (series.reports, series.origins) == (2, 1)


def test_nothing_is_found_in_nothing() -> None:
    assert find_in_story([]) == StoryFindings()
    empty: list[Told] = told_reports(("2016-01-26", "Nothing of note happened in Marenga."))
    assert find_in_story(empty) == StoryFindings()
