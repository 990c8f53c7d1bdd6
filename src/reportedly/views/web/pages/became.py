"""What became of a report: its other versions, its copies, and what others say of its figures."""

from dataclasses import dataclass

from reportedly.ledger import Ledger, ReportRow, reports_named
from reportedly.ledger.index import FindingFilter, FindingRow, find_links_at, list_findings
from reportedly.terms import Link
from reportedly.views.web.options import WebOptions

#: Findings of a report that are looked for; the page of its story has all.
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another report and what it is to this one: ``word`` is "earlier version", "copied from" …"""

    word: str
    row: ReportRow
    why: str
    changes: tuple[FindingRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """``others`` are the reports linked with it, ``versions`` among them first; ``found`` all other findings."""

    others: tuple[Other, ...]
    found: tuple[FindingRow, ...]


def find_what_became(ledger: Ledger, options: WebOptions, report_id: str) -> Became:
    """The reports linked with a report, if they may be shown, and the findings that touch it, newest first."""
    leave = options.include_restricted
    wanted = FindingFilter(report=report_id, include_restricted=leave, newest_first=True, limit=MOST)
    found = tuple(list_findings(ledger, wanted))
    links = find_links_at(ledger, report_id)
    names = {_other_end(link, report_id) for link in links}
    rows = {row.report_id: row for row in reports_named(ledger, names, include_restricted=leave)}
    others = [
        _other(link, report_id, rows[_other_end(link, report_id)], found)
        for link in links
        if _other_end(link, report_id) in rows
    ]
    others.sort(key=lambda other: ("version" not in other.word, other.row.published or "", other.row.report_id))
    shown = {change.finding.id for other in others for change in other.changes}
    return Became(others=tuple(others), found=tuple(row for row in found if row.finding.id not in shown))


def _other(link: Link, report_id: str, row: ReportRow, found: tuple[FindingRow, ...]) -> Other:
    later = link.report == report_id
    words = {
        "version": ("earlier version", "later version"),
        "copy": ("copied from", "copied by"),
        "update": ("an update of", "updated by"),
    }[link.kind]
    changes = tuple(
        each for each in found if each.finding.type == "silent_change" and row.report_id in _ends(each)
    )
    return Other(word=words[not later], row=row, why=link.why, changes=changes if link.kind == "version" else ())


def _other_end(link: Link, report_id: str) -> str:
    return link.other if link.report == report_id else link.report


def _ends(row: FindingRow) -> tuple[str, ...]:
    places = (row.finding.from_place, row.finding.to_place)
    return tuple(place.report for place in places if place is not None)
