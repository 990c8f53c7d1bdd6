"""Exact spans per role in the protocol of the published record (CofeNet's rows of tokens and labels).

A row holds the words of one paragraph with BIO labels; consecutive rows of one article id make
one article. A predicted stretch is right when a gold stretch of the same role begins and ends at
the same tokens of the same row: edge punctuation counts, and every piece of a discontinuous span
is a span of its own. F1 is over all rows, per role, in percent.

Each article is rebuilt as one plain text, its tokens joined by single spaces and its rows parted
by an empty line, and read as one report; or every row is read as a text of its own. A token
belongs to a predicted stretch when the stretch overlaps it; a stretch that runs over the end of
a row is cut there.
"""

import bisect
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evaluation.attributions import Score, Span, Spans, score_exact
from evaluation.outcome import Outcome, Slip
from evaluation.polnear import ROLES, SAMPLE_STEP
from evaluation.predictions import attributions_of
from evaluation.texts import Text, read_file, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Reading

#: A stretch of one row: role, first token, token after the last.
RowSpan = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as tokens with BIO labels."""

    tokens: tuple[str, ...]
    labels: tuple[str, ...]
    article: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Rows as one text, with the half-open place of every token, and of which row it is which token."""

    name: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    owners: tuple[tuple[int, int], ...]  # (row of the corpus, token of the row)


def load_rows(path: Path) -> list[Row]:
    """The rows of the file, in order."""
    held = (json.loads(line) for line in read_file(path).split("\n") if line.strip())
    return [Row(tuple(row["tokens"]), tuple(row["labels"]), row["id"]) for row in held]


def sample_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows of the fixed sample of articles, by name."""
    kept = set(sorted({row.article for row in rows})[::SAMPLE_STEP])
    return [row for row in rows if row.article in kept]


def label_spans(labels: Sequence[str]) -> set[RowSpan]:
    """Stretches of BIO labels; an inside label of another role than the one before begins a stretch.

    >>> sorted(label_spans(["B-source", "O", "B-cue", "B-content", "I-content"]))
    [('content', 3, 5), ('cue', 2, 3), ('source', 0, 1)]
    """
    found: list[RowSpan] = []
    before = "O"
    for i, label in enumerate(labels):
        role = label[2:]
        if role and label[0] == "I" and before[2:] == role:
            found[-1] = (role, found[-1][1], i + 1)
        elif role:
            found.append((role, i, i + 1))
        before = label
    return set(found)


def rebuild(name: str, numbered: Sequence[tuple[int, Row]]) -> Rebuilt:
    """One text of the given rows, which carry their numbers in the corpus."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    owners: list[tuple[int, int]] = []
    place = 0
    for number, row in numbered:
        for k, token in enumerate(row.tokens):
            starts.append(place)
            ends.append(place + len(token))
            owners.append((number, k))
            place += len(token) + 1
        parts.append(" ".join(row.tokens))
        place += 1  # the row ends with an empty line: two breaks where a space would be one
    return Rebuilt(name, "\n\n".join(parts), tuple(starts), tuple(ends), tuple(owners))


def rebuild_all(rows: Sequence[Row], *, apart: bool = False) -> list[Rebuilt]:
    """Every article as one text, or (``apart``) every row as a text of its own."""
    numbered = list(enumerate(rows))
    if apart:
        return [rebuild(f"{row.article}.{number}", [(number, row)]) for number, row in numbered]
    return [rebuild(name, list(group)) for name, group in groupby(numbered, key=lambda item: item[1].article)]


def row_spans(text: Rebuilt, found: Sequence[Spans]) -> dict[int, set[RowSpan]]:
    """Predicted stretches as tokens of rows, cut where a row ends."""
    by_row: dict[int, set[RowSpan]] = {}
    for attribution in found:
        for role in ROLES:
            for span in getattr(attribution, role):
                for number, first, last in _cut_at_rows(text, span):
                    by_row.setdefault(number, set()).add((role, first, last + 1))
    return by_row


def _cut_at_rows(text: Rebuilt, span: Span) -> Iterator[tuple[int, int, int]]:
    """``(row, first token, last token)`` of each row that the place touches."""
    low, high = bisect.bisect_right(text.ends, span[0]), bisect.bisect_left(text.starts, span[1])
    for number, held in groupby(text.owners[low:high], key=lambda owner: owner[0]):
        tokens = [token for _, token in held]
        yield number, tokens[0], tokens[-1]


def score_rows(rows: Sequence[Row], predicted: Mapping[int, set[RowSpan]]) -> Outcome:
    """F1, precision and recall per role; a row not in ``predicted`` has nothing."""
    totals = {role: Score(0, 0, 0) for role in ROLES}
    slips: list[Slip] = []
    for number, row in enumerate(rows):
        gold, got = label_spans(row.labels), predicted.get(number, set())
        for role in ROLES:
            sides = [[(a, b) for name, a, b in side if name == role] for side in (gold, got)]
            totals[role] += score_exact(*sides)
        slips += _slips(row, gold, got)
    shares: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for role, score in totals.items():
        shares[f"{role}_f1"] = 100 * score.f1
        shares[f"{role}_precision"] = 100 * score.precision
        shares[f"{role}_recall"] = 100 * score.recall
        counts[f"{role}_gold"] = score.gold
    return Outcome(shares=shares, counts=counts, slips=tuple(slips))


def _slips(row: Row, gold: set[RowSpan], got: set[RowSpan]) -> Iterator[Slip]:
    """Gold stretches that no prediction equals, with what overlaps them, and predictions off the gold."""
    for role, a, b in sorted(gold - got):
        near = [s for s in sorted(got - gold) if s[0] == role and s[1] < b and a < s[2]]
        yield Slip(
            text=row.article,
            kind=f"{role}: {'edges' if near else 'missed'}",
            gold=" ".join(row.tokens[a:b]),
            predicted=" ‖ ".join(" ".join(row.tokens[c:d]) for _, c, d in near) or None,
            around=_around(row, a, b),
        )
    for role, a, b in sorted(got - gold):
        if not any(name == role and c < b and a < d for name, c, d in gold):
            words = " ".join(row.tokens[a:b])
            yield Slip(text=row.article, kind=f"{role}: spurious", predicted=words, around=_around(row, a, b))


def _around(row: Row, first: int, last: int, reach: int = 12) -> str:
    before, after = row.tokens[max(0, first - reach) : first], row.tokens[last : last + reach]
    return " ".join([*before, "[", *row.tokens[first:last], "]", *after])


def measure(
    home: Path, reader: ReadsReports, *, sample: bool, apart: bool = False
) -> tuple[Outcome, list[Reading]]:
    """Read the rebuilt articles (or every row ``apart``) of ``home`` and score the spans per role."""
    rows = load_rows(home / "valid.txt")
    rows = sample_rows(rows) if sample else rows
    texts = rebuild_all(rows, apart=apart)
    readings = read_texts((Text(text.name, text.text) for text in texts), reader).by_name
    predicted: dict[int, set[RowSpan]] = {}
    for text in texts:
        if text.name in readings:
            predicted |= row_spans(text, attributions_of(readings[text.name]))
    return score_rows(rows, predicted), list(readings.values())
