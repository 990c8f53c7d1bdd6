"""Records read back into terms: the inverse of :func:`reportedly.terms.record.record_of`."""

import dataclasses
import types
import typing
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from reportedly.terms.reading import Reading
from reportedly.terms.record import RECORD_NAMES

T = TypeVar("T")

#: Fields of terms that the first version of the format did not have.
_ADDED = {"Attributes": ("words",)}


def reading_of(record: dict[str, Any]) -> Reading:
    """The reading that a record of the format ``reportedly/1`` was made from.

    A field that the version which wrote the record did not have yet is taken as unknown or empty.

    Raises:
        KeyError: a field that every version writes is absent.
        TypeError: a field holds a value of another kind than the format has.
    """
    return term_of(Reading, record)


def term_of(kind: type[T], value: Any) -> T:
    """One term from its plain JSON value, as :func:`reportedly.terms.record.plain` wrote it.

    >>> from reportedly.terms import Words, plain, words_at
    >>> term_of(Words, plain(words_at("at least 61 people", (0, 11)))).exact
    'at least 61'
    """
    restored: T = _restored(kind, value)
    return restored


def _restored(hint: Any, value: Any) -> Any:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return hint(
            **{
                name: _restored(inner, value[key])
                for name, key, inner, added in _fields_of(hint)
                if key in value or not added
            }
        )
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        first = next(part for part in get_args(hint) if part is not type(None))
        # a union of a term and null is the only one that needs work; numbers and words are themselves
        return _restored(first, value)
    if origin is tuple:
        parts = get_args(hint)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_restored(parts[0], item) for item in value)
        return tuple(_restored(part, item) for part, item in zip(parts, value, strict=True))
    return value


@cache
def _fields_of(kind: type) -> tuple[tuple[str, str, Any, bool], ...]:
    """Name, name in the record, type, and whether an older record may lack it."""
    hints = typing.get_type_hints(kind)
    return tuple(
        (f.name, RECORD_NAMES.get(f.name, f.name), hints[f.name], f.name in _ADDED.get(kind.__name__, ()))
        for f in dataclasses.fields(kind)
    )
