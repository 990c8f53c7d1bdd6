"""The words of the project as frozen types; standard library only."""

from reportedly.terms.as_of import AsOf, Clock
from reportedly.terms.claim import Appearance, Claim, Cue, Moment, Source, Verification
from reportedly.terms.draft import CheckedFigure, DraftNote, DraftVerdict
from reportedly.terms.figure import Attributes, Event, Figure, Place, Unit
from reportedly.terms.finding import Finding, FindingType, Reason, StoryFindings, Verdict
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
from reportedly.terms.record import definitions_of, plain, record_line, record_of, schema
from reportedly.terms.report import READ_KINDS, Block, Report
from reportedly.terms.restore import reading_of, term_of
from reportedly.terms.series import AtBasis, Facet, FacetName, Point, Pointer, Series, Story
from reportedly.terms.told import Link, LinkKind, Pins, StoryKeys, Told
from reportedly.terms.value import number_words, value_words
from reportedly.terms.words import Span, Words, exact_at, words_at

__all__ = [
    "FORMAT",
    "READ_KINDS",
    "Against",
    "Appearance",
    "AsOf",
    "AtBasis",
    "Attributes",
    "Block",
    "CheckedFigure",
    "Claim",
    "Clock",
    "Comparison",
    "Coverage",
    "Cue",
    "DraftNote",
    "DraftVerdict",
    "Event",
    "Facet",
    "FacetName",
    "Figure",
    "Finding",
    "FindingType",
    "Given",
    "Link",
    "LinkKind",
    "Moment",
    "Page",
    "Pins",
    "Place",
    "Point",
    "Pointer",
    "Produced",
    "Reading",
    "Reason",
    "Rejected",
    "Report",
    "Series",
    "Skipped",
    "Source",
    "Span",
    "Speaker",
    "Story",
    "StoryFindings",
    "StoryKeys",
    "TimeExpression",
    "Told",
    "Unit",
    "Verdict",
    "Verification",
    "Words",
    "definitions_of",
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
