"""What the index gives back: rows of series, findings and stories, and the filters that choose them."""

from dataclasses import dataclass

from reportedly.terms import Finding, Story, StoryFindings


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFilter:
    """Which series: all words given must occur (case and accents do not matter).

    ``event`` is a type of the closed list or a lemma; ``counted``, ``place`` and ``source`` look in what is
    counted, where, and in the names of those who say it; ``words`` look in the label, ``story`` in the label of
    the story, or is the start of its id. ``several``: only those of two figures or more. ``include_names``, names
    that are held back: for what is made anew from readings; the index holds none.
    """

    event: str | None = None
    counted: str | None = None
    place: str | None = None
    story: str | None = None
    source: str | None = None
    words: str | None = None
    since: str | None = None
    several: bool = False
    include_restricted: bool = False
    include_names: bool = False
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A series in short. ``reports``, ``outlets`` and ``origins`` count how many stand behind it."""

    series_id: str
    label: str
    event: str | None
    counted: str | None
    place: str | None
    scope: str | None
    measure: str | None
    cumulative: bool | None
    figures: int
    reports: int
    outlets: int
    origins: int
    newest: str | None
    newest_at: str | None
    newest_source: str | None
    revision: str | None
    revised_at: str | None
    course: str | None
    disputes: int
    story_id: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings: ``types`` (empty: all), of a series (its id), a story (its id), a report (its id).

    ``since`` is a UTC time: only those first made after it.
    """

    types: tuple[str, ...] = ()
    series: str | None = None
    story: str | None = None
    report: str | None = None
    since: str | None = None
    newest_first: bool = False
    include_restricted: bool = False
    include_names: bool = False
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding, when the newer report was published, when it was first made, and what it is of."""

    finding: Finding
    at: str | None
    recorded_at: str | None
    series: str | None
    story_id: str
    story: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """Reports about one happening, in short."""

    story_id: str
    label: str
    happening: str | None
    places: str | None
    first: str | None
    last: str | None
    reports: int
    series: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How much an index holds."""

    reports: int
    stories: int
    series: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedReport:
    """A report as it was followed: by which of its readings, and the text that is searched."""

    report_id: str
    reading: int
    published: str | None
    restricted: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStory:
    """A story with all that was found in it, ready to take the place of what the index held.

    ``reports`` are those of the story, in its order.
    """

    story: Story
    reports: tuple[FollowedReport, ...]
    found: StoryFindings


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where the index has a report: the number of its story, and the reading that was followed."""

    story: int
    reading: int
