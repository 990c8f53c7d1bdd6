"""Places tied to figures: by the parse, by the clause, by the sentence, by what was spoken of last."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.places.at_home import Sources, is_sent_from
from reportedly.claims.places.discourse import Choice, Discourse, coarseness, has_place
from reportedly.claims.places.group import is_dateline, is_locative, is_of_office, is_seat, place_of, says_where
from reportedly.claims.places.mention import Located, is_town
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
_SENT_FROM = 6.0  # what a dateline costs more than a place that the sentence itself names
#: What a place costs more that is only where those counted were before.
_OF_BEFORE = 8.0
_BEFORE = frozenset(("previously", "formerly"))
_HELD = 5.9  # less than any place that the figure does not hold
#: Figures before one among which the whole is looked for that it is part of.
_PARTS = 20
#: What people of the report's own country do abroad.
_ABROAD = frozenset("displaced fled sheltered in_camp relocated evacuated stranded".split())
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
        self._sources = Sources(scene, self._claims)
        self._named = [
            i
            for i, group in enumerate(scene.groups)
            if i not in scene.spoken and not is_seat(scene.tokens, group.first)
        ]
        self._not_where_said = [
            i for i, group in enumerate(scene.groups) if i not in scene.spoken or not is_locative(group)
        ]  # "told reporters in Geneva" is no antecedent of "in the province"
        held = {w for place in scene.located for w in range(place.mention.first, place.mention.last)}
        found = find_pointers(
            scene.tokens, scene.syntax
        ).items()  # "the Haitian capital" is named and not pointed at
        self._pointers = {sentence: [p for p in held_in if p.word not in held] for sentence, held_in in found}
        self._pointed: dict[int, Choice | None] = {}
        self._starts = [group.first for group in scene.groups]

    def tie(self) -> list[Figure]:
        scene = self._scene
        near = [self._choose_near(i) for i in range(len(scene.figures))]
        own = [c if c is None or c.cost <= self._limit(i, c) else None for i, c in enumerate(near)]
        discourse = Discourse(scene, own)
        tied = []
        for i, figure in enumerate(scene.figures):
            choice = own[i]
            if choice is None or is_sent_from(scene, choice):
                choice = self._sources.at_home(i, choice or self._of_whole(i, own) or discourse.choose(i))
                discourse.remember(i, choice)
            elif choice.cost > _HELD:
                choice = self._sources.at_home(i, None) or choice
            if choice is None and has_place(figure):
                choice = near[i] or discourse.official(figure)
            tied.append(self._with_places(figure, choice))
        return tied

    def _of_whole(self, index: int, own: Sequence[Choice | None]) -> Choice | None:
        """The places of the figure that another is part of: "10 killed in Israel, including two children"."""
        figures = self._scene.figures
        whole = figures[index].subset_of
        near = range(max(0, index - _PARTS), index)
        found = next((k for k in near if whole is not None and figures[k].id == whole), None)
        seen = self._scene.seen
        beside = found is not None and seen[found].sentence == seen[index].sentence
        return own[found] if found is not None and beside else None

    def _limit(self, index: int, choice: Choice) -> float:
        """What places of the sentence may cost at most.

        Ages, sums of money and the like must hold theirs, and so must people of the report's own country
        where the place is abroad.
        """
        scene = self._scene
        figure = scene.figures[index]
        if not has_place(figure) and figure.measure not in _TIED:
            return _HELD
        stays = figure.event is None or figure.event.type not in _ABROAD
        return _HELD if stays and scene.counts_own_people(figure) and scene.is_abroad(choice.members) else _WEAK

    def _choose_near(self, index: int) -> Choice | None:
        """The places of the figure's own sentence, or of a pointer in it."""
        scene = self._scene
        sentence = scene.seen[index].sentence
        found: list[tuple[float, int, Choice]] = []
        for i in scene.groups_in.get(sentence, ()):
            group = scene.groups[i]
            if i not in scene.spoken and says_where(group):
                sent = _SENT_FROM if is_dateline(scene.tokens, group.first, group.last) else 0.0
                cost = scene.cost(index, group) + sent + _OF_BEFORE * self._is_of_before(index, group.first)
                found.append((cost, group.first, Choice(group.members, False)))
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
        dateline = self._dateline_in(index, tuple(members)) if least > _HELD else None
        return Choice(dateline or tuple(members), best.supplied, least)

    def _dateline_in(self, index: int, members: tuple[int, ...]) -> tuple[int, ...] | None:
        """The dateline of a sentence that speaks of its country beside: "MINSK - … after Belarus's election"."""
        scene = self._scene
        beside = [scene.groups[i] for i in scene.groups_in.get(scene.seen[index].sentence, ())]
        sent = next((g for g in beside if is_dateline(scene.tokens, g.first, g.last)), None)
        loose = {n for group in beside if group.loose for n in group.members}
        if sent is None or not loose.issuperset(members):
            return None
        country = {scene.located[n].iso3 for n in members}
        entries = [scene.located[n].entry for n in members]
        whole = all(entry is not None and entry.precision == "country" for entry in entries)
        inside = {scene.located[n].iso3 for n in sent.members} == country and is_town(
            scene.located[sent.members[0]]
        )
        return sent.members if whole and inside else None

    def _is_of_before(self, index: int, place: int) -> bool:
        """Whether a place is only where those counted were before: "a team, previously sent to X, came to Y"."""
        tokens, first = self._scene.tokens, self._scene.seen[index].first
        for word in range(place - 1, first, -1):
            if tokens.word(word) in (",", ";", ".", "(", ")", "—"):
                return False
            if tokens.word(word).lower() in _BEFORE:
                return True
        return False

    def _pointed_at(self, pointer: Pointer) -> Choice | None:
        """The places that a pointer stands for, found once for each."""
        if pointer.word not in self._pointed:
            scene = self._scene
            members = self._of_source(pointer) or self._pointed_before(pointer)
            members = members or antecedents(pointer, scene.groups, self._named, scene.located)
            members = members or antecedents(pointer, scene.groups, self._not_where_said, scene.located)
            self._pointed[pointer.word] = Choice(members, True) if members else None
        return self._pointed[pointer.word]

    def _pointed_before(self, pointer: Pointer) -> tuple[int, ...]:
        """What "there" shares with a pointer since the last place named: "On the island, … missing there"."""
        if pointer.levels is not None:
            return ()
        at = bisect_left(self._starts, pointer.word)
        named = self._starts[at - 1] if at else -1
        since = [w for w in self._pointed if named < w < pointer.word and self._pointed[w] is not None]
        before = self._pointed[max(since)] if since else None
        return () if before is None else before.members

    def _of_source(self, pointer: Pointer) -> tuple[int, ...]:
        """The place in a source that a pointer of its sentence goes back to: "the mayor of Mosul said … in the
        city", "Liberia's health ministry said … in the country".
        """
        scene = self._scene
        if pointer.plural:
            return ()
        sentence = scene.tokens.sentences[pointer.word]
        before = [i for i in scene.groups_in.get(sentence, ()) if scene.groups[i].last <= pointer.word]
        if not before or is_seat(scene.tokens, scene.groups[before[-1]].first):
            return ()
        members = scene.groups[before[-1]].members
        if pointer.levels is None:
            named = [n for n in members if scene.located[n].entry and scene.located[n].mention.kind == "name"]
            return tuple(named) if before[-1] in scene.spoken else ()
        if before[-1] in scene.spoken or is_of_office(scene.tokens, scene.groups[before[-1]].first):
            known = [n for n in members if scene.located[n].entry or scene.located[n].mention.level]
            return fitting(pointer, known, scene.located)
        return ()

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
            within = self._sources.within(claim.source.spans)
            of_source = [self._place(n, supplied=False, role="spoken from") for n in within]
            places += [place for place in of_source if place.spans not in held]
        return replace(figure, places=tuple(places)) if places else figure

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
