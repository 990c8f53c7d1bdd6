"""Plain text as blocks: every stretch of it gets a kind, none is taken out."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reports.captions import mark_captions
from reportedly.reports.dates import FoundDates
from reportedly.reports.furniture import mark_furniture
from reportedly.reports.head import mark_head, mark_key_lines
from reportedly.reports.headline import find_headline
from reportedly.reports.lines import count_cells, is_bullet, join_lines
from reportedly.terms import Block, Span
from reportedly.terms.report import BlockKind

#: Rows that make a table when tabs or bars part the cells.
_MIN_ROWS = 2
_MAX_CELL = 60


@dataclass(frozen=True, slots=True)
class PlainText:
    """What the rules find in a plain text; ``headline`` is its words, null when there is none."""

    blocks: tuple[Block, ...]
    headline: str | None
    bylines: tuple[str, ...]
    dates: FoundDates


def read_plaintext(text: str) -> PlainText:
    """Blocks, headline, bylines and date lines of a text.

    The blocks are in order, do not overlap and cover all but white space. A block is one paragraph,
    one item of a list or one row of a table.

    >>> read = read_plaintext("Ferry sinks off coast\\n\\nTen people died, the coast guard said.\\n\\nShare this")
    >>> [block.kind for block in read.blocks]
    ['headline', 'paragraph', 'furniture']
    """
    stretches = join_lines(text)
    spans: list[Span] = [(lines[0][0], lines[-1][1]) for lines in stretches]
    words = [text[start:end] for start, end in spans]
    kinds = mark_furniture(words)
    dates, bylines = mark_head(text, spans, kinds)
    mark_key_lines(text, spans, kinds)
    headline = _mark_headline(words, kinds)
    _mark_runs(text, spans, words, kinds)
    mark_captions(words, kinds)
    blocks = tuple(
        Block(kind=kind or "paragraph", start=start, end=end)
        for (start, end), kind in zip(spans, kinds, strict=True)
    )
    return PlainText(blocks, headline, bylines, dates)


def _mark_headline(words: Sequence[str], kinds: list[BlockKind | None]) -> str | None:
    at = find_headline(words, [kind is None for kind in kinds])
    if at is None:
        return None
    for other, stretch in enumerate(words):  # the title of the page and that of the report
        if stretch == words[at] and kinds[other] is None:
            kinds[other] = "headline"
    return " ".join(words[at].split())


def _mark_runs(text: str, spans: Sequence[Span], words: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """Items of lists and rows of tables: never one alone."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and kinds[end] is None and is_bullet(words[end]):
            end += 1
        if end - at >= 2:
            kinds[at:end] = ["list"] * (end - at)
        else:
            end = _end_of_table(text, spans, kinds, at)
            if end - at >= _MIN_ROWS:
                kinds[at:end] = ["table"] * (end - at)
        at = max(end, at + 1)


def _end_of_table(text: str, spans: Sequence[Span], kinds: Sequence[BlockKind | None], at: int) -> int:
    """Number of the first stretch from ``at`` on that is no row of one table."""
    cells = 0
    for end in range(at, len(spans)):
        row = text[slice(*spans[end])]
        count = count_cells(row)
        apart = end > at and text[spans[end - 1][1] : spans[end][0]].count("\n") > 1
        long_cell = len(row) > _MAX_CELL * count
        if kinds[end] is not None or count < 2 or long_cell or apart or (cells and count != cells):
            return end
        cells = count
    return len(spans)
