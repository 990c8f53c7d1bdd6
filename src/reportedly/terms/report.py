"""The clean text of one page and the kinds of its stretches."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["headline", "paragraph", "caption", "list", "table", "notice", "furniture"]
PublishedFrom = Literal["json-ld", "meta", "url", "text", "argument"]

#: Blocks in which claims and figures are read; furniture and notices are kept but not read.
READ_KINDS: frozenset[str] = frozenset({"headline", "paragraph", "caption", "list", "table"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a report's text of one kind; half-open, in code points."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The clean text of one page.

    ``id`` comes from address and page bytes; ``published`` and ``updated`` are EDTF;
    ``published_from`` says where the date was found and is null exactly when ``published`` is;
    ``blocks`` are in order, do not overlap and cover all of ``text`` but white space.
    """

    id: str
    address: str
    url: str | None
    outlet: str | None
    headline: str | None
    bylines: tuple[str, ...]
    published: str | None
    published_from: PublishedFrom | None
    updated: str | None
    language: str | None
    retrieved_at: str | None
    page_sha256: str
    text_sha256: str
    text: str
    blocks: tuple[Block, ...]
