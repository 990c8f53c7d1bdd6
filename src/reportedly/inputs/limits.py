"""How much of an input is taken in at most."""

from dataclasses import dataclass

from reportedly.terms import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class InputLimits:
    """Limits of what is read.

    ``max_bytes`` of one page: 20 MB is some two hundred times the HTML of a long report, and a page
    of it is still read in well under a gigabyte of memory.
    """

    max_bytes: int = 20_000_000


#: What holds when nothing is said.
LIMITS = InputLimits()
NOTHING_GIVEN = Given()
