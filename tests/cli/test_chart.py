"""The chart of a series on a terminal."""

import dataclasses

import pytest

from reportedly.cli.chart import LINES, PLAIN_SIGNS, SIGNS, chart_lines
from reportedly.terms import Series
from tests.views.made_series import at_least, ferry, point


def _of(points: list[object]) -> Series:
    return dataclasses.replace(ferry()[0], points=tuple(points))  # type: ignore[arg-type]


def test_bounds_are_drawn_as_the_words_set_them() -> None:
    series, findings = ferry()
    lines = chart_lines(series, findings, 100)
    drawn = {value: line for line in lines for value in ("≥ 61", "148", "150–170", "≤ 300") if value in line}
    assert "├" in drawn["≥ 61"] and "▷" in drawn["≥ 61"]
    assert "●" in drawn["148"]
    assert "├" in drawn["150–170"] and "┤" in drawn["150–170"]
    assert "◁" in drawn["≤ 300"] and "┤" in drawn["≤ 300"]


def test_what_is_in_dispute_and_what_came_late_is_marked() -> None:
    series, findings = ferry()
    lines = chart_lines(series, findings, 100)
    assert [line.split()[-1] for line in lines if "!" in line or "←" in line] == ["!", "!", "←"]


def test_what_cannot_be_drawn_is_counted() -> None:
    series, findings = ferry()
    assert chart_lines(series, findings, 100)[-1] == (
        "not drawn: 1 vague (no number), 1 without a date; all are in the table"
    )


def test_copies_are_one_line_with_their_number() -> None:
    points = [point(n, "2024-03-05") for n in range(1, 41)]
    lines = chart_lines(_of(points), (), 80)
    assert len(lines) == 2
    assert lines[1].endswith("61 ×40")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("signs", [SIGNS, PLAIN_SIGNS])
def test_no_line_is_wider_than_the_terminal(width: int, signs: object) -> None:
    long = "The Deputy Undersecretary for the Coordination of Very Long Names " * 3
    points = [at_least(n, f"2024-03-{n % 28 + 1:02}", n**4, long if n % 2 else None) for n in range(1, 201)]
    lines = chart_lines(_of(points), (), width, signs)  # type: ignore[arg-type]
    assert max(map(len, lines)) <= width
    assert len(lines) == LINES + 2
    assert lines[-1].startswith("not drawn: 160 earlier")


def test_numbers_far_apart_are_laid_on_powers_of_ten() -> None:
    points = [
        point(n, f"2024-03-0{n}", value=str(v), low=v, best=v, high=v) for n, v in enumerate((2, 200, 90000), 1)
    ]
    axis, *rows = chart_lines(_of(points), (), 100)
    assert "powers of ten" in axis
    places = [row.index("●") for row in rows]
    assert places[0] < places[1] < places[2]


def test_a_series_of_one_number_has_a_chart() -> None:
    zero = point(1, "2024-03-05", value="0", low=0, best=0, high=0)
    assert "●" in chart_lines(_of([zero]), (), 80)[1]


def test_without_anything_to_draw_there_is_no_chart() -> None:
    vague = point(1, "2024-03-05", value="dozens", low=None, best=None, high=None, bound="vague", vague="dozens")
    assert chart_lines(_of([vague]), (), 80) == ["not drawn: 1 vague (no number); all are in the table"]
