"""What of a series is drawn, and what only stands in its table."""

import pytest

from reportedly.terms import Series
from reportedly.views.drawn import OTHERS, OWN_VOICE, draw_series
from tests.views.made_series import at_least, ferry, point


def series_of(*points: object) -> Series:
    return Series(
        id="q:1", label="people killed", facets=(), points=points, cumulative=None, reports=1, outlets=1, origins=1
    )  # type: ignore[arg-type]


def test_vague_and_undated_figures_are_counted_and_not_drawn() -> None:
    drawing = draw_series(ferry()[0])
    assert (len(drawing.rows), drawing.vague, drawing.undated) == (6, 1, 1)


def test_open_bounds_reach_beyond_their_number_on_the_open_side() -> None:
    series, findings = ferry()
    rows = {row.point.value: row for row in draw_series(series, findings).rows}
    floor, ceiling, whole = rows["≥ 61"], rows["≤ 300"], rows["148"]
    assert floor.opens == "up" and floor.low == 61 and floor.high is not None and floor.high > 61
    assert ceiling.opens == "down" and ceiling.high == 300 and ceiling.low is not None and ceiling.low < 300
    assert (whole.opens, whole.low, whole.high) == (None, None, None)


def test_a_ceiling_never_reaches_below_nothing() -> None:
    low = point(1, "2024-03-05", value="≤ 1", low=None, best=None, high=1, bound="at_most")
    tall = point(2, "2024-03-05", value="1000", low=1000, best=1000, high=1000)
    assert draw_series(series_of(low, tall)).rows[0].low == 0


def test_the_same_value_of_one_source_on_one_day_is_folded() -> None:
    rows = draw_series(series_of(*(at_least(n, "2024-03-05", 61) for n in range(1, 5)))).rows
    assert [row.folded for row in rows] == [3]
    assert rows[0].point.pointer.address == "ferry/01.txt"


def test_another_bound_or_source_is_not_folded() -> None:
    rows = draw_series(
        series_of(at_least(1, "2024-03-05", 61), point(2, "2024-03-05"), at_least(3, "2024-03-05", 61, None))
    )
    assert [row.folded for row in rows.rows] == [0, 0, 0]


@pytest.mark.parametrize(("sources", "own"), [(3, 3), (7, 7), (8, 6), (40, 6)])
def test_no_more_sources_than_can_be_told_apart(sources: int, own: int) -> None:
    rows = draw_series(
        series_of(*(at_least(n, "2024-03-05", n, f"Source {n}") for n in range(1, sources + 1)))
    ).rows
    shown = {row.source for row in rows}
    assert len(shown - {OTHERS}) == own
    assert len(rows) == sources  # none is lost, only its name


def test_marks_stand_on_both_sides_of_a_contradiction_and_on_the_later_of_a_lag() -> None:
    series, findings = ferry()
    marked = {row.point.pointer.address: row.mark for row in draw_series(series, findings).rows if row.mark}
    assert marked == {
        "ferry/01.txt": "contradiction", "ferry/02.txt": "contradiction", "ferry/06.txt": "lag",
    }  # fmt: skip


def test_the_report_itself_has_a_name_on_the_chart() -> None:
    assert draw_series(series_of(at_least(1, "2024-03-05", 61, None))).rows[0].source == OWN_VOICE


def test_a_stretch_of_time_is_drawn_from_its_beginning_to_its_end() -> None:
    month, day = draw_series(series_of(at_least(1, "2024-03", 5), at_least(2, "2024-03-05", 6))).rows
    assert month.end is not None and month.end.isoformat() == "2024-04-01T00:00:00+00:00"
    assert day.end is None


def test_a_number_of_by_a_day_stands_at_that_day() -> None:
    (row,) = draw_series(series_of(point(1, "../2024-03-05"))).rows
    assert row.begin.date().isoformat() == "2024-03-05"
