"""Pages → ledger: read what the ledger does not hold yet, and keep it, report by report."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Literal

from reportedly.ledger import (
    Ledger,
    Run,
    append_reading,
    append_skip,
    find_latest,
    finish_run,
    reading_id,
    start_run,
)
from reportedly.ledger.forgetting import find_forgetting, list_forgettings, put_back
from reportedly.pipeline.reading import Read, load_reader, reader_produced
from reportedly.pipeline.workers.local import LoadsReader, read_all
from reportedly.terms import Given, Page, Produced, Reading, Skipped, report_id

Outcome = Literal["kept", "known", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of one input: kept, known before, or skipped (then ``skipped`` says why)."""

    address: str
    outcome: Outcome
    report_id: str | None = None
    claims: int = 0
    figures: int = 0
    skipped: Skipped | None = None


def keep_pages(
    ledger: Ledger,
    pages: Iterable[Page | Skipped],
    *,
    workers: int = 1,
    load: LoadsReader = load_reader,
    produced: Callable[[], Produced] = reader_produced,
    again: bool = False,
) -> Iterator[Kept]:
    """Read every page the ledger does not hold as read by this version, and keep it; in order.

    A report is kept in one transaction as soon as it is read. Broken off and run again, the work goes
    on where it stopped. What was said of a report earlier (its date, its outlet) still counts unless
    something else is said now. What the ledger was told to forget is skipped, unless ``again``.

    Raises:
        LedgerError: one of its kinds; what was kept before stays.
        MissingModel: the package lacks its model.
    """
    keeper = _Keeper(ledger, produced(), again=again)
    for done in read_all(keeper.tell_known(pages), workers, load):
        yield done if isinstance(done, Kept) else keeper.keep(done)
    keeper.finish()


class _Keeper:
    """One run over some inputs; nothing is written before there is something to keep."""

    def __init__(self, ledger: Ledger, produced: Produced, *, again: bool = False) -> None:
        self._ledger = ledger
        self._produced = produced
        self._again = again
        self._forgets: bool | None = None
        self._run: Run | None = None

    def tell_known(self, pages: Iterable[Page | Skipped]) -> Iterator[Page | Skipped | Kept]:
        """The pages to be read, and in their places the reports that need not be."""
        for page in pages:
            yield page if isinstance(page, Skipped) else self._known_or_completed(page)

    def _known_or_completed(self, page: Page) -> Page | Kept:
        name = report_id(page.address, page.sha256)
        latest = find_latest(self._ledger, name)
        forgotten = self._forgotten(page)
        if forgotten is not None and not self._again:
            return Kept(address=page.address, outcome="skipped", skipped=forgotten)
        if latest is None:
            return page
        given = complete_given(page.given, latest.given)
        if forgotten is None and latest.reading_id == reading_id(name, self._produced, given):
            return Kept(address=page.address, outcome="known", report_id=name)
        return replace(page, given=given)

    def keep(self, read: Read) -> Kept:
        """What became of one input, once the ledger holds it."""
        page, result = read.page, read.result
        if page is not None and not isinstance(result, Skipped):
            forgotten = self._forgotten(page, result)
            if forgotten is not None and not self._again:
                # not noted in the ledger, which would keep the address once more
                return Kept(address=page.address, outcome="skipped", skipped=forgotten)
            if forgotten is not None:
                put_back(self._ledger, page, result)
        if self._run is None:
            self._run = start_run(self._ledger, self._produced)
        if isinstance(result, Skipped):
            append_skip(self._ledger, result, self._run, page.sha256 if page else None)
            return Kept(address=result.address, outcome="skipped", skipped=result)
        assert page is not None  # only a skip has no page
        new = append_reading(self._ledger, page, result, self._run)
        return Kept(
            address=page.address,
            outcome="kept" if new else "known",
            report_id=result.report.id,
            claims=len(result.claims) if new else 0,
            figures=len(result.figures) if new else 0,
        )

    def _forgotten(self, page: Page, reading: Reading | None = None) -> Skipped | None:
        if self._forgets is None:
            self._forgets = bool(list_forgettings(self._ledger))
        return find_forgetting(self._ledger, page, reading) if self._forgets else None

    def finish(self) -> None:
        """Note that the run came to its end, if it wrote anything."""
        if self._run is not None:
            finish_run(self._ledger, self._run)


def complete_given(now: Given, before: Given) -> Given:
    """What the user says now, completed by what was said before; once restricted, always restricted.

    >>> complete_given(Given(outlet="The Paper"), Given(published="2016-01-26")).published
    '2016-01-26'
    """
    said = {f.name: getattr(now, f.name) or getattr(before, f.name) for f in fields(Given)}
    return Given(**said)
