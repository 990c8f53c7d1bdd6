"""A moment by one of the three clocks, and what had surely come by then. Standard library only."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal, get_args

from reportedly.errors import BadOption

#: When a report was published, when its words were said, when the ledger learned of it.
Clock = Literal["published", "said", "recorded"]

_DATE = r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
_ZONE = r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?"
_GIVEN = re.compile(
    _DATE + r"(?:[T ](?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?)?)?"
    rf"{_ZONE})?)?)?",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"(?:(?P<decade>\d{3})X|(?P<century>\d\d)XX|"
    + _DATE
    + rf"(?:T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d){_ZONE})?)?)?)~?"
)
#: First month after each season of EDTF, as counted in the north: spring, summer, autumn, winter.
_AFTER_SEASON = {21: 6, 22: 9, 23: 12, 24: 15}


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The ledger as it stood at ``time``, by ``clock``.

    ``time`` is ``2021``, ``2021-06``, ``2021-06-25`` or ``2021-06-25T14:00`` with seconds or without, and with a
    zone (``Z``, ``-04:00``) or without, which is UTC. It means all of what it says: a day to its end, 14:00 to the
    end of that minute.

    Raises:
        BadOption: a time that is none, or a clock that is none; the message says what to write.
    """

    time: str
    clock: Clock = "published"

    def __post_init__(self) -> None:
        if self.clock not in get_args(Clock):
            raise BadOption(f"there is no clock {self.clock!r}: choose one of {', '.join(get_args(Clock))}")
        _end_of_given(self.time)

    def has_come(self, *moments: str | None) -> bool:
        """Whether what has these EDTF dates had surely come by then; the earliest of them counts.

        A date means all of what it says here too: a report of 25 June may have been published at any hour of
        that day, so at 14:00 it had not surely come. A date without a zone is read in the zone of ``time``.
        What has no date that is known had not surely come.

        >>> hour = AsOf(time="2021-06-25T14:00-04:00")
        >>> hour.has_come("2021-06-24"), hour.has_come("2021-06-25"), hour.has_come("2021-06-25T17:59:00Z")
        (True, False, True)
        >>> AsOf(time="2021-06-25").has_come("2021-06-25"), hour.has_come(None)
        (True, False)
        """
        limit = _end_of_given(self.time)
        zone = limit.tzinfo
        ends = (end_of(moment) for moment in moments if moment is not None)
        return any(end is not None and (end if end.tzinfo else end.replace(tzinfo=zone)) <= limit for end in ends)

    @property
    def before(self) -> str:
        """The first moment after it, UTC, in the form in which the ledger writes when it learned of something.

        >>> AsOf(time="2021-06-25T14:00-04:00").before
        '2021-06-25T18:01:00.000Z'
        """
        at = _end_of_given(self.time).astimezone(UTC)
        return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@lru_cache(maxsize=4096)
def end_of(edtf: str) -> datetime | None:
    """The first moment after what an EDTF date says, with its zone if it has one; null where it is not known.

    An interval ends with its second date; one that is open at its end is taken by its beginning.

    >>> end_of("2021-06"), end_of("2021-06-24/2021-06-25"), end_of("XXXX-01-25")
    (datetime.datetime(2021, 7, 1, 0, 0), datetime.datetime(2021, 6, 26, 0, 0), None)
    """
    first, mark, second = edtf.partition("/")
    found = _POINT.fullmatch(second if mark and second not in ("..", "") else first)
    try:
        return None if found is None else _end(found.groupdict())
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _end_of_given(time: str) -> datetime:
    found = _GIVEN.fullmatch(time.strip())
    try:
        if found is None:
            raise ValueError("it is not in the form that is wanted")
        end = _end(found.groupdict())
        end = end if end.tzinfo else end.replace(tzinfo=UTC)
        end.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        advice = "write 2021-06-25T14:00-04:00, 2021-06-25T18:00Z, 2021-06-25, 2021-06 or 2021"
        raise BadOption(f"{time!r} is no time ({error}): {advice}") from None
    return end


def _end(parts: dict[str, str | None]) -> datetime:
    """The first moment after what the parts of a date say."""
    for name, years in (("decade", 10), ("century", 100)):
        written = parts.get(name)
        if written is not None:
            return datetime((int(written) + 1) * years, 1, 1)
    year, month = int(parts["year"] or 0), int(parts["month"] or 0)
    if not month:
        return datetime(year + 1, 1, 1)
    if parts["day"] is None:
        return _month_after(year, month)
    day = datetime(year, month, int(parts["day"]))
    if parts["hour"] is None:
        return day + timedelta(days=1)
    at = day.replace(hour=int(parts["hour"]), minute=int(parts["minute"] or 0), second=int(parts["second"] or 0))
    at = at.replace(tzinfo=_zone(parts["zone"]))
    if parts["minute"] is None:
        return at + timedelta(hours=1)
    if parts["second"] is None:
        return at + timedelta(minutes=1)
    fraction = parts.get("fraction")
    if fraction is None:
        return at + timedelta(seconds=1)
    step = 10 ** (6 - len(fraction))
    return at + timedelta(microseconds=(int(fraction) + 1) * step)


def _month_after(year: int, month: int) -> datetime:
    """The first moment after a month, or a season (21 to 24).

    Raises:
        ValueError: there is no such month.
    """
    if month > 12 and month not in _AFTER_SEASON:
        raise ValueError("there is no such month")
    after = _AFTER_SEASON.get(month, month + 1) - 1
    return datetime(year + after // 12, after % 12 + 1, 1)


def _zone(written: str | None) -> timezone | None:
    if written is None:
        return None
    if written in "Zz":
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if written[0] == "-" else away)
