"""Page → report → reading, for a stream of pages; order kept, memory flat."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reportedly.errors import InputError, ReportError
from reportedly.reports import read_report
from reportedly.terms import Page, Produced, Reading, Report, Skipped


class ReadsReports(Protocol):
    """The one seam to the model: a report in, its reading out, always the same for the same report."""

    @property
    def produced(self) -> Produced:
        """What makes the readings."""

    def read(self, report: Report) -> Reading:
        """What the report says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one input. ``page`` is null when no bytes could be had."""

    page: Page | None
    result: Reading | Skipped


def read_pages(pages: Iterable[Page | Skipped], reader: ReadsReports) -> Iterator[Read]:
    """Every input as a reading or a skip, one for one, in order."""
    for page in pages:
        yield read_page(page, reader)


def read_page(page: Page | Skipped, reader: ReadsReports) -> Read:
    """One input as a reading or a skip."""
    if isinstance(page, Skipped):
        return Read(page=None, result=page)
    try:
        report = read_report(page)
        if isinstance(report, Skipped):
            return Read(page=page, result=report)
        return Read(page=page, result=reader.read(report))
    except (InputError, ReportError) as error:
        return Read(page=page, result=Skipped(address=page.address, reason=error.slug, detail=str(error)))


def load_reader(gazetteer: Path | None = None) -> ReadsReports:
    """The reader of the package, with a user's own table of places if there is one.

    Raises:
        MissingModel: the package lacks its model.
        BadGazetteer: the table cannot be used.
    """
    from reportedly.claims import Reader  # takes a moment: only when something is to be read

    return Reader.load(gazetteer)


def reader_produced(gazetteer: Path | None = None) -> Produced:
    """What would make a reading now, without loading the model; errors of the table as above."""
    from reportedly.claims import produced

    return produced(gazetteer)


@dataclass(frozen=True, slots=True)
class LoadsWith:
    """Loads the reader with a user's table; equal for equal tables, so that a process loads it once."""

    gazetteer: Path | None

    def __call__(self) -> ReadsReports:
        return load_reader(self.gazetteer)

    def check(self) -> None:
        """Raise BadGazetteer where the table cannot be used, before anything is read."""
        if self.gazetteer is not None:
            from reportedly.claims.places.own import read_own_places

            read_own_places(self.gazetteer)

    def produced(self) -> Produced:
        """What would make a reading with this table."""
        return reader_produced(self.gazetteer)
