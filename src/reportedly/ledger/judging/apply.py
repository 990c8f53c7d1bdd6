"""One correction applied to one term; the values were checked when the judgement was made."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from reportedly.ledger.judging.values import VALUE_FIELDS
from reportedly.terms import (
    Attributes,
    Claim,
    Cue,
    Event,
    Figure,
    Moment,
    Place,
    Report,
    Source,
    Span,
    Speaker,
    Unit,
    Verification,
    Words,
    exact_at,
)
from reportedly.terms.judgement import Change

Term = TypeVar("Term", Figure, Claim, Speaker, Report, Unit, Event, Cue, Attributes, Source, Place)

_ATTRIBUTES = ("nationality", "status", "age", "sex")


def apply_changes(text: str, term: Any, changes: tuple[Change, ...]) -> Any:
    """The figure, claim, speaker or report with the changes made; words stand at their places in ``text``.

    Raises:
        ValueError: a field that the term has not, or values that cannot stand together.
    """
    if isinstance(term, Figure):
        value = {each.field: each.value for each in changes if each.field in VALUE_FIELDS}
        term = _with(term, **value) if value else term
        changes = tuple(each for each in changes if each.field not in VALUE_FIELDS)
    for change in changes:
        term = _apply(text, term, change)
    return term


def _apply(text: str, term: Any, change: Change) -> Any:
    if isinstance(term, Speaker):
        named = {"named": change.value is not None} if change.field == "name" else {}
        return _with(term, **{change.field: change.value}, **named)
    if isinstance(term, Report):
        return _with(term, **{change.field: change.value}, **_published_from(change))
    makers = _FIGURE if isinstance(term, Figure) else _CLAIM
    maker = makers.get(change.field)
    if maker is None:
        return _with(term, **{change.field: change.value})
    words = _words(text, change.spans) if change.spans else None
    return maker(term, change.value, words)


def _published_from(change: Change) -> dict[str, Any]:
    if change.field != "published":
        return {}
    return {"published_from": None if change.value is None else "argument"}


def _with(term: Term, **values: Any) -> Term:
    """The term with other values; that they fit was checked when they were given."""
    return replace(term, **values)


def _words(text: str, spans: tuple[Span, ...]) -> Words:
    return Words(exact=exact_at(text, spans), spans=spans)


def _own(term: Figure | Claim, words: Words | None, before: Words | None) -> dict[str, Any]:
    """``exact`` and ``spans`` of a part: the words named, else those it rested on, else the term's own."""
    if words is None:
        words = before
    if words is None:
        words = term.content if isinstance(term, Claim) else Words(exact=term.exact, spans=term.spans)
    return {"exact": words.exact, "spans": words.spans}


def _unit(figure: Figure, value: Any, words: Words | None) -> Figure:
    if value is None:
        return _with(figure, unit=None)
    assert words is not None  # a field of words has its places
    before = figure.unit
    lemma = words.exact.split()[-1].casefold()
    unit = Unit(
        **_own(figure, words, None), lemma=before.lemma if before and before.exact == words.exact else lemma,
        unit_class=before.unit_class if before else None,
        attributes=before.attributes if before else Attributes(),
    )  # fmt: skip
    return _with(figure, unit=unit)


def _unit_part(name: str) -> Callable[[Figure, Any, Words | None], Figure]:
    def make(figure: Figure, value: Any, words: Words | None) -> Figure:
        unit = figure.unit or Unit(**_own(figure, words, None), lemma="")
        if name in _ATTRIBUTES:
            return _with(figure, unit=_with(unit, attributes=_with(unit.attributes, **{name: value})))
        return _with(figure, unit=_with(unit, **{name: value}))

    return make


def _event(figure: Figure, value: Any, words: Words | None) -> Figure:
    if value is None:
        return _with(figure, event=None)
    assert words is not None  # a field of words has its places
    if figure.event is None:
        lemma = words.exact.split()[0].casefold()
        return _with(figure, event=Event(exact=words.exact, spans=words.spans, lemma=lemma, type="other"))
    return _with(figure, event=_with(figure.event, exact=words.exact, spans=words.spans))


def _event_part(name: str) -> Callable[[Figure, Any, Words | None], Figure]:
    def make(figure: Figure, value: Any, words: Words | None) -> Figure:
        if name == "type" and value is None:
            return _with(figure, event=None)
        if figure.event is None:
            lemma = str(value) if name in ("type", "lemma") else ""
            figure = _with(figure, event=Event(**_own(figure, words, None), lemma=lemma, type="other"))
        assert figure.event is not None
        value = False if name == "negated" and value is None else value
        return _with(figure, event=_with(figure.event, **{name: value}))

    return make


def _moment(name: str) -> Callable[[Any, Any, Words | None], Any]:
    def make(term: Any, value: Any, words: Words | None) -> Any:
        if value is None:
            return _with(term, **{name: None})
        own = _own(term, words, getattr(term, name))
        return _with(term, **{name: Moment(**own, edtf=value, basis="written")})

    return make


def _named(name: str) -> Callable[[Figure, Any, Words | None], Figure]:
    def make(figure: Figure, value: Any, words: Words | None) -> Figure:
        return _with(figure, **{name: None if value is None else words})

    return make


def _place(figure: Figure, value: Any, words: Words | None) -> Figure:
    """The place where it happened: the one named in place of those read; other roles stay."""
    rest = tuple(place for place in figure.places if place.role != "happened")
    if value is None:
        return _with(figure, places=rest)
    assert words is not None  # a field of words has its places
    known = next((place for place in figure.places if place.exact == words.exact), None)
    if known is not None:
        return _with(figure, places=(_with(known, role="happened"), *rest))
    return _with(figure, places=(Place(exact=words.exact, spans=words.spans, name=words.exact), *rest))


def _place_country(figure: Figure, value: Any, words: Words | None) -> Figure:
    return _with(
        figure,
        places=tuple(_with(p, iso3=value) if p.role == "happened" else p for p in figure.places),
    )


def _verification(term: Any, value: Any, words: Words | None) -> Any:
    if value is None:
        return _with(term, verification=None)
    own = _own(term, words, term.verification)
    by = term.verification.by if term.verification else None
    return _with(term, verification=Verification(**own, status=value, by=by))


def _source(claim: Claim, value: Any, words: Words | None) -> Claim:
    if value is None:
        return _with(claim, source=None)
    assert words is not None  # a field of words has its places
    speaker = claim.source.speaker if claim.source and claim.source.exact == words.exact else None
    return _with(claim, source=Source(exact=words.exact, spans=words.spans, speaker=speaker))


def _speaker(claim: Claim, value: Any, words: Words | None) -> Claim:
    if claim.source is None:
        raise ValueError("a claim without a source has no speaker: name the source first")
    return _with(claim, source=_with(claim.source, speaker=value))


def _cue(claim: Claim, value: Any, words: Words | None) -> Claim:
    if value is None:
        return _with(claim, cue=None)
    assert words is not None  # a field of words has its places
    if claim.cue is None:
        lemma = words.exact.split()[0].casefold()
        return _with(claim, cue=Cue(exact=words.exact, spans=words.spans, lemma=lemma, stance="neutral"))
    return _with(claim, cue=_with(claim.cue, exact=words.exact, spans=words.spans))


def _cue_part(name: str) -> Callable[[Claim, Any, Words | None], Claim]:
    def make(claim: Claim, value: Any, words: Words | None) -> Claim:
        if claim.cue is None:
            raise ValueError(f"a claim without a cue has no {name}: name the cue first")
        return _with(claim, cue=_with(claim.cue, **{name: value}))

    return make


def _content(claim: Claim, value: Any, words: Words | None) -> Claim:
    assert words is not None  # a field of words has its places
    return _with(claim, content=words)


def _negated(claim: Claim, value: Any, words: Words | None) -> Claim:
    return _with(claim, negated=bool(value))


_FIGURE: Mapping[str, Callable[[Figure, Any, Words | None], Figure]] = {
    "unit": _unit, "unit_lemma": _unit_part("lemma"), "unit_class": _unit_part("unit_class"),
    **{name: _unit_part(name) for name in _ATTRIBUTES},
    "event": _event, "event_type": _event_part("type"), "event_lemma": _event_part("lemma"),
    "negated": _event_part("negated"), "modality": _event_part("modality"),
    "agent": _named("agent"), "cause": _named("cause"), "place": _place, "place_country": _place_country,
    "occurred": _moment("occurred"), "counted_as_of": _moment("counted_as_of"), "verification": _verification,
}  # fmt: skip
_CLAIM: Mapping[str, Callable[[Claim, Any, Words | None], Claim]] = {
    "source": _source, "speaker": _speaker, "cue": _cue, "cue_lemma": _cue_part("lemma"),
    "stance": _cue_part("stance"), "content": _content, "said": _moment("said"), "negated": _negated,
    "verification": _verification,
}  # fmt: skip
