"""Report → reading: the order of work of this room."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from reportedly.claims.cues import trim_cues
from reportedly.claims.figures import Found, complete_figures
from reportedly.claims.numbers import find_numbers
from reportedly.claims.repeats import (
    fold_claims,
    fold_figures,
    join_claims_of_headline,
    join_figures_of_headline,
    repeated_sentences,
)
from reportedly.claims.sentences import Tokens, sentence_places, split_tokens
from reportedly.claims.sources import complete_sources
from reportedly.claims.statements import add_verifications, build_claims
from reportedly.claims.tagger import MODEL, Tagged, Tagger, read_manifest
from reportedly.errors import OtherLanguage
from reportedly.terms import (
    READ_KINDS,
    Claim,
    Coverage,
    Figure,
    Produced,
    Reading,
    Rejected,
    Report,
    TimeExpression,
    is_grounded,
    words_at,
)

#: The language of the model.
LANGUAGE = "en"

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_Term = TypeVar("_Term", Claim, Figure, Rejected, TimeExpression)


@lru_cache(maxsize=1)
def produced() -> Produced:
    """Version of the program, hash of the model, hash of the rules (code and lexicons of this room)."""
    from importlib.metadata import version

    room = Path(__file__).parent
    rules = hashlib.sha256()
    for path in sorted([*room.glob("*.py"), *(room / "lexicons").glob("*.tsv")]):
        rules.update(path.name.encode())
        rules.update(path.read_bytes())
    model = read_manifest(MODEL)["sha256"]
    return Produced(version=version("reportedly"), model=f"sha256:{model}", rules=f"sha256:{rules.hexdigest()}")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of a text: quantities with their sentences, the rejected, the times."""

    found: list[Found]
    rejected: list[Rejected]
    times: list[TimeExpression]


class Reader:
    """Reads reports; holds the model. Not to be shared between processes."""

    def __init__(self, tagger: Tagger, made_by: Produced) -> None:
        self._tagger = tagger
        self.produced = made_by

    @classmethod
    def load(cls) -> "Reader":
        """A reader with the model of the package.

        Raises:
            MissingModel: the package lacks its model.
        """
        return cls(Tagger.load(), produced())

    def read(self, report: Report) -> Reading:
        """What the report says: a pure function of the report.

        A report in another language gives no claim and no figure; ``coverage.reason`` says so.
        """
        if report.language != LANGUAGE:
            coverage = Coverage(characters=len(report.text), read=0, reason=OtherLanguage.slug)
            return Reading(produced=self.produced, report=report, coverage=coverage)
        tokens = self.split(report)
        tagged = self.tag(tokens)
        numbers = self.find_numbers(report, tokens)
        return self.assemble(report, tokens, tagged, numbers)

    def split(self, report: Report) -> Tokens:
        """Sentences and words of the blocks that are read."""
        return split_tokens(report.text, [(b.start, b.end) for b in report.blocks if b.kind in READ_KINDS])

    def tag(self, tokens: Tokens) -> Tagged:
        """What the model sees."""
        return self._tagger.tag(tokens)

    def find_numbers(self, report: Report, tokens: Tokens) -> Numbers:
        """Every number of the text, sentence by sentence; those of furniture are rejected."""
        text = report.text
        numbers = Numbers([], [], [])
        for sentence in sentence_places(tokens):
            found = find_numbers(text, *sentence)
            numbers.found.extend(Found(q, sentence) for q in found.quantities)
            for r in found.rejected:
                words = words_at(text, (r.start, r.end))
                numbers.rejected.append(Rejected(exact=words.exact, spans=words.spans, why=r.why))
            for t in found.times:
                words = words_at(text, (t.start, t.end))
                numbers.times.append(TimeExpression(exact=words.exact, spans=words.spans, kind=t.kind))
        for block in report.blocks:
            if block.kind not in READ_KINDS:
                for match in _DIGITS.finditer(text, block.start, block.end):
                    words = words_at(text, match.span())
                    numbers.rejected.append(Rejected(exact=words.exact, spans=words.spans, why="furniture"))
        numbers.rejected.sort(key=lambda r: r.spans)
        return numbers

    def assemble(self, report: Report, tokens: Tokens, tagged: Tagged, numbers: Numbers) -> Reading:
        """The reading made of what was found; what is not grounded is dropped and counted."""
        dropped = _Counter()
        figures = complete_figures(tokens, tagged.syntax, numbers.found, report.text_sha256)
        attributions = complete_sources(tokens, tagged.syntax, tagged.attributions, tagged.stretches)
        attributions = trim_cues(tokens, tagged.syntax, attributions)
        claims = build_claims(tokens, attributions, report.blocks, report.text_sha256)
        claims = add_verifications(tokens, claims)
        sentences = sentence_places(tokens)
        kept = repeated_sentences(report.text, sentences, report.blocks)
        claims = fold_claims(claims, sentences, kept)
        figures = fold_figures(figures, sentences, kept, report.blocks)
        figures = dropped.grounded(report.text, join_figures_of_headline(figures, report.blocks))
        claims = dropped.grounded(report.text, claims)
        claims, figures = tie_figures(claims, figures)
        claims = join_claims_of_headline(claims, figures)
        return Reading(
            produced=self.produced,
            report=report,
            claims=tuple(claims),
            figures=tuple(figures),
            times=tuple(dropped.grounded(report.text, numbers.times)),
            rejected=tuple(dropped.grounded(report.text, numbers.rejected)),
            coverage=Coverage(
                characters=len(report.text),
                read=sum(b.end - b.start for b in report.blocks if b.kind in READ_KINDS),
                dropped=dropped.count,
            ),
        )


class _Counter:
    """Keeps what is grounded and counts what is not; an id that comes twice is not counted."""

    def __init__(self) -> None:
        self.count = 0

    def grounded(self, text: str, items: Iterable[_Term]) -> list[_Term]:
        kept = []
        seen = set()
        for item in items:
            identity = getattr(item, "id", item)
            if identity in seen:
                continue
            if is_grounded(text, item):
                seen.add(identity)
                kept.append(item)
            else:
                self.count += 1
        return kept


def tie_figures(claims: Sequence[Claim], figures: Sequence[Figure]) -> tuple[list[Claim], list[Figure]]:
    """Each figure tied to the claim whose content it lies in; of several, the one of fewest words."""
    held: dict[str, list[str]] = {}
    tied = []
    starts = [c.content.start for c in claims]
    for figure in figures:
        before = claims[: bisect_right(starts, figure.start)]
        around = [c for c in before if any(a <= figure.start and figure.end <= b for a, b in c.content.spans)]
        if around:
            claim = min(around, key=lambda c: sum(b - a for a, b in c.content.spans))
            held.setdefault(claim.id, []).append(figure.id)
            figure = replace(figure, claim=claim.id)
        tied.append(figure)
    return [replace(c, figures=tuple(held[c.id])) if c.id in held else c for c in claims], tied
