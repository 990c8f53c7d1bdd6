"""How the cost of following grows with the ledger: findings a second, one more report, queries, memory.

    python -m benchmarks.findings_scale [--reports 100000] [--a-day 1] [--minutes 25] [--ledger FILE]

Fills a SQLite ledger with invented reports (benchmarks.made_stories, ten figures each), follows them as ``read``
does, and prints every 2,000 or so how many reports and findings a second were followed, the time one more report
takes at 100, 1,000, 10,000 and all reports, the time of the queries behind the commands, and peak memory. Seconds
are of the processor, so that other work on the machine counts little; those of queries are of the clock. It stops
adding when the minutes are over, and says how far it came.
"""

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.made_stories import make_reports
from reportedly.ledger import Ledger, append_readings, open_ledger, start_run
from reportedly.ledger.append import Run
from reportedly.ledger.index import (
    FindingFilter,
    SeriesFilter,
    count_found,
    find_series,
    findings_of,
    list_findings,
    list_series,
    list_stories,
    load_series,
)
from reportedly.pipeline.following import EVERY, follow_reports
from reportedly.terms import Page, Reading

Read = tuple[Page, Reading]
#: Sizes at which one more report is timed, and how often a thing is timed: the median counts.
_SIZES = (100, 1_000, 10_000)
_STRETCHES, _TIMES = 50, 7
#: Reports that are added one by one are of stories of another seed, so that they are new to the ledger.
_OTHER_SEED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=25.0)
    parser.add_argument("--a-day", type=int, default=1, help="disasters that begin a day, of 20 reports each")
    parser.add_argument("--ledger", type=Path)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = asked.ledger or Path(folder) / "scale.sqlite"
        with open_ledger(path, create=True) as ledger:
            done = _fill(ledger, asked.reports, asked.a_day, perf_counter() + 60 * asked.minutes)
            _ask(ledger)
        print(f"file: {path.stat().st_size / done:,.0f} bytes a report")
    return 0


def _fill(ledger: Ledger, reports: int, a_day: int, until: float) -> int:
    """Add and follow the reports in batches until they or the time are over; gives how many were."""
    made = ((each.page, each.reading) for each in make_reports(reports, own_words=True, a_day=a_day))
    extra = (
        (each.page, each.reading) for each in make_reports(1_000, seed=_OTHER_SEED, own_words=True, a_day=a_day)
    )
    run = start_run(ledger, next(make_reports(1)).reading.produced)
    marks = [size for size in _SIZES if size < reports]
    every, since, done = max(EVERY, reports // _STRETCHES), 0, 0
    appending, following, found = 0.0, 0.0, 0
    print("reports   appended a second   followed a second   findings a second   peak memory")
    for some in _batches(made, _SIZES[0], EVERY):
        started = process_time()
        append_readings(ledger, some, run)
        between = process_time()
        found += sum(each.findings for each in follow_reports(ledger))
        appending, following = appending + between - started, following + process_time() - between
        done += len(some)
        if done - since >= every or done == reports or perf_counter() > until:
            _print_stretch(done, done - since, appending, following, found)
            appending, following, found, since = 0.0, 0.0, 0, done
        while marks and done >= marks[0]:
            marks.pop(0)
            print(f"one more report at {done:,}: {_one_more(ledger, run, extra) * 1000:.0f} ms", flush=True)
        if perf_counter() > until:
            print(f"the time is over: {done:,} of {reports:,} reports")
            break
    print(f"one more report at {done:,}: {_one_more(ledger, run, extra) * 1000:.0f} ms", flush=True)
    return done


def _print_stretch(done: int, some: int, appending: float, following: float, found: int) -> None:
    print(
        f"{done:>7,}   {some / appending:>17,.0f}   {some / following:>17,.0f}   {found / following:>17,.0f}"
        f"   {_peak():>8,.0f} MB",
        flush=True,
    )


def _one_more(ledger: Ledger, run: Run, extra: Iterator[Read]) -> float:
    """Median seconds of the processor to keep and follow one more report."""
    seconds = []
    for each in islice(extra, _TIMES):
        started = process_time()
        append_readings(ledger, [each], run)
        for _ in follow_reports(ledger):
            pass
        seconds.append(process_time() - started)
    return median(seconds)


def _ask(ledger: Ledger) -> None:
    some = next(iter(list_series(ledger, SeriesFilter(event="killed", several=True, limit=1))))
    town = some.story.split(", ")[1]  # "flood, Karimo, 2016-01-02"

    def listed(**wanted: object) -> Callable[[], object]:
        return lambda: list(list_series(ledger, SeriesFilter(**wanted, limit=100)))  # type: ignore[arg-type]

    asked: dict[str, Callable[[], object]] = {
        "series": listed(),
        "series --event killed": listed(event="killed"),
        "series --counted people": listed(counted="people"),
        "series --source police": listed(source="police"),
        "series --place TOWN": listed(place=town),
        "series --place TOWN --event killed --counted people": listed(
            event="killed", place=town, counted="people"
        ),
        "series --several --event missing": listed(event="missing", several=True),
        "series TOWN killed": lambda: find_series(ledger, f"{town} killed"),
        "series ID": lambda: (load_series(ledger, some.series_id), findings_of(ledger, some.series_id)),
        "findings": lambda: list(list_findings(ledger, FindingFilter(limit=100))),
        "findings --type contradiction": lambda: list(
            list_findings(ledger, FindingFilter(types=("contradiction",), limit=100))
        ),
        "stories": lambda: list(list_stories(ledger, limit=100)),
    }
    held = count_found(ledger)
    print(
        f"{held.reports:,} reports, {held.stories:,} stories, {held.series:,} series, {held.findings:,} findings"
    )
    for name, ask in asked.items():
        print(f"{_seconds(ask) * 1000:>8.1f} ms   {name}", flush=True)


def _seconds(ask: Callable[[], object]) -> float:
    held = []
    for _ in range(_TIMES):
        started = perf_counter()
        ask()
        held.append(perf_counter() - started)
    return median(held)


def _batches(told: Iterator[Read], first: int, size: int) -> Iterator[list[Read]]:
    """A first batch of another size, then batches of one size."""
    yield list(islice(told, first))
    while some := list(islice(told, size)):
        yield some


def _peak() -> float:
    """Peak memory of the process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
