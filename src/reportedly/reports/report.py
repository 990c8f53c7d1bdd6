"""A page as a report: decoded, its text found, its blocks told apart, its date and language settled."""

import logging
from dataclasses import dataclass

from reportedly.errors import NoText, ReportError, TooLargeInput
from reportedly.reports.dates import FoundDates, date_of_url
from reportedly.reports.decode import Decoded, decode
from reportedly.reports.language import language_of
from reportedly.reports.limits import LIMITS, ReportLimits
from reportedly.reports.metadata import Metadata, is_web_address
from reportedly.reports.plaintext import read_plaintext
from reportedly.terms import Block, Page, Report, Skipped, report_id, sha256_hex
from reportedly.terms.dates import check_published
from reportedly.terms.languages import check_language
from reportedly.terms.report import PublishedFrom

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a page holds, whichever way it was read."""

    text: str
    blocks: tuple[Block, ...]
    headline: str | None
    bylines: tuple[str, ...]
    dates: FoundDates
    metadata: Metadata


def read_report(page: Page, limits: ReportLimits = LIMITS) -> Report | Skipped:
    """The report of a page, or why there is none. A pure function: the same page, the same report.

    Plain text is kept to the letter; of HTML the report's own text is taken, headline first. What the
    user gave goes before what the page says. ``published`` comes from the argument, the markup
    (JSON-LD, then meta elements), the address or a line of the text, in that order, never from
    running text. How many signs could not be decoded is logged as a warning; they stand in the text
    as U+FFFD.

    Raises:
        BadOption: a date or language given for the page is none.

    >>> from reportedly.terms import sha256_hex
    >>> body = b"At least 61 people were killed, police said."
    >>> page = Page(address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body))
    >>> read_report(page).blocks
    (Block(kind='paragraph', start=0, end=44),)
    """
    html = page.media_type == "text/html"
    decoded = decode(page.body, html=html)
    try:
        _refuse_large(decoded, limits)
        found = _read_html(decoded.text, limits) if html else _read_text(decoded.text)
    except (ReportError, TooLargeInput) as error:
        return Skipped(address=page.address, reason=error.slug, detail=str(error))
    if decoded.replaced:
        _LOG.warning(
            "%s: %d signs could not be decoded as %s and are U+FFFD",
            page.address,
            decoded.replaced,
            decoded.encoding,
        )
    return _compose(page, found)


def _refuse_large(decoded: Decoded, limits: ReportLimits) -> None:
    if len(decoded.text) > limits.max_characters:
        raise TooLargeInput(f"over the limit of {limits.max_characters:,} characters; split it")


def _read_text(text: str) -> _Found:
    if not text.strip():
        raise NoText("the page holds only white space")
    read = read_plaintext(text)
    return _Found(
        text=text,
        blocks=read.blocks,
        headline=read.headline,
        bylines=read.bylines,
        dates=read.dates,
        metadata=Metadata(),
    )


def _read_html(source: str, limits: ReportLimits) -> _Found:
    from reportedly.reports.article import read_article

    read = read_article(source, limits)
    return _Found(
        text=read.text,
        blocks=read.blocks,
        headline=read.headline,
        bylines=read.bylines,
        dates=read.dates,
        metadata=read.metadata,
    )


def _compose(page: Page, found: _Found) -> Report:
    given = page.given
    fetched_from = page.address if is_web_address(page.address) else None
    url = given.url or found.metadata.url or fetched_from
    published, published_from = _settle_published(page, found, url)
    return Report(
        id=report_id(page.address, page.sha256),
        address=page.address,
        url=url,
        outlet=given.outlet or found.metadata.outlet,
        headline=found.headline,
        bylines=found.bylines,
        published=published,
        published_from=published_from,
        updated=found.metadata.updated or found.dates.updated,
        language=check_language(given.language) if given.language else language_of(found.text, found.blocks),
        retrieved_at=page.retrieved_at,
        page_sha256=page.sha256,
        text_sha256=sha256_hex(found.text),
        text=found.text,
        blocks=found.blocks,
    )


def _settle_published(page: Page, found: _Found, url: str | None) -> tuple[str | None, PublishedFrom | None]:
    if page.given.published:
        return check_published(page.given.published), "argument"
    if found.metadata.published:
        return found.metadata.published, found.metadata.published_from
    by_url = date_of_url(url)
    if by_url:
        return by_url, "url"
    return found.dates.published, "text" if found.dates.published else None
