"""The queue of the review page: the weightiest figures are found without looking through all of them."""

import pytest

from reportedly.ledger import Ledger
from reportedly.ledger import queue as queues
from reportedly.ledger.queue import QueueFilter, review_queue


@pytest.mark.parametrize("limit", [1, 12, 40])
@pytest.mark.parametrize("all_measures", [False, True])
def test_the_first_of_the_queue_are_those_of_the_whole_queue(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, limit: int, all_measures: bool
) -> None:
    quick = review_queue(ledger, QueueFilter(limit=limit, all_measures=all_measures))
    monkeypatch.setattr(queues, "_by_consequence", lambda *_: [])
    whole = review_queue(ledger, QueueFilter(limit=100_000, all_measures=all_measures))
    assert [row.figure_id for row in quick] == [row.figure_id for row in whole][:limit]
    assert quick == whole[:limit]


def test_no_more_than_some_of_equal_consequence_are_compared(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = review_queue(ledger, QueueFilter(limit=40))
    monkeypatch.setattr(queues, "COMPARED", 2)
    some = review_queue(ledger, QueueFilter(limit=12))
    assert len(some) == 12
    assert [row.consequence for row in some] == sorted((row.consequence for row in some), reverse=True)
    assert some[0].consequence == whole[0].consequence
