"""A network comes back out of its int8 file; runs where what trains the model is installed."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from training.export import GRAPH, export_onnx  # noqa: E402
from training.network import Network  # noqa: E402
from training.restore import restore  # noqa: E402


@pytest.mark.filterwarnings("ignore")  # the exporter's own, of what is to come in its next releases
def test_weights_come_back_as_eight_bits_kept_them(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Network(pos=3, relations=4, layers=2, inner=64, vocabulary=2001)
    with torch.no_grad():
        for parameter in network.parameters():  # equal ones would be stored once
            parameter.normal_(std=0.05)
    export_onnx(network, tmp_path / GRAPH, reduce_range=False, per_channel=True)
    manifest = {
        "pos": ["NOUN", "PUNCT", "VERB"],
        "relations": ["nsubj", "obj", "punct", "root"],
        "link_biases": network.link_biases.tolist(),
        "log_transitions": [[0.0] * 7] * 7,
        "start": [0.0] * 7,
        "training": {"arguments": {}, "averaged": []},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    again, described = restore(tmp_path)
    assert described["inner"] == 64 and described["relations"] == manifest["relations"]
    for (name, was), now in zip(network.named_parameters(), again.parameters(), strict=True):
        step = was.abs().max().item() / 127
        assert torch.allclose(was, now, atol=step + 1e-4), name
