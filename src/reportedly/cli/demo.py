"""``reportedly demo``: the sample reports of the package, read into a ledger."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Quiet

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.terms import Finding, Pointer

#: The series that is shown: its words, and the width of its chart in characters.
_SHOWN, _WIDTH = "missing people surfside", 92
#: The kinds of findings shown, one of each: the first that there is of each group.
_KINDS = (("revision",), ("contradiction", "difference"), ("comparison",))


def run_demo(
    ledger: Annotated[Path, typer.Option(metavar="FILE", help="Where to keep it.")] = Path("demo.sqlite"),
    quiet: Quiet = False,
) -> int:
    """Read the sample reports that come with the program into a ledger, and show what became of one figure.

    Two stories, 29 short reports. Needs no network.

    \b
    Examples:
      reportedly demo
      reportedly demo --ledger /tmp/demo.sqlite
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import write
    from reportedly.cli.progress import follow
    from reportedly.ledger import counts
    from reportedly.ledger.index import count_found
    from reportedly.pipeline import find_sample_pages
    from reportedly.pipeline.following import follow_kept
    from reportedly.pipeline.keeping import Kept, keep_pages

    pages = list(find_sample_pages())
    with open_ledger(ledger, create=True) as opened:
        done = follow_kept(opened, keep_pages(opened, pages))
        for _ in follow((each for each in done if isinstance(each, Kept)), len(pages), quiet=quiet):
            pass
        held, found = counts(opened), count_found(opened)
        write(f"{held.reports} reports read: {held.claims} claims, {held.figures} figures, kept in {ledger}")
        write(f"{found.stories} stories, {found.series} series, {found.findings} findings\n")
        _show_series(opened)
    write("\nNext:")
    for command in (
        f"series --several --ledger {ledger}",
        f"series killed palu --ledger {ledger}",
        f"findings --type contradiction --ledger {ledger}",
        "read YOUR-REPORTS/ --ledger ledger.sqlite",
    ):
        write(f"  reportedly {command}")
    return 0


def _show_series(opened: "Ledger") -> None:
    import sys

    from reportedly.cli.chart import chart_lines, signs_of
    from reportedly.cli.findings import kind_words
    from reportedly.cli.output import one_line, write
    from reportedly.cli.series_view import behind_words
    from reportedly.ledger.index import find_series, findings_of, load_series

    row, _ = find_series(opened, _SHOWN)
    series, findings = load_series(opened, row.series_id), findings_of(opened, row.series_id)
    write(one_line(f"{series.label} · {row.story}"))
    write(behind_words(series) + "\n")
    for line in chart_lines(series, findings, _WIDTH, signs_of(sys.stdout.encoding)):
        write(line)
    for finding in _one_of_each(findings):
        write("")
        _write_wrapped(f"{kind_words(finding)}: {finding.why}", "", "  ")
        for place in (finding.from_place, finding.to_place):
            if place is not None:
                _write_wrapped(f"{place.address}: {_words(opened, place)}", "  ", "    ")


def _write_wrapped(words: str, first: str, rest: str) -> None:
    from textwrap import wrap

    from reportedly.cli.output import one_line, write

    for line in wrap(one_line(words), _WIDTH, initial_indent=first, subsequent_indent=rest):
        write(line)


def _one_of_each(findings: "Iterable[Finding]") -> "Iterator[Finding]":
    held = list(findings)
    for kinds in _KINDS:
        told = (each for each in held if each.type in kinds and each.from_place and each.verdict != _NOTHING)
        yield from [each for each in [next(told, None)] if each is not None]


def _words(opened: "Ledger", place: "Pointer") -> str:
    """The words of a report around a place."""
    from reportedly.cli.output import one_line
    from reportedly.ledger import load_reading
    from reportedly.pipeline.searching import surroundings

    text = load_reading(opened, place.report).report.text
    return one_line(surroundings(text, (place.spans[0][0], place.spans[-1][1])))


_NOTHING = "nothing_to_compare"
