"""Report → reading: the order of work of this room."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from reportedly.claims.accounts import add_accounts
from reportedly.claims.attributes import supply_nationalities
from reportedly.claims.casing import in_usual_case, restore_words
from reportedly.claims.checks import settle_checks
from reportedly.claims.closing import add_closing_sources
from reportedly.claims.colons import add_colons
from reportedly.claims.comparisons import find_comparisons, without_multiples
from reportedly.claims.contents import complete_contents
from reportedly.claims.continuation import announce_quotations, join_quotations
from reportedly.claims.cues import trim_cues
from reportedly.claims.ellipsis import Found
from reportedly.claims.enclosing import Contents
from reportedly.claims.figures import complete_figures
from reportedly.claims.listed import part_items
from reportedly.claims.nesting import add_nested, tie_nested
from reportedly.claims.noun_cues import add_noun_cues
from reportedly.claims.numbers import find_numbers
from reportedly.claims.places import (
    Gazetteer,
    Located,
    find_places,
    load_own_gazetteer,
    own_hash,
    supply_countries,
    tie_places,
)
from reportedly.claims.polls import SHARES, add_poll_shares, without_asked
from reportedly.claims.repeats import (
    fold_claims,
    fold_figures,
    join_claims_of_headline,
    join_figures_of_headline,
    repeated_sentences,
)
from reportedly.claims.scope import settle_wholes
from reportedly.claims.sentences import Tokens, sentence_places, split_tokens
from reportedly.claims.sources import complete_sources
from reportedly.claims.speakers import resolve_speakers
from reportedly.claims.statements import build_claims
from reportedly.claims.tagger import MODEL, Tagged, Tagger, read_manifest
from reportedly.claims.times import find_times, merge_times, outside_times, tie_times
from reportedly.claims.tolls import add_tolls
from reportedly.errors import OtherLanguage
from reportedly.terms import (
    READ_KINDS,
    Claim,
    Comparison,
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

#: Numbers of these measures may be part of a time ("the last two weeks", "the first half of the year").
MEASURES_OF_TIME = ("duration", "ratio")

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_Term = TypeVar("_Term", Claim, Comparison, Figure, Rejected, TimeExpression)


@lru_cache(maxsize=1)
def produced(gazetteer: Path | None = None) -> Produced:
    """Version of the program, hash of the model, hash of the rules (code and lexicons of this room).

    A user's own table of places is one of the rules.
    """
    from importlib.metadata import version

    room = Path(__file__).parent
    rules = hashlib.sha256()
    for path in sorted([*room.rglob("*.py"), *room.rglob("*.tsv"), *room.rglob("*.tsv.gz")]):
        rules.update(path.relative_to(room).as_posix().encode())
        rules.update(path.read_bytes())
    if gazetteer is not None:
        rules.update(own_hash(gazetteer).encode())
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

    def __init__(self, tagger: Tagger, made_by: Produced, gazetteer: Gazetteer | None = None) -> None:
        self._tagger = tagger
        self._gazetteer = gazetteer
        self.produced = made_by

    @classmethod
    def load(cls, gazetteer: Path | None = None) -> "Reader":
        """A reader with the model of the package, and a user's own table of places if there is one.

        Raises:
            MissingModel: the package lacks its model.
            BadGazetteer: the table cannot be used.
        """
        own = None if gazetteer is None else load_own_gazetteer(gazetteer)
        return cls(Tagger.load(), produced(gazetteer), own)

    def read(self, report: Report) -> Reading:
        """What the report says: a pure function of the report.

        A report in another language gives no claim and no figure; ``coverage.reason`` says so.
        """
        if report.language != LANGUAGE:
            coverage = Coverage(characters=len(report.text), read=0, reason=OtherLanguage.slug)
            return Reading(produced=self.produced, report=report, coverage=coverage)
        cased = in_usual_case(report, READ_KINDS)  # blocks in capitals; places are the same
        tokens = self.split(cased)
        tagged = self.tag(tokens)
        numbers = self.find_numbers(cased, tokens)
        reading = self.assemble(cased, tokens, tagged, numbers)
        return reading if cased is report else restore_words(reading, report)

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

    def _places(self, tokens: Tokens, tagged: Tagged) -> list[Located]:
        return find_places(tokens, tagged.syntax, tagged.names, self._gazetteer)

    def assemble(self, report: Report, tokens: Tokens, tagged: Tagged, numbers: Numbers) -> Reading:
        """The reading made of what was found; what is not grounded is dropped and counted."""
        dropped = _Counter()
        figures = complete_figures(tokens, tagged.syntax, numbers.found, report.text_sha256)
        attributions = complete_sources(tokens, tagged.syntax, tagged.attributions, tagged.stretches)
        attributions = add_closing_sources(tokens, tagged.syntax, attributions, tagged.names)
        attributions = part_items(tokens, tagged.syntax, trim_cues(tokens, tagged.syntax, attributions))
        attributions = add_colons(tokens, tagged.syntax, attributions, tagged.names)
        attributions = add_tolls(tokens, tagged.syntax, complete_contents(tokens, attributions), tagged.names)
        attributions = add_noun_cues(tokens, tagged.syntax, attributions, tagged.names)
        attributions = add_accounts(tokens, tagged.syntax, attributions, tagged.names)
        shares = [(f.quantity.start, f.quantity.end) for f in numbers.found if f.quantity.measure in SHARES]
        attributions = add_poll_shares(tokens, attributions, shares)
        attributions = announce_quotations(tokens, tagged.syntax, attributions)
        attributions = join_quotations(tokens, attributions)
        attributions = add_nested(tokens, tagged.syntax, attributions, tagged.names)
        claims = build_claims(tokens, attributions, report.blocks, report.text_sha256)
        sentences = sentence_places(tokens)
        kept = repeated_sentences(report.text, sentences, report.blocks)
        claims = fold_claims(claims, sentences, kept)
        figures = fold_figures(figures, sentences, kept, report.blocks)
        figures = dropped.grounded(report.text, join_figures_of_headline(figures, report.blocks))
        claims = dropped.grounded(report.text, claims)
        claims, figures = tie_figures(tie_nested(claims), figures)
        claims = join_claims_of_headline(claims, figures)
        # what the claims mean, in this order: speakers, times, places, comparisons, checks
        claims, speakers = resolve_speakers(tokens, tagged.syntax, tagged.names, claims, report)
        figures = settle_wholes(supply_nationalities(figures, claims, speakers))
        counted = [
            (f.quantity.start, f.quantity.end) for f in numbers.found if f.quantity.measure not in MEASURES_OF_TIME
        ]
        times = find_times(tokens, tagged.syntax, report.published, counted)
        times = merge_times(times, numbers.times)
        claims, figures = tie_times(tokens, tagged.syntax, times, claims, figures, report.published)
        located = self._places(tokens, tagged)
        speakers = supply_countries(tokens, located, speakers)
        figures = tie_places(tokens, tagged.syntax, located, claims, figures)
        told_once = [place for number, place in enumerate(sentences) if number not in kept]
        claims, figures = settle_checks(report.text, told_once, claims, figures, speakers)
        comparisons = find_comparisons(report.text, told_once, figures, claims, speakers, report.text_sha256)
        rejected = outside_times(without_multiples(numbers.rejected, comparisons), times)
        return Reading(
            produced=self.produced,
            report=report,
            claims=tuple(claims),
            figures=tuple(figures),
            speakers=speakers,
            comparisons=tuple(dropped.grounded(report.text, comparisons)),
            times=tuple(dropped.grounded(report.text, times)),
            rejected=tuple(dropped.grounded(report.text, rejected)),
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


def _estimated(claims: Sequence[Claim], figure: Figure) -> list[Claim]:
    """The claims of which the cue is one of the figure's own words: "the ministry's estimate of 5,000"."""
    if not figure.exact[0].isalpha():
        return []
    return [
        claim
        for claim in claims
        if claim.cue is not None
        and figure.start <= claim.cue.start < figure.end
        and any(a <= figure.end <= b for a, b in claim.content.spans)
    ]


def tie_figures(claims: Sequence[Claim], figures: Sequence[Figure]) -> tuple[list[Claim], list[Figure]]:
    """Each figure tied to the claim whose content it lies in; of several, the one of fewest words."""
    held: dict[str, list[str]] = {}
    tied = []
    contents = Contents(without_asked(claims, figures))
    for figure in figures:
        around = contents.holding(figure.start, figure.end) + _estimated(claims, figure)
        if around:
            claim = min(around, key=lambda c: (sum(b - a for a, b in c.content.spans), c.via is None))
            held.setdefault(claim.id, []).append(figure.id)
            figure = replace(figure, claim=claim.id)
        tied.append(figure)
    return [replace(c, figures=tuple(held[c.id])) if c.id in held else c for c in claims], tied
