"""An HTML page as its headline, the words of its report, and what it says of itself."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportedly.errors import NoText, TooDeep
from reportedly.reports.captions import mark_captions
from reportedly.reports.dates import FoundDates
from reportedly.reports.furniture import mark_furniture
from reportedly.reports.head import mark_head
from reportedly.reports.limits import ReportLimits
from reportedly.reports.lines import join_lines
from reportedly.reports.metadata import Metadata, read_metadata
from reportedly.terms import Block, Span
from reportedly.terms.report import BlockKind

#: Elements of the extracted tree that begin words of their own.
_BLOCKS = frozenset({"p", "head", "item", "cell", "row", "list", "table", "quote", "lb"})
_MAX_HEADLINE = 300


@dataclass(frozen=True, slots=True)
class Article:
    """Text and blocks of an HTML page, its headline (words of the text), and what its text and its markup say."""

    text: str
    blocks: tuple[Block, ...]
    headline: str | None
    bylines: tuple[str, ...]
    dates: FoundDates
    metadata: Metadata


@dataclass(slots=True)
class _Piece:
    """Words of the report in the order of the page; ``joint`` is what parts them from those before."""

    words: str
    kind: BlockKind | None = None
    joint: str = "\n\n"


def read_article(source: str, limits: ReportLimits) -> Article:
    """The report of an HTML page: its headline first, then the text that trafilatura finds, captions among it.

    Paragraphs are parted by an empty line, items of a list and rows of a table by a line end, cells by
    a tab. Scripts, styles, forms and menus never come in.

    Raises:
        NoText: no words of a report were found.
        TooDeep: more than ``limits.max_depth`` elements lie inside each other.
    """
    tree = _parse(source, limits)
    metadata = read_metadata(tree)
    if not metadata.bylines:
        metadata = replace(metadata, bylines=_shown_bylines(tree))
    headline = _find_headline(tree, metadata)
    for unseen in list(tree.iter("template", "noscript")):  # no browser shows them
        unseen.drop_tree()
    captions = _open_captions(tree)
    pieces = list(_extract(tree)) or list(_paragraphs(_all_words(tree)))
    if not pieces:
        raise NoText("no text of a report was found in the page; save the text itself as .txt")
    _place(pieces, headline, captions)
    return _compose(pieces, headline, metadata)


def _parse(source: str, limits: ReportLimits) -> Any:
    from trafilatura.utils import fromstring_bytes, load_html  # loads lxml and much else: only for HTML

    # trafilatura logs what it cannot read; that is told in the skip
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree: Any = load_html(source)
    if tree is None:  # a piece of a page, which it will not take alone
        tree = fromstring_bytes(f"<html><body>{source}</body></html>")
    if tree is None:
        raise NoText("the page holds no HTML that can be read; if it is plain text, name it .txt")
    if _depth(tree) > limits.max_depth:
        raise TooDeep(
            f"elements lie more than {limits.max_depth} deep inside each other; save the report's text as .txt"
        )
    return tree


def _depth(tree: Any) -> int:
    deepest, waiting = 0, [(tree, 1)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element)
    return deepest


def _find_headline(tree: Any, metadata: Metadata) -> str | None:
    """The h1 that readers see when there is one, or when the metadata know it; else what the metadata say."""
    seen = [words for element in tree.iter("h1") if (words := _words_of(element)) and len(words) <= _MAX_HEADLINE]
    known = metadata.headline
    if known is not None:
        alike = [words for words in seen if _is_alike(words, known)]
        return alike[0] if alike else known
    if len(seen) == 1:
        return seen[0]
    title = next((_words_of(element) for element in tree.iter("title")), "")
    alike = [words for words in seen if words in title]
    return max(alike, key=len) if alike else _without_outlet(title, metadata.outlet) or None


def _is_alike(one: str, other: str) -> bool:
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) >= 0.5 * min(len(a), len(b)) and min(len(a), len(b)) >= 2


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title of a page without the name of the outlet at its end or beginning."""
    for sign in (" | ", " - ", " – ", " — ", " :: "):
        parts = title.split(sign)
        if len(parts) > 1 and (parts[-1] == outlet or len(parts[-1].split()) <= 4 < len(parts[0].split())):
            return sign.join(parts[:-1]).strip()
    return title.strip()


def _shown_bylines(tree: Any) -> tuple[str, ...]:
    """Names that the page shows in an element marked as its author, where its metadata name nobody."""
    from trafilatura.metadata import extract_author

    names = (extract_author(tree) or "").split("; ")
    return tuple(name for name in names if 2 <= len(name.split()) <= 5 and not any(map(str.isdigit, name)))


def _words_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _open_captions(tree: Any) -> list[str]:
    """Words of the captions in order; each becomes a paragraph, so that it is not dropped with its picture."""
    captions: list[str] = []
    for caption in list(tree.iter("figcaption")):
        words = _words_of(caption)
        figure = next(caption.iterancestors("figure"), caption)
        parent = figure.getparent()
        if not words or parent is None:
            continue
        captions.append(words)
        paragraph = figure.makeelement("p", {})
        paragraph.text = words
        parent.insert(parent.index(figure), paragraph)
        caption.getparent().remove(caption)
    return captions


def _extract(tree: Any) -> Iterator[_Piece]:
    from trafilatura.core import bare_extraction

    try:
        found = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except RecursionError as error:
        raise TooDeep("the page's markup is nested too deep to be read; save its text as .txt") from error
    if found is not None and not isinstance(found, dict):
        yield from _pieces(found.body)


def _all_words(tree: Any) -> str:
    """Everything a reader sees of a page too small for the extractor, menus and scripts left out."""
    from trafilatura.baseline import html2txt

    return str(html2txt(tree))


def _pieces(element: Any) -> Iterator[_Piece]:
    """Words of the children of an element, in order; what stands between them is a paragraph, too."""
    yield from _paragraphs(element.text)
    for child in element:
        if child.tag == "list":
            yield from _rows(_items(child), "list")
        elif child.tag == "table":
            yield from _rows((_cells(row) for row in child.iter("row")), "table")
        elif child.tag == "head":
            yield from (_Piece(piece.words, "headline") for piece in _paragraphs(_flow(child)))
        elif child.tag in ("p", "hi", "ref", "code", "del", "ab"):
            yield from _paragraphs(_flow(child))
        elif child.tag not in ("graphic", "lb"):
            yield from _pieces(child)
        yield from _paragraphs(child.tail)


def _rows(rows: Iterator[str], kind: BlockKind) -> Iterator[_Piece]:
    joint = "\n\n"
    for words in rows:
        if words:
            yield _Piece(words, kind, joint)
            joint = "\n"


def _items(element: Any) -> Iterator[str]:
    """Items of a list, those of the lists in it after the item they belong to."""
    for item in element.iterchildren("item"):
        yield " ".join(_flow(item, without="list").split())
        for inner in item.iterdescendants("list"):
            if next(inner.iterancestors("item")) is item:
                yield from _items(inner)


def _cells(row: Any) -> str:
    cells = (" ".join(_flow(cell).split()) for cell in row.iterchildren("cell"))
    return "\t".join(filter(None, cells))


def _flow(element: Any, without: str | None = None) -> str:
    """Words of an element with a line end where it breaks; ``without`` is a kind of child that is left out."""
    parts = [(element.text or "").replace("\n", " ")]
    for child in element:
        broken = "\n" if child.tag in _BLOCKS else ""
        if child.tag != without:
            parts += [broken, _flow(child, without)]
        parts += [broken, (child.tail or "").replace("\n", " ")]
    return "".join(parts)


def _paragraphs(words: str | None) -> Iterator[_Piece]:
    if not words or not words.strip():
        return
    for lines in join_lines(words):
        joined = " ".join(" ".join(words[start:end].split()) for start, end in lines)
        yield _Piece(joined)


def _place(pieces: list[_Piece], headline: str | None, captions: list[str]) -> None:
    """Put the headline first and the captions in that were dropped, and give both their kinds."""
    printed = {piece.words for piece in pieces}
    known = set(captions)
    lost = [words for words in dict.fromkeys(captions) if words not in printed and words != headline]
    for piece in pieces:
        if piece.words in known:
            piece.kind = "caption"
    # the picture over the report is the one that lies outside of its text
    pieces[:0] = [_Piece(words, "caption") for words in lost]
    if headline is not None:
        pieces[:] = [piece for piece in pieces if piece.words != headline or piece.kind == "caption"]
        pieces.insert(0, _Piece(headline, "headline"))


def _compose(pieces: list[_Piece], headline: str | None, metadata: Metadata) -> Article:
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for piece in pieces:
        joint = piece.joint if parts else ""
        parts += [joint, piece.words]
        spans.append((at + len(joint), at + len(joint) + len(piece.words)))
        at = spans[-1][1]
    text = "".join(parts)
    words = [piece.words for piece in pieces]
    kinds: list[BlockKind | None] = [piece.kind for piece in pieces]
    for place, kind in enumerate(mark_furniture(words)):
        kinds[place] = kinds[place] or kind
    dates, bylines = mark_head(text, spans, kinds)
    mark_captions(words, kinds)
    if all(kind == "furniture" for kind in kinds):
        raise NoText("nothing but menus and labels was found in the page; save the report's text as .txt")
    blocks = tuple(
        Block(kind=kind or "paragraph", start=start, end=end)
        for (start, end), kind in zip(spans, kinds, strict=True)
    )
    return Article(text, blocks, headline, metadata.bylines or bylines, dates, metadata)
