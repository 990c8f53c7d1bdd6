"""Comparisons without a factor: more or fewer than, the same as, the highest since."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.claims.comparisons.against import EARLIER
from reportedly.claims.comparisons.drafts import Draft, direction_of, take_amount
from reportedly.claims.comparisons.sketch import FIGURE, Sketch
from reportedly.claims.comparisons.words import compiled, forms, value_of

_LENGTH = r"(?!\s+(?:an?|one|two|three|half|\ue000+)\s+(?:\w+\s+)?(?:second|minute|hour|day|week|month|year)s?\b)"
#: Up to when, or in what, something is the highest.
_SCOPE = (
    r"(?:since\b|on\s+record\b|ever\b|in\s+(?:(?:the|its|their|[\w'’]+['’]s|modern|recent|living)\s+)*"
    r"(?:history|memory|records?)\b|in\s+(?:more\s+than\s+|over\s+|nearly\s+|almost\s+|at\s+least\s+|about\s+)?"
    r"(?:an?|\w+|[\ue000]+|the\s+last\s+\S+|the\s+past\s+\S+)\s+(?:years?|months?|weeks?|days?|decades?|quarters?|generations?|century|centuries)\b"
    r"|(?:so\s+far\s+)?this\s+(?:year|month|week|season|decade|century)\b|of\s+the\s+(?:year|decade|century|war|conflict)\b|yet\b)"
)


_SAME_SIGN = re.compile(
    r"same|unchanged|as\s(?:many|much|high|low)|no\schange|equal|match|equiv|\bpar\b|level\swith", re.IGNORECASE
)
_SCOPE_SIGN = re.compile(r"st\b|least|worst|best|fewest", re.IGNORECASE)
_RECORD_SIGNS = ("record", "-time", "-year", "-month", "-week", "-decade")
_SAME_STEMS = "same unchanged many much high low change equal match equiv par level".split()


@lru_cache(maxsize=1)
def _than() -> re.Pattern[str]:
    return compiled(
        rf"(?P<by>{FIGURE})[\s-]+(?:[\w-]+\s+)??(?P<degree>{forms('degree')})\b(?P<rest>(?:\s+(?!than\b)[\w-]+){{0,4}}?)"
        rf"\s+than\b{_LENGTH}"
    )


@lru_cache(maxsize=1)
def _above() -> re.Pattern[str]:
    return compiled(
        rf"(?P<by>{FIGURE})(?:\s+(?:points?|degrees?\s?\w*|people))?\s+(?P<degree>above|below|short\s+of)\s+"
        rf"(?=(?:the|its|their|last|normal|average|(?:[A-Z]\w+['’]s))\b)"
    )


@lru_cache(maxsize=1)
def _degree() -> re.Pattern[str]:
    return compiled(
        rf"(?<!{FIGURE[0]}\s)\b(?P<degree>(?!(?:more|less|over|under)\s+than\s+(?:an?|the\s+(?:first|last|second)|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b){forms('degree')})(?P<thing>\s+(?:people\s+|\w+s\s+)?)than\s+"
        rf"(?=(?:in\s+|on\s+|at\s+)?{EARLIER}|(?:the|its|their|[\w'’]+['’]s|any)\s+(?:[\w-]+\s+){{0,3}}(?:{forms('measured')})\b)"
    )


@lru_cache(maxsize=1)
def _same() -> re.Pattern[str]:
    measured = forms("measured")
    return compiled(
        rf"\bthe\s+same\s+(?:as\b(?=\s+(?:in\s+|on\s+|at\s+)?(?:{EARLIER}|the\s+(?:[\w-]+\s+){{0,2}}{measured}))"
        rf"|{measured}\b(?:\s+of\s+[\w-]+)?\s+as\b)"
        rf"|\b(?:(?:is|are|was|were|remain(?:s|ed)?|held|stood|stands|left|kept|stayed|virtually|largely|roughly|almost)\s+)unchanged\b(?:\s+at\s+(?P<at>{FIGURE}))?"
        rf"|(?<=,\s)unchanged\b|\bas\s+(?:many|much|high|low)\s+as\s+(?=(?:in\s+|on\s+|at\s+)?{EARLIER})"
        rf"|\bno\s+change\s+(?:from|since|on)\b|\b(?:equal|equivalent)\s+to\s+(?=(?:the|last)\s+(?:[\w-]+\s+){{0,2}}(?:{measured}|year['’]s))"
        rf"|\b(?:matching|equall?ing)\s+(?=(?:the|its|last)\s)|\b(?:on\s+a\s+par|level)\s+with\s+(?=(?:in\s+)?{EARLIER}|the\s)"
    )


@lru_cache(maxsize=1)
def _extreme() -> re.Pattern[str]:
    return compiled(
        rf"(?:\b(?:the|its|their|his|her|[\w'’]+['’]s|a)\s+)(?:(?:second|third|fourth|single|joint)[\s-]+)?(?P<extreme>{forms('extreme')})\b"
        rf"(?P<thing>(?:[\s-]+(?!since\b|ever\b)[\w'’-]+){{0,7}}?)\s+(?P<scope>{_SCOPE})"
    )


@lru_cache(maxsize=1)
def _record() -> re.Pattern[str]:
    return compiled(
        rf"\b(?:an?|the|its|their)\s+(?:all-time|record|(?P<span>\S+?-(?:year|month|week|decade)))[\s-]+(?P<way>high|low)\b(?:\s+of\s+(?P<to>{FIGURE}))?"
        rf"|\b(?:an?|the)\s+record(?:\s+(?:number|total|toll)\s+of)?\s+(?P<figure>{FIGURE})"
    )


@lru_cache(maxsize=1)
def _countable() -> re.Pattern[str]:
    return compiled(rf"\b(?:{forms('measured')}|{forms('happening')})\b")


def _ranked(words: str, match: re.Match[str]) -> bool:
    """Whether a number or a happening with one is ranked: "the most deaths since", not "the most candid since"."""
    thing = match["thing"].strip(" -")
    if match["extreme"].lower() in ("most", "least", "best"):
        return not thing or (thing.endswith("s") and thing.count(" ") < 3) or thing.startswith("people")
    return not thing or _countable().search(thing) is not None or FIGURE[0] in words[: match.start()]


def find_ranks(sketch: Sketch) -> Iterator[Draft]:
    """Comparisons of a sentence that put a figure above, below, level with or ahead of others."""
    words = sketch.words
    for pattern in (_than(), _above()):
        for match in pattern.finditer(words) if sketch.figures else ():
            amount = sketch.figure_at(match.start("by"))
            if amount is None or "times" in amount.exact.lower() or _is_pronoun(match, amount.exact):
                continue
            way = direction_of(value_of("degree", match["degree"]))
            draft = Draft(start=match.start(), end=match.end(), kind="difference", direction=way, seeks=True)
            take_amount(draft, amount, sign=way)
            yield draft
    for match in _degree().finditer(words) if "than" in words else ():
        way = direction_of(value_of("degree", match["degree"]))
        yield Draft(start=match.start(), end=match.end(), kind="difference", direction=way, seeks=True)
    for match in _same().finditer(words) if _may_be_same(words) else ():
        draft = Draft(start=match.start(), end=match.end(), kind="same", direction="same", seeks=True)
        draft.later = sketch.figure_at(match.start("at")) if match["at"] else None
        yield draft
    yield from _extremes(sketch)


def _may_be_same(words: str) -> bool:
    lower = words.lower()
    return any(stem in lower for stem in _SAME_STEMS) and _SAME_SIGN.search(words) is not None


def _is_pronoun(match: re.Match[str], words: str) -> bool:
    """ "helps one candidate more than another" counts nothing."""
    return words.lower() == "one" and match.start("degree") - match.end("by") > 1


def _extremes(sketch: Sketch) -> Iterator[Draft]:
    words = sketch.words
    for match in _extreme().finditer(words) if _SCOPE_SIGN.search(words) else ():
        if re.search(r"\b(?:one|some|any|among)(?:\s+of)?\s+$", words[: match.start()], re.IGNORECASE):
            continue  # "one of the deadliest" names no rank
        if not _ranked(sketch.words, match):
            continue
        way = direction_of(value_of("extreme", match["extreme"]))
        yield Draft(start=match.start(), end=match.end(), kind="superlative", direction=way, seeks=True)
    lower = words.lower()
    for match in _record().finditer(words) if any(sign in lower for sign in _RECORD_SIGNS) else ():
        way = "down" if (match["way"] or "").lower() == "low" else "up"
        draft = Draft(
            start=match.start(), end=match.end(), kind="superlative", direction=way, seeks=not match["figure"]
        )
        place = match.start("figure") if match["figure"] else match.start("to")
        draft.later = sketch.figure_at(place) if place >= 0 else None
        if match["figure"] and (draft.later is None or draft.later.measure not in ("count", "money", "percent")):
            continue
        yield draft
