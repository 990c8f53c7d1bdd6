"""Parts of speech, dependencies and names against the treebanks (Universal Dependencies, GUM and EWT).

The words of the treebank are given, sentence by sentence; the model says the rest. Sentences of more
than 120 words are left out.

upos      words with the right part of speech
uas, las  words with the right head; with the right head and relation (subtypes as in ``KEPT_SUBTYPES``)
nummod    of the words that are numbers hanging from what they count: right head and relation
names     names of persons, places and organisations, exact words and kind, F1 (GUM only: its entity brackets)
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.attributions import Score, score_exact
from evaluation.outcome import Outcome, percent
from reportedly.claims.attribution import tag_spans
from reportedly.claims.sentences import tokens_of
from reportedly.claims.syntax import ROOT
from reportedly.claims.tagger import Tagger

NAMES = ("O", "B-person", "I-person", "B-place", "I-place", "B-organisation", "I-organisation")
_GUM_NAMES = {"person": 1, "place": 3, "organization": 5}

#: Words in the longest sentence that is measured or learned from.
LONGEST = 120

#: Subtypes kept from the treebanks; every other relation loses what follows its colon.
KEPT_SUBTYPES = frozenset(
    (
        "nmod:poss nsubj:pass aux:pass obl:agent obl:tmod obl:unmarked nmod:unmarked acl:relcl "
        "compound:prt nsubj:outer cc:preconj det:predet"
    ).split()
)


@dataclass(slots=True)
class Sentence:
    """One treebank sentence: columns of equal length, heads counted from 1 (0 is the root)."""

    paragraph: int
    words: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)


def plain_relation(relation: str) -> str:
    """The relation with its subtype only where ``KEPT_SUBTYPES`` keeps it."""
    return relation if relation in KEPT_SUBTYPES else relation.split(":")[0]


def treebank_documents(path: Path) -> Iterator[list[Sentence]]:
    """Documents of a CoNLL-U file as lists of sentences."""
    document: list[Sentence] = []
    paragraph = 0
    sentence = Sentence(0)
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if document:
                yield document
            document, paragraph, sentence = [], 0, Sentence(0)
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph += 1
            sentence.paragraph = paragraph
        elif not line.strip():
            if sentence.words:
                document.append(sentence)
            sentence = Sentence(paragraph)
        elif line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                sentence.words.append(columns[1])
                sentence.pos.append(columns[3])
                sentence.fine.append(columns[4])
                sentence.heads.append(int(columns[6]))
                sentence.relations.append(plain_relation(columns[7]))
                misc = dict(p.partition("=")[::2] for p in columns[9].split("|") if "=" in p)
                sentence.entities.append(misc.get("Entity", ""))
    if document:
        yield document


def name_tags(sentence: Sentence, still_open: list[tuple[str, str, int]]) -> list[int]:
    """BIO name tags of one sentence from its GUM entity brackets.

    A name is the run of proper nouns around the head of a person, place or organisation mention;
    the outermost mention of a run wins.
    """
    spans: list[tuple[int, int, int]] = []
    for i, field_ in enumerate(sentence.entities):
        for opened, closed in re.findall(r"\(([^()]+)|([^()]*)\)", field_):
            if opened:
                parts = opened.split("-")
                still_open.append((parts[0], parts[1] if len(parts) > 1 else "", i))
            elif still_open:
                key = closed or still_open[-1][0]
                k = max((k for k, o in enumerate(still_open) if o[0] == key), default=len(still_open) - 1)
                _, kind, start = still_open.pop(k)
                if kind in _GUM_NAMES and start >= 0:
                    spans.append((start, i + 1, _GUM_NAMES[kind]))
    still_open[:] = [(key, kind, -1) for key, kind, _ in still_open]
    tags = [0] * len(sentence.words)
    proper = [fine in ("NNP", "NNPS") for fine in sentence.fine]
    for a, b, tag in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        heads = [i for i in range(a, b) if not a < sentence.heads[i] <= b]
        if not heads or not proper[heads[0]]:
            continue
        low, high = heads[0], heads[0] + 1
        joins = ("of", "the", "for", "and", "&", "-", "de", "la", "al")
        while low > a and (
            proper[low - 1] or (low - 1 > a and sentence.words[low - 1] == "-" and proper[low - 2])
        ):
            low -= 1
        while high < b and (
            proper[high] or (sentence.words[high].lower() in joins and any(proper[high + 1 : min(b, high + 3)]))
        ):
            high += 1
        if any(tags[low:high]):
            continue
        tags[low:high] = [tag] + [tag + 1] * (high - low - 1)
    return tags


def score_document(tagger: Tagger, document: list[Sentence], counts: Counter[str], *, named: bool) -> Score:
    """Add the words of one document to ``counts``; gives the score of its names."""
    tokens = tokens_of((s.paragraph, s.words) for s in document)
    tagged = tagger.tag(tokens)
    start = 0
    gold_names: list[tuple[int, int]] = []
    still_open: list[tuple[str, str, int]] = []
    for sentence in document:
        for i, (pos, head, relation) in enumerate(
            zip(sentence.pos, sentence.heads, sentence.relations, strict=True), start
        ):
            right_head = tagged.syntax.heads[i] == (ROOT if head == 0 else start + head - 1)
            right = right_head and tagged.syntax.relations[i] == relation
            counts["words"] += 1
            counts["upos"] += tagged.syntax.pos[i] == pos
            counts["uas"] += right_head
            counts["las"] += right
            counts["nummod_of"] += relation == "nummod"
            counts["nummod"] += relation == "nummod" and right
        if named:
            tags = name_tags(sentence, still_open)
            gold_names += [(start + a, 4 * (start + b) + kind) for kind, a, b in tag_spans(tags)]
        start += len(sentence.words)
    found = [(a, 4 * b + kind) for kind, a, b in tagged.names] if named else []
    return score_exact(gold_names, found)


def measure(home: Path) -> Outcome:
    """Shares on ``gum/dev.conllu`` and ``ewt/dev.conllu`` of ``home``, by treebank."""
    tagger = Tagger.load()
    shares: dict[str, float] = {}
    for name in ("gum", "ewt"):
        counts: Counter[str] = Counter()
        names = Score(0, 0, 0)
        for document in treebank_documents(home / name / "dev.conllu"):
            kept = [sentence for sentence in document if len(sentence.words) <= LONGEST]
            names += score_document(tagger, kept, counts, named=name == "gum")
        shares |= {f"{name}_{part}": percent(counts[part], counts["words"]) for part in ("upos", "uas", "las")}
        shares[f"{name}_nummod"] = percent(counts["nummod"], counts["nummod_of"])
        if name == "gum":
            shares["gum_names_f1"] = 100 * names.f1
    return Outcome(shares=shares)
