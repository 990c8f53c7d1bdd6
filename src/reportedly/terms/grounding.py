"""The one place where words are held against the text they are said to stand in."""

import dataclasses
from typing import Any

from reportedly.terms.words import exact_at

_PLAIN = frozenset({str, int, float, bool, type(None)})
#: Of each kind of term whether it has spans, and the names of its fields that may hold terms.
_FIELDS: dict[type, tuple[bool, tuple[str, ...]]] = {}


def is_grounded(text: str, value: Any) -> bool:
    """Whether all words in a term, however deep, stand in the text at their spans.

    >>> from reportedly.terms.words import Words
    >>> is_grounded("61 people", Words(exact="61", spans=((0, 2),)))
    True
    >>> is_grounded("61 people", Words(exact="62", spans=((0, 2),)))
    False
    """
    kind = type(value)
    if kind in _PLAIN:
        return True
    if kind is tuple:
        return all(is_grounded(text, item) for item in value if type(item) not in _PLAIN)
    held = _FIELDS.get(kind)
    if held is None:
        held = _FIELDS[kind] = _fields_of(kind)
    has_spans, names = held
    if has_spans:
        spans = value.spans
        if not spans or any(not 0 <= a < b <= len(text) for a, b in spans):
            return False
        if exact_at(text, spans) != value.exact:
            return False
    for name in names:
        inner = getattr(value, name)
        if type(inner) not in _PLAIN and not is_grounded(text, inner):
            return False
    return True


def _fields_of(kind: type) -> tuple[bool, tuple[str, ...]]:
    names = [f.name for f in dataclasses.fields(kind)]
    return "spans" in names, tuple(name for name in names if name not in ("spans", "exact"))
