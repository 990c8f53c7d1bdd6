"""What a comparison compares with: a time, another speaker's figure, another place or count."""

import re
from functools import lru_cache

from reportedly.claims.comparisons.sketch import FIGURE, Sketch
from reportedly.claims.comparisons.words import compiled, forms
from reportedly.terms import Span

_PERIOD = (
    r"(?:year|month|week|day|decade|quarter|season|century|summer|winter|spring|autumn|fall|weekend|election|census"
    r"|period|half)"
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
#: A time that lies before, as the words of a comparison name it.
EARLIER = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a\s+few|\d+|[\ue000]+)\s+"
    rf"{_PERIOD}s?\s+(?:ago|earlier|before|previously)"
    rf"|(?:the\s+)?(?:year|month|week|quarter|day)[\s-](?:ago|earlier|before)(?:\s+{_PERIOD})?"
    rf"|last\s+(?:{_PERIOD}|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTHS})"
    rf"|the\s+(?:previous|prior|preceding|same|corresponding|comparable|first|second|third|fourth|last)\s+(?:[\w-]+\s+){{0,2}}?{_PERIOD}"
    rf"|(?:the\s+)?(?:day|week|month|year)\s+before|yesterday|this\s+time\s+last\s+year"
    rf"|(?:early\s+|mid-|late\s+)?{_MONTHS}(?:\s+(?:\d{{1,2}}(?!\d)(?:,?\s+\d{{4}})?|\d{{4}}))?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!['’])|(?:the\s+)?(?:1[5-9]|20)\d\d(?:s\b)?(?!\d))"
)
#: Verbs and the like that end what is compared with, where no one is said to have given a figure.
_SHORT_STOP = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|could|said|says|amid|during|before|until|despite"
    r"|to|heading|according|(?<=as\s)what)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.;:!?()—–]|,(?!\d)|--|\s-\s|[“”\"]|\b(?:and|but|while|although|though|because|after|when|where|who|whose|despite|with)\b"
    r"(?!\s+(?:the\s+)?(?:had|has|have)\b)",
    re.IGNORECASE,
)
_LONGEST = 110  # code points behind the core of a comparison
_DETERMINED = r"(?:the|an?|its|their|his|her|our)\s+"


@lru_cache(maxsize=1)
def _issued() -> re.Pattern[str]:
    """ "the figure (that) officials previously provided", "the 61 the army had reported"."""
    return compiled(
        rf"\b(?:{forms('measured')}|what|{FIGURE})(?:\s+(?!that\b|which\b|by\b)[\w-]+){{0,2}}?\s+(?:(?:that|which)\s+)?"
        rf"(?P<who>(?:(?!by\b|of\b|in\b|that\b|had\b|has\b|have\b)[\w'’.&-]+\s+){{1,6}}?)(?:(?:had|has|have)\s+)?"
        rf"(?:(?:\w+ly|first|once|itself|themselves|only|last|now)\s+)*(?P<verb>{forms('issued')})\b"
        rf"(?P<rest>\s+(?:before|earlier|previously|at\s+first|so\s+far|until\s+then|(?:in\s+|on\s+)?{EARLIER}))?"
    )


@lru_cache(maxsize=1)
def _issued_by() -> re.Pattern[str]:
    return compiled(
        rf"\b(?:{forms('issued')}|given|put\s+forward)\s+(?:(?:earlier|previously|before|officially)\s+)?by\s+(?P<who>(?:[\w'’.&-]+\s*){{1,6}})"
    )


@lru_cache(maxsize=1)
def _owned() -> re.Pattern[str]:
    """ "the army's figure", "last year's total", "Monday's count"."""
    return compiled(
        rf"(?P<who>(?:{_DETERMINED})?(?:[\w.&-]+\s+){{0,3}}?[\w.&-]+)(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){{0,3}}?(?:{forms('measured')}|{FIGURE}|own)\b"
    )


@lru_cache(maxsize=1)
def _shown() -> re.Pattern[str]:
    """ "(69 more than) its manifest showed", "than the ministry had said"."""
    return compiled(
        rf"\s*(?P<who>(?:{_DETERMINED})?(?:[\w.&-]+\s+){{1,4}}?)(?:(?:had|has|have)\s+)?(?:\w+ly\s+)?"
        rf"(?:{forms('issued')}|show(?:s|ed|n)?|suggest(?:s|ed)?|indicate[sd]?|reveal(?:s|ed)?)\b"
    )


@lru_cache(maxsize=1)
def _time() -> re.Pattern[str]:
    return compiled(rf"(?<![\w-])(?P<who>{EARLIER})(?:['’]s\b)?")


@lru_cache(maxsize=1)
def _linked() -> re.Pattern[str]:
    """ "than in May", "as the year before", "compared with the south", "since 2011", "of the national average"."""
    return compiled(
        r"\s*(?:,?\s+)?\b(?:than|as|from|over|on|since|versus|against|compared\s+(?:with|to)|of)\s+(?:(?:in|on|at|for|during)\s+)?"
        r"(?P<who>(?:[\w'’.&%-]+\s*){1,9})"
    )


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    return compiled(
        rf"\s*(?P<who>(?:{_DETERMINED}|those\s+|that\s+|last\s+)(?:[\w'’-]+\s+){{0,4}}?(?:{forms('compared')})\b(?:\s+(?:of|in|for)\s+(?:[\w'’-]+\s*){{1,5}})?)"
    )


def find_against(sketch: Sketch, core: Span, *, dated: bool = True) -> tuple[Span | None, int]:
    """Place of what is compared with, None where it is not said, and where the comparison then ends.

    Places are those of the sketch; without ``dated`` a time counts only behind "from", "than" and the like.
    Speakers come before times ("the figure the army gave last year"
    is the army's), times before other words.
    """
    start = core[1]
    stop = _STOP.search(sketch.words, start + 1, start + _LONGEST)
    limit = stop.start() if stop else min(len(sketch.words), start + _LONGEST)
    if limit < len(sketch.words) and stop is None:
        limit = sketch.words.rfind(" ", start, limit)
    tail = sketch.words[start:limit]
    for pattern, whole in ((_issued(), True), (_issued_by(), True), (_owned(), True)):
        match = pattern.search(tail)
        if match is not None and _names_somebody(match["who"]):
            return _place(start, match), start + (match.end() if whole else match.end("who"))
    if sketch.words[core[0] : start].endswith("than"):
        match = _shown().match(tail)
        if match is not None and _names_somebody(match["who"]):
            return _place(start, match), start + match.end()
    inside = _time().search(sketch.words, core[0], start)
    if inside is not None and not _LINK.search(sketch.words[core[0] : inside.start()]):
        inside = None
    match = _time().search(tail)
    if match is not None and (dated or _LINK.search(tail[: match.start()])):
        return _place(start, match), start + match.end()
    if inside is not None:
        return inside.span("who"), start
    stop = _SHORT_STOP.search(tail)
    short = tail[: stop.start()] if stop else tail
    for pattern in (_linked(), _plain()):
        match = pattern.match(short)
        if match is not None and not dated and re.match(r"\s*(?:on|in|of)\b", match[0], re.IGNORECASE):
            continue
        if match is not None and FIGURE[0] not in match["who"]:
            span = _place(start, match)
            return span, span[1]
    return None, start


_LINK = re.compile(
    r"\b(?:than|as|from|over|on\s+the|since|versus|against|compared\s+(?:with|to)|of)\s+(?:in\s+|on\s+)?$",
    re.IGNORECASE,
)


def _names_somebody(words: str) -> bool:
    return bool(words.strip()) and not re.match(
        r"(?:is|are|was|were|be|been|of|to|in|for|than)\b", words, re.IGNORECASE
    )


def _place(offset: int, match: re.Match[str]) -> Span:
    a = offset + match.start("who")
    return a, a + len(match["who"].rstrip())
