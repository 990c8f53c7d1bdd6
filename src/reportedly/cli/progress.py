"""A progress bar on standard error, for anything longer than a second, only on a terminal."""

import sys
from collections.abc import Iterable, Iterator
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")

#: Work that is done sooner needs no bar.
_PATIENCE = 1.0


def follow(items: Iterable[T], total: int | None, *, quiet: bool, what: str = "reports") -> Iterator[T]:
    """The items as they come, with a bar showing how many, how fast and how long yet."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    bar = _Bar(total, what)
    try:
        for item in items:
            bar.advance()
            yield item
    finally:
        bar.close()


class _Bar:
    def __init__(self, total: int | None, what: str) -> None:
        self._total = total
        self._what = what
        self._done = 0
        self._shown: tuple[Progress, TaskID] | None = None
        self._closed = False
        self._timer = Timer(_PATIENCE, self._show)
        self._timer.daemon = True
        self._timer.start()

    def advance(self) -> None:
        self._done += 1
        if self._shown is not None:
            progress, task = self._shown
            progress.update(task, completed=self._done)

    def close(self) -> None:
        self._closed = True
        self._timer.cancel()
        self._timer.join()
        if self._shown is not None:
            self._shown[0].stop()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(f"{self._what}, {{task.fields[rate]}} a second, left:"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        task = progress.add_task(self._what, total=self._total, completed=self._done, rate="…")
        if not self._closed:
            progress.start()
            self._shown = (progress, task)
