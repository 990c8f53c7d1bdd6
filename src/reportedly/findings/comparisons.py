"""Claims of change against what was told before: "doubling the figure", "rose by 12", "eight more, now 36"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.findings.points import Placed
from reportedly.findings.revisions import revision
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Comparison, Finding, Verdict
from reportedly.terms.value import number_words

#: A factor in words is rounded: "twice" is said of 1.9 and of 2.15.
_TWICE = 0.15
#: "More than double" may be said of a little less than double, hardly of much more; "almost" the other way.
_MORE = ("more than", "over", "above", "at least")
_LESS = ("almost", "nearly", "close to", "just under", "less than")
#: The factors up to which each is said.
_UP_TO = 1.6
_DOWN_TO = 0.75
#: Of whom the number before was is seldom told: so many of the newest ones are tried.
_BASES = 12


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A comparison with the number it speaks of and the numbers it may be compared with, the likeliest first."""

    comparison: Comparison
    new: Placed
    bases: tuple[Placed, ...]


def find_comparisons(placed: Sequence[Placed]) -> Iterator[Finding]:
    """Every claim of change about a number of the series, with its verdict; ``placed`` in the series' order."""
    for n, new in enumerate(placed):
        if new.number is None or new.point.copy_of is not None:
            continue
        told = [m for m in new.stated.reading.comparisons if _speaks_of(m, new, placed)]
        for comparison in told:
            claimed = _Claimed(comparison, new, tuple(_bases(new, placed[:n], placed, comparison)))
            yield from _checked(claimed)


def find_increments(placed: Sequence[Placed], added: Sequence[Placed]) -> Iterator[Finding]:
    """An addition said with the total it makes ("eight more were found … 36"), against the total before."""
    by_sentence = {(each.stated.report, each.stated.sentence): each for each in reversed(added) if each.number}
    for n, new in enumerate(placed):
        plus = by_sentence.get((new.stated.report, new.stated.sentence))
        if plus is None or new.number is None or plus.number is None or new.earlier or plus.number >= new.number:
            continue
        if any(_lies_in(plus, comparison) for comparison in new.stated.reading.comparisons):
            continue  # "69 more than the list showed" adds nothing to a number of before
        implied = new.number - plus.number
        olds = [old for old in placed[:n] if old.number is not None and old.stated.report != new.stated.report]
        match = next((old for old in reversed(olds) if old.number == implied), None)
        passed = any((old.number or 0) > implied and old.when < new.when for old in olds)
        verdict: Verdict = "holds" if match else "does_not_hold" if passed else "nothing_to_compare"
        words = f"{said(new)} after {plus.point.pointer.exact} more, which makes {number_words(implied)} before"
        yield make_finding("comparison", match, new, f"{words}: {_verdict_words(verdict, match)}", verdict=verdict)


def _lies_in(plus: Placed, comparison: Comparison) -> bool:
    figure = plus.stated.figure
    inside = comparison.start <= figure.start and figure.end <= comparison.end
    return inside and comparison.kind == "difference" and comparison.against is not None


def _verdict_words(verdict: Verdict, base: Placed | None) -> str:
    if verdict == "nothing_to_compare" or base is None:
        return (
            "no earlier number to hold it against" if verdict == "nothing_to_compare" else "earlier numbers differ"
        )
    return f"{said(base)}, so it {'holds' if verdict == 'holds' else 'does not hold'}"


def _speaks_of(comparison: Comparison, new: Placed, placed: Sequence[Placed]) -> bool:
    """Whether a comparison speaks of this number.

    "The count until now was 64; that is 46 times as many" is read beside the 64: it speaks of the larger one.
    """
    if comparison.figure is None or comparison.kind == "superlative":
        return False
    if comparison.kind != "ratio" or comparison.factor is None or comparison.factor < 1:
        return comparison.figure == new.stated.figure.id
    beside = [p for p in placed if p.stated.report == new.stated.report and p.number]
    held = [p for p in beside if p.stated.figure.id == comparison.figure]
    if not held:
        return False
    fits = [
        (p, q)
        for p in beside
        for q in beside
        if q.number
        and p.number
        and held[0] in (p, q)
        and p is not q
        and _factor_holds(comparison, p.number / q.number)
    ]
    return _first_in_body(fits) is new if fits else held[0] is new


def _first_in_body(fits: Sequence[tuple[Placed, Placed]]) -> Placed:
    return min(fits, key=lambda pair: (pair[0].stated.in_headline, pair[0].stated.place))[0]


def _bases(
    new: Placed, before: Sequence[Placed], placed: Sequence[Placed], comparison: Comparison
) -> Iterator[Placed]:
    """Numbers a change may be held against: of the same report, of whom it names, then the newest before."""
    yield from (p for p in placed if p.stated.report == new.stated.report and _can_be_base(p, new) and p.earlier)
    if comparison.kind == "ratio":
        yield from (
            p for p in placed if p.stated.report == new.stated.report and _can_be_base(p, new) and not p.earlier
        )
    older = [p for p in reversed(before) if p.stated.report != new.stated.report and _can_be_base(p, new)]
    bodies = {(p.stated.report, p.number) for p in older if not p.stated.in_headline}
    older = [p for p in older if not p.stated.in_headline or (p.stated.report, p.number) not in bodies]
    if comparison.kind != "from_to" or comparison.from_value is not None:
        yield from (p for p in older if p.voice.key is not None and p.voice.key == new.voice.key)
    yield from older


def _can_be_base(base: Placed, new: Placed) -> bool:
    return base is not new and base.number is not None and base.number != new.number and base.number > 0


def _checked(claimed: _Claimed) -> Iterator[Finding]:
    comparison, new = claimed.comparison, claimed.new
    base, verdict = _verdict(claimed)
    words = f"{said(new)}, “{comparison.exact}”"
    yield make_finding("comparison", base, new, f"{words}: {_verdict_words(verdict, base)}", verdict=verdict)
    if base is not None and verdict == "holds" and _replaces(comparison, base, new):
        yield revision(base, new)


def _replaces(comparison: Comparison, base: Placed, new: Placed) -> bool:
    """Whether the newer number takes the older one's place: "three times what the ministry says" does not."""
    beside = base.stated.report == new.stated.report and not base.earlier
    same = new.voice.key is None or new.voice.key == base.voice.key
    return comparison.direction != "same" and (same or not beside or comparison.kind != "ratio")


def _verdict(claimed: _Claimed) -> tuple[Placed | None, Verdict]:
    """The number that the claim was held against and what came of it."""
    comparison, new = claimed.comparison, claimed.new
    if comparison.from_value is not None:
        return _from_where(claimed)
    if not claimed.bases:
        return None, "nothing_to_compare"
    base = claimed.bases[0]
    if comparison.kind == "ratio" and comparison.factor is not None:
        held = next(
            (p for p in claimed.bases[:_BASES] if _factor_holds(comparison, (new.number or 0) / (p.number or 1))),
            None,
        )
        return (held, "holds") if held is not None else (base, "does_not_hold")
    if comparison.kind == "difference" and comparison.difference is not None:
        wanted = (new.number or 0) - comparison.difference * (-1 if comparison.direction == "down" else 1)
        held = next((p for p in claimed.bases if p.number == wanted), None)
        if held is None and _is_of_others(claimed):
            return None, "nothing_to_compare"
        return (held, "holds") if held is not None else (base, "does_not_hold")
    return base, "holds" if _rightly(comparison, base, new) else "does_not_hold"


def _is_of_others(claimed: _Claimed) -> bool:
    """Whether it is held against what none of these numbers is: "69 more than its manifest showed"."""
    against = claimed.comparison.against
    if against is None:
        return False
    times = claimed.new.stated.reading.times
    if any(a < end and start < b for time in times for a, b in time.spans for start, end in against.spans):
        return False
    told_by = (p.stated.speaker for p in claimed.bases if p.stated.report == claimed.new.stated.report)
    return not any(speaker is not None and speaker.id == against.speaker for speaker in told_by)


def _from_where(claimed: _Claimed) -> tuple[Placed | None, Verdict]:
    """The number a change started from, as another report told it, else as this one tells it."""
    comparison, new = claimed.comparison, claimed.new
    told = [p for p in claimed.bases if p.number == comparison.from_value]
    match = next((p for p in told if p.stated.report != new.stated.report), next(iter(told), None))
    if match is None:
        return None, "nothing_to_compare"
    return match, "holds" if _rightly(comparison, match, new) else "does_not_hold"


def _rightly(comparison: Comparison, base: Placed, new: Placed) -> bool:
    """Whether the direction is that of the two numbers."""
    one, other = base.number or 0.0, new.number or 0.0
    if comparison.from_value is not None and comparison.to_value is not None:
        return True  # both ends are in the words: "revised from 11,300 to 3,958"
    if comparison.direction == "same":
        return one == other
    return comparison.direction is None or (other > one) == (comparison.direction == "up")


def _factor_holds(comparison: Comparison, ratio: float) -> bool:
    """Whether a ratio is what the words call it.

    >>> twice = Comparison(id="m:1", exact="almost twice", spans=((0, 12),), kind="ratio", factor=2.0)
    >>> _factor_holds(twice, 1.98), _factor_holds(twice, 2.4), _factor_holds(twice, 1.4)
    (True, False, False)
    """
    factor = comparison.factor or 1.0
    words = comparison.exact.casefold()
    low, high = factor * (1 - _TWICE / 2), factor * (1 + _TWICE / 2)
    if words.startswith(_MORE):
        low, high = factor * 0.97, factor * _UP_TO
    elif words.startswith(_LESS):
        low, high = factor * _DOWN_TO, factor * 1.03
    return low <= ratio <= high
