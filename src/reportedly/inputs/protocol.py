"""The one seam of this room: whatever brings pages in has this one method."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from reportedly.terms import Page, Skipped


@runtime_checkable
class Input(Protocol):
    """Something that brings pages: files, a manifest; a feed, the web, an archive."""

    def pages(self) -> Iterator[Page | Skipped]:
        """Every page in its order, or why it cannot be used; nothing left out, no error raised for one page."""
        ...
