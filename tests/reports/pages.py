"""Pages made for the tests."""

from reportedly.reports import ReportLimits, read_report
from reportedly.terms import Given, Page, Report, Skipped, sha256_hex


def page(body: str | bytes, *, html: bool = False, given: Given | None = None, address: str = "a") -> Page:
    """A page of the bytes, or of the text as UTF-8."""
    held = body.encode() if isinstance(body, str) else body
    kind = "text/html" if html else "text/plain"
    return Page(address=address, body=held, media_type=kind, sha256=sha256_hex(held), given=given or Given())


def report_of(body: str | bytes, *, html: bool = False, given: Given | None = None, address: str = "a") -> Report:
    """The report of such a page, which must give one."""
    found = read_report(page(body, html=html, given=given, address=address))
    assert isinstance(found, Report), found
    return found


def skip_of(body: str | bytes, limits: ReportLimits | None = None, *, html: bool = False) -> Skipped:
    """The skip of such a page, which must give none."""
    found = read_report(page(body, html=html), limits or ReportLimits())
    assert isinstance(found, Skipped), found
    return found


def kinds_of(report: Report) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]
