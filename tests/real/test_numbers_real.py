"""The number grammar against gold on real reports and public specs; skipped where the data are absent."""

import collections
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation.numbers import score_recognizers
from reportedly.claims.numbers import Quantity, find_numbers
from reportedly.claims.sentences import sentence_spans

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
LEFT_OUT = {"age", "duration", "distance", "area", "weight", "volume", "temperature"}
#: The stories' gold has no strict bounds.
LOOSE = {"more_than": "at_least", "less_than": "at_most"}

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not beside the checkout")


def quantities(text: str) -> Iterator[Quantity]:
    for paragraph in PARAGRAPH.finditer(text):
        for start, end in sentence_spans(text, *paragraph.span()):
            yield from find_numbers(text, start, end).quantities


def matched(gold: list[dict], found: list[Quantity], keys: tuple[str, ...]) -> list[tuple[dict, Quantity]]:
    """Pairs that overlap, one to one, best agreement first."""
    pairs = sorted(
        (-sum(getattr(q, key) == g[key] for key in keys), i, j)
        for i, g in enumerate(gold)
        for j, q in enumerate(found)
        if q.start < g["end"] and g["start"] < q.end
    )
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            chosen.append((gold[i], found[j]))
    return chosen


def test_figures_of_real_prose_are_found_with_their_numbers_bounds_and_measures() -> None:
    home = DATA / "figures"
    lines = [json.loads(line) for line in (home / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    counts: collections.Counter[str] = collections.Counter()
    for page in sorted((home / "text").glob("*.txt")):
        text = page.read_text(encoding="utf-8")
        here = [line for line in lines if line["doc"] == page.stem]
        unsure = [line for line in here if "doubt" in line]
        gold = [line for line in here if "bound" in line and "doubt" not in line]
        found = [q for q in quantities(text) if not any(q.start < d["end"] and d["start"] < q.end for d in unsure)]
        pairs = matched(gold, found, ("stated", "low", "best", "high"))
        counts["gold"] += len(gold)
        counts["predicted"] += len(found)
        counts["found"] += len(pairs)
        for g, q in pairs:
            counts["numbers"] += all(getattr(q, key) == g[key] for key in ("stated", "low", "best", "high"))
            counts["bound"] += q.bound == g["bound"]
            counts["measure"] += q.measure == g["measure"]
    assert counts["found"] >= 0.99 * counts["gold"]
    assert counts["found"] >= 0.99 * counts["predicted"]
    assert counts["numbers"] >= 0.99 * counts["found"]
    assert counts["bound"] >= 0.99 * counts["found"]
    assert counts["measure"] >= 0.99 * counts["found"]


def test_figures_of_the_stories_are_found_with_their_numbers_and_bounds() -> None:
    counts: collections.Counter[str] = collections.Counter()
    for story in ("surfside_2021", "palu_2018"):
        home = DATA / "stories" / story
        lines = [json.loads(line) for line in (home / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        for page in sorted(home.glob("[0-9]*.txt")):
            raw = page.read_text(encoding="utf-8")
            cut = raw.index("\n\n") + 2
            gold = [line for line in lines if line["page"] == page.stem]
            for line in gold:
                line["start"] -= cut
                line["end"] = line["start"] + len(line["quote"])
            found = [q for q in quantities(raw[cut:]) if q.measure not in LEFT_OUT]
            pairs = matched(gold, found, ("low", "best", "high"))
            counts["gold"] += len(gold)
            counts["predicted"] += len(found)
            counts["found"] += len(pairs)
            for g, q in pairs:
                counts["numbers"] += all(getattr(q, key) == g[key] for key in ("low", "best", "high"))
                counts["bound"] += LOOSE.get(q.bound, q.bound) == g["bound"]
    assert counts["found"] >= 0.98 * counts["gold"]
    assert counts["found"] >= 0.96 * counts["predicted"]
    assert counts["numbers"] >= 0.98 * counts["found"]
    assert counts["bound"] >= 0.98 * counts["found"]


def test_the_recorded_number_of_every_displacement_excerpt_is_read() -> None:
    with open(DATA / "idmc" / "idmc_labelled.csv", encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["Quantity"].strip()]
    hits = 0
    for row in rows:
        wanted = float(row["Quantity"].replace(",", ""))
        hits += any(q.stated == wanted or wanted in (q.low, q.high) for q in quantities(row["excerpt"]))
    assert hits == len(rows)


def test_number_specs_pass_at_their_floors() -> None:
    rates = score_recognizers(DATA / "recognizers")
    floors = {"numbers": 70.0, "ranges": 90.0, "percents": 65.0, "ordinals": 35.0, "money": 81.0}
    assert {name: rates[name] >= floor for name, floor in floors.items()} == dict.fromkeys(floors, True)
