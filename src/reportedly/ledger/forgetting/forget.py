"""Forgetting a report, or a speaker wherever they speak."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, or_, select

from reportedly.errors import UnknownReport, UnknownTarget
from reportedly.ledger.clock import now
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import NOTHING, drop_corrected, refresh_corrected
from reportedly.ledger.flatten import claim_row, figure_row, plain_words, speaker_row, storable
from reportedly.ledger.folding import fold
from reportedly.ledger.forgetting.erase import Eraser, Row
from reportedly.ledger.forgetting.mask import (
    mask_text,
    masked_judgement,
    masked_reading,
    spans_of_names,
    spans_of_speakers,
)
from reportedly.ledger.format import unguarded
from reportedly.ledger.index import forget_in_index
from reportedly.ledger.index.waiting import add_waiting
from reportedly.ledger.judgements import FORGOTTEN, Signed, judgement_of, record_of_judgement
from reportedly.ledger.names.keeping import drop_held_names, keep_held_names
from reportedly.ledger.packing import pack_reading, unpack_reading
from reportedly.ledger.schema import claims, figures, judgements, pages, readings, skips, speakers, texts
from reportedly.ledger.schema.care import forgettings
from reportedly.ledger.seal import seal_rows
from reportedly.terms import Given, Reading, sha256_hex

_LENGTH = 20
#: What is shown in place of an address.
ADDRESS = "(forgotten)"
_PARTS = (speakers, claims, figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """One act of forgetting: what, of which reports, when, by whom and why.

    ``kind`` is report or speaker; ``target`` the id of the report, or of the speaker that was named.
    """

    id: str
    kind: str
    target: str
    reports: tuple[str, ...]
    recorded_at: str
    who: str
    why: str | None


def forget_report(ledger: Ledger, report: str, signed: Signed) -> Forgetting:
    """Forget a report, by its id, and every other report that has the same text.

    Text, quotations, names, addresses and outlet go, of all readings and judgements; hashes, dates and numbers
    stay. The words are overwritten in the database, and it is written anew (:meth:`Ledger.scrub`).

    Raises:
        UnknownReport: no report has this id.
        BusyLedger: another program holds the ledger; the words are out of its tables, and the same command run
            again clears what the file still holds of them.
    """
    with ledger.writing() as connection, unguarded(connection):
        found = _reports_with_text_of(connection, report)
        if not found:
            raise UnknownReport(f"no report of {ledger.path} has the id {report}")
        made = _Forgets(connection, "report", report, signed)
        made.forget_reports(found)
    ledger.scrub()
    return made.done()


def forget_speaker(ledger: Ledger, speaker: str, signed: Signed) -> Forgetting:
    """Forget a speaker, by id or by name, in every report of the ledger: their name, and what they said.

    In texts and quotations their words are blotted out, sign for sign, so that all else stays in its place; the
    numbers they gave stay. A part of the name that stands alone goes too, in these reports.

    Raises:
        UnknownTarget: no speaker answers, or one who has no name.
        BusyLedger: as of :func:`forget_report`.
    """
    with ledger.writing() as connection, unguarded(connection):
        name, names = _names_of(connection, speaker)
        made = _Forgets(connection, "speaker", name, signed)
        made.forget_names(names)
    ledger.scrub()
    return made.done()


def list_forgettings(ledger: Ledger) -> tuple[Forgetting, ...]:
    """All that was forgotten, in order."""
    with ledger.reading() as connection:
        rows = connection.execute(select(forgettings).order_by(forgettings.c.number)).all()
    held: dict[str, list[Any]] = {}
    for row in rows:
        held.setdefault(row.forgetting, []).append(row)
    return tuple(
        Forgetting(
            id=name, kind=of[0].kind, target=of[0].target, reports=tuple(row.report_id for row in of),
            recorded_at=of[0].recorded_at, who=of[0].who, why=of[0].why,
        )
        for name, of in held.items()
    )  # fmt: skip


class _Forgets:
    """One act of forgetting, inside its transaction."""

    def __init__(self, connection: Connection, kind: str, target: str, signed: Signed) -> None:
        self._connection = connection
        self._kind, self._target = kind, target
        self._signed = signed
        self._when = signed.when or now()
        self._number = connection.execute(select(func.max(forgettings.c.number))).scalar() or 0
        content = f"{self._number}\n{kind}\n{target}\n{signed.who}\n{signed.why}\n{self._when}"
        self._id = "o:" + sha256_hex(content)[:_LENGTH]
        self._eraser = Eraser(connection, self._id)
        self._noted: list[dict[str, Any]] = []
        self._texts: dict[str, str] = {}

    def done(self) -> Forgetting:
        """What was done."""
        return Forgetting(
            id=self._id, kind=self._kind, target=self._target,
            reports=tuple(row["report_id"] for row in self._noted), recorded_at=self._when,
            who=self._signed.who.strip(), why=(self._signed.why or "").strip() or None,
        )  # fmt: skip

    def forget_reports(self, report_ids: Sequence[str]) -> None:
        """Leave no words of these reports."""
        forget_in_index(self._connection, report_ids)
        texts_held: set[str] = set()
        for report in report_ids:
            page = self._row(pages, pages.c.report_id == report)
            held = list(self._rows(readings, readings.c.report_id == report))
            self._note(report, page, held)
            for row in held:
                texts_held.add(row["text_sha256"])
                empty_reading(self._connection, self._eraser, row)
            self._forget_page(page, {row["url"] for row in held if row["url"]})
            self._forget_judgements(report)
            drop_corrected(self._connection, report)
        for name in sorted(texts_held):
            self._eraser.erase_text(self._row(texts, texts.c.text_sha256 == name), "")
        self._finish()

    def forget_names(self, names: frozenset[str]) -> None:
        """Blot names out of every reading in which a speaker has one of them, with what they said there."""
        speaking = select(readings.c.report_id).join(speakers, speakers.c.reading == readings.c.reading)
        found = self._connection.execute(speaking.where(speakers.c.name.in_(names)).distinct()).scalars()
        report_ids = sorted(set(found))
        forget_in_index(self._connection, report_ids)
        for report in report_ids:
            page = self._row(pages, pages.c.report_id == report)
            held = list(self._rows(readings, readings.c.report_id == report))
            self._note(report, page, held)
            self._mask_report(held, names)
            drop_corrected(self._connection, report)
        self._mask_judgements(names)
        self._finish()
        for report in report_ids:
            refresh_corrected(self._connection, report)
        add_waiting(self._connection, report_ids)

    def _mask_report(self, held: Sequence[Row], names: frozenset[str]) -> None:
        """All readings of a report with one text share it: what any of them ascribes to the speaker goes."""
        for name in sorted({row["text_sha256"] for row in held} - set(self._texts)):
            text_row = self._row(texts, texts.c.text_sha256 == name)
            text = text_row["text"]
            of_text = [row for row in self._rows(readings, readings.c.text_sha256 == name) if row["record"]]
            read = [(row, unpack_reading(row["record"], text)) for row in of_text]
            spans = [*spans_of_names(text, names)]
            for _, reading in read:
                spans += spans_of_speakers(reading, names)
            left = storable(mask_text(text, spans))
            for row, reading in read:
                self._mask_reading(row, masked_reading(reading, left, names), text, left)
            self._eraser.erase_text(text_row, left)
            self._texts[name] = left

    def _mask_reading(self, row: Row, reading: Reading, text: str, left: str) -> None:
        kept = {
            "given": row["given"], "url": row["url"], "outlet": reading.report.outlet,
            "headline": reading.report.headline, "record": pack_reading(reading),
        }  # fmt: skip
        self._eraser.erase(readings, row, kept, text, left)
        keep_held_names(self._connection, row["reading"], reading)
        made = {
            speakers: [speaker_row(each) for each in reading.speakers],
            claims: [claim_row(each) for each in reading.claims],
            figures: [figure_row(each) for each in reading.figures],
        }
        for table in _PARTS:
            for held in self._rows(table, table.c.reading == row["reading"]):
                self._eraser.erase(table, held, made[table][held["position"]], text, left)

    def _forget_page(self, page: Row, urls: Iterable[str]) -> None:
        addresses = {page["address"], *urls}
        for row in self._rows(skips, skips.c.address.in_(sorted(addresses))):
            self._eraser.erase(skips, row, {"address": ADDRESS, "detail": ""})
        self._eraser.erase(pages, page, {"address": ADDRESS})

    def _forget_judgements(self, report: str) -> None:
        for row in self._rows(judgements, judgements.c.report_id == report):
            self._eraser.erase(judgements, row, {"record": FORGOTTEN})

    def _mask_judgements(self, names: frozenset[str]) -> None:
        """Judgements on the texts that were blotted, and others that name them: a comment, a reason."""
        for row in self._rows(judgements, judgements.c.record != FORGOTTEN):
            judgement = judgement_of(row["record"])
            left = masked_judgement(judgement, self._texts.get(row["text_sha256"] or ""), names)
            if left != judgement:
                self._eraser.erase(judgements, row, {"record": record_of_judgement(left), "why": left.why})

    def _note(self, report: str, page: Row, held: Sequence[Row]) -> None:
        """Keep that it was forgotten, and by which hashes it is known should it come again."""
        self._number += 1
        newest = held[-1] if held else None
        url = newest["url"] if newest else None
        self._noted.append(
            {
                "number": self._number, "forgetting": self._id, "kind": self._kind, "target": self._target,
                "report_id": report, "recorded_at": self._when, "who": self._signed.who.strip(),
                "why": (self._signed.why or "").strip() or None,
                "address_sha256": sha256_hex(page["address"]), "url_sha256": sha256_hex(url) if url else None,
                "page_sha256": page["page_sha256"], "text_sha256": newest["text_sha256"] if newest else None,
            }
        )  # fmt: skip

    def _finish(self) -> None:
        self._eraser.finish()
        if self._noted:
            self._connection.execute(insert(forgettings), self._noted)
            seal_rows(self._connection, forgettings, self._id, self._noted)

    def _rows(self, table: Table, condition: Any) -> Iterator[Row]:
        query = select(table).where(condition).order_by(*table.primary_key)
        for row in self._connection.execute(query).all():
            yield row._asdict()

    def _row(self, table: Table, condition: Any) -> Row:
        return self._connection.execute(select(table).where(condition)).one()._asdict()


def empty_reading(connection: Connection, eraser: Eraser, row: Row, text_left: str = "") -> None:
    """Leave of a reading and its parts only numbers; ``text_left`` is what is to be left of its text."""
    held = select(texts.c.text).where(texts.c.text_sha256 == row["text_sha256"])
    text = connection.execute(held).scalar_one()
    given = plain_words(Given(published=row["published"], restricted=row["restricted"]))
    eraser.erase(readings, row, {"given": given, "record": NOTHING}, text, text_left)
    drop_held_names(connection, [row["reading"]])
    for table in _PARTS:
        query = select(table).where(table.c.reading == row["reading"]).order_by(*table.primary_key)
        for part in connection.execute(query).all():
            eraser.erase(table, part._asdict(), _numbers_of(table, part._asdict()), text, text_left)


def _numbers_of(table: Table, row: Row) -> dict[str, Any]:
    """What stays of the words of a row: of a figure its value, where that is numbers."""
    if table is figures:
        shown = "" if row["bound"] == "vague" else row["value"]
        return {"value": shown, "exact": ""}
    return {"content": ""} if table is claims else {}


def _reports_with_text_of(connection: Connection, report: str) -> list[str]:
    """The report and those with the same text, whose words are the same words."""
    own = select(readings.c.text_sha256).where(readings.c.report_id == report)
    query = select(pages.c.report_id).outerjoin(readings, readings.c.report_id == pages.c.report_id)
    query = query.where(or_(pages.c.report_id == report, readings.c.text_sha256.in_(own)))
    return sorted(set(connection.execute(query).scalars()))


def _names_of(connection: Connection, words: str) -> tuple[str, frozenset[str]]:
    """Id of a speaker, and every form of their name in the ledger that is the same without case and accents."""
    wanted = (
        speakers.c.speaker_id == words if words.startswith("s:") else func.fold(speakers.c.name) == fold(words)
    )
    row = connection.execute(
        select(speakers.c.speaker_id, speakers.c.name).where(wanted, speakers.c.name.is_not(None)).limit(1)
    ).first()
    if row is None or row.name is None:
        raise UnknownTarget(f"no speaker with a name answers to “{words}”: see them with “reportedly speakers”")
    forms = connection.execute(
        select(speakers.c.name).where(func.fold(speakers.c.name) == fold(row.name)).distinct()
    ).scalars()
    return row.speaker_id, frozenset(str(form) for form in forms)
