"""Tables of this room in ``lexicons/``: one line an item, a header line, columns parted by tabs."""

from collections.abc import Iterator
from importlib.resources import files


def lexicon_rows(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The lines of ``lexicons/<name>.tsv`` as tuples of ``columns`` strings, the header left out.

    Raises:
        ValueError: a line has another number of columns; the message names it.
    """
    text = (files("reportedly.findings") / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()[1:], start=2):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) != columns:
            raise ValueError(f"lexicons/{name}.tsv, line {number}: {len(cells)} columns, {columns} expected")
        yield cells
