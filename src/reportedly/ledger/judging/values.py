"""A figure's value as a person writes it: ``61``, ``>= 61``, ``up to 1,000``, ``500-700``, ``dozens``."""

import re
from collections.abc import Mapping
from typing import Any

from reportedly.errors import BadOption
from reportedly.terms import Figure

#: The fields that a value is made of; they change together, so that they always agree.
VALUE_FIELDS = ("stated", "low", "best", "high", "bound", "lean", "vague")
#: Which of low, best and high each bound fills (docs/figures.md).
SHAPES: Mapping[str, tuple[bool, bool, bool]] = {
    "exact": (True, True, True), "about": (False, True, False), "at_least": (True, False, False),
    "more_than": (True, False, False), "at_most": (False, False, True), "less_than": (False, False, True),
    "range": (True, False, True), "vague": (False, False, False),
}  # fmt: skip
VAGUE_WORDS = (
    "dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions",
    "several", "a few", "a handful", "a couple", "many", "tens",
)  # fmt: skip

_SIGNS = (
    (r">=|≥|at least|no fewer than", "at_least"), (r">|more than|over", "more_than"),
    (r"<=|≤|up to|at most|no more than", "at_most"), (r"<|fewer than|less than|under", "less_than"),
    (r"≲|nearly|almost", "below"), (r"≳|just over", "above"), (r"~|≈|about|around|some", "about"),
    (r"=?", "exact"),
)  # fmt: skip
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:–|-|to)\s*({_NUMBER})")


def read_value(words: str) -> dict[str, Any]:
    """The fields of :data:`VALUE_FIELDS` for a value as written.

    Raises:
        BadOption: it is no value; the message shows how to write one.

    >>> found = read_value("at least 1,061")
    >>> found["low"], found["best"], found["bound"]
    (1061, None, 'at_least')
    >>> read_value("dozens")["vague"]
    'dozens'
    """
    given = " ".join(words.split()).casefold()
    if given in VAGUE_WORDS:
        return _fields("vague", vague=given)
    between = _RANGE.fullmatch(given)
    if between is not None:
        low, high = read_number(between[1]), read_number(between[2])
        if low > high:
            raise BadOption(f"{words!r} is a range that runs backwards: write {between[2]}-{between[1]}")
        return _fields("range", low, high)
    for sign, bound in _SIGNS:
        found = re.fullmatch(rf"(?:{sign})\s*({_NUMBER})", given)
        if found is not None:
            number = read_number(found[1])
            if bound in ("below", "above"):
                return _fields("about", number, number, stated=number) | {"lean": bound}
            return _fields(bound, number, number, stated=number)
    raise BadOption(f"{words!r} is no value: write it as 61, >=61, >61, <=61, <61, ~61, 500-700 or dozens")


def read_number(words: str) -> float | int:
    """A number in digits, with separators of thousands or without.

    >>> read_number("1,061"), read_number("1.5")
    (1061, 1.5)
    """
    bare = words.replace(",", "")
    return float(bare) if "." in bare else int(bare)


def complete_value(figure: Figure, changes: Mapping[str, Any]) -> dict[str, Any]:
    """All fields of a value where some are changed: what is left open follows from the bounds.

    Raises:
        BadOption: bounds out of order, or a bound that the numbers do not fill.
    """
    held = {name: getattr(figure, name) for name in VALUE_FIELDS} | dict(changes)
    low, best, high = held["low"], held["best"], held["high"]
    known = [value for value in (low, best, high) if value is not None]
    if known != sorted(known):
        raise BadOption(
            f"low {low}, best {best}, high {high} are out of order: change them together, or write the value "
            "whole (value=61, value=>=61)"
        )
    filled = tuple(value is not None for value in (low, best, high))
    fitting = [bound for bound, shape in SHAPES.items() if shape == filled]
    if filled == (True, True, True) and low != high:
        fitting = []  # low, best and high of their own: no words say so, but a person may
        held["bound"] = "range"
    elif held["bound"] not in fitting:
        if "bound" in changes or not fitting:
            raise BadOption(f"the bound {held['bound']!r} does not go with low {low}, best {best}, high {high}")
        held["bound"] = fitting[0]
    if held["bound"] == "vague" and not held["vague"]:
        held["vague"] = figure.exact
    if held["bound"] != "vague":
        held["vague"] = None
    if held["bound"] != "about":
        held["lean"] = None
    if "stated" not in changes:
        held["stated"] = None if held["bound"] in ("range", "vague") else next(iter(known), None)
    return held


def _fields(
    bound: str, low: Any = None, high: Any = None, stated: Any = None, vague: Any = None
) -> dict[str, Any]:
    has_low, has_best, has_high = SHAPES[bound]
    return {
        "stated": stated,
        "low": low if has_low else None,
        "best": stated if has_best else None,
        "high": high if has_high else None,
        "bound": bound,
        "lean": None,
        "vague": vague,
    }
