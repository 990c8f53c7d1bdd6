"""The corpora of the gate: where each lies, what it measures, and which files it is made of."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation import (
    copies,
    excerpts,
    grouping,
    meantime,
    muc4,
    places,
    polnear,
    prose,
    series,
    spans,
    speakers,
    stories,
    times,
    treebanks,
)
from evaluation.folders import INVENTED, SAMPLES
from evaluation.numbers import score_recognizers
from evaluation.outcome import Outcome
from reportedly.pipeline import ReadsReports
from reportedly.samples import STORIES
from reportedly.terms import Reading

Measured = tuple[Outcome, list[Reading]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus: its files under ``home`` and how to measure on them.

    ``parted`` corpora are large: ``--ci`` reads a fixed sample of them, whose floors are its own.
    Those ``on_request`` are measured only when named.
    """

    name: str
    on: str
    home: Callable[[Path], Path]
    files: Callable[[Path, bool], Iterable[Path]]
    measure: Callable[[Path, ReadsReports, bool], Measured]
    parted: bool = False
    on_request: bool = False

    def prefix(self, *, sample: bool) -> str:
        """What its metrics' names begin with.

        >>> CORPORA["polnear"].prefix(sample=True), CORPORA["prose"].prefix(sample=True)
        ('polnear.sample', 'prose')
        """
        return f"{self.name}.{'sample' if sample else 'dev'}" if self.parted else self.name


def _story_files(home: Path, _: bool) -> list[Path]:
    return [path for story in STORIES for path in (home / story).glob("[0-9g]*") if path.is_file()]


def _told_files(home: Path, _: bool) -> list[Path]:
    return [
        path for story in series.story_homes(home) for path in story.iterdir() if path.suffix in (".txt", ".jsonl")
    ]


def _polnear_files(home: Path, sample: bool) -> list[Path]:
    return [path for pair in polnear.gold_files(home, sample=sample) for path in pair]


#: Files of the number specs, by what they test.
def _measure_numbers(home: Path, reader: ReadsReports, sample: bool) -> Measured:
    """The number grammar alone: per spec, the share of all cases that pass."""
    del reader, sample
    shares: dict[str, float] = dict(score_recognizers(home))
    return Outcome(shares=shares), []


CORPORA = {
    corpus.name: corpus
    for corpus in (
        Corpus(
            "stories",
            "the two sample stories (restated in our own words)",
            lambda shared: SAMPLES,
            _story_files,
            lambda home, reader, sample: stories.measure(home, reader, sample=sample),
        ),
        Corpus(
            "series",
            "the two sample stories (restated in our own words)",
            lambda shared: SAMPLES,
            _told_files,
            lambda home, reader, sample: series.measure(home, reader, sample=sample),
        ),
        Corpus(
            "invented",
            "twelve invented stories of the tests",
            lambda shared: INVENTED,
            _told_files,
            lambda home, reader, sample: series.measure(home, reader, sample=sample),
        ),
        Corpus(
            "prose",
            "31 news reports, every number judged by hand",
            lambda shared: shared / "data" / "figures",
            lambda home, _: [home / "gold.jsonl", home / "dates.tsv", *(home / "text").glob("*.txt")],
            lambda home, reader, sample: prose.measure(home, reader, sample=sample),
        ),
        Corpus(
            "idmc",
            "113 excerpts on displacement (IDMC)",
            lambda shared: shared / "data" / "idmc",
            lambda home, _: [home / "idmc_labelled.csv"],
            lambda home, reader, sample: excerpts.measure(home, reader, sample=sample),
        ),
        Corpus(
            "recognizers",
            "test specs of numbers (Recognizers-Text)",
            lambda shared: shared / "data" / "recognizers",
            lambda home, _: home.glob("*.json"),
            _measure_numbers,
        ),
        Corpus(
            "muc4",
            "111 attack reports in capitals (MUC-4 tst1 and tst2)",
            lambda shared: shared / "data" / "muc4",
            lambda home, _: muc4.files_of(home),
            lambda home, reader, sample: muc4.measure(home, reader),
        ),
        Corpus(
            "muc4dev",
            "MUC-4 dev, texts with an incident",
            lambda shared: shared / "data" / "muc4",
            lambda home, _: muc4.files_of(home, ("dev",)),
            lambda home, reader, sample: muc4.measure(home, reader, sample=sample, parts=("dev",)),
            parted=True,
            on_request=True,
        ),
        Corpus(
            "meantime",
            "120 Wikinews articles, the annotated part (MEANTIME)",
            lambda shared: shared / "data" / "meantime" / "intra-doc_annotation",
            lambda home, _: home.glob("*/*.xml"),
            lambda home, reader, sample: meantime.measure(home, reader, sample=sample),
        ),
        Corpus(
            "copies",
            "120 Wikinews articles reprinted with declared edits",
            lambda shared: shared / "data" / "meantime" / "intra-doc_annotation",
            lambda home, _: home.glob("*/*.xml"),
            lambda home, reader, sample: (copies.measure(home), []),
        ),
        Corpus(
            "grouping",
            "the two sample stories among other news (MEANTIME, TimeML, MUC-4)",
            lambda shared: shared / "data",
            lambda home, sample: grouping.files_of(home),
            lambda home, reader, sample: grouping.measure(home, reader, sample=sample),
            parted=True,
        ),
        Corpus(
            "places",
            "113 excerpts on displacement (IDMC)",
            lambda shared: shared / "data" / "idmc",
            lambda home, _: [home / "idmc_labelled.csv"],
            lambda home, reader, sample: places.measure(home, reader, sample=sample),
        ),
        Corpus(
            "times",
            "TimeBank, AQUAINT and MEANTIME",
            lambda shared: shared / "data",
            lambda home, _: [*home.glob("timeml/*/*.tml"), *home.glob("meantime/intra-doc_annotation/*/*.xml")],
            lambda home, reader, sample: times.measure(home, reader, sample=sample),
            parted=True,
        ),
        Corpus(
            "speakers",
            "GUM dev, coreference",
            lambda shared: shared / "data" / "ud" / "gum",
            lambda home, _: [home / "dev.conllu"],
            lambda home, reader, sample: (speakers.measure(home), []),
        ),
        Corpus(
            "treebanks",
            "dev sets of two treebanks (GUM, EWT), words given",
            lambda shared: shared / "data" / "ud",
            lambda home, _: [home / name / "dev.conllu" for name in ("gum", "ewt")],
            lambda home, reader, sample: (treebanks.measure(home), []),
        ),
        Corpus(
            "polnear",
            "PolNeAR dev, whole articles",
            lambda shared: shared / "data" / "polnear" / "dev",
            _polnear_files,
            lambda home, reader, sample: polnear.measure(home, reader, sample=sample),
            parted=True,
        ),
        Corpus(
            "spans",
            "PolNeAR dev as rows of tokens (CofeNet's protocol)",
            lambda shared: shared / "data" / "cofenet",
            lambda home, _: [home / "valid.txt"],
            lambda home, reader, sample: spans.measure(home, reader, sample=sample),
            parted=True,
        ),
        Corpus(
            "rows",
            "the same rows, each read as a text of its own",
            lambda shared: shared / "data" / "cofenet",
            lambda home, _: [home / "valid.txt"],
            lambda home, reader, sample: spans.measure(home, reader, sample=sample, apart=True),
            parted=True,
            on_request=True,
        ),
    )
}


def corpus_hash(home: Path, files: Iterable[Path]) -> str:
    """SHA-256 over the names (below ``home``) and bytes of the files, whatever their order."""
    whole = hashlib.sha256()
    for path in sorted(files):
        body = path.read_bytes()
        whole.update(f"{path.relative_to(home).as_posix()}\n{len(body)}\n".encode())
        whole.update(body)
    return f"sha256:{whole.hexdigest()}"
