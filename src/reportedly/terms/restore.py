"""Records read back into terms: the inverse of :func:`reportedly.terms.record.record_of`."""

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from reportedly.terms.reading import Reading
from reportedly.terms.record import RECORD_NAMES

T = TypeVar("T")
Maker = Callable[[Any], Any]
_Field = tuple[str, str, Maker | None, bool]

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
    make = _maker_of(typing.cast("Any", kind))
    restored: T = value if make is None else make(value)
    return restored


@cache
def _maker_of(hint: Any) -> Maker | None:
    """What makes a value of this type out of plain JSON; null where it is itself.

    Made once a type: a ledger reads some thousand terms of a report, and asking each field for its type every time
    took most of it.
    """
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _term_maker(hint)
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        first = next(part for part in get_args(hint) if part is not type(None))
        # a union of a term and null is the only one that needs work; numbers and words are themselves
        make = _maker_of(first)
        return make and (lambda value: None if value is None else make(value))
    if origin is tuple:
        return _tuple_maker(get_args(hint))
    return None


def _term_maker(kind: type) -> Maker:
    fields: tuple[_Field, ...] | None = None

    def make(value: Any) -> Any:
        nonlocal fields
        if fields is None:  # asked late: a term may hold terms of its own kind
            fields = _fields_of(kind)
        return kind(
            **{
                name: value[key] if make_field is None else make_field(value[key])
                for name, key, make_field, added in fields
                if not added or key in value
            }
        )

    return make


def _tuple_maker(parts: tuple[Any, ...]) -> Maker:
    makers = tuple(_maker_of(part) for part in parts if part is not Ellipsis)
    if Ellipsis not in parts and not any(makers):
        return lambda value: _plain_tuple(value, len(parts))  # a span, of which a report has thousands
    if len(parts) != 2 or parts[1] is not Ellipsis:
        return lambda value: tuple(
            item if make is None else make(item) for make, item in zip(makers, value, strict=True)
        )
    (each,) = makers
    return tuple if each is None else lambda value: tuple([each(item) for item in value])


def _plain_tuple(value: Any, size: int) -> tuple[Any, ...]:
    if len(value) != size:
        raise ValueError(f"{size} values expected, and not {value!r}")
    return tuple(value)


def _fields_of(kind: type) -> tuple[_Field, ...]:
    """Name, name in the record, what makes it, and whether an older record may lack it."""
    hints = typing.get_type_hints(kind)
    return tuple(
        (
            f.name,
            RECORD_NAMES.get(f.name, f.name),
            _maker_of(hints[f.name]),
            f.name in _ADDED.get(kind.__name__, ()),
        )
        for f in dataclasses.fields(kind)
    )
