"""Reading streams: every input is a report or a skip, in order, with one process or several."""

from collections.abc import Iterator

import pytest

from reportedly.errors import StoppedWorker
from reportedly.pipeline import choose_workers, read_all, read_pages
from reportedly.pipeline.workers import local
from reportedly.terms import Page, Reading, Skipped
from tests.pipeline.fakes import FakeReader, load_dying, load_fake, page_of

MISSING = Skipped(address="gone.txt", reason="input.missing", detail="not there")
MIXED = [
    page_of("a.txt", "Police said 61 people died. The rest of the street was closed for the whole of the day."),
    MISSING,
    page_of("b.txt", "Nothing was said in this report of a quiet day in the town by the river."),
    page_of("blank.txt", " \n "),
    page_of("c.txt", "Officials said 5 houses burned. Officials said 9 houses stood, in the end, the fire said."),
]


def test_inputs_are_reports_and_skips_one_for_one_in_order() -> None:
    reads = list(read_pages(MIXED, FakeReader()))
    addresses = [r.result.address if isinstance(r.result, Skipped) else r.result.report.address for r in reads]
    assert addresses == ["a.txt", "gone.txt", "b.txt", "blank.txt", "c.txt"]
    assert [isinstance(r.result, Reading) for r in reads] == [True, False, True, False, True]
    assert [len(r.result.figures) for r in reads if isinstance(r.result, Reading)] == [1, 0, 2]
    assert reads[1].page is None
    assert reads[3].page is MIXED[3]


def test_two_processes_give_what_one_gives() -> None:
    many = [
        *MIXED,
        *(page_of(f"{n}.txt", f"Police said {n} people died in the town by the river.") for n in range(9)),
    ]
    assert list(read_all(many, 2, load_fake)) == list(read_all(many, 1, load_fake))


def test_what_is_no_page_passes_through_in_its_place() -> None:
    mixed: list[Page | Skipped | str] = [MIXED[0], "known", MISSING]
    for workers in (1, 2):
        done = list(read_all(mixed, workers, load_fake))
        assert done[1] == "known"
        assert len(done) == 3


def test_pages_are_taken_only_as_they_are_read() -> None:
    taken = 0

    def endless() -> Iterator[Page]:
        nonlocal taken
        while True:
            taken += 1
            yield page_of(f"{taken}.txt", "Police said 61 people died in the town by the river.")

    for workers in (1, 2):
        taken = 0
        reads = read_all(endless(), workers, load_fake)
        next(reads)
        reads.close()
        assert taken <= workers * local._AHEAD


def test_no_reader_is_loaded_when_nothing_is_to_be_read() -> None:
    def refuse():
        raise AssertionError("loaded")

    assert [read.result for read in read_all([MISSING], 1, refuse)] == [MISSING]


def test_a_process_that_dies_is_told_in_words() -> None:
    with pytest.raises(StoppedWorker, match="--workers 1"):
        list(read_all(MIXED, 2, load_dying))


@pytest.mark.parametrize(
    ("asked", "inputs", "workers"),
    [
        (3, 1, 3),  # as asked
        (None, 1, 1),  # loading a model twice would cost more than it gives
        (None, local.MANY, 8),
        (None, None, 1),
    ],
)
def test_processes_are_as_many_as_the_work_is_worth(monkeypatch, asked, inputs, workers) -> None:
    monkeypatch.setattr(local, "count_processors", lambda: 8)
    assert choose_workers(asked, inputs) == workers
