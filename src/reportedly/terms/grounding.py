"""The one place where words are held against the text they are said to stand in."""

import dataclasses
from typing import Any

from reportedly.terms.words import exact_at

_FIELDS: dict[type, tuple[str, ...]] = {}


def is_grounded(text: str, value: Any) -> bool:
    """Whether all words in a term, however deep, stand in the text at their spans.

    >>> from reportedly.terms.words import Words
    >>> is_grounded("61 people", Words(exact="61", spans=((0, 2),)))
    True
    >>> is_grounded("61 people", Words(exact="62", spans=((0, 2),)))
    False
    """
    kind = type(value)
    if kind in (str, int, float, bool) or value is None:
        return True
    if kind is tuple:
        return all(is_grounded(text, item) for item in value)
    names = _FIELDS.get(kind)
    if names is None:
        names = _FIELDS[kind] = tuple(f.name for f in dataclasses.fields(kind))
    if "spans" in names:
        spans = value.spans
        if not spans or any(not 0 <= a < b <= len(text) for a, b in spans):
            return False
        if exact_at(text, spans) != value.exact:
            return False
    return all(is_grounded(text, getattr(value, name)) for name in names if name not in ("spans", "exact"))
