"""A series in words: what a chart shows, for people who do not see it, and for captions."""

from collections.abc import Sequence

from reportedly.terms import Finding, Point, Series
from reportedly.terms.event_types import EVENT_TYPES
from reportedly.terms.moments import order_key
from reportedly.views.drawn import draw_series

_TOLD = ("contradiction", "difference", "revision", "lag", "denial", "corroboration")
#: Between the parts of a label.
_BETWEEN = " · "
_HAPPENED = frozenset(kind.replace("_", " ") for kind in EVENT_TYPES)
#: What may follow the event where nobody says who is counted.
_NOBODY = frozenset(("additions", "a part", "forecast"))


def describe_series(series: Series, findings: Sequence[Finding] = ()) -> str:
    """Two or three sentences: how many figures, from when to when, first and newest, and what was found.

    Nothing is said that is not in the rows of the table.
    """
    drawing = draw_series(series, findings)
    figures, sources = len(series.points), len({p.speaker or p.outlet or p.pointer.address for p in series.points})
    parts = [f"{_many(figures, 'figure')} by {_many(sources, 'source')}"]
    dated = sorted((p for p in series.points if p.at), key=lambda p: order_key(p.at))
    if dated:
        first, last = dated[0], dated[-1]
        parts = [
            f"{parts[0]}, from {_point(first)} to {_point(last)}"
            if len(dated) > 1
            else f"{parts[0]}: {_point(first)}"
        ]
    left_out = [f"{_many(drawing.vague, 'vague word')} without a number"] if drawing.vague else []
    left_out += [f"{_many(drawing.undated, 'figure')} without a date"] if drawing.undated else []
    sentences = [f"{parts[0]}."]
    counted = [(kind, sum(finding.type == kind for finding in findings)) for kind in _TOLD]
    told = [_many(count, kind) for kind, count in counted if count]
    if told:
        sentences.append(f"Found: {', '.join(told)}.")
    if left_out:
        sentences.append(f"Only in the table: {' and '.join(left_out)}.")
    return " ".join(sentences)


def label_words(label: str) -> str:
    """The label of a series as people would say it; what it does not know how to say stays as it is.

    The label itself is what is searched and exported: its parts are in a fixed order, what happened first.

    >>> label_words("killed · people · forecast"), label_words("accounted_for · people")
    ('people killed · forecast', 'people accounted for')
    >>> label_words("weight · pound"), label_words("killed")
    ('weight · pound', 'killed')
    """
    parts = [part.replace("_", " ") for part in label.split(_BETWEEN)]
    if len(parts) > 1 and parts[0] in _HAPPENED and parts[1] not in _NOBODY:
        parts[:2] = [f"{parts[1]} {parts[0]}"]
    return _BETWEEN.join(parts)


def _point(point: Point) -> str:
    who = f" ({point.speaker})" if point.speaker else ""
    return f"{point.value}{who} for {point.at}"


def _many(count: int, one: str) -> str:
    return f"{count:,} {one if count == 1 else one + 's'}"
