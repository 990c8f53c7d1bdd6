"""Conditions that words which a person gives occur in columns, whatever their case and accents."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, literal_column, or_

from reportedly.ledger.folding import fold


def words_in(words: str | None, *columns: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Conditions: each of the words occurs in one of the columns."""
    joined: ColumnElement[Any] = func.coalesce(columns[0], "")
    for part in columns[1:]:
        joined = joined.op("||")(literal_column("' '")).op("||")(func.coalesce(part, ""))
    text = func.fold(joined)
    return [text.contains(fold(word), autoescape=True) for word in (words or "").split()]


def report_is(words: str | None, view: FromClause) -> list[ColumnElement[bool]]:
    """Conditions: the words are in address, outlet or headline, or are the start of the id."""
    if not words:
        return []
    c = view.c
    named = words_in(words, c.address, c.url, c.outlet, c.headline)
    by_id = or_(
        c.report_id.startswith(words, autoescape=True), c.report_id.startswith(f"r:{words}", autoescape=True)
    )
    both = named[0]
    for condition in named[1:]:
        both = both & condition
    return [or_(both, by_id)]
