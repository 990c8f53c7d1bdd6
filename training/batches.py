"""Examples as tensors."""

import random
from collections.abc import Callable

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.prepare import IGNORED, Example, vary_shapes


def pieces_with(tokenizer: Tokenizer) -> Callable[[str], list[int]]:
    """A function from a word to its piece numbers, remembering what it has seen."""
    seen: dict[str, list[int]] = {}
    unknown = tokenizer.token_to_id("[UNK]") or 0

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
    """Tensors of some examples: pieces [batch, pieces], everything else [batch, words].

    rng: draws the windows whose shapes are varied; none: all stay as they are.
    """

    def __init__(self, examples: list[Example], rng: random.Random | None) -> None:
        self.examples = examples
        self.pieces = _padded([e.window.pieces for e in examples], 0)
        self.shapes = _padded([vary_shapes(e.window.shapes, rng) if rng else e.window.shapes for e in examples], 0)
        lengths = torch.tensor([len(e.window.pieces) for e in examples])
        inside = torch.arange(self.pieces.size(1))[None] < lengths[:, None]
        self.mask = inside[:, None, None, :] if not bool(inside.all()) else None
        self.first = _padded([e.window.first for e in examples], 0)
        self.sentences = _padded([e.sentences for e in examples], -1)

    def column(self, name: str) -> Tensor:
        """Targets of one kind, :data:`training.prepare.IGNORED` where there are none."""
        rows = [getattr(e, name) or [IGNORED] * len(e.sentences) for e in self.examples]
        return _padded(rows, IGNORED)

    def taught(self) -> Tensor:
        """Row of each word in what the teacher said, :data:`training.prepare.IGNORED` where it said nothing."""
        rows = [
            [IGNORED] * len(e.sentences) if e.row is None else list(range(e.row, e.row + len(e.sentences)))
            for e in self.examples
        ]
        return _padded(rows, IGNORED)


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
