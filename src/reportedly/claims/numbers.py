"""The number grammar: everything numeric in a sentence as a quantity, a time expression or a rejected number."""

import re
from functools import lru_cache

from reportedly.claims.ages import find_age_decades
from reportedly.claims.bounds import read_bounds
from reportedly.claims.drafts import Draft, age_quantity, quantity_of, whole_quantity
from reportedly.claims.measures import draft_of
from reportedly.claims.non_figures import anchor_end, non_figure
from reportedly.claims.number_words import SPECIAL_PARTS, any_of, word_values
from reportedly.claims.numerals import find_numerals
from reportedly.claims.quantities import NumbersFound, Quantity, RejectedNumber, TimeSpan
from reportedly.claims.ranges import join_drafts
from reportedly.claims.rates import read_per
from reportedly.claims.rejection import find_leftovers, find_ordinals, find_rejected
from reportedly.claims.timespans import find_timespans
from reportedly.claims.zeros import counts_one, find_zeros
from reportedly.terms.reading import Why

__all__ = ["NumbersFound", "Quantity", "RejectedNumber", "TimeSpan", "find_numbers"]

_NOTHING = NumbersFound()
#: Characters of the longest sentence read in one go; sentences of prose stay far below.
_LONGEST = 2000
#: Words that are no numbers and still may make one, or a rejected one.
_MORE_TRIGGERS = (
    "no none nobody not no-one once twice thrice twenties thirties forties fifties sixties seventies eighties "
    "nineties halftime digit digits"
).split()
_ONE_DAY = re.compile(r"\s+(?:day|night|minute|second)(?!\w)", re.IGNORECASE)
#: "one in ten", "one or two": the "one" belongs to what follows.
_OPENS_PAIR = re.compile(
    r"\s*(?:-in-|\s(?:in|out\s+of|to|or)\s+(?:every\s+)?|-)(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|fifteen|twenty|thirty|fifty|(?:a\s+)?hundred|a\s+thousand)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _trigger() -> re.Pattern[str]:
    """What every sentence with a number has one of; most sentences end here."""
    words = any_of([*word_values(), *_MORE_TRIGGERS])
    return re.compile(rf"\d|(?<![^\W_])(?:{words})(?![^\W_])|[{''.join(SPECIAL_PARTS)}]", re.IGNORECASE)


def find_numbers(text: str, start: int, end: int) -> NumbersFound:
    """Everything numeric in the sentence ``text[start:end]``.

    Every run of digits ends in a quantity (or the base of its rate), a time span or a rejected
    number; quantities do not overlap. A duration is both a quantity and a time span.

    >>> text = "At least 61 people died in 2015."
    >>> found = find_numbers(text, 0, len(text))
    >>> [(text[q.start:q.end], q.low, q.bound) for q in found.quantities], len(found.times)
    ([('At least 61', 61, 'at_least')], 1)
    """
    if _trigger().search(text, start, end) is None:
        return _NOTHING
    if end - start > _LONGEST:
        return _read_in_pieces(text, start, end)
    return _Sentence(text, start, end).read()


def _read_in_pieces(text: str, start: int, end: int) -> NumbersFound:
    """A "sentence" too long to be one, such as a table, cut at white space so that time stays linear."""
    quantities: list[Quantity] = []
    rejected: list[RejectedNumber] = []
    times: list[TimeSpan] = []
    while start < end:
        stop = min(end, start + _LONGEST)
        if stop < end:
            cuts = (text.rfind(mark, start + _LONGEST // 2, stop) + len(mark) for mark in ("\n", "; ", " "))
            stop = next((cut for cut in cuts if cut > start + _LONGEST // 2), stop)
        found = find_numbers(text, start, stop)
        quantities += found.quantities
        rejected += found.rejected
        times += found.times
        start = stop
    return NumbersFound(tuple(quantities), tuple(rejected), tuple(times))


class _Sentence:
    """One sentence while its numbers are sorted out; ``taken`` has a byte a character."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.taken = bytearray(end - start)
        self.kept_to = start  # bound words of a number do not reach into the number before
        self.quantities: list[Quantity] = []
        self.rejected: list[RejectedNumber] = []
        self.times: list[TimeSpan] = []

    def read(self) -> NumbersFound:
        """Times first, then what is no number, then the rest; last what nobody has claimed."""
        text, start, end = self.text, self.start, self.end
        times = find_timespans(text, start, end)
        for span in times:
            self._take(span.start, span.end)
        self.times += times
        self.rejected += find_rejected(text, start, end, self.taken)
        self._read_zeros()
        self._read_drafts()
        self.rejected += find_ordinals(text, start, end, self.taken)
        self.rejected += find_leftovers(text, start, end, self.taken)
        return NumbersFound(
            tuple(sorted(self.quantities, key=lambda q: q.start)),
            tuple(sorted(self.rejected, key=lambda r: r.start)),
            tuple(sorted(self.times, key=lambda t: t.start)),
        )

    def _take(self, a: int, b: int) -> None:
        a, b = max(a, self.start), min(b, self.end)
        if a < b:
            self.taken[a - self.start : b - self.start] = b"\x01" * (b - a)

    def _is_taken(self, a: int, b: int) -> bool:
        return any(self.taken[a - self.start : b - self.start])

    def _reject(self, a: int, b: int, why: Why) -> None:
        self._take(a, b)
        self.rejected.append(RejectedNumber(a, b, why))

    def _read_zeros(self) -> None:
        zeros, idioms = find_zeros(self.text, self.start, self.end)
        for a, b in zeros:
            if not self._is_taken(a, b):
                self._take(a, b)
                self.quantities.append(whole_quantity(a, b, 0))
        for a, b in idioms:
            if not self._is_taken(a, b):
                self._reject(a, b, "idiom")
        for a, b, low in find_age_decades(self.text, self.start, self.end):
            if not self._is_taken(a, b):
                self._take(a, b)
                self.quantities.append(age_quantity(a, b, low, low + 9))

    def _read_drafts(self) -> None:
        text, start, end = self.text, self.start, self.end
        drafts: list[Draft] = []
        for numeral in find_numerals(text, start, end, self.taken):
            draft = draft_of(text, numeral, start, end)
            if not self._is_one(draft) or self._counts(draft, listed=bool(drafts)):
                drafts.append(draft)
        drafts, scores = join_drafts(text, drafts, start, end)
        for a, b in scores:
            self._reject(a, b, "score")
        for draft in drafts:
            self._finish(draft)

    def _is_one(self, draft: Draft) -> bool:
        return draft.value == 1 and self.text[draft.numeral.start : draft.numeral.end].lower() == "one"

    def _counts(self, draft: Draft, *, listed: bool) -> bool:
        """Whether the word "one" is a number here, or the first half of one."""
        if draft.measure is not None:
            return not (draft.measure == "duration" and _ONE_DAY.match(self.text, draft.numeral.end))
        a, b = draft.numeral.start, draft.numeral.end
        if _OPENS_PAIR.match(self.text, b, self.end):
            return True
        return counts_one(self.text, a, b, self.start, self.end, listed=listed)

    def _finish(self, draft: Draft) -> None:
        text, end = self.text, self.end
        if self._is_taken(draft.start, draft.end):
            return
        if self._is_one(draft) and draft.measure is None:
            a, b = draft.start, draft.end
            if not counts_one(text, a, b, self.start, end, listed=True):
                return
        if not draft.is_countable:
            self._reject(draft.start, draft.end, "identifier")
            return
        start = max(self.start, self.kept_to)
        other = non_figure(text, draft, self.start, end)
        read_bounds(text, draft, start, end)
        if other is not None:
            self._reject(draft.start, draft.end, other.why)
            if other.is_set:
                self.times.append(TimeSpan(draft.start, draft.tail_end, "set"))
            return
        anchored = anchor_end(text, draft, self.start, end)
        if anchored is not None:
            self._take(draft.start, anchored)
            self.times.append(TimeSpan(draft.start, anchored, "date"))
            return
        read_per(text, draft, end)
        self._keep(draft)

    def _keep(self, draft: Draft) -> None:
        self._take(draft.start, draft.end)
        if draft.per_span is not None:
            self._take(*draft.per_span)
        self.kept_to = draft.end
        quantity = quantity_of(draft)
        self.quantities.append(quantity)
        if quantity.measure == "duration":
            self.times.append(TimeSpan(draft.start, max(draft.tail_end, draft.end), "duration"))
