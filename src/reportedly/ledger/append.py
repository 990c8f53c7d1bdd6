"""Adding to a ledger: one transaction a report, so a broken-off run leaves no half report."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from reportedly.ledger.connect import Ledger
from reportedly.ledger.index.waiting import add_waiting
from reportedly.ledger.schema import claims, figures, pages, readings, runs, skips, speakers, texts
from reportedly.terms import (
    Claim,
    Figure,
    Given,
    Page,
    Produced,
    Reading,
    Skipped,
    Speaker,
    plain,
    sha256_hex,
    value_words,
)

_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the program over some inputs; ``number`` is its place in the ledger."""

    number: int
    produced: Produced


def start_run(ledger: Ledger, produced: Produced) -> Run:
    """Note that a run begins."""
    row = {**plain(produced), "started_at": _now()}
    with ledger.writing() as connection:
        number = connection.execute(insert(runs).values(_storable_row(row))).inserted_primary_key
    return Run(number=int(number[0]) if number else 0, produced=produced)


def finish_run(ledger: Ledger, run: Run) -> None:
    """Note that a run came to its end."""
    with ledger.writing() as connection:
        connection.execute(update(runs).where(runs.c.run == run.number).values(finished_at=_now()))


def append_reading(ledger: Ledger, page: Page, reading: Reading, run: Run) -> bool:
    """Keep a page and its reading. False: the newest reading of the report is this one already.

    An older reading of the same report is superseded, not removed.

    Raises:
        LedgerError: one of its kinds; then nothing of the report was kept.
    """
    report = reading.report
    name = reading_id(report.id, reading.produced, page.given)
    with ledger.writing() as connection:
        newest = select(readings.c.reading_id).where(readings.c.report_id == report.id)
        if connection.execute(newest.order_by(readings.c.reading.desc()).limit(1)).scalar() == name:
            return False
        now = _now()
        _keep_page(connection, page, report.id, run, now)
        _keep_text(connection, report.text_sha256, report.text)
        row = {"reading_id": name, "run": run.number, "recorded_at": now, **_reading_row(page.given, reading)}
        number = connection.execute(insert(readings).values(_storable_row(row))).inserted_primary_key
        key = int(number[0]) if number else 0
        for table, rows in (
            (speakers, [_speaker_row(speaker) for speaker in reading.speakers]),
            (claims, [_claim_row(claim) for claim in reading.claims]),
            (figures, [_figure_row(figure) for figure in reading.figures]),
        ):
            if rows:
                placed = [{"reading": key, "position": at, **row} for at, row in enumerate(rows)]
                connection.execute(insert(table), [_storable_row(row) for row in placed])
        add_waiting(connection, [report.id])
    return True


def append_skip(ledger: Ledger, skipped: Skipped, run: Run, page_sha256: str | None = None) -> bool:
    """Keep the reason why an input was not used. False: the ledger has it already."""
    parts = (skipped.address, page_sha256 or "", skipped.reason, skipped.detail)
    name = "k:" + sha256_hex("\n".join(parts))[:_LENGTH]
    with ledger.writing() as connection:
        if connection.execute(select(skips.c.skip_id).where(skips.c.skip_id == name)).scalar() is not None:
            return False
        row = {"skip_id": name, "page_sha256": page_sha256, "run": run.number, "recorded_at": _now()}
        connection.execute(insert(skips).values(_storable_row(row | plain(skipped))))
    return True


def reading_id(report: str, produced: Produced, given: Given) -> str:
    """Id of a reading: of what, by what, and with what the user said of it."""
    return "n:" + sha256_hex(f"{report}\n{_json(plain(produced))}\n{_json(plain(given))}")[:_LENGTH]


def _keep_page(connection: Connection, page: Page, report: str, run: Run, now: str) -> None:
    if connection.execute(select(pages.c.report_id).where(pages.c.report_id == report)).scalar() is not None:
        return
    row = {
        "report_id": report,
        "address": page.address,
        "media_type": page.media_type,
        "size": len(page.body),
        "page_sha256": page.sha256,
        "retrieved_at": page.retrieved_at,
        "run": run.number,
        "recorded_at": now,
    }
    connection.execute(insert(pages).values(_storable_row(row)))


def _keep_text(connection: Connection, name: str, text: str) -> None:
    if connection.execute(select(texts.c.text_sha256).where(texts.c.text_sha256 == name)).scalar() is None:
        connection.execute(insert(texts).values(text_sha256=name, text=_storable(text), characters=len(text)))


def _reading_row(given: Given, reading: Reading) -> dict[str, Any]:
    report = reading.report
    rest = plain(reading)
    del rest["claims"], rest["figures"], rest["speakers"], rest["report"]["text"]
    columns = ("url", "outlet", "headline", "published", "published_from", "updated", "language")
    row = {name: getattr(report, name) for name in columns}
    return row | {
        "report_id": report.id,
        "text_sha256": report.text_sha256,
        **plain(reading.produced),
        "given": _json(plain(given)),
        "restricted": given.restricted,
        "claim_count": len(reading.claims),
        "figure_count": len(reading.figures),
        "unread_reason": reading.coverage.reason,
        "rest": _json(rest),
    }


def _speaker_row(speaker: Speaker) -> dict[str, Any]:
    same = ("name", "role", "organisation", "country", "kind", "named")
    row = {name: getattr(speaker, name) for name in same}
    return row | {"speaker_id": speaker.id, "record": _json(plain(speaker))}


def _claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "claim_id": claim.id,
        "source": claim.source.exact if claim.source else None,
        "speaker": claim.source.speaker if claim.source else None,
        "cue": claim.cue.exact if claim.cue else None,
        "cue_lemma": claim.cue.lemma if claim.cue else None,
        "stance": claim.cue.stance if claim.cue else None,
        "content": claim.content.exact,
        "start": claim.content.start,
        "end": claim.content.end,
        "mode": claim.mode,
        "said": claim.said.edtf if claim.said else None,
        "negated": claim.negated,
        "hedges": "; ".join(hedge.exact for hedge in claim.hedges) or None,
        "verification": claim.verification.status if claim.verification else None,
        "via": claim.via,
        "same_as": claim.same_as,
        "block": claim.block,
        "confidence": claim.confidence,
        "record": _json(plain(claim)),
    }


def _figure_row(figure: Figure) -> dict[str, Any]:
    unit, event = figure.unit, figure.event
    happened = [place for place in figure.places if place.role == "happened"]
    same = (
        "exact",
        "start",
        "end",
        "bound",
        "vague",
        "measure",
        "currency",
        "per",
        "scope",
        "subset_of",
        "same_as",
        "confidence",
    )
    return {name: getattr(figure, name) for name in same} | {
        "figure_id": figure.id,
        "claim_id": figure.claim,
        "value": value_words(figure),
        **{name: _number(getattr(figure, name)) for name in ("stated", "low", "best", "high")},
        "unit": unit.exact if unit else None,
        "unit_lemma": unit.lemma if unit else None,
        "unit_class": unit.unit_class if unit else None,
        "event": event.exact if event else None,
        "event_lemma": event.lemma if event else None,
        "event_type": event.type if event else None,
        "negated": event.negated if event else None,
        "modality": event.modality if event else None,
        "hedges": "; ".join(hedge.exact for hedge in figure.hedges) or None,
        "verification": figure.verification.status if figure.verification else None,
        "nationality": unit.attributes.nationality if unit else None,
        "status": unit.attributes.status if unit else None,
        "agent": figure.agent.exact if figure.agent else None,
        "cause": figure.cause.exact if figure.cause else None,
        "places": _joined(place.name or place.exact for place in happened),
        "countries": _joined(place.iso3 for place in happened if place.iso3),
        "occurred": figure.occurred.edtf if figure.occurred else None,
        "counted_as_of": figure.counted_as_of.edtf if figure.counted_as_of else None,
        "record": _json(plain(figure)),
    }


def _joined(names: Iterable[str]) -> str | None:
    """The names, each once, in their order."""
    return "; ".join(dict.fromkeys(names)) or None


def _number(value: float | int | None) -> float | int | None:
    """A number that the column holds; beyond its range it is infinite there and exact in the record."""
    if value is None or abs(value) < 2**63:
        return value
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # half a surrogate pair (broken JSON-LD has them) cannot be stored as UTF-8, but as an escape it can
    return text if _storable(text) == text else json.dumps(value, separators=(",", ":"))


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _storable_row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _storable(value) if isinstance(value, str) else value for name, value in row.items()}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
