"""Which reports wait to be followed."""

from pathlib import Path

from reportedly.ledger import append_reading, open_ledger, start_run
from reportedly.ledger.index.waiting import add_all_waiting, add_waiting, count_waiting, drop_waiting, list_waiting
from tests.ledger.made import NEWER, PRODUCED, made_page, made_reading


def test_a_report_waits_when_it_is_read_and_when_it_is_read_again(place: Path | str) -> None:
    page, other = made_page("a.txt"), made_page("b.txt")
    ids = [made_reading(each).report.id for each in (page, other)]
    with open_ledger(place, create=True) as ledger:
        run = start_run(ledger, PRODUCED)
        for each in (page, other):
            append_reading(ledger, each, made_reading(each), run)
        waiting, until = list_waiting(ledger, 10)
        assert waiting == tuple(ids)
        append_reading(ledger, page, made_reading(page, NEWER), start_run(ledger, NEWER))
        with ledger.writing() as connection:
            drop_waiting(connection, waiting, until)
        # the newer reading came after those that were followed
        assert list_waiting(ledger, 10)[0] == (ids[0],)


def test_what_the_ledger_holds_already_does_not_wait_again(place: Path | str) -> None:
    page = made_page("a.txt")
    with open_ledger(place, create=True) as ledger:
        run = start_run(ledger, PRODUCED)
        assert append_reading(ledger, page, made_reading(page), run)
        assert not append_reading(ledger, page, made_reading(page), run)
        assert count_waiting(ledger) == 1


def test_all_wait_in_the_order_they_came(place: Path | str) -> None:
    pages = [made_page(f"{n}.txt") for n in (3, 1, 2)]
    with open_ledger(place, create=True) as ledger:
        run = start_run(ledger, PRODUCED)
        for page in pages:
            append_reading(ledger, page, made_reading(page), run)
        with ledger.writing() as connection:
            add_waiting(connection, ["r:twice", "r:twice"])
            add_all_waiting(connection)
        assert list_waiting(ledger, 10)[0] == tuple(made_reading(page).report.id for page in pages)
        assert list_waiting(ledger, 1)[0] == (made_reading(pages[0]).report.id,)
