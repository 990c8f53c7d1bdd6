"""A trained network as the int8 ONNX file that the package ships, with its manifest.

python -m training.export --model build/model.pt --base BASE --out src/reportedly/claims/model

Weights are quantised to signed 8 bits per output channel, activations as they come. One scale per tensor
costs about a point of whole-attribution F1; holding one bit back for processors without 8-bit dot products costs a
third of one.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from evaluation.treebanks import NAMES
from training.network import HEADS, HIDDEN, Network, load

GRAPH = "reader.onnx"
INPUTS = ("pieces", "shapes", "first", "sentences")
OUTPUTS = ("tags", "links", "pos", "heads", "relations", "names")


class OneWindow(nn.Module):
    """The network for one window: everything per word, syntax as chosen labels."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, sentences: Tensor) -> tuple[Tensor, ...]:
        hidden = self.network.encoder(pieces, shapes, None)
        words = torch.index_select(hidden[0], 0, first)[None]
        tags, links = self.network.attribution(words)
        arcs, rooted = self.network.arcs(words, sentences[None])
        heads = arcs.argmax(-1)
        relations = self.network.relation_scores(words, rooted, heads).argmax(-1)
        return (
            tags[0],
            links[0],
            self.network.pos(words).argmax(-1)[0],
            heads[0],
            relations[0],
            self.network.names(words).argmax(-1)[0],
        )


def export_onnx(network: Network, path: Path, *, reduce_range: bool, per_channel: bool) -> None:
    """Write the fused, quantised graph of a network."""
    network.eval()
    pieces = torch.randint(1000, 2000, (1, 40))
    given = (pieces, pieces % 16, torch.arange(1, 31), torch.arange(30) // 10)
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            OneWindow(network).eval(),
            given,
            str(plain),
            dynamo=False,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={
                "pieces": {1: "pieces"},
                "shapes": {1: "pieces"},
                **{name: {0: "words"} for name in ("first", "sentences", *OUTPUTS)},
            },
            opset_version=17,
        )
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        graph = optimizer.optimize_model(
            str(plain), "bert", num_heads=HEADS, hidden_size=HIDDEN, opt_level=1, optimization_options=options
        )
        graph.save_model_to_file(str(fused))
        quantize_dynamic(
            str(fused),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=per_channel,
            reduce_range=reduce_range,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def folder_sha256(paths: list[Path]) -> str:
    """One hash over the bytes of files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def data_hashes(data: Path) -> dict[str, str]:
    """Hash of each training set."""
    return {
        "polnear/train": folder_sha256([p for p in (data / "polnear/train").rglob("*") if p.is_file()]),
        "ud/gum/train": folder_sha256([data / "ud/gum/train.conllu"]),
        "ud/ewt/train": folder_sha256([data / "ud/ewt/train.conllu"]),
        "timeml": folder_sha256(list((data / "timeml").rglob("*.tml"))),
    }


def base_hashes(base: Path, teacher_base: Path | None) -> dict[str, str]:
    """Hash of the weights that training began with."""
    folders = {"all-MiniLM-L6-v2": base, "all-mpnet-base-v2": teacher_base}
    return {name: folder_sha256([folder / "model.safetensors"]) for name, folder in folders.items() if folder}


def describe(network: Network, described: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    """The manifest: what reads the outputs, and what made them. Decoding is as trained, not yet calibrated."""
    transitions = [[round(v, 5) for v in row] for row in described["transitions"]]
    return {
        "language": "en",
        "base": "all-MiniLM-L6-v2",
        "sha256": hashlib.sha256((args.out / GRAPH).read_bytes()).hexdigest(),
        "pos": described["pos"],
        "relations": described["relations"],
        "names": list(NAMES),
        "link_biases": [[round(v, 5) for v in row] for row in network.link_biases.tolist()],
        "transitions": transitions,
        "start": described["start"],
        "log_transitions": transitions,
        "bias": [0.0] * 7,
        "training": {
            "arguments": described["arguments"],
            "averaged": described.get("averaged", []),
            "bases": base_hashes(args.base, args.teacher_base),
            "data": data_hashes(args.data),
            "code": folder_sha256(list(Path(__file__).parent.glob("*.py"))),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--teacher-base", type=Path, help="the teacher's base, where the network had a teacher")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reduce-range", action="store_true", help="hold one bit of the weights back")
    parser.add_argument("--per-tensor", action="store_true", help="one scale for all channels of a weight")
    args = parser.parse_args()
    network, described = load(args.model)
    args.out.mkdir(parents=True, exist_ok=True)
    target = args.out / GRAPH
    export_onnx(network, target, reduce_range=args.reduce_range, per_channel=not args.per_tensor)
    shutil.copyfile(args.base / "tokenizer.json", args.out / "tokenizer.json")
    manifest = describe(network, described, args)
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
