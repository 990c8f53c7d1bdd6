"""A judgement carried over to another text of the same report, as when a newer version finds furniture better."""

import dataclasses
import re
from typing import Any

from reportedly.terms import Span, exact_at
from reportedly.terms.judgement import Judgement

#: Characters on either side that words must have in common with their old surroundings to be found again.
_AROUND = (40, 20, 8)


def carry(judgement: Judgement, old: str, new: str) -> Judgement | None:
    """The judgement with its places in the new text; None where its words are not there, or not surely.

    White space may have changed. Ids stay: they name what was judged.
    """
    moved: dict[Span, Span] = {}
    spans = set(_spans_in(judgement))
    for span in spans:
        found = _find(span, old, new)
        if found is None:
            return None
        moved[span] = found
    carried: Judgement = _moved(judgement, moved, new)
    return carried


def _find(span: Span, old: str, new: str) -> Span | None:
    start, end = span
    for around in _AROUND:
        before, after = old[max(0, start - around) : start], old[end : end + around]
        pattern = f"{_loose(before)}({_loose(old[start:end])}){_loose(after)}"
        found = [match.span(1) for match in re.finditer(f"(?={pattern})", new)]
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            return None
    return None


def _loose(words: str) -> str:
    """A pattern for the words whatever their white space."""
    return r"\s*".join(re.escape(part) for part in re.split(r"\s+", words))


def _spans_in(value: Any) -> list[Span]:
    if isinstance(value, tuple):
        return [span for item in value for span in _spans_in(item)]
    if not dataclasses.is_dataclass(value):
        return []
    found: list[Span] = []
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        found += held if field.name in ("spans", "mentions") else _spans_in(held)
    return found


def _moved(value: Any, moved: dict[Span, Span], text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_moved(item, moved, text) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    held: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        if field.name in ("spans", "mentions"):
            held[field.name] = tuple(moved[span] for span in part)
        else:
            held[field.name] = _moved(part, moved, text)
    if "exact" in held:
        held["exact"] = exact_at(text, held["spans"])
    return dataclasses.replace(value, **held)
