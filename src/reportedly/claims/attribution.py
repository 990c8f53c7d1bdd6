"""From the tagger's numbers to attributions: best label sequence, spans, and who belongs to which cue."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

#: BIO labels of the attribution head, in the order of its columns.
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SOURCE, CUE, CONTENT = 0, 1, 2

#: Width of the four link projections (cue as query, source as key, content as query, cue as key).
LINK_WIDTH = 128
DISTANCES = 25  # signed log buckets of the distance in words
RELATIONS = 3  # same sentence, same paragraph, neither

_STRAY = 8  # words; a longer piece of another sentence may well be meant

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as half-open ranges of word indices; no source is an empty tuple."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the tag scores become one sequence: ``transitions`` [7, 7] and ``start`` [7] are added.

    ``bias`` [7] shifts single labels; cues below zero trade recall for precision.
    """

    transitions: list[list[float]]
    start: list[float]
    bias: list[float] = field(default_factory=lambda: [0.0] * len(TAGS))


def allowed_only() -> Decoding:
    """A decoding that forbids an inside tag without its beginning and weighs nothing else."""
    never = -1e4
    steps = [[0.0] * len(TAGS) for _ in TAGS]
    for i in range(len(TAGS)):
        for j in (2, 4, 6):
            if i not in (j - 1, j):
                steps[i][j] = never
    return Decoding(steps, [never if j in (2, 4, 6) else 0.0 for j in range(len(TAGS))])


def best_tags(scores: Floats, decoding: Decoding) -> list[int]:
    """The label sequence of highest total score (Viterbi). scores: float32 [words, 7]."""
    rows = (scores + np.asarray(decoding.bias, dtype=np.float32)).tolist()
    if not rows:
        return []
    # incoming[j]: the labels that may stand before j, with their step scores
    incoming = [
        [(i, row[j]) for i, row in enumerate(decoding.transitions) if row[j] > -1e3] for j in range(len(TAGS))
    ]
    best = [a + b for a, b in zip(rows[0], decoding.start, strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        pointers = []
        now = []
        for j, before in enumerate(incoming):
            top, origin = -1e9, 0
            for i, step in before:
                score = best[i] + step
                if score > top:
                    top, origin = score, i
            pointers.append(origin)
            now.append(top + row[j])
        back.append(pointers)
        best = now
    label = max(range(len(best)), key=best.__getitem__)
    path = [label]
    for pointers in reversed(back):
        label = pointers[label]
        path.append(label)
    path.reverse()
    return path


def tag_spans(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """``(role, start, end)`` of each tagged stretch, half-open, in order.

    >>> tag_spans([0, 1, 2, 3, 0, 5, 6, 6])
    [(0, 1, 3), (1, 3, 4), (2, 5, 8)]
    """
    found = []
    i = 0
    while i < len(tags):
        if tags[i] == 0:
            i += 1
            continue
        role = (tags[i] - 1) // 2
        j = i + 1
        while j < len(tags) and tags[j] == 2 * role + 2:
            j += 1
        found.append((role, i, j))
        i = j
    return found


def distance_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed log bucket, 0 to 24, of a distance in words (12 is distance 0)."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1) * 1.5), 12)
    bucket: NDArray[np.int64] = (size * np.sign(distance) + 12).astype(np.int64)
    return bucket


def link_features(
    queries: NDArray[np.int64],
    keys: NDArray[np.int64],
    sentences: NDArray[np.int64],
    paragraphs: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distance buckets and relation columns [queries, keys] into the link biases."""
    buckets = distance_bucket(queries[:, None] - keys[None, :])
    same_sentence = sentences[queries][:, None] == sentences[keys][None, :]
    same_paragraph = paragraphs[queries][:, None] == paragraphs[keys][None, :]
    relation = np.where(same_sentence, 0, np.where(same_paragraph, 1, 2)) + DISTANCES
    return buckets, relation


def link_scores(
    links: Floats,
    biases: Floats,
    kind: int,
    queries: NDArray[np.int64],
    keys: NDArray[np.int64],
    sentences: NDArray[np.int64],
    paragraphs: NDArray[np.int64],
) -> Floats:
    """Scores [queries, keys]; kind 0: cue picks a source, 1: content picks a cue."""
    low = 2 * kind * LINK_WIDTH
    dots = links[queries, low : low + LINK_WIDTH] @ links[keys, low + LINK_WIDTH : low + 2 * LINK_WIDTH].T
    buckets, relation = link_features(queries, keys, sentences, paragraphs)
    scores: Floats = dots / 4 + biases[kind][buckets] + biases[kind][relation]
    return scores


def decode_attributions(
    scores: Floats,
    links: Floats,
    biases: Floats,
    sentences: Sequence[int],
    paragraphs: Sequence[int],
    decoding: Decoding,
) -> tuple[list[tuple[int, int, int]], list[Attribution]]:
    """Tagged stretches and attributions of one window, as ranges of its words.

    scores: float32 [words, 7]; links: float32 [words, 4 x 128 + 1]; biases: float32 [2, 28].
    A cue picks its best source, or none; every content stretch picks a cue, so that one cue may
    hold several (discontinuous) stretches. Cues without content make no attribution.
    """
    spans = tag_spans(best_tags(scores, decoding))
    found = {role: [span for span in spans if span[0] == role] for role in (SOURCE, CUE, CONTENT)}
    cues, contents, sources = found[CUE], found[CONTENT], found[SOURCE]
    if not cues or not contents:
        return spans, []
    where = np.asarray(sentences, dtype=np.int64)
    stretch = np.asarray(paragraphs, dtype=np.int64)
    starts = {role: np.asarray([s for _, s, _ in found[role]], dtype=np.int64) for role in found}
    choice = link_scores(links, biases, 1, starts[CONTENT], starts[CUE], where, stretch).argmax(1)
    held: dict[int, list[tuple[int, int]]] = {}
    for (_, a, b), cue in zip(contents, choice.tolist(), strict=True):
        if not _is_stray((a, b), cues[cue][1], sentences):
            held.setdefault(cue, []).append((a, b))
    picked: list[int | None] = [None] * len(cues)
    if sources:
        ranked = link_scores(links, biases, 0, starts[CUE], starts[SOURCE], where, stretch)
        none = links[starts[CUE], 4 * LINK_WIDTH]
        best = ranked.argmax(1)
        for k, source in enumerate(best.tolist()):
            if ranked[k, source] > none[k]:
                picked[k] = source
    sure = _tag_confidence(scores)
    result = []
    for k, (_, a, b) in enumerate(cues):
        if k not in held:
            continue
        source = picked[k]
        span = None if source is None else (sources[source][1], sources[source][2])
        words = [a, *(s for s, _ in held[k]), *([span[0]] if span else [])]
        result.append(Attribution((a, b), span, tuple(held[k]), float(sure[words].min())))
    return spans, result


def _is_stray(stretch: tuple[int, int], cue: int, sentences: Sequence[int]) -> bool:
    """Whether a content is a few words of a sentence other than its cue's, which it does not finish."""
    start, end = stretch
    elsewhere = sentences[start] != sentences[cue]
    unfinished = end < len(sentences) and sentences[end] == sentences[end - 1]
    return elsewhere and unfinished and end - start <= _STRAY


def _tag_confidence(scores: Floats) -> Floats:
    """Probability of each word's best label, float32 [words]."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    sure: Floats = shifted.max(1) / shifted.sum(1)
    return sure
