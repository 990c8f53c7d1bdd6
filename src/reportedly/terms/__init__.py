"""The words of the project as frozen types; standard library only."""

from reportedly.terms.claim import Appearance, Claim, Cue, Moment, Source, Verification
from reportedly.terms.figure import Attributes, Event, Figure, Place, Unit
from reportedly.terms.grounding import is_grounded
from reportedly.terms.identity import report_id, sha256_hex, words_id
from reportedly.terms.page import Given, Page, Skipped
from reportedly.terms.reading import (
    FORMAT,
    Against,
    Comparison,
    Coverage,
    Produced,
    Reading,
    Rejected,
    Speaker,
    TimeExpression,
)
from reportedly.terms.record import plain, record_line, record_of, schema
from reportedly.terms.report import READ_KINDS, Block, Report
from reportedly.terms.restore import reading_of, term_of
from reportedly.terms.value import number_words, value_words
from reportedly.terms.words import Span, Words, exact_at, words_at

__all__ = [
    "FORMAT",
    "READ_KINDS",
    "Against",
    "Appearance",
    "Attributes",
    "Block",
    "Claim",
    "Comparison",
    "Coverage",
    "Cue",
    "Event",
    "Figure",
    "Given",
    "Moment",
    "Page",
    "Place",
    "Produced",
    "Reading",
    "Rejected",
    "Report",
    "Skipped",
    "Source",
    "Span",
    "Speaker",
    "TimeExpression",
    "Unit",
    "Verification",
    "Words",
    "exact_at",
    "is_grounded",
    "number_words",
    "plain",
    "reading_of",
    "record_line",
    "record_of",
    "report_id",
    "schema",
    "sha256_hex",
    "term_of",
    "value_words",
    "words_at",
    "words_id",
]
