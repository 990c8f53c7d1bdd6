"""Places for figures whose own sentence names none: what was spoken of last, the report's main place."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.group import is_locative, says_where
from reportedly.claims.places.scene import Scene
from reportedly.terms import Figure

#: Measures that say nothing of a place beyond their own sentence.
_PLACELESS = word_set("age duration distance area weight volume temperature money percent rate ratio other")
#: Events that are no happening, and a poll, which is of people all over a country.
_ANYWHERE = frozenset(("other", "polled"))
#: Words of counts that are of all there were, and so of the first place told of rather than the last.
_WHOLE = re.compile(
    r"\b(?:the (?:death |overall |national |combined )*toll|total number|nationwide"
    r"|(?:earlier|initial|first|previous) (?:reports?|figures?|counts?|estimates?))\b",
    re.IGNORECASE,
)
#: Where one comes from and goes to.
_BETWEEN = frozenset(("from", "to", "toward", "towards"))
#: Not where the sentence before was.
_ELSEWHERE = re.compile(r"\belsewhere\b", re.IGNORECASE)
#: A place named so many sentences ago is still the one spoken of; later it is the report's main place.
_AGO = 1
_COUNTRY = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Places for a figure, as numbers of the located ones; ``supplied`` where they stand elsewhere.

    ``cost`` is how far they are from the figure; ``official`` where they are only those of the officials
    that the report speaks of.
    """

    members: tuple[int, ...]
    supplied: bool
    cost: float = 0.0
    official: bool = False


class Discourse:
    """What was spoken of where in a text; ``choices`` are the places that figures have by their own sentence."""

    def __init__(self, scene: Scene, choices: Sequence[Choice | None]) -> None:
        self._scene, self._choices = scene, choices
        self._main = self._most_told()
        self._left = {n for group in scene.groups if scene.is_left(group) for n in group.members}
        self._starts = [group.first for group in scene.groups]
        self._had: list[int] = []  # for each figure, the last one up to it that has places of its own
        self._has: list[int] = [-1] * len(choices)  # and the first one from it on
        last = -1
        for i, choice in enumerate(choices):
            last = last if choice is None else i
            self._had.append(last)
        after = -1
        for i in range(len(choices) - 1, -1, -1):
            after = after if choices[i] is None else i
            self._has[i] = after
        self._given: tuple[int, Choice | None] = (-2, None)
        self._official = self._only_country()
        self._home = self._home_place()
        self._country = self._home_place(countries=True)

    def choose(self, index: int) -> Choice | None:
        """The places of a figure that has none in its sentence; None where none can be told."""
        scene = self._scene
        seen = scene.seen[index]
        figure = scene.figures[index]
        if figure.measure in _PLACELESS:
            return None
        if self._is_of_the_whole(seen.sentence) and has_place(figure):
            whole = self._of_the_whole(index)
            if whole is not None:
                return whole
        if _ELSEWHERE.search(scene.sentence_text(seen.sentence)) is not None:
            return self._country if has_place(figure) else None
        near = self._last_spoken(index, scene.paragraph(seen.first))
        if near is not None and self._sentence_of(near) == seen.sentence and scene.is_abroad(near.members):
            near = None  # named beside it, and not held by it
        if not has_place(figure):
            return near
        if near is not None and seen.sentence - self._sentence_of(near) <= _AGO:
            return near
        sentence, given = self._given
        if given is not None and sentence == seen.sentence:
            return given
        if given is not None and seen.sentence - sentence <= _AGO and self._is_within_main(given):
            return given
        before = near or self._last_spoken(index, None)
        main = None if self._is_told_later(self._main, before, seen.first) else self._main
        far = main or before or self._first_spoken(index)
        if far is not None and (
            not scene.is_abroad(far.members) or self._is_told_later(self._home, far, seen.first)
        ):
            return far
        return self._home

    def _is_of_the_whole(self, sentence: int) -> bool:
        """Whether a sentence speaks of all there were: "the toll", "the total number of civilians killed"."""
        return _WHOLE.search(self._scene.sentence_text(sentence)) is not None

    def _of_the_whole(self, index: int) -> Choice | None:
        """The main place, where parts of the count were told of several places before."""
        figures = self._scene.figures
        event = figures[index].event
        alike = [
            choice
            for other, choice in zip(figures[:index], self._choices, strict=False)
            if choice is not None
            and event is not None
            and other.event is not None
            and other.event.type == event.type
        ]
        return self._main if any(choice.members != alike[0].members for choice in alike) else None

    def remember(self, index: int, choice: Choice | None) -> None:
        """What a figure was given, which the next may go on from; figures come in their order."""
        if choice is not None and has_place(self._scene.figures[index]):
            self._given = (self._scene.seen[index].sentence, replace(choice, supplied=True))

    def official(self, figure: Figure) -> Choice | None:
        """The place of the officials that a report speaks of, where it names no other country."""
        return self._official if has_place(figure) else None

    def _is_within_main(self, choice: Choice) -> bool:
        """Whether places are finer than the main one, and of its country: a town where that is a region."""
        scene, main = self._scene, self._main
        if main is None:
            return False
        finest = min(coarseness(scene, n) for n in main.members)
        countries = {scene.located[n].iso3 for n in main.members}
        return all(coarseness(scene, n) < finest and scene.located[n].iso3 in countries for n in choice.members)

    def _is_told_later(self, main: Choice | None, before: Choice | None, word: int) -> bool:
        """Whether the main place is of another country than the place before a word, and comes after it."""
        if main is None or before is None:
            return False
        located = self._scene.located
        later = located[main.members[0]]
        return later.mention.first > word and later.iso3 not in {located[n].iso3 for n in before.members}

    def _sentence_of(self, choice: Choice) -> int:
        scene = self._scene
        return scene.tokens.sentences[scene.located[choice.members[0]].mention.first]

    def _most_told(self) -> Choice | None:
        """The places where most of the report is told to have happened, the first such where several are.

        Each figure that has places by its own sentence counts, and each place that no figure has and that a
        preposition says something is in.
        """
        scene = self._scene
        told: Counter[tuple[str, ...]] = Counter()
        first: dict[tuple[str, ...], tuple[int, ...]] = {}
        runs = [choice.members for choice in self._choices if choice is not None and not choice.supplied]
        held = {n for choice in self._choices if choice is not None for n in choice.members}
        runs += [
            group.members
            for i, group in enumerate(scene.groups)
            if i not in scene.spoken
            and is_locative(group)
            and group.preposition not in _BETWEEN
            and says_where(group)
            and held.isdisjoint(group.members)
        ]
        for run in sorted(runs, key=lambda run: run[0]):
            members = tuple(n for n in run if self._is_known(n))
            names = tuple(scene.located[n].name for n in members)
            if members:
                told[names] += 1
                first.setdefault(names, members)
        return Choice(first[told.most_common(1)[0][0]], True) if told else None

    def _home_place(self, *, countries: bool = False) -> Choice | None:
        """The first place of the country that the report speaks of: mostly its dateline; or the country itself."""
        located, home = self._scene.located, self._scene.home
        for n, place in enumerate(located):
            country = place.entry is not None and place.entry.precision == "country"
            if (
                home is not None
                and place.iso3 == home
                and place.mention.kind == "name"
                and (country or not countries)
            ):
                return Choice((n,), True)
        return None

    def _is_known(self, number: int) -> bool:
        place = self._scene.located[number]
        return place.entry is not None or place.mention.level is not None

    def _last_spoken(self, index: int, paragraph: int | None) -> Choice | None:
        """The nearest place before the figure that a figure has, or that a preposition says something is in."""
        scene = self._scene
        start, found = -1, None
        before = self._had[index - 1] if index else -1
        choice = self._choices[before] if before >= 0 else None
        if choice is not None and self._left.issuperset(choice.members):
            choice = None  # where they had set out from
        if choice is not None and paragraph in (None, scene.paragraph(scene.seen[before].first)):
            start = scene.seen[before].first
            found = replace(choice, supplied=True)
        for i in range(bisect_left(self._starts, scene.seen[index].first) - 1, -1, -1):
            group = scene.groups[i]
            if paragraph not in (None, scene.paragraph(group.first)):
                break
            if i in scene.spoken or not says_where(group) or not any(map(self._is_known, group.members)):
                continue
            if scene.is_left(group):
                continue  # where they had set out from
            if is_locative(group) and group.first > start:
                found = Choice(group.members, True)
            break
        return found

    def _first_spoken(self, index: int) -> Choice | None:
        """For a figure before any place (a headline): the first place after it that a figure has."""
        after = self._has[index]
        choice = self._choices[after] if after >= 0 else None
        if choice is not None:
            return replace(choice, supplied=True)
        scene = self._scene
        for i, group in enumerate(scene.groups):
            if i not in scene.spoken and says_where(group):
                return Choice(group.members, True)
        return None

    def _only_country(self) -> Choice | None:
        located = self._scene.located
        spoken = [n for n, place in enumerate(located) if place.mention.kind != "people"]
        countries = {located[n].iso3 for n in spoken}
        if len(countries) != 1 or None in countries:
            return None
        fine = [n for n in spoken if coarseness(self._scene, n) < _COUNTRY]
        return Choice(tuple((fine or spoken)[:1]), True, official=True)


def has_place(figure: Figure) -> bool:
    """Whether a figure is of a kind that has a place even where its sentence names none."""
    if figure.event is None or figure.measure in _PLACELESS:
        return False
    return figure.event.type not in _ANYWHERE


def coarseness(scene: Scene, number: int) -> int:
    """0 for towns and smaller regions, 1 for regions, 2 for countries and parts of the world, 3 for adjectives."""
    place = scene.located[number]
    if place.mention.kind == "adjective":
        return _COUNTRY + 1
    precision = None if place.entry is None else place.entry.precision
    if precision == "admin1":
        return 1
    return _COUNTRY if precision == "country" or (place.entry is not None and precision is None) else 0
