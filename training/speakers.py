"""Weights of the speaker ranker, learned from GUM's coreference chains.

    python -m training.speakers ../shared/data/ud/gum [--rounds 200] [--penalty 3.0]

The texts of the train split are read with the program's own model, mentions found as the program
finds them, and for every noun phrase and pronoun the ranker learns to prefer the chain that holds
a mention of the same gold chain, or a new chain where there is none (log-likelihood, softmax over
the candidates, chains joined as gold says). The weights go to ``lexicons/speaker_weights.tsv``,
two decimals, smallest left out. The same texts give the same file: no random numbers.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.speakers import GoldText, gold_chains, measure_texts, read_gum, source_words
from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.chains import Linker
from reportedly.claims.speakers.mentions import find_mentions
from reportedly.claims.speakers.ranking import Weights, start_features
from reportedly.claims.speakers.ties import find_ties
from reportedly.claims.tagger import Tagged, Tagger

TABLE = Path(__file__).parents[1] / "src/reportedly/claims/lexicons/speaker_weights.tsv"
_SMALLEST = 0.02
#: How often a choice of a news text or interview counts: GUM is mostly other prose, our texts are news.
NEWS_WEIGHT = 4.0

#: One choice: features of each candidate, a new chain first, and which of them are right.
Choice = tuple[list[list[str]], list[bool]]


@dataclass
class Columns:
    """Choices as columns: ``features[k]`` holds for ``candidates[k]``; each candidate is of one choice."""

    names: dict[str, int] = field(default_factory=dict)
    features: list[int] = field(default_factory=list)
    candidates: list[int] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, choice: Choice, number: int, weight: float) -> None:
        """Append one choice; ``weight`` is how often it counts."""
        for features, right in zip(*choice, strict=True):
            candidate = len(self.choices)
            self.choices.append(number)
            self.right.append(right)
            self.weights.append(weight)
            for name in features:
                self.features.append(self.names.setdefault(name, len(self.names)))
                self.candidates.append(candidate)


def collect_choices(text: GoldText, tagged: Tagged) -> list[Choice]:
    """The choices that one text asks of the ranker, with what gold says."""
    mentions = find_mentions(text.tokens, tagged.syntax, tagged.names, source_words(tagged))
    gold = gold_chains(text, mentions)
    linker = Linker(text.tokens, mentions, find_ties(text.tokens, tagged.syntax, mentions))
    choices: list[Choice] = []
    for index, mention in enumerate(mentions):
        settled = linker.settled(index)
        if settled is not None or mention.form == "name" or mention.indefinite:
            linker.join(index, settled)
            continue
        candidates = linker.candidates(index)
        right = [_holds(chain, gold, gold[index]) for chain, _ in candidates]
        if candidates and gold[index]:
            features = [start_features(mention), *(found for _, found in candidates)]
            choices.append((features, [not any(right), *right]))
        target = next((chain for (chain, _), held in zip(candidates, right, strict=True) if held), None)
        linker.join(index, target)
    return choices


def _holds(chain: Chain, gold: Sequence[frozenset[str]], wanted: frozenset[str]) -> bool:
    return any(gold[i] & wanted for i in chain.mentions)


def learn_weights(columns: Columns, rounds: int, penalty: float) -> Weights:
    """Weights of highest likelihood with a squared penalty, by Adam over all choices at once."""
    given = _Arrays(columns)
    weights = np.zeros(len(columns.names))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, rounds + 1):
        slope = _slope(weights, given) - penalty * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights += 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return Weights({name: round(float(weights[i]), 2) for name, i in columns.names.items()})


class _Arrays:
    """The columns as arrays, for speed."""

    def __init__(self, columns: Columns) -> None:
        self.features: NDArray[np.int64] = np.asarray(columns.features)
        self.candidates: NDArray[np.int64] = np.asarray(columns.candidates)
        self.choices: NDArray[np.int64] = np.asarray(columns.choices)
        self.right: NDArray[np.bool_] = np.asarray(columns.right)
        self.weights: NDArray[np.float64] = np.asarray(columns.weights)


def _slope(weights: NDArray[np.float64], given: _Arrays) -> NDArray[np.float64]:
    """Gradient of the log-likelihood that one of the right candidates is chosen."""
    sums = np.bincount(given.candidates, weights[given.features], minlength=len(given.choices))
    scores = np.exp(sums.clip(-30, 30))
    share = scores / np.bincount(given.choices, scores)[given.choices]
    good = scores * given.right
    wanted = good / np.bincount(given.choices, good)[given.choices]
    pull = (wanted - share) * given.weights
    found = np.bincount(given.features, pull[given.candidates], minlength=len(weights))
    return found.astype(np.float64)


def write_table(weights: Weights, path: Path = TABLE) -> None:
    """The weights as a lexicon, in the order of their names."""
    lines = ["feature\tweight\tsource"]
    for name, weight in sorted(weights.by_feature.items()):
        if abs(weight) >= _SMALLEST:
            lines.append(f"{name}\t{weight:.2f}\ttraining/speakers.py on GUM train")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def train(pairs: Sequence[tuple[GoldText, Tagged]], rounds: int, penalty: float) -> Weights:
    """Weights learned from texts that are tagged already."""
    columns = Columns()
    number = 0
    for text, tagged in pairs:
        for choice in collect_choices(text, tagged):
            columns.add(choice, number, NEWS_WEIGHT if text.news else 1.0)
            number += 1
    print(f"{number} choices, {len(columns.choices)} candidates, {len(columns.names)} features", file=sys.stderr)
    return learn_weights(columns, rounds, penalty)


def main() -> None:
    """Learn from the train split, write the table, print the accuracy on dev."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("home", type=Path, help="the folder with GUM's train.conllu and dev.conllu")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--penalty", type=float, default=3.0)
    options = parser.parse_args()
    tagger = Tagger.load()
    tagged = [(text, tagger.tag(text.tokens)) for text in read_gum(options.home / "train.conllu")]
    weights = train(tagged, options.rounds, options.penalty)
    write_table(weights)
    dev = [(text, tagger.tag(text.tokens)) for text in read_gum(options.home / "dev.conllu")]
    print(measure_texts(dev, weights).shares)


if __name__ == "__main__":
    main()
