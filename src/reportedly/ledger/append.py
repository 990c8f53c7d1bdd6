"""Adding to a ledger: each report whole or not at all, and sealed at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from reportedly.ledger.clock import now
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import refresh_judged
from reportedly.ledger.flatten import (
    claim_row,
    figure_row,
    page_row,
    plain_words,
    reading_row,
    speaker_row,
    storable_row,
    utf8,
)
from reportedly.ledger.index.waiting import add_waiting
from reportedly.ledger.insert import insert_rows
from reportedly.ledger.names.keeping import held_names_row
from reportedly.ledger.schema import claims, figures, pages, readings, runs, seals, skips, speakers, texts
from reportedly.ledger.schema.care import held_names
from reportedly.ledger.seal import Chain, finished_key, row_digest, seal_rows, text_salt
from reportedly.terms import Given, Page, Produced, Reading, Skipped, plain, sha256_hex

_LENGTH = 20

#: Tables in the order in which they are filled: what a row points at comes before it.
_ORDER = (pages, texts, readings, held_names, speakers, claims, figures, seals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the program over some inputs; ``number`` is its place in the ledger."""

    number: int
    produced: Produced


def start_run(ledger: Ledger, produced: Produced) -> Run:
    """Note that a run begins."""
    with ledger.writing() as connection:
        number = (connection.execute(select(func.max(runs.c.run))).scalar() or 0) + 1
        row = storable_row({"run": number, **plain(produced), "started_at": now()})
        connection.execute(insert(runs).values(row))
        seal_rows(connection, runs, number, [row])
    return Run(number=number, produced=produced)


def finish_run(ledger: Ledger, run: Run) -> None:
    """Note that a run came to its end."""
    with ledger.writing() as connection:
        this = runs.c.run == run.number
        connection.execute(update(runs).where(this, runs.c.finished_at.is_(None)).values(finished_at=now()))
        row = connection.execute(select(runs).where(this)).one()
        seal_rows(connection, runs, finished_key(run.number), [row._asdict()])


def append_reading(ledger: Ledger, page: Page, reading: Reading, run: Run) -> bool:
    """Keep a page and its reading. False: the newest reading of the report is this one already.

    An older reading of the same report is superseded, not removed.

    Raises:
        LedgerError: one of its kinds; then nothing of the report was kept.
    """
    return append_readings(ledger, [(page, reading)], run)[0]


def append_readings(ledger: Ledger, read: Iterable[tuple[Page, Reading]], run: Run) -> list[bool]:
    """Keep many pages and their readings in one transaction: all of them or none.

    What is kept is the same as by one :func:`append_reading` after another, many times as quick: the disk is
    waited for once. Whoever is killed in between loses all of them, and reads them again.

    Raises:
        LedgerError: one of its kinds; then nothing was kept.
    """
    with ledger.writing() as connection:
        batch = _Batch(connection, run)
        kept = [batch.add(page, reading) for page, reading in read]
        batch.write()
    return kept


def append_skip(ledger: Ledger, skipped: Skipped, run: Run, page_sha256: str | None = None) -> bool:
    """Keep the reason why an input was not used. False: the ledger has it already."""
    parts = (skipped.address, page_sha256 or "", skipped.reason, skipped.detail)
    name = "k:" + sha256_hex("\n".join(parts))[:_LENGTH]
    with ledger.writing() as connection:
        if connection.execute(select(skips.c.skip_id).where(skips.c.skip_id == name)).scalar() is not None:
            return False
        made = {"skip_id": name, "page_sha256": page_sha256, "run": run.number, "recorded_at": now()}
        row = storable_row(made | plain(skipped))
        connection.execute(insert(skips).values(row))
        seal_rows(connection, skips, name, [row])
    return True


def reading_id(report: str, produced: Produced, given: Given) -> str:
    """Id of a reading: of what, by what, and with what the user said of it."""
    return "n:" + sha256_hex(f"{report}\n{plain_words(produced)}\n{plain_words(given)}")[:_LENGTH]


class _Batch:
    """Rows of some reports, gathered in memory and written together."""

    def __init__(self, connection: Connection, run: Run) -> None:
        self._connection = connection
        self._run = run
        self._chain = Chain(connection)
        self._number = connection.execute(select(func.max(readings.c.reading))).scalar() or 0
        self._rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self._newest: dict[str, str] = {}
        self._pages: dict[str, bytes] = {}
        self._texts: set[str] = set()

    def add(self, page: Page, reading: Reading) -> bool:
        """Take a report in, unless its newest reading is this one."""
        report = reading.report
        name = reading_id(report.id, reading.produced, page.given)
        newest = self._find_newest(report.id)
        if newest == name:
            return False
        self._newest[report.id] = name
        self._number += 1
        of_run = {"run": self._run.number, "recorded_at": now()}
        salt = text_salt(utf8(report.text))
        reading_kept = {"reading": self._number, "reading_id": name, **of_run, **reading_row(page.given, reading)}
        self._rows[readings].append(reading_kept)
        names = held_names_row(self._number, reading)
        if names is not None:
            self._rows[held_names].append(names)
        digests = [
            self._add_page(page, report.id, of_run, new=newest is None),
            row_digest(readings, reading_kept, salt),
            *self._add_parts(reading, salt),
        ]
        self._add_text(report.text_sha256, report.text)
        self._rows[seals].append(self._chain.link(readings, self._number, digests))
        return True

    def write(self) -> None:
        """Write what was taken in."""
        for table, rows in self._rows.items():
            insert_rows(self._connection, table, rows)
        report_ids = [row["report_id"] for row in self._rows[readings]]
        refresh_judged(self._connection, report_ids)
        add_waiting(self._connection, report_ids)

    def _find_newest(self, report: str) -> str | None:
        if report in self._newest:
            return self._newest[report]
        newest = select(readings.c.reading_id, readings.c.record).where(readings.c.report_id == report)
        row = self._connection.execute(newest.order_by(readings.c.reading.desc()).limit(1)).first()
        # one that was forgotten is no longer the same as any
        return None if row is None else row.reading_id if row.record else ""

    def _add_page(self, page: Page, report: str, of_run: dict[str, Any], *, new: bool) -> bytes:
        """The hash of the page's row, which is added where there is none."""
        if new:
            row = {**page_row(page, report), **of_run}
            self._rows[pages].append(row)
            self._pages[report] = row_digest(pages, row)
        elif report not in self._pages:
            held = self._connection.execute(select(pages).where(pages.c.report_id == report)).one()
            self._pages[report] = row_digest(pages, held._asdict())
        return self._pages[report]

    def _add_text(self, name: str, text: str) -> None:
        if name in self._texts:
            return
        self._texts.add(name)
        if (
            self._connection.execute(select(texts.c.text_sha256).where(texts.c.text_sha256 == name)).first()
            is None
        ):
            row = {"text_sha256": name, "text": utf8(text), "characters": len(text)}
            self._rows[texts].append(row)

    def _add_parts(self, reading: Reading, salt: bytes) -> list[bytes]:
        """The hashes of the rows of speakers, claims and figures, which are added."""
        digests: list[bytes] = []
        for table, rows in (
            (speakers, [speaker_row(each) for each in reading.speakers]),
            (claims, [claim_row(each) for each in reading.claims]),
            (figures, [figure_row(each) for each in reading.figures]),
        ):
            placed = [{"reading": self._number, "position": at, **row} for at, row in enumerate(rows)]
            digests += [row_digest(table, row, salt) for row in placed]
            self._rows[table] += placed
        return digests
