"""How fast a report is read, and where the time goes.

    python -m benchmarks.read_speed [--texts FOLDER] [--page FILE] [--rounds 3] [--html 200]

Prints a table and writes ``build/benchmarks/read_speed.json``:

* words a second on one core for the whole reading of plain text (decoded bytes to JSON line), with
  the share of each stage; a word is a run of characters without white space
* the same texts through a spaCy pipeline in the same process, turn by turn, and the ratio of the two
* cold start of ``reportedly --help`` and of ``reportedly extract`` of one page (median of five)
* peak memory of a process that extracts all the texts
* reports a second from HTML to ledger with two workers, and the shares of the stages on one core

Texts are those of the folder; else PolNeAR dev where it lies beside the checkout, else the sample
reports of the package. HTML pages are made from the sample reports, some 600 words each. Of several
rounds the fastest counts: what slows the others is other work of the machine.
"""

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import reportedly.claims.reader
import reportedly.claims.tagger
import reportedly.pipeline.keeping
import reportedly.pipeline.reading
from benchmarks import spacy_pipeline
from benchmarks.results import keep
from benchmarks.stages import StageClock
from evaluation.folders import SHARED
from evaluation.texts import Text, page_of, read_file
from reportedly.claims import Reader
from reportedly.inputs import find_pages
from reportedly.ledger import open_ledger
from reportedly.pipeline import read_page
from reportedly.pipeline.keeping import keep_pages
from reportedly.samples import sample_pages
from reportedly.terms import Given, record_line

WORDS_A_REPORT = 600

#: Functions of the reader, and what their own time is called.
STAGES = (
    (reportedly.pipeline.reading, "read_report", "report: text, blocks, language"),
    (Reader, "split", "sentences and words"),
    (reportedly.claims.tagger.Tagger, "tag", "windows and decoding"),
    (reportedly.claims.tagger.Tagger, "run_window", "encoder"),
    (Reader, "find_numbers", "numbers"),
    (reportedly.claims.reader, "complete_figures", "figures"),
    (reportedly.claims.reader, "build_claims", "claims"),
    (reportedly.claims.reader, "resolve_speakers", "speakers"),
    (reportedly.claims.reader, "find_times", "times"),
    (reportedly.claims.reader, "tie_times", "times"),
    (Reader, "_places", "places"),
    (reportedly.claims.reader, "tie_places", "places"),
    (reportedly.claims.reader, "settle_checks", "checks"),
    (reportedly.claims.reader, "find_comparisons", "comparisons"),
    (Reader, "assemble", "contents, headlines and ties"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; gives the exit code."""
    options = _options(arguments)
    texts = load_texts(options.texts)
    reader = Reader.load()
    report: dict[str, Any] = {"texts": len(texts), "words": sum(map(count_words, texts))}
    with one_core():
        report |= measure_words(reader, texts, options.rounds)
    report["cold start"] = measure_cold_start(options.page)
    with tempfile.TemporaryDirectory() as folder:
        report["peak memory (MB)"] = measure_memory(texts, Path(folder))
    report["HTML to ledger"] = measure_ledger(reader, options.html)
    keep("read_speed", report)
    print_report(report)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.read_speed", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--texts", type=Path, help="a folder of .txt files to read")
    parser.add_argument("--page", type=Path, help="the page of the cold start")
    parser.add_argument("--rounds", type=int, default=3, help="of which the fastest counts")
    parser.add_argument("--html", type=int, default=200, help="HTML pages to read into a ledger")
    return parser.parse_args(arguments)


def load_texts(folder: Path | None) -> list[str]:
    """The texts to read: of the folder, else of PolNeAR dev, else of the package's samples."""
    dev = SHARED / "data" / "polnear" / "dev" / "text"
    chosen = folder or (dev if dev.is_dir() else None)
    if chosen is None:
        return [page.body.decode() for page in sample_pages()]
    return [read_file(path) for path in sorted(chosen.glob("*.txt"))]


def count_words(text: str) -> int:
    """Runs of characters without white space."""
    return len(text.split())


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core, where the system can; threads would else help the one or the other."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def fastest(rounds: int, *works: Callable[[], object]) -> list[tuple[float, float]]:
    """``(wall seconds, processor seconds)`` of each work's fastest round; the works take turns.

    Each of the two is the least by itself. Taking turns, all works meet the same other load.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in works]
    for _ in range(rounds):
        for work, held in zip(works, taken, strict=True):
            began, used = time.perf_counter(), time.process_time()
            work()
            held.append((time.perf_counter() - began, time.process_time() - used))
    return [(min(wall for wall, _ in held), min(cpu for _, cpu in held)) for held in taken]


def measure_words(reader: Reader, texts: Sequence[str], rounds: int) -> dict[str, Any]:
    """Words a second of the whole reading of plain text, its stages, and the same of a spaCy pipeline."""
    pages = [page_of(Text(f"{number:04}", text)) for number, text in enumerate(texts)]

    def read_all() -> None:
        for page in pages:
            record_line(read_page(page, reader).result)

    pipeline, name = spacy_pipeline.load_pipeline()
    works = [read_all] + ([partial(spacy_pipeline.read_all, pipeline, texts)] if pipeline else [])
    times = fastest(rounds, *works)
    words = sum(map(count_words, texts))
    speeds = [{"words_a_second": words / wall, "words_a_processor_second": words / cpu} for wall, cpu in times]
    clock = StageClock()
    with clock.watching(*STAGES):
        for page in pages:
            result = read_page(page, reader).result
            with clock.stage("JSON line"):
                record_line(result)
    report: dict[str, Any] = {"plain text": speeds[0] | {"shares": clock.shares()}, "spaCy": {"pipeline": name}}
    if pipeline:
        report["spaCy"] |= speeds[1]
        report["ratio"] = times[1][1] / times[0][1]  # processor time: other load falls on both unevenly
    return report


def program() -> list[str]:
    """The command that runs this environment's ``reportedly``."""
    script = Path(sys.executable).with_name("reportedly")
    return [str(script)] if script.exists() else [sys.executable, "-m", "reportedly"]


def _environment() -> dict[str, str]:
    """The environment, less packages lent to this process; byte code is kept, as in an installed program."""
    lent = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if name not in lent}


def measure_cold_start(page: Path | None) -> dict[str, float]:
    """Seconds from start to end of a process of its own, median of five."""
    seed = SHARED / "seed" / "page.txt"
    with tempfile.TemporaryDirectory() as folder:
        if page is None and not seed.exists():
            page = Path(folder) / "sample.txt"
            page.write_bytes(sample_pages()[0].body)
        return {
            "--help (s)": _median_seconds([*program(), "--help"]),
            "extract of one page (s)": _median_seconds([*program(), "extract", str(page or seed)]),
        }


def _median_seconds(command: Sequence[str]) -> float:
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment())
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def measure_memory(texts: Sequence[str], folder: Path) -> float:
    """Peak resident memory, in MB, of a process that extracts all the texts."""
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_bytes(text.encode())
    command = [*program(), "extract", str(folder), "--workers", "1", "--quiet"]
    # a process between: a child's peak would begin at that of the large process that starts it
    between = (
        "import json, resource, subprocess, sys\n"
        "subprocess.run(json.loads(sys.argv[1]), check=True, stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    said = subprocess.run(
        [sys.executable, "-c", between, json.dumps(command)], check=True, capture_output=True, env=_environment()
    )
    # Linux counts in kilobytes, macOS in bytes
    return int(said.stdout) / (1024 if sys.platform != "darwin" else 1024**2)


def html_pages(count: int) -> Iterator[str]:
    """Web pages of some 600 words made from the sample reports, no two alike."""
    paragraphs = itertools.cycle(
        line for page in sample_pages() for line in page.body.decode().split("\n") if line.strip()
    )
    for number in range(count):
        held: list[str] = []
        while sum(map(count_words, held)) < WORDS_A_REPORT:
            held.append(next(paragraphs))
        body = "\n".join(f"<p>{line}</p>" for line in held)
        menu = "".join(f'<li><a href="/{place}">Section {place}</a></li>' for place in range(30))
        yield (
            f"<!doctype html><html lang='en'><head><title>Report {number}</title>"
            f"<meta property='article:published_time' content='2021-07-{number % 28 + 1:02}T08:00:00Z'></head>"
            f"<body><nav><ul>{menu}</ul></nav><main><article><h1>Report {number} of the tower and the wave</h1>"
            f"{body}</article></main><footer><p>Contact · Imprint</p><ul>{menu}</ul></footer></body></html>"
        )


def measure_ledger(reader: Reader, count: int) -> dict[str, Any]:
    """Reports a second from HTML files to a ledger: two workers, start included; and stages on one core."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held) / "pages"
        folder.mkdir()
        for number, page in enumerate(html_pages(count)):
            (folder / f"{number:05}.html").write_text(page, encoding="utf-8")
        ledger = Path(held) / "two.sqlite"
        began = time.perf_counter()
        command = [*program(), "read", str(folder), "--ledger", str(ledger), "--workers", "2", "--quiet"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment())
        taken = time.perf_counter() - began
        clock = StageClock()
        alone = time.perf_counter()
        stages = (*STAGES, (reportedly.pipeline.keeping, "append_reading", "ledger"))
        with one_core(), clock.watching(*stages), open_ledger(Path(held) / "one.sqlite", create=True) as opened:
            few = itertools.islice(find_pages([str(folder)], Given()), max(1, count // 4))
            kept = sum(1 for _ in keep_pages(opened, few, load=lambda: reader))
        alone = time.perf_counter() - alone
    return {
        "reports": count,
        "workers": 2,
        "reports_a_second": count / taken,
        "reports_a_second_on_one_core": kept / alone,
        "shares": clock.shares(),
    }


def print_report(report: dict[str, Any]) -> None:
    """What was measured, for reading."""
    print(f"{report['texts']} texts, {report['words']:,} words")
    for name in ("plain text", "spaCy"):
        held = report[name]
        label = held.get("pipeline", name)
        if "words_a_second" in held:
            by_processor = f"{held['words_a_processor_second']:,.0f} by processor time"
            print(f"{label:<48}{held['words_a_second']:>9,.0f} words a second on one core ({by_processor})")
        else:
            print(label)
    if "ratio" in report:
        print(f"{'ratio, by processor time':<48}{report['ratio']:>9.2f}")
    for name, seconds in report["cold start"].items():
        print(f"{name:<48}{seconds:>9.2f}")
    print(f"{'peak memory (MB)':<48}{report['peak memory (MB)']:>9.0f}")
    ledger = report["HTML to ledger"]
    print(f"{'HTML to ledger, two workers':<48}{ledger['reports_a_second']:>9.1f} reports a second")
    print(f"{'HTML to ledger, one core':<48}{ledger['reports_a_second_on_one_core']:>9.1f} reports a second")
    for name in ("plain text", "HTML to ledger"):
        print(f"\n{name}: share of each stage")
        for stage, share in report[name]["shares"].items():
            print(f"  {stage:<46}{share:>8.1f} %")


if __name__ == "__main__":
    sys.exit(main())
