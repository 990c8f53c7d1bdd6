"""Events told once for several numbers: those named side by side, and a group spoken of again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.ellipsis import Found
from reportedly.claims.event_rivals import fate_rank
from reportedly.terms import Event, Figure

#: Between two counts named side by side: "six monks (five Spaniards and a Pole) and two women".
_SIDE_BY_SIDE = re.compile(
    r"\s*(?:\([^()]{0,80}\)|(?:--|[—–])[^—–]{0,80}?(?:--|[—–]))?\s*(?:,|and|,\s*and|as\s+well\s+as)\s+"
    r"(?:the\s+|his\s+|her\s+|their\s+)?(?:other\s+)?",
    re.IGNORECASE,
)
#: Between a group and the parts of it set in brackets or dashes.
_IN_BRACKETS = re.compile(r"\s*(?:\(|--|[—–]|,\s+including\b)[^()—–.;]{0,60}", re.IGNORECASE)
#: Words before a number that point at a group known.
_KNOWN = re.compile(r"\b(?:the|these|those|all|his|her|their|its)\s+(?:other\s+|same\s+)?$", re.IGNORECASE)
_NEIGHBOURS = 4  # figures
_SAME_GROUP = 4  # a smaller count of the same noun may be another group, if nothing points back


def share_events(text: str, figures: Sequence[Figure], found: Sequence[Found]) -> list[Figure]:
    """The figures, those of people that lack an event with that of the figures they stand beside.

    First the event of the count named with them ("six monks and two women were killed"), else that of the
    same group elsewhere in the text: the same number of the same noun, nearest before, else after.
    """
    shared = list(figures)
    for index in range(len(shared) - 1, -1, -1):  # from the right: an event told after a list reaches its first
        if _lacks(shared[index]):
            shared[index] = _with_those_after(text, shared, index, found)
    for index in range(1, len(shared)):
        if _lacks(shared[index]):
            shared[index] = _with_those_before(text, shared, index, found)
    shared = [_with_its_model(shared, index, found) for index in range(len(shared))]
    return [_told_elsewhere(text, shared, index) for index in range(len(shared))]


def _with_its_model(figures: Sequence[Figure], index: int, found: Sequence[Found]) -> Figure:
    """A figure whose unit is that of another before it, with the other's event where its own lies farther back:
    "the bombing of a plane that killed 259 people on board and 11 on the ground".
    """
    figure = figures[index]
    if figure.event is None or figure.unit is None or not figure.unit.supplied:
        return figure
    for k in range(index - 1, max(-1, index - _NEIGHBOURS), -1):
        model = figures[k]
        if found[k].sentence != found[index].sentence:
            break
        if model.unit is not None and model.unit.spans == figure.unit.spans:
            nearer = model.event is not None and figure.event.start < model.event.start < model.start
            return replace(figure, event=model.event) if nearer else figure
    return figure


def _with_those_after(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> Figure:
    figure = figures[index]
    for k in range(index + 1, min(index + _NEIGHBOURS, len(figures))):
        event = figures[k].event
        if found[k].sentence != found[index].sentence:
            break
        if event is not None and event.start > figures[k].end and _named_together(text, figure, figures[k]):
            return replace(figure, event=event)
    return figure


def _with_those_before(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> Figure:
    figure = figures[index]
    for k in range(index - 1, max(-1, index - _NEIGHBOURS), -1):
        event = figures[k].event
        if found[k].sentence != found[index].sentence:
            break
        told_before = (
            event is not None and event.start < figure.start and _named_together(text, figures[k], figure)
        )
        if told_before or (event is not None and _within(text, figures[k], figure)):
            return replace(figure, event=event)
    return figure


def _lacks(figure: Figure) -> bool:
    return figure.event is None and _of_people(figure)


def _of_people(figure: Figure) -> bool:
    return figure.measure == "count" and figure.unit is not None and figure.unit.unit_class == "people"


def _fate(figure: Figure) -> Event | None:
    return figure.event if figure.event is not None and fate_rank(figure.event.type) else None


def _named_together(text: str, one: Figure, other: Figure) -> bool:
    if one.unit is None or not (_of_people(one) and _of_people(other)) or not (_fate(one) or _fate(other)):
        return False
    return _SIDE_BY_SIDE.fullmatch(text, max(one.end, one.unit.end), other.start) is not None


def _within(text: str, whole: Figure, part: Figure) -> bool:
    if whole.unit is None or _fate(whole) is None or not _of_people(whole):
        return False
    return _IN_BRACKETS.fullmatch(text, max(whole.end, whole.unit.end), part.start) is not None


def _told_elsewhere(text: str, figures: Sequence[Figure], index: int) -> Figure:
    """The figure with the fate told of the same group elsewhere, where its own words tell none."""
    figure = figures[index]
    unit = figure.unit
    if not _lacks(figure) or unit is None or figure.stated is None or figure.stated < 2:
        return figure
    points = _KNOWN.search(text, max(0, figure.start - 20), figure.start) is not None
    if figure.stated < _SAME_GROUP and not points:
        return figure
    order = [*range(index - 1, -1, -1), *range(index + 1, len(figures))]
    for other in (figures[k] for k in order):
        event = _fate(other)
        same = _of_people(other) and other.stated == figure.stated and other.unit is not None
        if same and other.unit is not None and other.unit.lemma == unit.lemma and event is not None:
            return replace(figure, event=event)
    return figure
