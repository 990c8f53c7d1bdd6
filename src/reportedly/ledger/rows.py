"""What the ledger gives back: rows of its views, and the filters that choose them."""

from dataclasses import dataclass

#: What figure tables show unless asked for all: ages, durations and distances are kept and left out.
FIRST_MEASURES = ("count", "money", "percent", "ratio", "rate", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report as the newest reading has it."""

    report_id: str
    address: str
    url: str | None
    outlet: str | None
    headline: str | None
    published: str | None
    language: str | None
    claim_count: int
    figure_count: int
    unread_reason: str | None
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with the source and cue of its claim and the report it stands in."""

    value: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    bound: str
    stated: float | int | None
    measure: str
    unit: str | None
    unit_lemma: str | None
    nationality: str | None
    status: str | None
    currency: str | None
    per: str | None
    event: str | None
    event_lemma: str | None
    event_type: str | None
    negated: bool | None
    modality: str | None
    agent: str | None
    cause: str | None
    scope: str
    subset_of: str | None
    places: str | None
    countries: str | None
    occurred: str | None
    counted_as_of: str | None
    said: str | None
    source: str | None
    speaker: str | None
    cue: str | None
    stance: str | None
    hedges: str | None
    verification: str | None
    exact: str
    published: str | None
    outlet: str | None
    headline: str | None
    address: str
    url: str | None
    figure_id: str
    claim_id: str | None
    same_as: str | None
    report_id: str
    confidence: float
    corrected: bool
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with the report it stands in."""

    source: str | None
    speaker: str | None
    cue: str | None
    stance: str | None
    content: str
    mode: str
    said: str | None
    negated: bool
    hedges: str | None
    verification: str | None
    figures: int
    block: str
    published: str | None
    outlet: str | None
    headline: str | None
    address: str
    url: str | None
    claim_id: str
    same_as: str | None
    report_id: str
    confidence: float
    corrected: bool
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims: all words given must occur (case and accents do not matter).

    ``source`` looks in the source and in the name of its speaker, ``event`` and ``unit`` in the figures of
    the claim, ``report`` in address, outlet, headline and the start of the id. Names of people who do not speak in
    public office are held back unless ``include_names`` (docs/care.md), and are not found by ``source`` either.
    """

    source: str | None = None
    event: str | None = None
    unit: str | None = None
    report: str | None = None
    include_restricted: bool = False
    include_names: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter(ClaimFilter):
    """Which figures: as for claims, and ``measures`` and ``figures``, ids of some (empty: all)."""

    measures: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a ledger holds; claims and figures of the readings that hold."""

    reports: int
    claims: int
    figures: int
    skips: int
