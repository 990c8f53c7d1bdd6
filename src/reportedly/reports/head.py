"""The lines at the head of a report that only say when, by whom and from where it is."""

import re
from collections.abc import Iterator, Sequence

from reportedly.reports.dates import FoundDates, find_dates, read_date_line
from reportedly.reports.furniture import is_prose
from reportedly.terms import Span
from reportedly.terms.report import BlockKind

#: The head of a text, where dates and names of writers are looked for: so many stretches,
_HEAD_STRETCHES = 15
#: of which so many may be paragraphs already.
_HEAD_PARAGRAPHS = 2
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:de|la|van|von|der|al|el|bin|ibn|da|dos|du) )*[A-Z][\w.'’-]*){1,3}"
_BYLINE = re.compile(
    rf"^(?:By|BY|Written by|Reported by|Story by|Text by)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:(?:, | and | & |, and ){_NAME})*)"
    r"(?:\s*[,|·•–—-]\s*(?P<rest>[^.]{2,60}))?$"
)
_SEPARATORS = re.compile(r", and | and | & |, ")
#: Names of lines that say something about a text, at the head of one that was saved by hand or by a program.
_KEY = re.compile(
    r"^(?:accessed|address|author|by|category|copyright|country|credit|date|file|id|keywords|language|link|location|"
    r"outlet|published|publisher|publication|retrieved|section|site|slug|source|tags|text|time|topics?|url|words)\s*:\s*\S",
    re.IGNORECASE,
)


def read_bylines(line: str) -> tuple[str, ...]:
    """Names of those who wrote a report, from a line that says nothing else; empty for any other line.

    >>> read_bylines("By Ana Silva and Tom van der Berg"), read_bylines("By Friday the toll had risen")
    (('Ana Silva', 'Tom van der Berg'), ())
    """
    found = _BYLINE.match(line) if len(line) <= 150 else None
    return tuple(_SEPARATORS.split(found["names"])) if found else ()


def is_key_line(line: str) -> bool:
    """Whether a line is of the form "Source: …", as stands over saved texts."""
    return len(line) <= 250 and _KEY.match(line) is not None


def mark_head(
    text: str, spans: Sequence[Span], kinds: list[BlockKind | None]
) -> tuple[FoundDates, tuple[str, ...]]:
    """Dates and names of writers from lines near the top that say nothing else; those lines become furniture."""
    near_top = list(_near_top([text[start:end] for start, end in spans]))
    dates = _mark_dates(text, spans, kinds, near_top)
    return dates, _mark_bylines(text, spans, kinds, near_top)


def _near_top(words: Sequence[str]) -> Iterator[int]:
    """Numbers of the stretches that are near the top."""
    paragraphs = 0
    for at, stretch in enumerate(words[:_HEAD_STRETCHES]):
        if paragraphs > _HEAD_PARAGRAPHS:
            return
        yield at
        paragraphs += is_prose(stretch)


def _mark_dates(
    text: str, spans: Sequence[Span], kinds: list[BlockKind | None], near_top: Sequence[int]
) -> FoundDates:
    dates = find_dates(text, [spans[at] for at in near_top], spans)
    places = set(dates.lines)
    for at in near_top:
        # a second printing of the date is page matter, too
        again = read_date_line(text[slice(*spans[at])])
        if spans[at] in places or (again is not None and again.marked):
            kinds[at] = "furniture"
    return dates


def _mark_bylines(
    text: str, spans: Sequence[Span], kinds: list[BlockKind | None], near_top: Sequence[int]
) -> tuple[str, ...]:
    names: list[str] = []
    for at in near_top:
        found = read_bylines(text[slice(*spans[at])]) if kinds[at] is None else ()
        if found:
            kinds[at] = "furniture"
            names.extend(name for name in found if name not in names)
    return tuple(names)


def mark_key_lines(text: str, spans: Sequence[Span], kinds: list[BlockKind | None]) -> None:
    """Lines of the form "Source: …" at the very top, in one piece with an address or a date line."""
    end = 0
    while end < len(spans) and (kinds[end] == "furniture" or is_key_line(text[slice(*spans[end])])):
        if end and text[spans[end - 1][1] : spans[end][0]].count("\n") > 1:
            break  # an empty line: what follows is not of one piece
        end += 1
    if any(kind == "furniture" for kind in kinds[:end]):
        kinds[:end] = ["furniture"] * end
