"""What an HTML page says about itself in its markup: JSON-LD first, then meta elements, then its address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from reportedly.terms.dates import read_stamp, read_written

#: schema.org types that are a report, and what their names end with.
_ARTICLE = re.compile(r"(?:Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|Review|WebPage)$")
#: Objects inside objects: JSON-LD of news pages has some five levels; deeper is no metadata.
_MAX_LEVELS, _MAX_OBJECTS = 12, 2_000
_MAX_NAME = 120
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "article:published",
    "article_date_original", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "pubdate",
    "publishdate",
    "publication_date", "originalpublicationdate", "article.published", "date", "citation_publication_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "article:modified", "last-modified", "lastmod", "article.updated",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
)
_OUTLETS = (
    "og:site_name",
    "article:publisher",
    "publisher",
    "dc.publisher",
    "application-name",
    "twitter:app:name:iphone",
)
_HEADLINES = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")
#: "1970" is what an empty date field of a database prints.
_EMPTY_DATES = ("1970-01-01", "0001-01-01")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\band\b|&)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its report; null or empty where it says nothing. Dates are EDTF."""

    headline: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    published_from: Literal["json-ld", "meta"] | None = None
    updated: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Metadata of an HTML tree (lxml). JSON-LD that is broken is passed over, not mended."""
    article = _article_of(_read_json_ld(tree))
    said = _read_metas(tree)
    published, published_from = _read_date(article.get("datePublished")), "json-ld"
    if published is None:
        published, published_from = _first_date(said, _PUBLISHED) or _read_time_element(tree), "meta"
    names = _names(article.get("author") or article.get("creator"))
    return Metadata(
        headline=_text(article.get("headline")) or _first(said, _HEADLINES),
        outlet=next(iter(_names(article.get("publisher"))), None) or _outlet(said),
        bylines=names or _split_authors(said),
        url=_read_url(tree, said),
        published=published,
        published_from=None if published is None else "json-ld" if published_from == "json-ld" else "meta",
        updated=_read_date(article.get("dateModified")) or _first_date(said, _UPDATED),
    )


def _read_json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of every JSON-LD script, outer ones first."""
    seen = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        written = (
            re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*;?\s*$", "", script.text).strip().rstrip(";")
        )
        try:
            loaded = json.loads(written, strict=False)
        except (ValueError, RecursionError):  # broken on so many pages that it is no news
            continue
        for found in _objects(loaded, 0):
            seen += 1
            if seen > _MAX_OBJECTS:
                return
            yield found


def _objects(loaded: Any, level: int) -> Iterator[dict[str, Any]]:
    if level > _MAX_LEVELS:
        return
    if isinstance(loaded, dict):
        yield loaded
        inner = [
            loaded[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if key in loaded
        ]
    elif isinstance(loaded, list):
        inner = loaded
    else:
        return
    for item in inner:
        yield from _objects(item, level + 1)


def _article_of(found: Iterator[dict[str, Any]]) -> dict[str, Any]:
    """The object that describes the report; a page's own object stands in where there is none."""
    articles = [item for item in found if any(_ARTICLE.search(kind) for kind in _types(item))]
    if not articles:
        return {}
    own = [item for item in articles if "WebPage" not in _types(item)]
    chosen = dict(own[0] if own else articles[0])
    for item in articles:
        for key in ("datePublished", "dateModified", "publisher", "author"):
            if key not in chosen and "WebPage" in _types(item) and key in item:
                chosen[key] = item[key]
    return chosen


def _types(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(value: Any) -> tuple[str, ...]:
    """Names of people or outlets, however they are written: text, object, list of either."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and len(name) <= _MAX_NAME and "://" not in name and name not in names:
            names.append(_BY.sub("", name))
    return tuple(names)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None


def _read_metas(tree: Any) -> dict[str, list[str]]:
    """Contents of the meta elements by their names in small letters, in the order of the page."""
    said: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = _text(meta.get("content"))
        if name and content:
            said.setdefault(name, []).append(content)
    return said


def _first(said: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((said[name][0] for name in names if name in said), None)


def _outlet(said: dict[str, list[str]]) -> str | None:
    found = (said[name][0] for name in _OUTLETS if name in said)
    return next((name.lstrip("@") for name in found if "://" not in name and len(name) <= _MAX_NAME), None)


def _split_authors(said: dict[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHORS:
        found = [content for content in said.get(name, []) if "://" not in content and len(content) <= _MAX_NAME]
        names = [part for content in found for part in _AND.split(_BY.sub("", content)) if part]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _first_date(said: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    found = (_read_date(content) for name in names for content in said.get(name, []))
    return next((date for date in found if date is not None), None)


def _read_date(value: Any) -> str | None:
    written = _text(value)
    if written is None:
        return None
    date = read_stamp(written) or read_written(written)
    return None if date is None or date.startswith(_EMPTY_DATES) else date


def _read_time_element(tree: Any) -> str | None:
    """The one time element that is marked as the date of publication."""
    for element in tree.iter("time", "span", "abbr"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower().split()
        if element.get("pubdate") is not None or "datepublished" in marks or "dt-published" in marks:
            date = _read_date(element.get("datetime") or element.get("content") or element.get("title"))
            if date is not None:
                return date
    return None


def _read_url(tree: Any, said: dict[str, list[str]]) -> str | None:
    canonical = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for url in [*canonical, *said.get("og:url", [])]:
        if isinstance(url, str) and is_web_address(url.strip()):
            return url.strip()
    return None


def is_web_address(url: str) -> bool:
    """Whether the words are a whole address of the web.

    >>> is_web_address("https://example.org/a"), is_web_address("/a")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in url
