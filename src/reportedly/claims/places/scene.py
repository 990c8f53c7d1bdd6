"""Figures and places of one text side by side: how near each place stands to each figure of its sentence."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.group import Group, group_places, is_dateline, is_local, is_locative
from reportedly.claims.places.mention import Located, is_town
from reportedly.claims.places.surroundings import level_word
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import ROOT, Syntax
from reportedly.terms import Claim, Figure

#: Events that go from a place: "returned from Syria" happened in Syria; "people from Texas" did not in Texas.
_GOING = word_set("returned fled evacuated displaced relocated rescued released abducted recovered found deployed")
_COMING = word_set("came come comes coming")  # "eleven deaths came from Donggala": there they happened
_CLAUSE_BREAK = word_set("; while whereas but : although though")

# Costs, in steps of the parse. A place that the event or the unit holds costs its steps; others cost more,
# the more words stand between, and much more where another figure holds them. Set by hand on half of the
# development texts.
_NOT_HELD = 6.0
_PER_WORD = 0.2
_ACROSS_FIGURE = 4.0
_ACROSS_FIGURE_HELD = 0.5
_OF_ANOTHER = 2.0  # "200 in Kenya and 10 in Tanzania": Kenya stands behind another figure
_OTHERS = 9.0
_ACROSS_CLAUSE = 3.0
_OTHER_CLAUSE = 4.0
_NO_PREPOSITION = 1.5
_FROM = 4.0
_ORIGIN = 30.0  # where people are from is not where it happened to them
_LOOSE = 3.0
_BESIDE = -1.0  # less than all that must be walked to: "71 in Morelos", "In Morelos, 71": nothing stands between
_SENT = 4  # halves of a mention
_STEPS = 6  # a place higher above is not held by the figure


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with its words: the number's, half-open, and those of number, unit and event together."""

    first: int
    last: int
    anchors: frozenset[int]
    sentence: int


def home_country(tokens: Tokens, groups: Sequence[Group], located: Sequence[Located]) -> str | None:
    """The country that is named, with its places and people, oftener than all others of a report together.

    Its dateline counts for several, a country whose troops or dollars are told of for less.
    """
    told: Counter[str] = Counter()
    for place in located:
        if place.iso3 is not None:
            told[place.iso3] += 1 if place.mention.kind == "inside" else 2
    for group in groups:
        for n in group.members:
            country = located[n].iso3
            if country is not None and group.loose and not group.ground and located[n].mention.kind == "name":
                told[country] -= 2
    first = groups[0] if groups else None
    if first is not None and is_dateline(tokens, first.first, first.last):
        sent = located[first.members[0]].iso3
        once = 2 * sum(located[n].iso3 == sent for n in first.members)
        if sent is not None:
            told[sent] += _SENT if told[sent] > once else 2 - once
    country, times = told.most_common(1)[0] if told else (None, 0)
    return country if 2 * times > told.total() else None


class Scene:
    """The places and figures of one text.

    ``groups`` are the places named together, in order; ``spoken`` the numbers of those that are of a
    source, or where something was said; ``seen`` the figures, in their order.
    """

    def __init__(
        self,
        tokens: Tokens,
        syntax: Syntax,
        located: Sequence[Located],
        claims: Sequence[Claim],
        figures: Sequence[Figure],
    ) -> None:
        self.tokens, self.syntax, self.located, self.figures = tokens, syntax, located, figures
        self.groups = group_places(tokens, syntax, located)
        self.home = home_country(tokens, self.groups, located)
        self.spoken = self._spoken_from(claims)
        self.seen = [self._see(figure) for figure in figures]
        self.groups_in: dict[int, list[int]] = {}
        for i, group in enumerate(self.groups):
            self.groups_in.setdefault(group.sentence, []).append(i)
        self._figures_in: dict[int, list[int]] = {}
        for i, seen in enumerate(self.seen):
            self._figures_in.setdefault(seen.sentence, []).append(i)

    def is_behind_another(self, index: int, word: int) -> bool:
        """Whether a word stands behind another figure: Kenya in "200 in Kenya and 10 in Tanzania"."""
        beside = self._figures_in[self.seen[index].sentence]
        return any(self.seen[k].last <= word for k in beside if k != index)

    def counts_own_people(self, figure: Figure) -> bool:
        """Whether people of the country that the report speaks of are counted, and called so."""
        unit = figure.unit
        return unit is not None and self.home is not None and unit.attributes.nationality == self.home

    def paragraph(self, word: int) -> int:
        """The paragraph of a word."""
        return self.tokens.paragraphs[min(word, len(self.tokens) - 1)]

    def sentence_text(self, sentence: int) -> str:
        """The words of a sentence by its number."""
        numbers = self.tokens.sentences
        first, stop = bisect_left(numbers, sentence), bisect_right(numbers, sentence)
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[stop - 1]]

    def cost(self, index: int, group: Group) -> float:
        """How far a group of its sentence is from a figure, in steps of the parse or what they are worth."""
        figure = self.figures[index]
        goes = figure.event is not None and figure.event.type in _GOING
        said_of = self._is_said_of(group.first, group.last, self.seen[index].anchors)
        comes = not self.is_left(group)
        if not (goes or said_of) and self._is_origin(index, group):
            return _ORIGIN
        if is_locative(group) and not group.loose and self._is_beside(self.seen[index], group):
            return _BESIDE
        cost = self.distance(index, group.anchor, group.first, group.last)
        if group.preposition == "from" and not (said_of or goes or comes):
            cost += _FROM
        elif not is_locative(group):
            cost += _NO_PREPOSITION
        if self._is_right_before_another(index, group):
            cost += _OTHERS  # "Thailand has eight cases and France three"
        return cost + (_LOOSE if group.loose else 0.0)

    def _is_origin(self, index: int, group: Group) -> bool:
        """Whether people are said to be from a place, and not what happened to them: "peacekeepers from India"."""
        unit = self.figures[index].unit
        people = unit is not None and unit.unit_class == "people" and not unit.supplied
        held = group.anchor in self.seen[index].anchors and self.syntax.pos[group.anchor] == "NOUN"
        return group.preposition == "from" and people and held and not self._is_of_deaths(group.anchor)

    def _is_of_deaths(self, word: int) -> bool:
        return self.tokens.word(word).lower() in ("deaths", "victims", "fatalities")

    def _is_right_before_another(self, index: int, group: Group) -> bool:
        beside = self._figures_in[self.seen[index].sentence]
        behind = group.first >= self.seen[index].last
        return behind and any(self.seen[k].first == group.last for k in beside if k != index)

    def _is_beside(self, seen: Seen, group: Group) -> bool:
        """Whether only the preposition, or a comma, stands between a place and a number or what it counts."""
        if group.first > seen.first:
            prepositions = (
                w for w in range(group.first - 1, seen.last - 1, -1) if self._says(w, group.preposition)
            )
            start = next(prepositions, None)
            return start is not None and all(word in seen.anchors for word in range(seen.first, start))
        between = [self.tokens.word(word) for word in range(group.last, seen.first)]
        if between[:2] == [",", "where"] and "," not in between[2:]:
            return True
        return [word for word in between if not level_word(word)] in ([], [","])

    def _says(self, word: int, said: str | None) -> bool:
        return self.tokens.word(word).lower() == said

    def is_left(self, group: Group) -> bool:
        """Whether it is where somebody set out from; deaths that "came from Donggala" were there."""
        comes = group.anchor != ROOT and self.tokens.word(group.anchor).lower() in _COMING
        return group.preposition == "from" and not (comes or group.loose)

    def is_abroad(self, members: Sequence[int]) -> bool:
        """Whether places lie outside the country that the report speaks of."""
        return self.home is not None and all(self.located[n].iso3 != self.home for n in members)

    def distance(self, index: int, anchor: int, first: int, last: int) -> float:
        """Steps in the parse from words up to the figure's, or what the words between are worth."""
        seen = self.seen[index]
        steps = self._steps(anchor, seen.anchors)
        if steps is None and self._is_said_of(first, last, seen.anchors):
            return 1.0
        beside = self._figures_in[seen.sentence]
        between = range(last, seen.first) if last <= seen.first else range(seen.last, first)
        crossed = sum(self.seen[k].first in between for k in beside if k != index)
        holders = self._holders(anchor, beside)
        behind = _OF_ANOTHER * (last <= seen.first and any(self.seen[k].last <= first for k in beside))
        if steps is not None and index in holders:
            return steps + _ACROSS_FIGURE_HELD * crossed + behind
        cost = behind + _NOT_HELD + _PER_WORD * len(between) + _ACROSS_FIGURE * crossed
        if holders and index not in holders:
            cost += _OTHERS
        if self._in_other_clause(anchor, seen):
            cost += _OTHER_CLAUSE
        return cost + _ACROSS_CLAUSE * any(self.tokens.forms[i].lower() in _CLAUSE_BREAK for i in between)

    def _see(self, figure: Figure) -> Seen:
        first, last = self._range(figure.start, figure.end)
        anchors = set(range(first, last))
        spans = list(figure.event.spans) if figure.event is not None else []
        if figure.unit is not None and not figure.unit.supplied:
            spans += figure.unit.spans
        for start, end in spans:
            anchors.update(range(*self._range(start, end)))
        return Seen(first, last, frozenset(anchors), self.tokens.sentences[min(first, len(self.tokens) - 1)])

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return bisect_right(self.tokens.ends, start), bisect_left(self.tokens.starts, end)

    def _spoken_from(self, claims: Sequence[Claim]) -> frozenset[int]:
        sources, cues, contents, local = (set[int](), set[int](), set[int](), set[int]())
        for claim in claims:
            cue = None if claim.source is None else claim.cue  # "in Donggala, 11 deaths were reported"
            for held, words in ((sources, claim.source), (cues, cue), (contents, claim.content)):
                for start, end in () if words is None else words.spans:
                    held.update(range(*self._range(start, end)))
            if claim.source is not None and claim.cue is not None and is_local(claim.source.exact):
                local.update(word for start, end in claim.cue.spans for word in range(*self._range(start, end)))
        return frozenset(
            i
            for i, group in enumerate(self.groups)
            if all(word in sources for word in range(group.first, group.last))
            or (
                group.first not in contents
                and self._is_where_said(group, cues - local if self._is_fronted(group) else cues)
            )
        )

    def _is_where_said(self, group: Group, cues: set[int]) -> bool:
        """Whether the place says where something was said: "told reporters in Jakarta"."""
        if group.anchor == ROOT or not is_locative(group) or self._opens_with(group):
            return False
        pos, relations = self.syntax.pos, self.syntax.relations
        path = [group.anchor, *self.syntax.path_up(group.anchor)][:3]
        for steps, word in enumerate(path):
            if word in cues:
                return pos[word] in ("VERB", "NOUN", "AUX")
            if pos[word] == "VERB" or (steps and relations[path[steps - 1]] == "nsubj"):
                return False
        return False

    def _opens_with(self, group: Group) -> bool:
        """Whether a sentence opens with a country or region: "In Pakistan, the army said 237 were dead"."""
        place = self.located[group.members[0]]
        return self._is_fronted(group) and place.entry is not None and not is_town(place)

    def _is_fronted(self, group: Group) -> bool:
        before = range(max(0, group.first - 3), group.first)
        return any(w == 0 or self.tokens.sentences[w - 1] != group.sentence for w in before)

    def _steps(self, anchor: int, anchors: frozenset[int]) -> int | None:
        if anchor == ROOT:
            return None
        for steps, word in enumerate((anchor, *self.syntax.path_up(anchor)), start=1):
            if word in anchors:
                return steps
            if steps > _STEPS:
                return None
        return None

    def _holders(self, anchor: int, beside: Sequence[int]) -> frozenset[int]:
        """The figures whose words the place hangs from first."""
        if anchor != ROOT:
            for word in (anchor, *self.syntax.path_up(anchor)):
                held = frozenset(k for k in beside if word in self.seen[k].anchors)
                if held:
                    return held
        return frozenset()

    def _in_other_clause(self, anchor: int, seen: Seen) -> bool:
        """Whether the verb over the place neither holds the figure nor is held by it."""
        if anchor == ROOT:
            return False
        over = (word for word in (anchor, *self.syntax.path_up(anchor)))
        verb = next((word for word in over if self.syntax.pos[word] in ("VERB", "AUX")), None)
        if verb is None:
            return False
        return not any(verb == word or verb in self.syntax.path_up(word) for word in seen.anchors)

    def _is_said_of(self, first: int, last: int, anchors: frozenset[int]) -> bool:
        """Whether the place is what is said of the figure: "the other 11 victims are from Donggala"."""
        children = self.syntax.children
        for word in range(first, last):
            for child in children[word]:
                if self.syntax.relations[child].startswith("nsubj") and (
                    child in anchors or any(below in anchors for below in children[child])
                ):
                    return True
        return False
