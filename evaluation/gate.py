"""Measured quality against its floors.

    python -m evaluation.gate [--ci | --full] [--only stories,prose] [--pin [--allow-regression]]
    python -m evaluation.gate --table

Prints every metric with its floor, its value now and the gain or loss, all in percent. Ends with 1
when a value lies below its floor, or was measured on other files than the floor.

``--ci`` (the default) reads the two sample stories that ship with the program and, where the data
for building lies beside the checkout (or at ``--shared``), the prose, the excerpts, the number
specs and every sixth article of PolNeAR dev. ``--full`` reads all of PolNeAR dev. Sample and whole
have floors of their own. ``--pin`` lifts the floors to the values; it lowers none unless
``--allow-regression`` is given too. ``--table`` prints the floors for the README, ``--page``
writes those that the web page shows.

Records and slips (what was missed, found for nothing, or wrong, with the words around it) are
written to ``build/evaluation``, for reading.

Metrics (definitions in the modules named):

stories.*      figures of the sample stories: found, precision, numbers, bound, event, source
               (:mod:`evaluation.stories`)
series.*       what the sample stories' figures say of each other: series, relations, claims of change
               (:mod:`evaluation.series`); ``invented.*``: the same of twelve stories made up for the tests
prose.*        figures of real news prose: the same with measure and unit (:mod:`evaluation.prose`)
idmc.*         recorded quantities of excerpts (:mod:`evaluation.excerpts`)
recognizers.*  number specs made for chat assistants: cases that pass, none left out (:mod:`evaluation.numbers`)
polnear.*      whole attributions: content Dice >= 0.5 over word tokens, source Dice >= 0.5 or both
               without, cues overlap or both without; one to one, greedily by content Dice
               (:mod:`evaluation.attributions`, :mod:`evaluation.polnear`)
spans.*        exact spans per role, tokens of CofeNet's rows (:mod:`evaluation.spans`); ``rows.*``, only
               when named with ``--only``: the same with every row read as a text of its own
"""

import argparse
import dataclasses
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from evaluation.corpora import CORPORA, Corpus, Measured, corpus_hash
from evaluation.floors import (
    PAGE,
    Compared,
    Metric,
    Value,
    compare,
    failed,
    load_floors,
    load_metrics,
    page_table,
    raise_floors,
    readme_table,
    save_floors,
)
from evaluation.folders import CHECKOUT, SHARED
from reportedly.pipeline import ReadsReports
from reportedly.terms import record_line

BUILD = CHECKOUT / "build" / "evaluation"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; gives the exit code."""
    options = _options(arguments)
    metrics = load_metrics()
    floors = load_floors()
    if options.table:
        print(readme_table(floors, metrics))
        return 0
    if options.page:
        PAGE.write_text(page_table(floors), encoding="utf-8")
        return 0
    values = measure_all(_chosen(options), options.shared, sample=not options.full)
    if not values:
        print("nothing was measured, so nothing is known to hold", file=sys.stderr)
        return 1
    lines = compare(floors, values)
    if not options.verbose:
        lines = [line for line in lines if _wanted(line, metrics, options)]
    print(gate_table(lines, metrics))
    if options.pin:
        gated = {name: now for name, now in values.items() if name in metrics}
        lifted = raise_floors(floors, gated, metrics, allow_regression=options.allow_regression)
        save_floors(lifted)
        PAGE.write_text(page_table(lifted), encoding="utf-8")
        print(f"\n{sum(lifted[name] != floors.get(name) for name in lifted)} floors pinned")
        lines = compare(lifted, gated)
    for line in failed(lines):
        _explain(line)
    return 1 if failed(lines) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=(__doc__ or "").split("\n")[0])
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--ci", action="store_true", help="stories, and a sample of the rest (default)")
    size.add_argument("--full", action="store_true", help="everything")
    parser.add_argument("--only", help="corpora to measure, by name, with commas", metavar="NAMES")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the data for building lies")
    parser.add_argument("--pin", action="store_true", help="lift the floors to what is measured now")
    parser.add_argument("--allow-regression", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--table", action="store_true", help="print the floors as the README's table")
    parser.add_argument("--page", action="store_true", help="write the floors that the package carries")
    parser.add_argument("--verbose", action="store_true", help="show the metrics without a floor as well")
    options = parser.parse_args(arguments)
    unknown = sorted(set((options.only or "").split(",")) - {"", *CORPORA})
    if unknown:
        parser.error(f"no corpus named {', '.join(unknown)}; there are {', '.join(CORPORA)}")
    return options


def _chosen(options: argparse.Namespace) -> list[Corpus]:
    if options.only:
        return [CORPORA[name] for name in options.only.split(",") if name]
    return [corpus for corpus in CORPORA.values() if not corpus.on_request]


def _wanted(line: Compared, metrics: Mapping[str, Metric], options: argparse.Namespace) -> bool:
    """Lines to show: what is gated; floors of the other size and of corpora not asked for are no news."""
    other = ".sample." if options.full else ".dev."
    asked = {corpus.name for corpus in _chosen(options)}
    unasked = other in line.name or line.name.partition(".")[0] not in asked
    return line.name in metrics and (line.now is not None or not unasked)


def measure_all(corpora: Iterable[Corpus], shared: Path, *, sample: bool) -> dict[str, Value]:
    """Every share of every corpus that is there, by metric; says on stderr which are not."""
    from reportedly.claims import Reader

    reader: ReadsReports = Reader.load()
    values: dict[str, Value] = {}
    for corpus in corpora:
        home = corpus.home(shared)
        if not home.is_dir():
            print(f"{corpus.name}: not measured, there is no {home}", file=sys.stderr)
            continue
        began = time.perf_counter()
        measured = corpus.measure(home, reader, sample)
        prefix = corpus.prefix(sample=sample)
        write_measured(prefix, measured)
        on = f"{corpus.on}, every sixth" if corpus.parted and sample else corpus.on
        files = corpus_hash(home, corpus.files(home, sample))
        values |= {f"{prefix}.{name}": Value(share, on, files) for name, share in measured[0].shares.items()}
        print(f"{prefix}: {time.perf_counter() - began:.1f} s", file=sys.stderr)
    return values


def write_measured(prefix: str, measured: Measured, build: Path = BUILD) -> None:
    """Records as ``reportedly extract`` prints them, and slips, as JSON lines."""
    outcome, readings = measured
    build.mkdir(parents=True, exist_ok=True)
    with open(build / f"{prefix}.jsonl", "w", encoding="utf-8") as file:
        file.writelines(record_line(reading) + "\n" for reading in readings)
    with open(build / f"{prefix}.errors.jsonl", "w", encoding="utf-8") as file:
        for slip in outcome.slips:
            file.write(json.dumps(dataclasses.asdict(slip), ensure_ascii=False) + "\n")


def gate_table(lines: Iterable[Compared], metrics: Mapping[str, Metric]) -> str:
    """Metric, floor, value now, gain or loss, aim and state, in columns."""
    order = {name: place for place, name in enumerate(metrics)}
    rows = [("metric", "floor", "now", "gain", "aim", "")]
    for line in sorted(lines, key=lambda line: (order.get(line.name, len(order)), line.name)):
        aim = metrics[line.name].aim if line.name in metrics else None
        rows.append(
            (
                line.name,
                _number(line.floor.value if line.floor else None),
                _number(line.now.value if line.now else None),
                "" if line.gain is None else f"{line.gain:+.2f}",
                _number(aim) + ("" if aim is None or not line.now else _reached(line.now.value, aim)),
                "" if line.state in ("held", "raised") else line.state,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in rows
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _reached(value: float, aim: float) -> str:
    return " ✓" if value >= aim else " ✗"


def _explain(line: Compared) -> None:
    if line.state == "other files":
        print(f"{line.name}: measured on other files than its floor; check them and pin again", file=sys.stderr)
    elif line.floor and line.now:
        print(
            f"{line.name}: {line.now.value:.4f} is below its floor {line.floor.value:.2f}; "
            f"see {BUILD.relative_to(CHECKOUT)}/{line.name.rpartition('.')[0]}.errors.jsonl",
            file=sys.stderr,
        )


if __name__ == "__main__":
    sys.exit(main())
