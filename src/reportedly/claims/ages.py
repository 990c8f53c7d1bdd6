"""Ages: "44-year-old", "aged 12", "Sutopo, 49, said", "a man in his 60s", "children under 5"."""

import re

from reportedly.claims.drafts import Draft

_AGE = re.compile(
    r"(?:[\s-]+|(?<=\d))(?:(years?|months?|weeks?|days?|hours?|yrs?|minutes?)(?:[\s-]+olds?\b|"
    r"[\s-]+of[\s-]+age\b)|y/?o\b)",
    re.IGNORECASE,
)
#: "children under 5", "women over 50,": no noun may follow the number.
_LIMIT_BEFORE = re.compile(
    r"(?:\b(?:children|people|persons|women|men|girls|boys|those|adults|youths?|anyone|everyone|someone|minors|kids|"
    r"females|males|infants|babies|patients|voters|Americans|age|aged|teenagers|individuals|citizens|residents)\s+"
    r"(?:who\s+(?:are|were)\s+)?(?:aged\s+)?(?:under|over|above|below)\s+(?:the\s+age\s+of\s+)?|\b(?:under|over)-)$",
    re.IGNORECASE,
)
_OF_AGE_LIMIT = re.compile(r"\b(?:are|were|is|was)\s+(?:all\s+|also\s+)?(?:under|over|below)\s+$", re.IGNORECASE)
_LIMIT_AFTER = re.compile(
    r"\s*(?:$|[,.;:)](?!\d)|s\b|\s(?:and|or|in|at|who|from|to|were|are|was|by|with|living|have|had|years|years|that)\b)"
)
_LEGAL_AGES = frozenset({5, 12, 14, 15, 16, 17, 18, 21})
_DECADE = re.compile(
    r"\b(?:in|into)\s+(?:his|her|their|its|my|our|your)\s+(?:(?:early|mid|late)(?:\s+to\s+(?:mid|late))?[\s-]+)?"
    r"(?P<decade>[1-9]0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages)(?:\s+of)?(?:\s+(?:between|from|under|over|about|around|just|only|only\s+about|"
    r"at\s+least|up\s+to|\d+(?:\s+(?:to|and)|,|-)))?\s+$",
    re.IGNORECASE,
)
_APPOSED_BEFORE = re.compile(
    r"(?:(?:^|[\s(“\"'‘`])(?:(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|"
    r"Sun)[A-Z][\w'’.-]*[a-z.’'][\s-]+)?"
    r"[A-Z][\w'’-]*(?:,?\s(?:Jr|Sr|II|III)\.?)?|\b(?i:an?|the|his|her|their|"
    r"another)\s+(?:[\w'’-]+\s+){0,4}?[a-z'’-]+),\s+$"
)
_APPOSED_AFTER = re.compile(
    r"(?:,(?!\d)|\.(?!\d)|;|\)|:|\s+(?:and|of|from|who|was|is|told|said|says)\b|\s+[―—–-])"
)
_BRACKET_BEFORE = re.compile(r"[A-Z][\w'’-]+\s+[A-Z][\w'’-]+\s+\($")
#: One name alone is somebody's among family, or beside another with an age: "her sons Yusuf, 6, and Omar, 4".
_AMONG_KIN = re.compile(
    r"(?:\b(?:sons?|daughters?|child|children|babies|baby|brothers?|sisters?|siblings|twins?|nephews?|nieces?|cousins?|"
    r"grandsons?|granddaughters?|grandchildren|wife|husband|mother|father|neighbou?rs?|girls?|boys?)\b"
    r"(?:,|\s|and\b|[A-Z][\w'’-]*|\d{1,3}|\(|\)){0,24}?"
    r"|[A-Z][\w'’-]+\s+[A-Z][\w'’-]+,\s+\d{1,3},?\s+and\s+)\b[A-Z][\w'’-]+(?:,\s+|\s+\()$"
)
_NOT_NAME = re.compile(
    r"\b[Ii]n\s+[A-Z][\w'’-]+,\s+$|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,\s+$"
)
_TURNED = re.compile(
    r"\b(?:turned|turns|turning|at\s+age|since\s+age|(?:he|she)\s+(?:is|was|'s|’s)(?:\s+(?:only|just|now|"
    r"already|then))?)\s+$",
    re.IGNORECASE,
)


def find_age_decades(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Places of decades of life with their first year.

    >>> find_age_decades("a man in his 60s", 0, 16)
    [(13, 16, 60)]
    """
    found = []
    for match in _DECADE.finditer(text, start, end):
        words = match["decade"].lower()
        low = int(words[:2]) if words[0].isdigit() else 10 * (_DECADES.index(words) + 2)
        found.append((*match.span("decade"), low))
    return found


def read_age(text: str, draft: Draft, start: int, end: int) -> bool:
    """Whether the number is an age; sets the draft's measure and unit if so."""
    match = _AGE.match(text, draft.numeral.end, end)
    if match is not None:
        draft.measure, draft.settled = "age", True
        draft.unit, draft.tail_end = (match.span(1) if match[1] else None), match.end()
        return True
    if draft.value is None or not 0 < draft.value <= 120 or draft.numeral.kind == "part":
        return False
    before = text[max(start, draft.start - 60) : draft.start]
    if _AGE_BEFORE.search(before):
        draft.measure, draft.settled = "age", True
        years = re.compile(r"\s+(years?)\b").match(text, draft.numeral.end, end)
        if years:
            draft.unit, draft.tail_end = years.span(1), years.end()
        return True
    if _is_limit(text, draft, before, end):
        draft.measure, draft.settled = "age", True
        return True
    plain = draft.numeral.kind == "digits" and draft.value == int(draft.value) and draft.numeral.scale == 1
    if plain and _is_apposed(text, draft, before, end):
        draft.measure, draft.settled = "age", True
        return True
    return False


def _is_limit(text: str, draft: Draft, before: str, end: int) -> bool:
    value = draft.value or 0
    if value > 100 or value != int(value) or not _LIMIT_AFTER.match(text, draft.numeral.end, end):
        return False
    return bool(_LIMIT_BEFORE.search(before)) or (value in _LEGAL_AGES and bool(_OF_AGE_LIMIT.search(before)))


def _is_apposed(text: str, draft: Draft, before: str, end: int) -> bool:
    """ "Sutopo, 49, said", "a farmer, 62,", "Maria Lopez (31)", "he was 45."."""
    value = draft.value or 0
    after = text[draft.numeral.end : draft.numeral.end + 8]
    if value > 110:
        return False
    if _TURNED.search(before):
        return bool(re.match(r"[,.;!?](?!\d)|\s+(?:when|and|years|at|on|in)\b", after)) and value >= 5
    if _AMONG_KIN.search(before) and not _NOT_NAME.search(before) and value >= 1:
        return after[:1] in (")" if before.endswith("(") else ",.;") or bool(_APPOSED_AFTER.match(after))
    if _BRACKET_BEFORE.search(before):
        return after.startswith(")") and value >= 5
    match = _APPOSED_BEFORE.search(before)
    if match is None or _NOT_NAME.search(before):
        return False
    if not (_APPOSED_AFTER.match(after) or draft.numeral.end >= end):
        return False
    if match[0].lstrip()[:1].islower():
        return value >= 1 and after[:1] in ",.;"
    words = match[0].split()
    if len(words) >= 2:
        return value >= 1
    return value >= 10 and after[:1] in ",.;"
