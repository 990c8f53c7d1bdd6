"""Series and findings of stories against their hand-written gold.

b3        B-cubed F1 of the series over gold figures; a gold figure that no point overlaps is a series of its own
revision, contradiction, repeat
          of the gold relations of that type with two figures: those that a finding of the kind joins, either
          way round (revision: revision, lag; contradiction: contradiction, difference; repeat: repeat,
          corroboration, copy)
relations all three together
paired    of the same relations: those whose two figures any finding joins
apart     of the pairs marked as not comparable: in two series, and joined by no finding of one count
claims    of the relations with words of change: a comparison is tied to the newer figure, or a revision joins
          the two
findings  how many findings there are to one gold figure (no share: a count, to see a flood)

A place is a page and what lies between the first and the last code point of the figure; two that overlap are one.
``python -m evaluation.series [HOME]`` prints every story below HOME (the samples if not given), with ``--slips``
the relations missed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from evaluation.folders import SAMPLES
from evaluation.outcome import Outcome, Slip, percent
from evaluation.stories import load_dates, load_pages
from evaluation.texts import Text, read_file, read_texts
from reportedly.findings import find_in_story
from reportedly.pipeline import ReadsReports
from reportedly.terms import Finding, Pointer, Reading, StoryFindings, Told

#: Findings that count as a relation of the gold.
KINDS: Mapping[str, frozenset[str]] = {
    "revision": frozenset(["revision", "lag"]),
    "contradiction": frozenset(["contradiction", "difference"]),
    "repeat": frozenset(["repeat", "corroboration", "copy"]),
}
_ONE_COUNT = frozenset().union(*KINDS.values())


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a page's body."""

    page: str
    start: int
    end: int

    def meets(self, other: "Spot") -> bool:
        """Whether the two overlap."""
        return self.page == other.page and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """How two figures hang together; without a ``old`` the earlier number is only implied."""

    type: str
    old: Spot | None
    new: Spot
    claim: str | None
    quotes: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """The figures of a story with their series, and its relations."""

    figures: tuple[tuple[Spot, str], ...]
    relations: tuple[GoldRelation, ...]


def load_story(home: Path) -> GoldStory:
    """The gold of one story, places counted in the pages' bodies."""
    cuts = {page: cut for page, (_, cut) in load_pages(home).items()}
    figures = []
    for row in _rows(home / "gold.jsonl"):
        start = row["start"] - cuts[row["page"]]
        figures.append((Spot(row["page"], start, start + len(row["quote"])), row["series"]))
    relations = [
        GoldRelation(
            type=row["type"],
            old=_spot(home, cuts, row["from"]) if row.get("from") else None,
            new=_spot(home, cuts, row["to"]),
            claim=row.get("claim"),
            quotes=(row["from"]["quote"] if row.get("from") else "", row["to"]["quote"]),
        )
        for row in _rows(home / "relations.jsonl")
        if row.get("to")
    ]
    return GoldStory(figures=tuple(figures), relations=tuple(relations))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read_file(path).splitlines() if line.strip()]


def _spot(home: Path, cuts: Mapping[str, int], place: Mapping[str, str]) -> Spot:
    page, quote = place["page"], place["quote"]
    start = read_file(home / f"{page}.txt").index(quote) - cuts[page]
    return Spot(page, start, start + len(quote))


def spot_of(pointer: Pointer) -> Spot:
    """Where a point or an end of a finding stands."""
    return Spot(PurePosixPath(pointer.address).stem, pointer.spans[0][0], pointer.spans[-1][1])


def count_story(name: str, gold: GoldStory, found: StoryFindings) -> tuple[Counter[str], list[Slip]]:
    """Counts of one story and the relations missed."""
    counts: Counter[str] = Counter(figures=len(gold.figures), findings=len(found.findings))
    counts.update(_b_cubed(gold, found))
    points = [(spot_of(point.pointer), series.id) for series in found.series for point in series.points]
    slips = []
    for relation in gold.relations:
        joined = [each for each in found.findings if _joins(each, relation)]
        if relation.claim is not None:
            counts["claims_of"] += 1
            counts["claims"] += _tied(relation, joined, found.findings)
        if relation.old is None:
            continue
        if relation.type == "not_comparable":
            counts["apart_of"] += 1
            counts["apart"] += not (_of_one_series(relation, points) or any(f.type in _ONE_COUNT for f in joined))
        elif relation.type in KINDS:
            right = any(each.type in KINDS[relation.type] for each in joined)
            counts.update({"relations_of": 1, f"{relation.type}_of": 1, "paired": bool(joined)})
            counts.update({"relations": right, relation.type: right})
            if not right:
                kinds = ", ".join(sorted({each.type for each in joined})) or None
                slips.append(
                    Slip(text=name, kind=relation.type, gold=" → ".join(relation.quotes), predicted=kinds)
                )
    return counts, slips


def _b_cubed(gold: GoldStory, found: StoryFindings) -> dict[str, float]:
    """Sums of precision and recall over gold figures, in thousandths of a figure to stay whole numbers apart."""
    by_page: dict[str, list[tuple[Spot, str]]] = {}
    for series in found.series:
        for point in series.points:
            spot = spot_of(point.pointer)
            by_page.setdefault(spot.page, []).append((spot, series.id))
    labels = []
    for n, (spot, wanted) in enumerate(gold.figures):
        hit = next((label for held, label in by_page.get(spot.page, ()) if held.meets(spot)), f"missing {n}")
        labels.append((wanted, hit))
    wanted_size = Counter(wanted for wanted, _ in labels)
    got_size = Counter(got for _, got in labels)
    both = Counter(labels)
    return {
        "precision": sum(both[pair] / got_size[pair[1]] for pair in labels),
        "recall": sum(both[pair] / wanted_size[pair[0]] for pair in labels),
    }


def _joins(finding: Finding, relation: GoldRelation) -> bool:
    """Whether a finding has its two ends at the two figures, either way round."""
    if finding.from_place is None or relation.old is None:
        return False
    one, other = spot_of(finding.from_place), spot_of(finding.to_place)
    return (one.meets(relation.old) and other.meets(relation.new)) or (
        one.meets(relation.new) and other.meets(relation.old)
    )


def _tied(relation: GoldRelation, joined: Iterable[Finding], findings: Iterable[Finding]) -> bool:
    at = (each for each in findings if each.type == "comparison" and spot_of(each.to_place).meets(relation.new))
    return any(each.type == "revision" for each in joined) or any(True for _ in at)


def _of_one_series(relation: GoldRelation, points: Sequence[tuple[Spot, str]]) -> bool:
    old = next((label for spot, label in points if relation.old and spot.meets(relation.old)), None)
    new = next((label for spot, label in points if spot.meets(relation.new)), None)
    return old is not None and old == new


def shares_of(counts: Counter[str]) -> dict[str, float]:
    """The shares of a sum of stories, in percent."""
    precision, recall = (counts[name] / max(1, counts["figures"]) for name in ("precision", "recall"))
    shares = {"b3": 200 * precision * recall / max(1e-9, precision + recall)}
    shares["relations"] = percent(counts["relations"], counts["relations_of"])
    shares["paired"] = percent(counts["paired"], counts["relations_of"])
    for name in ("revision", "contradiction", "repeat", "apart", "claims"):
        shares[name] = percent(counts[name], counts[f"{name}_of"])
    return shares


def read_story(home: Path, reader: ReadsReports) -> list[Reading]:
    """The pages of a story as the reader reads them."""
    pages, dates = load_pages(home), load_dates(home)
    texts = (Text(f"{home.name}/{page}", body, dates.get(page)) for page, (body, _) in pages.items())
    return list(read_texts(texts, reader).by_name.values())


def measure(home: Path, reader: ReadsReports, *, sample: bool = False) -> tuple[Outcome, list[Reading]]:
    """Read every story below ``home`` and score what is found in it; there is no sample."""
    del sample
    total: Counter[str] = Counter()
    slips: list[Slip] = []
    for story in story_homes(home):
        found = find_in_story([Told(reading=reading) for reading in read_story(story, reader)])
        counts, missed = count_story(story.name, load_story(story), found)
        total += counts
        slips += missed
    return Outcome(shares=shares_of(total), counts=total, slips=tuple(slips)), []


def story_homes(home: Path) -> list[Path]:
    """The folders of stories below a folder, by name."""
    return sorted(path.parent for path in home.glob("*/relations.jsonl"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; see the module."""
    from reportedly.claims import Reader

    parser = argparse.ArgumentParser(description="Series and findings of stories, in percent.")
    parser.add_argument("home", nargs="?", type=Path, default=SAMPLES, help="folder of story folders")
    parser.add_argument("--slips", action="store_true", help="print the relations missed")
    options = parser.parse_args(arguments)
    reader: ReadsReports = Reader.load()
    total: Counter[str] = Counter()
    for story in story_homes(options.home):
        found = find_in_story([Told(reading=reading) for reading in read_story(story, reader)])
        counts, slips = count_story(story.name, load_story(story), found)
        total += counts
        print(_line(story.name, counts))
        for slip in slips if options.slips else ():
            print(f"    {slip.kind}: {slip.gold} (found: {slip.predicted})")
    print(_line("all", total))
    return 0


def _line(name: str, counts: Counter[str]) -> str:
    shares = "  ".join(f"{share} {value:5.1f}" for share, value in shares_of(counts).items())
    return f"{name:18} {shares}  findings {counts['findings']} of {counts['figures']} figures"


if __name__ == "__main__":
    sys.exit(main())
