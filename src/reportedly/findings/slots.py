"""The respects in which figures are compared, as one value: equal slots make one series."""

from dataclasses import dataclass

from reportedly.findings.counted import counted_of
from reportedly.findings.counting import Extent, Mood, event_of, extent_of_count, mood_of
from reportedly.findings.stated import Stated

#: A figure of a story: report and figure. Two copies of one text give their figures one id.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The facets of one figure; null where its words and those of the story do not tell.

    ``place`` and ``happening`` are null for the place and the happening of the story itself. ``part`` says which
    part of another number it is, where the other facets do not.
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
    part: str | None = None


#: The slots of a story's figures, which the steps of :mod:`reportedly.findings.facets` fill in one by one.
Slots = dict[Key, Slot]


def slot_of(stated: Stated, before: Stated | None, after: Stated | None) -> Slot:
    """The facets that a figure's own words tell; place, happening and part are left to the story.

    ``before`` and ``after`` are its neighbours in the report.
    """
    figure, event = stated.figure, event_of(stated)
    counted = counted_of(stated, event)
    return Slot(
        measure=figure.measure,
        currency=figure.currency,
        per=figure.per,
        event=event,
        counted=counted.group,
        nationality=counted.nationality,
        age=counted.age,
        sex=counted.sex,
        scope=extent_of_count(stated, before, after),
        mood=mood_of(stated),
    )
