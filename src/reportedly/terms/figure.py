"""A number that counts or measures something reported, and what the words say of it."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.claim import Appearance, Moment, Verification
from reportedly.terms.words import Span, Words

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
Lean = Literal["below", "above"]
Measure = Literal[
    "count", "money", "percent", "ratio", "rate", "age", "duration", "distance", "area", "weight",
    "volume", "temperature", "other",
]  # fmt: skip
Modality = Literal["asserted", "feared", "possible", "expected", "planned"]
Scope = Literal["total", "new", "subset", "unknown"]
UnitClass = Literal["people", "households", "buildings", "vehicles", "animals", "money", "events", "time", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What the words say of those counted; null where they say nothing.

    ``nationality`` is ISO 3166 alpha-3; ``status``, ``age`` and ``sex`` are as the words say, by lemma
    ("university student", "child", "woman"). ``words`` are the words all this rests on, in order of the
    text; they stand outside the unit where the nationality is supplied from the source.
    """

    nationality: str | None = None
    status: str | None = None
    age: str | None = None
    sex: str | None = None
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Words):
    """The noun phrase counted; ``supplied`` when it stands elsewhere than beside the number."""

    supplied: bool = False
    lemma: str
    unit_class: UnitClass | None = None
    attributes: Attributes = Attributes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Words):
    """What happened to those counted: trigger words, lemma, type of the closed list or ``other``."""

    lemma: str
    type: str
    negated: bool = False
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Words):
    """A place tied to a figure; coordinates in degrees hold only to their precision."""

    supplied: bool = False
    name: str | None = None
    iso3: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    role: str = "happened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as stated, with the bounds its words set.

    ``exact`` and ``spans`` hold bound words and number; ``low``, ``best``, ``high`` are what the
    words say and never more; ``currency`` is ISO 4217; ``per`` is the base of a rate.

    Raises:
        ValueError: low above best or high, or best above high.
    """

    id: str
    exact: str
    spans: tuple[Span, ...]
    stated: float | int | None
    low: float | int | None
    best: float | int | None
    high: float | int | None
    bound: Bound
    lean: Lean | None = None
    vague: str | None = None
    measure: Measure
    unit: Unit | None = None
    currency: str | None = None
    per: str | None = None
    event: Event | None = None
    agent: Words | None = None
    cause: Words | None = None
    scope: Scope = "unknown"
    subset_of: str | None = None
    places: tuple[Place, ...] = ()
    occurred: Moment | None = None
    counted_as_of: Moment | None = None
    hedges: tuple[Words, ...] = ()
    verification: Verification | None = None
    claim: str | None = None
    same_as: str | None = None
    appearances: tuple[Appearance, ...] = ()
    confidence: float

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if known != sorted(known):
            raise ValueError(f"bounds of {self.exact!r} are out of order: {known}")

    @property
    def start(self) -> int:
        """Place of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Place after the last character."""
        return self.spans[-1][1]
