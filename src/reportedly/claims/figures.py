"""Quantities completed to figures: what is counted, what happened, where the unit is left out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.claims.events import EventFinder
from reportedly.claims.hedges import find_hedges
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.numbers import Quantity
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import find_counted, unit_class
from reportedly.terms import Figure, Span, Unit, Words, exact_at, words_at, words_id

#: Events that happen to people: a number without a noun beside them counts people.
_OF_PEOPLE = frozenset(
    (
        "killed injured missing trapped accounted_for identified rescued displaced fled evacuated "
        "sheltered in_camp relocated returned stranded homeless joined recruited fighting arrested "
        "prosecuted convicted executed abducted released pardoned hospitalised infected recovered tested "
        "vaccinated buried"
    ).split()
)
#: Units that any number of people may borrow; "Jewish people" would say too much.
_PLAIN_PEOPLE = frozenset({"people", "persons", "person"})
#: Counted, but no living people: their noun is not lent to the missing or the rescued.
_REMAINS = frozenset({"body", "corpse", "remain"})
#: Share of figures of each bound that were right in every number on the development prose.
_RIGHT = {"exact": 0.97, "vague": 0.95, "about": 0.95}
_RIGHT_OTHERWISE = 0.93
#: Words that make the next figure a part of the one before it, or one beside it.
_PART_OF = re.compile(r"\b(?:including|among them|along with|as well as|of them|of whom)\s*$", re.IGNORECASE)
_PARALLEL = re.compile(r"(?:,|;|\band)\s*$", re.IGNORECASE)
_CLAUSE_ENDS = frozenset(",;:—–()")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and the half-open place of its sentence."""

    quantity: Quantity
    sentence: Span


def complete_figures(tokens: Tokens, syntax: Syntax, found: Sequence[Found], text_sha256: str) -> list[Figure]:
    """Figures of the quantities, in order of the text; units left out are supplied from the text."""
    events = EventFinder(tokens, syntax)
    figures = [_complete(events, each, text_sha256) for each in found]
    for index in range(len(figures)):
        figures[index] = _inherit_event(tokens.text, figures, index, found)
        figures[index] = _supply_unit(tokens.text, figures, index, found)
    return figures


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
    ):
        unit = _unit(tokens, syntax, counted.span, counted.head)
    event = events.find(counted, found.sentence, money=q.measure == "money")
    if event is not None and q.possible and event.modality == "asserted":
        event = replace(event, modality="possible")
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


def _unit(tokens: Tokens, syntax: Syntax, span: Span, head: int) -> Unit:
    words = words_at(tokens.text, span)
    written, pos = tokens.word(head), syntax.pos[head]
    lemma = lemma_of(written, pos if pos in ("NOUN", "PROPN") else "NOUN")
    return Unit(exact=words.exact, spans=words.spans, lemma=lemma, unit_class=unit_class(written, pos))


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


def _inherit_event(text: str, figures: list[Figure], index: int, found: Sequence[Found]) -> Figure:
    """The figure with the event of the one before it in the sentence, where its own words name none.

    "killed 258 people, including 12 Americans"; "killed 247 people in Kenya and 10 in Tanzania".
    """
    figure = figures[index]
    if figure.event is not None or figure.measure != "count" or index == 0:
        return figure
    before = figures[index - 1]
    if found[index - 1].sentence != found[index].sentence or before.event is None or before.measure != "count":
        return figure
    between = text[before.end : figure.start]
    part = _PART_OF.search(between) is not None
    parallel = figure.unit is None and _PARALLEL.search(between) is not None
    if not (part or parallel):
        return figure
    return replace(figure, event=before.event)


def _supply_unit(text: str, figures: list[Figure], index: int, found: Sequence[Found]) -> Figure:
    """The figure with its unit, taken from a figure beside it where its own words leave it out."""
    figure = figures[index]
    if figure.unit is not None or figure.measure != "count":
        return figure
    of_people = figure.event is not None and figure.event.type in _OF_PEOPLE
    unit = _parallel_unit(figures, index, found, of_people=of_people)
    if unit is None and of_people:
        unit = _people_nearby(text, figure)
    if unit is None:
        return figure
    return replace(figure, unit=replace(unit, supplied=True))


def _parallel_unit(figures: list[Figure], index: int, found: Sequence[Found], *, of_people: bool) -> Unit | None:
    """Unit of a figure beside this one that could be meant: in its sentence the nearest one before it,
    else after it; in earlier sentences, for events of people, one of the same event or of plain people.
    """
    sentence = found[index].sentence
    same = [figures[k] for k in range(index - 1, -1, -1) if found[k].sentence == sentence]
    same += [figures[k] for k in range(index + 1, len(figures)) if found[k].sentence == sentence]
    for other in same:
        if _lends(other) and (not of_people or _counts_people(other)):
            return other.unit
    if not of_people:
        return None
    event = figures[index].event
    for k in range(index - 1, max(-1, index - 9), -1):
        other = figures[k]
        if _lends(other) and other.unit is not None and found[k].sentence != sentence:
            alike = event is not None and other.event is not None and other.event.type == event.type
            if (alike and _counts_people(other)) or other.unit.exact.casefold() in _PLAIN_PEOPLE:
                return other.unit
    return None


def _lends(figure: Figure) -> bool:
    return figure.unit is not None and figure.measure == "count" and figure.unit.lemma != "other"


def _counts_people(figure: Figure) -> bool:
    unit = figure.unit
    return unit is not None and unit.unit_class == "people" and unit.lemma not in _REMAINS


def _people_nearby(text: str, figure: Figure) -> Unit | None:
    """The nearest "people" in the text, before the figure if there is one."""
    start = text.rfind("people", 0, figure.start)
    if start < 0:
        start = text.find("people", figure.end)
    while start >= 0 and not _stands_alone(text, start, start + 6):
        start = text.find("people", start + 6)
    if start < 0:
        return None
    words = words_at(text, (start, start + 6))
    return Unit(exact=words.exact, spans=words.spans, supplied=True, lemma="people", unit_class="people")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
