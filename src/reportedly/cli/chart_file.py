"""``reportedly chart``: the chart of a series as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import AsOfTime, ClockName, LedgerPath, Restricted, as_of_of, settings_with
from reportedly.errors import BadOption

if TYPE_CHECKING:
    from reportedly.views.charts import Form

_FORMS: "dict[str, Form]" = {".svg": "svg", ".png": "png", ".html": "html"}


def write_chart(
    show: Annotated[
        list[str], typer.Argument(metavar="SERIES...", help="Id, start of an id, or words of a series.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Ends in .svg, .png or .html.")],
    ledger: LedgerPath = None,
    width: Annotated[int, typer.Option(min=200, max=4000, metavar="PIXELS", help="Width of the chart.")] = 760,
    dark: Annotated[bool, typer.Option("--dark", help="On a dark ground.")] = False,
    as_of: AsOfTime = None,
    clock: ClockName = None,
    include_restricted: Restricted = False,
) -> int:
    """Draw a series into a file: bars from low to high over time, by who says them.

    Needs no browser and no network.

    \b
    Examples:
      reportedly chart killed surfside -o surfside.svg
      reportedly chart x:3f2a -o toll.png --width 1200
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import many, note, one_line
    from reportedly.cli.series_view import find_one
    from reportedly.ledger.index import SeriesFilter
    from reportedly.views.charts import Look, chart_file

    form = _FORMS.get(output.suffix.lower())
    if form is None:
        raise BadOption(f"{output} must end in {', '.join(_FORMS)}: the ending says what is written")
    moment = as_of_of(as_of, clock)
    with open_ledger(settings_with(ledger).ledger) as opened:
        wanted = SeriesFilter(words=" ".join(show), include_restricted=include_restricted)
        series, findings = find_one(opened, wanted, moment)
    look = Look(theme="dark" if dark else "light", width=width)
    output.write_bytes(chart_file(series, findings, form, look))
    note(f"{one_line(series.label)}: {many(len(series.points), 'figure')}, written to {one_line(str(output))}")
    return 0
