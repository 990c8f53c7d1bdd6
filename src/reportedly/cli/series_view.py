"""One series whole: who stands behind it, a chart, a table with the words, and what was found in it."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.cli.findings import kind_words
from reportedly.cli.output import many, note, one_line, write
from reportedly.cli.tables import Format, Heading, write_rows

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.ledger.index import SeriesFilter, SeriesRow
    from reportedly.terms import AsOf, Finding, Point, Series
    from reportedly.views.resolved import Resolved

#: Width of the chart where there is no terminal.
_PIPED = 100


def find_one(
    opened: "Ledger", wanted: "SeriesFilter", as_of: "AsOf | None"
) -> "tuple[Series, tuple[Finding, ...]]":
    """The series that answers to an id or words, with what was found in it; says which others answer too.

    Raises:
        UnknownSeries: none does.
    """
    from reportedly.ledger.index import find_series, findings_of, load_series
    from reportedly.pipeline.standing import find_series_as_of

    seen = wanted.include_restricted
    if as_of is not None or wanted.include_names:
        standing, others = find_series_as_of(opened, wanted, as_of)
        _note_others(others)
        return standing.series, standing.findings
    found, others = find_series(opened, wanted.words or "", include_restricted=seen)
    _note_others(others)
    whole = load_series(opened, found.series_id, include_restricted=seen)
    return whole, findings_of(opened, found.series_id, include_restricted=seen)


def _note_others(others: "Sequence[SeriesRow]") -> None:
    if others:
        note("other series answer too:")
    for row in others:
        note(one_line(f"  {row.series_id}  {row.label} · {row.story}"))


def write_one(series: "Series", findings: "Sequence[Finding]", resolved: "Resolved", form: Format) -> None:
    """Write a series: for people, as CSV (a line a figure) or as one line of JSON."""
    from reportedly.cli.output import json_line, write_json_line
    from reportedly.views.flat import FlatPoint, flat_points
    from reportedly.views.lines import series_line

    if form is Format.JSONL:
        write_json_line(json_line(series_line(series)))
    elif form is Format.CSV:
        write_rows(flat_points(series), FlatPoint, [], form)
    else:
        _show(series, findings, resolved)


def behind_words(series: "Series") -> str:
    """How many stand behind a series: three different numbers.

    >>> from reportedly.terms import Series
    >>> behind_words(Series(id="q:1", label="", facets=(), points=(), cumulative=None, reports=40, outlets=26,
    ...     origins=1))
    '40 reports, 26 outlets, 1 origin'
    """
    counts = (many(series.reports, "report"), many(series.outlets, "outlet"), many(series.origins, "origin"))
    return ", ".join(counts)


def _show(series: "Series", findings: "Sequence[Finding]", resolved: "Resolved") -> None:
    from reportedly.cli.chart import chart_lines, signs_of
    from reportedly.terms import Point
    from reportedly.views.resolved import resolved_words

    terminal = sys.stdout.isatty()
    write(one_line(f"{series.label}  [{series.id}]"))
    write(behind_words(series))
    write(resolved_words(resolved))
    write("")
    width = _width() if terminal else _PIPED
    for line in chart_lines(series, findings, width, signs_of(sys.stdout.encoding)):
        write(line)
    write("")
    write_rows(series.points, Point, POINTS, Format.TABLE)
    if findings:
        write(f"\n{many(len(findings), 'finding')}")
        for line in finding_lines(findings):
            write(line)


def finding_lines(findings: "Sequence[Finding]") -> list[str]:
    """Each finding with its sentence; repeats and copies are counted, not listed."""
    told = [finding for finding in findings if finding.type not in _FOLDED]
    lines = [f"  {kind_words(finding):<28}  {one_line(finding.why)}" for finding in told]
    for kind in _FOLDED:
        number = sum(finding.type == kind for finding in findings)
        if number:
            lines.append(f"  {kind:<28}  {number:,}; “reportedly findings --type {kind}” lists them")
    return lines


def source_words(point: "Point") -> str:
    """Who says a figure, and the way to the origin where it is longer."""
    who = point.speaker or "the report itself"
    way = [name for name in point.chain if name != who]
    return who if len(way) < 2 else f"{who} ({' → '.join(point.chain)})"


def mark_words(point: "Point") -> str:
    """What is to be known of a point beside its value."""
    marks = [
        "copy" if point.copy_of else "",
        "printed again" if point.same_as else "",
        "corrected" if point.corrected else "",
        "restricted" if point.restricted else "",
    ]
    return ", ".join(mark for mark in marks if mark)


#: Types of findings of which a series of many reports has too many to read.
_FOLDED = ("repeat", "copy")

POINTS: "list[Heading[Point]]" = [
    Heading("holds for", lambda point: point.at, "", 2, least=10),
    Heading("value", lambda point: point.value, "bold", 2, least=5),
    Heading("who says it", source_words, "cyan", 4, least=11),
    Heading("words", lambda point: point.pointer.exact, "", 3, least=8),
    Heading("of what", lambda point: point.unit, "", 2, spare=True),
    Heading("published", lambda point: point.published, "", 2, least=10, spare=True),
    Heading("report", lambda point: point.pointer.address, "dim", 3, least=8),
    Heading("marks", mark_words, "dim", 2, spare=True),
]


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((80, 24)).columns
