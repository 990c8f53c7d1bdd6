"""What capitals cost: the same texts as written, and in capitals.

    python -m evaluation.capitals [--step N]

Prints the shares of :mod:`evaluation.prose` and of every sixth (or N-th) article of PolNeAR dev for
three readings: of the texts as they are; of the texts in capitals, the reader given them as they
stand; and of the texts in capitals as the program reads them, in their usual case
(:mod:`reportedly.claims.casing`). Last, how many words get back the case they were written with:
counted are words of letters, by shape (small, Capital, CAPITALS, mixed).
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evaluation import polnear, prose
from evaluation.folders import SHARED
from evaluation.outcome import percent
from evaluation.predictions import attributions_of
from evaluation.texts import Text, read_texts
from reportedly.claims.casing import usual_case
from reportedly.claims.sentences import word_shape
from reportedly.pipeline import ReadsReports
from reportedly.terms import Produced, Reading, Report

_WORD = re.compile(r"[^\W\d_]+")


def in_capitals(text: str) -> str:
    """The text in capitals, letter for letter: what has no single capital stays.

    >>> in_capitals("Straße 5")
    'STRAßE 5'
    """
    return "".join(sign.upper() if len(sign.upper()) == 1 else sign for sign in text)


class AsItStands:
    """A reader that gives the model and the rules a text in capitals as it stands."""

    def __init__(self, reader: object) -> None:
        from reportedly.claims import Reader

        assert isinstance(reader, Reader)
        self._reader = reader

    @property
    def produced(self) -> Produced:
        """What makes the readings."""
        return self._reader.produced

    def read(self, report: Report) -> Reading:
        """What the report says, read without a look at its case."""
        tokens = self._reader.split(report)
        tagged = self._reader.tag(tokens)
        return self._reader.assemble(report, tokens, tagged, self._reader.find_numbers(report, tokens))


def prose_shares(home: Path, reader: ReadsReports, *, capitals: bool) -> Mapping[str, float]:
    """Shares of the prose figures."""
    texts = prose.load_texts(home)
    if capitals:
        texts = [replace(text, body=in_capitals(text.body)) for text in texts]
    return prose.score_prose(prose.load_gold(home / "gold.jsonl"), read_texts(texts, reader).by_name).shares


def polnear_shares(
    articles: Sequence[polnear.Article], reader: ReadsReports, *, capitals: bool
) -> Mapping[str, float]:
    """Shares of the attributions of the articles."""
    texts = [Text(a.stem, in_capitals(a.text) if capitals else a.text) for a in articles]
    readings = read_texts(texts, reader).by_name
    found = {name: attributions_of(reading) for name, reading in readings.items()}
    return polnear.score_articles(found, articles).shares


def restored_share(texts: Sequence[str]) -> float:
    """Percent of the words of letters that get their shape back from capitals."""
    right = total = 0
    for text in texts:
        for line in text.splitlines():
            again = usual_case(in_capitals(line))
            for word in _WORD.finditer(line):
                total += 1
                right += word_shape(word[0]) == word_shape(again[word.start() : word.end()])
    return percent(right, total)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    from reportedly.claims import Reader

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--step", type=int, default=polnear.SAMPLE_STEP, help="every how many PolNeAR articles")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the data for building lies")
    options = parser.parse_args(arguments)
    reader = Reader.load()
    bare = AsItStands(reader)
    figures = options.shared / "data" / "figures"
    articles = list(polnear.articles(options.shared / "data" / "polnear" / "dev"))[:: options.step]
    print(f"{'':24}{'as written':>12}{'as it stands':>14}{'usual case':>12}")
    for shares in (
        [prose_shares(figures, r, capitals=c) for r, c in ((reader, False), (bare, True), (reader, True))],
        [polnear_shares(articles, r, capitals=c) for r, c in ((reader, False), (bare, True), (reader, True))],
    ):
        for name in shares[0]:
            print(f"{name:24}{shares[0][name]:12.1f}{shares[1][name]:14.1f}{shares[2][name]:12.1f}")
    print(f"words that get their case back: {restored_share([article.text for article in articles]):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
