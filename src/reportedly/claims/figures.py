"""Quantities completed to figures: what is counted, what happened, where the unit is left out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.agents import find_agent_and_cause
from reportedly.claims.attributes import read_attributes
from reportedly.claims.breakdowns import unite_parts
from reportedly.claims.ellipsis import Found, inherit_event, lend_units_of_wholes, supply_unit
from reportedly.claims.event_roles import settle_event, settle_remains
from reportedly.claims.event_sharing import share_events
from reportedly.claims.events import EventFinder
from reportedly.claims.hedges import find_hedges
from reportedly.claims.labels import unit_in_label, unit_of_count
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.scope import find_scopes
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.tallies import find_tally
from reportedly.claims.units import find_counted, unit_class
from reportedly.terms import Attributes, Event, Figure, Span, Unit, Words, exact_at, words_at, words_id
from reportedly.terms.figure import Modality

#: Share of figures of each bound that were right in every number on the development prose.
_RIGHT = {"exact": 0.97, "vague": 0.95, "about": 0.95}
_RIGHT_OTHERWISE = 0.93
#: What a percent measures the size of: a 3 percent drop is a percent of something else.
_CHANGES = word_set(
    "drop fall decline decrease cut reduction loss rise increase gain growth jump surge hike discount raise "
    "margin lead advantage chance probability rate tax interest stake share support approval return yield"
)
#: Nor is it a percent of itself: in "34 and 36 percent" the first number hangs from the sign of the second.
_NO_WHOLE = _CHANGES | {"percent", "cent"}
#: Words of opinion polls: of those asked how they would vote, a share is counted, not foretold.
_POLLS = re.compile(r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|respondents)\b", re.IGNORECASE)
_POLL_REACH = 600  # code points
#: What the law lets a court do: "carries a fine of up to $250,000".
_PENALTY = re.compile(
    r"\b(?:fines?|fined|penalt(?:y|ies)|sentences?|punish\w+|imprisonment|prison|jail|fac(?:e|es|ing)|carr(?:y|ies))"
    r"\b[^.;:]*$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = frozenset(",;:—–()")


def complete_figures(tokens: Tokens, syntax: Syntax, found: Sequence[Found], text_sha256: str) -> list[Figure]:
    """Figures of the quantities, in order of the text: unit, event, scope, whole of a part, agent and cause.

    What is left out beside a number is supplied from the text and marked as supplied.
    """
    text = tokens.text
    events = EventFinder(tokens, syntax)
    figures = [_complete(events, each, text_sha256) for each in found]
    for index in range(len(figures)):
        own = figures[index].event
        if own is not None:
            figures[index] = replace(figures[index], event=settle_event(own, figures[index].unit))
        event = inherit_event(text, figures, index, found)
        if event is not figures[index].event:
            figures[index] = replace(figures[index], event=event)
        figures[index] = supply_unit(text, figures, index, found)
        held = figures[index].event
        if held is not None:
            settled = settle_event(held, figures[index].unit)
            figures[index] = replace(figures[index], event=settled)
    figures = share_events(text, figures, found)
    figures = [_settle_remains(text, figure) for figure in find_scopes(text, figures, found)]
    figures = unite_parts(lend_units_of_wholes(figures), found)
    return [_with_doer(tokens, syntax, figure) for figure in figures]


def _with_doer(tokens: Tokens, syntax: Syntax, figure: Figure) -> Figure:
    if figure.event is None or figure.measure != "count":
        return figure
    agent, cause = find_agent_and_cause(tokens, syntax, figure.event)
    agent, cause = _unless_counted(figure, agent), _unless_counted(figure, cause)
    if figure.event.type == "buried":
        if cause is None:  # a funeral has no cause
            return figure
        figure = replace(figure, event=replace(figure.event, type="trapped"))  # a landslide that buried 40
    return replace(figure, agent=agent, cause=cause) if agent or cause else figure


def _unless_counted(figure: Figure, words: Words | None) -> Words | None:
    """The words, unless they are the figure itself or what it counts."""
    counted = [*figure.spans, *(figure.unit.spans if figure.unit is not None else ())]
    if words is None or any(a < words.end and words.start < b for a, b in counted):
        return None
    return words


def _settle_remains(text: str, figure: Figure) -> Figure:
    if figure.event is None or figure.event.type != "found":
        return figure
    before = text[max(0, figure.start - 40) : figure.start]
    return replace(figure, event=settle_remains(figure.event, figure.unit, figure.scope, before))


def _complete(events: EventFinder, found: Found, text_sha256: str) -> Figure:
    q, tokens, syntax = found.quantity, events.tokens, events.syntax
    text = tokens.text
    spans = q.spans or ((q.start, q.end),)
    counted = find_counted(tokens, syntax, q.number_start, q.number_end)
    unit = None
    if q.unit is not None:
        unit = _unit(tokens, syntax, q.unit, bisect_right(tokens.ends, q.unit[0]))
    elif (
        counted.span is not None
        and counted.head is not None
        and q.measure in ("count", "percent", "ratio", "rate")
        and not (q.measure == "percent" and lemma_of(tokens.word(counted.head), "NOUN") in _NO_WHOLE)
    ):
        unit = _unit(tokens, syntax, counted.span, counted.head)
    if unit is None and q.measure == "count":
        named = unit_in_label(tokens, syntax, counted.first, counted.last)
        if named is None and find_tally(tokens, syntax, counted.first) is not None:
            named = unit_of_count(tokens, syntax, counted.first)
        if named is not None:
            place = tokens.starts[named], tokens.ends[named]
            unit = replace(_unit(tokens, syntax, place, named), supplied=True)
    event = events.find(counted, found.sentence, q)
    if event is not None:
        event = replace(event, modality=_modality(text, found, event))
    return Figure(
        id=words_id("f", text_sha256, [("figure", spans)]),
        exact=exact_at(text, spans),
        spans=spans,
        stated=q.stated,
        low=q.low,
        best=q.best,
        high=q.high,
        bound=q.bound,
        lean=q.lean,
        vague=q.vague,
        measure=q.measure,
        unit=unit,
        currency=q.currency,
        per=q.per,
        event=event,
        hedges=_hedges(tokens, found),
        confidence=_RIGHT.get(q.bound, _RIGHT_OTHERWISE),
    )


def _modality(text: str, found: Found, event: Event) -> Modality:
    """How sure the event is for this number: what the law allows at most is possible, a poll's share asserted."""
    q, said = found.quantity, event.modality
    if q.measure in ("percent", "ratio") and said in ("expected", "planned", "possible"):
        asked = _POLLS.search(text, max(0, q.start - _POLL_REACH), min(len(text), q.end + _POLL_REACH))
        return "asserted" if asked else said
    if said != "asserted":
        return said
    most = q.bound == "at_most" and _PENALTY.search(text, max(found.sentence[0], q.start - 60), q.start)
    return "possible" if q.possible or most else said


def _unit(tokens: Tokens, syntax: Syntax, span: Span, head: int) -> Unit:
    words = words_at(tokens.text, span)
    written, pos = tokens.word(head), syntax.pos[head]
    lemma = lemma_of(written, pos if pos in ("NOUN", "PROPN") else "NOUN")
    kind = unit_class(written, pos)
    attributes = read_attributes(tokens, syntax, span) if kind == "people" else Attributes()
    return Unit(exact=words.exact, spans=words.spans, lemma=lemma, unit_class=kind, attributes=attributes)


def _hedges(tokens: Tokens, found: Found) -> tuple[Words, ...]:
    """Hedges of the clause the number stands in: up to the nearest comma, bracket or dash each way."""
    q = found.quantity
    low, high = found.sentence
    first = bisect_right(tokens.ends, q.start)
    while first > 0 and tokens.starts[first - 1] >= low and tokens.word(first - 1) not in _CLAUSE_ENDS:
        first -= 1
    last = bisect_left(tokens.starts, q.end)
    while last < len(tokens) and tokens.ends[last] <= high and tokens.word(last) not in _CLAUSE_ENDS:
        last += 1
    return find_hedges(tokens.text, tokens.starts[first], tokens.ends[last - 1]) if last > first else ()
