"""Gold as if a reader had read it: for checking that a scorer gives it full marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.attributions import Span, Spans
from evaluation.texts import Text, page_of
from reportedly.terms import (
    Block,
    Claim,
    Coverage,
    Cue,
    Event,
    Figure,
    Moment,
    Place,
    Produced,
    Reading,
    Report,
    Source,
    Speaker,
    Unit,
    exact_at,
    report_id,
    sha256_hex,
    words_at,
)

_PRODUCED = Produced(version="0", model="sha256:gold", rules="sha256:gold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """A figure's fields as scorers compare them; words need not stand in the text."""

    span: Span
    stated: float | int | None = None
    low: float | int | None = None
    best: float | int | None = None
    high: float | int | None = None
    bound: str = "exact"
    measure: str = "count"
    unit: str | None = None
    event_type: str | None = None
    scope: str = "unknown"
    source: str | None = None
    speaker: str | None = None
    places: tuple[str, ...] = ()
    modality: str = "asserted"
    occurred: str | None = None
    said: str | None = None
    counted_as_of: str | None = None


def bare_reading(text: Text, **held: object) -> Reading:
    """A reading of the text as one paragraph, with the given claims, figures and speakers."""
    page = page_of(text)
    report = Report(
        id=report_id(page.address, page.sha256),
        address=page.address,
        url=None,
        outlet=None,
        headline=None,
        bylines=(),
        published=text.published,
        published_from="argument" if text.published else None,
        updated=None,
        language="en",
        retrieved_at=None,
        page_sha256=page.sha256,
        text_sha256=sha256_hex(text.body),
        text=text.body,
        blocks=(Block(kind="paragraph", start=0, end=len(text.body)),),
    )
    coverage = Coverage(characters=len(text.body), read=len(text.body))
    return Reading(produced=_PRODUCED, report=report, coverage=coverage, **held)  # type: ignore[arg-type]


def reading_of_claims(text: Text, attributions: Iterable[Spans]) -> Reading:
    """A reading with one claim for each attribution that has content."""
    claims = [_claim(text.body, number, held) for number, held in enumerate(attributions) if held.content]
    return bare_reading(text, claims=tuple(claims))


def _claim(text: str, number: int, held: Spans) -> Claim:
    source = Source(exact=exact_at(text, held.source), spans=held.source) if held.source else None
    cue = None
    if held.cue:
        cue = Cue(exact=exact_at(text, held.cue), spans=held.cue, lemma="say", stance="neutral")
    return Claim(
        id=f"c:{number}",
        source=source,
        cue=cue,
        content=words_at(text, *held.content),
        mode="indirect",
        confidence=1.0,
    )


def reading_of_figures(text: Text, figures: Sequence[Fields]) -> Reading:
    """A reading with one figure for each, each with a claim and a speaker of its own if it has a source.

    Words of the fields that gold gives without their place are added below the text, so that every
    word of the reading stands somewhere; places in the text itself stay what they were.
    """
    below = _Below(text.body)
    made = [_figure(below, number, held) for number, held in enumerate(figures)]
    claims = [_figure_claim(below, number, held) for number, held in enumerate(figures) if held.source]
    return bare_reading(
        Text(text.name, below.text, text.published),
        figures=tuple(made),
        claims=tuple(claims),
        speakers=tuple(
            Speaker(id=f"s:{number}", role=held.speaker) for number, held in enumerate(figures) if held.speaker
        ),
    )


class _Below:
    """A text that grows at its end by words that need a place."""

    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, words: str) -> Span:
        """Where the words now stand."""
        start = len(self.text) + 1
        self.text += f"\n{words}"
        return start, start + len(words)

    def moment(self, edtf: str | None) -> Moment | None:
        """A time of this value, written as the value."""
        return Moment(exact=edtf, spans=(self.place(edtf),), edtf=edtf, basis="written") if edtf else None

    def event(self, held: Fields) -> Event | None:
        """The event of a figure; one that is said to be anything but a fact is there even without a type."""
        if held.event_type is None and held.modality == "asserted":
            return None
        trigger = held.event_type or "other"
        return Event(
            exact=trigger,
            spans=(self.place(trigger),),
            lemma=trigger,
            type=trigger,
            modality=held.modality,  # type: ignore[arg-type]
        )


def _figure_claim(below: _Below, number: int, held: Fields) -> Claim:
    named = held.source or ""
    speaker = f"s:{number}" if held.speaker else None
    return Claim(
        id=f"c:{number}",
        source=Source(exact=named, spans=(below.place(named),), speaker=speaker),
        cue=None,
        content=words_at(below.text, held.span),
        mode="indirect",
        said=below.moment(held.said),
        confidence=1.0,
    )


def _figure(below: _Below, number: int, held: Fields) -> Figure:
    unit = held.unit
    return Figure(
        id=f"f:{number}",
        exact=exact_at(below.text, (held.span,)),
        spans=(held.span,),
        stated=held.stated,
        low=held.low,
        best=held.best,
        high=held.high,
        bound=held.bound,  # type: ignore[arg-type]
        measure=held.measure,  # type: ignore[arg-type]
        unit=Unit(exact=unit, spans=(below.place(unit),), lemma=unit) if unit else None,
        event=below.event(held),
        scope=held.scope,  # type: ignore[arg-type]
        places=tuple(Place(exact=place, spans=(below.place(place),)) for place in held.places),
        occurred=below.moment(held.occurred),
        counted_as_of=below.moment(held.counted_as_of),
        claim=f"c:{number}" if held.source else None,
        confidence=1.0,
    )
