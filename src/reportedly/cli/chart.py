"""A series as lines of a terminal: a bar from low to high for each figure, by time and source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.cli.output import one_line
from reportedly.terms import Finding, Series, number_words
from reportedly.views.drawn import Drawn, draw_series

#: Lines drawn at most; the newest are kept.
LINES = 40
_WHEN, _LEAST_BAR = 10, 16
#: Beyond this ratio of the highest to the lowest number the scale is that of powers of ten.
_WIDE = 200


@dataclass(frozen=True, slots=True)
class Signs:
    """What bars are made of."""

    mark: str
    line: str
    low: str
    high: str
    up: str
    down: str


SIGNS = Signs(mark="●", line="─", low="├", high="┤", up="▷", down="◁")
PLAIN_SIGNS = Signs(mark="o", line="-", low="|", high="|", up=">", down="<")


def signs_of(encoding: str | None) -> Signs:
    """The signs that an encoding can write.

    >>> signs_of("utf-8").mark, signs_of("ascii").mark
    ('●', 'o')
    """
    try:
        "".join((SIGNS.mark, SIGNS.line, SIGNS.low, SIGNS.high, SIGNS.up, SIGNS.down)).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN_SIGNS
    return SIGNS


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers laid on so many cells."""

    low: float
    high: float
    cells: int
    powers: bool

    def cell(self, number: float) -> int:
        """The cell of a number, from 0.

        >>> Scale(0, 100, 11, False).cell(50), Scale(1, 1000, 31, True).cell(10)
        (5, 10)
        """
        low, high, at = (self._laid(value) for value in (self.low, self.high, number))
        share = 0.0 if high == low else (at - low) / (high - low)
        return round(max(0.0, min(1.0, share)) * (self.cells - 1))

    def _laid(self, number: float) -> float:
        from math import log10

        return log10(max(number, 1.0)) if self.powers else number


def chart_lines(series: Series, findings: Iterable[Finding], width: int, signs: Signs = SIGNS) -> list[str]:
    """The chart of a series in lines of at most ``width`` characters; empty where nothing can be drawn.

    Open bounds are drawn open: ``├──▷`` at least, ``◁──┤`` up to. Figures that repeat one another are one line
    with their number behind it.
    """
    drawing = draw_series(series, findings)
    rows = drawing.rows[-LINES:]
    if not rows:
        return _left_out(drawing.vague, drawing.undated, 0)
    named = [one_line(row.source) for row in rows]
    values = [_value(row) for row in rows]
    source = min(max(map(len, named)), max(10, width // 4))
    value = min(max(map(len, values)), max(10, width // 5))
    cells = max(_LEAST_BAR, width - _WHEN - source - value - 6)
    scale = _scale(rows, cells)
    lines = [_axis(scale, _WHEN + source + 4)]
    before = ""
    for row, name, shown in zip(rows, named, values, strict=True):
        when = row.begin.strftime("%Y-%m-%d")
        parts = (when if when != before else "", _cut(name, source), _bar(row, scale, signs), _cut(shown, value))
        lines.append(f"{parts[0]:<{_WHEN}}  {parts[1]:<{source}}  {parts[2]}  {parts[3]}")
        before = when
    return [line.rstrip() for line in lines] + _left_out(
        drawing.vague, drawing.undated, len(drawing.rows) - len(rows)
    )


def _value(row: Drawn) -> str:
    more = f" ×{row.folded + 1}" if row.folded else ""
    mark = {"contradiction": " !", "difference": " ≠", "lag": " ←"}.get(row.mark or "", "")
    return one_line(row.point.value) + more + mark


def _scale(rows: Sequence[Drawn], cells: int) -> Scale:
    numbers = [n for row in rows for n in (row.number, row.low, row.high) if n is not None]
    low, high = min(numbers), max(numbers)
    powers = low > 0 and high / low > _WIDE
    return Scale(low if powers or low < 0 else 0.0, high, cells, powers)


def _axis(scale: Scale, indent: int) -> str:
    low, high = number_words(_short(scale.low)), number_words(_short(scale.high))
    middle = "powers of ten" if scale.powers else ""
    gap = scale.cells - len(low) - len(high)
    if gap < 2:
        return " " * indent + high.rjust(scale.cells)
    return " " * indent + low + (middle.center(gap) if len(middle) < gap else " " * gap) + high


def _short(number: float) -> float | int:
    return int(number) if float(number).is_integer() else round(number, 1)


def _bar(row: Drawn, scale: Scale, signs: Signs) -> str:
    cells = [" "] * scale.cells
    if row.low is None or row.high is None:
        cells[scale.cell(row.number)] = signs.mark
        return "".join(cells)
    start, end = scale.cell(row.low), scale.cell(row.high)
    # an open side needs room for its line and its point, also at the edge
    if row.opens == "up":
        end = min(scale.cells - 1, max(end, start + 3))
        start = min(start, end - 1)
    elif row.opens == "down":
        start = max(0, min(start, end - 3))
        end = max(end, start + 1)
    cells[start : end + 1] = signs.line * (end - start + 1)
    cells[end] = signs.up if row.opens == "up" else signs.high
    cells[start] = signs.down if row.opens == "down" else signs.low
    if row.opens is None and start == end:
        cells[start] = signs.mark
    return "".join(cells)


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"


def _left_out(vague: int, undated: int, earlier: int) -> list[str]:
    parts = [
        f"{earlier} earlier" if earlier else "",
        f"{vague} vague (no number)" if vague else "",
        f"{undated} without a date" if undated else "",
    ]
    said = ", ".join(part for part in parts if part)
    return [f"not drawn: {said}; all are in the table"] if said else []
