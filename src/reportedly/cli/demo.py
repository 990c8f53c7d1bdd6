"""``reportedly demo``: the sample reports of the package, read into a ledger."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Quiet

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

#: The story and the events of the short table: a toll that rises while the missing fall.
_STORY, _EVENTS = "surfside_2021", ("killed", "missing", "accounted_for")
_ROWS = 16


def run_demo(
    ledger: Annotated[Path, typer.Option(metavar="FILE", help="Where to keep it.")] = Path("demo.sqlite"),
    quiet: Quiet = False,
) -> int:
    """Read the sample reports that come with the program into a ledger, and show what they say.

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
    from reportedly.pipeline import find_sample_pages
    from reportedly.pipeline.keeping import keep_pages

    pages = list(find_sample_pages())
    with open_ledger(ledger, create=True) as opened:
        for _ in follow(keep_pages(opened, pages), len(pages), quiet=quiet):
            pass
        held = counts(opened)
        write(f"{held.reports} reports read: {held.claims} claims, {held.figures} figures, kept in {ledger}\n")
        write("Surfside, Florida, 2021: the missing and the dead, by day, and who said so\n")
        _show_story(opened)
    write("\nNext:")
    for command in (
        f"figures --ledger {ledger} --report palu --event killed",
        f"claims --ledger {ledger} --source mayor",
        f"show {_STORY}/07.txt --ledger {ledger}",
        "read YOUR-REPORTS/ --ledger ledger.sqlite",
    ):
        write(f"  reportedly {command}")
    return 0


def _show_story(opened: "Ledger") -> None:
    from reportedly.cli.figures import event_words
    from reportedly.cli.output import one_line, write
    from reportedly.ledger import FigureFilter, list_figures

    wanted = FigureFilter(report=_STORY, events=_EVENTS, measures=("count",))
    said = (row for row in list_figures(opened, wanted) if row.source is not None)
    for row in islice(said, _ROWS):
        counted, says = one_line(row.unit or ""), one_line(f"{row.source} {row.cue or ''}")
        write(f"  {row.published or '?':<10}  {row.value:>6}  {counted:<18.18}  {event_words(row):<13.13}  {says}")
