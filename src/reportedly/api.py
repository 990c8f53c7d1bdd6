"""The Python face: read a report, keep and ask a ledger."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Self

from reportedly import ledger as room
from reportedly.errors import InputError, MissingInput, ReportedlyError
from reportedly.inputs import find_pages
from reportedly.ledger import ClaimFilter, ClaimRow, Counts, FigureFilter, FigureRow, index
from reportedly.ledger.index import FindingFilter, SeriesFilter, StoryRow
from reportedly.ledger.index.search import SearchFilter
from reportedly.pipeline import LoadsWith, ReadsReports, load_reader, read_page
from reportedly.pipeline.following import follow_kept
from reportedly.pipeline.keeping import Kept, keep_pages
from reportedly.pipeline.searching import Hit, search_reports
from reportedly.pipeline.speaking import Speaking, find_speakers
from reportedly.pipeline.standing import findings_as_of, series_as_of
from reportedly.settings import ledger_at
from reportedly.terms import AsOf, Finding, Given, Page, Reading, Series, Skipped, sha256_hex
from reportedly.terms.dates import check_published
from reportedly.terms.languages import check_language


def read(
    text_or_path: str | os.PathLike[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    gazetteer: str | os.PathLike[str] | None = None,
) -> Reading:
    """What a report says, with every claim and figure at its exact words.

    ``gazetteer`` is a CSV file of your own places (docs/places.md); it is read once in a process.

    A path, or a string that is the path of a file, is read from the file; any other string with white
    space in it is the text itself (:func:`read_text` never looks for a file).

    Raises:
        InputError, ReportError: the report cannot be used, for the reason the error names.
        BadOption: the date or the language is none.
        BadGazetteer: the table of places cannot be used.
        MissingModel: the package lacks its model.
    """
    given = _given(published, outlet, url, language)
    if isinstance(text_or_path, str) and not _is_file(text_or_path):
        if len(text_or_path.split()) > 1:
            return _read(_text_page(text_or_path, given), gazetteer)
        raise MissingInput(f"there is no file {text_or_path!r}; a text of one word is read with read_text")
    return _read(next(find_pages([os.fspath(text_or_path)], given)), gazetteer)


def read_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    gazetteer: str | os.PathLike[str] | None = None,
) -> Reading:
    """What a report says that is given as plain text; ``gazetteer`` and errors as of :func:`read`."""
    return _read(_text_page(text, _given(published, outlet, url, language)), gazetteer)


class Ledger:
    """A ledger, open for reading into and for asking. Use it in a ``with`` statement.

    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder, Ledger(pathlib.Path(folder) / "ledger.sqlite") as ledger:
    ...     ledger.counts().reports
    0
    """

    def __init__(
        self, path: str | os.PathLike[str], *, create: bool = True, passphrase: str | None = None
    ) -> None:
        """Open the ledger at a path or ``postgresql://…``, made when it is not there unless ``create`` is false.

        With a passphrase it is encrypted.

        Raises:
            LedgerError: one of its kinds.
        """
        self._opened = room.open_ledger(ledger_at(os.fspath(path)), create=create, passphrase=passphrase)

    def read_into(
        self,
        paths: Iterable[str | os.PathLike[str]],
        given: Given | None = None,
        *,
        workers: int = 1,
        gazetteer: str | os.PathLike[str] | None = None,
    ) -> Iterator[Kept]:
        """Read files and folders into the ledger; yields what became of each, as it is kept.

        What the reports say of one another is found on the way, and of all of them at the end.
        ``gazetteer`` is a CSV file of your own places. Nothing happens until the result is iterated over.
        """
        pages = find_pages([os.fspath(path) for path in paths], given or Given())
        load = LoadsWith(_path_of(gazetteer))
        kept = keep_pages(self._opened, pages, workers=workers, load=load, produced=load.produced)
        yield from (each for each in follow_kept(self._opened, kept) if isinstance(each, Kept))

    def figures(self, wanted: FigureFilter | None = None, as_of: AsOf | None = None) -> Iterator[FigureRow]:
        """The figures that fit, in order of publication; with ``as_of`` those that had come by then."""
        return room.list_figures(self._opened, wanted or FigureFilter(), as_of)

    def claims(self, wanted: ClaimFilter | None = None, as_of: AsOf | None = None) -> Iterator[ClaimRow]:
        """The claims that fit, in order of publication; with ``as_of`` those that had come by then."""
        return room.list_claims(self._opened, wanted or ClaimFilter(), as_of)

    def reading(self, report: str, as_of: AsOf | None = None) -> Reading:
        """The reading of one report, by its id, the start of its id, its address or words of its headline.

        With ``as_of`` what of it had come by then.

        Raises:
            UnknownReport: none or several answer.
        """
        found = room.find_report(self._opened, report, as_of)
        return room.load_reading(self._opened, found.report_id, as_of)

    def series(self, wanted: SeriesFilter | None = None, as_of: AsOf | None = None) -> Iterator[Series]:
        """The series that fit, whole, those of most reports first; with ``as_of`` made anew, story by story.

        Names that are held back are left out unless ``wanted`` asks for them.
        """
        asked = wanted or SeriesFilter()
        if as_of is not None or asked.include_names:
            yield from (each.series for each in series_as_of(self._opened, asked, as_of))
            return
        for row in index.list_series(self._opened, asked):
            yield index.load_series(self._opened, row.series_id, include_restricted=asked.include_restricted)

    def findings(self, wanted: FindingFilter | None = None, as_of: AsOf | None = None) -> Iterator[Finding]:
        """The findings that fit, in order of publication; with ``as_of`` made anew, story by story."""
        asked = wanted or FindingFilter()
        anew = as_of is not None or asked.include_names
        rows = findings_as_of(self._opened, asked, as_of) if anew else index.list_findings(self._opened, asked)
        yield from (row.finding for row in rows)

    def stories(self, words: str | None = None, *, include_restricted: bool = False) -> Iterator[StoryRow]:
        """The stories whose label has the words, those of most reports first."""
        return index.list_stories(self._opened, words, include_restricted=include_restricted)

    def speakers(
        self, words: str | None = None, *, include_restricted: bool = False, include_names: bool = False
    ) -> Speaking:
        """The speakers that answer to words, across reports; what the first said; pairs that may be one.

        Without words all speakers with a name or a body.
        """
        return find_speakers(
            self._opened, words, include_restricted=include_restricted, include_names=include_names
        )

    def search(self, *words: str, wanted: SearchFilter | None = None) -> Iterator[Hit]:
        """Places where the words are, the newest report first; words of one argument stand together.

        Raises:
            BadOption: nothing was asked for.
        """
        return search_reports(self._opened, words, wanted or SearchFilter())

    def counts(self) -> Counts:
        """How much the ledger holds."""
        return room.counts(self._opened)

    def close(self) -> None:
        """Let go of the file."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@cache
def _reader(gazetteer: Path | None) -> ReadsReports:
    return load_reader(gazetteer)


def _path_of(path: str | os.PathLike[str] | None) -> Path | None:
    return None if path is None else Path(path)


def _given(published: str | None, outlet: str | None, url: str | None, language: str | None) -> Given:
    return Given(
        published=check_published(published) if published is not None else None,
        outlet=outlet,
        url=url,
        language=check_language(language) if language is not None else None,
    )


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # too long, or a NUL in it: a text
        return False


def _text_page(text: str, given: Given) -> Page:
    body = text.encode("utf-8", "replace")
    return Page(address="text", body=body, media_type="text/plain", sha256=sha256_hex(body), given=given)


def _read(page: Page | Skipped, gazetteer: str | os.PathLike[str] | None) -> Reading:
    result = page if isinstance(page, Skipped) else read_page(page, _reader(_path_of(gazetteer))).result
    if isinstance(result, Skipped):
        raise _error_of(result)
    return result


def _error_of(skipped: Skipped) -> ReportedlyError:
    """The error a skip was made of, found by its slug."""
    kinds: list[type[ReportedlyError]] = [ReportedlyError]
    while kinds:
        kind = kinds.pop()
        if kind.slug == skipped.reason:
            return kind(f"{skipped.address}: {skipped.detail}")
        kinds += kind.__subclasses__()
    return InputError(f"{skipped.address}: {skipped.detail} [{skipped.reason}]")
