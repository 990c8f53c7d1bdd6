"""Dates of reports: EDTF values checked, and dates written out in words read. Standard library only."""

import re
from datetime import date, datetime

from reportedly.errors import BadOption

#: No news report is older than the printing press; an earlier year is a slip of the keyboard.
EARLIEST_YEAR = 1450

_EDTF = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<time>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_STAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?", re.IGNORECASE
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
#: "jan", "january", "sept" and so on to 1 … 12.
MONTH_NUMBERS = {name: n for n, name in enumerate(_MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: n for name, n in MONTH_NUMBERS.items()} | {"sept": 9}

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_DAY}-{_MONTH}-(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)"),
    re.compile(r"(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>\d{4})"),
)


def check_published(value: str) -> str:
    """The value, stripped, when it is an EDTF date a report can bear.

    Accepted: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` and ``YYYY-MM-DDThh:mm:ss``, the last with
    ``Z`` or ``+hh:mm`` after it or without.

    Raises:
        BadOption: anything else; the message says what to write.

    >>> check_published(" 2016-01-26 ")
    '2016-01-26'
    >>> check_published("26 January 2016")
    Traceback (most recent call last):
        ...
    reportedly.errors.BadOption: '26 January 2016' is not a date as it is wanted here; write 2016-01-26
    """
    given = value.strip()
    if is_edtf(given):
        return given
    meant = read_stamp(given) or read_written(given)
    advice = f"write {meant}" if meant else "write it as 2016-01-26, 2016-01, 2016 or 2016-01-26T10:00:00Z"
    raise BadOption(f"{given!r} is not a date as it is wanted here; {advice}")


def is_edtf(value: str) -> bool:
    """Whether the value is a year, month, day or moment that exists, in the forms of :func:`check_published`.

    >>> is_edtf("2016-02-30"), is_edtf("2016-02")
    (False, True)
    """
    found = _EDTF.fullmatch(value)
    if found is None or not found["year"].isascii() or int(found["year"]) < EARLIEST_YEAR:
        return False
    try:
        if found["time"]:
            datetime.fromisoformat(value)
        else:
            date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return False
    return True


def read_stamp(value: str) -> str | None:
    """EDTF of a date or date-time as machines write it; null when it is none.

    Fractions of a second are dropped; a zone is kept as it stands, never worked out.

    >>> read_stamp("2016-01-26T10:15+0100"), read_stamp("2016-01-26 10:15:07.5Z"), read_stamp("soon")
    ('2016-01-26T10:15:00+01:00', '2016-01-26T10:15:07Z', None)
    """
    found = _STAMP.fullmatch(value.strip())
    if found is None:
        return None
    day, minute, second, zone = found.groups()
    if minute is None:
        return day if is_edtf(day) else None
    stamp = f"{day}T{minute}{second or ':00'}{_zone(zone)}"
    return stamp if is_edtf(stamp) else None


def _zone(written: str | None) -> str:
    if written is None:
        return ""
    if written.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def read_written(value: str) -> str | None:
    """EDTF of a whole date as people write it; null when it is none or can be read in two ways.

    >>> read_written("Tuesday, 26 January 2016"), read_written("Jan. 26, 2016"), read_written("26/01/2016")
    ('2016-01-26', '2016-01-26', '2016-01-26')
    >>> read_written("01/02/2016") is None  # a day in January or in February: not guessed
    True
    """
    for pattern in _WRITTEN:
        found = pattern.fullmatch(value.strip())
        if found is not None:
            return _day_of(found.groupdict())
    return None


def _day_of(parts: dict[str, str]) -> str | None:
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        if one != two and one <= 12 and two <= 12:
            return None
        month, day = (two, one) if one > 12 else (one, two)
    else:
        named = parts["month"].lower()
        month = MONTH_NUMBERS.get(named) or int(named)
        day = int(parts["day"])
    written = f"{parts['year']}-{month:02}-{day:02}"
    return written if is_edtf(written) else None
