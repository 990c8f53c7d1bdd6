"""A larger network of the same heads, whose scores the shipped one learns: all-mpnet-base-v2 (Apache-2.0)."""

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Dropout

WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 12
BUCKETS, FARTHEST = 32, 128
#: Lowest layers that keep what they were given.
FROZEN = 3
#: Its vocabulary is that of the small encoder moved on by four; these are the pieces that are not.
SHIFT, START, PAD, END = 4, 0, 1, 2


def relative_buckets(length: int) -> Tensor:
    """Bucket of each pair of places [length, length], near ones exact, far ones by logarithm."""
    places = torch.arange(length)
    distance = places[:, None] - places[None, :]
    half = BUCKETS // 2
    buckets = (distance < 0).long() * half
    size = distance.abs()
    exact = half // 2
    far = exact + (size.clamp(min=1).float() / exact).log() / math.log(FARTHEST / exact) * (half - exact)
    return buckets + torch.where(size < exact, size, far.long().clamp(max=half - 1))


class TeacherLayer(nn.Module):
    """One layer with attention biased by relative place."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-5)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = dropout

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), HEADS, WIDTH // HEADS).transpose(1, 2)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        q, k, v = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        scores = torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(WIDTH // HEADS)) + bias.to(q.dtype)
        joined = torch.matmul(torch.softmax(scores, -1).to(v.dtype), v).transpose(1, 2).reshape(x.shape)
        x = self.norm_attention(self.dropout(self.out(joined)) + x)
        inner = self.dropout(self.down(functional.gelu(self.up(x))))
        out: Tensor = self.norm_output(inner + x)
        return out


class TeacherEncoder(nn.Module):
    """all-mpnet-base-v2 with an added embedding per word class, fed with the small encoder's pieces."""

    width = WIDTH

    def __init__(self, cls: int, sep: int) -> None:
        super().__init__()
        self.words = nn.Embedding(30527, WIDTH)
        self.positions = nn.Embedding(514, WIDTH)
        self.classes = nn.Embedding(16, WIDTH)
        nn.init.zeros_(self.classes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = Dropout()
        self.near = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(TeacherLayer(self.dropout) for _ in range(LAYERS))
        self.cls, self.sep = cls, sep

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        own = torch.where(pieces == self.cls, START, torch.where(pieces == self.sep, END, pieces + SHIFT))
        own = torch.where(pieces == 0, PAD, own)
        places = torch.arange(2, 2 + pieces.size(1))
        with torch.no_grad():
            x: Tensor = self.dropout(self.norm(self.words(own) + self.positions(places)[None]))
        bias = self.near(relative_buckets(pieces.size(1))).permute(2, 0, 1)[None]
        if mask is not None:
            bias = bias + torch.where(mask, 0.0, -1e4)
        with torch.no_grad():
            for layer in self.layers[:FROZEN]:
                x = layer(x, bias)
        x = x + self.classes(shapes)
        for layer in self.layers[FROZEN:]:
            x = layer(x, bias)
        return x

    def load_base(self, folder: Path) -> None:
        """Weights of the base model."""
        from safetensors.torch import load_file

        given = load_file(str(folder / "model.safetensors"))
        names = {
            "words": "embeddings.word_embeddings",
            "positions": "embeddings.position_embeddings",
            "norm": "embeddings.LayerNorm",
            "near": "encoder.relative_attention_bias",
        }
        for i in range(LAYERS):
            for own, theirs in (
                ("query", "attention.attn.q"),
                ("key", "attention.attn.k"),
                ("value", "attention.attn.v"),
                ("out", "attention.attn.o"),
                ("norm_attention", "attention.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm_output", "output.LayerNorm"),
            ):
                names[f"layers.{i}.{own}"] = f"encoder.layer.{i}.{theirs}"
        state = self.state_dict()
        for own, theirs in names.items():
            for part in ("weight", "bias"):
                if f"{theirs}.{part}" in given:
                    state[f"{own}.{part}"] = given[f"{theirs}.{part}"]
        self.load_state_dict(state)
