"""Whether a figure is a total, an addition, or part of another figure, as the words say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.ellipsis import OF_PEOPLE, Found
from reportedly.claims.lexicon import word_set
from reportedly.terms import Figure, Unit
from reportedly.terms.figure import Scope

_BEFORE_PART = re.compile(
    r"(?:\b(?:including|includes|included|include)(?:\s+(?:those|the\s+bodies|that)\s+of)?"
    r"|\bamong\s+(?:them|those|these|whom|which|the\s+(?:\w+\s+){1,3})(?:,?\s+(?:are|were|was|is))?"
    r"|\b(?:of\s+which|(?:of|in)\s+(?:them|whom))(?:\s+\w+ly)?,?"
    r"|(?:^|[.;:,(—–“\"]\s*|\band\s+)(?:out\s+)?of\s+(?:the|those|these|this|that|all)\b[^,;.()]{0,60},(?:\s+\w+ly)?"
    r"|(?:^|[.;:(—–“\"]\s*)(?:out\s+)?of\s+(?:the\s+)?[\d][^;.()]{0,60},"
    r"|\b(?:the|its|their|his|her)\s+(?:other|remaining)"
    r"|\bmost\s+recent(?:ly)?,)\s*$",
    re.IGNORECASE,
)
_AFTER_PART = re.compile(
    r"(?:\s+(?:more|others?|people|more\s+people))?\s+of\s+"
    r"(?:them|those|these|whom|which|the|his|her|its|their|our|my|this|that|all|\d[\d,]*)\b(?!\s+(?:way|time|month|year|day)\b)",
    re.IGNORECASE,
)
_AMONG = re.compile(r"[^,;.()]{0,60}?\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?among\b", re.IGNORECASE)
_NEW_BEFORE = re.compile(
    r"\b(?:another|an?\s+additional|additional|an?\s+further|further|an?\s+extra|extra"
    r"|(?:ris|increas|grow|climb|jump|swell|go)(?:es?|s|ed|ing|en)?(?:\s+up)?\s+by|rose\s+by|grew\s+by|went\s+up\s+by"
    r"|up\s+by|increase\s+of|rise\s+of|more\s+than\s+another)\s*$",
    re.IGNORECASE,
)
_NEW_AFTER = re.compile(r"\s+(?:\w+\s+)?(?:more|additional|further|extra)\b(?!\s+than\b)", re.IGNORECASE)
_FRESH = re.compile(r"\s+(?:\w+\s+)?(?:new|fresh)\b", re.IGNORECASE)
#: What there can be new ones of as a count goes on; three new members say nothing of a count.
_NEWLY = re.compile(
    r"[^.;,]{0,30}\bnewly\s+(?:displaced|arrived|infected|registered|admitted|arriving)\b", re.IGNORECASE
)
_RECURRING = word_set(
    "death case infection casualty fatality injury arrest victim body hospitalisation hospitalization admission"
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:(?:a|the)\s+(?:\w+\s+)?total(?:\s+number)?\s+of|(?:death\s+)?toll\s+(?:of|to|at|is|was)|in\s+all,?|in\s+total,?"
    r"|altogether,?|overall,?|all|the\s+total\s+(?:to|at|of|is|was))\s*$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(r"(?:\s+[\w'’-]+){0,4}?\s+(?:in\s+(?:all|total)|altogether|overall)\b", re.IGNORECASE)
#: What makes a number that of a known whole: "his four sons", "there were 12 members".
_KNOWN = re.compile(
    r"(?:\b(?:the|these|those|all|both|his|her|its|their|my|our|your)(?:\s+(?:first|last|original|entire|full))?"
    r"|\w['’]s?|\bthere\s+(?:are|were|was|is|(?:have|has|had)\s+been))\s+$",
    re.IGNORECASE,
)
_TIED_ON = re.compile(
    r"(?:\s+in\s+[A-Z][\w]+)?\s*(?:,|;|\band\b|,\s*and\b|\bor\b|,?\s*(?:along|together)\s+with|,?\s*as\s+well\s+as)\s*$",
    re.IGNORECASE,
)
_REACH = 6  # figures back; a whole stands near its part
_Bounds = tuple[float | None, float | None]


def find_scopes(text: str, figures: Sequence[Figure], found: Sequence[Found]) -> list[Figure]:
    """The figures with scope and, for a part, the id of the figure it is part of where the text has one.

    A part without a number for its whole has ``subset_of`` null. A count to which something happened
    is a total unless the words say otherwise; one to which nothing happened is unknown.
    """
    scoped: list[Figure] = []
    for index, figure in enumerate(figures):
        scope = _scope(text, figure, found[index])
        whole = None
        if scope == "subset":
            whole = _whole(text, figures, index, found)
            if whole is None and figure.measure in ("percent", "ratio"):
                scope = "unknown"  # a share of things that nobody counted here
        elif _is_group_of(text, figures, index, found):
            scope, whole = "subset", _whole(text, figures, index, found)
        elif index and scope != "new" and _goes_on(text, scoped[-1], figure, found, index):
            scope, whole = "subset", scoped[-1].subset_of
        scoped.append(replace(figure, scope=scope, subset_of=whole))
    return scoped


def settle_wholes(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each ``subset_of`` naming one of them; a whole that was folded away is named no more."""
    kept = {figure.id for figure in figures}
    return [f if f.subset_of is None or f.subset_of in kept else replace(f, subset_of=None) for f in figures]


def _scope(text: str, figure: Figure, found: Found) -> Scope:
    if figure.measure not in ("count", "money", "percent", "ratio"):
        return "unknown"
    start, end = found.sentence
    if text[figure.end : figure.end + 1] in ("-", "‑") and not _counts_members(figure):
        return "unknown"  # a 22-story block
    before = text[max(start, figure.start - 90) : figure.start]
    if _BEFORE_PART.search(before) or _AFTER_PART.match(text, figure.end, end):
        return "subset"
    if figure.measure in ("percent", "ratio"):
        return "unknown"
    if (
        _NEW_BEFORE.search(before)
        or _NEW_AFTER.match(text, figure.end, end)
        or _is_fresh(text, figure, end)
        or _NEWLY.match(text, figure.end, end)
    ):
        return "new"
    if figure.measure == "count" and _AMONG.match(text, figure.end, end):
        return "subset"
    if _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(text, figure.end, end):
        return "total"
    return "total" if _is_toll(figure) or _is_known(figure, before) else "unknown"


def _counts_members(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.unit_class == "people"


def _is_fresh(text: str, figure: Figure, end: int) -> bool:
    unit = figure.unit
    if unit is None or unit.supplied or _FRESH.match(text, figure.end, end) is None:
        return False
    return unit.lemma in _RECURRING or unit.unit_class == "events"


def _is_toll(figure: Figure) -> bool:
    """Whether something happened to those counted, so that the number is a count of it."""
    event = figure.event
    if event is None:
        return False
    if figure.measure == "money":
        return True
    if figure.bound == "vague":  # "several shootings" counts nothing; "dozens were killed" does
        return event.type in OF_PEOPLE
    unit = figure.unit
    other_happenings = unit is not None and unit.unit_class == "events" and "other " in unit.exact.lower()
    return not other_happenings


def _is_known(figure: Figure, before: str) -> bool:
    """Whether a number counts all of a known group, or people: the 4 sons, 10 judges."""
    if figure.measure != "count" or figure.bound == "vague" or figure.unit is None:
        return False
    return _KNOWN.search(before) is not None or (figure.unit.unit_class == "people" and not figure.unit.supplied)


def _is_group_of(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> bool:
    """Whether a figure counts a known group of people just counted: "killed 110 people. The 11 Americans"."""
    figure = figures[index]
    if figure.unit is None or figure.event is None or figure.unit.supplied or not _named_group(figure.unit):
        return False
    if not re.search(r"\b(?:the|these|those)\s+$", text[max(0, figure.start - 8) : figure.start], re.IGNORECASE):
        return False
    for k in range(index - 1, max(-1, index - 3), -1):
        other = figures[k]
        alike = other.event is not None and other.event.type == figure.event.type
        if alike and other.unit is not None and not _named_group(other.unit) and _could_hold(other, figure):
            return True
    return False


def _named_group(unit: Unit) -> bool:
    held = unit.attributes
    return any((held.nationality, held.status, held.age, held.sex))


def _goes_on(text: str, before: Figure, figure: Figure, found: Sequence[Found], index: int) -> bool:
    """Whether a figure continues a list of parts: "including 12 children and 3 women"."""
    if before.scope != "subset" or found[index - 1].sentence != found[index].sentence:
        return False
    if figure.measure != before.measure or figure.unit is None or figure.unit.supplied:
        return False
    last = before.end if before.unit is None or before.unit.supplied else max(before.end, before.unit.end)
    if before.event is not None and last < before.event.start < figure.start:
        last = max(last, before.event.end)
    between = text[last : figure.start]
    return _TIED_ON.fullmatch(between) is not None and _same_event(before, figure)


def _same_event(a: Figure, b: Figure) -> bool:
    return a.event is None or b.event is None or a.event.type == b.event.type


def _whole(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> str | None:
    """The figure that the part at ``index`` is of: inside its own "of the 40", else the nearest before it."""
    figure, sentence = figures[index], found[index].sentence
    if index + 1 < len(figures) and found[index + 1].sentence == sentence:
        after = figures[index + 1]
        between = text[figure.end : after.start]
        if re.match(r"[^,;.()]{0,40}\b(?:of|among)\s+(?:the|those|these|all|its|their)?(?:\s+[\w'’-]+){0,4}\s*$",
                    between, re.IGNORECASE) and _could_hold(after, figure):  # fmt: skip
            return after.id
    for k in range(index - 1, max(-1, index - _REACH), -1):
        other = figures[k]
        if found[k].sentence != sentence and found[index].sentence[0] - found[k].sentence[1] > 400:
            return None
        if _could_hold(other, figure) and (other.scope != "subset" or other.subset_of is None):
            return other.id
    return None


def _could_hold(whole: Figure, part: Figure) -> bool:
    if whole.measure != "count" or part.measure not in ("count", "percent", "ratio"):
        return False
    kinds = {unit.unit_class for unit in (whole.unit, part.unit) if unit is not None and unit.unit_class}
    if len(kinds) > 1:
        return False
    if part.measure != "count":
        return True
    largest = whole.high if whole.high is not None else whole.best
    smallest = part.low if part.low is not None else part.best
    if largest is None and whole.low is None and whole.vague is None:
        return False
    return largest is None or smallest is None or smallest <= largest
