"""The points of a series: when each number holds, whose it is, and where it stands among the others."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from reportedly.findings.slots import Key
from reportedly.findings.stated import Stated
from reportedly.findings.values import Interval, interval_of, named_number
from reportedly.findings.voices import Voice
from reportedly.findings.word_groups import words_of
from reportedly.terms import AtBasis, Comparison, Moment, Point
from reportedly.terms.moments import extent_of
from reportedly.terms.value import value_words

#: A stretch longer than this says of no day that the number holds for it.
_DAY = timedelta(days=1, hours=1)
#: How far before a number, in code points, a word such as "earlier" speaks of it.
_NEAR = 70
_START = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A point with what findings need: its place in time, whose it is, and what its words leave open.

    ``when`` is in days on the story's clock, for order only; ``dated`` says that the words or the report's date
    give the day; ``earlier`` that the report gives the number as one of before; ``total`` is what the report gives
    for the story's main running total, by which reports of one day are told apart (null for that total itself).
    """

    stated: Stated
    point: Point
    voice: Voice
    when: float
    dated: bool
    earlier: bool
    number: float | None
    interval: Interval | None
    total: float | None

    @property
    def order(self) -> tuple[int, bool, bool, int, float, int]:
        """Key to sort by: day, numbers of before first, those without a day last, report, hour, place in the text.

        The hour decides inside one report only: "by noon" is not older than that day without an hour.
        """
        place = self.stated.report, self.when, self.stated.place
        return int(self.when), not self.earlier, not self.dated, *place

    @property
    def day(self) -> int | None:
        """The day it holds for; null where no day is told."""
        return int(self.when) if self.dated else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The day of each report, for order only, and what it gives for the story's main running total."""

    days: Mapping[int, float]
    totals: Mapping[int, float]
    anchors: frozenset[Key]


def place_points(
    figures: Sequence[Stated],
    voices: Mapping[Key, Voice],
    clock: Clock,
    copied: Mapping[Key, str],
    *,
    running: bool | None,
) -> list[Placed]:
    """The points of one series in their order; the clock gives each report its day.

    ``copied`` gives the report that a figure is copied from.
    """
    placed = [_place(stated, voices[stated.key], clock, running=running) for stated in figures]
    placed = [replace(each, point=replace(each.point, copy_of=copied.get(each.stated.key))) for each in placed]
    return sorted(placed, key=lambda each: each.order)


def _place(stated: Stated, voice: Voice, clock: Clock, *, running: bool | None) -> Placed:
    figure, report, told = stated.figure, stated.reading.report, stated.told
    earlier = is_earlier(stated)
    at, basis, own = _moment(stated, earlier=earlier, running=running)
    point = Point(
        pointer=stated.pointer,
        value=value_words(figure),
        low=figure.low,
        best=figure.best,
        high=figure.high,
        bound=figure.bound,
        vague=figure.vague,
        unit=figure.unit.exact if figure.unit else None,
        scope=figure.scope,
        at=at,
        at_basis=basis,
        said=stated.claim.said.edtf if stated.claim and stated.claim.said else None,
        published=report.published,
        outlet=report.outlet,
        speaker=voice.name,
        speaker_key=voice.identity,
        origin=voice.origin,
        chain=voice.chain,
        same_as=figure.same_as,
        restricted=told.restricted,
        corrected=figure.id in told.corrected,
    )
    return Placed(
        stated=stated,
        point=point,
        voice=voice,
        when=clock.days[stated.report] if own is None else own,
        dated=own is not None or _one_day(report.published) is not None,
        earlier=earlier,
        number=named_number(figure),
        interval=interval_of(figure),
        total=None if stated.key in clock.anchors else clock.totals.get(stated.report),
    )


def _moment(
    stated: Stated, *, earlier: bool, running: bool | None
) -> tuple[str | None, AtBasis | None, float | None]:
    """EDTF and basis of the moment a number holds for, and its day where the words give one.

    When it happened is not when it was counted: a running total of the dead of Friday may be said on Tuesday.
    """
    figure, report = stated.figure, stated.reading.report
    said = stated.claim.said if stated.claim else None
    written = said.edtf if said is not None and said.basis == "written" else None
    told: list[tuple[str | None, AtBasis]] = [
        (_edtf(figure.counted_as_of) if _own_moment(stated, earlier=earlier) else None, "counted_as_of"),
        (figure.occurred.edtf if figure.occurred and not running else None, "occurred"),
        (said.edtf if said else None, "said"),
        (report.published, "published"),
    ]
    latest = written or report.published
    for edtf, basis in told:
        if edtf is None or extent_of(edtf) is None:
            continue
        day = _one_day(edtf)
        if earlier and not _before(edtf, latest):
            return f"../{edtf}" if "/" not in edtf else None, basis, None
        return edtf, basis, day if basis != "published" else None
    return None, None, None


def _edtf(moment: Moment | None) -> str | None:
    return moment.edtf if moment is not None else None


def _own_moment(stated: Stated, *, earlier: bool) -> bool:
    """Whether the moment counted for is the number's own, and not that of what it is compared with.

    ("38,000, up from 15,000 on Friday"; "twice the figure reported on Tuesday")
    """
    moment = stated.figure.counted_as_of
    if moment is None or earlier:
        return moment is not None
    return not any(
        m.figure == stated.figure.id and any(a <= moment.start < b for a, b in m.spans) and m.kind != "superlative"
        for m in stated.reading.comparisons
    )


def _before(edtf: str, latest: str | None) -> bool:
    one, other = _one_day(edtf), _one_day(latest)
    return one is not None and other is not None and one < int(other)


def _one_day(edtf: str | None) -> float | None:
    """Days since the year 1 of a moment that lies within one day; null for longer stretches."""
    extent = extent_of(edtf)
    if extent is None or extent.first is None or extent.after is None or extent.after - extent.first > _DAY:
        return None
    return (extent.first - _START) / timedelta(days=1)


def is_earlier(stated: Stated) -> bool:
    """Whether the report gives the number as one of before: "up from 40", "earlier reports spoke of 400"."""
    figure = stated.figure
    changes = [m for m in stated.reading.comparisons if m.kind in ("from_to", "difference", "ratio")]
    if any(m.figure == figure.id and m.kind != "ratio" for m in changes):
        return False
    if any(_is_from(m, stated) for m in changes):
        return True
    said = stated.claim.said if stated.claim else None
    if said is not None and said.edtf is None and said.basis == "written":
        return words_of("earlier_words").search(said.exact.casefold()) is not None
    if stated.after.startswith(" already"):
        return True  # "that number includes the 30 already confirmed"
    return words_of("earlier_words").search(stated.lead[-_NEAR:]) is not None


def _is_from(comparison: Comparison, stated: Stated) -> bool:
    """Whether the number is what a change started from."""
    number = named_number(stated.figure)
    near = stated.in_sentence(comparison.spans)
    return near and number is not None and comparison.from_value == number and comparison.to_value != number


def report_clock(figures: Sequence[Stated], anchor: Sequence[Stated]) -> Clock:
    """The day of each report.

    A report with no day, or with a month only, is put where its number of the ``anchor`` series (the one with
    most points) fits among those of dated reports; without one it stands at the end of its stretch.
    """
    published = {stated.report: stated.reading.report.published for stated in figures}
    days = {report: day for report, edtf in published.items() if (day := _one_day(edtf)) is not None}
    current: dict[int, float] = {}
    for stated in anchor:
        number = named_number(stated.figure)
        if number is not None and not is_earlier(stated):
            current[stated.report] = max(current.get(stated.report, number), number)
    steps = _steps([(days[report], current[report]) for report in sorted(days) if report in current])
    last = max(days.values(), default=0.0)
    for report in sorted(published.keys() - days.keys()):
        extent = extent_of(published[report])
        low = (extent.first - _START) / timedelta(days=1) if extent and extent.first else 0.0
        high = (extent.after - _START) / timedelta(days=1) - 1 if extent and extent.after else last
        fit = _fitting_day(steps, current[report]) if report in current else None
        days[report] = min(max(fit if fit is not None else high, low), max(high, low)) + 0.5
    return Clock(days=days, totals=current, anchors=frozenset(stated.key for stated in anchor))


def _steps(counts: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Day and highest number so far, in order of days."""
    steps: list[tuple[float, float]] = []
    for day, number in sorted(counts):
        steps.append((day, max(number, steps[-1][1] if steps else 0.0)))
    return steps


def _fitting_day(steps: Sequence[tuple[float, float]], number: float) -> float | None:
    """The last day on which the running number had not passed this one."""
    nth = bisect_right([top for _, top in steps], number)
    if not steps:
        return None
    return steps[nth - 1][0] if nth else steps[0][0] - 1
