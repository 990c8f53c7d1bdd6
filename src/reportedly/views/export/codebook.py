"""What the columns of exported tables hold, and how an export was made."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast, get_args

#: What can be exported as a table.
What = Literal["claims", "figures", "series", "findings"]
WHATS: tuple[What, ...] = get_args(What)
#: Words, numbers, whole numbers, true or false.
Kind = Literal["text", "number", "whole", "truth"]
#: A cell; null is unknown.
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, the field it is made of, kind, UCDP's column of the same meaning, and what it means."""

    name: str
    field: str
    kind: Kind
    ucdp: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to export, each with a cell for every column; read once, so that memory stays flat."""

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]


#: How an export was made: what stands in the codebook beside the columns.
About = Mapping[str, str]


@lru_cache(maxsize=4)
def columns_of(what: What) -> tuple[Column, ...]:
    """The columns of a table, in the order in which they are written.

    >>> [column.name for column in columns_of("findings")][:3]
    ['type', 'why', 'direction']
    """
    text = files(__package__).joinpath("codebook.tsv").read_text("utf-8")
    lines = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        Column(line["name"], line["field"], cast("Kind", line["kind"]), line["ucdp"] or None, line["meaning"])
        for line in lines
        if what in line["what"].split(",")
    )


def codebook_text(columns: Sequence[Column], about: About) -> str:
    """The codebook as Markdown, to lie beside a file that cannot hold it."""
    made = "".join(f"* {name}: {value}\n" for name, value in about.items())
    head = "| column | kind | UCDP | meaning |\n|---|---|---|---|\n"
    return f"# Codebook\n\n{made}\nAn empty cell means unknown.\n\n{head}" + "".join(map(_line, columns))


def _line(column: Column) -> str:
    same = f"`{column.ucdp}`" if column.ucdp else ""
    return f"| `{column.name}` | {column.kind} | {same} | {column.meaning} |\n"
