"""Give a trained network back the feed-forward units of the base model that were pruned before training.

python -m training.grow --model build/mean.pt --base BASE --out build/grown.pt

What the new units give is weighed with zero at first, so that the grown network says what the former said until
it is trained on, and a mean of both remains a network.
"""

import argparse
from pathlib import Path
from typing import Any

import torch

from training.network import Encoder, Layer, Network, load, save, units_by_worth


def grown(network: Network, described: dict[str, Any], base: Path) -> Network:
    """The same function with all units of the base model."""
    from safetensors.torch import load_file

    given = {k.removeprefix("bert."): v.float() for k, v in load_file(str(base / "model.safetensors")).items()}
    inner = given["encoder.layer.0.intermediate.dense.bias"].numel()
    larger = Network(len(described["pos"]), len(described["relations"]), described["layers"], inner)
    held = network.state_dict()
    assert isinstance(network.encoder, Encoder)
    for i, layer in enumerate(network.encoder.layers):
        assert isinstance(layer, Layer)
        at, name = f"encoder.layer.{i}.", f"encoder.layers.{i}."
        up, bias = given[at + "intermediate.dense.weight"], given[at + "intermediate.dense.bias"]
        pruned = units_by_worth(up, given[at + "output.dense.weight"])[described["inner"] :].sort().values
        held[name + "up.weight"] = torch.cat([held[name + "up.weight"], up[pruned]])
        held[name + "up.bias"] = torch.cat([held[name + "up.bias"], bias[pruned]])
        silent = held[name + "down.weight"].new_zeros(up.shape[1], pruned.numel())
        held[name + "down.weight"] = torch.cat([held[name + "down.weight"], silent], 1)
    larger.load_state_dict(held)
    return larger


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    network, described = load(args.model)
    larger = grown(network, described, args.base)
    save(larger, args.out, described | larger.size)


if __name__ == "__main__":
    main()
