"""``reportedly code``: the value a person codes for a series or an incident."""

from typing import Annotated

import typer

from reportedly.cli.judging import Reviewer, judgement_line, signed_with
from reportedly.cli.options import LedgerPath, settings_with

Bound = Annotated[
    str | None, typer.Option(metavar="NUMBER", help="With VALUE as best: the lowest or highest value.")
]


def code_series_or_incident(
    name: Annotated[
        str, typer.Argument(metavar="SERIES|INCIDENT", help="Id of a series; id or name of an incident")
    ],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="14, 13-16, >=13 …; with --low and --high the best.")
    ],
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason; a coded value needs one.")],
    low: Bound = None,
    high: Bound = None,
    left_out: Annotated[
        list[str] | None,
        typer.Option("--left-out", metavar="ID|WORDS", help="What was not counted; repeat it for several."),
    ] = None,
    ledger: LedgerPath = None,
    reviewer: Reviewer = None,
) -> int:
    """Code a value: what you hold it to be, why, and what you left out. What was read stays as it is.

    A coding says that a source is wrong or that one is chosen; that the reader misread a figure is corrected with
    "reportedly judge edit". The last coded value of a series or incident holds; undo takes it back.

    \b
    Examples:
      reportedly code "Flood at Ormo" 14 --why "two of 16 died before the flood" --left-out f:90bc
      reportedly code i:90aa 14 --low 13 --high 16 --why "the hospital's list"
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import write
    from reportedly.ledger.incidents import code_value
    from reportedly.ledger.judging.coding import read_coded

    settings = settings_with(ledger)
    signed = signed_with(settings, reviewer, why)
    coded = read_coded(value, low, high, tuple(left_out or ()))
    with open_ledger(settings.ledger) as opened:
        write(judgement_line(code_value(opened, name, coded, signed)))
    return 0
