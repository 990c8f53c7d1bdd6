"""What was forgotten is known again by its hashes, and not read again unless that is asked for."""

from sqlalchemy import func, or_, select

from reportedly.errors import ForgottenReport
from reportedly.ledger.connect import Ledger
from reportedly.ledger.flatten import utf8
from reportedly.ledger.forgetting.erase import Eraser
from reportedly.ledger.forgetting.forget import ADDRESS, empty_reading
from reportedly.ledger.format import unguarded
from reportedly.ledger.schema import forgotten, pages, readings, texts
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

    What was made of the text before stays forgotten, or is now: words that were blotted out of earlier readings do
    not stand in it any more.
    """
    report = reading.report
    with ledger.writing() as connection, unguarded(connection):
        number = connection.execute(select(func.count()).select_from(forgotten)).scalar_one()
        eraser = Eraser(connection, "o:" + sha256_hex(f"again\n{number}\n{report.id}")[:20])
        for row in connection.execute(select(pages).where(pages.c.report_id == report.id)).all():
            if row.address == ADDRESS:
                eraser.erase(pages, row._asdict(), {"address": page.address})
        now, own = utf8(report.text), texts.c.text_sha256 == report.text_sha256
        for row in connection.execute(select(texts).where(own)).all():
            if row.text != now:
                of_text = select(readings).where(readings.c.text_sha256 == report.text_sha256)
                for held in connection.execute(of_text.order_by(readings.c.reading)).all():
                    empty_reading(connection, eraser, held._asdict(), now)
                eraser.erase_text(row._asdict(), now)
        eraser.finish()
