"""Comparisons by a factor: "doubling", "twice as many", "46 times the rate", "threefold"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.claims.comparisons.drafts import Direction, Draft, direction_of
from reportedly.claims.comparisons.sketch import FIGURE, UNIT, Sketch
from reportedly.claims.comparisons.words import compiled, forms, value_of, values

_BOUND = (
    r"(?:\b(?:(?:well\s+|far\s+)?(?:more|less)\s+than|nearly|almost|about|around|roughly|some|at\s+least|over|only"
    r"|just)\s+)?"
)
#: What a multiple is a multiple of; "twice" before anything else says how often.
_THING = rf"(?:(?:the|that|those|what|its|their|his|her|this|last|(?:[A-Z]\w+\s+)?[A-Z]\w+['’]s)(?=\s)|{FIGURE})"
#: Planned, possible or denied changes are no claims of change.
UNREAL = re.compile(
    r"(?:\b(?:to|will|would|could|should|may|might|can|must|not|never|shall|cannot)|n['’]t|['’](?:ll|d))"
    r"(?:\s+(?:have|be|been|also|even|\w+ly|more\s+than|nearly|almost))*\s*$",
    re.IGNORECASE,
)


_SIGNS = "doubl tripl trebl quadrupl quintupl halv twice thrice half fold".split()


@lru_cache(maxsize=1)
def _multiplied() -> re.Pattern[str]:
    return compiled(
        rf"{_BOUND}\b(?P<verb>{forms('multiply')})\b"
        r"(?!\s+(?:down|over|as|up|agents?|standards?|digits?|negatives?|homicide|murder|act)\b|[-])"
        rf"(?:\s+(?:from\s+(?:\w+\s+){{0,2}}?(?P<from>{FIGURE}){UNIT}\s+)?to\s+(?:\w+\s+){{0,2}}?(?P<to>{FIGURE}){UNIT}"
        rf"(?:,?\s+from\s+(?:\w+\s+){{0,2}}?(?P<after>{FIGURE}){UNIT})?)?"
    )


@lru_cache(maxsize=1)
def _multiple() -> re.Pattern[str]:
    return compiled(rf"{_BOUND}\b(?P<core>(?P<word>{forms('multiple')})(?:\s+as\s+[\w-]+|(?=\s+{_THING})))")


@lru_cache(maxsize=1)
def _fold() -> re.Pattern[str]:
    return compiled(
        rf"(?:(?P<verb>{forms('move')})\s+(?:by\s+)?(?:\w+ly\s+)?)?{_BOUND}"
        rf"\b(?:(?P<word>{forms('fold')})-?|(?P<figure>{FIGURE})[-\s]?)fold\b(?:\s+(?P<noun>(?:\w+\s+)?{forms('change')})\b)?"
    )


@lru_cache(maxsize=1)
def _of_figure() -> re.Pattern[str]:
    compared = forms("compared")
    return compiled(
        rf"(?P<core>(?P<figure>{FIGURE})(?:\s+as\s+(?:many|much|high|large|big|likely)\b(?!\s+as\s+{FIGURE})"
        rf"|(?=\s+(?:of\s+)?(?:what\s+(?:it|they|he|she|\w+s|was)\b|that\s+of\b|those\s+of\b|last\s+\w+['’]s\b"
        rf"|the\s+(?:previous|prior|earlier)\b"
        rf"|(?:the|its|their|his|her|that)\s+(?:[\w'’-]+\s+){{0,3}}?(?:average|peak|norm|level|rate|figure|estimate)s?\b)"
        rf"|\s+(?:the|its|their|his|her|that)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{compared})\b)))"
    )


@lru_cache(maxsize=1)
def _times() -> re.Pattern[str]:
    return compiled(
        rf"(?P<core>(?P<figure>{FIGURE})(?:\s+(?:as\s+[\w-]+|(?:{forms('degree')}|[a-z]+er)\b)"
        rf"|(?=\s+(?:(?:the|that|those|what|its|their|his|her|this|last|normal)\b|{FIGURE}))))"
    )


def find_multiples(sketch: Sketch) -> Iterator[Draft]:
    """Comparisons of a sentence that name a factor."""
    words = sketch.words
    lower = words.lower()
    if any(sign in lower for sign in _SIGNS):
        yield from _multiplied_words(sketch)
    if sketch.figures:
        yield from _of_figures(sketch)


def _multiplied_words(sketch: Sketch) -> Iterator[Draft]:
    words = sketch.words
    for match in _multiplied().finditer(words):
        if not _is_adjective(match) and not UNREAL.search(words[: match.start()]):
            yield _multiplication(sketch, match)
    for match in _multiple().finditer(words):
        if not UNREAL.search(words[: match.start()]) or match["word"].lower() in ("twice", "thrice"):
            factor = float(value_of("multiple", match["word"]))
            yield _by_factor(match.start(), match.end("core"), factor, "up" if factor > 1 else "down")
    if "fold" in words:
        yield from _folds(sketch)


def _of_figures(sketch: Sketch) -> Iterator[Draft]:
    """A share or a number of times, of something else that is counted."""
    words = sketch.words
    for match in _times().finditer(words):
        figure = sketch.figure_at(match.start("figure"))
        if figure and figure.measure == "ratio" and figure.exact.lower().endswith("times") and figure.stated:
            draft = _by_factor(match.start(), match.end("core"), float(figure.stated), "up")
            draft.amounts = (figure,)
            yield draft
    for match in _of_figure().finditer(words):
        figure = sketch.figure_at(match.start("figure"))
        if (
            figure
            and figure.stated
            and figure.measure in ("ratio", "percent")
            and "times" not in figure.exact.lower()
        ):
            factor = float(figure.stated) / (100 if figure.measure == "percent" else 1)
            if not re.search(r"points?$", figure.exact):
                draft = _by_factor(match.start(), match.end("core"), factor, _direction(factor))
                draft.amounts = (figure,)
                yield draft


def _direction(factor: float) -> Direction:
    return "up" if factor > 1 else "down" if factor < 1 else "same"


def _by_factor(start: int, end: int, factor: float, direction: Direction | None) -> Draft:
    return Draft(start=start, end=end, kind="ratio", factor=round(factor, 6), direction=direction, seeks=True)


def _is_adjective(match: re.Match[str]) -> bool:
    """ "double", "triples": a verb of change only where it says from what, or to what."""
    verb = match["verb"].lower()
    return not verb.endswith(("ed", "ing")) and match["to"] is None


def _multiplication(sketch: Sketch, match: re.Match[str]) -> Draft:
    factor = float(value_of("multiply", match["verb"]))
    draft = _by_factor(match.start(), match.end(), factor, "up" if factor > 1 else "down")
    earlier = match.start("from") if match["from"] else match.start("after")
    draft.earlier = sketch.figure_at(earlier) if earlier >= 0 else None
    draft.later = sketch.figure_at(match.start("to")) if match["to"] else None
    draft.seeks = match["to"] is None  # "doubling the figure"; "the number has doubled"
    return draft


def _folds(sketch: Sketch) -> Iterator[Draft]:
    """ "a threefold increase", "rose fivefold"; "the aims are twofold" says nothing of a change."""
    for match in _fold().finditer(sketch.words):
        moved = match["noun"] or match["verb"]
        if moved is None or UNREAL.search(sketch.words[: match.start()]):
            continue
        role = "change" if match["noun"] else "move"
        found = values(role).get(moved.lower().split()[-1], "")
        figure = sketch.figure_at(match.start("figure")) if match["figure"] else None
        factor = (
            float(value_of("fold", match["word"])) if match["word"] else float((figure and figure.stated) or 0)
        )
        if factor <= 1:
            continue
        down = direction_of(found) == "down"
        draft = _by_factor(match.start(), match.end(), 1 / factor if down else factor, "down" if down else "up")
        draft.amounts = (figure,) if figure else ()
        yield draft
