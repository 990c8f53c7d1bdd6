"""Tables of the package that pages show: what each kind of finding means, how often the reader is right."""

import csv
from dataclasses import dataclass
from functools import cache

from reportedly.views.web.templating import HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of finding and when it is made; the words of docs/findings.md."""

    kind: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A share that the gate of the project holds: of what, on which texts, at least so many percent."""

    name: str
    on: str
    what: str
    percent: float


@cache
def kinds_of_findings() -> tuple[Kind, ...]:
    """The kinds, in the order of the documentation.

    >>> kinds_of_findings()[0].kind
    'copy'
    """
    return tuple(Kind(kind=row["kind"], when=row["when"]) for row in _rows("kinds.tsv"))


@cache
def measured_rates() -> tuple[Measured, ...]:
    """What is measured before every release; ``python -m evaluation.gate --page`` writes the table."""
    return tuple(
        Measured(name=row["name"], on=row["on"], what=row["what"], percent=float(row["percent"]))
        for row in _rows("measured.tsv")
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (HOME / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
