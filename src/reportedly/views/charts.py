"""The one chart of a series: bars from low to high over time, by source. Altair lives here.

The same definition is used by the web page, by notebooks and for files. Colours are those of Okabe and Ito
(2008), told apart by colour-blind eyes, some darkened to stand out from paper; every source has a shape as well.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any, Literal

import altair as alt

from reportedly.errors import MissingCharts
from reportedly.terms import Finding, Point, Series
from reportedly.views.drawn import OTHERS, OWN_VOICE, Drawn, draw_series

Theme = Literal["light", "dark"]
Form = Literal["svg", "png", "html"]

_COLOURS = {
    "light": ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B37700", "#3A95C9", "#7A5CA8"),
    # the same hues, light enough on a dark ground
    "dark": ("#56B4E9", "#FF8A4C", "#3CCB9A", "#E59AC8", "#F0B84A", "#9DB4FF", "#BFA3E8"),
}
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
_GREY = "#7f7f7f"
#: The name of the rows in the chart.
_ROWS = "rows"
_STEP = ("interval", "step")
#: Fields of a row by which layers are there or not, some by their value.
_VALUED = {"opens": ("up", "down"), "mark": ("contradiction", "difference", "lag")}
_TELLING = ("t2", "low", "opens", "mark", "named", "solid", "hollow", "times")
_ALL = frozenset((field, value) for field in _TELLING for value in _VALUED.get(field, (True,)))
_ARROW = {"up": "M-.5,.35L0,-.35L.5,.35", "down": "M-.5,-.35L0,.35L.5,-.35"}
_INKS = {"light": ("#22201c", "#d9d4c8", "#b3261e"), "dark": ("#e8e4da", "#45423c", "#ff8a7a")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: ``width`` in pixels or ``container``; ``link`` gives the address behind a point.

    The address is a field ``href`` of the row; who shows the chart decides what a click does.
    """

    theme: Theme = "light"
    width: int | Literal["container"] = 760
    height: int = 320
    link: Callable[[Point], str] | None = None


def chart_of(
    series: Series, findings: Iterable[Finding] = (), look: Look = Look()
) -> alt.LayerChart:  # fmt: skip
    """The chart of a series: in a notebook it shows itself.

    Vague and undated figures are not on it: they have no number or no place in time.
    """
    rows, frame = _framed(series, findings, look)
    return _chart(frame, rows, series.label)


def chart_spec(series: Series, findings: Iterable[Finding] = (), look: Look = Look()) -> dict[str, Any]:
    """The chart as Vega-Lite JSON."""
    rows, frame = _framed(series, findings, look)
    if not frame.told:
        return dict(_chart(frame, rows, series.label).to_dict(validate=False))
    # Altair takes longer than all else: it makes every layer once, and those that have rows are taken
    spec: dict[str, Any] = json.loads(_spec_of_all_layers(replace(frame, names=(), told=_ALL, form="", ticks=0)))
    held = {_test(field, None if told is True else told) for field, told in frame.told}
    spec["layer"] = [layer for layer in spec["layer"] if layer["transform"][0]["filter"] in held]
    for layer in spec["layer"]:
        _fill_layer(layer["encoding"], frame)
    return spec | {"description": series.label, "datasets": {_ROWS: rows}}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """All of a chart but its rows: look, axis of time, sources in order, and which fields any row tells."""

    theme: Theme
    width: int | Literal["container"]
    height: int
    form: str
    ticks: int | tuple[str, int]
    names: tuple[str, ...]
    told: frozenset[tuple[str, Any]]


def _framed(series: Series, findings: Iterable[Finding], look: Look) -> tuple[list[dict[str, Any]], _Frame]:
    found = draw_series(series, findings)
    rows = [_row(drawn, look) for drawn in found.rows]
    form, ticks = _axis([row.begin for row in found.rows])
    frame = _Frame(
        theme=look.theme, width=look.width, height=look.height, form=form, ticks=ticks, names=_sources(rows),
        told=frozenset(
            (field, row[field] if field in _VALUED else True)
            for row in rows
            for field in _TELLING
            if row[field] is not None
        ),
    )  # fmt: skip
    return rows, frame


def _sources(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    names = list(dict.fromkeys(row["source"] for row in rows))
    named = [name for name in names if name not in (OTHERS, OWN_VOICE)]
    return (*named, *(name for name in (OWN_VOICE, OTHERS) if name in names))


def _fill_layer(encoding: dict[str, Any], frame: _Frame) -> None:
    ticks = frame.ticks
    encoding["x"]["axis"]["format"] = frame.form
    encoding["x"]["axis"]["tickCount"] = ticks if isinstance(ticks, int) else dict(zip(_STEP, ticks, strict=True))
    for channel, used in zip(("color", "shape"), _colours_and_shapes(frame), strict=True):
        if channel in encoding:
            encoding[channel]["scale"] = {"domain": list(frame.names), "range": used}


@lru_cache(maxsize=32)
def _spec_of_all_layers(frame: _Frame) -> str:
    # what Altair checks is the same for every series: a test checks instead
    return json.dumps(_chart(frame, [], "").to_dict(validate=False))


def _chart(frame: _Frame, rows: list[dict[str, Any]], label: str) -> alt.LayerChart:
    ink, line, accent = _INKS[frame.theme]
    base = alt.Chart(alt.NamedData(name=_ROWS))
    sheet = _Sheet(frame.told, base, _x(frame), _by_source(frame))
    layers = [*_paths(sheet), *_bars(sheet), *_marks(sheet, accent), *_points(sheet, ink)]
    chart = alt.layer(*(layers or [base.mark_point()])).properties(
        width=frame.width, height=frame.height, description=label, background="transparent", datasets={_ROWS: rows}
    )
    configured: alt.LayerChart = chart.configure(
        axis=alt.AxisConfig(labelColor=ink, titleColor=ink, gridColor=line, domainColor=ink, tickColor=ink,
                            labelFontSize=12, titleFontSize=12),
        legend=alt.LegendConfig(labelColor=ink, titleColor=ink, labelLimit=260, labelFontSize=12, orient="bottom",
                                columns=2, symbolSize=90, symbolOpacity=1),
        view=alt.ViewConfig(stroke=None), font="system-ui, sans-serif",
    )  # fmt: skip
    return configured


def chart_file(series: Series, findings: Iterable[Finding], form: Form, look: Look = Look()) -> bytes:
    """The chart as the bytes of a file: SVG, PNG (two pixels a point) or a page that needs no network.

    Raises:
        MissingCharts: the part of the program that draws files is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise MissingCharts("to write charts into files: pip install 'reportedly[charts]'") from error
    spec = chart_spec(series, findings, look)
    spec["background"] = "white" if look.theme == "light" else "#1b1a18"
    if form == "svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    if form == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=2))
    return str(vl_convert.vegalite_to_html(spec, bundle=True)).encode()


def _row(drawn: Drawn, look: Look) -> dict[str, Any]:
    point = drawn.point
    says = point.speaker or "the report itself"
    return {
        "t": drawn.begin.isoformat(),
        "t2": drawn.end.isoformat() if drawn.end else None,
        "n": drawn.number,
        "low": drawn.low,
        "high": drawn.high,
        "opens": drawn.opens,
        "source": drawn.source,
        "bound": point.bound,
        "mark": drawn.mark,
        "named": True if drawn.source not in (OTHERS, OWN_VOICE) else None,
        "solid": True if point.bound != "about" else None,
        "hollow": True if point.bound == "about" else None,
        "times": f"×{drawn.folded + 1}" if drawn.folded else None,
        "value": f"{point.value} {point.unit or ''}".strip(),
        "words": point.pointer.exact,
        "says": says,
        "outlet": point.outlet or point.pointer.address,
        "when": point.at,
        "href": look.link(point) if look.link else None,
        "alt": f"{point.at}: {point.value}, {says}",
    }


def _by_source(frame: _Frame) -> dict[str, Any]:
    order, title = list(frame.names), "according to"
    colours, shapes = _colours_and_shapes(frame)
    return {
        "color": alt.Color("source:N", title=title, scale=alt.Scale(domain=order, range=colours)),
        "shape": alt.Shape("source:N", title=title, scale=alt.Scale(domain=order, range=shapes)),
    }


def _colours_and_shapes(frame: _Frame) -> tuple[list[str], list[str]]:
    named = [name for name in frame.names if name not in (OTHERS, OWN_VOICE)]
    colours = [
        _COLOURS[frame.theme][named.index(name) % len(_SHAPES)] if name in named else _GREY for name in frame.names
    ]
    return colours, [_SHAPES[n % len(_SHAPES)] for n in range(len(frame.names))]


def _axis(moments: list[datetime]) -> tuple[str, int | tuple[str, int]]:
    """How moments are written along the axis, and its ticks: days as days, unless hours are told."""
    span = max(moments) - min(moments) if moments else timedelta(0)
    hours = any(moment.time() != time(0) for moment in moments)
    year = len({moment.year for moment in moments}) > 1
    near = hours and span < timedelta(days=3)
    form = "%-d %b %H:%M" if near else "%-d %b %Y" if year else "%-d %b"
    if not near and span <= timedelta(days=16):
        return form, ("day", max(1, round(span.days / 8)))
    return form, 8


def _x(frame: _Frame) -> alt.X:
    ticks: Any = frame.ticks
    if isinstance(ticks, tuple):
        ticks = alt.TimeIntervalStep(interval=ticks[0], step=ticks[1])
    axis = alt.Axis(format=frame.form, grid=False, labelOverlap=True, tickCount=ticks, labelFlush=False)
    return alt.X("t:T", title=None, axis=axis, scale=alt.Scale(type="utc", padding=22))


def _y(field: str = "n") -> alt.Y:
    # "~f": without a type the axis would write 3e+2
    return alt.Y(f"{field}:Q", title=None, axis=alt.Axis(format=",~f", tickCount=6), scale=alt.Scale(zero=True))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What layers are drawn on: which fields are told, the axis of time, the colours and shapes of the sources."""

    told: frozenset[tuple[str, Any]]
    base: alt.Chart
    x: alt.X
    colour: dict[str, Any]

    def where(self, field: str, value: str | None = None) -> list[alt.Chart]:
        """A chart of the rows where a field is told, or has a value; none where no row has.

        An empty layer makes the browser complain of a scale without numbers.
        """
        held = any(name == field and value in (None, told) for name, told in self.told)
        return [self.base.transform_filter(_test(field, value))] if held else []


def _test(field: str, value: str | None) -> str:
    return f"isValid(datum.{field})" if value is None else f"datum.{field} == '{value}'"


def _paths(sheet: _Sheet) -> list[alt.Chart]:
    """What one source said over time, each number until its next."""
    return [
        chart.mark_line(interpolate="step-after", strokeWidth=1, opacity=0.45).encode(
            x=sheet.x, y=_y(), color=sheet.colour["color"]
        )
        for chart in sheet.where("named")
    ]


def _bars(sheet: _Sheet) -> list[alt.Chart]:
    """Ranges closed, open bounds with an arrow, stretches of time as a line along it."""
    colour = sheet.colour["color"]
    bars = [
        chart.mark_rule(strokeWidth=3, opacity=0.75, strokeCap="butt").encode(
            x=sheet.x, y=_y("low"), y2="high:Q", color=colour
        )
        for chart in sheet.where("low")
    ]
    arrows = [
        chart.mark_point(shape=_ARROW[side], size=90, strokeWidth=2, opacity=0.9, filled=False).encode(
            x=sheet.x, y=_y("high" if side == "up" else "low"), color=colour
        )
        for side in ("up", "down")
        for chart in sheet.where("opens", side)
    ]
    lasting = [
        chart.mark_rule(strokeWidth=2, opacity=0.4).encode(x=sheet.x, x2="t2:T", y=_y(), color=colour)
        for chart in sheet.where("t2")
    ]
    return [*bars, *arrows, *lasting]


def _marks(sheet: _Sheet, accent: str) -> list[alt.Chart]:
    """Rings around figures that contradict (whole) or lie far apart (dashed); a word under one that came late."""
    ring: dict[str, Any] = {"shape": "circle", "filled": False, "size": 420, "stroke": accent, "opacity": 1}
    whole = [chart.mark_point(**ring, strokeWidth=1.6) for chart in sheet.where("mark", "contradiction")]
    dashed = [
        chart.mark_point(**ring, strokeWidth=1.4, strokeDash=[3, 3]) for chart in sheet.where("mark", "difference")
    ]
    late = [chart.mark_text(text="late", dy=18, fontSize=11, color=accent) for chart in sheet.where("mark", "lag")]
    return [layer.encode(x=sheet.x, y=_y()) for layer in (*whole, *dashed, *late)]


def _points(sheet: _Sheet, ink: str) -> list[alt.Chart]:
    """A mark at each number, hollow where it is "about"."""
    encoded: dict[str, Any] = {
        "x": sheet.x, "y": _y(), **sheet.colour, "description": alt.Description("alt:N"),
        "tooltip": [
            alt.Tooltip("value:N", title="figure"), alt.Tooltip("words:N", title="words"),
            alt.Tooltip("says:N", title="says"), alt.Tooltip("when:N", title="holds for"),
            alt.Tooltip("outlet:N", title="printed in"),
        ],
    }  # fmt: skip
    whole = [chart.mark_point(filled=True, size=80, opacity=1) for chart in sheet.where("solid")]
    hollow = [chart.mark_point(filled=False, size=80, strokeWidth=2, opacity=1) for chart in sheet.where("hollow")]
    times = [
        chart.mark_text(align="left", dx=8, dy=-7, fontSize=11, color=ink).encode(
            x=sheet.x, y=_y(), text="times:N"
        )
        for chart in sheet.where("times")
    ]
    return [*(layer.encode(**encoded) for layer in (*whole, *hollow)), *times]
