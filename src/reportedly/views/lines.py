"""Series and findings as lines of JSON: the contract of ``series`` and ``findings --format jsonl``.

``report`` is the address as it was given, ``spans`` are places in the report's text, half-open, in code points.
"""

from typing import Any

from reportedly.terms import Finding, Point, Pointer, Series, plain


def series_line(series: Series) -> dict[str, Any]:
    """A series with all its points."""
    return {
        "series": series.id,
        "label": series.label,
        "facets": {facet.name: facet.value for facet in series.facets},
        "cumulative": series.cumulative,
        "reports": series.reports,
        "outlets": series.outlets,
        "origins": series.origins,
        "points": [point_line(point) for point in series.points],
    }


def point_line(point: Point) -> dict[str, Any]:
    """A figure of a series."""
    held = plain(point)
    return place_line(point.pointer) | {name: value for name, value in held.items() if name != "pointer"}


def finding_line(finding: Finding) -> dict[str, Any]:
    """A finding; ``from`` is the older or reference place (null: an earlier number is only implied), ``to`` the
    newer.
    """
    return {
        "type": finding.type,
        "from": place_line(finding.from_place) if finding.from_place else None,
        "to": place_line(finding.to_place),
        "why": finding.why,
        "id": finding.id,
        "series": finding.series,
        "direction": finding.direction,
        "ratio": finding.ratio,
        "reason": finding.reason,
        "verdict": finding.verdict,
        "apparent": finding.apparent,
        "claims": list(finding.claims),
    }


def place_line(place: Pointer) -> dict[str, Any]:
    """Words of a report."""
    return {
        "report": place.address,
        "spans": [list(span) for span in place.spans],
        "exact": place.exact,
        "report_id": place.report,
        "figure": place.figure,
        "claim": place.claim,
    }
