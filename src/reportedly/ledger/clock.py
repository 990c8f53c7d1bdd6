"""The ledger's own clock: when it learned of something."""

from datetime import UTC, datetime


def now() -> str:
    """This moment, UTC, ISO 8601 with milliseconds.

    >>> now()[-1], len(now())
    ('Z', 24)
    """
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
