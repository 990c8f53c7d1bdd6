"""Full-text search: texts of reports, and words by which series are found.

SQLite has FTS5 tables, PostgreSQL ``tsvector``. Both are given words that are folded and parted here, and both
are asked by the same query, so that they find the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, Select, column, literal, literal_column, select, table, text

from reportedly.ledger.folding import fold

#: The search tables: rows are numbered as readings, and as series.
TEXTS, SERIES = "search_texts", "search_series"

_WORD = re.compile(r"[^\W_]+")
#: A phrase ends in this where its last word is only the beginning of one.
STAR = "*"

_SQLITE = (
    # without content: what is forgotten in the text must not be kept here
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_texts USING fts5(words, content='', tokenize=\"unicode61 "
    'remove_diacritics 0")',
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_series USING fts5(words, content='series', content_rowid='series', "
    'tokenize="unicode61 remove_diacritics 0")',
)
_POSTGRESQL = (
    "CREATE TABLE IF NOT EXISTS search_texts (rowid integer PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX IF NOT EXISTS search_texts_words ON search_texts USING gin (words)",
    "CREATE TABLE IF NOT EXISTS search_series (rowid integer PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX IF NOT EXISTS search_series_words ON search_series USING gin (words)",
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as it is searched for, and its place there; half-open, in code points."""

    word: str
    start: int
    end: int


Phrase = tuple[str, ...]


def tokens_of(words: str) -> Iterator[Token]:
    """The words of a text, without case and accents.

    >>> [token.word for token in tokens_of("São Paulo’s 1,000")]
    ['sao', 'paulo', 's', '1', '000']
    """
    for found in _WORD.finditer(words):
        folded = "".join(_WORD.findall(fold(found[0]) or ""))
        if folded:
            yield Token(folded, found.start(), found.end())


def phrases_of(asked: Sequence[str]) -> tuple[Phrase, ...]:
    """What is asked for: words, of which several in one argument or in quotation marks stand together.

    A word that ends in a star stands for all that begin with it.

    >>> phrases_of(["family homes", "burn*"]), phrases_of(['"family homes" burned'])
    ((('family', 'homes'), ('burn', '*')), (('family', 'homes'), ('burned',)))
    """
    found: list[Phrase] = []
    for argument in asked:
        parts = re.findall(r'"([^"]*)"|([^\s"]+)', argument) if '"' in argument else [(argument, "")]
        for together, alone in parts:
            given = together or alone
            words = tuple(token.word for token in tokens_of(given))
            if words:
                found.append((*words, STAR) if given.rstrip().endswith(STAR) else words)
    return tuple(found)


def make_search(connection: Connection) -> None:
    """Make the tables of the search where they are not there."""
    for statement in _SQLITE if _is_sqlite(connection) else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def add_words(connection: Connection, name: str, number: int, words: str) -> None:
    """Let the row of a search table be found by words, parted by spaces."""
    if _is_sqlite(connection):
        statement = f"INSERT INTO {name}(rowid, words) VALUES (:number, :words)"
    else:
        statement = f"INSERT INTO {name}(rowid, words) VALUES (:number, to_tsvector('simple', :words))"
    connection.execute(text(statement), {"number": number, "words": words})


def drop_words(connection: Connection, name: str, number: int, words: str) -> None:
    """Let the row be found no more; ``words`` are those by which it was."""
    if _is_sqlite(connection):
        statement = f"INSERT INTO {name}({name}, rowid, words) VALUES ('delete', :number, :words)"
    else:
        statement = f"DELETE FROM {name} WHERE rowid = :number"
    connection.execute(text(statement), {"number": number, "words": words})


def clear_words(connection: Connection, name: str) -> None:
    """Empty a search table."""
    if _is_sqlite(connection):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")
    else:
        connection.exec_driver_sql(f"DELETE FROM {name}")


def merge_words(connection: Connection, name: str) -> None:
    """Write the search table anew, so that words no row has any more are not in it either."""
    if _is_sqlite(connection):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def has_words(connection: Connection, name: str, number: int) -> bool:
    """Whether a row of a search table is there."""
    asked = text(f"SELECT 1 FROM {name} WHERE rowid = :number")
    return connection.execute(asked, {"number": number}).first() is not None


def rows_with(connection: Connection, name: str, groups: Sequence[Sequence[Phrase]]) -> Select[tuple[int]]:
    """The numbers of the rows that hold of every group one phrase at least, to be used with ``in_``."""
    held = table(name, column("rowid", Integer), column("words"))
    if _is_sqlite(connection):
        asked = " AND ".join(f"({' OR '.join(map(_fts5, group))})" for group in groups)
        found = literal_column(name).op("MATCH")(literal(asked))
    else:
        asked = " & ".join(f"({' | '.join(map(_tsquery, group))})" for group in groups)
        found = held.c.words.op("@@")(text("to_tsquery('simple', :asked)").bindparams(asked=asked))
    return select(held.c.rowid).where(found)


def _fts5(phrase: Phrase) -> str:
    words = [word for word in phrase if word != STAR]
    return f'"{" ".join(words)}"' + (" *" if phrase[-1] == STAR else "")


def _tsquery(phrase: Phrase) -> str:
    words = [word for word in phrase if word != STAR]
    last = ":*" if phrase[-1] == STAR else ""
    return "(" + " <-> ".join(f"'{word}'" for word in words) + last + ")"


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
