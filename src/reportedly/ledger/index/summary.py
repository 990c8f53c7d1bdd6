"""A series in one row: its facets, how many stand behind it, its newest value and its last revision."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from reportedly.ledger.folding import fold
from reportedly.ledger.fulltext import Phrase, tokens_of
from reportedly.ledger.index.rows import SeriesFilter, SeriesRow
from reportedly.terms import Finding, Point, Series, Story, plain

_ANYWHERE = "lcpse"
#: As many numbers as a small line can show.
_DRAWN = 40
_DISPUTES = frozenset({"contradiction", "difference"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a list of series shows of one, made of some of its points."""

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


def summarise(series: Series, points: Sequence[Point], findings: Iterable[Finding]) -> Summary:
    """The summary of a series by these of its points.

    By all of them the counts are those of the series; by some of them what these come from is counted anew.
    """
    shown = {point.pointer.figure for point in points}
    held = [finding for finding in findings if _within(finding, shown)]
    newest = newest_point(points, held)
    revision = _last_revision(points, held)
    counted = {"reports": series.reports, "outlets": series.outlets, "origins": series.origins}
    if len(points) < len(series.points):
        counted = count_behind(points)
    return Summary(
        **counted,
        newest=newest.value if newest else None,
        newest_at=newest.at if newest else None,
        newest_source=newest.speaker if newest else None,
        revision=revision[0] if revision else None,
        revised_at=revision[1] if revision else None,
        course=course_of(points),
        disputes=sum(finding.type in _DISPUTES for finding in held),
    )


def count_behind(points: Iterable[Point]) -> dict[str, int]:
    """How many reports, outlets and independent origins stand behind points."""
    held = list(points)
    return {
        "reports": len({point.pointer.report for point in held}),
        "outlets": len({point.outlet for point in held if point.outlet}),
        "origins": len({point.origin for point in held}),
    }


def course_of(points: Iterable[Point]) -> str | None:
    """The numbers of dated figures in order of time, copies left out, parted by spaces; of many every few."""
    numbers = [
        number
        for point in points
        if point.at is not None and point.copy_of is None
        for number in [next((n for n in (point.best, point.low, point.high) if n is not None), None)]
        if number is not None
    ]
    step = max(1, -(-len(numbers) // _DRAWN))
    return " ".join(f"{number:g}" for number in [*numbers[:-1:step], *numbers[-1:]]) or None


def newest_point(points: Sequence[Point], findings: Iterable[Finding]) -> Point | None:
    """The newest figure: the last with a moment, but for copies and for old values printed late."""
    late = {finding.to_place.figure for finding in findings if finding.type == "lag"}
    own = [point for point in points if point.copy_of is None and point.pointer.figure not in late]
    dated = [point for point in own if point.at is not None]
    return next(reversed(dated or own or list(points)), None)


def row_of(series: Series, findings: Sequence[Finding], story: Story) -> dict[str, object]:
    """The row of a series but for its story: as seen without restricted reports, if any other is there."""
    facets: Mapping[str, str | None] = {facet.name: facet.value for facet in series.facets}
    open_points = [point for point in series.points if not point.restricted]
    found = summarise(series, open_points or series.points, findings)
    place = facets.get("place")
    return {
        "series_id": series.id,
        "label": series.label,
        **{name: facets.get(name) for name in ("event", "counted", "place", "happening", "scope", "measure")},
        "place_key": fold(place),
        "facets": json.dumps(plain(series.facets), ensure_ascii=False, separators=(",", ":")),
        "cumulative": series.cumulative,
        "figures": len(series.points),
        "restricted": len(series.points) - len(open_points),
        **plain(found),
        "words": words_of(series, story),
    }


def series_row(series: Series, findings: Sequence[Finding], story: Story) -> SeriesRow:
    """The row that lists a series, of one that the index does not hold."""
    row = row_of(series, findings, story)
    own = {f.name: row[f.name] for f in fields(SeriesRow) if f.name in row}
    return SeriesRow(**own, story_id=story.id, story=story.label)  # type: ignore[arg-type]  # as row_of has them


def fits(series: Series, findings: Sequence[Finding], story: Story, wanted: SeriesFilter) -> bool:
    """Whether a series that the index does not hold is one of those wanted; as the index chooses."""
    row = series_row(series, findings, story)
    words = set(words_of(series, story).split())
    return (
        (not wanted.event or row.event in event_names(wanted.event))
        and (not wanted.several or row.figures > 1)
        and (not wanted.since or (row.newest_at or "") >= wanted.since)
        and story_fits(story, wanted.story)
        and all(any(word in words for (word,) in group) for group in groups_of(wanted))
    )


def story_fits(story: Story, words: str | None) -> bool:
    """Whether a story has all words in its label, or an id that begins so."""
    label = fold(story.label) or ""
    return story.id.startswith(words or "") or all((fold(word) or "") in label for word in (words or "").split())


_WHOLE_ID = re.compile(r"[a-z]:[0-9a-f]{20}")


def is_id(words: str) -> bool:
    """Whether this is an id or the start of one, and no words.

    >>> is_id("q:3fa2"), is_id("missing surfside")
    (True, False)
    """
    return ":" in words[:3] and " " not in words


def is_whole_id(words: str) -> bool:
    """Whether this is a whole id, which is looked up and not looked for.

    >>> is_whole_id("x:ffb14cbdd6b5b207240a"), is_whole_id("x:ffb1")
    (True, False)
    """
    return _WHOLE_ID.fullmatch(words) is not None


def event_names(event: str) -> list[str]:
    """The names under which an event may stand in the index.

    >>> event_names("Accounted for")
    ['accounted for', 'accounted_for']
    """
    named = fold(event) or ""
    return sorted({named, named.replace(" ", "_"), named.replace("_", " ")})


def groups_of(wanted: SeriesFilter) -> list[list[Phrase]]:
    """For each word asked for, the words of the search table of which one must be there."""
    given = ((wanted.counted, "c"), (wanted.place, "p"), (wanted.source, "s"), (wanted.words, _ANYWHERE))
    return [
        [(letter + token.word,) for letter in letters]
        for words, letters in given
        for token in tokens_of(words or "")
    ]


def words_of(series: Series, story: Story) -> str:
    """The words by which a series of a story is found, each after the letter of where it stands.

    A series without a place of its own is of the places of its story.

    >>> from reportedly.terms import Facet
    >>> flood = Story(id="y:1", label="flood", reports=(), places=("Lima",), happening=None, first=None, last=None)
    >>> facets = (Facet(name="event", value="killed"), Facet(name="place", value="São Tomé"))
    >>> words_of(Series(id="q:1", label="people killed", facets=facets, points=(), cumulative=None, reports=0,
    ...     outlets=0, origins=0), flood)
    'ekilled lflood lkilled lpeople plima psao ptome'
    """
    given: list[tuple[str, str | None]] = [("l", series.label), ("l", story.label)]
    given += [("p", place) for place in story.places]
    letters = {"event": "e", "counted": "c", "nationality": "c", "status": "c", "place": "p", "happening": "p"}
    given += [(letters[facet.name], facet.value) for facet in series.facets if facet.name in letters]
    for point in series.points:
        given += [("s", point.speaker), ("s", point.origin), ("s", point.outlet)]
    found = {letter + token.word for letter, words in given for token in tokens_of(words or "")}
    return " ".join(sorted(found))


def _within(finding: Finding, figures: set[str | None]) -> bool:
    places = (finding.from_place, finding.to_place)
    return all(place is None or place.figure in figures for place in places)


def _last_revision(points: Sequence[Point], findings: Iterable[Finding]) -> tuple[str, str | None] | None:
    at = {point.pointer.figure: n for n, point in enumerate(points)}
    ends = [
        (at[finding.to_place.figure], at[finding.from_place.figure])
        for finding in findings
        if finding.type == "revision" and finding.from_place is not None
    ]
    if not ends:
        return None
    new, old = (points[n] for n in max(ends))
    return f"{old.value} → {new.value}", new.at
