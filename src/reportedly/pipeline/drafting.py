"""A draft held against the ledger: read like a report, set beside the story it fits, kept nowhere."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reportedly.findings.drafts import check_draft
from reportedly.ledger import Ledger, counts, last_read, load_pins, load_told
from reportedly.ledger.index import (
    SeriesFilter,
    find_candidates,
    find_members,
    find_placed,
    find_reports_of,
    list_series,
)
from reportedly.ledger.names import find_held_names, hold_back
from reportedly.pipeline.grouping import Rules, keys_of, load_rules
from reportedly.terms import CheckedFigure, Reading, Told

#: Reports that share a key with the draft and are read to see whether they tell of the same happening.
_READ = 60
#: Stories that a draft is set beside: a round-up may touch several.
_STORIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with every figure of it judged by the ledger alone.

    ``reports`` are as many as it was held against, ``held`` as many as the ledger has, ``latest`` when it last
    read one (UTC; null for an empty ledger): what is not found may only be missing there.
    """

    reading: Reading
    figures: tuple[CheckedFigure, ...]
    reports: int
    held: int
    latest: str | None


def check_reading(
    ledger: Ledger,
    draft: Reading,
    *,
    include_restricted: bool = False,
    include_names: bool = False,
    rules: Rules | None = None,
) -> CheckedDraft:
    """Hold the figures of a draft against the stories of the ledger that it fits; nothing is kept.

    A draft without a date is taken to be the newest report of its story. Restricted reports, and names that are
    held back, are left out unless asked for.
    """
    rules = rules or load_rules()
    best: dict[str, CheckedFigure] = {}
    reports = 0
    pins = load_pins(ledger)
    for names in _stories(ledger, draft, rules):
        told = [each for each in load_told(ledger, names) if include_restricted or not each.restricted]
        told = [each for each in told if each.reading.report.id != draft.report.id]
        reports += len(told)
        found = rules.find_in_story([*told, Told(reading=_as_newest(draft, told))], pins)
        hide = _hiding(told) if not include_names else None
        for checked in check_draft(draft, told, found):
            held = best.get(checked.figure.id)
            if held is None or held.series is None:
                best[checked.figure.id] = _hidden(checked, hide) if hide else checked
    if not best:
        best = {each.figure.id: each for each in check_draft(draft, [], rules.find_in_story([], pins))}
    figures = tuple(sorted(best.values(), key=lambda each: each.figure.spans))
    return CheckedDraft(
        reading=draft, figures=figures, reports=reports, held=counts(ledger).reports, latest=last_read(ledger)
    )


def _hiding(told: Iterable[Told]) -> Callable[[str], str]:
    """What takes the names that the reports hold back out of what is told of them."""
    names = tuple(sorted({held.name for each in told for held in find_held_names(each.reading)}))
    return lambda words: hold_back(words, names) or words


def _hidden(checked: CheckedFigure, hide: Callable[[str], str]) -> CheckedFigure:
    notes = tuple(replace(note, why=hide(note.why)) for note in checked.notes)
    return replace(checked, notes=notes, series=hide(checked.series) if checked.series else None)


def _stories(ledger: Ledger, draft: Reading, rules: Rules) -> Iterable[list[str]]:
    """The reports of each story that the draft fits, the story of most likely reports first."""
    keys = keys_of(draft, rules)
    names = sorted(find_candidates(ledger, [*keys.sought, *keys.copy]))[:_READ]
    alike = [
        each.reading.report.id
        for each in load_told(ledger, names)
        if rules.same_story(each.reading, draft) or rules.compare_reports(each.reading, draft)
    ]
    placed = find_placed(ledger, alike)
    counted = Counter(each.story for each in placed.values())
    for number, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_STORIES]:
        yield sorted(find_members(ledger, [number]))
    if not counted:
        yield from (sorted(find_reports_of(ledger, story)) for story in _by_series(ledger, draft))


def _by_series(ledger: Ledger, draft: Reading) -> list[str]:
    """Stories of which a series has the event and the place of a figure: for a line or two that name no more."""
    counted: Counter[str] = Counter()
    for figure in draft.figures:
        if figure.event is None:
            continue
        event = figure.event.lemma if figure.event.type == "other" else figure.event.type
        for place in {place.exact for place in figure.places if place.role == "happened"}:
            wanted = SeriesFilter(event=event, place=place, limit=_STORIES)
            counted.update({row.story_id for row in list_series(ledger, wanted)})
    return [story for story, _ in counted.most_common(_STORIES)]


def _as_newest(draft: Reading, told: Iterable[Told]) -> Reading:
    """The draft, dated as its newest neighbour where it has no date itself."""
    if draft.report.published is not None:
        return draft
    dates = [each.reading.report.published for each in told if each.reading.report.published]
    if not dates:
        return draft
    report = replace(draft.report, published=max(dates), published_from="argument")
    return replace(draft, report=report)
