"""The text of a report with its claims and figures marked, for a terminal or as plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.cli.output import harmless
from reportedly.terms import Reading

if TYPE_CHECKING:
    from rich.text import Text

#: How each role is drawn, in the order they are laid over each other.
STYLES = {
    "furniture": "dim",
    "notice": "dim italic",
    "content": "green",
    "source": "bold cyan",
    "cue": "bold magenta",
    "figure": "bold yellow",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with its role; half-open, in code points."""

    start: int
    end: int
    role: str


def find_marks(reading: Reading) -> list[Mark]:
    """Everything to be marked in a report, in order of place, the longer first."""
    marks = [Mark(b.start, b.end, b.kind) for b in reading.report.blocks if b.kind in STYLES]
    for claim in reading.claims:
        for role, words in (("content", claim.content), ("source", claim.source), ("cue", claim.cue)):
            if words is not None:
                marks += [Mark(start, end, role) for start, end in words.spans]
    for figure in reading.figures:
        marks += [Mark(start, end, "figure") for start, end in figure.spans]
    return sorted(set(marks), key=lambda mark: (mark.start, -mark.end, mark.role))


def styled_text(text: str, marks: Iterable[Mark]) -> "Text":
    """The text with styles, as Rich draws it; nothing in it is taken for markup.

    >>> styled_text("[red]61[/red]", [Mark(5, 7, "figure")]).plain
    '[red]61[/red]'
    """
    from rich.text import Text

    drawn = Text(harmless(text))
    held = list(marks)
    for role, style in STYLES.items():
        for mark in held:
            if mark.role == role:
                drawn.stylize(style, mark.start, mark.end)
    return drawn


def marked_text(text: str, marks: Iterable[Mark]) -> str:
    """The text with marks in square brackets. Marks that cross are closed and opened again.

    >>> marked_text("Police say 61 died", [Mark(0, 6, "source"), Mark(11, 18, "content"), Mark(11, 13, "figure")])
    '[source: Police] say [content: [figure: 61] died]'
    """
    return "".join(_pieces(harmless(text), sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.role))))


def _pieces(text: str, marks: list[Mark]) -> Iterator[str]:
    at = 0
    opened: list[Mark] = []
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    waiting = iter(marks)
    upcoming = next(waiting, None)
    for edge in edges:
        yield text[at:edge]
        at = edge
        still = [mark for mark in opened if mark.end > edge]
        # everything from the outermost mark that ends here is closed; what goes on is opened again
        kept = next((n for n, mark in enumerate(opened) if mark.end <= edge), len(opened))
        yield "]" * (len(opened) - kept)
        for mark in still[kept:]:
            yield f"[{mark.role}: "
        opened = still
        while upcoming is not None and upcoming.start <= edge:
            yield f"[{upcoming.role}: "
            opened.append(upcoming)
            upcoming = next(waiting, None)
    yield text[at:]
