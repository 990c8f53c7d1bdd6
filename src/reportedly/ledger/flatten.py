"""Terms as rows of the tables: what is asked for in columns; the whole of a reading is in its record."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.ledger.packing import pack_reading
from reportedly.ledger.schema.columns import whole
from reportedly.terms import Claim, Figure, Given, Page, Produced, Reading, Speaker, plain, value_words

Row = dict[str, Any]

#: Columns of a figure that are its own fields.
_SAME = (
    "exact", "start", "end", "bound", "vague", "measure", "currency", "per", "scope", "subset_of", "same_as",
)  # fmt: skip

#: PostgreSQL holds no text with it, so no ledger does.
_NUL = "\x00"


def page_row(page: Page, report: str) -> Row:
    """A page as a row, but for the run and the time."""
    return storable_row(
        {
            "report_id": report,
            "address": page.address,
            "media_type": page.media_type,
            "size": len(page.body),
            "page_sha256": page.sha256,
            "retrieved_at": page.retrieved_at,
        }
    )


def reading_row(given: Given, reading: Reading) -> Row:
    """A reading as a row, but for its number, id, run and time."""
    report = reading.report
    columns = ("url", "outlet", "headline", "published", "published_from", "updated", "language")
    row = {name: getattr(report, name) for name in columns} | {
        "report_id": report.id,
        "text_sha256": report.text_sha256,
        **plain(reading.produced),
        "given": plain_words(given),
        "restricted": given.restricted,
        "claim_count": len(reading.claims),
        "figure_count": len(reading.figures),
        "unread_reason": reading.coverage.reason,
        "record": pack_reading(reading),
    }
    return storable_row(row)


def speaker_row(speaker: Speaker) -> Row:
    """A speaker as a row, but for the reading and the place in it."""
    same = ("name", "role", "organisation", "country", "kind", "named")
    row = {name: getattr(speaker, name) for name in same}
    return storable_row(row | {"speaker_id": speaker.id})


def claim_row(claim: Claim) -> Row:
    """A claim as a row, but for the reading and the place in it."""
    row = {
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
        "confidence": float(claim.confidence),
    }
    return storable_row(row)


def figure_row(figure: Figure) -> Row:
    """A figure as a row, but for the reading and the place in it."""
    unit, event = figure.unit, figure.event
    happened = [place for place in figure.places if place.role == "happened"]
    row = {name: getattr(figure, name) for name in _SAME} | {
        "figure_id": figure.id,
        "claim_id": figure.claim,
        "value": value_words(figure),
        **{name: number(getattr(figure, name)) for name in ("stated", "low", "best", "high")},
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
        "confidence": float(figure.confidence),
    }
    return storable_row(row)


def _joined(names: Iterable[str]) -> str | None:
    """The names, each once, in their order."""
    return "; ".join(dict.fromkeys(names)) or None


def number(value: float | int | None) -> float | int | None:
    """A number that the column holds; beyond its range it is infinite there and exact in the record."""
    if value is None or (isinstance(value, int) and abs(value) < 2**63):
        return value
    try:
        return whole(float(value))
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def plain_words(term: Given | Produced) -> str:
    """A term as JSON that a table can hold."""
    text = json.dumps(plain(term), ensure_ascii=False, separators=(",", ":"))
    # half a surrogate pair cannot be stored as UTF-8, but as an escape it can
    return text if storable(text) == text else json.dumps(plain(term), separators=(",", ":"))


def utf8(text: str) -> str:
    """The text with halves of surrogate pairs replaced, which no UTF-8 holds."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def storable(text: str) -> str:
    """Words as a column holds them; the record holds it as it is.

    >>> storable("a" + chr(0) + "b")
    'a�b'
    """
    return utf8(text.replace(_NUL, "\ufffd"))


def storable_row(row: Mapping[str, Any]) -> Row:
    """The row with all its words as a table can hold them."""
    return {name: storable(value) if type(value) is str else value for name, value in row.items()}
