"""Short reports read with the real model, once each."""

from functools import cache

from reportedly.claims import Reader
from reportedly.reports import read_report
from reportedly.terms import Given, Page, Reading, Report, sha256_hex

#: A Tuesday.
PUBLISHED = "2016-01-26"


@cache
def _reader() -> Reader:
    return Reader.load()


@cache
def read(text: str, published: str | None = PUBLISHED) -> Reading:
    """The reading of a text as a page of plain text with that date."""
    body = text.encode()
    given = Given(language="en", published=published)
    report = read_report(
        Page(address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=given)
    )
    assert isinstance(report, Report)
    return _reader().read(report)
