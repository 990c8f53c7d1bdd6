"""Judgements in and out of a ledger."""

import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select

from reportedly.errors import NoReviewer
from reportedly.ledger.clock import now
from reportedly.ledger.flatten import storable, storable_row
from reportedly.ledger.schema.decisions import judgements
from reportedly.ledger.seal import seal_rows
from reportedly.terms import plain, sha256_hex, term_of
from reportedly.terms.judgement import Judgement

_LENGTH = 20
#: What stands in place of the record of a judgement whose words were forgotten.
FORGOTTEN = ""
_COLUMNS = ("who", "why", "action", "kind", "target", "other", "text_sha256")


@dataclass(frozen=True, slots=True)
class Signed:
    """Who judges, and why; ``when`` is UTC, ISO 8601 (null: now)."""

    who: str
    why: str | None = None
    when: str | None = None

    def __post_init__(self) -> None:
        if not self.who.strip():
            raise NoReviewer(
                'say who judges: set REPORTEDLY_REVIEWER, write reviewer = "…" into reportedly.toml, or give '
                "--reviewer NAME"
            )


def append_judgement(connection: Connection, judgement: Judgement, signed: Signed, salt: bytes = b"") -> Judgement:
    """Keep a judgement, signed and sealed; its id is made of its content and its number.

    ``salt`` is that of the text it is about (:func:`reportedly.ledger.seal.text_salt`): it is kept with the words,
    so that nobody who has only the seal can try names against it once the words are forgotten.
    """
    number = (connection.execute(select(func.max(judgements.c.judgement))).scalar() or 0) + 1
    judgement = replace(
        judgement, id="", who=signed.who.strip(), why=(signed.why or "").strip() or None, when=signed.when or now()
    )
    judgement = replace(judgement, id="j:" + sha256_hex(f"{number}\n{_json(plain(judgement))}")[:_LENGTH])
    coded = judgement.coded
    row = {name: getattr(judgement, name) for name in _COLUMNS} | {
        "judgement": number,
        "judgement_id": judgement.id,
        "recorded_at": judgement.when,
        "report_id": judgement.report,
        "low": coded.low if coded else None,
        "best": coded.best if coded else None,
        "high": coded.high if coded else None,
        "record": record_of_judgement(judgement, salt),
    }
    row = storable_row(row)
    connection.execute(insert(judgements).values(row))
    seal_rows(connection, judgements, number, [row])
    return judgement


def judgements_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Judgement, ...]:
    """Judgements that fit, in the order in which they were made; those whose words were forgotten are left out."""
    query = (
        select(judgements.c.record)
        .where(judgements.c.record != FORGOTTEN, *conditions)
        .order_by(judgements.c.judgement)
    )
    return tuple(judgement_of(record) for record in connection.execute(query).scalars())


def judgements_of_report(connection: Connection, report: str, before: str | None = None) -> tuple[Judgement, ...]:
    """All judgements on a report and what stands in it; with ``before`` those made before that moment (UTC)."""
    conditions = [judgements.c.report_id == report]
    if before is not None:
        conditions.append(judgements.c.recorded_at < before)
    return judgements_where(connection, *conditions)


def judgements_about(connection: Connection, name: str) -> tuple[Judgement, ...]:
    """All judgements on one thing, as the one judged or the other of a pair, with what undid them."""
    found: dict[int, Judgement] = {}
    wanted: ColumnElement[bool] = or_(judgements.c.target == name, judgements.c.other == name)
    while True:
        query = select(judgements.c.judgement, judgements.c.record)
        query = query.where(wanted, judgements.c.record != FORGOTTEN)
        new = {row[0]: judgement_of(row[1]) for row in connection.execute(query) if row[0] not in found}
        if not new:
            return tuple(found[number] for number in sorted(found))
        found |= new
        wanted = (judgements.c.action == "undo") & judgements.c.target.in_([each.id for each in new.values()])


def record_of_judgement(judgement: Judgement, salt: bytes = b"") -> str:
    """A judgement as it is kept in its row, with the salt of its text."""
    return _json({"salt": salt.hex(), **plain(judgement)})


def judgement_of(record: str) -> Judgement:
    """The judgement in a row."""
    return term_of(Judgement, json.loads(record))


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # half a surrogate pair cannot be stored as UTF-8, but as an escape it can
    return text if storable(text) == text else json.dumps(value, separators=(",", ":"))
