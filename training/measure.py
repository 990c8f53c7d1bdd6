"""Dev scores of a network: attribution on PolNeAR, syntax and names on the treebanks."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from evaluation.attributions import Score, Spans, score_exact, score_whole
from reportedly.claims.attribution import Attribution, Decoding, decode_attributions, tag_spans
from reportedly.claims.sentences import Tokens, split_tokens
from reportedly.claims.windows import Window, cut_windows
from training.network import Attributor, Network
from training.prepare import (
    IGNORED,
    ROLES,
    Example,
    line_spans,
    polnear_articles,
    read_annotation,
    tag_article,
)

Scored = tuple[Any, Any]


class DevArticle:
    """A PolNeAR article, its windows, its gold."""

    def __init__(
        self, text: str, annotation: Path, pieces_of: Callable[[str], list[int]], cls: int, sep: int
    ) -> None:
        self.tokens: Tokens = split_tokens(text, line_spans(text))
        self.windows: list[Window] = cut_windows(self.tokens, pieces_of, cls, sep)
        self.tags = tag_article(self.tokens, annotation)[0]
        self.gold = gold_spans(annotation)


def gold_spans(annotation: Path) -> list[Spans]:
    """Annotated attributions with a cue or a content, as places in the text."""
    mentions, events = read_annotation(annotation)
    gold = []
    for event in events:
        roles = [
            tuple(sorted(s for key in event.get(role, []) if key in mentions for s in mentions[key][1]))
            for role in ROLES
        ]
        if roles[1] or roles[2]:
            gold.append(Spans(*roles))
    return gold


def dev_articles(root: Path, pieces_of: Callable[[str], list[int]], cls: int, sep: int) -> list[DevArticle]:
    return [DevArticle(text, paths[0], pieces_of, cls, sep) for _, text, paths in polnear_articles(root)]


def run_windows(network: Attributor, articles: list[DevArticle]) -> list[list[Scored]]:
    """Tag scores and links of every window of every article."""
    network.eval()
    found = []
    with torch.inference_mode():
        for article in articles:
            rows = []
            for w in article.windows:
                words = network.encode(
                    torch.tensor([w.pieces]), torch.tensor([w.shapes]), None, torch.tensor([w.first])
                )
                tags, links = network.attribution(words)
                rows.append((tags[0].float().numpy(), links[0].float().numpy()))
            found.append(rows)
    return found


def _places(tokens: Tokens, words: Sequence[int], span: tuple[int, int]) -> tuple[int, int]:
    return tokens.starts[words[span[0]]], tokens.ends[words[span[1] - 1]]


def as_spans(tokens: Tokens, words: Sequence[int], found: Attribution) -> Spans:
    """An attribution as places in the text; ``words`` are the tokens its ranges count."""
    return Spans(
        (_places(tokens, words, found.source),) if found.source else (),
        (_places(tokens, words, found.cue),),
        tuple(_places(tokens, words, c) for c in found.contents),
    )


def measure_attribution(
    articles: list[DevArticle], outputs: list[list[Scored]], biases: Any, decoding: Decoding
) -> dict[str, Score]:
    """Whole-attribution score and exact spans per role (as words, nothing stripped)."""
    total = {"whole": Score(0, 0, 0), **{role: Score(0, 0, 0) for role in ROLES}}
    for article, rows in zip(articles, outputs, strict=True):
        predicted: list[Spans] = []
        exact: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for window, (tags, links) in zip(article.windows, rows, strict=True):
            spans, attributions = decode_attributions(
                tags,
                links,
                biases,
                [article.tokens.sentences[i] for i in window.words],
                [article.tokens.paragraphs[i] for i in window.words],
                decoding,
            )
            predicted += [as_spans(article.tokens, window.words, a) for a in attributions]
            for role, a, b in spans:
                exact[ROLES[role]].append((window.words[a], window.words[b - 1]))
        total["whole"] += score_whole(article.tokens.text, article.gold, predicted)[0]
        gold = tag_spans(article.tags)
        for role, name in enumerate(ROLES):
            total[name] += score_exact([(a, b - 1) for r, a, b in gold if r == role], exact[name])
    return total


def measure_syntax(network: Network, examples: list[Example], nummod: int) -> dict[str, float]:
    """UPOS, UAS, LAS (percent of words), name F1 (percent), nummod head and label (percent)."""
    network.eval()
    words = pos = uas = las = 0
    number = [0, 0]
    names = Score(0, 0, 0)
    with torch.inference_mode():
        for e in examples:
            w = e.window
            h = network.encode(torch.tensor([w.pieces]), torch.tensor([w.shapes]), None, torch.tensor([w.first]))
            arcs, rooted = network.arcs(h, torch.tensor([e.sentences]))
            heads = arcs.argmax(-1)
            relations = network.relation_scores(h, rooted, heads).argmax(-1)[0].numpy()
            gold_heads, gold_relations = np.array(e.heads), np.array(e.relations)
            right = heads[0].numpy() == gold_heads
            both = right & (relations == gold_relations)
            words += len(w.words)
            pos += int((network.pos(h).argmax(-1)[0].numpy() == np.array(e.pos)).sum())
            uas += int(right.sum())
            las += int(both.sum())
            counted = gold_relations == nummod
            number[0] += int(both[counted].sum())
            number[1] += int(counted.sum())
            if e.names and e.names[0] != IGNORED:
                got = network.names(h).argmax(-1)[0].tolist()
                names += score_exact(
                    [(a, b * 10 + r) for r, a, b in tag_spans(e.names)],
                    [(a, b * 10 + r) for r, a, b in tag_spans(got)],
                )
    share = 100 / max(words, 1)
    return {
        "upos": pos * share,
        "uas": uas * share,
        "las": las * share,
        "names": 100 * names.f1,
        "nummod": 100 * number[0] / max(number[1], 1),
    }
