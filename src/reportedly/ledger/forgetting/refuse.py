"""What was forgotten is known again by its hashes, and not read again unless that is asked for."""

from sqlalchemy import or_, select, update

from reportedly.errors import ForgottenReport
from reportedly.ledger.connect import Ledger
from reportedly.ledger.flatten import storable
from reportedly.ledger.forgetting.forget import ADDRESS
from reportedly.ledger.format import unguarded
from reportedly.ledger.schema import pages, texts
from reportedly.ledger.schema.care import forgettings
from reportedly.terms import Page, Reading, Skipped, sha256_hex


def find_forgetting(ledger: Ledger, page: Page, reading: Reading | None = None) -> Skipped | None:
    """Why a page is not read: the ledger was told to forget it, or another state of it; None: it was not.

    It is known by its address, its public address or its bytes, and once it was read by its text. A speaker who
    was forgotten does not keep a page out, but the page that they were blotted out of.
    """
    known = [forgettings.c.address_sha256 == sha256_hex(page.address), forgettings.c.page_sha256 == page.sha256]
    for url in {page.given.url, reading.report.url if reading else None, page.address} - {None}:
        known.append(forgettings.c.url_sha256 == sha256_hex(str(url)))
    if reading is not None:
        known.append(forgettings.c.text_sha256 == reading.report.text_sha256)
    query = select(forgettings).where(or_(*known)).order_by(forgettings.c.number.desc()).limit(1)
    with ledger.reading() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    what = "this page" if row.kind == "report" else "a speaker of this page"
    why = f" because “{row.why}”" if row.why else ""
    detail = (
        f"{row.who} had the ledger forget {what} on {row.recorded_at[:10]}{why}; --again reads it all the same"
    )
    return Skipped(address=page.address, reason=ForgottenReport.slug, detail=detail)


def put_back(ledger: Ledger, page: Page, reading: Reading) -> None:
    """Put back what a page that is read again brings itself: its address, and its text.

    What was made of it before stays forgotten.
    """
    report = reading.report
    ours = pages.c.report_id == report.id
    with ledger.writing() as connection, unguarded(connection):
        connection.execute(update(pages).where(ours, pages.c.address == ADDRESS).values(address=page.address))
        held = texts.c.text_sha256 == report.text_sha256
        connection.execute(update(texts).where(held).values(text=storable(report.text)))
