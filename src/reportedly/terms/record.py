"""Terms as plain JSON values of the format ``reportedly/1``, and its JSON Schema, made from the types."""

import dataclasses
import json
import types
import typing
from typing import Any, Literal, get_args, get_origin

from reportedly.terms.page import Skipped
from reportedly.terms.reading import FORMAT, Reading

#: Fields whose name in the record is a word that Python keeps for itself.
RECORD_NAMES = {
    "unit_class": "class", "from_value": "from", "to_value": "to", "from_place": "from", "to_place": "to",
}  # fmt: skip
_FIELDS: dict[type, tuple[tuple[str, str], ...]] = {}


def plain(value: Any) -> Any:
    """A term as dictionaries, lists and scalars, every field present."""
    kind = type(value)
    if value is None or kind in (str, int, float, bool):
        return value
    if kind in (tuple, list):
        return [plain(item) for item in value]
    held = _FIELDS.get(kind)
    if held is None:
        held = _FIELDS[kind] = tuple((f.name, RECORD_NAMES.get(f.name, f.name)) for f in dataclasses.fields(kind))
    return {name: plain(getattr(value, attribute)) for attribute, name in held}


def record_of(reading: Reading | Skipped) -> dict[str, Any]:
    """The record of a reading, or the line that an unusable input leaves.

    >>> record_of(Skipped(address="a.txt", reason="input.empty", detail="the file is empty"))["skipped"]["reason"]
    'input.empty'
    """
    if isinstance(reading, Skipped):
        return {"format": FORMAT, "skipped": plain(reading)}
    return {"format": FORMAT, **plain(reading)}


def record_line(reading: Reading | Skipped) -> str:
    """One line of JSON, without a line break."""
    return json.dumps(record_of(reading), ensure_ascii=False, separators=(",", ":"))


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a line of ``reportedly extract``."""
    definitions: dict[str, Any] = {}
    reading = _object_schema(Reading, definitions)
    reading["properties"] = {"format": {"const": FORMAT}, **reading["properties"]}
    reading["required"] = ["format", *reading["required"]]
    skipped = {
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "skipped": _schema_of(Skipped, definitions)},
        "required": ["format", "skipped"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "oneOf": [reading, skipped],
        "$defs": definitions,
    }


def definitions_of(*kinds: type) -> dict[str, Any]:
    """JSON Schemas of these terms and of all they hold, by name; they point to each other as ``#/$defs/NAME``.

    >>> definitions_of(Skipped)["Skipped"]["required"][0]
    'address'
    """
    definitions: dict[str, Any] = {}
    for kind in kinds:
        _schema_of(kind, definitions)
    return definitions


def _object_schema(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    properties = {
        RECORD_NAMES.get(f.name, f.name): _schema_of(hints[f.name], definitions) for f in dataclasses.fields(kind)
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema_of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object_schema(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema_of(part, definitions) for part in get_args(hint)]}
    if origin is tuple:
        parts = get_args(hint)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return {"type": "array", "items": _schema_of(parts[0], definitions)}
        return {
            "type": "array",
            "prefixItems": [_schema_of(part, definitions) for part in parts],
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    names = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    return {"type": names[hint]}
