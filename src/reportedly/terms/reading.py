"""What the reader made of one report at one version: the public record ``reportedly/1``."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.claim import Claim
from reportedly.terms.figure import Figure
from reportedly.terms.grounding import is_grounded
from reportedly.terms.report import Report
from reportedly.terms.words import Span, Words

FORMAT = "reportedly/1"

Why = Literal["ordinal", "list", "name", "phone", "score", "identifier", "frequency", "idiom", "furniture"]
SpeakerKind = Literal["person", "organisation", "group", "place", "document", "outlet", "unknown"]
TimeKind = Literal["date", "time", "duration", "set"]
ComparisonKind = Literal["ratio", "difference", "from_to", "same", "superlative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Produced:
    """What made a reading: version of the program, hashes of the model and of the rules."""

    version: str
    model: str
    rules: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Against(Words):
    """What a comparison compares with."""

    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Words):
    """A claim of change; ``from_value`` and ``to_value`` are ``from`` and ``to`` in the record."""

    id: str
    kind: ComparisonKind
    factor: float | None = None
    difference: float | None = None
    from_value: float | None = None
    to_value: float | None = None
    direction: Literal["up", "down", "same"] | None = None
    figure: str | None = None
    claim: str | None = None
    against: Against | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A resolved source; ``named`` false is an anonymous one; ``mentions`` are half-open places."""

    id: str
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    kind: SpeakerKind = "unknown"
    named: bool = False
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Words):
    """A time expression with its EDTF and TimeML values, null where they cannot be settled."""

    kind: TimeKind
    edtf: str | None = None
    timex: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected(Words):
    """A number that is no figure, and why."""

    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much was read: code points of the text and of what the reader read, parts dropped."""

    characters: int
    read: int
    dropped: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report with everything read from it.

    Raises:
        ValueError: some words do not stand in the report's text at their spans.
    """

    produced: Produced
    report: Report
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    coverage: Coverage

    def __post_init__(self) -> None:
        text = self.report.text
        for part in (self.claims, self.figures, self.comparisons, self.times, self.rejected):
            for item in part:
                if not is_grounded(text, item):
                    raise ValueError(f"words that do not stand in the text at their spans: {item!r}")
        if any(not 0 <= a < b <= len(text) for speaker in self.speakers for a, b in speaker.mentions):
            raise ValueError("a speaker is mentioned outside the text")
