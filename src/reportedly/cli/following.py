"""What commands say of reports that are followed, or wait to be."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.pipeline.following import Followed


def each_report(done: "Iterable[Followed]") -> "Iterator[Followed]":
    """Each batch once for every report in it, so that a bar over reports advances."""
    for each in done:
        for _ in range(each.reports):
            yield each


def follow_now(ledger: "Ledger") -> None:
    """Let what was just judged or forgotten tell on stories, series and findings."""
    from reportedly.pipeline.following import follow_reports

    for _ in follow_reports(ledger):
        pass


def note_waiting(ledger: "Ledger") -> None:
    """Say on standard error when reports are not followed yet."""
    from reportedly.cli.output import many, note
    from reportedly.ledger.index import count_waiting

    waiting = count_waiting(ledger)
    if waiting:
        are = "is" if waiting == 1 else "are"
        note(f"{many(waiting, 'report')} {are} not followed yet: the next “reportedly read” or “rebuild” does it")
