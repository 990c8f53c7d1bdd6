"""A reader without a model: it finds "NAME said NUMBER WORD WORD". For tests only."""

import os
import re
from pathlib import Path

from reportedly.terms import (
    Claim,
    Coverage,
    Cue,
    Event,
    Figure,
    Page,
    Produced,
    Reading,
    Report,
    Source,
    Unit,
    sha256_hex,
    words_at,
    words_id,
)

PRODUCED = Produced(version="0.1.0", model="sha256:fake", rules="sha256:fake")
PATTERN = re.compile(
    r"(?P<source>[A-Z]\w+) (?P<cue>said) (?P<content>(?P<number>\d+) (?P<unit>\w+) (?P<event>\w+))"
)


class FakeReader:
    """Reads what :data:`PATTERN` finds; counts how often it was asked."""

    def __init__(self, produced: Produced = PRODUCED) -> None:
        self.produced = produced
        self.asked: list[str] = []

    def read(self, report: Report) -> Reading:
        self.asked.append(report.address)
        found = [_claim_and_figure(report, match) for match in PATTERN.finditer(report.text)]
        return Reading(
            produced=self.produced,
            report=report,
            claims=tuple(claim for claim, _ in found),
            figures=tuple(figure for _, figure in found),
            coverage=Coverage(characters=len(report.text), read=len(report.text)),
        )


def _claim_and_figure(report: Report, match: re.Match[str]) -> tuple[Claim, Figure]:
    parts = {
        name: words_at(report.text, match.span(name)) for name in ("source", "cue", "content", "unit", "event")
    }
    unit, event = parts["unit"], parts["event"]
    number = int(match["number"])
    figure = Figure(
        id=words_id("f", report.text_sha256, [("figure", (match.span("number"),))]), exact=match["number"],
        spans=(match.span("number"),), stated=number, low=number, best=number, high=number, bound="exact",
        measure="count", unit=Unit(exact=unit.exact, spans=unit.spans, lemma=unit.exact),
        event=Event(exact=event.exact, spans=event.spans, lemma=event.exact, type=event.exact),
        claim=words_id("c", report.text_sha256, [("content", parts["content"].spans)]), confidence=0.5,
    )  # fmt: skip
    claim = Claim(
        id=words_id("c", report.text_sha256, [("content", parts["content"].spans)]),
        source=Source(exact=parts["source"].exact, spans=parts["source"].spans),
        cue=Cue(exact="said", spans=parts["cue"].spans, lemma="say", stance="neutral"),
        content=parts["content"], mode="indirect", figures=(figure.id,), confidence=0.5,
    )  # fmt: skip
    return claim, figure


def load_fake(gazetteer: Path | None = None) -> FakeReader:
    """What a worker process loads."""
    del gazetteer
    return FakeReader()


def load_dying() -> FakeReader:
    """A worker process that is ended from outside, as one is that takes too much memory."""
    os._exit(9)


def fake_produced(gazetteer: Path | None = None) -> Produced:
    """What makes the fake readings."""
    del gazetteer
    return PRODUCED


def page_of(address: str, text: str) -> Page:
    """A page of plain text."""
    body = text.encode()
    return Page(address=address, body=body, media_type="text/plain", sha256=sha256_hex(body))
