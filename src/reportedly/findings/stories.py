"""Reports grouped by happening: whether two readings are of one story, from the two alone.

A story is what hangs together by such pairs, so one pair too many would draw two stories into one. Two reports
are of one story when two things that do not follow from each other tell so (kind of happening, place, a person
who speaks, a count), all they share weighs enough together with nothing against it, and they are near in time.
A story that lasts for months hangs together by neighbours.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf

from reportedly.findings.copies import order_of
from reportedly.findings.evidence import days_apart, shared_traits, weight_of
from reportedly.findings.kinds import lasting_kinds
from reportedly.findings.meeting import SEASON, WEEKS, story_keys
from reportedly.findings.rarity import alike, telling_of_both
from reportedly.findings.traits import Traits, traits_of
from reportedly.terms import Reading, Story, Told, sha256_hex

#: What all that two reports share must weigh; less is enough for what a place has seldom twice in weeks.
_ENOUGH, _ENOUGH_LASTING = 4.0, 3.5
#: So much more must be shared with a report that tells of several happenings, or it would draw stories together.
_ROUND_UP = 3.0
#: A word for another kind of happening, said in passing, speaks against it.
_OTHER_KIND = 1.5
#: So much more must be shared by what lies further apart than weeks.
_LATER = 1.5
#: What must be among it: a president speaks in his capital of one thing today and of another tomorrow.
_HAPPENED = frozenset({"kind", "count", "event", "people", "title", "toll"})
#: … or else so much the same words, with one of these.
_SAME_WORDS, _WHERE_OR_WHO = 0.25, frozenset({"place", "person", "number", "body"})
#: A happening that has a name, and what is seldom counted of a people, are told of for a year and longer.
_LASTING = frozenset({"title", "people"})
#: What is not said again in the reason.
_SILENT = ("form", "second place", "event", "toll")
#: Places that a story is shown with.
_PLACES = 5


def same_story(one: Reading, other: Reading) -> str | None:
    """Why two readings are of one story, or null; the same from both sides."""
    a, b = traits_of(one), traits_of(other)
    apart = days_apart(a.published, b.published) or 0
    unlike = a.happening.kinds and b.happening.kinds and not set(a.happening.kinds) & set(b.happening.kinds)
    if apart > SEASON or (unlike and a.happening.sure and b.happening.sure):
        return None
    if not story_keys(one).meet(story_keys(other)):
        return None
    shared = shared_traits(a, b)
    alike_enough = alike(a.words, b.words) >= _SAME_WORDS and shared.keys() & _WHERE_OR_WHO
    if not (shared.keys() & _HAPPENED or alike_enough):
        return None
    if weight_of(shared, a, b) - (_OTHER_KIND if unlike else 0.0) < _needed(a, b, shared):
        return None
    told = [f"{thing} {held[0]}" for thing, held in shared.items() if thing not in _SILENT]
    return "both tell of " + ", ".join(told or telling_of_both(a.words, b.words))


def _needed(a: Traits, b: Traits, shared: Mapping[str, list[str]]) -> float:
    """What all that two reports share must weigh; endless where they are too far apart in time."""
    apart = days_apart(a.published, b.published)
    kinds = set(shared.get("kind", ())) or {*a.happening.kinds, *b.happening.kinds}
    lasting = bool(kinds & lasting_kinds())
    far = apart is not None and apart > WEEKS
    named = bool(shared.keys() & _LASTING)
    if far and not lasting and not named:
        return inf
    needed = _ENOUGH_LASTING if lasting and apart is not None else _ENOUGH
    return needed + _ROUND_UP * (a.round_up or b.round_up) + _LATER * (far and not named)


def describe_story(told: Sequence[Told]) -> Story:
    """What a story is called: the place and kind that most of its reports name, and when they were published.

    Its id is made of the earliest of its reports, so it stays while that one does.
    """
    readings = sorted((each.reading for each in told), key=order_of)
    traits = [traits_of(reading) for reading in readings]
    kinds: Counter[str] = Counter()
    for each in traits:  # a kind in the headline tells more than one said in passing
        kinds.update(dict.fromkeys(each.happening.kinds[:1], 1 + 2 * each.happening.sure))
    towns = Counter(town for each in traits for town in each.towns)
    dates = sorted(reading.report.published for reading in readings if reading.report.published)
    places = [name.title() for name, _ in sorted(towns.items(), key=lambda item: (-item[1], item[0]))[:_PLACES]]
    kind = min(kinds, key=lambda name: (-kinds[name], name), default=None)
    headline = next((reading.report.headline for reading in readings if reading.report.headline), None)
    named = [part for part in (kind, *places[:1], *dates[:1]) if part]
    return Story(
        id="y:" + sha256_hex(readings[0].report.id)[:20],
        label=", ".join(named) if kind or places else headline or readings[0].report.address,
        reports=tuple(reading.report.id for reading in readings),
        places=tuple(places),
        happening=kind,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
