"""Series and findings made anew from readings: as they stood at a moment, or with the names that are held back.

The index tells only which reports can be of one story: those of one story then are of one story now, unless
people parted them since, so each story of the index is looked at by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.errors import UnknownSeries
from reportedly.ledger import Ledger, load_pins, load_told, reports_named
from reportedly.ledger.index import (
    FindingFilter,
    FindingRow,
    SeriesFilter,
    SeriesRow,
    find_report_ids,
    find_reports_of,
    fits,
    is_id,
    list_stories,
    series_row,
    story_fits,
    times_of_findings,
)
from reportedly.pipeline.grouping import Rules, find_in_reports, load_rules
from reportedly.pipeline.hiding import hide_names
from reportedly.terms import AsOf, Finding, Series, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A series as it stood, with what was found in it, and the row that lists it."""

    row: SeriesRow
    series: Series
    findings: tuple[Finding, ...]


def stories_as_of(
    ledger: Ledger, as_of: AsOf | None, wanted: SeriesFilter | FindingFilter, *, rules: Rules | None = None
) -> Iterator[tuple[Story, tuple[Series, ...], tuple[Finding, ...]]]:
    """The stories of the ledger as they stood, with series and findings; those of most reports now first.

    Of what is wanted only the leave to see restricted reports and held-back names counts here.
    """
    for row in list_stories(ledger, include_restricted=wanted.include_restricted):
        yield from story_as_of(ledger, row.story_id, as_of, wanted, rules=rules)


def story_as_of(
    ledger: Ledger,
    name: str,
    as_of: AsOf | None,
    wanted: SeriesFilter | FindingFilter,
    *,
    rules: Rules | None = None,
) -> Iterator[tuple[Story, tuple[Series, ...], tuple[Finding, ...]]]:
    """One story as it stood, by its id or that of a series of it; several where it had not come together yet."""
    rules = rules or load_rules()
    told = load_told(ledger, find_reports_of(ledger, name), as_of)
    shown = [each for each in told if wanted.include_restricted or not each.restricted]
    for story, found in find_in_reports(shown, load_pins(ledger, as_of), rules):
        seen = (story, found) if wanted.include_names else hide_names(story, found, shown)
        yield seen[0], seen[1].series, seen[1].findings


def series_as_of(
    ledger: Ledger, wanted: SeriesFilter, as_of: AsOf | None, *, rules: Rules | None = None
) -> Iterator[Standing]:
    """The series that fit, as they stood."""
    left = wanted.limit
    stories = stories_as_of(ledger, as_of, wanted, rules=rules)
    for story, series, findings in stories:
        for each in series:
            own = tuple(finding for finding in findings if finding.series == each.id)
            if left == 0:
                return
            if fits(each, own, story, wanted):
                yield Standing(row=series_row(each, own, story), series=each, findings=own)
                left = None if left is None else left - 1


def find_series_as_of(
    ledger: Ledger, wanted: SeriesFilter, as_of: AsOf | None, *, rules: Rules | None = None
) -> tuple[Standing, tuple[SeriesRow, ...]]:
    """The series that answered to an id or words (``wanted.words``), that of most reports first, and the others.

    Raises:
        UnknownSeries: none did.
    """
    words = wanted.words or ""
    named = is_id(words)
    asked = replace(wanted, words=None) if named else wanted
    found = [
        each
        for each in series_as_of(ledger, asked, as_of, rules=rules)
        if not named or each.series.id.startswith(words)
    ]
    if not found:
        when = f" as of {as_of.time} by the clock {as_of.clock}" if as_of else ""
        raise UnknownSeries(f"no series of {ledger.path} answers to “{words}”{when}")
    found.sort(key=lambda each: (each.row.reports, each.row.figures, each.row.series_id), reverse=True)
    return found[0], tuple(each.row for each in found[1:])


def findings_as_of(
    ledger: Ledger, wanted: FindingFilter, as_of: AsOf | None, *, rules: Rules | None = None
) -> Iterator[FindingRow]:
    """The findings that fit, as they stood, story by story.

    One that was never kept in the index, such as one between reports that came later, has no time at which it was
    first made.
    """
    reports = find_report_ids(ledger, wanted.report) if wanted.report else None
    left = wanted.limit
    stories = stories_as_of(ledger, as_of, wanted, rules=rules)
    for story, series, findings in stories:
        by_id = {each.id: each for each in series}
        told = _Told(ledger, findings)
        for finding in findings:
            own = by_id.get(finding.series or "")
            if left == 0:
                return
            if _finding_fits(finding, own, story, wanted) and (reports is None or _reports(finding) & reports):
                label = own.label if own else None
                yield FindingRow(
                    finding=finding, at=told.published(finding), recorded_at=told.made.get(finding.id),
                    series=label, story_id=story.id, story=story.label, restricted=told.restricted(finding),
                )  # fmt: skip
                left = None if left is None else left - 1


class _Told:
    """What a row tells of findings beside themselves: by their reports, and by when they were first made."""

    def __init__(self, ledger: Ledger, findings: Iterable[Finding]) -> None:
        held = list(findings)
        names = {name for finding in held for name in _reports(finding)}
        rows = reports_named(ledger, names, include_restricted=True)
        self._reports = {row.report_id: row for row in rows}
        self.made = times_of_findings(ledger, [finding.id for finding in held])

    def published(self, finding: Finding) -> str | None:
        """When the newer report was published."""
        row = self._reports.get(finding.to_place.report)
        return row.published if row else None

    def restricted(self, finding: Finding) -> bool:
        """Whether one of its reports is restricted."""
        return any(self._reports[name].restricted for name in _reports(finding) if name in self._reports)


def _reports(finding: Finding) -> set[str]:
    return {place.report for place in (finding.from_place, finding.to_place) if place is not None}


def _finding_fits(finding: Finding, series: Series | None, story: Story, wanted: FindingFilter) -> bool:
    if wanted.types and finding.type not in wanted.types:
        return False
    if wanted.series and is_id(wanted.series):
        return (finding.series or "").startswith(wanted.series) and story_fits(story, wanted.story)
    if wanted.series and (series is None or not fits(series, (), story, SeriesFilter(words=wanted.series))):
        return False
    return story_fits(story, wanted.story)
