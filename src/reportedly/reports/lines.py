"""Lines of a plain text put together to stretches: one paragraph, list item or table row each.

News text comes in two ways. Mostly a line is a paragraph, however long. Older and mailed text is
*wrapped*: lines are cut at some 60 to 80 columns and a paragraph runs over many of them. Which of the
two it is, is decided once for the text by :func:`find_width`. Text that a program wrapped is cut
greedily: the first word of the next line would not have fitted on the line before. Text that was
edited afterwards, or copied from a page of print, has lines of about one length that stop in
mid-sentence and go on with a small letter.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.terms import Span

#: Columns text is wrapped at: below it is a list of short things, above it is no wrapping.
_NARROWEST, _WIDEST = 40, 110
#: Share of lines that may be wider than that in wrapped text: addresses, headings.
_OVERLONG_SHARE = 0.1
#: Share of the line ends that must be full for a text to count as wrapped. Ends of paragraphs are not full,
#: so all of them never are.
_FULL_SHARE = 0.6
#: Share of line ends that stop in mid-sentence: one in four is chance in a list, half is usual in wrapped text.
_OPEN_SHARE = 0.3
#: Wrapping programs differ by a sign or two in what they call full.
_SLACK = 2
#: In text wrapped by eye or in print, lines reach this share of the width,
_EVEN = 0.7
#: half of them stop in mid-sentence, and as many of the next lines begin with a small letter: a list of titles
#: has neither.
_HALF = 0.5

_BULLET = re.compile(r"(?:[•●▪◦‣*·–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]+\S")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]»]*$")
#: Words that lead over to the next one: no line of its own ends with them. Not "for" and "by": a title may be
#: "Ten unaccounted for".
_LEADS_ON = re.compile(
    r"(?:^|[\s(\[\"“])(?:the|an?|of|and|or|nor|than|that|which|who|whose|their|its|his|our|my|your|mr\.|mrs\.|ms\.|dr\."
    r"|gen\.|sen\.|rep\.|gov\.|col\.|lt\.|sgt\.)$",
    re.IGNORECASE,
)
#: A dateline runs on into its report: "VARNA, 3 June (AP) -- Ten people".
_DATELINE = re.compile(r"\)\s*(?:--|[—–_-])|\s--\s")
_CELLS = re.compile(r"[ \t]*\t[ \t]*|[ \t]+\|[ \t]+| {3,}")


def split_lines(text: str) -> list[Span]:
    """Places of the lines without the white space around them; an empty line is an empty place.

    >>> split_lines(" One.\\n\\nTwo.")
    [(1, 5), (6, 6), (7, 11)]
    """
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = at + (line.index(bare) if bare else 0)
        lines.append((start, start + len(bare)))
        at += len(line) + 1
    return lines


def ends_sentence(line: str) -> bool:
    """Whether a line stops where a sentence may.

    >>> ends_sentence('"It was over."'), ends_sentence("the ministry")
    (True, False)
    """
    return _SENTENCE_END.search(line) is not None


def is_bullet(line: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return _BULLET.match(line) is not None


def count_cells(line: str) -> int:
    """How many cells a line would have as the row of a table; one when it is none.

    >>> count_cells("Palu | 384 | 540"), count_cells("Palu was hit.")
    (3, 1)
    """
    return len([cell for cell in _CELLS.split(line.strip("|")) if cell.strip()])


def find_width(text: str, lines: Sequence[Span]) -> int | None:
    """Column at which the text is wrapped; null when a line is a paragraph.

    Wrapped means: lines that are followed by another reach at most ``_WIDEST`` columns, most of them
    are full, and many stop in mid-sentence.
    """
    followed = [(a, b) for a, b in pairwise(lines) if a[1] > a[0] and b[1] > b[0]]
    prose = [(a, b) for a, b in followed if not is_bullet(text[slice(*b)]) and count_cells(text[slice(*a)]) == 1]
    written = [b - a for a, b in lines if b > a]
    # a paragraph in one line: nobody wraps some paragraphs and not the others
    if len(prose) < 2 or sum(length > _WIDEST for length in written) > _OVERLONG_SHARE * len(written):
        return None
    lengths = sorted(a[1] - a[0] for a, _ in prose)
    width = lengths[int(0.95 * (len(lengths) - 1))]  # one address or heading that runs over is no measure
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(text, a, b, width) for a, b in prose)
    followers = [text[b[0]] for a, b in prose if not ends_sentence(text[slice(*a)])]
    wrapped = full >= _FULL_SHARE * len(prose) and len(followers) >= _OPEN_SHARE * len(prose)
    return width if wrapped or _is_even(lengths, width, followers) else None


def _is_even(lengths: Sequence[int], width: int, followers: Sequence[str]) -> bool:
    """Whether lines of about one length stop in mid-sentence; ``followers`` begin the lines after those."""
    reaching = sum(length >= _EVEN * width for length in lengths)
    small = sum(letter.islower() for letter in followers)
    return (
        reaching >= _FULL_SHARE * len(lengths)
        and len(followers) >= _HALF * len(lengths)
        and small >= _HALF * len(followers)
    )


def _is_full(text: str, line: Span, after: Span, width: int) -> bool:
    first_word = text[slice(*after)].split(None, 1)[0]
    return line[1] - line[0] + 1 + len(first_word) + _SLACK > width


def join_lines(text: str) -> list[list[Span]]:
    """The lines of a text, put together to stretches; a stretch of several lines is wrapped prose.

    Empty lines part stretches, and so do the beginnings of list items and the rows of tables. In
    wrapped text a line goes on into the next when it is full, or long and in mid-sentence, and the
    next is not set in; the first line of all may be a title, and goes on only when it is full or
    shows that it does. In other text only a line that stops in mid-sentence goes on, before a small
    letter or behind a word that leads over to the next.

    >>> text = "The ministry in Palu said\\nMonday that 61 had died.\\nRescue goes on."
    >>> [len(stretch) for stretch in join_lines(text)]
    [1, 1, 1]
    >>> [len(stretch) for stretch in join_lines(text.replace("Monday", "last Monday"))]
    [2, 1]
    """
    lines = split_lines(text)
    width = find_width(text, lines)
    stretches: list[list[Span]] = []
    open_stretch = False
    for at, line in enumerate(lines):
        if line[0] == line[1]:
            open_stretch = False
        elif open_stretch and _goes_on(text, stretches, line, width):
            stretches[-1].append(line)
        else:
            stretches.append([line])
            open_stretch = at + 1 < len(lines)
    return stretches


def _goes_on(text: str, stretches: Sequence[Sequence[Span]], after: Span, width: int | None) -> bool:
    """Whether the last stretch so far goes on into a line that follows it at once."""
    stretch = stretches[-1]
    line = stretch[-1]
    words, following = text[slice(*line)], text[slice(*after)]
    if is_bullet(following) or "://" in words.split()[-1] or count_cells(words) > 1 or count_cells(following) > 1:
        return False
    in_list = is_bullet(text[slice(*stretch[0])])
    long_enough = line[1] - line[0] >= _NARROWEST // 2  # a shorter one is an item, a name, a sign of its own
    leads_on = long_enough and _leads_on(words, following)
    if width is None:
        return leads_on
    if _indent(text, after) > _indent(text, line) and not in_list:
        return leads_on and following[0].islower()
    if _is_full(text, line, after, width):
        return True
    first = len(stretches) == 1 and len(stretch) == 1
    may_be_title = first and not words.endswith(",") and not _DATELINE.search(words)
    reaches = line[1] - line[0] >= _HALF * width and not ends_sentence(words) and not may_be_title
    return leads_on or reaches or _is_open(words)


def _leads_on(line: str, following: str) -> bool:
    """Whether the words of a line ask for more: in mid-sentence before a small letter, or behind "of the"."""
    return (following[0].islower() and not ends_sentence(line)) or _LEADS_ON.search(line) is not None


def _is_open(line: str) -> bool:
    """Whether a line ends inside a bracket."""
    return line.count("(") > line.count(")") or line.count("[") > line.count("]")


def _indent(text: str, line: Span) -> int:
    return line[0] - (text.rfind("\n", 0, line[0]) + 1)
