"""``reportedly show``: one report with its claims and figures marked."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import (
    AsOfTime,
    ClockName,
    Language,
    LedgerPath,
    Outlet,
    Published,
    Url,
    as_of_of,
    given_of,
    settings_with,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.terms import AsOf, Given, Reading, Skipped


def show_report(
    report: Annotated[
        str,
        typer.Argument(help="Id or start of an id, address, words of the headline, or a file to read at once."),
    ],
    ledger: LedgerPath = None,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    as_of: AsOfTime = None,
    clock: ClockName = None,
    as_json: Annotated[bool, typer.Option("--json", help="The record instead, as extract prints it.")] = False,
) -> int:
    """Show one report: its text with claims and figures marked, then a list of them.

    A report of the ledger by its id, address or headline; or a file (or - for standard input), which
    is read at once and not kept. The date and the other options are for a file.

    \b
    Examples:
      reportedly show report.txt --published 2016-01-26
      reportedly show r:3f2a --ledger ledger.sqlite
    """
    from reportedly.cli.output import note, write_json_line
    from reportedly.terms import Skipped, record_line

    found = _find(
        report, settings_with(ledger).ledger, given_of(published, outlet, url, language), as_of_of(as_of, clock)
    )
    if as_json:
        write_json_line(record_line(found))
    elif isinstance(found, Skipped):
        note(f"{found.address} cannot be read: {found.detail} [{found.reason}]")
    elif sys.stdout.isatty():
        _draw(found)
    else:
        _print_plain(found)
    return 3 if isinstance(found, Skipped) else 0


def _find(words: str, ledger: "Path | str", given: "Given", as_of: "AsOf | None") -> "Reading | Skipped":
    from reportedly.cli.opening import open_ledger
    from reportedly.errors import BadOption, MissingLedger
    from reportedly.ledger import find_report, load_reading

    if words == "-" or Path(words).is_file():
        if as_of is not None:
            raise BadOption("--as-of asks the ledger, and this is a file: give the id or address of a report")
        return _read_file(words, given)
    try:
        with open_ledger(ledger) as opened:
            return load_reading(opened, find_report(opened, words, as_of).report_id, as_of)
    except MissingLedger as error:
        raise MissingLedger(f"there is no file {words}, and {error}") from error


def _read_file(path: str, given: "Given") -> "Reading | Skipped":
    from reportedly.inputs import find_pages
    from reportedly.pipeline import read_all

    return next(read_all(find_pages([path], given))).result


def _draw(reading: "Reading") -> None:
    from rich.console import Console
    from rich.text import Text

    from reportedly.cli.marking import STYLES, find_marks, styled_text

    console = Console(markup=False, highlight=False, emoji=False)
    console.print(Text(_title(reading), style="bold"))
    console.print(Text("  ").join(Text(role, style=style) for role, style in STYLES.items()))
    console.print()
    console.print(styled_text(reading.report.text, find_marks(reading)))
    for line in _listed(reading):
        console.print(Text(line))


def _print_plain(reading: "Reading") -> None:
    from reportedly.cli.marking import find_marks, marked_text
    from reportedly.cli.output import write

    write(_title(reading) + "\n")
    write(marked_text(reading.report.text, find_marks(reading)))
    for line in _listed(reading):
        write(line)


def _title(reading: "Reading") -> str:
    from reportedly.cli.output import one_line

    report = reading.report
    known = (report.id, report.published or "no date", report.outlet, report.url or report.address)
    return "  ".join(one_line(part) for part in known if part)


def _listed(reading: "Reading") -> list[str]:
    from reportedly.cli.output import many

    lines = ["", many(len(reading.claims), "claim")]
    if reading.coverage.reason is not None:
        lines.insert(0, f"\nnot read [{reading.coverage.reason}]")
    numbers = {claim.id: number for number, claim in enumerate(reading.claims, 1)}
    lines += _claim_lines(reading, numbers)
    lines += ["", many(len(reading.figures), "figure"), *_figure_lines(reading, numbers)]
    if reading.comparisons:
        lines += ["", many(len(reading.comparisons), "comparison"), *_comparison_lines(reading)]
    return lines


def _claim_lines(reading: "Reading", numbers: dict[str, int]) -> "Iterator[str]":
    from reportedly.cli.output import one_line

    speakers = {speaker.id: speaker for speaker in reading.speakers}
    for claim in reading.claims:
        cue = f"{claim.cue.exact} ({claim.cue.stance})" if claim.cue else "(no cue)"
        source = claim.source.exact if claim.source else "(no source written)"
        speaker = speakers.get(claim.source.speaker or "") if claim.source else None
        who = ", ".join(dict.fromkeys(p for p in (speaker.name, speaker.role) if p)) if speaker else ""
        if who and who.casefold() not in source.casefold():
            source += f" [{who}]"
        more = [f"said {claim.said.edtf}"] if claim.said and claim.said.edtf else []
        more += [f"inside {numbers[claim.via]}"] if claim.via in numbers else []
        more += [f"same as {numbers[claim.same_as]}"] if claim.same_as in numbers else []
        more += [claim.verification.status] if claim.verification else []
        note = f"  [{', '.join(more)}]" if more else ""
        words = one_line(f"{source} · {cue} · {claim.content.exact}")
        yield f"{numbers[claim.id]:>3}  {words}{note}"


def _figure_lines(reading: "Reading", numbers: dict[str, int]) -> "Iterator[str]":
    from reportedly.cli.output import one_line
    from reportedly.terms import value_words

    for figure in reading.figures:
        unit = figure.unit.exact if figure.unit else None
        event = figure.event.type if figure.event and figure.event.type != "other" else None
        event = event or (figure.event.lemma if figure.event else None)
        said = f"claim {numbers[figure.claim]}" if figure.claim in numbers else "the report itself"
        names = [place.name or place.exact for place in figure.places if place.role != "spoken from"]
        where = ", ".join(dict.fromkeys(names))
        when = figure.occurred.edtf if figure.occurred else None
        scope = figure.scope if figure.scope in ("new", "subset") else None
        parts = (value_words(figure), unit, event, scope, figure.measure, where, when, f"“{figure.exact}”", said)
        yield "  " + one_line(" · ".join(part for part in parts if part))


def _comparison_lines(reading: "Reading") -> "Iterator[str]":
    from reportedly.cli.output import one_line
    from reportedly.terms import number_words

    for each in reading.comparisons:
        change = f"× {each.factor:g}" if each.factor is not None else number_words(each.difference)
        if each.from_value is not None and each.to_value is not None:
            change = f"{number_words(each.from_value)} → {number_words(each.to_value)}"
        against = f"against {each.against.exact}" if each.against else None
        parts = (each.kind, change, each.direction, f"“{each.exact}”", against)
        yield "  " + one_line(" · ".join(part for part in parts if part))
