"""Points and findings as flat rows: one value a column, for CSV and tables. An empty value is unknown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportedly.ledger.index import FindingRow
from reportedly.terms import Point, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatPoint:
    """A figure of a series; the codebook in docs/exports.md says what each column holds."""

    series_id: str
    series: str
    event: str | None
    counted: str | None
    where: str | None
    scope: str | None
    measure: str | None
    value: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    bound: str
    vague: str | None
    unit: str | None
    at: str | None
    at_basis: str | None
    said: str | None
    speaker: str | None
    origin: str
    chain: str
    exact: str
    spans: str
    source_date: str | None
    source_office: str | None
    address: str
    report_id: str
    figure_id: str | None
    claim_id: str | None
    copy_of: str | None
    same_as: str | None
    restricted: bool
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatFinding:
    """A finding; ``from`` is the older or reference place, ``to`` the newer."""

    type: str
    why: str
    direction: str | None
    ratio: float | None
    reason: str | None
    verdict: str | None
    apparent: bool
    series: str | None
    story: str
    from_address: str | None
    from_exact: str | None
    from_spans: str | None
    to_address: str
    to_exact: str
    to_spans: str
    at: str | None
    recorded_at: str | None
    finding_id: str
    series_id: str | None
    story_id: str
    from_report_id: str | None
    from_figure_id: str | None
    to_report_id: str
    to_figure_id: str | None
    restricted: bool


def flat_points(series: Series) -> Iterator[FlatPoint]:
    """The points of a series, in its order."""
    facets = {facet.name: facet.value for facet in series.facets}
    for point in series.points:
        yield FlatPoint(
            series_id=series.id, series=series.label, event=facets.get("event"), counted=facets.get("counted"),
            where=facets.get("place"), scope=facets.get("scope"), measure=facets.get("measure"), **_own(point),
        )  # fmt: skip


def _own(point: Point) -> dict[str, Any]:
    same = (
        "value", "low", "best", "high", "bound", "vague", "unit", "at", "at_basis", "said", "speaker", "origin",
        "copy_of", "same_as", "restricted", "corrected",
    )  # fmt: skip
    return {name: getattr(point, name) for name in same} | {
        "chain": " → ".join(point.chain),
        "exact": point.pointer.exact,
        "spans": spans_words(point.pointer.spans),
        "source_date": point.published,
        "source_office": point.outlet,
        "address": point.pointer.address,
        "report_id": point.pointer.report,
        "figure_id": point.pointer.figure,
        "claim_id": point.pointer.claim,
    }


def flat_finding(row: FindingRow) -> FlatFinding:
    """A finding of the index as a flat row."""
    finding = row.finding
    older, newer = finding.from_place, finding.to_place
    return FlatFinding(
        type=finding.type, why=finding.why, direction=finding.direction, ratio=finding.ratio,
        reason=finding.reason, verdict=finding.verdict, apparent=finding.apparent, series=row.series,
        story=row.story, from_address=older.address if older else None, from_exact=older.exact if older else None,
        from_spans=spans_words(older.spans) if older else None, to_address=newer.address, to_exact=newer.exact,
        to_spans=spans_words(newer.spans), at=row.at, recorded_at=row.recorded_at, finding_id=finding.id,
        series_id=finding.series, story_id=row.story_id, from_report_id=older.report if older else None,
        from_figure_id=older.figure if older else None, to_report_id=newer.report, to_figure_id=newer.figure,
        restricted=row.restricted,
    )  # fmt: skip


def spans_words(spans: tuple[tuple[int, int], ...]) -> str:
    """Places as ``15-26;40-44``: half-open, in code points of the report's text.

    >>> spans_words(((15, 26), (40, 44)))
    '15-26;40-44'
    """
    return ";".join(f"{start}-{end}" for start, end in spans)
