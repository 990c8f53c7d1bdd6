"""Floors under measured quality: read, compared with, raised, and printed for the README."""

import csv
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

METRICS = Path(__file__).with_name("metrics.tsv")
FLOORS = Path(__file__).with_name("floors.json")

#: Percent points: what rounding may cost before a value counts as lower.
TOLERANCE = 1e-6

#: What has to be said beside the numbers.
SEEN = (
    "All of these are development texts: rules, model and thresholds were chosen with them in sight. "
    "Expect less on texts that nobody has looked at."
)

#: Percent points that a value may lie under its floor: processors round the parts between the quantised products
#: differently. Half a point is a guess: floors pinned on another kind of processor were missed by up to two points
#: before sums were kept whole there (the option in ``Tagger.load``), and no such processor was at hand since.
SLACK = 0.5

State = Literal["held", "raised", "below", "new", "other files", "not measured"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A gated number: what it is called in tables, and what it should reach (percent; null if unset)."""

    name: str
    label: str
    aim: float | None


@dataclass(frozen=True, slots=True)
class Floor:
    """What a metric may not fall below (percent), on which files."""

    value: float
    label: str
    on: str
    corpus: str


@dataclass(frozen=True, slots=True)
class Value:
    """What a metric is now (percent), on which files."""

    value: float
    on: str
    corpus: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the gate's table."""

    name: str
    floor: Floor | None
    now: Value | None
    state: State

    @property
    def gain(self) -> float | None:
        """Percent points above the floor; null when there is nothing to compare."""
        return self.now.value - self.floor.value if self.now and self.floor else None


def load_metrics(path: Path = METRICS) -> dict[str, Metric]:
    """The gated metrics by name, in the order of tables."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {r["metric"]: Metric(r["metric"], r["label"], float(r["aim"]) if r["aim"] else None) for r in rows}


def load_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors by metric; none when the file is not there yet."""
    if not path.exists():
        return {}
    return {name: Floor(**held) for name, held in json.loads(path.read_text(encoding="utf-8")).items()}


def save_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write the floors, by name, one metric a line."""
    lines = (
        f"  {json.dumps(name)}: " + json.dumps({key: getattr(floors[name], key) for key in Floor.__slots__})
        for name in sorted(floors)
    )
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def compare(floors: Mapping[str, Floor], values: Mapping[str, Value]) -> list[Compared]:
    """Every floor and every value, floors that were not measured now among them, by name."""
    return [
        Compared(name, floors.get(name), values.get(name), _state(floors.get(name), values.get(name)))
        for name in sorted(set(floors) | set(values))
    ]


def _state(floor: Floor | None, now: Value | None) -> State:
    if now is None:
        return "not measured"
    if floor is None:
        return "new"
    if floor.corpus != now.corpus:
        return "other files"
    if now.value < floor.value - SLACK:
        return "below"
    return "raised" if now.value > floor.value + TOLERANCE else "held"


def failed(lines: Iterable[Compared]) -> list[Compared]:
    """The lines that fail the gate: below their floor, or measured on files that the floor does not know."""
    return [line for line in lines if line.state in ("below", "other files")]


def raise_floors(
    floors: Mapping[str, Floor],
    values: Mapping[str, Value],
    metrics: Mapping[str, Metric],
    *,
    allow_regression: bool = False,
) -> dict[str, Floor]:
    """The floors lifted to the values, cut to two decimals; never lowered unless that is allowed.

    Of a corpus whose files have changed the hash is renewed, and the same rule holds for the value.

    >>> raise_floors({}, {"m": Value(76.129, "dev", "sha256:a")}, {})["m"].value
    76.12
    """
    lifted = dict(floors)
    for name, now in values.items():
        value = math.floor(now.value * 100 + TOLERANCE) / 100
        known = floors.get(name)
        if known is not None and value < known.value and not allow_regression:
            value = known.value
        label = metrics[name].label if name in metrics else name.rpartition(".")[2].replace("_", " ")
        lifted[name] = Floor(value, label, now.on, now.corpus)
    return lifted


def readme_table(floors: Mapping[str, Floor], metrics: Mapping[str, Metric]) -> str:
    """The floors as a Markdown table for the README, samples of larger corpora left out."""
    order = {name: place for place, name in enumerate(metrics)}
    names = sorted((n for n in floors if ".sample." not in n), key=lambda n: (order.get(n, len(order)), n))
    rows = [f"| {floors[n].on} | {floors[n].label} | {floors[n].value:.1f} % |" for n in names]
    return "\n".join(["| measured on | what | floor |", "|---|---|---:|", *rows, "", SEEN])


#: What the page "about this ledger" tells of how often the reader is right; all of it is in the README.
ON_THE_PAGE = (
    "prose.found", "prose.precision", "prose.numbers", "prose.bound", "prose.event", "prose.source",
    "prose.occurred", "prose.places", "polnear.dev.whole_f1", "invented.b3", "invented.relations",
    "copies.pairs_f1",
)  # fmt: skip
PAGE = FLOORS.parents[1] / "src" / "reportedly" / "views" / "web" / "measured.tsv"


def page_table(floors: Mapping[str, Floor]) -> str:
    """The floors that the package carries with it, as a table."""
    rows = [f"{n}\t{floors[n].on}\t{floors[n].label}\t{floors[n].value:.1f}" for n in ON_THE_PAGE if n in floors]
    return "\n".join(["name\ton\twhat\tpercent", *rows]) + "\n"
