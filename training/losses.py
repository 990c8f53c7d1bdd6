"""What training makes small."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.claims.attribution import LINK_WIDTH, Decoding, link_features
from training.batches import Batch
from training.network import Attributor, Network
from training.prepare import IGNORED, Example

#: Weight of the linker's loss beside that of the tags.
LINK_WEIGHT = 0.3
#: Log weight of a step that the decoding forbids.
_NEVER = -10.0


def tag_loss(tags: Tensor, batch: Batch) -> Tensor:
    """Mean cross-entropy of the gold tags."""
    return functional.cross_entropy(tags.flatten(0, 1), batch.column("tags").flatten(), ignore_index=IGNORED)


def path_loss(tags: Tensor, batch: Batch, decoding: Decoding) -> Tensor:
    """How unlikely the gold labels are as one path among all, under the decoding's transitions; mean per word."""
    wanted = batch.column("tags")
    inside = wanted != IGNORED
    # a stretch may go on from the window before, which no path of its own can
    steps, start = (torch.tensor(v).clamp(min=_NEVER) for v in (decoding.transitions, decoding.start))
    gold = wanted.clamp(min=0)
    on_path = tags.gather(2, gold[..., None])[..., 0] * inside
    moves = steps[gold[:, :-1], gold[:, 1:]] * inside[:, 1:]
    alpha = tags[:, 0] + start
    for k in range(1, tags.size(1)):
        onward = torch.logsumexp(alpha[:, :, None] + steps[None], 1) + tags[:, k]
        alpha = torch.where(inside[:, k, None], onward, alpha)
    apart = torch.logsumexp(alpha, 1) - on_path.sum(1) - moves.sum(1) - start[gold[:, 0]]
    return apart.sum() / inside.sum()


def link_loss(network: Attributor, links: Tensor, batch: Batch) -> Tensor:
    """Mean cross-entropy of cue picks source and content picks cue, over gold stretches."""
    total = links.new_zeros(())
    count = 0
    for row, example in zip(links, batch.examples, strict=True):
        loss, pairs = _window_links(network, row, example)
        total, count = total + loss, count + pairs
    return total / max(count, 1)


def _window_links(network: Attributor, row: Tensor, example: Example) -> tuple[Tensor, int]:
    """Sum of the link losses of one window, and of how many choices."""
    tags = example.tags or []
    places = np.array(example.sentences), np.array(example.paragraphs)
    sources = [i for i, tag in enumerate(tags) if tag == 1]
    cues = [i for i, tag in enumerate(tags) if tag == 3]
    total, count = row.new_zeros(()), 0

    def scores(kind: int, queries: Tensor, keys: list[int]) -> Tensor:
        low, chosen = 2 * kind * LINK_WIDTH, torch.tensor(keys)
        dots = row[queries, low : low + LINK_WIDTH] @ row[chosen, low + LINK_WIDTH : low + 2 * LINK_WIDTH].T
        buckets, relation = link_features(queries.numpy(), chosen.numpy(), *places)
        bias = network.link_biases[kind]
        return dots / 4 + bias[torch.from_numpy(buckets)] + bias[torch.from_numpy(relation)]

    if example.cue_sources:
        queries = torch.tensor([cue for cue, _ in example.cue_sources])
        wanted = [sources.index(s) + 1 if s in sources else 0 for _, s in example.cue_sources]
        ranked = row[queries, 4 * LINK_WIDTH :]
        if sources:
            ranked = torch.cat([ranked, scores(0, queries, sources)], 1)
        total = total + functional.cross_entropy(ranked, torch.tensor(wanted), reduction="sum")
        count += len(wanted)
    pairs = [(content, cue) for content, cue in example.content_cues if cue in cues]
    if pairs and len(cues) > 1:
        ranked = scores(1, torch.tensor([content for content, _ in pairs]), cues)
        wanted = [cues.index(cue) for _, cue in pairs]
        total = total + functional.cross_entropy(ranked, torch.tensor(wanted), reduction="sum")
        count += len(wanted)
    return total, count


def syntax_loss(network: Network, words: Tensor, batch: Batch) -> Tensor:
    """Losses of part of speech, heads, relations of gold heads, and names."""
    arcs, rooted = network.arcs(words, batch.sentences)
    heads = batch.column("heads")
    relations = network.relation_scores(words, rooted, heads.clamp(min=0))

    def entropy(scores: Tensor, wanted: Tensor) -> Tensor:
        if not bool((wanted != IGNORED).any()):
            return scores.new_zeros(())
        return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)

    return (
        entropy(network.pos(words), batch.column("pos"))
        + entropy(arcs, heads)
        + entropy(relations, batch.column("relations"))
        + 0.5 * entropy(network.names(words), batch.column("names"))
    )


def parse_loss(network: Network, words: Tensor, former: Network, batch: Batch) -> Tensor:
    """How far parts of speech, heads, relations and names lie from those that another network gives.

    Relations are held together at the heads that the other gives. Mean Kullback-Leibler divergence per word.
    """
    with torch.no_grad():
        with torch.autocast("cpu", torch.bfloat16):
            theirs = former.encode(batch.pieces, batch.shapes, batch.mask, batch.first)
        theirs = theirs.float()
        their_arcs, their_rooted = former.arcs(theirs, batch.sentences)
        heads = their_arcs.argmax(-1)
        their_relations = former.relation_scores(theirs, their_rooted, heads)
    arcs, rooted = network.arcs(words, batch.sentences)
    inside = batch.sentences >= 0

    def apart(scores: Tensor, wanted: Tensor) -> Tensor:
        said, held = (functional.log_softmax(x[inside], -1) for x in (scores, wanted))
        return functional.kl_div(said, held, reduction="batchmean", log_target=True)

    return (
        apart(network.pos(words), former.pos(theirs))
        + apart(arcs, their_arcs)
        + apart(network.relation_scores(words, rooted, heads), their_relations)
        + 0.5 * apart(network.names(words), former.names(theirs))
    )


@dataclass(frozen=True, slots=True)
class Taught:
    """What the teacher said of every word: tag scores [words, 7] and states [words, width], float16."""

    tags: Any
    states: Any

    #: Both score distributions are flattened by it, so that the unlikely tags count as well.
    temperature = 2.0

    def loss(self, tags: Tensor, words: Tensor, batch: Batch, bridge: nn.Linear) -> tuple[Tensor, Tensor]:
        """How far tag distributions (Kullback-Leibler) and states (mean square) lie from the teacher's.

        bridge: from the width of the words to that of the teacher's states.
        """
        rows = batch.taught()
        inside = rows != IGNORED
        if not bool(inside.any()):
            return tags.new_zeros(()), tags.new_zeros(())
        wanted_rows = rows[inside].numpy()
        wanted = torch.from_numpy(self.tags[wanted_rows]).float() / self.temperature
        said = functional.log_softmax(tags[inside] / self.temperature, -1)
        divergence = functional.kl_div(said, wanted.log_softmax(-1), reduction="batchmean", log_target=True)
        states = torch.from_numpy(self.states[wanted_rows]).float()
        states = functional.layer_norm(states, states.shape[-1:])
        apart = functional.mse_loss(bridge(words[inside]), states)
        return divergence * self.temperature**2, apart
