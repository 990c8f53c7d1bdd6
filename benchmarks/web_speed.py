"""How fast the web page is on a large ledger, with several readers at once.

    python -m benchmarks.web_speed [--reports 20000] [--readers 8] [--rounds 25] [--ledger FILE]

Prints a table and writes ``build/benchmarks/web_speed.json``. The reports are invented (benchmarks.made_stories:
ten figures each); a ledger named with --ledger is made where there is none, and used again where there is one. The
server runs in a process of its own, as users start it; the readers ask over the network of this machine:

* milliseconds of each page, the median and the 95th percentile, while all readers ask for pages at once
* milliseconds of each page for one reader alone
* bytes of the first view: the overview with its style and scripts, without the library of charts
* seconds from the start of the server until it answers
"""

import argparse
import json
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.made_stories import REPORTS_A_STORY, make_reports
from evaluation.folders import CHECKOUT
from reportedly.ledger import Ledger, append_readings, counts, finish_run, load_pins, open_ledger, start_run
from reportedly.ledger.index import (
    FollowedReport,
    FoundStory,
    SeriesFilter,
    find_readings,
    find_reports_of,
    list_series,
    list_waiting,
    replace_stories,
)
from reportedly.pipeline.grouping import Rules, load_rules
from reportedly.terms import Pins, Told

BUILD = CHECKOUT / "build" / "benchmarks"
#: Reports whose stories are complete: the generator mixes seven of twenty.
MIXED = 7 * REPORTS_A_STORY
#: Seconds to wait for a server that does not answer.
_PATIENCE = 30.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Build where needed, measure, print, write; gives the exit code."""
    parser = argparse.ArgumentParser(description="How fast the web page is.")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--ledger", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "web.sqlite"
        build_ledger(path, options.reports)
        result = measure(path, options.readers, options.rounds)
    for name, value in result.items():
        print(f"{name:<48} {value:>12,}" if isinstance(value, int) else f"{name:<48} {value:>12,.2f}")
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "web_speed.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def build_ledger(path: Path, reports: int) -> None:
    """A ledger of so many invented reports with its index; one that is there stays as it is.

    The stories are put into the index as they were made. Looking for them in the texts would find one story: the
    invented texts share most of their words, which is nothing that a page could be slow by.
    """
    with open_ledger(path, create=True) as ledger:
        if counts(ledger).reports:
            return
        rules, pins, made = load_rules(), load_pins(ledger), make_reports(reports)
        run = start_run(ledger, next(make_reports(1)).reading.produced)
        while some := list(islice(made, MIXED)):
            append_readings(ledger, [(each.page, each.reading) for each in some], run)
            stories: dict[int, list[Told]] = {}
            for each in some:
                stories.setdefault(each.truths[0].story, []).append(Told(reading=each.reading))
            found = [_found(ledger, tuple(told), rules, pins) for told in stories.values()]
            replace_stories(ledger, {}, found, list_waiting(ledger, MIXED)[1])
        finish_run(ledger, run)


def _found(ledger: Ledger, told: tuple[Told, ...], rules: Rules, pins: Pins) -> FoundStory:
    numbers = find_readings(ledger, [each.reading.report.id for each in told])
    reports = tuple(
        FollowedReport(
            report_id=each.reading.report.id, reading=numbers[each.reading.report.id],
            published=each.reading.report.published, restricted=False, text=each.reading.report.text,
        )
        for each in told
    )  # fmt: skip
    return FoundStory(story=rules.describe_story(told), reports=reports, found=rules.find_in_story(told, pins))


def measure(path: Path, readers: int, rounds: int) -> dict[str, Any]:
    """All that is measured, by name."""
    pages = _pages(path)
    with open_ledger(path) as ledger:
        result: dict[str, Any] = {"figures": counts(ledger).figures, "readers": readers}
    with _server(path) as (port, started):
        result["start of the server, s"] = started
        result["first view, bytes"] = _first_view(port)
        alone = _ask(port, pages, 1, max(3, rounds // 5))
        together = _ask(port, pages, readers, rounds)
    for name in pages:
        result[f"{name}, alone, ms"] = statistics.median(alone[name])
        result[f"{name}, median, ms"] = statistics.median(together[name])
        result[f"{name}, p95, ms"] = statistics.quantiles(together[name], n=20)[-1]
    every = [taken for each in together.values() for taken in each]
    result["all pages, p95, ms"] = statistics.quantiles(every, n=20)[-1]
    return result


def _pages(path: Path) -> dict[str, str]:
    """A page of each kind; those of one series, story and report are from the middle of the ledger."""
    with open_ledger(path) as ledger:
        rows = list(list_series(ledger, SeriesFilter(several=True, limit=200)))
        row = rows[len(rows) // 2]
        (report, *_) = find_reports_of(ledger, row.story_id)
        reports = counts(ledger).reports
    series = f"/series/{row.series_id}"
    return {
        "overview": "/", "overview, page 20": "/?page=20", "overview by place": f"/?place={row.place or 'ka'}",
        "series": series, "chart of a series": f"{series}/chart.json", "feed of a series": f"{series}/feed.atom",
        "stories": "/stories", "story": f"/stories/{row.story_id}", "findings": "/findings",
        "contradictions": "/findings?type=contradiction", "reports": "/reports",
        "reports, the last page": f"/reports?page={max(1, reports // 100)}", "report": f"/reports/{report}",
        "speakers": "/speakers", "trackers": "/trackers", "review": "/review", "incidents": "/incidents",
        "search": "/search?words=ambulances+flood", "about": "/about",
        "figures as JSON": "/api/v1/figures?limit=100",
    }  # fmt: skip


@contextmanager
def _server(path: Path) -> Iterator[tuple[int, float]]:
    """A server of its own process: its port, and how long it took until it answered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "reportedly", "serve", "--ledger", str(path), "--port", str(port)]
    begun = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _listens(port):
            if running.poll() is not None or time.perf_counter() - begun > _PATIENCE:
                raise SystemExit("the server did not start")
            time.sleep(0.01)
        yield port, time.perf_counter() - begun
    finally:
        running.terminate()
        running.wait()


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _ask(port: int, pages: Mapping[str, str], readers: int, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each page; every reader asks for all of them, each beginning at another."""
    taken: dict[str, list[float]] = {name: [] for name in pages}
    failed: list[str] = []
    names = list(pages)

    def read(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=120)
        for turn in range(rounds * len(names)):
            name = names[(turn + number * len(names) // readers) % len(names)]
            begun = time.perf_counter()
            connection.request("GET", pages[name])
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failed.append(f"{pages[name]} answers {answer.status}")
            taken[name].append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if failed:
        raise SystemExit("; ".join(sorted(set(failed))))
    return taken


def _first_view(port: int) -> int:
    """Bytes of the overview and of what it loads."""
    body = _get(port, "/")
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', body.decode())
    return len(body) + sum(len(_get(port, address)) for address in dict.fromkeys(loaded))


def _get(port: int, address: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    connection.request("GET", address)
    return connection.getresponse().read()


if __name__ == "__main__":
    raise SystemExit(main())
