"""Tables as Parquet: every column with its kind and its meaning, how it was made in the file's own metadata."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from reportedly.errors import MissingExtra
from reportedly.views.export.codebook import About, Cell, Table

#: Rows held at once: a group of rows in the file.
_AT_ONCE = 20_000


def write_parquet(table: Table, path: Path, about: About) -> int:
    """Write the file, and give how many rows it had.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("Parquet needs: pip install 'reportedly[export]'") from error
    kinds = {
        "text": pyarrow.string(), "number": pyarrow.float64(), "whole": pyarrow.int64(), "truth": pyarrow.bool_(),
    }  # fmt: skip
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, kinds[column.kind], metadata={"meaning": column.meaning})
            for column in table.columns
        ],
        metadata={f"reportedly: {name}": value for name, value in about.items()},
    )
    written = 0
    with parquet.ParquetWriter(path, schema) as writer:
        for some in _batches(table):
            cells = zip(schema, zip(*some, strict=True), strict=True)
            columns = [pyarrow.array(_plain(field, pyarrow, values), field.type) for field, values in cells]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
            written += len(some)
    return written


def _plain(field: Any, pyarrow: Any, values: Sequence[Cell]) -> list[Cell]:
    if field.type == pyarrow.float64():
        return [None if value is None else float(value) for value in values]
    return list(values)


def _batches(table: Table) -> Iterator[list[Sequence[Cell]]]:
    rows = iter(table.rows)
    while some := list(islice(rows, _AT_ONCE)):
        yield some
