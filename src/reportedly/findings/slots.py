"""What a figure counts, in the respects in which figures are compared."""

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.findings.stated import Stated
from reportedly.findings.word_groups import event_groups, groups_of, words_of
from reportedly.terms import Figure

#: ``total`` also where the words leave it open; ``part`` of a number that the report gives, for which nothing
#: else in the slot stands; ``new`` additions.
Extent = Literal["total", "new", "part"]
Mood = Literal["told", "forecast"]

_OF_THINGS = frozenset(["destroyed", "damaged", "uninhabitable", "without_services"])
#: Measures that say what is measured; what was done with it ("carried", "moved") is not compared.
_AMOUNTS = frozenset(["weight", "volume", "area", "distance", "temperature"])
#: Events of which the number itself is a guess as long as it lasts: "potentially unaccounted for".
_UNSURE = frozenset(["missing", "trapped", "buried"])
_HAS_BEEN = re.compile(r"\b(?:may|might|could|must)\s+(?:\w+\s+)?have\b")
_MAY = re.compile(r"\b(?:may|might|could|can|will|would|expected|likely|feared|set to)\b")
_VALUE_OF = re.compile(r"\b(?:toll|count|number|total)\b[^.;]{0,20}\b(?:of|at|to)\s+$")
_FORECASTING = frozenset(["expect", "forecast", "predict", "project", "anticipate"])
_BODIES = frozenset(["body", "corpse", "remains", "victim", "death", "fatality", "dead"])
_DEATHS = frozenset(["death", "fatality"])
_FURTHER = re.compile(r"\b(?:another|other|further|additional)\b")
#: How far back, in code points, an addition looks for the number it adds to.
_BACK = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The facets of one figure; null where its words and those of the story do not tell.

    ``place`` and ``happening`` are null for the place and the happening of the story itself. ``types`` is the
    event type as read; it parts series only where the story keeps its types apart.
    """

    measure: str
    currency: str | None = None
    per: str | None = None
    event: str | None = None
    counted: str | None = None
    nationality: str | None = None
    age: str | None = None
    sex: str | None = None
    place: tuple[str, ...] | None = None
    happening: str | None = None
    scope: Extent = "total"
    mood: Mood = "told"
    #: What a part is a part of, and which part: words that the other facets do not hold.
    part: str | None = None


def slot_of(stated: Stated, before: Stated | None) -> Slot:
    """The facets that a figure's own words tell; place, happening and part are left to the story.

    ``before`` is the figure before it in the report.
    """
    figure = stated.figure
    event, scope = _event_of(stated)
    counted = counted_of(figure)
    if scope == "new" and before is not None and _other_count(stated, before):
        scope = "total"
    attributes = figure.unit.attributes if figure.unit else None
    return Slot(
        measure=figure.measure,
        currency=figure.currency,
        per=figure.per,
        event=event,
        counted=counted,
        nationality=attributes.nationality if attributes else None,
        age=None if attributes is None or attributes.age is None else _grouped(attributes.age),
        sex=None if attributes is None or attributes.sex is None else _grouped(attributes.sex),
        scope=scope,
        mood=_mood_of(stated),
    )


def event_type(figure: Figure) -> str | None:
    """The event's type, or its lemma where the closed list has none for it."""
    if figure.event is None:
        return None
    return figure.event.lemma if figure.event.type == "other" else figure.event.type


def _event_of(stated: Stated) -> tuple[str | None, Extent]:
    figure = stated.figure
    kind = event_type(figure)
    lemma = figure.unit.lemma if figure.unit else None
    scope: Extent = "new" if figure.scope == "new" else "total"
    if lemma in _DEATHS and kind in (None, "found", "record", "count"):
        return "killed", scope
    if lemma == "case" and kind in (None, "found", "record", "report", "confirm", "count"):
        return "infected", scope
    if kind == "found" and figure.unit is not None and lemma in _BODIES:
        return "killed", "new"  # a total of bodies found is read as a count of the dead, what is added as found
    if kind == "buried" and (_lies_under(stated) or _unsure(figure)):
        kind = "trapped"  # nobody is feared to have a grave
    if kind is None or (figure.measure in _AMOUNTS and kind not in event_groups()):
        return None, scope
    group = event_groups().get(kind)
    return (kind if group is None else group[0]), scope


def _unsure(figure: Figure) -> bool:
    return figure.event is not None and figure.event.modality in ("feared", "possible")


def _lies_under(stated: Stated) -> bool:
    """Whether "buried" is followed by what people lie under and not by a grave."""
    event = stated.figure.event
    if event is None:
        return False
    after = stated.reading.report.text[event.end : event.end + 40].casefold().lstrip()
    found = words_of("trapped_words")
    return found.match(after) is not None or found.search(event.exact.casefold()) is not None


def _mood_of(stated: Stated) -> Mood:
    """Whether the number is of what is to come; fears of what has happened are compared with what is told."""
    figure = stated.figure
    if _MAY.match(figure.exact.casefold()) is not None:
        return "forecast"  # the bound words themselves: "could be as high as 99"
    if figure.event is None or (_counted_before(stated) and not _MAY.search(stated.before)):
        return "told"  # "the toll of one was likely to grow": what may be is not the number
    cue = stated.claim.cue if stated.claim else None
    if cue is not None and (cue.lemma in _FORECASTING or (cue.lemma == "fear" and _counts(figure))):
        return "forecast"  # a toll that is feared is one that is to come; those feared dead are not
    if figure.event.type in _UNSURE or figure.event.modality in ("asserted", "feared"):
        return "told"
    said = f"{figure.event.exact} {figure.exact}".casefold()
    if figure.event.modality == "possible" and (_HAS_BEEN.search(said) or _HAS_BEEN.search(stated.before[-60:])):
        return "told"
    return "forecast"


def _counts(figure: Figure) -> bool:
    """Whether the event is told by the noun of a count."""
    return figure.event is not None and figure.event.lemma in ("toll", "count", "number", "total")


def _counted_before(stated: Stated) -> bool:
    """Whether the number is the value of a count named before it ("a death toll of one")."""
    event = stated.figure.event
    return event is not None and event.end <= stated.figure.start and _VALUE_OF.search(stated.before) is not None


def _other_count(stated: Stated, before: Stated) -> bool:
    """Whether "another 109 are missing" is said beside a number of something else, and so adds to nothing."""
    figure, other = stated.figure, before.figure
    if stated.report != before.report or figure.start - other.end > _BACK:
        return False
    text = stated.reading.report.text
    words = text[figure.start - 12 : figure.end].casefold() if figure.start >= 12 else figure.exact.casefold()
    return _FURTHER.search(words) is not None and event_type(figure) != event_type(other)


def counted_of(figure: Figure) -> str | None:
    """The group that those counted belong to; null where no word tells of them.

    Attributes that part people (child, soldier) come before the noun ("student soldiers").
    """
    unit = figure.unit
    if unit is None:
        return "people" if figure.measure == "count" and _of_people(figure) else None
    if figure.measure == "money" or (figure.measure == "percent" and _type_known(figure)):
        return None  # "of customers", "of households", "of the island": one share without power
    if unit.lemma == "percent":
        return None
    groups = groups_of("counted")
    if unit.attributes.nationality is not None and unit.lemma not in groups:
        return "people"  # "nine Argentines": who they are is a facet of its own
    for word in (unit.attributes.status, unit.lemma):
        group = groups.get(word.casefold(), word.casefold()) if word else "people"
        if group in ("children", "women", "men"):
            return "people"  # age and sex are facets of their own
        if group != "people":
            return group
    return "people"


def _of_people(figure: Figure) -> bool:
    """Whether what happened happens to people."""
    return figure.event is not None and figure.event.type in event_groups() and figure.event.type not in _OF_THINGS


def _type_known(figure: Figure) -> bool:
    return figure.event is not None and figure.event.type in event_groups()


def _grouped(word: str) -> str:
    return groups_of("counted").get(word.casefold(), word.casefold())
