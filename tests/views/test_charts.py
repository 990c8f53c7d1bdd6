"""The chart of a series: one definition for page, notebook and file."""

import builtins
import sys
from dataclasses import replace

import pytest

from reportedly.errors import MissingCharts
from reportedly.terms import Series
from reportedly.views.charts import Look, Theme, chart_file, chart_of, chart_spec
from tests.views.made_series import ferry


def values(spec: dict) -> list[dict]:
    (data,) = (spec.get("datasets") or {"": spec["data"]["values"]}).values()
    return data


def test_every_figure_with_a_number_and_a_date_is_on_the_chart_with_its_words() -> None:
    rows = values(chart_spec(*ferry()))
    assert [row["words"] for row in rows] == [
        "at least 61", "148", "about 160", "150 to 170", "up to 300", "at least 61",
    ]  # fmt: skip
    assert all(row["alt"] for row in rows)


def test_every_source_has_a_colour_and_a_shape_of_its_own() -> None:
    spec = chart_spec(*ferry())
    points = next(layer["encoding"] for layer in spec["layer"] if "shape" in layer["encoding"])
    for channel in ("color", "shape"):
        scale = points[channel]["scale"]
        assert len(scale["domain"]) == len(set(scale["range"])) == 5


def test_points_lead_to_the_words_where_a_link_is_given() -> None:
    spec = chart_spec(*ferry(), Look(link=lambda point: f"/at/{point.pointer.figure}"))
    assert values(spec)[0]["href"].startswith("/at/f:")
    assert values(chart_spec(*ferry()))[0]["href"] is None


def test_no_layer_is_without_rows() -> None:
    """An empty layer makes browsers complain of a scale without numbers."""
    series, _ = ferry()
    one = chart_spec(replace(series, points=series.points[1:2]))
    assert [layer["mark"]["type"] for layer in one["layer"]] == ["line", "point"]


def test_svg_and_png_are_written_without_a_browser() -> None:
    svg = chart_file(*ferry(), "svg")
    assert svg.startswith(b"<svg") and b"Red Cross" in svg
    assert chart_file(*ferry(), "png").startswith(b"\x89PNG")


def test_an_empty_series_is_an_empty_chart() -> None:
    empty = Series(id="q:1", label="", facets=(), points=(), cumulative=None, reports=0, outlets=0, origins=0)
    assert chart_file(empty, (), "svg").startswith(b"<svg")


def test_a_chart_shows_itself_in_a_notebook() -> None:
    assert hasattr(chart_of(*ferry()), "_repr_mimebundle_")


def test_without_what_draws_files_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: object) -> object:
        if name == "vl_convert":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "vl_convert", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingCharts, match=r"reportedly\[charts\]"):
        chart_file(*ferry(), "svg")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_definition_is_right_vega_lite(theme: Theme) -> None:
    look = Look(theme=theme, link=lambda point: f"/at/{point.pointer.figure}")
    assert chart_spec(*ferry(), look) == chart_of(*ferry(), look).to_dict(validate=True)
