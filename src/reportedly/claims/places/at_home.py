"""Places of sources that count what happened where they are: health ministries, mayors, regions that report."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.claims.places.discourse import Choice, has_place
from reportedly.claims.places.entry import Entry
from reportedly.claims.places.group import is_dateline, is_local, place_of
from reportedly.claims.places.mention import Located, is_town
from reportedly.claims.places.scene import Scene
from reportedly.terms import Claim

#: Offices of towns: police elsewhere may only speak from there.
_OF_TOWNS = frozenset("mayor prosecutor prosecutors hospital hospitals".split())
#: What a country or region does that counts at home.
_COUNTING = frozenset("report record confirm register count expect".split())


def is_sent_from(scene: Scene, choice: Choice) -> bool:
    """Whether places are only those of a dateline."""
    mention = scene.located[choice.members[0]].mention
    return is_dateline(scene.tokens, mention.first, mention.last)


class Sources:
    """The sources of the claims of one text with the places that their words name."""

    def __init__(self, scene: Scene, claims: Mapping[str, Claim]) -> None:
        self._scene, self._claims = scene, claims

    def at_home(self, index: int, told: Choice | None) -> Choice | None:
        """The place of a source that counts what happened there, unless the place spoken of lies in it.

        "Gaza's health ministry said 493 people had been killed", "Andhra Pradesh reported 852 deaths".
        """
        figure = self._scene.figures[index]
        claim = self._claims.get(figure.claim or "")
        if claim is None or claim.source is None or figure.measure != "count" or figure.event is None:
            return told
        members = self.within(claim.source.spans)
        sent = told is not None and is_sent_from(self._scene, told)
        located = self._scene.located
        entry = located[members[0]].entry if members else None
        if entry is not None and has_place(figure) and self._is_only_source(index, told, members):
            return Choice(tuple(members[-1:]), True)
        if entry is None or not self._counts_at_home(claim, members):
            return told
        inside = told is not None and any(_lies_in(located[n], entry) for n in told.members)
        alone = told is not None and all(_lies_in(located[n], entry) for n in told.members)
        if told is not None and inside and not sent:
            return (
                told
                if alone
                else replace(told, members=tuple(n for n in told.members if _lies_in(located[n], entry)))
            )
        return Choice(tuple(members[:1]), True)

    def _is_only_source(self, index: int, told: Choice | None, members: Sequence[int]) -> bool:
        """Whether a source's town or region is all that was named before a figure, a dateline aside.

        "SANTA ANA - Officials in Itogon said 71 bodies had been dug out".
        """
        located = self._scene.located
        entry = located[members[-1]].entry
        if entry is None or entry.capital or entry.precision == "country":
            return False
        first = self._scene.seen[index].first
        sent = told is not None and is_sent_from(self._scene, told)
        return told is None or sent or all(located[n].mention.first > first for n in told.members)

    def _counts_at_home(self, claim: Claim, members: Sequence[int]) -> bool:
        """Whether a source is of those who count at home, or a place that reports a count."""
        assert claim.source is not None
        located = [self._scene.located[n] for n in members]
        words = set(claim.source.exact.lower().replace("’", "'").split())
        if is_local(claim.source.exact):
            inside = self._scene.tokens.word(located[0].mention.first - 1).lower() in ("in", "at")
            return not (inside and is_town(located[0])) or bool(words & _OF_TOWNS)
        start, end = place_of(self._scene.tokens, located[0])
        written = self._scene.tokens.text[claim.source.start : start].strip().lower()
        only = written in ("", "the") and claim.source.end == end
        return only and claim.cue is not None and claim.cue.lemma in _COUNTING

    def within(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Numbers of the located places that are named in the words of a source."""
        tokens, located = self._scene.tokens, self._scene.located
        found = []
        for first, last in spans:
            at = bisect_left(located, first, key=lambda place: tokens.starts[place.mention.first])
            while at < len(located) and place_of(tokens, located[at])[1] <= last:
                if located[at].mention.kind == "name":
                    found.append(at)
                at += 1
        return found


def _lies_in(place: Located, larger: Entry) -> bool:
    """Whether a place is the larger one or lies in it, as far as can be told."""
    if place.iso3 != larger.iso3:
        return False
    if larger.precision == "country":
        return True
    if larger.precision == "admin2":  # which towns lie in it is not known
        return place.entry is not None and place.entry.region == larger.region
    return place.name == larger.name or (place.entry is not None and place.entry.region == larger.name)
