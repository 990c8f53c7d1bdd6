"""Choose the weight of tag transitions and the bias of single tags for an exported model, on the dev articles.

python -m training.calibrate --out src/reportedly/claims/model --data ../shared/data

Five numbers are chosen by coordinate search for the mean of the whole-attribution F1 (counted twice) and the three
exact-span F1, with the quantised model and the rules for sources as the program runs them, and written into the
manifest. Each half of the articles is scored apart as well with what the other half chose; that covers these five
numbers only, not what else was chosen on the same articles.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation.attributions import Score, Spans, score_exact, score_whole
from reportedly.claims.attribution import TAGS, Decoding, tag_spans
from reportedly.claims.sentences import Tokens, split_tokens
from reportedly.claims.sources import complete_sources
from reportedly.claims.tagger import Run, Tagger, read_manifest
from training.measure import as_spans, gold_spans
from training.prepare import ROLES, line_spans, polnear_articles, tag_article
from training.train import TRANSITION_WEIGHT


@dataclass(frozen=True, slots=True)
class Choice:
    """Weight of the log transitions and additions to the scores of single tags."""

    weight: float = TRANSITION_WEIGHT
    outside: float = 0.0
    source: float = 0.0
    cue: float = 0.0
    content: float = 0.0

    def decoding(self, transitions: list[list[float]], start: list[float]) -> Decoding:
        """transitions: log frequencies times ``TRANSITION_WEIGHT``."""
        steps = [[v if v < -1e3 else v * self.weight / TRANSITION_WEIGHT for v in row] for row in transitions]
        bias = [0.0] * len(TAGS)
        bias[0] = self.outside
        for role, value in enumerate((self.source, self.cue, self.content)):
            bias[1 + 2 * role] = value
        return Decoding(steps, start, bias)


GRID: dict[str, tuple[float, ...]] = {
    "outside": (-0.6, -0.45, -0.3, -0.15, 0.0),
    "weight": (0.15, 0.25, 0.35, 0.5),
    "cue": (-0.3, -0.15, 0.0, 0.15, 0.3),
    "content": (-0.3, 0.0, 0.3),
    "source": (-0.2, 0.0, 0.2),
}


@dataclass(frozen=True, slots=True)
class Article:
    """A dev article with what the graph says of it and what the annotators say."""

    tokens: Tokens
    runs: list[Run]
    gold: list[Spans]
    tags: list[int]


class Search:
    """Dev outputs held in memory, scored under any choice."""

    def __init__(self, tagger: Tagger, articles: list[Article], manifest: dict[str, Any]) -> None:
        self._tagger, self._articles = tagger, articles
        self._transitions, self._start = manifest["log_transitions"], manifest["start"]

    def scores(self, choice: Choice, part: slice = slice(None)) -> dict[str, Score]:
        """Whole and per-role scores of a part of the articles."""
        decoding = choice.decoding(self._transitions, self._start)
        total = {"whole": Score(0, 0, 0), **{role: Score(0, 0, 0) for role in ROLES}}
        for article in self._articles[part]:
            tokens = article.tokens
            tagged = self._tagger.decode(tokens, article.runs, decoding)
            found = complete_sources(tokens, tagged.syntax, tagged.attributions, tagged.stretches)
            predicted = [as_spans(tokens, range(len(tokens)), each) for each in found]
            total["whole"] += score_whole(tokens.text, article.gold, predicted)[0]
            for role, name in enumerate(ROLES):
                total[name] += score_exact(
                    [(a, b) for r, a, b in tag_spans(article.tags) if r == role],
                    [(a, b) for r, a, b in tagged.stretches if r == role],
                )
        return total

    def worth(self, choice: Choice, part: slice) -> float:
        scores = self.scores(choice, part)
        return (scores["whole"].f1 + sum(s.f1 for s in scores.values())) / (len(scores) + 1)

    def best(self, part: slice = slice(None)) -> Choice:
        """One round of coordinate search."""
        chosen = Choice()
        top = self.worth(chosen, part)
        for name, values in GRID.items():
            for value in values:
                trial = replace(chosen, **{name: value})
                worth = self.worth(trial, part)
                if worth > top + 1e-5:
                    chosen, top = trial, worth
        return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, required=True, help="folder of the exported model")
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    tagger, manifest = Tagger.load(args.out), read_manifest(args.out)
    articles = []
    for _, text, paths in polnear_articles(args.data / "polnear/dev"):
        tokens = split_tokens(text, line_spans(text))
        articles.append(
            Article(tokens, tagger.run(tokens), gold_spans(paths[0]), tag_article(tokens, paths[0])[0])
        )
    search = Search(tagger, articles, manifest)
    halves = slice(0, None, 2), slice(1, None, 2)
    crossed = [search.scores(search.best(halves[1 - i]), halves[i]) for i in (0, 1)]
    chosen = search.best()
    rows = {
        "as trained": search.scores(Choice()),
        "halves, each chosen on the other": {k: crossed[0][k] + crossed[1][k] for k in crossed[0]},
        f"chosen on all: {chosen}": search.scores(chosen),
    }
    for label, scores in rows.items():
        print(label, {k: f"{s.precision:.3f} {s.recall:.3f} {s.f1:.4f}" for k, s in scores.items()}, flush=True)
    decoding = chosen.decoding(manifest["log_transitions"], manifest["start"])
    manifest |= {
        "transitions": [[round(v, 5) for v in row] for row in decoding.transitions],
        "bias": decoding.bias,
        "dev": {
            label.split(":")[0]: {k: round(100 * s.f1, 2) for k, s in scores.items()}
            for label, scores in rows.items()
        },
    }
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
