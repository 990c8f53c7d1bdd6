"""Both halves of a corpus side by side: rules written with one half in view are checked on the other."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, TypeVar

from evaluation.outcome import Outcome
from reportedly.pipeline import ReadsReports

Half = Literal["odd", "even"]
HALVES: tuple[Half, Half] = ("odd", "even")

_Name = TypeVar("_Name")

#: Measures one half of what lies in a folder, or all of it.
MeasuresHalf = Callable[[Path, ReadsReports, Half | None], Outcome]


def half_of(names: Iterable[_Name], half: Half | None) -> list[_Name]:
    """The first, third, … of the names in order (odd), the others (even), or all.

    >>> half_of(["a", "b", "c"], "odd"), half_of(["a", "b", "c"], "even"), half_of(["b"], None)
    (['a', 'c'], ['b'], ['b'])
    """
    ordered = list(names)
    return ordered if half is None else ordered[HALVES.index(half) :: 2]


def print_halves(measure: MeasuresHalf, home: Path, arguments: Sequence[str] | None = None) -> int:
    """Command line of a corpus: the shares of the halves asked for, in percent, with the number of each.

    ``--half odd`` or ``--half even`` prints that half only, with its slips when ``--slips KIND`` is given.
    """
    parser = argparse.ArgumentParser(description="Shares of one half of the texts, or of both, in percent.")
    parser.add_argument("--half", choices=HALVES, help="the odd or the even texts in order (default: both)")
    parser.add_argument("--slips", metavar="KIND", help="print the slips of this kind, or of every kind: all")
    parser.add_argument("--home", type=Path, default=home, help="where the texts and their gold lie")
    options = parser.parse_args(arguments)
    from reportedly.claims import Reader

    reader: ReadsReports = Reader.load()
    chosen: tuple[Half, ...] = (options.half,) if options.half else HALVES
    outcomes = [measure(options.home, reader, half) for half in chosen]
    for name in outcomes[0].shares:
        cells = "".join(f"{outcome.shares[name]:10.2f}" for outcome in outcomes)
        print(f"{name:20}{cells}")
    print(f"{'texts':20}" + "".join(f"{half:>10}" for half in chosen))
    if options.slips:
        for slip in (slip for outcome in outcomes for slip in outcome.slips):
            if options.slips in ("all", slip.kind):
                print(f"{slip.text} {slip.kind}: gold {slip.gold!r}, read {slip.predicted!r}\n    {slip.around}")
    return 0
