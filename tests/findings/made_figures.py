"""Figures made by hand for tests of findings."""

from typing import Any

from reportedly.terms import Figure

_BOUNDS: dict[str, tuple[str, ...]] = {
    "exact": ("low", "best", "high"),
    "about": ("best",),
    "at_least": ("low",),
    "more_than": ("low",),
    "at_most": ("high",),
    "less_than": ("high",),
}


def made_figure(
    number: float | int | str | tuple[int, int], bound: str = "exact", name: str = "f:1", **more: Any
) -> Figure:
    """A count with one bound; a pair is a range, a word is vague."""
    held: dict[str, Any] = {"stated": None, "low": None, "best": None, "high": None}
    if isinstance(number, str):
        bound, held["vague"] = "vague", number
    elif isinstance(number, tuple):
        bound, (held["low"], held["high"]) = "range", number
    else:
        held |= {"stated": number, **dict.fromkeys(_BOUNDS[bound], number)}
    words = str(number)
    return Figure(
        **(
            {"id": name, "exact": words, "spans": ((0, len(words)),), "measure": "count", "confidence": 1.0}
            | held
            | more
        ),
        bound=bound,  # type: ignore[arg-type]
    )
