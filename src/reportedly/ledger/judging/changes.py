"""The changes that an edit makes, from what a person wrote: values checked, words found in the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.errors import BadJudgement, BadOption
from reportedly.ledger.judging.apply import apply_changes
from reportedly.ledger.judging.fields import check_field, fields_of
from reportedly.ledger.judging.places_of_words import place_words
from reportedly.ledger.judging.values import VALUE_FIELDS, complete_value, read_value
from reportedly.terms import Claim, Figure, Reading, Span, Speaker, Words, exact_at
from reportedly.terms.judgement import Change, Kind, Scalar


@dataclass(frozen=True, slots=True)
class Given:
    """What a person wrote for a field: its value, or words of the report.

    Words are found in the report; where they stand at several places ``at`` says which, counted from 1, or
    ``spans`` are the places themselves.
    """

    value: Scalar = None
    at: int | None = None
    spans: tuple[Span, ...] = ()


def changes_of(reading: Reading, kind: Kind, term: Any, values: Mapping[str, Given]) -> tuple[Change, ...]:
    """The changes, checked by making them once.

    Raises:
        BadJudgement: no such field, a value it cannot hold, or values that do not go together.
        UnknownWords: words that are not in the report, or at several places.
    """
    if not values:
        raise BadJudgement("nothing to change: give field=value")
    changes: list[Change] = []
    numbers: dict[str, Any] = {}
    for name, given in values.items():
        field = fields_of(kind).get(name)
        if field is None or not field.words:
            _take_value(kind, name, given, numbers, changes)
            continue
        words = words_of(reading, given, near=term)
        if words is None and field.required:
            raise BadJudgement(f"{name} cannot be unknown")
        changes.append(
            Change(field=name, value=words.exact if words else None, spans=words.spans if words else ())
        )
    if numbers:
        try:
            whole = complete_value(term, numbers)
        except BadOption as error:
            raise BadJudgement(str(error)) from error
        changes = [Change(field=name, value=whole[name]) for name in VALUE_FIELDS] + changes
    _check(reading, kind, term, tuple(changes))
    return tuple(changes)


def words_of(reading: Reading, given: Given, near: Any = None) -> Words | None:
    """The words meant, at their place; None for "unknown".

    Where they stand at several places and none was chosen, the one in the block of what is judged counts, if
    there is one only.
    """
    text = reading.report.text
    if given.spans:
        ordered = tuple(sorted(given.spans))
        if any(not 0 <= a < b <= len(text) for a, b in ordered):
            raise BadJudgement(f"the report has no such place: {ordered}")
        return Words(exact=exact_at(text, ordered), spans=ordered)
    written = check_field("figure", "unit", given.value)  # words like any other
    if written is None:
        return None
    block = _block_around(reading, near) if given.at is None else None
    span = place_words(text, str(written), given.at, block)
    return Words(exact=exact_at(text, [span]), spans=(span,))


def _in_words(name: str, words: Words | None) -> Change:
    if words is None:
        return Change(field=name, value=None)
    return Change(field=name, value=words.exact, spans=words.spans)


def _take_value(kind: Kind, name: str, given: Given, numbers: dict[str, Any], changes: list[Change]) -> None:
    value = check_field(kind, name, given.value)
    if kind == "figure" and name == "value":
        try:
            numbers |= read_value(str(value))
        except BadOption as error:
            raise BadJudgement(str(error)) from error
    elif kind == "figure" and name in VALUE_FIELDS:
        numbers[name] = value
    else:
        changes.append(Change(field=name, value=value))


def _block_around(reading: Reading, near: Any) -> Span | None:
    words = near.content if isinstance(near, Claim) else near if isinstance(near, Figure) else None
    if words is None:
        return None
    blocks = ((b.start, b.end) for b in reading.report.blocks)
    return next(((start, end) for start, end in blocks if start <= words.start < end), None)


def _check(reading: Reading, kind: Kind, term: Any, changes: tuple[Change, ...]) -> None:
    parts: tuple[Claim | Figure | Speaker, ...] = (*reading.claims, *reading.figures, *reading.speakers)
    known = {each.id for each in parts}
    for change in changes:
        pointing = change.field in ("claim", "subset_of", "same_as", "via", "speaker")
        if pointing and change.value is not None and change.value not in known:
            raise BadJudgement(f"{change.field}: nothing in this report has the id {change.value}")
        if pointing and change.value == term.id:
            raise BadJudgement(f"{change.field}: {term.id} cannot name itself")
    of_term = tuple(each for each in changes if each.field != "restricted")  # no field of a report's text
    try:
        apply_changes(reading.report.text, term, of_term)
    except ValueError as error:
        raise BadJudgement(str(error)) from error
