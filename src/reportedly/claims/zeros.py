"""Words that count none or one: "no one was killed", "not a single", "one soldier"; or only look so."""

import re
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows
from reportedly.terms.words import Span

_HARM = (
    r"(?:killed|injured|hurt|wounded|harmed|died|dead|missing|arrested|hospitali[sz]ed|charged|convicted|"
    r"displaced|evacuated|trapped|"
    r"shot|survived|detained|drowned|burned|rescued|affected|infected|kidnapped|abducted|indicted|prosecuted|"
    r"executed|sentenced|on\s+board|aboard|inside\s+at\s+the\s+time)"
)
_BE = r"(?:(?:was|were|is|are|has|have|had|got)\s+(?:yet\s+)?(?:been\s+)?(?:\w+ly\s+)?)"
_NOBODY = re.compile(
    rf"\b(?P<zero>no\s+one|nobody|no-one)(?:\s+else)?\s+(?:\w+\s+){{0,4}}?{_BE}?(?:or\s+)?{_HARM}\b", re.IGNORECASE
)
_NONE = re.compile(
    rf"\b(?P<zero>none)(?=\s+of\s+(?:the|them|those|these|whom|which|his|her|its|their|our)\b|\s+{_BE}{_HARM}|"
    rf"\s+(?:survived|died)\b)",
    re.IGNORECASE,
)
_NOT_SINGLE = re.compile(
    r"\b(?P<zero>not\s+(?:even\s+)?(?:(?:a|one)\s+single|one(?!\s+of\b)))\s+"
    r"(?!(?:to|in|or|but|who|that|day)\b)[a-z]+",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?:deaths?|injur(?:y|ies)|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|survivors?|arrests?|weapons?|"
    r"convictions?|bodies|losses|damage|"
    r"injured|dead|wounded|shots|cases|infections|explosives|bombs?|guns?|charges|passengers|hostages|"
    r"loss\s+of\s+life|homes|houses|buildings|people|civilians|soldiers|"
    r"police|officers|troops|children|students|residents|Americans|foreigners|women|men|persons?)"
)
_WAS = r"(?:(?:was|were|has\s+been|have\s+been|had\s+been|are|is)\s+)"
_DONE = (
    r"(?:reported|found|recovered|confirmed|made|recorded|killed|injured|hurt|wounded|damaged|destroyed|filed|fired|"
    r"arrested|discovered|evacuated|displaced|registered|harmed|missing|aboard|on\s+board)"
)
_NO_NOUN = re.compile(
    rf"\b(?P<zero>no)\s+(?:(?!one\b)[a-z-]+\s+){{0,2}}?{_COUNTED}\s+(?:or\s+{_COUNTED}\s+)?"
    rf"(?:{_WAS})?(?:yet\s+|immediately\s+|initially\s+)?{_DONE}\b"
    rf"|\b(?:there\s+(?:was|were|are|have\s+been|had\s+been)|has|had|have|with|caus(?:ed|ing)|left|"
    rf"claimed)\s+(?P<zero2>no)\s+(?:(?!one\b|immediate\b|reports?\b|word\b|information\b|indication\b|"
    rf"confirmed\b\s+reports)[a-z-]+\s+){{0,2}}?"
    r"(?:deaths?|injuries|casualties|fatalities|victims|survivors|convictions|arrests|loss\s+of\s+life)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(r"\b(?:no\s+one|nobody|no-one|none)\b", re.IGNORECASE)
_TRIGGER = re.compile(r"\bno(?:ne|t|body)?\b", re.IGNORECASE)


def find_zeros(text: str, start: int, end: int) -> tuple[list[Span], list[Span]]:
    """Places of words that count none, and of those that are only idioms ("no one has claimed responsibility").

    >>> find_zeros("No one was killed.", 0, 18)[0]
    [(0, 6)]
    """
    if _TRIGGER.search(text, start, end) is None:
        return [], []
    zeros: list[Span] = []
    for pattern in (_NOBODY, _NONE, _NOT_SINGLE, _NO_NOUN):
        for match in pattern.finditer(text, start, end):
            group = "zero" if match["zero"] else "zero2"
            if all(match.end(group) <= a or b <= match.start(group) for a, b in zeros):
                zeros.append(match.span(group))
    idioms = [m.span() for m in _IDIOM.finditer(text, start, end)]
    return zeros, [(a, b) for a, b in idioms if all(b <= c or d <= a for c, d in zeros)]


_ONE_BEFORE = re.compile(
    r"\b(?:at\s+least|more\s+than|toll\s+(?:of|at|to)|than|exactly|nearly|total\s+of)\s+$", re.IGNORECASE
)
_ONE_OF = re.compile(r"\s+of\b")
_ONE_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_ONE_OF_NUMBER = re.compile(r"\s+of\s+(?:the|its|their|those|his|her)\s+\d", re.IGNORECASE)
_SURELY = re.compile(r"\b(?:at\s+least|more\s+than|only)\s+$", re.IGNORECASE)
_POINTED = re.compile(
    r"\b(the|this|that|which|no|any|every|each|some|first|last|next|another|other|new|old|good|bad|big|only|a)\s+$",
    re.IGNORECASE,
)
#: "only one demonstrator had died" counts; "the only one" points.
_ONLY = re.compile(r"(?<!\bthe )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bits )\bonly\s+$", re.IGNORECASE)
#: "one voter said": someone, not a count.
_SAYS = re.compile(
    r"\s*,?\s*(?:\w+ly\s+)?(?:said|says|wrote|writes|told|tells|added|tweeted|asked|recalled|explained|"
    r"who\s+(?:said|asked|spoke))\b"
)
_ONE_AFTER = re.compile(
    r"\s+(?:more|other|additional|further|confirmed|unidentified)?\s*(?:\w+ly\s+)?(?:dead|killed|injured|"
    r"wounded|missing|hurt|arrested|hospitalized|hospitalised|detained|fatally|"
    r"person|man|woman|child|boy|girl|(?:was|is|has\s+been|had\s+been|died|were|remains|remained|"
    r"survived)\b(?=\s*(?:\w+ly\s+)?(?:killed|injured|wounded|dead|died|hurt|missing|shot|arrested|in|at|of|"
    r"[.,;])))",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(
    r"\s+((?:(?!of\b|in\b|the\b|to\b|who\b|that\b|and\b|or\b|for\b|on\b|at\b|day\b|another\b|by\b|thing\b|is\b|"
    r"was\b|has\b|can\b|could\b|might\b|such\b|reason\b|way\b)[\w.'’-]+\s+){0,3}?)([a-z]+)\b"
)
#: "one Iraqi and two Kurds", "one American was killed".
_ONE_NATIONAL = re.compile(
    r"\s+[A-Z][a-z]+(?:an|i|ese|ish)(?=\s*[,.;](?!\d)|\s+(?:and|was|were|died|is|has|killed|dead|injured|wounded|missing)\b)"
)
_ONE_IN_LIST = re.compile(r"(?:\band|,|\bwith|\bincluding)\s+$", re.IGNORECASE)
_ONE_PLACE = re.compile(
    r"\s+(?:in|at|near|from|on)\s+(?:the\s+)?[A-Z]|\s+(?:in|to|of)\s+(?:critical|serious|stable)|"
    r"\s*[.;,](?!\d)|\s+(?:injured|killed|wounded|dead)"
)


@lru_cache(maxsize=1)
def _counted_nouns() -> frozenset[str]:
    kinds = ("people", "vehicles", "buildings", "animals", "households")
    return frozenset(lemma for lemma, kind, _ in lexicon_rows("units", 3) if kind in kinds)


_NOT_COUNTED = frozenset(
    (
        "source official expert analyst observer critic witness neighbor neighbour commentator member "
        "resident leader reporter lawmaker senator parent thing side aide adviser advisor supporter owner reader "
        "user attendee organizer operative strategist consultant"
    ).split()
)


def counts_one(text: str, at: int, after: int, start: int, end: int, *, listed: bool) -> bool:
    """Whether the word "one" at ``[at, after)`` counts; as a pronoun or article it does not.

    ``listed`` says that another number stands before it in the sentence.
    """
    before = text[max(start, at - 24) : at]
    rest = text[after : min(end, after + 80)]
    if _ONE_OF.match(rest):
        if listed and before.endswith(", ") and _ONE_OF_THEM.match(rest):
            return True  # "three were wounded, one of them seriously"
        if not _SURELY.search(before):
            return False
        if _ONE_OF_NUMBER.match(rest):
            return True  # "only one of the 19"
    pointed = _POINTED.search(before)
    if pointed is not None:
        if _ONLY.search(before) and _counts_a_noun(rest):
            return True
        return pointed[1].lower() in ("only", "another", "other") and bool(_ONE_AFTER.match(rest))
    if _ONE_BEFORE.search(before) or _ONE_AFTER.match(rest):
        return True
    if _ONE_NATIONAL.match(rest):
        return True
    if _names_counted(rest):
        return _counts_a_noun(rest)
    return listed and bool(_ONE_IN_LIST.search(before)) and bool(_ONE_PLACE.match(rest))


def _names_counted(rest: str) -> bool:
    noun = _ONE_NOUN.match(rest)
    return noun is not None and noun[2] in _counted_nouns() and noun[2] not in _NOT_COUNTED


def _counts_a_noun(rest: str) -> bool:
    """Whether a noun that is counted follows, and does not speak: "one soldier was hurt"."""
    noun = _ONE_NOUN.match(rest)
    return noun is not None and _names_counted(rest) and not _SAYS.match(rest, noun.end())
