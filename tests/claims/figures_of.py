"""Readings of our own sentences by the whole reader, for the tables of cases."""

from functools import cache

from reportedly.claims import Reader
from reportedly.reports import read_report
from reportedly.terms import Figure, Given, Page, Reading, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


@cache
def reading_of(text: str, published: str | None = None) -> Reading:
    """What is read in a text taken as English."""
    body = text.encode()
    given = Given(language="en", published=published)
    page = Page(address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=given)
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report)


def figures_of(text: str) -> tuple[Figure, ...]:
    """All figures of a text read as English."""
    return reading_of(text).figures


def figure_of(text: str, exact: str) -> Figure:
    """The one figure with these words."""
    (figure,) = [f for f in figures_of(text) if f.exact == exact]
    return figure
