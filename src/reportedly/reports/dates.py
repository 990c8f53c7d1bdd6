"""When a report was published: from a line of its text that says nothing else, or from its address."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.terms import Span
from reportedly.terms.dates import MONTH_NUMBERS, is_edtf, read_stamp, read_written

_TIME = (
    r"(?:at\s+|@\s*)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?(?:GMT|UTC|BST|CET|CEST|[ECMP][DS]?T|IST|Z|[+-]\d\d:?\d\d)\)?)?"
)
_TIME_AFTER = re.compile(rf"^(?P<rest>.*?\d{{4}}(?:-\d\d-\d\d)?)(?:\s*[,|·•–—-]\s*|\s+|T){_TIME}$", re.IGNORECASE)
_TIME_BEFORE = re.compile(rf"^{_TIME}(?:\s*[,|·•–—-]\s*|\s+)(?:on\s+)?(?P<rest>\S.*)$", re.IGNORECASE)
#: "Published: …"; a colon may be left out only after words that nothing else follows in prose.
_MARKED = re.compile(
    r"^(?:(?:first\s+|originally\s+|last\s+|date\s+)?(?P<word>publish(?:ed)?|posted|publication date|issued|"
    r"date|dated|updated?|modified|revised)(?:\s+date)?)(?:\s*:\s*|\s+(?:on\s+|at\s+)?(?=\S*\d|[A-Z]))(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_LATER = frozenset({"update", "updated", "modified", "revised"})
_NOTE_AFTER = re.compile(r"\s*\([^()]*\)$")
#: A line that holds a date holds little else; longer ones are prose and not looked at.
_MAX_LINE = 120

_URL_DAYS = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d?)/(?P<day>\d\d?)(?=[/_.-]|$)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3,9})/(?P<day>\d\d?)(?=[/_.-]|$)", re.IGNORECASE),
    re.compile(r"(?<=[/_-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?=[/_.-]|$)"),
    re.compile(r"(?<=[/_-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=[/_.-]|$)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)(?=/)"),
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds a date and nothing else: EDTF, whether the line says what date it is, and which."""

    edtf: str
    marked: bool
    updated: bool


@dataclass(frozen=True, slots=True)
class FoundDates:
    """When a text says it was published and updated, EDTF or null; and the places of the lines that say so."""

    published: str | None = None
    updated: str | None = None
    lines: tuple[Span, ...] = ()


def read_date_line(line: str) -> DateLine | None:
    """The date of a line that holds a date, perhaps with a time, and nothing else; null for any other line.

    The time of day is not kept: a line of text seldom says its zone.

    >>> read_date_line("Published 26 Jan 2016, 10:15 GMT")
    DateLine(edtf='2016-01-26', marked=True, updated=False)
    >>> read_date_line("On January 26, 2016, 61 people were killed.") is None
    True
    """
    if not 8 <= len(line) <= _MAX_LINE or not any(sign.isdigit() for sign in line):
        return None
    marked = _MARKED.match(line)
    if marked is None:
        edtf = _read_day(line)
        return None if edtf is None else DateLine(edtf, False, False)
    said = _NOTE_AFTER.sub("", marked["rest"]).strip()
    edtf = said if len(said) >= 7 and is_edtf(said) else _read_day(said)  # "Date: 2018-10" is said on purpose
    return None if edtf is None else DateLine(edtf, True, marked["word"].lower() in _LATER)


def _read_day(words: str) -> str | None:
    words = words.strip(" \t|·•")
    for attempt in (words, _without_time(words)):
        day = read_written(attempt) or read_stamp(attempt)
        if day is not None:
            return day[:10]
    return None


def _without_time(words: str) -> str:
    found = _TIME_AFTER.match(words) or _TIME_BEFORE.match(words)
    return words if found is None else found["rest"].strip()


def find_dates(text: str, near_top: Sequence[Span], everywhere: Iterable[Span]) -> FoundDates:
    """What the date lines near the top of a text say; running text is never looked at.

    A marked line ("Published: …") is believed. A line with a date alone is believed only when no
    other date stands alone anywhere in the text: several are the headings of a chronicle.
    """
    published, updated = None, None
    lines: list[Span] = []
    alone = {day for span in everywhere if (day := _plain_date(text, span)) is not None}
    for start, end in near_top:
        found = read_date_line(text[start:end])
        if found is None or (not found.marked and len(alone) > 1):
            continue
        if found.updated:
            updated = updated or found.edtf
        elif published is None or found.edtf == published:
            published = found.edtf
        else:
            continue
        lines.append((start, end))
    return FoundDates(published, updated, tuple(lines))


def _plain_date(text: str, span: Span) -> str | None:
    found = read_date_line(text[span[0] : span[1]])
    return None if found is None or found.marked else found.edtf


def date_of_url(url: str | None) -> str | None:
    """EDTF of the day (or month) that an address says; null when it says none.

    >>> date_of_url("https://example.org/news/2016/01/26/blast"), date_of_url("https://example.org/a-20160126")
    ('2016-01-26', '2016-01-26')
    >>> date_of_url("https://example.org/2016/01/blast.html"), date_of_url("https://example.org/items/26")
    ('2016-01', None)
    """
    if not url:
        return None
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url, flags=re.IGNORECASE)
    for pattern in _URL_DAYS:
        found = pattern.search(path)
        if found is None:
            continue
        parts = found.groupdict()
        month = MONTH_NUMBERS.get(parts["month"].lower()) or _number(parts["month"])
        edtf = f"{parts['year']}-{month:02}" + (f"-{int(parts['day']):02}" if "day" in parts else "")
        if is_edtf(edtf):
            return edtf
    return None


def _number(digits: str) -> int:
    return int(digits) if digits.isdigit() else 0
