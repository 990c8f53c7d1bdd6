"""What commands that judge share: who signs, fields as they are typed, judgements as lines."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.errors import BadOption

if TYPE_CHECKING:
    from reportedly.ledger.judgements import Signed
    from reportedly.ledger.judging.changes import Given
    from reportedly.settings import Settings
    from reportedly.terms.judgement import Judgement

Reviewer = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who judges [default: REPORTEDLY_REVIEWER, or a settings file]."),
]
Why = Annotated[str | None, typer.Option(metavar="WORDS", help="The reason; kept with the judgement.")]
Fields = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FIELD=VALUE]...",
        help="value=61, event_type=killed, unit=people, place=Sirte@2 (the second Sirte) …",
    ),
]
AtPlace = Annotated[
    int | None, typer.Option("--at", min=1, metavar="N", help="Which place, where the words stand at several.")
]

#: "Sirte@2": the second place at which the report says Sirte.
_PLACED = re.compile(r"(.*\S)@(\d+)", re.DOTALL)


def signed_with(settings: "Settings", reviewer: str | None, why: str | None) -> "Signed":
    """Who judges and why.

    Raises:
        NoReviewer: nobody is named, here or in the settings.
    """
    from reportedly.ledger.judgements import Signed

    return Signed(reviewer if reviewer is not None else settings.reviewer, why)


def values_of(fields: list[str]) -> "dict[str, Given]":
    """Fields as they are typed.

    Raises:
        BadOption: no equals sign, or a field twice.

    >>> values_of(["place=Sirte@2", "value=>=61"])
    {'place': Given(value='Sirte', at=2, spans=()), 'value': Given(value='>=61', at=None, spans=())}
    """
    from reportedly.ledger.judging.changes import Given

    values: dict[str, Given] = {}
    for field in fields:
        name, equals, written = field.partition("=")
        name = name.strip()
        if not equals or not name:
            raise BadOption(f"{field!r} is no field with a value: write field=value, such as value=61")
        if name in values:
            raise BadOption(f"{name} is given twice")
        placed = _PLACED.fullmatch(written)
        values[name] = Given(placed[1], int(placed[2])) if placed else Given(written)
    return values


def judgement_line(judgement: "Judgement", stands: bool = True) -> str:
    """One judgement as a line: when, who, what, why.

    >>> from reportedly.terms.judgement import Judgement
    >>> judgement_line(Judgement(id="j:1", when="2024-01-01T10:00:00.000Z", who="A. Reader", why="misread",
    ...     action="reject", kind="figure", target="f:1"))
    'j:1  2024-01-01 10:00  A. Reader  reject figure f:1  “misread”'
    """
    from reportedly.cli.output import one_line

    what = f"{judgement.action} {judgement.kind} {judgement.target}"
    if judgement.other is not None:
        what += f" {'with' if judgement.action == 'join' else 'from' if judgement.action == 'part' else ''} "
        what = f"{what.rstrip()} {judgement.other}"
    changed = ", ".join(f"{each.field}={_shown(each.value)}" for each in judgement.changes)
    if judgement.coded is not None:
        changed = coded_words(judgement)
    parts = [judgement.id, judgement.when[:16].replace("T", " "), judgement.who, what, changed]
    parts += [f"“{judgement.why}”" if judgement.why else "", "" if stands else "(undone)"]
    return "  ".join(one_line(part) for part in parts if part)


def coded_words(judgement: "Judgement") -> str:
    """The value that a judgement codes, in short: "14", "13 – 15 – 16"; and what was left out."""
    from reportedly.terms import number_words

    coded = judgement.coded
    if coded is None:
        return ""
    bounds = (coded.low, coded.best, coded.high)
    if coded.low is None and coded.high is None:
        shown = number_words(coded.best)
    else:
        shown = " – ".join(number_words(value) or "?" for value in bounds)
    left = f" (left out: {'; '.join(coded.left_out)})" if coded.left_out else ""
    return shown + left


def _shown(value: object) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
