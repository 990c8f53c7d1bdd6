"""What each route of the JSON API answers, as JSON Schema made from the types that the answers are made of."""

import json
from copy import deepcopy
from typing import Any

from reportedly.ledger import ClaimRow, Counts, FigureRow, ReportRow
from reportedly.ledger.index import SeriesRow, StoryRow
from reportedly.terms import CheckedFigure, Finding, Point, Pointer, Series, definitions_of, schema

#: Types whose rows are told as they are.
_TERMS = (ReportRow, ClaimRow, FigureRow, SeriesRow, StoryRow, Counts, CheckedFigure, Series, Finding)
_TEXT, _COUNT = {"type": "string"}, {"type": "integer"}
_MAYBE_TEXT = {"anyOf": [_TEXT, {"type": "null"}]}


def answer_of(name: str) -> dict[str, Any]:
    """What FastAPI is told of a route that answers with the schema of this name."""
    return {"content": {"application/json": {"schema": _to(name)}}}


def rows_of(name: str) -> dict[str, Any]:
    """The same for a page of rows; ``more`` says whether the next page has any."""
    rows = {"rows": {"type": "array", "items": _to(name)}, "page": _COUNT, "more": {"type": "boolean"}}
    return {"content": {"application/json": {"schema": _object(rows)}}}


def answer_schemas() -> dict[str, Any]:
    """All schemas of answers by name, as OpenAPI keeps them.

    >>> sorted(answer_schemas()["FindingLine"]["properties"])[:3]
    ['apparent', 'claims', 'direction']
    """
    record = schema()
    held = {**record["$defs"], **definitions_of(*_TERMS)}
    held["Record"], held["SkippedRecord"] = record["oneOf"]
    place = _place_line()
    held["PointLine"] = _object(place | _without(held[Point.__name__], "pointer"))
    held["FindingLine"] = _object(_finding_line(held[Finding.__name__], _object(place)))
    held["FindingRow"] = _object(held["FindingLine"]["properties"] | {"story": _TEXT, "recorded_at": _MAYBE_TEXT})
    held["SeriesLine"] = _object(_series_line(held[Series.__name__]))
    held["DraftLine"] = _object(
        {"reports": _COUNT, "held": _COUNT, "latest": _MAYBE_TEXT, "figures": _list_of("CheckedFigure")}
    )
    # OpenAPI keeps its schemas elsewhere than JSON Schema does
    moved: dict[str, Any] = json.loads(json.dumps(held).replace('"#/$defs/', '"#/components/schemas/'))
    return moved


def _place_line() -> dict[str, Any]:
    own = deepcopy(definitions_of(Pointer)["Pointer"]["properties"])
    own["report_id"], own["report"] = own.pop("report"), own.pop("address")
    return dict(own)


def _finding_line(finding: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    return {**finding["properties"], "from": {"anyOf": [place, {"type": "null"}]}, "to": place}


def _series_line(series: dict[str, Any]) -> dict[str, Any]:
    return _without(series, "id") | {
        "series": _TEXT,
        "facets": {"type": "object", "additionalProperties": _MAYBE_TEXT},
        "points": _list_of("PointLine"),
        "findings": _list_of("FindingLine"),
    }


def _without(kind: dict[str, Any], name: str) -> dict[str, Any]:
    return {each: told for each, told in kind["properties"].items() if each != name}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _to(name)}


def _to(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}
