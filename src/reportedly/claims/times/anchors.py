"""What relative words count from: the report's date, and the times named before them."""

from dataclasses import dataclass, field
from datetime import date

from reportedly.claims.times.stretch import Stretch, StretchUnit, stretch_at

#: How fine a date is; a stretch of a finer unit cannot be counted from it.
_FINENESS = {"year": 0, "half": 1, "season": 1, "quarter": 1, "month": 2, "week": 3, "weekend": 3, "day": 3}


@dataclass(slots=True)
class Anchors:
    """The report's date and, while it is read in order, the times named in the sentence and before it."""

    published: Stretch | None
    in_sentence: list[Stretch] = field(default_factory=list)
    before: list[Stretch] = field(default_factory=list)
    spoken: list[Stretch] = field(default_factory=list)

    def now(self, unit: StretchUnit) -> Stretch | None:
        """The stretch of a unit that the report was published in; None where its date is not so fine."""
        published = self.published
        if published is None or _FINENESS.get(unit, 0) > _FINENESS[published.unit]:
            return None
        return stretch_at(unit, published.start)

    @property
    def today(self) -> date | None:
        """The day of the report, where known."""
        return self.published.start if self.published is not None and self.published.unit == "day" else None

    def begin_sentence(self) -> None:
        """What was named in the sentence read becomes what was named before."""
        kept = [s for s in self.in_sentence if not any(s is said for said in self.spoken)]
        self.before += kept if kept or self.before else self.in_sentence
        del self.before[:-40]
        self.in_sentence, self.spoken = [], []

    def add(self, stretch: Stretch, *, spoken: bool = False) -> None:
        """A time just named; one that dates a saying anchors nothing in later sentences if another was named."""
        self.in_sentence.append(stretch)
        if spoken:
            self.spoken.append(stretch)

    def last(self, *units: StretchUnit) -> Stretch | None:
        """The time named last, of one of the units if any are given; of this sentence first."""
        for stretch in (*reversed(self.in_sentence), *reversed(self.before)):
            if not units or stretch.unit in units:
                return stretch
        return None

    def named_here(self, *units: StretchUnit) -> Stretch | None:
        """The time named last in this sentence, of one of the units if any are given."""
        return next((s for s in reversed(self.in_sentence) if not units or s.unit in units), None)


def anchor_of(published: str | None) -> Stretch | None:
    """The report's date (EDTF: year, month, day or moment) as a stretch.

    >>> anchor_of("2016-01-26T10:00:00Z").start.isoformat(), anchor_of("2016-01").unit
    ('2016-01-26', 'month')
    """
    if published is None:
        return None
    parts = [int(part) for part in published[:10].split("-")]
    unit: StretchUnit = ("year", "month", "day")[len(parts) - 1]
    year, month, day = (*parts, 1, 1)[:3]
    return stretch_at(unit, date(year, month, day))
