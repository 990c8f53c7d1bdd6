"""How a ledger bears many reports: writing, size, memory, asking.

    python -m benchmarks.ledger_scale [--reports 10000] [--batch 200] [--ledger FILE|postgresql://…]

Prints a table and writes ``build/benchmarks/ledger_scale.json``. The reports are invented
(benchmarks.made_stories: ten figures each, 200 words) and made beforehand, so that only the ledger is measured:

* reports a second, one transaction for each and one for each batch; the rate of the last tenth against that of
  the first (1.0: as quick at the end as at the beginning), by the clock and by the processor
* bytes a report in the file, after all was written back from the log
* peak memory of the process, after the first tenth and at the end
* the median time of queries, in milliseconds, on the ledger as it is then

Of a ledger that is there already only the queries are measured.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.made_stories import Made, make_reports
from benchmarks.results import keep, print_table
from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    Ledger,
    append_reading,
    append_readings,
    counts,
    find_report,
    find_status,
    finish_run,
    list_claims,
    list_figures,
    load_reading,
    load_told,
    open_ledger,
    start_run,
)
from reportedly.terms import AsOf

#: Reports written one by one; each waits for the disk, so a few tell enough.
ONE_BY_ONE = 500
#: Times each query is asked.
ROUNDS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; gives the exit code."""
    parser = argparse.ArgumentParser(description="How a ledger bears many reports.")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--ledger")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or str(Path(folder) / "scale.sqlite")
        result = measure(place, options.reports, options.batch)
    print_table(result, 44)
    keep("ledger_scale", result)
    return 0


def measure(place: str, reports: int, batch: int) -> dict[str, Any]:
    """All that is measured, by name."""
    with open_ledger(place if "://" in place else Path(place), create=True) as ledger:
        result: dict[str, Any] = {"reports": reports}
        if counts(ledger).reports == 0:
            result |= _write(ledger, reports, batch)
        result |= _ask(ledger)
        result["figures"] = counts(ledger).figures
    return result


def _write(ledger: Ledger, reports: int, batch: int) -> dict[str, Any]:
    made = make_reports(reports)
    run = None
    result: dict[str, Any] = {}
    first = list(islice(made, min(ONE_BY_ONE, reports // 10)))
    run = start_run(ledger, first[0].reading.produced)
    begun = time.perf_counter()
    for each in first:
        append_reading(ledger, each.page, each.reading, run)
    result["reports a second, one transaction each"] = len(first) / (time.perf_counter() - begun)
    seconds: list[float] = []
    busy: list[float] = []
    memory: list[int] = []
    for some in _batches(made, batch):
        begun, worked = time.perf_counter(), time.process_time()
        append_readings(ledger, [(each.page, each.reading) for each in some], run)
        seconds.append((time.perf_counter() - begun) / len(some))
        busy.append((time.process_time() - worked) / len(some))
        memory.append(_peak_memory())
    finish_run(ledger, run)
    tenth = max(1, len(seconds) // 10)
    result["reports a second, in batches"] = 1 / statistics.mean(seconds)
    result["reports a second of processor, in batches"] = 1 / statistics.mean(busy)
    for name, taken in (("the clock", seconds), ("the processor", busy)):
        early, late = statistics.mean(taken[:tenth]), statistics.mean(taken[-tenth:])
        result[f"rate of the last tenth to the first, {name}"] = early / late
    result["bytes a report"] = _size(ledger) // reports
    result["memory after the first tenth, MB"] = memory[tenth - 1] // 10**6
    result["memory at the end, MB"] = memory[-1] // 10**6
    return result


def _batches(made: Iterator[Made], size: int) -> Iterator[list[Made]]:
    while some := list(islice(made, size)):
        yield some


def _size(ledger: Ledger) -> int:
    if isinstance(ledger.path, Path):
        with ledger.reading() as connection:
            connection.exec_driver_sql("COMMIT")  # SQLite writes its log back only outside of a transaction
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
    return find_status(ledger).size


def _ask(ledger: Ledger) -> dict[str, float]:
    """Milliseconds of each query, the median of some rounds."""
    some = next(list_figures(ledger, FigureFilter(limit=1)))
    middle = find_report(ledger, some.report_id)
    earlier = AsOf(time="2016-01-05", clock="published")
    queries: dict[str, Callable[[], object]] = {
        "a report by its id": lambda: find_report(ledger, middle.report_id),
        "a whole reading": lambda: load_reading(ledger, middle.report_id),
        "readings of a story of 20": lambda: list(load_told(ledger, _story(ledger, middle.address))),
        "figures of a report": lambda: list(list_figures(ledger, FigureFilter(report=middle.report_id))),
        "the first 100 killed": lambda: list(list_figures(ledger, FigureFilter(event="killed", limit=100))),
        "the first 100 killed, as of a day": lambda: list(
            list_figures(ledger, FigureFilter(event="killed", limit=100), earlier)
        ),
        "claims of a source, the first 100": lambda: list(
            list_claims(ledger, ClaimFilter(source="mayor", limit=100))
        ),
        "how much there is": lambda: counts(ledger),
    }
    return {f"{name}, ms": _milliseconds(query) for name, query in queries.items()}


def _story(ledger: Ledger, address: str) -> list[str]:
    story = address.split("/")[0]
    return [find_report(ledger, f"{story}/{number:02}.txt").report_id for number in range(20)]


def _milliseconds(query: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        query()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _peak_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    raise SystemExit(main())
