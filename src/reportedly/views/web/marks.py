"""The text of a report in pieces, each with what it belongs to, for a page that highlights them.

Claims and figures may overlap and cross. So the text is cut at every edge into pieces that lie side by side, and
every piece names all that it is part of; nothing is nested, nothing is lost: the pieces joined are the block.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.ledger.names import HELD_BACK
from reportedly.terms import Reading, Span

#: Letters of the parts of a claim as classes of the page: source, cue, content.
_ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``start`` counts code points from the beginning of the report.

    ``roles`` are of source, cue, content, figure, rejected; ``claims`` and ``figures`` are the ids it belongs to;
    ``opens`` is the figure that begins here, if one does.
    """

    start: int
    text: str
    roles: tuple[str, ...]
    claims: tuple[str, ...]
    figures: tuple[str, ...]
    opens: str | None


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the report with its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def mark_blocks(reading: Reading, hidden: tuple[Span, ...] = ()) -> tuple[MarkedBlock, ...]:
    """The blocks of a report in order, each in pieces.

    White space between blocks is left out; it is all that no block covers. What stands at ``hidden`` places is not
    shown: the first piece of each says so in its place.
    """
    spans = _marked_spans(reading) + [(span, "held", None, None) for span in hidden]
    edges = sorted({edge for span, _, _, _ in spans for edge in span})
    text = reading.report.text
    blocks = []
    for block in reading.report.blocks:
        inside = [edge for edge in edges if block.start < edge < block.end]
        cuts = [block.start, *inside, block.end]
        here = [mark for mark in spans if mark[0][0] < block.end and block.start < mark[0][1]]
        pieces = (_piece(text, a, b, here) for a, b in pairwise(cuts))
        blocks.append(MarkedBlock(block.kind, tuple(pieces)))
    return tuple(blocks)


_MarkedSpan = tuple[Span, str, str | None, str | None]


def _marked_spans(reading: Reading) -> list[_MarkedSpan]:
    """Every marked place: span, role, id of the claim, id of the figure."""
    marks: list[_MarkedSpan] = []
    for claim in reading.claims:
        for role, words in zip(_ROLES, (claim.source, claim.cue, claim.content), strict=True):
            if words is not None:
                marks += [(span, role, claim.id, None) for span in words.spans]
    for figure in reading.figures:
        marks += [(span, "figure", None, figure.id) for span in figure.spans]
    for rejected in reading.rejected:
        marks += [(span, "rejected", None, None) for span in rejected.spans]
    return marks


def _piece(text: str, start: int, end: int, marks: list[_MarkedSpan]) -> Piece:
    held = [mark for mark in marks if mark[0][0] <= start and end <= mark[0][1]]
    figures = tuple(dict.fromkeys(figure for _, _, _, figure in held if figure))
    opened = next((figure for span, _, _, figure in held if figure and span[0] == start), None)
    return Piece(
        start=start,
        text=_shown(text, start, end, held),
        roles=tuple(dict.fromkeys(role for _, role, _, _ in held)),
        claims=tuple(dict.fromkeys(claim for _, _, claim, _ in held if claim)),
        figures=figures,
        opens=opened,
    )


def _shown(text: str, start: int, end: int, marks: list[_MarkedSpan]) -> str:
    hidden = [span for span, role, _, _ in marks if role == "held"]
    if not hidden:
        return text[start:end]
    return HELD_BACK if hidden[0][0] == start else ""


def figures_by_claim(reading: Reading) -> dict[str | None, list[str]]:
    """Ids of figures under the claim they belong to, in order of the text; under null the report's own."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for figure in sorted(reading.figures, key=lambda figure: figure.spans):
        found[figure.claim].append(figure.id)
    return dict(found)


def around(text: str, spans: tuple[Span, ...], reach: int = 90) -> Iterator[str]:
    """The words before, the words at and the words after a place, cut at white space.

    >>> list(around("On Friday police said that at least 61 villagers had drowned.", ((27, 38),), 14))
    ['… police said that ', 'at least 61', ' villagers had …']
    """
    start, end = spans[0][0], spans[-1][1]
    low, high = max(0, start - reach), min(len(text), end + reach)
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    yield ("… " if low else "") + " ".join(text[low:start].split()) + _gap(text[start - 1 : start])
    yield " ".join(text[start:end].split())
    yield _gap(text[end : end + 1]) + " ".join(text[end:high].split()) + (" …" if high < len(text) else "")


def _gap(character: str) -> str:
    return " " if character.isspace() else ""
