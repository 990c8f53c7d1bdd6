"""A weighted mean of saved networks that come from one run.

python -m training.average --out build/model.pt build/run-2.pt=3 build/run-3.pt=2 build/run-4.pt=3

Networks of one run lie close enough for their mean to be a network, and better than each of them: quantised and
with the rule for sources, whole-attribution F1 on PolNeAR dev was 74.0 after epoch 3 alone and 74.7 for the mean.
"""

import argparse
from pathlib import Path

import torch

from training.network import load, save


def average_networks(parts: list[tuple[Path, float]], out: Path) -> None:
    """Write the mean of the networks, each with its weight, described as the last one is."""
    total = sum(weight for _, weight in parts)
    network, described = load(parts[-1][0])
    mean = {name: torch.zeros_like(value) for name, value in network.state_dict().items()}
    for path, weight in parts:
        for name, value in load(path)[0].state_dict().items():
            mean[name] += value * (weight / total)
    network.load_state_dict(mean)
    described["averaged"] = [f"{path.stem}={weight:g}" for path, weight in parts]
    save(network, out, described)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("parts", nargs="+", help="PATH=WEIGHT")
    args = parser.parse_args()
    parts = [part.rpartition("=") for part in args.parts]
    average_networks([(Path(path), float(weight)) for path, _, weight in parts], args.out)


if __name__ == "__main__":
    main()
