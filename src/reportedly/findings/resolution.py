"""One value out of competing figures, by a rule that is named beside it.

No rule says what is true. Each is a habit of people who record such numbers; the name of the rule and of the
reading of vague words goes with every value, and so do the figures it rests on and those it left out.

as-stated           the newest figure, in the bounds of its own words
latest              the number the newest figure names, whatever its bound
ucdp-like           low, best and high over all: the lowest number named, the one most often named by independent
                    origins (of several the lowest), the highest
acled-like          the most conservative: the lowest number named
ibc-like            from the lowest to the highest number named, no best one
majority-of-origins the number named by most independent origins; none where two are named as often
pending             no value until a person gives one
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from reportedly.errors import BadOption
from reportedly.findings.values import VagueReading, interval_of, named_number
from reportedly.terms import Figure, Point, Series
from reportedly.terms.moments import Extent, extent_of

Rule = Literal["as-stated", "latest", "ucdp-like", "acled-like", "ibc-like", "majority-of-origins", "pending"]
RULES: tuple[Rule, ...] = get_args(Rule)

Number = float | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A figure that competes: where it stands in time (sortable, the newest last) and whose number it is.

    Copies carry the origin of what they copy, so they never count twice.
    """

    figure: Figure
    at: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A value with the names of how it was made; ``used`` and ``left_out`` are ids of figures."""

    low: Number
    best: Number
    high: Number
    rule: Rule
    vague: VagueReading
    used: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A candidate with the lowest and highest number it names."""

    candidate: Candidate
    low: float | int
    high: float | int


def resolve(candidates: Sequence[Candidate], rule: Rule, vague: VagueReading = "none") -> Resolved:
    """The value of competing figures by a rule.

    A figure without a number (a vague word that ``vague`` does not read) is left out. The order of the
    candidates does not matter.
    """
    ordered = sorted(candidates, key=lambda each: (each.at, each.figure.id))
    named = [found for each in ordered if (found := _named(each, vague)) is not None]
    settled = rule != "pending" and named
    low, best, high, used = _RULES[rule](named) if settled else _NOTHING
    kept = tuple(dict.fromkeys(each.candidate.figure.id for each in used))
    left_out = tuple(dict.fromkeys(each.figure.id for each in ordered if each.figure.id not in kept))
    return Resolved(low=low, best=best, high=high, rule=rule, vague=vague, used=kept, left_out=left_out)


def resolve_series(series: Series, rule: Rule, vague: VagueReading = "none", *, at: str | None = None) -> Resolved:
    """The value of a series by a rule, of the points that hold up to a moment (EDTF; null: all).

    A point counts when the stretch it holds for has begun by the end of ``at``; one without a date never counts
    where a moment is asked for. The points keep the order that the series has.

    Raises:
        BadOption: ``at`` is no date or has no year.
    """
    until = extent_of(at)
    if at is not None and until is None:
        raise BadOption(f"{at!r} is not a moment in time; write it as 2016-01-26, 2016-01 or 2016-01-26T10:00:00Z")
    chosen = [(n, point) for n, point in enumerate(series.points) if until is None or _begun(point, until)]
    return resolve(
        [Candidate(figure=_figure_of(point), at=f"{n:09}", origin=point.origin) for n, point in chosen],
        rule,
        vague,
    )


def _begun(point: Point, until: Extent) -> bool:
    held = extent_of(point.at)
    if held is None:
        return False
    begin = held.first or held.after  # "before 30 September" has no beginning: it holds by its end
    return until.after is None or (begin is not None and begin < until.after)


def _figure_of(point: Point) -> Figure:
    """A point as a figure with its bounds."""
    return Figure(
        id=point.pointer.figure or point.pointer.report,
        exact=point.pointer.exact,
        spans=point.pointer.spans,
        stated=None,
        low=point.low,
        best=point.best,
        high=point.high,
        bound=point.bound,
        vague=point.vague,
        measure="count",
        confidence=1.0,
    )


def _named(candidate: Candidate, vague: VagueReading) -> _Named | None:
    figure = candidate.figure
    if figure.bound in ("range", "vague"):
        interval = interval_of(figure, vague)
        return None if interval is None else _Named(candidate, _whole(interval.low), _whole(interval.high))
    number = named_number(figure)
    return None if number is None else _Named(candidate, number, number)


def _whole(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


_Chosen = tuple[Number, Number, Number, Sequence[_Named]]
_NOTHING: _Chosen = (None, None, None, ())


def _as_stated(named: Sequence[_Named]) -> _Chosen:
    newest = named[-1]
    figure = newest.candidate.figure
    if figure.bound == "vague":
        return newest.low, None, newest.high, [newest]
    return figure.low, figure.best, figure.high, [newest]


def _latest(named: Sequence[_Named]) -> _Chosen:
    newest = named[-1]
    if newest.low != newest.high:
        return newest.low, None, newest.high, [newest]
    return newest.low, newest.low, newest.low, [newest]


def _most_named(named: Sequence[_Named]) -> list[tuple[float | int, list[_Named]]]:
    """Numbers with those who name them, the ones of most origins first, of these the lowest."""
    held: dict[float | int, list[_Named]] = defaultdict(list)
    for each in named:
        if each.low == each.high:
            held[each.low].append(each)
    return sorted(held.items(), key=lambda item: (-_origins(item[1]), item[0]))


def _origins(named: Sequence[_Named]) -> int:
    return len({each.candidate.origin for each in named})


def _ucdp_like(named: Sequence[_Named]) -> _Chosen:
    ranked = _most_named(named)
    best = ranked[0][0] if ranked else None
    return min(each.low for each in named), best, max(each.high for each in named), named


def _acled_like(named: Sequence[_Named]) -> _Chosen:
    low = min(each.low for each in named)
    return low, low, low, [each for each in named if each.low == low]


def _ibc_like(named: Sequence[_Named]) -> _Chosen:
    return min(each.low for each in named), None, max(each.high for each in named), named


def _majority_of_origins(named: Sequence[_Named]) -> _Chosen:
    ranked = _most_named(named)
    if not ranked or (len(ranked) > 1 and _origins(ranked[0][1]) == _origins(ranked[1][1])):
        return _NOTHING
    number, held = ranked[0]
    return number, number, number, held


_RULES: Mapping[str, Callable[[Sequence[_Named]], _Chosen]] = MappingProxyType(
    {
        "as-stated": _as_stated,
        "latest": _latest,
        "ucdp-like": _ucdp_like,
        "acled-like": _acled_like,
        "ibc-like": _ibc_like,
        "majority-of-origins": _majority_of_origins,
    }
)
