"""Training examples from PolNeAR (attribution) and Universal Dependencies (syntax, names)."""

import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from evaluation.treebanks import LONGEST, name_tags, treebank_documents
from reportedly.claims.attribution import TAGS
from reportedly.claims.sentences import Tokens, split_tokens, tokens_of
from reportedly.claims.windows import Window, cut_windows

ROLES = ("source", "cue", "content")
IGNORED = -100

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Places (code points) of one annotated attribution; ``source`` may be empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(slots=True)
class Example:
    """One window with its targets; lists have one entry per word of the window."""

    window: Window
    sentences: list[int]
    paragraphs: list[int]
    tags: list[int] | None = None
    cue_sources: list[tuple[int, int]] = field(default_factory=list)  # (cue word, source word or -1)
    content_cues: list[tuple[int, int]] = field(default_factory=list)
    pos: list[int] | None = None
    heads: list[int] | None = None  # 0 is the root, else 1 + place of the head in the window
    relations: list[int] | None = None
    names: list[int] | None = None
    row: int | None = None  # of the first word, among all words that the teacher reads


def read_annotation(path: Path) -> tuple[dict[str, tuple[str, Spans]], list[dict[str, list[str]]]]:
    """Mentions and attributions of one brat file; malformed lines are left out."""
    mentions: dict[str, tuple[str, Spans]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if len(columns) < 2:
            continue
        if columns[0].startswith("T"):
            role, _, places = columns[1].partition(" ")
            spans = [tuple(map(int, part.split())) for part in places.split(";")]
            mentions[columns[0]] = (role.lower(), [(s[0], s[1]) for s in spans if len(s) == 2])
        elif columns[0].startswith("E"):
            held: dict[str, list[str]] = defaultdict(list)
            for part in columns[1].split():
                role, _, mention = part.partition(":")
                held[re.sub(r"\d+$", "", role).lower()].append(mention)
            events.append(dict(held))
    return mentions, events


def polnear_articles(root: Path) -> Iterator[tuple[str, str, list[Path]]]:
    """``(stem, text, annotation files in alphabetical order)`` for each article of a split."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((root / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    for stem, paths in files.items():
        with open(root / "text" / f"{stem}.txt", encoding="utf-8", newline="") as file:
            yield stem, file.read(), paths


def line_spans(text: str) -> Spans:
    """Places of the lines that hold anything: the paragraphs of a PolNeAR text."""
    return [m.span() for m in re.finditer(r"[^\n]+", text) if m.group().strip()]


def tag_article(
    tokens: Tokens, annotation: Path
) -> tuple[list[int], list[tuple[int, int]], list[tuple[int, int]]]:
    """Tags per word, (cue, source) and (content, cue) pairs by their first words."""
    at = {}
    for i, (a, b) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
        for c in range(a, b):
            at[c] = i
    mentions, events = read_annotation(annotation)
    words = {
        key: [run for a, b in spans if (run := sorted({at[c] for c in range(a, b) if c in at}))]
        for key, (role, spans) in mentions.items()
        if role in ROLES
    }
    tags = [0] * len(tokens)
    for key, runs in words.items():
        base = 1 + 2 * ROLES.index(mentions[key][0])
        for run in runs:
            for k, i in enumerate(run):
                tags[i] = base + (k > 0)
    cue_sources, content_cues = [], []
    for event in events:
        first = {role: [run[0] for key in event.get(role, []) for run in words.get(key, [])] for role in ROLES}
        if not first["cue"] or not first["content"]:
            continue
        cue = min(first["cue"])
        cue_sources.append((cue, min(first["source"], default=-1)))
        content_cues += [(start, cue) for start in first["content"]]
    return tags, cue_sources, content_cues


def attribution_examples(
    root: Path, pieces_of: Callable[[str], list[int]], cls: int, sep: int, annotator: int = 0
) -> list[Example]:
    """Windows of a PolNeAR split; ``annotator`` picks among the files of an article, cyclically."""
    examples = []
    for _, text, paths in polnear_articles(root):
        tokens = split_tokens(text, line_spans(text))
        tags, cue_sources, content_cues = tag_article(tokens, paths[annotator % len(paths)])
        for window in cut_windows(tokens, pieces_of, cls, sep):
            place = {word: k for k, word in enumerate(window.words)}
            examples.append(
                Example(
                    window,
                    [tokens.sentences[i] for i in window.words],
                    [tokens.paragraphs[i] for i in window.words],
                    tags=[tags[i] for i in window.words],
                    cue_sources=[
                        (place[c], place.get(s, -1))
                        for c, s in cue_sources
                        if c in place and (s < 0 or s in place)
                    ],
                    content_cues=[(place[o], place[c]) for o, c in content_cues if o in place and c in place],
                )
            )
    return examples


def syntax_examples(
    path: Path,
    labels: tuple[tuple[str, ...], tuple[str, ...]],
    pieces_of: Callable[[str], list[int]],
    cls: int,
    sep: int,
    *,
    named: bool,
) -> list[Example]:
    """Windows of a treebank with part of speech, heads, relations and (GUM) names."""
    pos_index = {label: i for i, label in enumerate(labels[0])}
    relation_index = {label: i for i, label in enumerate(labels[1])}
    examples = []
    for document in treebank_documents(path):
        kept = [s for s in document if len(s.words) <= LONGEST]
        tokens = tokens_of((s.paragraph, s.words) for s in kept)
        pos: list[int] = []
        heads: list[int] = []
        relations: list[int] = []
        names: list[int] = []
        still_open: list[tuple[str, str, int]] = []
        for s in kept:
            start = len(pos)
            pos += [pos_index.get(p, IGNORED) for p in s.pos]
            heads += [-1 if h == 0 else start + h - 1 for h in s.heads]
            relations += [relation_index.get(r, IGNORED) for r in s.relations]
            names += name_tags(s, still_open) if named else [IGNORED] * len(s.words)
        for window in cut_windows(tokens, pieces_of, cls, sep):
            place = {word: k for k, word in enumerate(window.words)}
            examples.append(
                Example(
                    window,
                    [tokens.sentences[i] for i in window.words],
                    [tokens.paragraphs[i] for i in window.words],
                    pos=[pos[i] for i in window.words],
                    heads=[
                        0 if heads[i] < 0 else 1 + place[heads[i]] if heads[i] in place else IGNORED
                        for i in window.words
                    ],
                    relations=[relations[i] for i in window.words],
                    names=[names[i] for i in window.words],
                )
            )
    return examples


def treebank_labels(paths: list[Path]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parts of speech and relations that occur, sorted."""
    pos, relations = set(), set()
    for path in paths:
        for document in treebank_documents(path):
            for sentence in document:
                pos.update(sentence.pos)
                relations.update(sentence.relations)
    return tuple(sorted(pos)), tuple(sorted(relations))


def tag_transitions(examples: list[Example], weight: float) -> tuple[list[list[float]], list[float]]:
    """Log relative frequency of tag after tag in training, times ``weight``; impossible is -1e4."""
    counts = [[0.5] * len(TAGS) for _ in TAGS]
    for example in examples:
        tags = example.tags or []
        for before, after in pairwise(tags):
            counts[before][after] += 1
    steps = [[weight * math.log(c / sum(row)) for c in row] for row in counts]
    for i in range(len(TAGS)):
        for j in (2, 4, 6):
            if i not in (j - 1, j):
                steps[i][j] = -1e4
    return steps, [-1e4 if j in (2, 4, 6) else 0.0 for j in range(len(TAGS))]


def vary_shapes(shapes: list[int], rng: random.Random) -> list[int]:
    """Now and then a whole window in capitals or in headline case, so that case is no crutch."""
    draw = rng.random()
    if draw > 0.06:
        return shapes
    target = 3 if draw < 0.02 else 2
    return [(s & 8) + target if s & 7 in (1, 2) else s for s in shapes]
