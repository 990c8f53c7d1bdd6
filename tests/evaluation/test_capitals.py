"""Reports in capitals are read like any other, and the record holds their words as they stand."""

from functools import cache

import pytest

from evaluation.capitals import AsItStands, in_capitals, restored_share
from evaluation.folders import SAMPLES
from evaluation.stories import load_pages
from evaluation.texts import Text, read_texts
from reportedly.claims import Reader
from reportedly.terms import Reading

PAGES = ("01", "04", "06", "11")


@cache
def reader() -> Reader:
    return Reader.load()


@cache
def read(*, capitals: bool) -> dict[str, Reading]:
    bodies = {page: body for page, (body, _) in load_pages(SAMPLES / "surfside_2021").items() if page in PAGES}
    texts = [Text(page, in_capitals(body) if capitals else body, "2021-07-01") for page, body in bodies.items()]
    return dict(read_texts(texts, reader()).by_name)


def test_capitals_lose_next_to_no_figure() -> None:
    written = {
        (page, f.spans, f.low, f.best, f.high) for page, r in read(capitals=False).items() for f in r.figures
    }
    capitals = {
        (page, f.spans, f.low, f.best, f.high) for page, r in read(capitals=True).items() for f in r.figures
    }
    assert len(written & capitals) >= 0.95 * len(written)
    assert len(written & capitals) >= 0.95 * len(capitals)


def test_the_record_holds_the_words_of_the_file() -> None:
    for reading in read(capitals=True).values():
        assert reading.report.text.isupper()
        assert reading.claims and reading.figures
        words = [*(claim.content.exact for claim in reading.claims), *(figure.exact for figure in reading.figures)]
        assert all(word == word.upper() for word in words)


def test_lemmas_and_names_are_not_in_capitals() -> None:
    readings = read(capitals=True).values()
    assert all(f.event.lemma.islower() for r in readings for f in r.figures if f.event)
    assert not any(s.name.isupper() and " " in s.name for r in readings for s in r.speakers if s.name)


@pytest.mark.parametrize("capitals", [False, True])
def test_reading_twice_gives_the_same(capitals: bool) -> None:
    page = "04"
    body = load_pages(SAMPLES / "surfside_2021")[page][0]
    text = Text(page, in_capitals(body) if capitals else body, "2021-07-01")
    assert read_texts([text], reader()).by_name[page] == read(capitals=capitals)[page]


def test_most_words_get_their_case_back() -> None:
    bodies = [body for body, _ in load_pages(SAMPLES / "palu_2018").values()]
    assert restored_share(bodies) > 93


def test_a_reader_can_be_given_capitals_as_they_stand() -> None:
    text = Text("a", "POLICE SAID THAT 12 PEOPLE DIED IN LIMA.")
    reading = read_texts([text], AsItStands(reader())).by_name["a"]
    assert [figure.exact for figure in reading.figures] == ["12"]
