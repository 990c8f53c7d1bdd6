"""Two numbers that are one: ranges ("500 to 700"), shares ("four out of five"), and scores that are neither."""

import re
from typing import Literal

from reportedly.claims.drafts import Draft
from reportedly.claims.number_chains import Numeral

_TO = re.compile(r"\s+(?:to|through)\s+|-to-|-\s+to\s+|\s+up\s+to\s+", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—‑~]\s?")
_OR = re.compile(r"\s+or\s+(?:(?:even|maybe|perhaps|possibly|so)\s+)?|-or-|-\s+or\s+", re.IGNORECASE)
_JOINED = re.compile(r"^[-–—‑]$")
_AND = re.compile(
    r"\s+and\s+(?:(?:perhaps|possibly|as\s+many\s+as|about|around|up\s+to|maybe|nearly|some|as\s+much\s+as|"
    r"more\s+than)\s+)?|\s*-\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:anywhere\s+|somewhere\s+)?between\s+(?:(?:about|an\s+estimated|some|around|roughly|approximately|"
    r"the\s+ages\s+of|at\s+least|as\s+few\s+as)\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:anywhere\s+|ranging\s+|ranged\s+|ranges\s+|range\s+)?from\s+(?:(?:about|an\s+estimated|some|around|"
    r"roughly|as\s+few\s+as|as\s+little\s+as|just|nearly|at\s+least)\s+)?$",
    re.IGNORECASE,
)
_RANGING = re.compile(
    r"\brang(?:e|es|ed|ing)\s+(?:\w+\s+){0,3}$|\banywhere\s+$|\bages\s+$|\baged\s+$", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|gr[eo]w(?:s|n|ing|th)?|increas\w+|jump\w*|climb\w*|leap\w*|leapt|surg\w+|"
    r"soar\w*|fall(?:s|en|ing)?|fell|"
    r"drop\w*|declin\w+|decreas\w+|reduc\w+|cut(?:s|ting)?|down|up|slip\w*|s[aiu]nk\w*|shr[aiu]nk\w*|revis\w+|"
    r"rais\w+|lower\w*|went|gone?|goes|going|"
    r"chang\w+|expand\w*|doubl\w+|tripl\w+|boost\w*|widen\w*|narrow\w*|eas(?:ed|ing)|slow\w*|improv\w+|"
    r"swell\w*|swollen|plung\w+|tumbl\w+|mov(?:ed|es|ing)|shift\w*|"
    r"advanc\w+|upgrad\w+|downgrad\w+|trimm?\w*|scal(?:ed|ing)|extend\w*|adjust\w*|corrected|balloon\w*|"
    r"mushroom\w*|edged|inched|dipp?\w*|slid\w*|bump\w*|hik\w+|slash\w*|"
    r"ticked|dwindl\w+|plummet\w*|skyrocket\w*|converted|promoted|moves?|switch\w*|gain\w*|los[st]\w*|"
    r"accelerat\w+|shorten\w*|lengthen\w*|lift\w*|pushed|bringing|brought)\b",
    re.IGNORECASE,
)
_CHANGE_AT = re.compile(_CHANGE.pattern + r"(?:\s+by)?\s+$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:(?:about|at\s+least|more\s+than|nearly|another)\s+)?$", re.IGNORECASE)
_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|won|win|wins|beat|beats|beating|lost|loss|lose|defeat\w*|victory|victories|"
    r"score\w*|draw|drew|tie|tied|"
    r"decision|ruling|ruled|split|majority|lead|led|leads|leading|record|match|game|margin|outnumber\w*|set|"
    r"sets|favou?red|trail\w*|shoot-?out|finish\w*|penalt\w+|court|approved|rejected|passed|ratio|odds|final|"
    r"half-?time|half|goals?|runs?|series|thrash\w*|edged|versus|vs)\b",
    re.IGNORECASE,
)
_FOUGHT = re.compile(
    r"\b(?:vote[ds]?|voting|won|lost|beat|beats|leads?|led|trails?|trailed)\b.{0,26}$", re.IGNORECASE
)
_RATIO = re.compile(
    r"\s+out\s+of\s+(?:every\s+)?|\s+in\s+(?:every\s+)?|-in-|-out-of-|\s+of\s+(?:every\s+)?", re.IGNORECASE
)
_HAPPENINGS = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:days?|hours?|weeks?|months?|years?|minutes?|attacks?|incidents?|cities|towns|"
    r"provinces|villages|districts|states|countries|"
    r"areas|places|locations|accidents?|clashes|bombings?|blasts?|explosions?|raids?|operations?|counties|"
    r"regions|buildings|homes|houses|decades?|seasons|games|matches|boxes|seconds|shootings?|camps|"
    r"neighborhoods|separate|different|nights?|vehicles|cars|installments|phases|stages|strikes|places|groups|"
    r"battles|elections|attempts|starts|rounds)\b",
    re.IGNORECASE,
)
_ROUND = frozenset({3.0, 4.0, 5.0, 10.0, 20.0, 100.0, 1000.0, 10000.0, 100000.0, 1e6})
Joined = Literal["range", "ratio", "score", "two", ""]


def join_drafts(text: str, drafts: list[Draft], start: int, end: int) -> tuple[list[Draft], list[tuple[int, int]]]:
    """Drafts with ranges and shares made one, and the places of scores; measures are shared along lists."""
    _share_measures(text, drafts)
    joined: list[Draft] = []
    scores: list[tuple[int, int]] = []
    at = 0
    while at < len(drafts):
        if at + 1 < len(drafts):
            kind = _relation(text, drafts, at, start, end)
            if kind == "score":
                stop = at + 1
                while stop + 1 < len(drafts) and _DASH.fullmatch(text[drafts[stop].end : drafts[stop + 1].start]):
                    stop += 1
                scores.append((drafts[at].start, drafts[stop].end))
                at = stop + 1
                continue
            if kind in ("range", "ratio"):
                make = _range if kind == "range" else _ratio
                joined.append(make(text, drafts[at], drafts[at + 1], start))
                at += 2
                continue
        joined.append(drafts[at])
        at += 1
    return joined, scores


def _share_measures(text: str, drafts: list[Draft]) -> None:
    """ "five, six and seven years": a number takes the unit of the next one across a bare connector."""
    for index in range(len(drafts) - 2, -1, -1):
        left, right = drafts[index], drafts[index + 1]
        if (
            left.measure is None
            and right.measure not in (None, "ratio")
            and right.numeral.currency is None
            and left.vague is None
        ):
            gap = text[left.tail_end : right.start]
            listed = re.fullmatch(
                r"\s*,?\s*(?:and|or|to|-|–|through|-\s+to|-\s+and|-\s+or|/|,)\s*|-to-|-or-", gap, re.IGNORECASE
            )
            if listed and not (right.measure == "age" and not gap.strip().endswith(("to", "-", "–", "and", "or"))):
                left.measure, left.currency = right.measure, right.currency
                left.unit, left.factor = right.unit, right.factor
                if left.numeral.dotted and left.value is not None:
                    left.value /= 1000


def _compatible(left: Draft, right: Draft) -> bool:
    if left.vague or right.vague or left.value is None or right.value is None:
        return False
    if left.numeral.kind == "part" and right.numeral.kind == "part":
        return True
    if left.measure is None or right.measure is None:
        return (
            left.measure is None or left.measure == "money" or (right.measure is None and left.measure == "ratio")
        )
    return left.measure == right.measure


def _shared(left: Draft, right: Draft, gap: str) -> float:
    """The left value under the right one's scale: "$1.5-2 million"."""
    value = left.value or 0.0
    if (
        left.numeral.scale == 1
        and right.numeral.scale > 1
        and 0 < value < 1000
        and value <= right.numeral.mantissa
    ):
        return value * right.numeral.scale
    plain = left.numeral.kind == right.numeral.kind == "digits" and left.numeral.scale == right.numeral.scale == 1
    high = right.value or 0.0
    if (
        plain
        and 10 <= value < 1000
        and high % 1000 == 0
        and value * 1000 < high <= value * 10_000
        and _JOINED.search(gap)
    ):
        return value * 1000  # 40-50,000
    return value


def _relation(text: str, drafts: list[Draft], at: int, start: int, end: int) -> Joined:
    left, right = drafts[at], drafts[at + 1]
    gap = (
        text[left.tail_end : right.start]
        if left.unit and left.tail_end <= right.start
        else text[left.end : right.start]
    )
    if len(gap) > 24 or left.value is None or right.value is None:
        return ""
    before = text[max(start, left.start - 130) : left.start]
    if left.measure is None and right.measure is None and left.numeral.kind != "part" and _RATIO.fullmatch(gap):
        return "ratio" if _is_ratio(text, left, right, gap, end) else ""
    if not _compatible(left, right):
        return ""
    low, high = _shared(left, right, gap), right.value
    if _BETWEEN.search(before) and _AND.fullmatch(gap):
        return "range" if low < high else ""
    if _DASH.fullmatch(gap):
        if left.unit is not None and right.unit is None and left.tail_end <= right.start:
            return ""  # 5-foot-10
        return _dashed(text, left, right, before, end, low < high)
    if _OR.fullmatch(gap):
        return "range" if low < high <= 10 * low and (right.settled or not left.settled) else ""
    if _TO.fullmatch(gap):
        return _spanned(text, left, right, before, low < high, end)
    return ""


def _dashed(text: str, left: Draft, right: Draft, before: str, end: int, rising: bool) -> Joined:
    measured = right.measure is not None or left.measure is not None
    if left.numeral.kind == "words" or right.numeral.kind == "words":
        return "range" if rising and text[left.end : right.start].strip() == text[left.end : right.start] else ""
    spaced = text[left.end : right.start] != text[left.end : right.start].strip()
    if measured:
        return "range" if rising else ""
    small = (left.value or 0) < 100 and (right.value or 0) < 100
    after = text[right.end : right.end + 24]
    voted = _VOTE.search(before[-28:]) or _VOTE.match(after.lstrip(" -"))
    if (
        rising
        and not (voted and (left.value or 0) < 1000)
        and (not small or re.match(r"\s+(?:[a-z-]+\s+)?[a-z]+s\b|\s+people|\s+(?:in|of)\s|-", after) or spaced)
    ):
        return "range"
    if spaced and not voted:
        return ""
    return "score" if small or voted else ""


def _spanned(text: str, left: Draft, right: Draft, before: str, rising: bool, end: int) -> Joined:
    """ "A to B": a range, a change from one to the other (two figures), or a score."""
    origin = _FROM.search(before)
    if not rising:
        if left.measure is None and right.measure is None and not origin and (left.value or 0) < 1000:
            plain = ((left.value or 0) < 100 and _VOTE.search(before[-70:])) or (right.value == 1)
            return "score" if plain else ""
        return ""
    if origin is not None:
        lead = before[: origin.start()]
        ranging = origin[0].lower().startswith(("rang", "anywhere")) or _RANGING.search(lead)
        return "range" if ranging or not _CHANGE.search(lead[-110:]) else ""
    if _BY.search(before) and (left.settled or right.measure is None) and _CHANGE.search(before[-70:]):
        return ""
    bare = left.measure is None and right.measure is None
    fought = _FOUGHT.search(before)
    if fought and bare and left.numeral.kind == "digits" and (right.value or 0) < 600:
        return "score"
    both = left.settled and right.settled and bool(left.numeral.currency is None or right.numeral.currency)
    if (both or bare) and (_CHANGE_AT.search(before) or (fought and both)):
        return ""
    return "range"


def _is_ratio(text: str, left: Draft, right: Draft, gap: str, end: int) -> bool:
    above, below = left.value or 0.0, right.value or 0.0
    if not 0 < above < below or above != int(above):
        return False
    words = gap.lower().split()
    if "every" in words or "out" in words or gap.startswith("-"):
        return not re.match(r"\s+(?:days|hours|weeks|months|years|minutes)\b", text[right.end : end])
    if words == ["of"]:
        return below in (5.0, 10.0, 20.0, 100.0, 1000.0) and not re.match(
            r"\s+(?:the|them|those)\b", text[right.end : end]
        )
    if _HAPPENINGS.match(text, right.end, end) or (right.numeral.kind == "digits" and 1900 <= below <= 2099):
        return False
    if above == 1:
        return below <= 1e6
    return below in _ROUND and above < 10


def _range(text: str, left: Draft, right: Draft, start: int) -> Draft:
    before = text[max(start, left.start - 40) : left.start]
    merged = Draft(
        left.start,
        right.end,
        right.tail_end,
        _shared(left, right, text[left.end : right.start]),
        right.numeral,
        upper=right.value,
    )
    merged.bound = "range"
    merged.number_start = left.start
    merged.measure, merged.settled, merged.unit = (
        right.measure or left.measure,
        right.settled or left.settled,
        right.unit or left.unit,
    )
    merged.currency, merged.factor = right.currency or left.currency, right.factor
    if (
        left.numeral.dotted
        and right.numeral.dotted is False
        and merged.measure is None
        and merged.value == left.value
    ):
        pass
    for pattern in (_BETWEEN, _FROM):
        match = pattern.search(before)
        if match is not None and (pattern is _BETWEEN) == bool(
            _AND.fullmatch(text[left.tail_end : right.start]) or _AND.fullmatch(text[left.end : right.start])
        ):
            merged.start = left.start - (len(before) - match.start())
    return merged


def _ratio(text: str, left: Draft, right: Draft, start: int) -> Draft:
    value = (left.value or 0.0) / (right.value or 1.0)
    numeral = Numeral(left.start, right.end, value, "part", first=left.numeral.first)
    merged = Draft(left.start, right.end, right.end, value, numeral)
    merged.measure, merged.settled, merged.number_start = "ratio", True, left.start
    return merged
