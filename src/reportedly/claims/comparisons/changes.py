"""Comparisons with an amount or two ends: "rose 12 percent", "fell by 12 to 98", "cut the toll to 128"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.claims.comparisons.drafts import Direction, Draft, direction_of, take_amount
from reportedly.claims.comparisons.multiples import UNREAL
from reportedly.claims.comparisons.sketch import FIGURE, UNIT, Sketch
from reportedly.claims.comparisons.words import compiled, forms, value_of, values
from reportedly.terms import Figure

_WAY = r"(?:\s+(?P<way>up|down|upwards?|downwards?|higher|lower|back(?:\s+(?:up|down))?))?"
_ADVERBS = r"(?:\s+(?:\w+ly|a\s+\w+|further|again|even|just|only|another|more|from\s+there|nearly|almost))?"
#: Words that may stand between "from" or "to" and the figure.
_LEAD = r"(?:(?!to\b|from\b|and\b|or\b|that\b|which\b)[\w'’-]+\s+){0,4}?"
_TO = rf",?\s+to\s+{_LEAD}(?P<to>{FIGURE}){UNIT}"


def _from(name: str) -> str:
    return rf",?\s+from\s+{_LEAD}(?P<{name}>{FIGURE}){UNIT}"


#: "from 500 to 700", "to 700 from 500", "from 500" alone.
_ENDS = (
    rf"(?:(?:{_from('before')})?{_TO}(?:(?:,?\s+(?:in|for|on|during)(?:\s+(?!from\b)[\w'’-]+){{1,5}}?)?{_from('after')})?"
    rf"|{_from('alone')})"
)
_OTHER_ENDS = re.sub(r"\?P<(\w+)>", r"?P<\1_>", _ENDS)  # the same under names of their own
_BY = rf"(?:\s+by)?\s+(?P<by>{FIGURE}){UNIT}"
#: "up 12 percent" is a change after a comma, a verb of being or closing, or a name of price, not in "made up 12".
_STANDS = re.compile(
    r"(?:[,;:(—–-]|\b(?:is|are|was|were|be|been|being|up|closed|ended|finished|trading|traded|already|now|currently|still|also))"
    r"\s*(?:\w+ly\s+|some\s+)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _moved() -> re.Pattern[str]:
    return compiled(rf"\b(?P<verb>{forms('move')})\b{_WAY}{_ADVERBS}(?:{_BY})?(?:{_ENDS})?")


@lru_cache(maxsize=1)
def _shifted() -> re.Pattern[str]:
    barred = r"(?:to|from|by|and|that|would|will|has|had|is|was|were|are|could|may)"
    thing = rf"(?P<object>(?:\s+(?!{barred}\b)[\w'’-]+){{0,9}}?)"
    return compiled(rf"\b(?P<verb>{forms('shift')})\b{_WAY}{thing}"
                    r"(?:\s+(?P<way2>up|down|upwards?|downwards?|higher|lower))?"
                    rf"(?:\s+by\s+(?P<by>{FIGURE}){UNIT}(?:{_ENDS})?|{_OTHER_ENDS})")  # fmt: skip


@lru_cache(maxsize=1)
def _up_or_down() -> re.Pattern[str]:
    return compiled(rf"\b(?P<way>up|down)\b(?:{_BY})?(?:{_ENDS})?")


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    return compiled(
        rf"(?P<by>{FIGURE})(?:[\s-]+(?:[\w-]+\s+)??)(?P<verb>{forms('change')})\b(?:\s+in(?:\s+(?!to\b|from\b)[\w'’-]+){{1,6}}?(?=\s+(?:to|from)\s|[,.;]|$))?(?:{_ENDS})?"
    )


@lru_cache(maxsize=1)
def _noun_of() -> re.Pattern[str]:
    return compiled(
        rf"\b(?P<verb>(?!gains?\b|growth|changes?\b|improvements?\b|cuts?\b){forms('change')})\b(?:\s+(?:in|for)(?:\s+(?!to\b|from\b|of\b)[\w'’-]+){{1,6}}?)?(?:\s+of\s+{_LEAD}(?P<by>{FIGURE}){UNIT})?(?:{_ENDS})?"
    )


@lru_cache(maxsize=1)
def _measured() -> re.Pattern[str]:
    return compiled(rf"\b{forms('measured')}\b")


@lru_cache(maxsize=1)
def _sign() -> re.Pattern[str]:
    """Any word of change: most sentences have none and are done."""
    return compiled(rf"\b(?:{forms('move')}|{forms('shift')}|{forms('change')}|up|down)\b")


def find_changes(sketch: Sketch) -> Iterator[Draft]:
    """Comparisons of a sentence that say by how much something changed, from what, or to what."""
    words = sketch.words
    if not sketch.figures or _sign().search(words) is None:
        return
    for match in _moved().finditer(words):
        if not UNREAL.search(words[: match.start()]):
            yield from _made(sketch, match, value_of("move", match["verb"]), free=False)
    for match in _shifted().finditer(words):
        if not UNREAL.search(words[: match.start()]):
            yield from _shift(sketch, match)
    for match in _up_or_down().finditer(words):
        if _STANDS.search(words[: match.start()]) or match.start() == 0:
            yield from _made(sketch, match, match["way"].lower(), free=True)
    for pattern in (_noun(), _noun_of()):
        for match in pattern.finditer(words):
            yield from _made(sketch, match, value_of("change", match["verb"]), free=True)


def _shift(sketch: Sketch, match: re.Match[str]) -> Iterator[Draft]:
    """Somebody raised something; what is raised must be a number, or both ends be given."""
    thing = match["object"]
    way = match["way"] or match["way2"] or ""
    both = match["to_"] and (match["before_"] or match["after_"])
    counted = _measured().search(thing)
    passive = not thing.strip() and re.search(
        r"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?$", sketch.words[: match.start()]
    )
    if not (counted or both or match["by"] or (passive and way)):
        return
    direction = way or value_of("shift", match["verb"])
    if not direction and counted and counted[0].lower() in _sums():
        direction = "up"  # a toll is brought to a number by adding, unless the words say "down"
    yield from _made(sketch, match, direction, free=False)


@lru_cache(maxsize=1)
def _sums() -> frozenset[str]:
    return frozenset(word for word, kind in values("measured").items() if kind == "sum")


def _made(sketch: Sketch, match: re.Match[str], direction: str, *, free: bool) -> Iterator[Draft]:
    """The draft of a match that holds a figure; ``free`` ones speak of the figure before them."""
    by = _figure(sketch, match, "by")
    earlier = next(filter(None, (_figure(sketch, match, name) for name in ("before", "after", "alone"))), None)
    later = _figure(sketch, match, "to")
    if by is None and earlier is None and later is None:
        return
    if by is not None and not _may_change(match, by):
        return
    if by is not None and later is not None and by.measure == later.measure == "percent" and not _in_points(by):
        return  # "fell 50 to 75 percent": one amount of two ends, which says no single factor
    way = _way(direction, match, earlier, later)
    draft = Draft(
        start=match.start(), end=match.end(), kind="from_to", direction=way, earlier=earlier, later=later
    )
    draft.seeks = free
    if by is not None:
        take_amount(draft, by, sign=way)
        if earlier is not None and later is not None:
            draft.kind = "from_to"
    elif later is None and not free:
        return  # "fell from 12 storeys"
    elif earlier is None and way is None and not _counted_before(sketch.words, match.start()):
        return  # "went to 12 towns"
    draft.dated = earlier is not None and match.end() == _end_of(match)
    yield draft


def _end_of(match: re.Match[str]) -> int:
    """Where the match ends if its last words are those it changed from, else -1."""
    groups = match.groupdict()
    last = max(
        (name for name in groups if groups[name] and name[:2] in ("by", "to", "be", "af", "al")), key=match.start
    )
    return match.end() if last[:2] in ("be", "af", "al") else -1


def _counted_before(words: str, place: int) -> bool:
    """Whether what goes or moves is a number: "the injured have gone to 799"."""
    return _measured().search(words, max(0, place - 60), place) is not None and not re.compile(
        r"\w+ing\b|\w+\s+to\s+the\s+(?:top|bottom)\b", re.IGNORECASE
    ).match(words, place)


def _figure(sketch: Sketch, match: re.Match[str], name: str) -> Figure | None:
    for group in (name, f"{name}_"):
        if match.groupdict().get(group):
            return sketch.figure_at(match.start(group))
    return None


def _in_points(figure: Figure) -> bool:
    return figure.exact.lower().endswith(("point", "points"))


def _may_change(match: re.Match[str], by: Figure) -> bool:
    """ "dropped 12 bombs" is no change; "dropped 12 points", "dropped by 12", "rose 87 cents" are."""
    if by.measure not in ("count", "distance", "weight", "volume", "area", "other"):
        return by.measure != "duration"
    if _in_points(by):
        return True
    between = match.string[match.start() : match.start("by")].lower()
    return (
        by.unit is None
        or by.unit.supplied
        or between.rstrip().endswith((" by", " of"))
        or "point" in by.unit.lemma
    )


def _way(direction: str, match: re.Match[str], earlier: Figure | None, later: Figure | None) -> Direction | None:
    """Which way it went: as the words say, else by the two ends."""
    said = (match.groupdict().get("way") or match.groupdict().get("way2") or direction).lower()
    if said.startswith("up") or said in ("higher", "back up"):
        return "up"
    if said.startswith("down") or said in ("lower", "back down"):
        return "down"
    if earlier and later and earlier.stated is not None and later.stated is not None:
        if earlier.stated == later.stated:
            return "same"
        return "up" if later.stated > earlier.stated else "down"
    return direction_of(said)
