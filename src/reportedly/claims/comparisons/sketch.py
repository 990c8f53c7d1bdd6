"""A sentence with its figures blanked out, so that patterns can say "a figure stands here"."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.terms import Figure

#: Stands in a sketch for every character of a figure; a private character that no text should hold.
BLANK = "\ue000"
#: A figure, in a pattern.
FIGURE = BLANK + "+"
#: Words that may follow a figure's number before the sentence goes on: its unit.
UNIT = (
    r"(?:[\s-]+(?!(?:to|from|by|than|on|in|at|and|or|after|since|over|compared|against|as|when|while|but|more|less"
    r"|fewer|higher|lower|above|below|last|this|the|a|an|that|which|who|is|are|was|were|has|have|had)\b)"
    r"[^\W\d_][\w'’&-]*){0,3}(?:,?\s+or\s+\ue000+(?:\s+(?:an?|per|cents?|pence|dollars?|share|unit)\b){0,3},?(?=\s+(?:from|to)\s))?"
)
#: Measures that are compared with each other; lengths of time and the like are left alone.
_LEFT_OUT = frozenset({"age", "duration", "distance"})


@dataclass(frozen=True, slots=True)
class Sketch:
    """``words`` has the length of the sentence; ``start`` is its place in the text; ``figures`` are in order."""

    words: str
    start: int
    figures: tuple[Figure, ...]

    def figure_at(self, place: int) -> Figure | None:
        """The figure that begins at a place of the sketch; None where none does or it is a length of time."""
        wanted = self.start + place
        return next((f for f in self.figures if f.start == wanted and f.measure not in _LEFT_OUT), None)


def sketch_of(text: str, start: int, end: int, figures: Sequence[Figure]) -> Sketch:
    """The sentence ``text[start:end]`` with the figures that begin in it blanked out.

    >>> sketch_of("It rose.", 0, 8, ()).words
    'It rose.'
    """
    words = text[start:end].replace(BLANK, " ")
    for figure in figures:
        a, b = figure.spans[0]
        words = words[: a - start] + BLANK * (min(b, end) - a) + words[min(b, end) - start :]
    return Sketch(words, start, tuple(figures))
