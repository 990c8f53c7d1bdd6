"""When what a figure counts happened, and the day its count holds for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.syntax import ROOT
from reportedly.claims.times.happenings import Happenings, is_day
from reportedly.claims.times.lapse import before_lapse, is_of_another
from reportedly.claims.times.placed import Placed, PlacedTimes, moment_of
from reportedly.claims.times.surveys import Survey
from reportedly.claims.times.tense import tense_at
from reportedly.claims.times.ties import APART, IN_SENTENCE, LOOSELY, TIED, Ties
from reportedly.terms import Event, Figure, Moment, Unit

#: States and not happenings: a date beside them says when they were counted.
_STATES = frozenset("missing trapped sheltered in_camp homeless hospitalised stranded without_services".split())
#: What a toll does: "the toll rose to 120 on Monday" dates the count and not the deaths.
_TOLL_VERBS = frozenset(
    "rise climb reach stand increase jump pass top grow put revise raise surpass exceed soar total number".split()
)
#: Events that go back to one happening, which the report dates once.
_OF_HAPPENINGS = frozenset(
    "killed injured destroyed damaged homeless affected attacked abducted executed hospitalised".split()
)
#: Those of them that befall people and things, and so are told where the happening is.
_HARMED = frozenset("killed injured destroyed damaged attacked abducted executed hospitalised".split())
#: What is counted where people are: "11 deaths" are no happenings of their own.
_VICTIMS = frozenset("death fatality casualty injury victim".split())
#: Sentences after a day that go on telling of it.
_TELLING = 8
#: Words from a number to the day of the one it is compared with.
_COMPARED = 8
_AGAINST = frozenset({"from", "with", "than", "against"})
#: Characters of a date line, and what stands between its day and its end.
_DATELINE = 80
_DATELINE_END = re.compile(r"\s*,?\s*(?:\d{2,4})?\s*(?:[(\[][^)\]]*[)\]]\s*)*(?:--|[-–—_])\s")
_NO_EVENT = frozenset({"age", "duration", "distance", "area", "weight", "volume", "temperature"})
_PART_OF = re.compile(r"(?:\w+ )?(?:earl(?:y|ier)|late[r]?)\b", re.IGNORECASE)


def date_figures(times: PlacedTimes, figures: Sequence[Figure], published: str | None) -> list[Figure]:
    """The figures with ``occurred`` and ``counted_as_of``, from expressions that date no saying.

    "Since" a day, of what has happened, ends with the report's day where that is known.
    """
    dating = _Dating(times, published)
    return [dating.dated(figure) for figure in figures]


def _is_counted(event: Event, unit: Unit | None) -> bool:
    """Whether the words of an event are those of the thing counted."""
    if unit is None or event.lemma in _VICTIMS:
        return False
    return all(any(c <= a and b <= d for c, d in unit.spans) for a, b in event.spans)


class _Dating:
    def __init__(self, times: PlacedTimes, published: str | None) -> None:
        self._day = None if published is None else published[:10]
        self._times, self._syntax, self._tokens = times, times.syntax, times.tokens
        times.of_cues.update(p.time.spans[0] for p in times.in_sentence(0) if self._is_dateline(p))
        settled = [p for p in times if p.is_settled and p.time.spans[0] not in times.of_cues]
        self._happenings = Happenings(times, settled)
        self._survey = Survey(times, settled)
        self._counting: set[int] = set()  # words of dates that counts hold for
        self._ties = Ties(times, self._happenings)

    def _is_dateline(self, placed: Placed) -> bool:
        """Whether a day of the first sentence is that of the report: "LIMA, 2 Jul 89 (Efe) -- …"."""
        if placed.time.edtf is None or placed.time.edtf != self._day:
            return False
        line = self._tokens.text[placed.time.end :][:_DATELINE].partition("\n\n")[0]
        before = self._tokens.text[: placed.time.start].rpartition("\n\n")[2]
        return _DATELINE_END.match(line) is not None and len(before) < _DATELINE

    def dated(self, figure: Figure) -> Figure:
        first, stop = self._times.words(figure.start, figure.end)
        if figure.measure in _NO_EVENT or stop <= first:
            return figure
        as_of = self._as_of(figure, first, stop)
        if as_of is not None:
            state = figure.measure == "percent"
            return replace(figure, counted_as_of=as_of, occurred=as_of if state else None)
        placed = self._tied(figure, first, stop)
        if placed is None:
            inherited = self._inherited(figure, first)
            self._learn(figure, first, inherited)
            return replace(figure, occurred=inherited)
        moment = self._closed(self._moment(placed, first))
        if self._dates_count(figure, placed):
            self._counting.add(placed.first)
            return replace(figure, counted_as_of=moment)
        self._learn(figure, first, moment)
        other = _PART_OF.match(moment.exact) is not None  # "earlier this month" is before what the report tells of
        finer = None if other else self._happenings.finer(first, moment.edtf or "")
        return replace(figure, occurred=finer or moment)

    def _learn(self, figure: Figure, first: int, moment: Moment | None) -> None:
        if moment is not None and figure.event is not None and figure.event.type in _HARMED:
            self._happenings.learn(first, moment)

    def _tied(self, figure: Figure, first: int, stop: int) -> Placed | None:
        """The expression of the sentence that stands nearest to the event."""
        near = [
            p
            for p in self._times.of_events(self._times.sentence_of(first))
            if not (p.time.start < figure.end and figure.start < p.time.end) and not self._is_of_compared(p, stop)
        ]
        if not near:
            return None
        words = self._event_words(figure, first, stop)
        ranks = {p.first: self._ties.rank(p, words, first, stop) for p in near}
        for placed in near:
            if ranks[placed.first] == APART and self._ties.follows_happening(placed, words):
                ranks[placed.first] = IN_SENTENCE
        placed = min(near, key=lambda p: (ranks[p.first], self._times.distance(p, first, stop), p.first))
        reach = IN_SENTENCE if figure.event is not None else LOOSELY
        if figure.measure == "percent" and self._survey.days is not None:
            reach = LOOSELY
        if figure.measure == "count" and figure.unit is not None and figure.event is None:
            reach = LOOSELY if self._times.is_fronted(placed) else TIED
        return placed if ranks[placed.first] <= reach else None

    def _is_of_compared(self, placed: Placed, stop: int) -> bool:
        """Whether an expression dates a number that the figure is compared with: "120, up from 90 on Tuesday"."""
        between = [self._tokens.word(word).lower() for word in range(stop, placed.first)]
        if not 0 < len(between) <= 2 * _COMPARED:
            return False
        at = next((n for n, word in enumerate(between) if word in _AGAINST), None)
        numbers = [] if at is None else [n for n, word in enumerate(between) if n > at and word[0].isdigit()]
        # far behind, the two stand together: "53, according to the society, up from 11 in mid-March"
        return bool(numbers) and (len(between) <= _COMPARED or between[numbers[0] - 1] in _AGAINST)

    def _event_words(self, figure: Figure, first: int, stop: int) -> set[int]:
        words = set(range(first, stop))
        parts = [figure.event, figure.unit if figure.unit is not None and not figure.unit.supplied else None]
        for part in parts:
            for start, end in part.spans if part is not None else ():
                words.update(range(*self._times.words(start, end)))
        sentence = self._tokens.sentences[first]
        return {word for word in words if self._tokens.sentences[word] == sentence}

    def _dates_count(self, figure: Figure, placed: Placed) -> bool:
        kind = figure.event.type if figure.event else None
        if placed.is_open and placed.time.exact.lower().startswith("since"):
            return False  # "the toll since Monday" is of what has happened since
        if kind in _STATES:
            return True
        verb = self._times.verb_above(placed.head)
        if figure.measure != "count" or verb is None or kind in (None, "other"):
            return False
        return lemma_of(self._tokens.word(verb), "VERB") in _TOLL_VERBS

    def _as_of(self, figure: Figure, first: int, stop: int) -> Moment | None:
        """ "as of 23 March", "by Tuesday", "through August": the day itself, without the open end."""
        for placed in self._times.of_events(self._times.sentence_of(first)):
            opening = placed.time.exact.split()[0].lower()
            if opening not in ("as", "by", "through"):
                continue
            begins = (placed.time.edtf or "").removeprefix("../")[:10]
            if self._day is not None and begins > self._day:
                continue  # no count holds for a day to come: "shed 2,300 jobs by the end of 2025"
            near = self._times.same_clause(placed, first, stop) or self._times.is_fronted(placed)
            if near and (opening == "as" or tense_at(self._tokens, self._syntax, first) != "future"):
                edtf = (placed.time.edtf or "").removeprefix("../")
                return replace(moment_of(placed.time), edtf=edtf)
        return None

    def _inherited(self, figure: Figure, first: int) -> Moment | None:
        """The day of the happening a figure without a date of its own goes back to, or of its survey."""
        if self._survey.covers(figure, first):
            return self._survey.days_of(figure, first)
        event = figure.event
        if event is None or event.type not in _OF_HAPPENINGS or event.modality in ("expected", "planned"):
            return None
        if _is_counted(event, figure.unit):
            return None  # "three attacks" are happenings of their own
        another = self._other_happening(figure, first)
        if another is not None:
            return before_lapse(self._times, another, self._day)
        day = self._happenings.day_of(first)
        if day is None and event.type in _HARMED:
            day = self._narrated(first) or self._happenings.only()
        return day

    def _other_happening(self, figure: Figure, first: int) -> int | None:
        """The happening that has a figure's event as its clause, and that the sentence's own came after."""
        for word in (first, *self._syntax.path_up(first)):
            head = self._syntax.heads[word]
            if self._syntax.relations[word].startswith("acl") and head != ROOT and head < first:
                named = self._happenings.group_of(head) is not None
                return head if named and is_of_another(self._times, head) else None
        return None

    def _moment(self, placed: Placed, first: int) -> Moment:
        """The moment of an expression; "since 2014, when gunmen killed 134" is 2014 for what happened then."""
        moment = moment_of(placed.time)
        if self._ties.opens_clause(placed, first) and placed.is_open:
            return replace(moment, edtf=(moment.edtf or "").removesuffix("/..").removeprefix("../"))
        day = moment.edtf or ""
        if "/" not in day and self._ties.begins_since(placed):
            return replace(moment, edtf=f"{day[:10]}/..")
        return moment

    def _closed(self, moment: Moment) -> Moment:
        """ "since 2011" of what has happened, closed with the report's day."""
        if self._day is None or moment.edtf is None or not moment.edtf.endswith("/.."):
            return moment
        if moment.edtf[:10] > self._day:  # "after midnight" of the night before the report's day
            return replace(moment, edtf=self._day)
        return replace(moment, edtf=moment.edtf.removesuffix("..") + self._day)

    def _narrated(self, first: int) -> Moment | None:
        """The day the sentences just before tell of."""
        sentence = self._times.sentence_of(first)
        for number in range(sentence - 1, sentence - 1 - _TELLING, -1):
            told = self._happenings.day_told(number)
            days = [p for p in self._times.of_events(number) if self._tells(p)]
            if told is not None or days:
                return told or moment_of(days[-1].time)
        return None

    def _tells(self, placed: Placed) -> bool:
        """Whether an expression is a single day up to the report's."""
        edtf = placed.time.edtf or ""
        if placed.first in self._counting:
            return False
        return is_day(edtf) and "/" not in edtf and (self._day is None or edtf[:10] <= self._day)
