"""Quotations of a text, and whether a claim's content is quoted whole, in part, or not at all."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from reportedly.terms.claim import Mode
from reportedly.terms.words import Span

#: What closes each opening mark; a plain ``"`` and ``'`` take their direction from what is around them.
_CLOSERS = {"“": "”", "«": "»", "``": "''", '"': '"', "‘": "’", "'": "'", "„": "“"}
_MARK = re.compile(r"``|''|[“”\"«»„‘’']")
_LINE = re.compile(r"\n[ \t]*")
_ELISIONS = re.compile(r"['‘’](?:em|til|tis|twas|cause|bout|n|round|\d0s)\b", re.IGNORECASE)


def quoted_spans(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Half-open places of the quoted words within ``text[start:end]``, without their marks.

    Only the outermost quotation counts; one that opens before ``start`` or closes after ``end`` is
    cut at the edge. A quotation that is never closed ends with its paragraph.

    >>> text = 'He called it a “pension.” Nobody’s surprised.'
    >>> [text[a:b] for a, b in quoted_spans(text, 0, len(text))]
    ['pension.']
    """
    quotations = _quotations(text)  # in order, none over another
    first = bisect_right(quotations, start, key=lambda quotation: quotation[1])
    last = bisect_left(quotations, end, key=lambda quotation: quotation[0])
    return tuple((max(a, start), min(b, end)) for a, b in quotations[first:last])


def mode_of(text: str, content_spans: Sequence[Span]) -> Mode:
    """Direct when every word of the content is quoted, mixed when some are, else indirect.

    >>> text = "“A storm,” he said, “is near.” It is a “storm” to him."
    >>> mode_of(text, [(0, 10), (20, 30)]), mode_of(text, [(31, 54)])
    ('direct', 'mixed')
    """
    quoted = plain = 0
    for start, end in content_spans:
        place = start
        for a, b in quoted_spans(text, start, end):
            plain += _letters(text, place, a)
            quoted += _letters(text, a, b)
            place = b
        plain += _letters(text, place, end)
    if quoted == 0:
        return "indirect"
    return "mixed" if plain else "direct"


def _letters(text: str, start: int, end: int) -> int:
    return sum(character.isalnum() for character in text[start:end])


@lru_cache(maxsize=8)
def _quotations(text: str) -> tuple[Span, ...]:
    """Every outermost quotation of a text, without marks, in one walk."""
    found: list[Span] = []
    marks = list(_MARK.finditer(text))
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not _opens(text, mark):
            i += 1
            continue
        closed = _closing(text, marks, i)
        if closed is not None:
            _add(found, mark.end(), marks[closed].start())
            i = closed + 1
            continue
        if mark.group() not in ("'", "‘"):  # a single mark without its fellow is an apostrophe
            end = _paragraph_end(text, mark.end())
            _add(found, mark.end(), end)
            while i + 1 < len(marks) and marks[i + 1].start() < end:
                i += 1
        i += 1
    return tuple(found)


def _add(found: list[Span], start: int, end: int) -> None:
    if end > start:
        found.append((start, end))


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in ("“", "«", "``", "„"):
        return True
    if sign not in ('"', "'", "‘"):
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if sign == '"':
        return not after.isspace() and (before == "" or before.isspace() or before in "([{—–-“‘'/=>" or not after)
    if _ELISIONS.match(text, mark.start()):
        return False
    return (before == "" or before.isspace() or before in '([—–“"') and (after.isalnum() or after in '(“"$£€…[')


def _closing(text: str, marks: Sequence[re.Match[str]], i: int) -> int | None:
    """Index of the mark that closes the quotation opened by ``marks[i]``; None where none does.

    A quotation stays in its paragraph. An opening mark of the same kind before the close means
    that the first was never closed.
    """
    opening = marks[i].group()
    wanted = _CLOSERS[opening]
    limit = _paragraph_end(text, marks[i].end())
    last_resort = None
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if mark.start() >= limit:
            break
        sign = mark.group()
        if sign == opening and opening not in ('"', "'") and opening != "‘":
            break
        if sign != wanted:
            continue
        if sign in ("'", "’"):
            verdict = _closes_single(text, mark)
            if verdict == "surely":
                return j
            if verdict == "maybe" and last_resort is None:
                last_resort = j
        elif sign != '"' or _closes_plain(text, mark):
            return j
        elif _opens(text, mark):
            break
    return last_resort


def _closes_plain(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if before.isspace():  # spaced marks, as tokenised text has them: " like this "
        return after == "" or after.isspace() or after in ".,;:!?)"
    return after == "" or not after.isalnum() or before in ".,!?"


def _closes_single(text: str, mark: re.Match[str]) -> str:
    """How sure it is that a single mark closes: an apostrophe stands between letters or after an s."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if after.isalnum() or before.isspace():
        return "no"
    return "maybe" if before in "sS" and after.isspace() else "surely"


def _paragraph_end(text: str, start: int) -> int:
    """Where the paragraph that holds ``start`` ends: a blank line, or a full line before a new start.

    Text with hard line breaks runs on: a line that does not end a sentence is followed by its rest.
    """
    for line in _LINE.finditer(text, start):
        before = text[line.start() - 1 : line.start()]
        after = text[line.end() : line.end() + 1]
        if after in ("\n", "\r", "") or (before in ".!?”\"'’:)" and (after.isupper() or after in "“\"‘«`'")):
            return line.start()
    return len(text)
