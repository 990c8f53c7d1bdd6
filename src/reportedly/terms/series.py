"""Comparable figures over time, and the reports about one happening that they stand in."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.figure import Bound, Scope
from reportedly.terms.words import Span

FacetName = Literal[
    "event", "counted", "nationality", "status", "age", "sex", "place", "happening", "scope", "measure", "per",
    "agent", "modality", "cumulative",
]  # fmt: skip
#: What the date of a point rests on, the strongest first.
AtBasis = Literal["counted_as_of", "occurred", "said", "published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Words of a report: which report, which figure or claim, and the exact place.

    ``report`` is the id, ``address`` the address as given; ``figure`` and ``claim`` are ids, null where
    the words belong to none.
    """

    report: str
    address: str
    figure: str | None
    claim: str | None
    spans: tuple[Span, ...]
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One respect in which the figures of a series are the same, and words it rests on.

    ``value`` is in the words of the record (an event type, a lemma, a place's name); null: not told, and
    so told by none of the figures.
    """

    name: FacetName
    value: str | None
    words: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a series, where it stands in time and whose number it is.

    ``at`` is the EDTF moment that the count holds for and ``at_basis`` what that rests on (null with it);
    ``speaker`` is the name shown for who says it (null: the report itself), ``speaker_key`` the identity across
    reports; ``origin`` is the first to say it, as far as the words tell, and ``chain`` the way from the outlet
    to it; ``copy_of`` is the id of the report of which this one is a copy. ``corrected``: a person changed
    what the reader read. The bounds are the figure's own.
    """

    pointer: Pointer
    value: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    bound: Bound
    vague: str | None
    unit: str | None
    scope: Scope
    at: str | None
    at_basis: AtBasis | None
    said: str | None
    published: str | None
    outlet: str | None
    speaker: str | None
    speaker_key: str | None
    origin: str
    chain: tuple[str, ...] = ()
    copy_of: str | None = None
    same_as: str | None = None
    restricted: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Comparable figures: same event, counted group, place or happening, scope and measure.

    ``points`` are in order of time, then of publication, then of address and place in the text. ``cumulative``:
    the figures are running totals (true), counts of a moment or a stretch (false), or it is not told (null).
    ``reports``, ``outlets`` and ``origins`` count how many stand behind it: three different numbers.
    """

    id: str
    label: str
    facets: tuple[Facet, ...]
    points: tuple[Point, ...]
    cumulative: bool | None
    reports: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports about one happening, grouped by the program.

    ``id`` is made from the earliest of its reports; ``first`` and ``last`` are the EDTF dates between which
    they were published; ``places`` and ``happening`` are what most of them name.
    """

    id: str
    label: str
    reports: tuple[str, ...]
    places: tuple[str, ...]
    happening: str | None
    first: str | None
    last: str | None
