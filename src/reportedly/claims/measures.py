"""What a number measures, by the words right beside it: percent, money, ages, lengths, weights, magnitudes."""

import re
from functools import lru_cache

from reportedly.claims.ages import read_age
from reportedly.claims.drafts import Draft
from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.money import read_money, skip_money_word
from reportedly.claims.number_chains import Numeral
from reportedly.claims.number_words import any_of
from reportedly.terms.figure import Measure

_PERCENT = re.compile(
    r"(?:\s?[%％]|[\s-]+(?:per[\s-]?cents?|pct\.?)(?!\w)|(?<=\d)pc(?!\w)|[\s-]+per\s?centage(?:\s+points?)?(?!\w))"
    r"(?:[\s-]+points?(?!\w))?",
    re.IGNORECASE,
)
_TEMPERATURE_NEAR = re.compile(
    r"temperature|celsius|fahrenheit|centigrade|thermometer|°|warm|heat|cold|freez|cool|below\s+zero|minus",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:(?:consecutive|straight|full|long|solid|whole|more|additional|extra|further|calendar|other|continuous|"
    r"crucial|"
    r"critical|brief|short|terrible|difficult|hard|fiscal|financial|academic|successive|nautical|such|working|"
    r"bloody|grueling|gruelling|turbulent|tumultuous)\s+){0,2}"
)
_FEET_BEFORE = re.compile(r"\d[\s-]*(?:foot|feet|ft)[\s,-]+$", re.IGNORECASE)
_FEET = frozenset("'’′\"”″")
_POINTS = re.compile(r"(?:-|\s+)points?(?!\w)", re.IGNORECASE)
_POLLED = re.compile(
    r"percentage[\s-]points?|\bpolls?\b|\bpolling\b|approval|margin of error|\bvoters?\b|\bvotes?\b", re.IGNORECASE
)
_TRADED = re.compile(
    r"\b(?:index|indices|indexes|stocks?|shares|Dow|Nasdaq|Nikkei|FTSE|trading|market|exchange)\b", re.IGNORECASE
)
_MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?:[\s-]+of)?(?:\s+(?:about|at\s+least|roughly|around))?[\s-]+$|\bmagnitude-$", re.IGNORECASE
)
_MAGNITUDE_AFTER = re.compile(
    r"[\s-]+magnitude\b|(?:\s+(?:or\s+(?:higher|greater|more)|"
    r"points?))?\s+on\s+(?:the\s+)?(?:open-ended\s+)?(?:Richter|Moment|Mercalli|Fujita|scale)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _units() -> tuple[re.Pattern[str], dict[str, Measure]]:
    measures: dict[str, Measure] = {w.lower(): m for w, m, _ in lexicon_rows("measure_units", 3)}  # type: ignore[misc]
    words = any_of(w for w in measures if len(w) > 1 and w.isascii())
    single = (
        r"['’′](?=\s?\d{1,2}\s?[\"”″])|(?<=['’′]\d)[\"”″]|(?<=['’′]\d\d)[\"”″]|"
        r"(?<=\d)[ \u00a0]?[mh]|(?<=\d)[ \u00a0]?g|[ \u00a0]?[°º](?:[ ]?[CFcf]\b)?|(?<=\d)[CF]"
    )
    pattern = re.compile(
        rf"(?:(?:[\s\u00a0]+|-+|(?<=\d)){_BETWEEN}(?P<unit>{words})|(?P<single>{single}))(?![A-Za-z²]|(?<=\w)\w)",
        re.IGNORECASE,
    )
    return pattern, measures


#: The percent sign said once for two: "34 and 36 percent respectively".
_SHARED_PERCENT = re.compile(
    r"(?:,\s*[\d.]+){0,3},?\s+(?:and|or|versus|against)\s+[\d.]+\s*(?:%|percent\b|per\s+cent\b)", re.IGNORECASE
)
_WHOLE = 100


def draft_of(text: str, numeral: Numeral, start: int, end: int) -> Draft:
    """The numeral with the measure that the words right beside it give; ``start`` to ``end`` is its sentence."""
    draft = Draft(numeral.start, numeral.end, numeral.end, numeral.value, numeral, vague=numeral.vague)
    draft.number_start = numeral.start
    if numeral.currency is not None:
        draft.measure, draft.currency, draft.settled = "money", numeral.currency or None, True
    _read_tail(text, draft, start, end)
    if draft.measure is None and numeral.kind == "part":
        draft.measure = "ratio"
    if numeral.dotted and draft.measure is None and draft.value is not None:
        draft.value *= 1000  # 6.500 people: a count has no thousandths
    return draft


def _read_tail(text: str, draft: Draft, start: int, end: int) -> None:
    at = draft.numeral.end
    match = _PERCENT.match(text, at, end)
    if match is not None and draft.measure is None:
        draft.measure, draft.settled = "percent", True
        draft.end = draft.tail_end = match.end()
        return
    if draft.measure == "money":
        skip_money_word(text, draft, end)
        return
    if draft.measure is None and 0 <= (draft.value or -1) <= _WHOLE and _SHARED_PERCENT.match(text, at, end):
        draft.measure, draft.settled = "percent", True
        return
    if (
        read_money(text, draft, start, end)
        or read_age(text, draft, start, end)
        or _read_magnitude(text, draft, start, end)
    ):
        return
    _read_unit(text, draft, start, end)


def _read_magnitude(text: str, draft: Draft, start: int, end: int) -> bool:
    if draft.value is None or abs(draft.value) > 12:
        return False
    before = text[max(start, draft.start - 24) : draft.start]
    if not (_MAGNITUDE_BEFORE.search(before) or _MAGNITUDE_AFTER.match(text, draft.numeral.end, end)):
        return False
    draft.measure, draft.settled = "other", True
    return True


def _read_unit(text: str, draft: Draft, start: int, end: int) -> None:
    pattern, measures = _units()
    at = draft.numeral.end
    if draft.numeral.kind in ("vague", "part"):
        of = re.compile(r"\s+(?:of\s+)?(?:(?:an?|the)\s+)?(?=\S)|-an?-", re.IGNORECASE).match(text, at, end)
        if of is not None:
            at = of.end() - 1
    points = _POINTS.match(text, at, end)
    near = (max(0, draft.start - 250), min(len(text), draft.end + 120))
    if points is not None and (_POLLED.search(text, *near) or _TRADED.search(text, *near)):
        draft.measure, draft.settled = "percent" if _POLLED.search(text, *near) else "other", True
        draft.unit, draft.tail_end = (points.end() - len(points[0].lstrip(" -\n")), points.end()), points.end()
        return
    match = pattern.match(text, at, end)
    if match is None:
        if _FEET_BEFORE.search(text, max(start, draft.start - 8), draft.start) and abs(draft.value or 12) < 12:
            draft.measure = "distance"  # 5 feet 10, 6ft 2in
        return
    written = match["unit"] or match["single"].strip()
    name = " ".join(re.split(r"[\s-]+", written.lower())).replace("( ", "(")
    measure = (
        "distance"
        if name in _FEET
        else measures.get(name) or measures.get(written.lower()) or measures.get(name.replace(" ", "-"))
    )
    if measure is None or not _is_unit(text, draft, name, match, start):
        return
    group = "unit" if match["unit"] else "single"
    a, b = match.span(group)
    while text[a].isspace():
        a += 1
    draft.measure, draft.settled, draft.unit, draft.tail_end = measure, True, (a, b), b


def _is_unit(text: str, draft: Draft, name: str, match: re.Match[str], start: int) -> bool:
    hyphen = text[draft.numeral.end : draft.numeral.end + 1] == "-"
    if name == "second" and not hyphen:
        return draft.value == 1 and bool(
            re.match(r"\s+(?:later|before|after|ago|earlier)|[.,]", text[match.end() : match.end() + 9])
        )
    if name == "h":
        return text[match.end() - 1] == "h"  # "5 H bombs"
    if name in ("degrees", "degree"):
        value = abs(draft.value or 0)
        return (
            value >= 13
            or draft.numeral.kind == "digits"
            or bool(_TEMPERATURE_NEAR.search(text, max(0, draft.start - 80), draft.end + 60))
        )
    if name in ("min", "sec", "hr", "ha", "mb", "gb", "hp", "mw", "gw", "kw", "c", "f", "oz", "teu", "hz"):
        return draft.numeral.kind == "digits" or draft.numeral.scale > 1
    return True
