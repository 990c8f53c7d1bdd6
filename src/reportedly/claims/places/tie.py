"""Places tied to figures: by the parse, by the clause, by the sentence, by what was spoken of last."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.places.discourse import Choice, Discourse, coarseness, has_place
from reportedly.claims.places.group import is_of_office, place_of, says_where
from reportedly.claims.places.mention import Located
from reportedly.claims.places.pointers import Pointer, antecedents, find_pointers, fitting
from reportedly.claims.places.scene import Scene
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.terms import Claim, Figure, Place, words_at

_POINTER = 1.0  # what a pointer costs more than a name at its place
_CLOSE = 1.0  # groups within so much of the best are taken too
_FAR = 30.0
#: Beyond this cost a place of the sentence is taken only where the report has no main place.
_WEAK = 20.0
_HELD = 5.9  # less than any place that the figure does not hold
#: Measures whose numbers have a place even where no happening is told.
_TIED = frozenset(("count", "distance", "duration", "percent"))


def tie_places(
    tokens: Tokens, syntax: Syntax, located: Sequence[Located], claims: Sequence[Claim], figures: Sequence[Figure]
) -> list[Figure]:
    """The figures with their places; the words of the first are the likeliest.

    A place of the source of a figure's claim has the role ``spoken from``; one of a figure without an
    event ``counted``; else ``happened``. Towns stand before the regions and countries they are in. A place
    that does not stand in the figure's own sentence, or for which the words are a pointer ("there"), is
    ``supplied``.
    """
    if not figures:
        return []
    return _Tier(Scene(tokens, syntax, located, claims, figures), claims).tie()


class _Tier:
    def __init__(self, scene: Scene, claims: Sequence[Claim]) -> None:
        self._scene = scene
        self._claims = {c.id: c for c in claims}
        self._named = [i for i in range(len(scene.groups)) if i not in scene.spoken]
        self._pointers = find_pointers(scene.tokens, scene.syntax)
        self._pointed: dict[int, Choice | None] = {}

    def tie(self) -> list[Figure]:
        scene = self._scene
        near = [self._choose_near(i) for i in range(len(scene.figures))]
        own = [c if c is None or c.cost <= self._limit(i, c) else None for i, c in enumerate(near)]
        discourse = Discourse(scene, own)
        tied = []
        for i, figure in enumerate(scene.figures):
            choice = own[i] or discourse.choose(i)
            if choice is None and has_place(figure):
                choice = near[i] or discourse.official(figure)
            tied.append(self._with_places(figure, choice))
        return tied

    def _limit(self, index: int, choice: Choice) -> float:
        """What places of the sentence may cost at most.

        Ages, sums of money and the like must hold theirs, and so must people of the report's own country
        where the place is abroad.
        """
        scene = self._scene
        figure = scene.figures[index]
        if not has_place(figure) and figure.measure not in _TIED:
            return _HELD
        return _HELD if scene.counts_own_people(figure) and scene.is_abroad(choice.members) else _WEAK

    def _choose_near(self, index: int) -> Choice | None:
        """The places of the figure's own sentence, or of a pointer in it."""
        scene = self._scene
        sentence = scene.seen[index].sentence
        found: list[tuple[float, int, Choice]] = []
        for i in scene.groups_in.get(sentence, ()):
            group = scene.groups[i]
            if i not in scene.spoken and says_where(group):
                found.append((scene.cost(index, group), group.first, Choice(group.members, False)))
        for pointer in self._pointers.get(sentence, ()):
            choice = self._pointed_at(pointer)
            if choice is not None:
                at = pointer.word
                cost = _POINTER + scene.distance(index, scene.syntax.heads[at], at, at + 1)
                found.append((cost, at, choice))
        found = sorted(((c, at, choice) for c, at, choice in found if c < _FAR), key=lambda f: (f[0], f[1]))
        if not found:
            return None
        least, first, best = found[0]
        kept = [
            choice
            for cost, at, choice in found
            if cost <= least + _CLOSE
            and choice.supplied == best.supplied
            and not (at < scene.seen[index].first <= first and scene.is_behind_another(index, at))
        ]
        members = dict.fromkeys(n for choice in kept for n in choice.members)
        return Choice(tuple(members), best.supplied, least)

    def _pointed_at(self, pointer: Pointer) -> Choice | None:
        """The places that a pointer stands for, found once for each."""
        if pointer.word not in self._pointed:
            scene = self._scene
            members = self._of_source(pointer)
            members = members or antecedents(pointer, scene.groups, self._named, scene.located)
            self._pointed[pointer.word] = Choice(members, True) if members else None
        return self._pointed[pointer.word]

    def _of_source(self, pointer: Pointer) -> tuple[int, ...]:
        """The place of the office that a pointer of its sentence goes back to: "the mayor of Mosul said …
        in the city".
        """
        scene = self._scene
        if pointer.levels is None or pointer.plural:
            return ()
        sentence = scene.tokens.sentences[pointer.word]
        before = [i for i in scene.groups_in.get(sentence, ()) if scene.groups[i].last <= pointer.word]
        if not before or not is_of_office(scene.tokens, scene.groups[before[-1]].first):
            return ()
        return fitting(pointer, scene.groups[before[-1]].members, scene.located)

    def _with_places(self, figure: Figure, choice: Choice | None) -> Figure:
        role = "counted" if figure.event is None else "happened"
        places = []
        if choice is not None:
            members = sorted(choice.members, key=lambda n: coarseness(self._scene, n))
            role = "spoken from" if choice.official else role
            places = [self._place(n, supplied=choice.supplied, role=role) for n in members]
        claim = self._claims.get(figure.claim or "")
        if claim is not None and claim.source is not None:
            held = {place.spans for place in places}
            of_source = [
                self._place(n, supplied=False, role="spoken from") for n in self._within(claim.source.spans)
            ]
            places += [place for place in of_source if place.spans not in held]
        return replace(figure, places=tuple(places)) if places else figure

    def _within(self, spans: Sequence[tuple[int, int]]) -> list[int]:
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

    def _place(self, number: int, *, supplied: bool, role: str) -> Place:
        located = self._scene.located[number]
        words = words_at(self._scene.tokens.text, place_of(self._scene.tokens, located))
        entry = located.entry
        return Place(
            exact=words.exact,
            spans=words.spans,
            supplied=supplied,
            name=located.name,
            iso3=located.iso3,
            admin1=None if entry is None else entry.region,
            lat=None if entry is None else entry.lat,
            lon=None if entry is None else entry.lon,
            precision=None if entry is None else entry.precision,
            role=role,
        )
