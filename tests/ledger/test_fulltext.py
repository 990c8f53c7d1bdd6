"""Search tables: what is found, and what is found no more."""

import pytest

from reportedly.ledger import Ledger
from reportedly.ledger.fulltext import (
    add_words,
    clear_words,
    drop_words,
    has_words,
    merge_words,
    phrases_of,
    rows_with,
    tokens_of,
)

TEXT = "At least 61 villagers of São Tomé had drowned, the Mayor’s office said; 1,000 homes burned."


def _words(text: str) -> str:
    return " ".join(token.word for token in tokens_of(text))


def _found(ledger: Ledger, *asked: str) -> list[int]:
    with ledger.reading() as connection:
        groups = [[phrase] for phrase in phrases_of(asked)]
        return sorted(connection.execute(rows_with(connection, "search_texts", groups)).scalars())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["villagers"], True),
        (["VILLAGERS", "drowned"], True),  # all words, in any order and case
        (["sao tome"], True),  # accents do not matter, words of one argument stand together
        (["tome sao"], False),
        (['"villagers drowned"'], False),  # not beside each other
        (["1,000 homes"], True),
        (["mayor's"], True),  # one apostrophe is as good as another
        (["villag*"], True),
        (["villag"], False),
        (["61", "*"], True),  # a star alone asks for nothing
        (["burned OR nothing"], False),  # no word of a query language has a meaning
        (["drowned) OR (words:x"], False),
        (["drown* houses"], False),
    ],
)
def test_words_find_what_they_stand_in(ledger: Ledger, asked: list[str], found: bool) -> None:
    with ledger.writing() as connection:
        add_words(connection, "search_texts", 7, _words(TEXT))
        add_words(connection, "search_texts", 8, _words("Something else was said of tea."))
    assert (7 in _found(ledger, *asked)) is found


def test_one_phrase_of_each_group_is_enough(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        add_words(connection, "search_texts", 7, _words(TEXT))
        add_words(connection, "search_texts", 8, "drowned houses")
    with ledger.reading() as connection:
        groups = [[("homes",), ("houses",)], [("burned",)]]
        assert connection.execute(rows_with(connection, "search_texts", groups)).scalars().all() == [7]


def test_what_was_dropped_is_not_found_and_its_words_leave_the_file(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        for number, text in ((7, TEXT), (8, "Tea was served to villagers.")):
            add_words(connection, "search_texts", number, _words(text))
    with ledger.writing() as connection:
        drop_words(connection, "search_texts", 7, _words(TEXT))
        merge_words(connection, "search_texts")
        assert not has_words(connection, "search_texts", 7)
    assert _found(ledger, "villagers") == [8]
    with ledger.reading() as connection:
        if connection.dialect.name == "sqlite":
            held = connection.exec_driver_sql("SELECT block FROM search_texts_data").scalars()
            assert not any(b"drowned" in block for block in held)


def test_a_cleared_table_finds_nothing(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        add_words(connection, "search_texts", 7, _words(TEXT))
        clear_words(connection, "search_texts")
    assert _found(ledger, "villagers") == []


def test_places_of_words_are_those_in_the_text() -> None:
    for token in tokens_of(TEXT):
        assert _words(TEXT[token.start : token.end]) == token.word
