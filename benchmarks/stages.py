"""Where the time goes: functions timed while they run, each without what it calls of the others."""

import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class StageClock:
    """Seconds by stage. Time spent in a stage inside another counts for the inner one only.

    >>> clock = StageClock()
    >>> with clock.stage("outer"), clock.stage("inner"):
    ...     pass
    >>> sorted(clock.seconds)
    ['inner', 'outer']
    """

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _open: list[str] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens inside for the stage."""
        self._settle()
        self._open.append(name)
        try:
            yield
        finally:
            self._settle()
            self._open.pop()

    def _settle(self) -> None:
        now = time.perf_counter()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now

    @contextmanager
    def watching(self, *watched: tuple[Any, str, str]) -> Iterator[None]:
        """Time ``(owner, attribute, stage)`` functions for as long as the context is open.

        An attribute that is not there is an error of the benchmark: the program has moved on.

        Raises:
            AttributeError: no such function.
        """
        before = [(owner, name, getattr(owner, name)) for owner, name, _ in watched]
        try:
            for owner, name, stage in watched:
                setattr(owner, name, self._timed(getattr(owner, name), stage))
            yield
        finally:
            for owner, name, function in before:
                setattr(owner, name, function)

    def _timed(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*given: Any, **named: Any) -> Any:
            with self.stage(stage):
                return function(*given, **named)

        return timed

    def shares(self) -> dict[str, float]:
        """Percent of all time counted, the largest first."""
        whole = sum(self.seconds.values()) or 1.0
        ordered = sorted(self.seconds.items(), key=lambda held: -held[1])
        return {name: 100 * seconds / whole for name, seconds in ordered}
