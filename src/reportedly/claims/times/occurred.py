"""When what a figure counts happened, and the day its count holds for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.times.happenings import Happenings, is_day
from reportedly.claims.times.placed import Placed, PlacedTimes, moment_of
from reportedly.claims.times.surveys import Survey, is_conducted, is_survey
from reportedly.claims.times.tense import tense_at
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
#: Sentences after a day that go on telling of it.
_TELLING = 8
#: Characters of a date line, and what stands between its day and its end.
_DATELINE = 80
_DATELINE_END = re.compile(r"\s*,?\s*(?:\d{2,4})?\s*(?:[(\[][^)\]]*[)\]]\s*)*(?:--|[-–—_])\s")
#: What happens "when the bomb went off" happens at the time of the main clause.
_MEANWHILE = frozenset({"when", "while"})
_RELATIVE = frozenset({"who", "which", "that"})
_NO_EVENT = frozenset({"age", "duration", "distance", "area", "weight", "volume", "temperature"})
#: Ranks: the parse ties them, the clause holds both, the sentence does.
_TIED, _LOOSELY, _IN_CLAUSE, _IN_SENTENCE, _APART = 0, 1, 3, 4, 6


def date_figures(times: PlacedTimes, figures: Sequence[Figure], published: str | None) -> list[Figure]:
    """The figures with ``occurred`` and ``counted_as_of``, from expressions that date no saying.

    "Since" a day, of what has happened, ends with the report's day where that is known.
    """
    dating = _Dating(times, published)
    return [dating.dated(figure) for figure in figures]


def _is_counted(event: Event, unit: Unit | None) -> bool:
    """Whether the words of an event are those of the thing counted."""
    return unit is not None and any(a < d and c < b for a, b in event.spans for c, d in unit.spans)


class _Dating:
    def __init__(self, times: PlacedTimes, published: str | None) -> None:
        self._day = None if published is None else published[:10]
        self._times, self._syntax, self._tokens = times, times.syntax, times.tokens
        times.of_cues.update(p.time.spans[0] for p in times.in_sentence(0) if self._is_dateline(p))
        settled = [p for p in times if p.is_settled and p.time.spans[0] not in times.of_cues]
        self._happenings = Happenings(times, settled)
        self._survey = Survey(times, settled)

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
        moment = self._closed(moment_of(placed.time))
        if self._dates_count(figure, placed):
            return replace(figure, counted_as_of=moment)
        self._learn(figure, first, moment)
        return replace(figure, occurred=self._happenings.finer(first, moment.edtf or "") or moment)

    def _learn(self, figure: Figure, first: int, moment: Moment | None) -> None:
        if moment is not None and figure.event is not None and figure.event.type in _HARMED:
            self._happenings.learn(first, moment)

    def _tied(self, figure: Figure, first: int, stop: int) -> Placed | None:
        """The expression of the sentence that stands nearest to the event."""
        near = [
            p
            for p in self._times.of_events(self._times.sentence_of(first))
            if not (p.time.start < figure.end and figure.start < p.time.end)
        ]
        if not near:
            return None
        words = self._event_words(figure, first, stop)
        ranks = {p.first: self._rank(p, words, first, stop) for p in near}
        for placed in near:
            if ranks[placed.first] == _APART and self._follows_happening(placed, words):
                ranks[placed.first] = _IN_SENTENCE
        placed = min(near, key=lambda p: (ranks[p.first], self._times.distance(p, first, stop), p.first))
        reach = _IN_SENTENCE if figure.event is not None else _LOOSELY
        if figure.measure == "percent" and self._survey.days is not None:
            reach = _LOOSELY
        if figure.measure == "count" and figure.unit is not None and figure.event is None:
            reach = _TIED
        return placed if ranks[placed.first] <= reach else None

    def _event_words(self, figure: Figure, first: int, stop: int) -> set[int]:
        words = set(range(first, stop))
        parts = [figure.event, figure.unit if figure.unit is not None and not figure.unit.supplied else None]
        for part in parts:
            for start, end in part.spans if part is not None else ():
                words.update(range(*self._times.words(start, end)))
        sentence = self._tokens.sentences[first]
        return {word for word in words if self._tokens.sentences[word] == sentence}

    def _rank(self, placed: Placed, words: set[int], first: int, stop: int) -> int:
        governor = self._described(placed) or self._times.governor(placed)
        if governor is None:
            return _IN_CLAUSE if self._times.same_clause(placed, first, stop) else _IN_SENTENCE
        if governor in words:
            return _TIED
        made = is_conducted(self._tokens.word(governor))
        if made and self._syntax.relations[governor] in ("acl", "amod"):
            if is_survey(self._tokens.word(self._syntax.heads[governor])):
                return _LOOSELY
            governor = self._syntax.heads[governor]
        above_event = {above for word in words for above in self._syntax.path_up(word)}
        if self._syntax.relations[governor].startswith("acl") and self._is_within_event(governor, words):
            return _LOOSELY
        if self._syntax.pos[governor] in ("NOUN", "PROPN", "ADJ"):
            return self._rank_by_noun(placed, governor, words, above_event)
        if governor in above_event:
            return _LOOSELY if self._hands_down(words, governor) or self._times.is_fronted(placed) else _APART
        below = any(word in words for word in self._syntax.path_up(governor))
        if below and not self._has_subject(governor):
            return _LOOSELY
        if self._times.is_fronted(placed):
            return _IN_SENTENCE
        return _APART

    def _is_possessive(self, placed: Placed) -> bool:
        return placed.stop < len(self._tokens) and self._tokens.word(placed.stop).lower() in ("'s", "’s")

    def _described(self, placed: Placed) -> int | None:
        """The happening that a date stands before: "the Dec. 21, 1988, bombing", whatever the parse says."""
        for word in range(placed.stop, min(placed.stop + 4, len(self._tokens))):
            if self._tokens.sentences[word] != placed.sentence:
                return None
            pos, named = self._syntax.pos[word], self._happenings.group_of(word) is not None
            if pos not in ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "PART"):  # "today when a bomb exploded"
                return word if pos == "VERB" and named and self._tokens.word(word).endswith("ing") else None
            if pos == "NOUN":
                return word if named else None
        return None

    def _rank_by_noun(self, placed: Placed, noun: int, words: set[int], above_event: set[int]) -> int:
        """A date on a noun dates the event where the noun is its subject, or has it as its clause."""
        head = self._syntax.heads[noun]
        relation = self._syntax.relations[noun]
        if head in words and (relation.startswith("nsubj") or relation in ("obl", "obl:agent")):
            return _LOOSELY if self._happenings.group_of(noun) else _IN_CLAUSE
        possessive = self._is_possessive(placed) and not placed.is_open
        if possessive and self._happenings.group_of(noun) is None and noun not in words:
            return _APART
        if head in words and relation.startswith("nmod") and self._happenings.group_of(noun) is None:
            return _LOOSELY
        if self._is_within_event(noun, words):
            return _LOOSELY
        if noun in above_event and self._hands_down(words, noun):
            return _LOOSELY
        if self._happenings.group_of(noun) is not None and noun < min(words) and self._of_happening(noun, words):
            return _IN_CLAUSE
        verb = self._times.verb_above(placed.head)
        if self._happenings.group_of(noun) is None and verb is not None and verb in words and relation != "nsubj":
            return _IN_CLAUSE
        return _IN_SENTENCE if self._times.is_fronted(placed) else _APART

    def _follows_happening(self, placed: Placed, words: set[int]) -> bool:
        """Whether a date stands behind a happening that is a noun, and no new clause begins between.

        "The murder of six priests and two women on 16 November": parses hang such a date anywhere.
        """
        nouns = [w for w in words if self._syntax.pos[w] == "NOUN" and self._happenings.group_of(w) is not None]
        if not nouns or not min(nouns) < placed.first or self._described(placed) is not None:
            return False
        between = range(min(nouns), placed.first)
        subjects = [w for w in between if self._syntax.relations[w].startswith("nsubj")]
        return all(self._tokens.word(w).lower() in _RELATIVE for w in subjects)

    def _is_within_event(self, word: int, words: set[int]) -> bool:
        """Whether a word hangs from a happening that is a noun: "the murder of six men shot on Friday"."""
        for above in self._syntax.path_up(word):
            if above in words and self._happenings.group_of(above) is not None:
                return self._syntax.pos[above] == "NOUN"
            if self._syntax.pos[above] not in ("NOUN", "PROPN", "NUM", "ADJ"):
                relation = self._syntax.relations[above]
                if not relation.startswith("acl"):
                    return False
        return False

    def _of_happening(self, noun: int, words: set[int]) -> bool:
        """Whether a relative clause follows a happening: "the bombing of a jet that killed 259"."""
        between = [self._tokens.word(word).lower() for word in range(noun + 1, min(words))]
        return bool({"that", "which"} & set(between)) and "," not in between

    def _hands_down(self, words: set[int], top: int) -> bool:
        """Whether the date of a word above the event is the event's too.

        It is not where a clause with a subject of its own begins between.
        """
        for word in words:
            below = word
            for above in self._syntax.path_up(word):
                if self._begins_clause(below):
                    break
                if above == top:
                    return True
                below = above
        return False

    def _begins_clause(self, word: int) -> bool:
        relation = self._syntax.relations[word]
        if relation in ("advcl", "conj") and self._syntax.pos[word] == "VERB":
            together = {self._tokens.word(c).lower() for c in self._syntax.children[word]} & _MEANWHILE
            return self._has_subject(word) and not together
        return relation in ("ccomp", "parataxis")

    def _has_subject(self, verb: int) -> bool:
        return any(self._syntax.relations[c].startswith("nsubj") for c in self._syntax.children[verb])

    def _dates_count(self, figure: Figure, placed: Placed) -> bool:
        kind = figure.event.type if figure.event else None
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
        day = self._happenings.day_of(first)
        return self._narrated(first) if day is None and event.type in _HARMED else day

    def _closed(self, moment: Moment) -> Moment:
        """ "since 2011" of what has happened, closed with the report's day."""
        if self._day is None or moment.edtf is None or not moment.edtf.endswith("/.."):
            return moment
        return replace(moment, edtf=moment.edtf.removesuffix("..") + self._day)

    def _narrated(self, first: int) -> Moment | None:
        """The day the sentences just before tell of."""
        sentence = self._times.sentence_of(first)
        for number in range(sentence - 1, sentence - 1 - _TELLING, -1):
            days = [p for p in self._times.of_events(number) if self._tells(p)]
            if days:
                return moment_of(days[-1].time)
        return None

    def _tells(self, placed: Placed) -> bool:
        """Whether an expression is a single day up to the report's."""
        edtf = placed.time.edtf or ""
        return is_day(edtf) and "/" not in edtf and (self._day is None or edtf[:10] <= self._day)
