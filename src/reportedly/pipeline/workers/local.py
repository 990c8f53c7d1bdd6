"""Reading in this process or in several of this machine: the same results in the same order."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from typing import TypeVar

from reportedly.errors import StoppedWorker
from reportedly.pipeline.reading import Read, ReadsReports, load_reader, read_page
from reportedly.settings import count_processors
from reportedly.terms import Page, Skipped

#: Below this many inputs the seconds that every process needs to load the model are not won back.
MANY = 60
#: Pages waiting or done for each process: enough to keep it busy, few enough to keep memory flat.
_AHEAD = 3

Passed = TypeVar("Passed")
LoadsReader = Callable[[], ReadsReports]


def choose_workers(asked: int | None, inputs: int | None) -> int:
    """How many processes to read with: as asked, else one for few inputs, all processors for many.

    >>> choose_workers(3, 10), choose_workers(None, 10)
    (3, 1)
    """
    if asked is not None:
        return asked
    return count_processors() if inputs is not None and inputs >= MANY else 1


def read_all(
    pages: Iterable[Page | Skipped | Passed], workers: int = 1, load: LoadsReader = load_reader
) -> Iterator[Read | Passed]:
    """Every input as a reading or a skip, one for one, in order; the model is loaded at the first page.

    What is neither a page nor a skip passes through in its place. ``load`` must be a function of a
    module when there are several workers, since each calls it.

    Raises:
        MissingModel: the package lacks its model.
        StoppedWorker: a process was ended from outside.
    """
    if workers > 1:
        yield from _read_apart(pages, workers, load)
        return
    for page in pages:
        yield read_page(page, _loaded(load)) if isinstance(page, Page) else _passed(page)


def _read_apart(
    pages: Iterable[Page | Skipped | Passed], workers: int, load: LoadsReader
) -> Iterator[Read | Passed]:
    # spawned, not forked: a fork copies threads' locks (the progress bar's, the model's) in any state
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    waiting: deque[Future[Read] | Read | Passed] = deque()
    try:
        for page in pages:
            waiting.append(pool.submit(_read_here, page, load) if isinstance(page, Page) else _passed(page))
            while waiting and (len(waiting) >= workers * _AHEAD or not isinstance(waiting[0], Future)):
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())
    except BrokenProcessPool as error:
        raise StoppedWorker(
            "a process that reads was ended from outside, most often for want of memory: run the same command "
            "again with --workers 1; what was kept so far stays"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _passed(item: Skipped | Passed) -> Read | Passed:
    return Read(page=None, result=item) if isinstance(item, Skipped) else item


def _done(item: Future[Read] | Read | Passed) -> Read | Passed:
    return item.result() if isinstance(item, Future) else item


def _read_here(page: Page, load: LoadsReader) -> Read:
    return read_page(page, _loaded(load))


@cache
def _loaded(load: LoadsReader) -> ReadsReports:
    """The reader of this process, loaded once."""
    return load()


def _ignore_interrupt() -> None:
    # Ctrl-C reaches the whole group; the parent answers it and ends its processes
    signal.signal(signal.SIGINT, signal.SIG_IGN)
