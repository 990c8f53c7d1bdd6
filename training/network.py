"""The network: one small encoder, heads for attribution, syntax and names."""

import json
import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from evaluation.treebanks import NAMES
from reportedly.claims.attribution import DISTANCES, LINK_WIDTH, TAGS

HIDDEN, HEADS = 384, 12
ARC_WIDTH, RELATION_WIDTH = 160, 64


class Dropout(nn.Module):
    """Dropout whose masks are cut from one long row drawn once: drawing each took a tenth of a step."""

    row: Tensor

    def __init__(self, share: float = 0.1, length: int = 1 << 23) -> None:
        super().__init__()
        kept = (torch.rand(length) >= share).to(torch.bfloat16) / (1 - share)
        self.register_buffer("row", kept, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        start = int(torch.randint(self.row.numel() - x.numel(), ()))
        return x * self.row[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One BERT layer; attention written out, which is faster on processors with matrix units and can be fused."""

    def __init__(self, inner: int, dropout: nn.Module) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm_attention = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        self.norm_output = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), HEADS, HIDDEN // HEADS).permute(0, 2, 1, 3)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        q, k, v = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(HIDDEN // HEADS)
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        context = torch.matmul(torch.softmax(scores, -1).to(v.dtype), v)
        joined = context.permute(0, 2, 1, 3).contiguous()
        joined = joined.view(joined.size(0), joined.size(1), HIDDEN)
        x = self.norm_attention(self.dropout(self.out(joined)) + x)
        inner = self.dropout(self.down(functional.gelu(self.up(x))))
        out: Tensor = self.norm_output(inner + x)
        return out


def units_by_worth(up: Tensor, down: Tensor) -> Tensor:
    """Numbers of the feed-forward units [units], those of the largest weight product first."""
    worth = up.norm(dim=1) * down.norm(dim=0)
    return worth.argsort(descending=True, stable=True)


class Encoder(nn.Module):
    """all-MiniLM-L6-v2 with an added embedding per word class (shape, quoted)."""

    def __init__(self, layers: int, inner: int, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.classes = nn.Embedding(16, HIDDEN)
        nn.init.zeros_(self.classes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(inner, self.dropout) for _ in range(layers))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        places = torch.arange(pieces.size(1), device=pieces.device)
        x: Tensor = self.words(pieces) + self.positions(places)[None] + self.classes(shapes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_base(self, folder: Path) -> None:
        """Weights of the base model; the feed-forward units of largest weight product are kept."""
        from safetensors.torch import load_file

        given: dict[str, Tensor] = load_file(str(folder / "model.safetensors"))
        given = {k.removeprefix("bert."): v.float() for k, v in given.items()}
        with torch.no_grad():
            self.words.weight.copy_(given["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                given["embeddings.position_embeddings.weight"]
                + given["embeddings.token_type_embeddings.weight"][0]
            )
            self.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                at = f"encoder.layer.{i}."
                for part, name in (
                    (layer.query, "attention.self.query"),
                    (layer.key, "attention.self.key"),
                    (layer.value, "attention.self.value"),
                    (layer.out, "attention.output.dense"),
                    (layer.norm_attention, "attention.output.LayerNorm"),
                    (layer.norm_output, "output.LayerNorm"),
                ):
                    part.weight.copy_(given[at + name + ".weight"])
                    part.bias.copy_(given[at + name + ".bias"])
                up, bias = given[at + "intermediate.dense.weight"], given[at + "intermediate.dense.bias"]
                down = given[at + "output.dense.weight"]
                kept = units_by_worth(up, down)[: layer.up.out_features].sort().values
                layer.up.weight.copy_(up[kept])
                layer.up.bias.copy_(bias[kept])
                layer.down.weight.copy_(down[:, kept])
                layer.down.bias.copy_(given[at + "output.dense.bias"])


class Attributor(nn.Module):
    """An encoder of any width and the attribution heads. All outputs are per word, taken at its first piece."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = Dropout()
        self.tags = nn.Linear(width, len(TAGS))
        self.links = nn.Linear(width, 4 * LINK_WIDTH)
        self.no_source = nn.Linear(width, 1)
        nn.init.zeros_(self.no_source.weight)
        nn.init.constant_(self.no_source.bias, -4.0)
        # near beats far before anything is learned: without this the linker starts from nothing
        near = -0.4 * (torch.arange(DISTANCES) - DISTANCES // 2).abs().float()
        self.link_biases = nn.Parameter(torch.cat([near, torch.tensor([0.0, -1.0, -3.0])]).repeat(2, 1))

    def encode(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        """Hidden states of words [batch, words, width]."""
        hidden = self.encoder(pieces, shapes, mask)
        words: Tensor = self.dropout(hidden.gather(1, first[..., None].expand(-1, -1, hidden.size(-1))))
        return words

    def attribution(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores [batch, words, 7] and links [batch, words, 4 x 128 + 1]."""
        return self.tags(words), torch.cat([torch.tanh(self.links(words)), self.no_source(words)], -1)


class Network(Attributor):
    """The network that ships: the small encoder with all heads."""

    def __init__(
        self, pos: int, relations: int, layers: int = 6, inner: int = 1536, vocabulary: int = 30522
    ) -> None:
        super().__init__(Encoder(layers, inner, vocabulary), HIDDEN)
        self.size = {"layers": layers, "inner": inner}
        self.pos = nn.Linear(HIDDEN, pos)
        self.names = nn.Linear(HIDDEN, len(NAMES))
        self.arc_head, self.arc_child = nn.Linear(HIDDEN, ARC_WIDTH), nn.Linear(HIDDEN, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH)  # its bias is the score of a head by itself
        self.root = nn.Parameter(torch.zeros(HIDDEN))
        self.relation_head, self.relation_child = (nn.Linear(HIDDEN, RELATION_WIDTH) for _ in range(2))
        self.relation = nn.Linear(RELATION_WIDTH, relations * (RELATION_WIDTH + 1))
        nn.init.normal_(self.arc.weight, std=0.01)
        nn.init.normal_(self.relation.weight, std=0.01)

    def arcs(self, words: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor]:
        """Arc scores [batch, words, 1 + words] (column 0: the root) and the states of heads with it.

        sentences: [batch, words], the number of each word's sentence; padding has -1. A word's head
        is the root or another word of its sentence.
        """
        rooted = torch.cat([self.root.expand(words.size(0), 1, HIDDEN), words], 1)
        child = functional.gelu(self.arc_child(words))
        head = functional.gelu(self.arc_head(rooted))
        mixed = self.arc(child)
        scores = torch.matmul(mixed, head.transpose(1, 2))
        same = (sentences[:, :, None] == sentences[:, None, :]).to(scores.dtype)
        itself = torch.eye(words.size(1), dtype=scores.dtype, device=words.device)[None]
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same * (1 - itself)], 2)
        return scores + (allowed - 1) * 1e4, rooted

    def relation_scores(self, words: Tensor, rooted: Tensor, heads: Tensor) -> Tensor:
        """Relation scores [batch, words, relations] for the given heads (0: the root)."""
        states = rooted.gather(1, heads[..., None].expand(-1, -1, HIDDEN))
        head = functional.gelu(self.relation_head(states))
        child = functional.gelu(self.relation_child(words))
        mixed = self.relation(child)
        mixed = mixed.view(mixed.size(0), mixed.size(1), -1, RELATION_WIDTH + 1)
        scores: Tensor = torch.matmul(mixed[..., :-1], head[..., None])[..., 0] + mixed[..., -1]
        return scores


def save(network: Network, path: Path, described: dict[str, Any]) -> None:
    """Weights and what is needed to build the network again."""
    torch.save({"weights": network.state_dict(), "described": json.dumps(described)}, path)


def load(path: Path) -> tuple[Network, dict[str, Any]]:
    """A saved network and its description."""
    held = torch.load(path, weights_only=True)
    described: dict[str, Any] = json.loads(held["described"])
    network = Network(len(described["pos"]), len(described["relations"]), described["layers"], described["inner"])
    network.load_state_dict(held["weights"])
    return network, described
