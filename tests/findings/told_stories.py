"""Stories for tests of findings: invented ones from files, and short ones written in a test."""

from functools import cache
from pathlib import Path

from evaluation.series import read_story
from evaluation.texts import Text, page_of
from reportedly.claims import Reader
from reportedly.pipeline import read_page
from reportedly.terms import Finding, Point, Reading, Series, StoryFindings, Told

STORIES = Path(__file__).with_name("stories")
NAMES = tuple(sorted(path.name for path in STORIES.iterdir() if path.is_dir()))


@cache
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader.load()


@cache
def told_story(name: str) -> tuple[Told, ...]:
    """An invented story as it is read."""
    return tuple(Told(reading=reading) for reading in read_story(STORIES / name, reader()))


def told_reports(*reports: tuple[str | None, str]) -> list[Told]:
    """Reports of one story from their dates and words."""
    told = []
    for number, (published, words) in enumerate(reports, start=1):
        reading = read_page(page_of(Text(f"{number:02}", words, published)), reader()).result
        assert isinstance(reading, Reading)
        told.append(Told(reading=reading))
    return told


def series_with(found: StoryFindings, *exact: str) -> Series:
    """The one series that has points with all these words."""
    held = [each for each in found.series if set(exact) <= {point.pointer.exact for point in each.points}]
    assert len(held) == 1, [words_of(each) for each in found.series]
    return held[0]


def words_of(series: Series) -> list[str]:
    """The words of the points of a series, in order."""
    return [point.pointer.exact for point in series.points]


def point_with(found: StoryFindings, exact: str) -> Point:
    """The one point with these words."""
    (point,) = (p for each in found.series for p in each.points if p.pointer.exact == exact)
    return point


def found_between(found: StoryFindings, old: str | None, new: str) -> list[Finding]:
    """Findings from one figure to another, by their words."""
    return [
        each
        for each in found.findings
        if each.to_place.exact == new and (each.from_place.exact if each.from_place else None) == old
    ]
