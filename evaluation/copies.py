"""Copies: MEANTIME's articles reprinted with declared edits (:mod:`evaluation.edits`), pairs of reports.

pairs_f1    pairs that are copies, of all pairs of reports: those of one article, both with the number as
            it was or both with the changed one; found are those that share a key and that
            ``compare_reports`` calls copies
precision, recall   of the same
updates     of pairs of which one has a changed number: those called an update
candidates  of all pairs of one article: those that share a key
tolls_kept_apart    of pairs of which one has a changed number: those not called a copy; must be 100

Pairs of an ``inside`` with reports of the article that it is set in are left out: they share a part by the
edit's own making. Headline, date and text of the articles are printed from their tokens. No model is needed.

``python -m evaluation.copies [--half odd|even] [--slips]`` prints this beside a plain MinHash of whole
texts (datasketch, 128 permutations, shingles of 3 words, at its best threshold of 0.1, 0.2 … 0.9).
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.edits import edits_of, original_of
from evaluation.folders import SHARED
from evaluation.halves import HALVES, Half, half_of
from evaluation.meantime import printed_articles
from evaluation.outcome import Outcome, Slip, percent
from evaluation.texts import Text, page_of
from reportedly.findings import compare_reports, copy_keys
from reportedly.reports import read_report
from reportedly.terms import Coverage, Produced, Reading, Skipped

_PRODUCED = Produced(version="0", model="none", rules="none")
#: An article lends headline and end to the one that stands so many places after it.
_LENT = 7


@dataclass(frozen=True, slots=True)
class Variant:
    """One report: of which article, by which edit, and set in the end of which other one."""

    article: str
    edit: str
    inside: str | None
    reading: Reading

    @property
    def changed(self) -> bool:
        """Whether one number is another one."""
        return self.edit.startswith("toll")


def load_variants(home: Path, half: Half | None = None) -> list[Variant]:
    """Every article of a half as it stands and with every edit."""
    articles = [original_of(name, headline, body) for name, headline, body in printed_articles(home)]
    chosen = half_of(articles, half)
    variants = []
    for place, article in enumerate(chosen):
        another = chosen[(place + _LENT) % len(chosen)]
        for edit, text in edits_of(article, another).items():
            inside = another.name if edit == "inside" else None
            variants.append(Variant(article.name, edit, inside, _reading(f"{article.name}.{edit}", text)))
    return variants


def _reading(name: str, text: str) -> Reading:
    report = read_report(page_of(Text(name, text)))
    if isinstance(report, Skipped):
        raise ValueError(f"{name}: {report.detail}")
    length = len(report.text)
    return Reading(produced=_PRODUCED, report=report, coverage=Coverage(characters=length, read=length))


def gold_of(one: Variant, other: Variant) -> str | None:
    """``copy``, ``update`` or ``other``; null for pairs that are left out."""
    if one.article == other.article:
        return "copy" if one.changed == other.changed else "update"
    if other.article == one.inside or one.article == other.inside or (one.inside and one.inside == other.inside):
        return None
    return "other"


def score(variants: Sequence[Variant]) -> Outcome:
    """Shares over all pairs of reports."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    found = dict(_found(variants))
    candidates = set(_sharing([copy_keys(variant.reading) for variant in variants]))
    for i, j in _pairs_of_interest(variants, found):
        gold = gold_of(variants[i], variants[j])
        read = found.get((i, j), "other")
        if gold is None:
            continue
        counts[f"{gold}_as_{read}"] += 1
        counts["candidates"] += gold != "other" and (i, j) in candidates
        if gold != read:
            names = f"{variants[i].article}.{variants[i].edit}", variants[j].edit
            slips.append(Slip(text=names[0], kind=f"{gold}_as_{read}", gold=gold, predicted=read, around=names[1]))
    return Outcome(shares=_shares(counts), counts=counts, slips=tuple(slips))


def _pairs_of_interest(variants: Sequence[Variant], found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of one article, and pairs that were found; of all others nothing was said, rightly."""
    families: dict[str, list[int]] = defaultdict(list)
    for place, variant in enumerate(variants):
        families[variant.article].append(place)
    own = {pair for places in families.values() for pair in combinations(places, 2)}
    return sorted(own.union(found))


def _found(variants: Sequence[Variant]) -> Iterator[tuple[tuple[int, int], str]]:
    for i, j in _sharing([copy_keys(variant.reading) for variant in variants]):
        link = compare_reports(variants[i].reading, variants[j].reading)
        if link is not None:
            yield (i, j), link.kind


def _sharing(keys: Sequence[Iterable[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share a key, each once."""
    holding: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            holding[key].append(place)
    yield from sorted({pair for places in holding.values() for pair in combinations(places, 2)})


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    right = counts["copy_as_copy"]
    said = right + counts["update_as_copy"] + counts["other_as_copy"]
    copies = right + counts["copy_as_update"] + counts["copy_as_other"]
    tolls = counts["update_as_update"] + counts["update_as_copy"] + counts["update_as_other"]
    return {
        "pairs_f1": percent(2 * right, said + copies),
        "precision": percent(right, said),
        "recall": percent(right, copies),
        "updates": percent(counts["update_as_update"], tolls),
        "candidates": percent(counts["candidates"], copies + tolls),
        "tolls_kept_apart": percent(tolls - counts["update_as_copy"], tolls),
    }


def measure(home: Path, half: Half | None = None) -> Outcome:
    """Score the edits of the articles below ``home`` (``intra-doc_annotation``)."""
    return score(load_variants(home, half))


def plain_minhash(variants: Sequence[Variant]) -> tuple[float, Outcome]:
    """The same pairs by datasketch's MinHash over words, and the threshold that gives it the best F1.

    Raises:
        ImportError: datasketch is not installed.
    """
    from datasketch import MinHash, MinHashLSH

    sketches = []
    for variant in variants:
        words = variant.reading.report.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        sketches.append(sketch)
    best = (0.0, Outcome(shares={"pairs_f1": -1.0}))
    for threshold in (n / 10 for n in range(1, 10)):
        index = MinHashLSH(threshold=threshold, num_perm=128)
        for place, sketch in enumerate(sketches):
            index.insert(place, sketch)
        pairs = {(i, j) for j, sketch in enumerate(sketches) for i in index.query(sketch) if i < j}
        held = [(i, j) for i, j in pairs if sketches[i].jaccard(sketches[j]) >= threshold]
        counts: Counter[str] = Counter()
        for i, j in _pairs_of_interest(variants, held):
            gold = gold_of(variants[i], variants[j])
            if gold is not None:
                counts[f"{gold}_as_{'copy' if (i, j) in held else 'other'}"] += 1
        shares = _shares(counts)
        if shares["pairs_f1"] > best[1].shares["pairs_f1"]:
            best = threshold, Outcome(shares=shares, counts=counts)
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares of the halves, and of a plain MinHash beside them."""

    parser = argparse.ArgumentParser(prog="python -m evaluation.copies")
    parser.add_argument("--half", choices=HALVES, help="the odd or the even articles in order (default: both)")
    parser.add_argument("--slips", action="store_true", help="print every pair that was misjudged")
    parser.add_argument("--home", type=Path, default=SHARED / "data" / "meantime" / "intra-doc_annotation")
    options = parser.parse_args(arguments)
    for half in [options.half] if options.half else HALVES:
        variants = load_variants(options.home, half)
        began = time.perf_counter()
        outcome = score(variants)
        seconds = time.perf_counter() - began
        print(f"{half}: {len(variants)} reports, {seconds:.1f} s, {dict(outcome.counts)}")
        print("  " + "  ".join(f"{name} {share:.2f}" for name, share in outcome.shares.items()))
        if options.slips:
            for slip in outcome.slips:
                print(f"    {slip.kind}: {slip.text} {slip.around}")
        try:
            threshold, plain = plain_minhash(variants)
        except ImportError:
            print("  datasketch is not installed, so there is no plain MinHash beside it")
            continue
        print(f"  plain MinHash at {threshold}: F1 {plain.shares['pairs_f1']:.2f}, {dict(plain.counts)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
