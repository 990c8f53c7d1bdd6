"""Figures as they are stated in a story: each with its report, its claim, its speaker and the words about it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.findings.copies import order_of
from reportedly.terms import Claim, Figure, Pointer, Reading, Speaker, Told, Words
from reportedly.terms.words import Span

#: Measures that tell of one person or one stretch of time, and are compared with nothing.
_UNCOMPARED = frozenset(["age", "duration"])
#: An end of a sentence: a stop with what closes it, white space, and a beginning; or an end of a line.
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9$€£])|\n+")
_CLAUSE_END = re.compile(r"\d|[,;:]|\band\b|\bbut\b|\bwhile\b")
#: Shortenings whose stop ends no sentence.
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Gov|Sen|Rep|No|a\.m|p\.m|U\.S|U\.N)|\b[A-Z])\.\s+$")


@dataclass(frozen=True, kw_only=True)
class Stated:
    """One figure of one report of the story.

    ``report`` and ``place`` give the order: of the report among those of the story, and of the figure in it.
    ``sentence`` is the stretch of the report's text about the figure; ``since`` where the figure before it ends.
    """

    told: Told
    figure: Figure
    claim: Claim | None
    speaker: Speaker | None
    sentence: Span
    since: int
    report: int
    place: int

    @cached_property
    def reading(self) -> Reading:
        """The reading it stands in."""
        return self.told.reading

    @cached_property
    def key(self) -> tuple[str, str]:
        """Report and figure: two copies of one text give their figures one id."""
        return self.reading.report.id, self.figure.id

    @cached_property
    def pointer(self) -> Pointer:
        """Its place."""
        report = self.reading.report
        return Pointer(
            report=report.id,
            address=report.address,
            figure=self.figure.id,
            claim=self.figure.claim,
            spans=self.figure.spans,
            exact=self.figure.exact,
        )

    def words_at(self, words: Words) -> Pointer:
        """Other words of the same report, as words that say something of this figure."""
        report = self.reading.report
        return Pointer(
            report=report.id,
            address=report.address,
            figure=self.figure.id,
            claim=self.figure.claim,
            spans=words.spans,
            exact=words.exact,
        )

    @cached_property
    def in_headline(self) -> bool:
        """Whether it stands in the report's headline."""
        blocks = self.reading.report.blocks
        return any(b.kind == "headline" and b.start <= self.figure.start < b.end for b in blocks)

    @cached_property
    def before(self) -> str:
        """The sentence up to the figure, in small letters."""
        return self.reading.report.text[self.sentence[0] : self.figure.start].casefold()

    @cached_property
    def lead(self) -> str:
        """The sentence between the figure before it, if one stands there, and the figure, in small letters."""
        start = min(max(self.sentence[0], self.since), self.figure.start)
        return self.reading.report.text[start : self.figure.start].casefold()

    @cached_property
    def after(self) -> str:
        """The sentence after the figure, in small letters."""
        return self.reading.report.text[self.figure.end : self.sentence[1]].casefold()

    @cached_property
    def clause(self) -> str:
        """What follows the figure up to a number or the next clause, in small letters."""
        return _CLAUSE_END.split(self.after, maxsplit=1)[0]

    def in_sentence(self, spans: Sequence[Span]) -> bool:
        """Whether some of the words stand in the figure's sentence."""
        return any(start < self.sentence[1] and self.sentence[0] < end for start, end in spans)


def stated_figures(told: Sequence[Told]) -> list[Stated]:
    """The comparable figures of a story, reports in their order, figures in the order of the text."""
    found: list[Stated] = []
    for number, each in enumerate(sorted(told, key=lambda each: order_of(each.reading))):
        found += _of_report(each, number)
    return found


def _of_report(told: Told, number: int) -> Iterator[Stated]:
    reading = told.reading
    claims = {claim.id: claim for claim in reading.claims}
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    ends = sentence_ends(reading.report.text)
    multiples = [m.spans for m in reading.comparisons if m.kind == "ratio"]
    since = 0
    for place, figure in enumerate(sorted(reading.figures, key=lambda f: (f.spans, f.id))):
        before, since = since, figure.end
        if figure.measure in _UNCOMPARED or (figure.measure == "ratio" and _is_multiple(figure, multiples)):
            continue
        claim = claims.get(figure.claim or "")
        source = claim.source.speaker if claim and claim.source else None
        yield Stated(
            told=told,
            figure=figure,
            claim=claim,
            speaker=speakers.get(source or ""),
            sentence=_sentence_of(ends, figure),
            since=before,
            report=number,
            place=place,
        )


def _is_multiple(figure: Figure, multiples: Sequence[tuple[Span, ...]]) -> bool:
    """Whether the figure is the factor of a comparison ("46 times as many"), which is no amount."""
    inside = any(a < figure.end and figure.start < b for spans in multiples for a, b in spans)
    return inside or figure.exact.endswith(" times")


def sentence_ends(text: str) -> list[int]:
    """Where sentences end, the end of the text last.

    >>> sentence_ends("Dr. Ray saw 5 dead. Two more died.\\nEnd")
    [20, 35, 38]
    """
    ends = [
        found.end()
        for found in _END.finditer(text)
        if _SHORT.search(text[max(0, found.start() - 8) : found.end()]) is None
    ]
    return [*ends, len(text)] if not ends or ends[-1] < len(text) else ends


def _sentence_of(ends: Sequence[int], figure: Figure) -> Span:
    nth = min(bisect_right(ends, figure.start), len(ends) - 1)
    return (ends[nth - 1] if nth else 0), max(ends[nth], figure.end)


def by_sentence(figures: Sequence[Stated]) -> list[list[Stated]]:
    """The figures of each sentence."""
    held: dict[tuple[int, Span], list[Stated]] = {}
    for stated in figures:
        held.setdefault((stated.report, stated.sentence), []).append(stated)
    return list(held.values())
