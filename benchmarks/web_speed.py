"""How fast the web page is on a large ledger, with several readers at once.

    python -m benchmarks.web_speed [--reports 20000] [--readers 8] [--rounds 25] [--ledger FILE]

Prints a table and writes ``build/benchmarks/web_speed.json``. The reports are invented (benchmarks.made_stories:
ten figures each); a ledger named with --ledger is made where there is none, and used again where there is one. The
server runs in a process of its own, as users start it; the readers ask over the network of this machine:

* milliseconds of each page for one reader alone, the median; each at an address not asked for before
* the same while all readers ask at once, without a pause, the median and the 95th percentile; meanwhile a person
  comments on a figure once a second, by which no answer that was kept before is sent again
* the 95th percentile when the same addresses are asked for again and nothing changes
* bytes of the first view: the overview with its style and scripts, without the library of charts
* seconds from the start of the server until it answers
"""

import argparse
import random
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
from urllib.parse import quote

from benchmarks.made_stories import REPORTS_A_STORY, make_reports
from benchmarks.results import keep, print_table
from reportedly.ledger import (
    FigureFilter,
    Ledger,
    append_readings,
    counts,
    finish_run,
    list_figures,
    load_pins,
    open_ledger,
    start_run,
)
from reportedly.ledger.index import (
    FollowedReport,
    FoundStory,
    SeriesFilter,
    SeriesRow,
    find_readings,
    find_reports_of,
    list_series,
    list_waiting,
    replace_stories,
)
from reportedly.ledger.judgements import Signed
from reportedly.ledger.review import comment
from reportedly.pipeline.grouping import Rules, load_rules
from reportedly.terms import Pins, Told

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
    print_table(result, 46)
    keep("web_speed", result)
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
    asked = find_addresses(path, readers * rounds)
    with open_ledger(path) as ledger:
        result: dict[str, Any] = {"figures": counts(ledger).figures, "readers": readers}
    with _server(path) as (port, started):
        result["start of the server, s"] = started
        result["first view, bytes"] = _first_view(port)
        with _changing(path):
            alone = _ask(port, {name: some[: max(3, rounds // 5)] for name, some in asked.items()}, 1)
            fresh = _ask(port, asked, readers)
        _ask(port, asked, readers)
        again = _ask(port, asked, readers)
    for name in asked:
        result[f"{name}, alone, ms"] = statistics.median(alone[name])
        result[f"{name}, median, ms"] = statistics.median(fresh[name])
        result[f"{name}, p95, ms"] = statistics.quantiles(fresh[name], n=20)[-1]
        result[f"{name}, again, p95, ms"] = statistics.quantiles(again[name], n=20)[-1]
    for words, taken in (("all pages", fresh), ("all pages, again", again)):
        result[f"{words}, p95, ms"] = statistics.quantiles([ms for each in taken.values() for ms in each], n=20)[
            -1
        ]
    return result


def find_addresses(path: Path, number: int) -> dict[str, list[str]]:
    """Addresses of each kind of page, so many, of series, stories and reports from all over the ledger.

    Each is asked for once, so that no answer was made before; but pages that have one address alone.
    """
    chance = random.Random(number)
    with open_ledger(path) as ledger:
        rows = list(list_series(ledger, SeriesFilter(several=True)))
        series = chance.sample(rows, min(number, len(rows)))
        reports = [find_reports_of(ledger, row.story_id)[0] for row in series]
        mayors = [row.newest_source or "mayor" for row in rows if (row.newest_source or "").startswith("Mayor")]
    pages = range(1, number + 1)
    found = {
        "overview": [f"/?page={page}" for page in pages],
        "overview, by words": [f"/?words={quote(row.story)}" for row in series],
        "series": [f"/series/{row.series_id}" for row in series],
        "chart of a series": [f"/series/{row.series_id}/chart.json" for row in series],
        "feed of a series": [f"/series/{row.series_id}/feed.atom" for row in series],
        "stories": [f"/stories?page={page}" for page in pages],
        "story": [f"/stories/{row.story_id}" for row in series],
        "findings": [f"/findings?page={page}" for page in pages],
        "contradictions": [f"/findings?type=contradiction&page={page}" for page in pages],
        "reports": [f"/reports?after={report}" for report in reports],
        "report": [f"/reports/{report}" for report in reports],
        "speakers": ["/speakers"],
        "speakers, by name": [f"/speakers?words={quote(name)}" for name in mayors] or ["/speakers?words=mayor"],
        "trackers": ["/trackers"], "incidents": ["/incidents"], "about": ["/about"],
        "review": ["/review"],
        "review of a report": [f"/review?report={report}" for report in reports],
        "search, a rare word": [f"/search?words={quote(_town(row))}" for row in series],
        "search, a word of all": ["/search?words=ambulances"],
        "figures as JSON": [
            f"/api/v1/figures?limit=100&page={page % 5 + 1}" if page % 2 else f"/api/v1/figures?report={report}"
            for page, report in zip(pages, reports, strict=False)
        ],
    }  # fmt: skip
    return {name: (some * (number // len(some) + 1))[:number] for name, some in found.items()}


def _town(row: SeriesRow) -> str:
    """The name of the town, which stands in the label of every made story after what happened."""
    return row.story.split(", ")[1]


@contextmanager
def _changing(path: Path) -> Iterator[None]:
    """Once a second a person comments on a figure: what was kept of all pages is stale by that."""
    ended = threading.Event()

    def change() -> None:
        with open_ledger(path) as ledger:
            figure = next(iter(list_figures(ledger, FigureFilter(limit=1)))).figure_id
            while not ended.wait(1.0):
                comment(ledger, figure, Signed(who="A. Reader", why="read again"))

    writing = threading.Thread(target=change)
    writing.start()
    try:
        yield
    finally:
        ended.set()
        writing.join()


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


def _ask(port: int, asked: Mapping[str, Sequence[str]], readers: int) -> dict[str, list[float]]:
    """Milliseconds of each page; the readers share the addresses of each kind, and begin with different kinds."""
    taken: dict[str, list[float]] = {name: [] for name in asked}
    failed: list[str] = []
    names = list(asked)

    def read(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=120)
        for turn in range(len(asked[names[0]]) // readers * len(names)):
            name = names[(turn + number * len(names) // readers) % len(names)]
            address = asked[name][turn // len(names) * readers + number]
            begun = time.perf_counter()
            connection.request("GET", address, headers={"cookie": "reportedly_reviewer=A.%20Reader"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failed.append(f"{address} answers {answer.status}")
            taken[name].append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if failed:
        raise SystemExit("; ".join(sorted(set(failed))[:9]))
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
