"""The network back out of an int8 file and its manifest, to train on from where the saved one is gone.

python -m training.restore --model src/reportedly/claims/model --out build/start.pt

Weights come back as 8 bits kept them; biases, norms and the linker's biases come back as they were.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from reportedly.claims.tagger import read_manifest
from training.export import GRAPH
from training.network import HIDDEN, Network, save

Arrays = dict[str, NDArray[Any]]


def _plain(held: Arrays, name: str) -> Tensor:
    """A weight in floating point, from its integers, scales and zero points."""
    scale, zero = held[f"{name}_scale"], held[f"{name}_zero_point"]
    whole = held[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)
    return torch.from_numpy(np.asarray(whole * scale, dtype=np.float32))


def restored_weights(graph: Any) -> dict[str, Tensor]:
    """Weights of the network by the names of its state."""
    held: Arrays = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    prefix = "network."
    state = {n.removeprefix(prefix): torch.tensor(v) for n, v in held.items() if n.startswith(prefix)}
    state = {n: v for n, v in state.items() if n.endswith((".bias", ".weight")) or n == "root"}
    for table in ("words", "positions", "classes"):
        state[f"encoder.{table}.weight"] = _plain(held, f"network.encoder.{table}.weight")
    for node in graph.node:
        if node.op_type == "QAttention":
            layer = node.input[1].split("_")[1]
            weight = _plain(held, node.input[1].removesuffix("_quantized")).T
            bias = torch.tensor(held[node.input[2]])
            for k, part in enumerate(("query", "key", "value")):
                rows = slice(k * HIDDEN, (k + 1) * HIDDEN)
                state[f"encoder.layers.{layer}.{part}.weight"] = weight[rows].contiguous()
                state[f"encoder.layers.{layer}.{part}.bias"] = bias[rows].contiguous()
        elif node.op_type == "MatMulInteger":
            module = node.output[0].partition("/MatMul")[0].strip("/").replace("/", ".")
            name = module.removeprefix(prefix)
            state[f"{name}.weight"] = _plain(held, node.input[1].removesuffix("_quantized")).T.contiguous()
    return state


def restore(folder: Path) -> tuple[Network, dict[str, Any]]:
    """The network of a model folder and its description."""
    manifest = read_manifest(folder)
    state = restored_weights(onnx.load(str(folder / GRAPH)).graph)
    state["link_biases"] = torch.tensor(manifest["link_biases"])
    inner, vocabulary = (state[f"encoder.{name}.weight"].shape[0] for name in ("layers.0.up", "words"))
    layers = sum(name.endswith(".up.weight") for name in state)
    network = Network(len(manifest["pos"]), len(manifest["relations"]), layers, inner, vocabulary)
    network.load_state_dict(state)
    described = {
        "pos": manifest["pos"],
        "relations": manifest["relations"],
        **network.size,
        "transitions": manifest["log_transitions"],
        "start": manifest["start"],
        "arguments": manifest["training"]["arguments"],
        "averaged": manifest["training"]["averaged"],
    }
    return network, described


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    network, described = restore(args.model)
    save(network, args.out, described)


if __name__ == "__main__":
    main()
