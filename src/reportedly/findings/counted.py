"""Who or what is counted: groups of nouns, and what the words say of those counted."""

from dataclasses import dataclass

from reportedly.findings.counting import event_type
from reportedly.findings.stated import Stated
from reportedly.findings.word_groups import event_groups, groups_of

_OF_THINGS = frozenset(["destroyed", "damaged", "uninhabitable", "without_services"])
#: What happens to people and to no house.
_OF_LIVES = frozenset("killed injured missing identified arrested hospitalised infected rescued displaced".split())
_BY_AGE_OR_SEX = frozenset(["children", "women", "men"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The group of those counted, null where no word tells of them, and what parts them from others."""

    group: str | None
    nationality: str | None = None
    age: str | None = None
    sex: str | None = None


def counted_of(stated: Stated, event: str | None) -> Counted:
    """Who a figure counts by its own words; ``event`` is the group of what happened to them.

    A noun lent from another sentence tells that they are people and no more. "One man" is one person.
    """
    figure, unit = stated.figure, stated.figure.unit
    if figure.measure == "money":
        return Counted(group=None)
    if figure.measure == "percent" and event_type(figure) in event_groups():
        return Counted(group=None)  # "of customers", "of households", "of the island": one share without power
    if unit is None or unit.lemma == "percent" or _is_event(stated) or _is_no_victim(stated, event):
        return Counted(group="people" if _of_people(stated, event) else None)
    if unit.unit_class == "people" and unit.supplied and not stated.in_sentence(unit.spans):
        return Counted(group="people", nationality=unit.attributes.nationality)
    told = unit.attributes
    nationality = told.nationality or _proper_name(stated)
    one = figure.stated == 1
    return Counted(
        group=_group(stated, nationality),
        nationality=nationality,
        age=None if told.age is None else _grouped(told.age),
        sex=None if told.sex is None or one else _grouped(told.sex),
    )


def _group(stated: Stated, nationality: str | None) -> str | None:
    """What those counted are, from the attributes that part people to the noun itself ("student soldiers")."""
    unit = stated.figure.unit
    assert unit is not None
    if nationality is not None and unit.lemma not in groups_of("counted"):
        return "people"  # "nine Argentines": who they are is a facet of its own
    for word in (unit.attributes.status, unit.lemma):
        group = _grouped(word) if word else "people"
        if group in _BY_AGE_OR_SEX:
            return "people"
        if group != "people":
            return group
    return "people"


def _proper_name(stated: Stated) -> str | None:
    """A people that no table of countries has ("Ostrians"): the name is the facet."""
    unit = stated.figure.unit
    if unit is None or unit.unit_class != "people" or not unit.exact[:1].isupper():
        return None
    small = unit.exact.casefold() in stated.reading.report.text  # a headline has capitals for other words too
    known = unit.lemma in groups_of("counted")
    return None if known or small or unit.start == stated.sentence[0] or " " in unit.exact else unit.lemma


def _is_event(stated: Stated) -> bool:
    """Whether what stands as the noun is the event's own word ("more than 2,000 freed")."""
    unit, event = stated.figure.unit, stated.figure.event
    return unit is not None and event is not None and unit.spans == event.spans


def _is_no_victim(stated: Stated, event: str | None) -> bool:
    """Whether the noun is none to whom such a thing happens ("the toll of Orchard House", "fled last week")."""
    unit = stated.figure.unit
    return unit is not None and unit.unit_class in ("buildings", "time") and event in _OF_LIVES


def _of_people(stated: Stated, event: str | None) -> bool:
    """Whether what happened happens to people."""
    known = event in event_groups() or event in ("held", "unidentified", "aboard")
    return stated.figure.measure == "count" and known and event_type(stated.figure) not in _OF_THINGS


def _grouped(word: str) -> str:
    return groups_of("counted").get(word.casefold(), word.casefold())
