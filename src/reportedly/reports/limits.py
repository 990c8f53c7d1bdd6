"""How large and how deep a page may be to be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLimits:
    """Limits of what is read.

    ``max_depth``: elements of HTML inside each other; a news page has some 40, and the parser underneath
    cuts what lies below 256 without a word, so deeper pages are refused rather than read in part.
    ``max_characters``: code points of a decoded page, markup counted.
    """

    max_depth: int = 250
    max_characters: int = 5_000_000


#: What holds when nothing is said.
LIMITS = ReportLimits()
