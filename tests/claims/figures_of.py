"""Figures of our own sentences, read by the whole reader, for the tables of cases."""

from functools import cache

from reportedly.claims import Reader
from reportedly.reports import read_report
from reportedly.terms import Figure, Given, Page, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


@cache
def figures_of(text: str) -> tuple[Figure, ...]:
    """All figures of a text read as English."""
    body = text.encode()
    page = Page(
        address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report).figures


def figure_of(text: str, exact: str) -> Figure:
    """The one figure with these words."""
    (figure,) = [f for f in figures_of(text) if f.exact == exact]
    return figure
