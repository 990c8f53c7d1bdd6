"""Speakers of all reports, as written, and what they said."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Boolean, ColumnElement, Integer, Select, column, func, or_, select, table

from reportedly.ledger.connect import Ledger
from reportedly.ledger.index.waiting import MANY
from reportedly.ledger.matching import words_in
from reportedly.ledger.names.keeping import hide_names
from reportedly.ledger.schema import claims
from reportedly.ledger.schema.care import held_names
from reportedly.terms import Speaker
from reportedly.terms.reading import SpeakerKind

_SPEAKERS = table(
    "v_speakers", column("speaker_id"), column("name"), column("role"), column("organisation"), column("country"),
    column("kind"), column("named", Boolean), column("claims", Integer), column("report_id"), column("published"),
    column("restricted", Boolean), column("reading", Integer), column("position", Integer),
)  # fmt: skip
_CLAIMS = table(
    "v_claims", column("claim_id"), column("source"), column("cue"), column("stance"), column("content"),
    column("said"), column("published"), column("outlet"), column("address"), column("report_id"),
    column("reading", Integer), column("position", Integer), column("restricted", Boolean),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker of one report, with how many of its claims are theirs."""

    speaker: Speaker
    claims: int
    report_id: str
    published: str | None
    reading: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """What a speaker said in one claim."""

    said: str | None
    published: str | None
    source: str | None
    cue: str | None
    stance: str | None
    content: str
    outlet: str | None
    address: str
    claim_id: str
    report_id: str


def list_voices(
    ledger: Ledger,
    words: str | None,
    *,
    include_restricted: bool = False,
    include_names: bool = False,
    readings: Sequence[int] | None = None,
) -> Iterator[Voice]:
    """Speakers with all words in name, role and organisation; without words those with a name or a body.

    People whose names are held back are left out unless asked for. With ``readings`` only those of some readings.
    """
    view = _SPEAKERS.c
    conditions: list[ColumnElement[bool]] = words_in(words, view.name, view.role, view.organisation)
    if not words:
        conditions.append(or_(view.name.is_not(None), view.organisation.is_not(None)))
    if readings is not None:
        conditions.append(view.reading.in_(readings))
    if not include_restricted:
        conditions.append(view.restricted.is_(False))
    query = select(_SPEAKERS, held_names.c.names).where(*conditions).order_by(view.reading, view.position)
    query = query.select_from(_SPEAKERS.outerjoin(held_names, held_names.c.reading == view.reading))
    with ledger.reading() as connection:
        for row in connection.execution_options(yield_per=MANY).execute(query):
            if row.names and row.name and not include_names and row.name in json.loads(row.names):
                continue
            kind: SpeakerKind = row.kind
            speaker = Speaker(
                id=row.speaker_id, name=row.name, role=row.role, organisation=row.organisation,
                country=row.country, kind=kind, named=bool(row.named),
            )  # fmt: skip
            yield Voice(
                speaker=speaker, claims=row.claims, report_id=row.report_id, published=row.published,
                reading=row.reading,
            )  # fmt: skip


def list_said(ledger: Ledger, voices: Sequence[Voice], *, include_names: bool = False) -> Iterator[SaidRow]:
    """What these speakers said, in order of when it was said, or else published; unknown last."""
    found: list[SaidRow] = []
    with ledger.reading() as connection:
        for at in range(0, len(voices), MANY):
            for row in connection.execute(_said(voices[at : at + MANY])):
                held = dict(row._mapping)
                held = held if include_names else hide_names(held, row.names, row.public)
                found.append(SaidRow(**{name: held[name] for name in SaidRow.__dataclass_fields__}))
    yield from sorted(found, key=lambda row: (row.said or row.published or "~", row.address, row.claim_id))


def _said(voices: Sequence[Voice]) -> Select[tuple[object, ...]]:
    view, own = _CLAIMS.c, claims.c
    ids = sorted({voice.speaker.id for voice in voices})
    theirs = select(func.min(own.position)).where(
        own.reading == view.reading, own.claim_id == view.claim_id, own.speaker.in_(ids)
    )
    in_these = view.reading.in_(sorted({voice.reading for voice in voices}))
    query = select(_CLAIMS, held_names.c.names, held_names.c.public)
    query = query.select_from(_CLAIMS.outerjoin(held_names, held_names.c.reading == view.reading))
    return query.where(in_these, theirs.scalar_subquery().is_not(None))
