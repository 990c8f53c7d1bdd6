"""Attributions against PolNeAR gold (brat standoff), whole and by word.

whole
    See :mod:`evaluation.attributions`.
words of a role
    Precision, recall and F1 over word tokens (runs of word characters): a token has the role when
    a span of that role of any attribution touches it.

An article annotated by several people has several files; the alphabetically first is the gold.
Gold events with neither cue nor content are left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.attributions import Score, Span, Spans, WordTokens, dice, score_whole
from evaluation.outcome import Outcome, Slip, around
from evaluation.predictions import attributions_of
from evaluation.texts import Text, read_file, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Reading

ROLES = ("source", "cue", "content")

#: Every how manieth article of the sorted names the sample takes.
SAMPLE_STEP = 6


@dataclass(frozen=True, slots=True)
class Article:
    """One article and its gold."""

    stem: str
    text: str
    gold: tuple[Spans, ...]


def gold_files(home: Path, *, sample: bool = False) -> list[tuple[Path, Path]]:
    """``(text, annotation)`` of every article of a split, or of the fixed sample, by name."""
    chosen: dict[str, Path] = {}
    for path in sorted((home / "attributions").glob("*.ann")):
        chosen.setdefault(path.stem.rsplit("_", 1)[0], path)
    pairs = [(home / "text" / f"{stem}.txt", chosen[stem]) for stem in sorted(chosen)]
    return pairs[::SAMPLE_STEP] if sample else pairs


def articles(home: Path, *, sample: bool = False) -> Iterator[Article]:
    """The articles of a split with their gold."""
    for text, annotation in gold_files(home, sample=sample):
        yield Article(text.stem, read_file(text), tuple(gold_attributions(read_file(annotation))))


def gold_attributions(annotation: str) -> list[Spans]:
    """The attributions of one brat file; lines that are neither mention nor event are passed over.

    >>> mentions = "T1\\tCue 5 9\\tsaid\\nT2\\tContent 0 4;10 12\\t-\\n"
    >>> gold_attributions(mentions + "E1\\tAttribution:T1 Cue:T1 Content:T2")
    [Spans(source=(), cue=((5, 9),), content=((0, 4), (10, 12)))]
    """
    mentions: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in annotation.split("\n"):
        key, _, rest = line.rstrip("\r").partition("\t")
        if not rest or not key[1:].isdigit():
            continue
        held = rest.split("\t")[0]
        if key[0] == "T":
            places = held.partition(" ")[2].split(";")
            mentions[key] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
        elif key[0] == "E":
            events.append(held.split())
    found = []
    for event in events:
        roles: dict[str, list[Span]] = defaultdict(list)
        for part in event:
            role, _, mention = part.partition(":")
            roles[re.sub(r"\d+$", "", role).lower()] += mentions.get(mention, [])
        if roles["cue"] or roles["content"]:
            found.append(Spans(*(tuple(sorted(roles[role])) for role in ROLES)))
    return found


def score_words(text: str, gold: Sequence[Spans], predicted: Sequence[Spans]) -> dict[str, Score]:
    """Word-token score of each role in one article."""
    tokens = WordTokens(text)
    scores = {}
    for role in ROLES:
        sides = [tokens.within(s for a in side for s in getattr(a, role)) for side in (gold, predicted)]
        scores[role] = Score(len(sides[0] & sides[1]), len(sides[1]), len(sides[0]))
    return scores


def score_articles(found: Mapping[str, Sequence[Spans]], gold: Sequence[Article]) -> Outcome:
    """Shares of whole claims and of the words of each role; an article not in ``found`` has nothing."""
    whole = Score(0, 0, 0)
    words = {role: Score(0, 0, 0) for role in ROLES}
    slips: list[Slip] = []
    for article in gold:
        predicted = found.get(article.stem, ())
        score, pairs = score_whole(article.text, article.gold, predicted)
        whole += score
        for role, held in score_words(article.text, article.gold, predicted).items():
            words[role] += held
        slips += _slips(article, predicted, pairs)
    shares = {
        "whole_f1": 100 * whole.f1,
        "whole_precision": 100 * whole.precision,
        "whole_recall": 100 * whole.recall,
        **{f"{role}_words_f1": 100 * score.f1 for role, score in words.items()},
    }
    counts = {"gold": whole.gold, "predicted": whole.predicted, "hits": whole.hits}
    return Outcome(shares=shares, counts=counts | Counter(slip.kind for slip in slips), slips=tuple(slips))


def _slips(article: Article, predicted: Sequence[Spans], pairs: Sequence[Span]) -> Iterator[Slip]:
    """Missed gold by what is wrong with the prediction nearest to it, and spurious predictions."""
    tokens = WordTokens(article.text)
    right = ({i for i, _ in pairs}, {j for _, j in pairs})
    for i, gold in enumerate(article.gold):
        if i in right[0]:
            continue
        near = [p for j, p in enumerate(predicted) if j not in right[1] and _touch(gold.cue, p.cue)]
        best = max(near, key=lambda p: dice(tokens.within(gold.content), tokens.within(p.content)), default=None)
        yield Slip(
            text=article.stem,
            kind=_kind(tokens, gold, best),
            gold=_shown(article.text, gold),
            predicted=_shown(article.text, best) if best else None,
            around=_around(article.text, gold),
        )
    for j, p in enumerate(predicted):
        if j not in right[1]:
            yield Slip(
                text=article.stem,
                kind="spurious",
                predicted=_shown(article.text, p),
                around=_around(article.text, p),
            )


def _touch(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(s < e2 and s2 < e for s, e in a for s2, e2 in b)


def _kind(tokens: WordTokens, gold: Spans, best: Spans | None) -> str:
    """What keeps a gold attribution from being right: no cue there, its content, its source, both."""
    if best is None:
        return "missed: cue"
    wrong = []
    for role in ("content", "source"):
        sides = [tokens.within(getattr(side, role)) for side in (gold, best)]
        if dice(*sides) < 0.5 and (role == "content" or any(sides)):
            wrong.append(role)
    return "missed: " + (" and ".join(wrong) or "pairing")


def _shown(text: str, spans: Spans) -> str:
    parts = (" … ".join(text[a:b] for a, b in getattr(spans, role)) or "—" for role in ROLES)
    return " | ".join(" ".join(part.split()) for part in parts)


def _around(text: str, spans: Spans) -> str:
    places = spans.cue or spans.content or spans.source
    return around(text, *places[0]) if places else ""


def measure(home: Path, reader: ReadsReports, *, sample: bool) -> tuple[Outcome, list[Reading]]:
    """Read the articles of ``home`` as plain text files and score their claims."""
    gold = list(articles(home, sample=sample))
    readings = read_texts((Text(article.stem, article.text) for article in gold), reader)
    found = {name: attributions_of(reading) for name, reading in readings.by_name.items()}
    return score_articles(found, gold), list(readings.by_name.values())
