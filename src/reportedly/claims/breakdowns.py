"""Breakdowns: numbers that stand beside a total and add up to it are its parts."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.ellipsis import Found
from reportedly.terms import Figure

_MOST = 6  # parts; longer lists are tables, not sentences
_FEWEST = 2


def unite_parts(figures: Sequence[Figure], found: Sequence[Found]) -> list[Figure]:
    """The figures, those that add up exactly to a total next to them made its parts.

    "12 people died: 7 men and 5 women", "7 men and 5 women, 12 in all". Parts and total are exact
    counts of the same thing in one sentence or the next, of one event. What does not add up is left
    as it is: the source may be wrong, and nothing is mended.
    """
    result = list(figures)
    for index, whole in enumerate(figures):
        if not _is_exact(whole) or whole.scope == "subset":
            continue
        parts = _parts_after(result, index, found) or _parts_before(result, index, found)
        for part in parts:
            result[part] = replace(result[part], scope="subset", subset_of=whole.id)
    return result


def _is_exact(figure: Figure) -> bool:
    return figure.measure == "count" and figure.best is not None and figure.best == figure.low == figure.high


def _parts_after(figures: Sequence[Figure], index: int, found: Sequence[Found]) -> list[int]:
    return _run(figures, index, range(index + 1, min(len(figures), index + 1 + _MOST)), found)


def _parts_before(figures: Sequence[Figure], index: int, found: Sequence[Found]) -> list[int]:
    return _run(figures, index, range(index - 1, max(-1, index - 1 - _MOST), -1), found, one_sentence=True)


def _run(
    figures: Sequence[Figure], index: int, places: range, found: Sequence[Found], *, one_sentence: bool = False
) -> list[int]:
    """The figures next to a total, in a run without a gap, that add up to it; none where they do not."""
    whole = figures[index]
    total = 0.0
    parts: list[int] = []
    for place in places:
        part = figures[place]
        if not _is_part(part, whole) or (one_sentence and found[place].sentence != found[index].sentence):
            break
        if abs(place - index) > 1 and _sentences_between(found, place, index) > 1:
            break
        total += part.best or 0
        parts.append(place)
        if total >= (whole.best or 0):
            break
    return parts if len(parts) >= _FEWEST and total == whole.best else []


def _sentences_between(found: Sequence[Found], a: int, b: int) -> int:
    low, high = min(a, b), max(a, b)
    return len({found[k].sentence for k in range(low, high + 1)}) - 1


def _is_part(part: Figure, whole: Figure) -> bool:
    """An exact smaller count of the same kind of thing, and of the same event where both have one."""
    if not _is_exact(part) or (part.best or 0) >= (whole.best or 0) or part.subset_of not in (None, whole.id):
        return False
    if part.scope == "new" or part.unit is None or whole.unit is None:
        return False
    if part.unit.unit_class != whole.unit.unit_class or part.unit.unit_class is None:
        return False
    return part.event is None or whole.event is None or part.event.type == whole.event.type
