"""Words of a report at their exact places: the piece every other term is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

#: Half-open place in a text, in Unicode code points.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words as they stand in a text.

    ``spans`` are half-open, in order, non-empty; re-read from the text and joined with a single
    space they equal ``exact``. Build one with :func:`words_at`, which cannot get this wrong.

    Raises:
        ValueError: no span, an empty span, or spans out of order.
    """

    exact: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"no place given for the words {self.exact!r}")
        before = 0
        for start, end in self.spans:
            if start < before or end <= start:
                raise ValueError(f"places of {self.exact!r} are empty or out of order: {self.spans}")
            before = end

    @property
    def start(self) -> int:
        """Place of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Place after the last character."""
        return self.spans[-1][1]


def exact_at(text: str, spans: Iterable[Span]) -> str:
    """What stands at the spans, joined with a single space.

    >>> exact_at("at least 61 people", [(0, 8), (12, 18)])
    'at least people'
    """
    return " ".join(text[start:end] for start, end in spans)


def words_at(text: str, *spans: Span) -> Words:
    """The words that stand at the given places.

    >>> words_at("at least 61 people", (0, 11)).exact
    'at least 61'
    """
    return Words(exact=exact_at(text, spans), spans=spans)
