"""What came in: a page, or the reason why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about an input, and what therefore need not be found out.

    ``published`` is EDTF, ``language`` an ISO 639-1 code, ``restricted`` keeps the report out of
    exports and pages.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    restricted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as they arrived.

    ``address`` is the path or name as given; ``media_type`` is ``text/plain`` or ``text/html``;
    ``retrieved_at`` is UTC in ISO 8601 for pages that were fetched; ``sha256`` is of ``body``.
    """

    address: str
    body: bytes
    media_type: str
    sha256: str
    given: Given = Given()
    retrieved_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that could not be used: ``reason`` is an error slug (docs/errors.md)."""

    address: str
    reason: str
    detail: str
