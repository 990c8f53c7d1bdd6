"""Feeds: a number to subscribe to. A new point, a revision, a contradiction is an entry."""

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Request, Response

from reportedly.ledger.index import list_series
from reportedly.ledger.trackers import find_tracker
from reportedly.terms import Finding, Point
from reportedly.terms.moments import extent_of, order_key
from reportedly.views.describing import label_words
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.pages.series import Seen, point_address, see_series
from reportedly.views.web.templating import path_part

router = APIRouter(include_in_schema=False)
_ATOM = "http://www.w3.org/2005/Atom"
#: Kinds of findings that are news to who follows a number.
_NEWS = ("revision", "contradiction", "difference", "denial", "corroboration", "silent_change", "comparison")
_ENTRIES = 100
#: Series of a tracker that its feed tells of.
_SERIES = 50


@router.get("/series/{series}/feed.atom")
def feed_series(request: Request, ledger: OpenLedger, options: Options, series: str) -> Response:
    """The feed of one series: its points and findings, the newest first."""
    seen = see_series(ledger, options, series, "", "published")
    address = str(request.base_url)
    here = urljoin(address, f"series/{path_part(seen.series.id)}")
    return atom(label_words(seen.series.label), here, entries_of(seen, address))


@router.get("/trackers.atom")
def feed_tracker(request: Request, ledger: OpenLedger, options: Options, name: str) -> Response:
    """The feed of a tracker: what is new in its series, the newest first."""
    tracker = find_tracker(ledger, name)
    address = str(request.base_url)
    wanted = replace(tracker.wanted, include_restricted=options.include_restricted, limit=_SERIES)
    entries: list[Xml.Element] = []
    for row in list_series(ledger, wanted):
        entries += entries_of(see_series(ledger, options, row.series_id, "", "published"), address)
    entries.sort(key=lambda entry: entry.findtext("updated") or "", reverse=True)
    here = urljoin(address, f"trackers/{path_part(tracker.name)}")
    return atom(tracker.name, here, entries[:_ENTRIES])


def entries_of(seen: Seen, address: str) -> list[Xml.Element]:
    """Entries of a series: one a point, but for copies, and one a finding worth telling."""
    points = [point for point in seen.series.points if point.copy_of is None]
    dated = {p.pointer.report: p.published for p in seen.series.points}
    entries = [(p.published, _of_point(p, seen, address)) for p in points]
    entries += [
        (dated.get(f.to_place.report), _of_finding(f, dated.get(f.to_place.report), address))
        for f in seen.findings
        if f.type in _NEWS
    ]
    entries.sort(key=lambda entry: order_key(entry[0]), reverse=True)
    return [entry for _, entry in entries[:_ENTRIES]]


def atom(title: str, address: str, entries: list[Xml.Element]) -> Response:
    """A feed of Atom (RFC 4287); the feed is as new as its newest entry."""
    feed = Xml.Element("feed", xmlns=_ATOM)
    _add(feed, "title", title)
    _add(feed, "id", address)
    newest = [updated.text or "" for entry in entries if (updated := entry.find("updated")) is not None]
    _add(feed, "updated", max(newest, default=_moment(None)))
    author = Xml.SubElement(feed, "author")
    _add(author, "name", "Reportedly")
    Xml.SubElement(feed, "link", rel="alternate", type="text/html", href=address)
    feed.extend(entries)
    body = b'<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="utf-8")
    return Response(body, media_type="application/atom+xml")


def _of_point(point: Point, seen: Seen, address: str) -> Xml.Element:
    who = point.speaker or point.outlet or point.pointer.address
    title = f"{point.value} {point.unit or ''}".strip() + f" — {who}"
    outlet = point.outlet or point.pointer.address
    words = f"“{point.pointer.exact}”, {label_words(seen.series.label)}; printed in {outlet}"
    name = f"urn:reportedly:{point.pointer.figure or point.pointer.report}"
    return _entry(name, title, words, point.published, urljoin(address, point_address(point)))


def _of_finding(finding: Finding, at: str | None, address: str) -> Xml.Element:
    link = urljoin(address, f"series/{path_part(finding.series or '')}#{finding.id}")
    title = finding.type.replace("_", " ").capitalize()
    return _entry(f"urn:reportedly:{finding.id}", title, finding.why, at, link)


def _entry(name: str, title: str, words: str, at: str | None, link: str) -> Xml.Element:
    entry = Xml.Element("entry")
    _add(entry, "id", name)
    _add(entry, "title", title)
    _add(entry, "updated", _moment(at))
    _add(entry, "summary", words)
    Xml.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    return entry


def _add(parent: Xml.Element, name: str, words: str) -> None:
    # what XML cannot hold is shown as the sign for what cannot be shown
    Xml.SubElement(parent, name).text = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in words)


def _moment(edtf: str | None) -> str:
    """The beginning of a date as feeds want it; the epoch where no date is told, never today."""
    extent = extent_of(edtf)
    at = (extent.first if extent else None) or datetime(1970, 1, 1, tzinfo=UTC)
    return at.isoformat().replace("+00:00", "Z")
