"""Conditions that words which a person gives occur in columns, whatever their case and accents."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, literal_column, or_

from reportedly.ledger.folding import fold
from reportedly.terms.event_types import EVENT_TYPES

_WHOLE_ID = re.compile(r"r:[0-9a-f]{20}")


def words_in(words: str | None, *columns: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Conditions: each of the words occurs in one of the columns."""
    joined: ColumnElement[Any] = func.coalesce(columns[0], "")
    for part in columns[1:]:
        joined = joined.op("||")(literal_column("' '")).op("||")(func.coalesce(part, ""))
    text = func.fold(joined)
    return [text.contains(fold(word), autoescape=True) for word in (words or "").split()]


def event_is(events: Sequence[str], kind: ColumnElement[Any], lemma: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition that an event is of one of the types, or has one of the lemmas where that is no type."""
    folded = [fold(event) or "" for event in events]
    types = [event for event in folded if event in EVENT_TYPES]
    lemmas = [event for event in folded if event not in EVENT_TYPES]
    conditions = [kind.in_(types)] if types else []
    return or_(*conditions, func.fold(lemma).in_(lemmas)) if lemmas else or_(*conditions)


def report_is(words: str | None, view: FromClause) -> list[ColumnElement[bool]]:
    """Conditions: the words are in address, outlet or headline, or are the start of the id."""
    if not words:
        return []
    c = view.c
    if _WHOLE_ID.fullmatch(words):  # no need to look through all of them
        return [c.report_id == words]
    named = words_in(words, c.address, c.url, c.outlet, c.headline)
    by_id = or_(
        c.report_id.startswith(words, autoescape=True), c.report_id.startswith(f"r:{words}", autoescape=True)
    )
    both = named[0]
    for condition in named[1:]:
        both = both & condition
    return [or_(both, by_id)]
