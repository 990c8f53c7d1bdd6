"""Stories: the two sample stories mixed with other news, and which reports end up together.

pairs_f1    pairs of reports of which one at least is of a sample story: in one group, and of one story
together    pairs of one sample story that are in one group
apart       pairs in one group with a report of a sample story: both are of that story
invented_f1 pairs_f1 of the twelve invented stories (tests/findings/stories) in the same way, without addresses
unaided_f1  pairs_f1 when neither the address nor the public address of a report tells anything

The other news: MEANTIME's articles, TimeML's, the prose of the figures, the texts with incidents of MUC-4 (tst1
and tst2; all of it with ``--all``). A sample of them is every sixth. Groups are what hangs together by copies,
updates, versions and :func:`reportedly.findings.same_story`, candidates by their keys.

``python -m evaluation.grouping [--all] [--groups N]`` prints the shares, the largest groups of the other news,
and how many pairs were compared.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from evaluation import meantime, muc4, prose, times
from evaluation.folders import INVENTED, SHARED
from evaluation.outcome import Outcome, Slip, percent
from evaluation.series import read_story, story_homes
from evaluation.texts import Text, read_texts
from reportedly.findings import compare_reports, copy_keys, order_of, same_story, story_keys
from reportedly.pipeline import ReadsReports, find_sample_pages, read_page
from reportedly.pipeline.grouping import pairs_meeting
from reportedly.terms import Reading, Skipped

_STEP = 6


@dataclass(frozen=True, slots=True)
class Grouped:
    """Readings, their groups by places, and how many pairs were held against each other."""

    readings: tuple[Reading, ...]
    groups: tuple[tuple[int, ...], ...]
    compared: int


def other_texts(home: Path, *, sample: bool = False, whole: bool = False) -> list[Text]:
    """The other news below ``home`` (``../shared/data``), each text once, whatever corpora hold it."""
    parts = ("tst1", "tst2", "dev") if whole else muc4.PARTS
    found = [
        *(article.text for article in meantime.load_articles(home / "meantime" / "intra-doc_annotation")),
        *(gold.text for _, gold in times.load_timeml(home / "timeml")),
        *prose.load_texts(home / "figures"),
        *muc4.texts_and_incidents(home / "muc4", parts)[0],
    ]
    once = {" ".join(text.body.split()): text for text in reversed(found)}
    texts = list(reversed(once.values()))
    return texts[::_STEP] if sample else texts


def group(readings: Sequence[Reading]) -> Grouped:
    """What hangs together, whatever the order of the readings."""
    ordered = sorted(readings, key=order_of)
    over = list(range(len(ordered)))

    def root(place: int) -> int:
        while over[place] != place:
            place = over[place]
        return place

    copies = {place: (keys, keys) for place, keys in enumerate(map(copy_keys, ordered))}
    stories = {place: (keys.kept, keys.sought) for place, keys in enumerate(map(story_keys, ordered))}
    pairs = pairs_meeting(copies) | pairs_meeting(stories)
    for i, j in sorted(pairs):
        if root(i) != root(j) and _belong(ordered[i], ordered[j]):
            over[root(j)] = root(i)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(ordered)):
        groups[root(place)].append(place)
    return Grouped(tuple(ordered), tuple(map(tuple, groups.values())), len(pairs))


def _belong(one: Reading, other: Reading) -> bool:
    return same_story(one, other) is not None or compare_reports(one, other) is not None


def score_groups(grouped: Grouped, stories: Mapping[str, str]) -> Outcome:
    """Shares over pairs; ``stories`` gives the story of a report by its id, none for the other news."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    told = [stories.get(reading.report.id) for reading in grouped.readings]
    sizes = Counter(story for story in told if story is not None)
    counts["of_one_story"] = sum(size * (size - 1) // 2 for size in sizes.values())
    for places in grouped.groups:
        for i, j in combinations(places, 2):
            if told[i] is None and told[j] is None:
                continue
            counts["in_one_group"] += 1
            counts["both"] += told[i] == told[j]
            if told[i] != told[j]:
                names = [grouped.readings[place].report.address for place in (i, j)]
                slips.append(Slip(text=names[0], kind="joined", predicted=names[1]))
        if len(places) > 1 and not any(told[place] for place in places):
            counts["other_groups"] += 1
            counts["largest_other"] = max(counts["largest_other"], len(places))
    counts["compared"] = grouped.compared
    return Outcome(shares=_shares(counts), counts=counts, slips=tuple(slips))


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    return {
        "pairs_f1": percent(2 * counts["both"], counts["in_one_group"] + counts["of_one_story"]),
        "together": percent(counts["both"], counts["of_one_story"]),
        "apart": percent(counts["both"], counts["in_one_group"]),
    }


def measure(
    home: Path, reader: ReadsReports, *, sample: bool = False, whole: bool = False
) -> tuple[Outcome, list[Reading]]:
    """Read the sample stories and the other news below ``home``, group them all, and score the stories."""
    outcome, _, readings = _measure(home, reader, sample=sample, whole=whole)
    return outcome, readings


def _measure(
    home: Path, reader: ReadsReports, *, sample: bool, whole: bool
) -> tuple[Outcome, Grouped, list[Reading]]:
    results = [read_page(page, reader).result for page in find_sample_pages()]
    samples = [result for result in results if not isinstance(result, Skipped)]
    invented = [reading for story in story_homes(INVENTED) for reading in read_story(story, reader)]
    others = list(read_texts(other_texts(home, sample=sample, whole=whole), reader).by_name.values())
    grouped = group([*samples, *invented, *others])
    outcome = score_groups(grouped, _stories_of(samples))
    more = {"unaided_f1": score_groups(*_unaided(samples, [*invented, *others]))}
    more["invented_f1"] = score_groups(*_unaided(invented, [*samples, *others]))
    shares = outcome.shares | {name: each.shares["pairs_f1"] for name, each in more.items()}
    slips = (*outcome.slips, *more["invented_f1"].slips)
    return replace(outcome, shares=shares, slips=slips), grouped, [*samples, *invented, *others]


def _unaided(readings: Sequence[Reading], others: Sequence[Reading]) -> tuple[Grouped, dict[str, str]]:
    """Readings grouped among others as if nobody knew where they came from, and their stories."""
    bare = {reading.report.id: without_address(reading) for reading in readings}
    return group([*bare.values(), *others]), _stories_of(readings)


def _stories_of(readings: Iterable[Reading]) -> dict[str, str]:
    return {reading.report.id: reading.report.address.split("/")[0] for reading in readings}


def without_address(reading: Reading) -> Reading:
    """The reading as if nobody knew where the report came from."""
    return replace(reading, report=replace(reading.report, address=reading.report.id, url=None))


def files_of(home: Path) -> Iterator[Path]:
    """The files of the other news."""
    yield from (home / "meantime" / "intra-doc_annotation").glob("*/*.xml")
    yield from (home / "timeml").glob("*/*.tml")
    yield from (home / "figures" / "text").glob("*.txt")
    yield from (path for part in muc4.PARTS for path in (home / "muc4" / part).iterdir() if "muc" in path.name)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares, and the largest groups of the other news."""
    from reportedly.claims import Reader

    parser = argparse.ArgumentParser(prog="python -m evaluation.grouping")
    parser.add_argument("--all", action="store_true", help="with the development part of MUC-4, some 700 texts")
    parser.add_argument("--groups", type=int, default=10, help="how many of the largest groups are printed")
    options = parser.parse_args(arguments)
    outcome, grouped, _ = _measure(SHARED / "data", Reader.load(), sample=False, whole=options.all)
    for name, share in outcome.shares.items():
        print(f"{name:12}{share:8.2f}")
    print(dict(outcome.counts))
    for places in sorted(grouped.groups, key=len, reverse=True)[: options.groups]:
        print(len(places), *(grouped.readings[place].report.address for place in places))
    return 0


if __name__ == "__main__":
    sys.exit(main())
