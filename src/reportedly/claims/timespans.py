"""Numbers that are part of time expressions: dates, years, decades, centuries, clock times."""

import re
from collections.abc import Callable

from reportedly.claims.quantities import TimeSpan
from reportedly.terms.reading import TimeKind

_MONTHS = ("January February March April May June July August September October November December").split()
_SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
_NAMES = "|".join([*_MONTHS, *(m.upper() for m in _MONTHS)])
_MONTH = rf"(?:{_NAMES}|(?:{'|'.join([*_SHORT, *(m.upper() for m in _SHORT)])})\b\.?)"
_ORD = r"(?:st|nd|rd|th|ST|ND|RD|TH)"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?:{_ORD})?(?!\d|[,.]\d|\s*(?:%|per\s?cent))"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[,.]\d)"
#: A comma joins days only in a list that ends with "and": in "by January 18, 30 people" it does not.
_LISTED = r",(?:\s*(?:and|or|to)\b|(?=\s*\d{1,2}(?:st|nd|rd|th)?(?:,\s*\d{1,2})*,?\s+(?:and|or)\b))"
_JOIN = rf"\s*(?:[-–—/]|{_LISTED}|\b(?:and|to|or|through|until|till)\b)\s*"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_PART = r"(?:(?:early|late|mid)[\s-]+)?"

_DATE = re.compile(
    rf"""
    \b(?=[JFMASONDTWS\d])(?:{_WEEKDAY}[.,]?\s+)?(?:
        {_MONTH}[\s-]+(?:the\s+)?{_DAY}(?:{_JOIN}(?:{_MONTH}\s+)?{_DAY}(?!\s+{_MONTH})(?=\W|
            $)){{0,5}}(?:\s*,?\s+{_YEAR}|,?\s+'\d\d)?
      | (?:\d{{1,2}}(?:{_ORD})?{_JOIN}){{0,5}}{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:[\s,-]+{_YEAR}|\s+(?:'|’)\d\d\b|
          \s\d\d(?=[\])(,.;:]|\s*$|\s+[-\[(]))?
      | {_MONTH}(?:\s+of)?[\s,-]+(?:{_YEAR}(?:{_JOIN}{_YEAR})?|['’]\d\d\b)
    )(?!\w)
  | (?<![\w.,/])(?:
        (?:1[0-9]|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\d|0?[1-9])
      | (?:3[01]|[12]\d|0?[1-9])([-/.])(?:3[01]|[12]\d|0?[1-9])\1(?:(?:1[0-9]|20)\d\d|\d\d)
      | (?:0?[1-9]|1[0-2])/(?:1[0-9]|20)\d\d
    )(?![\w/-]|\.\d)
  | (?<![\w.,/$])(?:9[/-]11|7/7|26/11|13/11|11-M)(?!\d|/|[.,]\d)
    """,
    re.VERBOSE,
)
_SLASH_DATE = re.compile(r"(?<![\w.,/$£€-])(\d{1,2})/(\d{1,2})(?![\w/%]|[.,]\d)")
_CLOCK = re.compile(
    r"""
    (?<![\w.,$£€:])(?:(?:about|around|nearly|almost|shortly\s+after|just\s+after)\s+)?(?:
        (?:[01]?\d|2[0-4])(?:[:.h][0-5]\d){0,2}(?:\s*(?:-|–|to|and|until)\s*(?:[01]?\d|
            2[0-4])(?:[:.][0-5]\d)?)?\s*[ap](?:\.\s?m\b\.?|m\b)
      | (?:[01]?\d|2[0-4])[:.h]?[0-5]\d\s*(?:hours|hrs|h)?\s*\(?\b(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|BST|CET|
          IST|local\s+time)\b
      | (?:[01]\d|2[0-4])[0-5]\d\s*(?:hours|hrs)\b
      | (?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:\s*(?:hours|hrs)\b)?
      | (?:[01]?\d|2[0-4])\s*o['’]clock
      | (?:1[0-2]|[1-9])\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b
      | (?:[01]?\d|2[0-4])h[0-5]\d | (?-i:(?<=AT[ ])(?:[01]\d|2[0-3])[0-5]\d(?![ ][A-Z]+S\b)) |
           (?<=at[ ])(?:[01]\d|2[0-3])[0-5]\d(?=\s*\()
    )(?!\w|:\d)(?:\s*\(?\b(?:GMT|UTC|E[SD]?T|C[SD]?T|P[SD]T|BST|CET|IST|local\s+time)\b\)?)?
  | \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:o['’]clock|
      (?:in\s+the\s+(?:morning|afternoon|evening)|[ap]\.?m\.?)(?!\w))
  | \b(?:half|quarter|five|ten|twenty|twenty-five)\s+(?:past|to)\s+(?:midnight|noon|(?:one|two|three|four|
      five|six|seven|eight|nine|ten|eleven|twelve)(?!\s+(?:\w+s|people|percent|hundred|thousand|million))\b|
      1?\d\b(?!%|\s+(?:\w+s|people|percent|per|hundred|thousand|million)\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECADE = re.compile(
    r"""
    (?<![\w.,$£€])(?:(?:early|mid|late)[\s-]+(?:to[\s-]+(?:mid|late)[\s-]+)?(?:the\s+)?)?(?:
        (?:1[5-9]|20)\d0['’]?s\b(?:\s*(?:-|–|and|or)\s*(?:(?:1[5-9]|20)?\d0['’]?s)\b)?
      | (?<=[Tt]he\s)(?:[2-9]0['’]?s\b(?:\s*(?:-|–|and|or|to)\s*['’]?[2-9]0['’]?s\b)?)
      | ['’‘][0-9]0s\b | (?<![-])[2-9]0['’]s\b
      | (?<=[Tt]he\s)(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b
      | (?:\d{1,2}(?:st|nd|rd|th)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|
          eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-first))[\s-]centur(?:y|ies)
      | (?:the\s+)?(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)[\s-](?:(?:and|or|to)[\s-](?:first|
          second|third|fourth)[\s-])?(?:quarters?|half|trimester|semester)\b(?:\s+of\s+(?:(?:1[5-9]|20)\d\d\b|(?:the|
          this|last|next)\s+(?:fiscal\s+)?(?:year|century|decade|month)\b))?
    )
  | \b[QH][1-4](?:\s+(?:of\s+)?(?:FY)?(?:(?:1[5-9]|20)\d\d|['’]\d\d))?\b | \bFY\s?['’]?\d{2,4}(?:[-/]\d{2,4})?\b
  | (?<!\w)['’‘](?:[4-9]\d|[0-3]\d)(?![\w'’]|[,.]\d|\s*(?:percent|%))
    """,
    re.VERBOSE,
)
_PEOPLE = (
    r"(?:people|persons|troops|soldiers|men|women|children|refugees|residents|families|homes|houses|civilians|"
    r"victims|"
    r"deaths|dead|injured|wounded|killed|missing|workers|jobs|students|households|villagers|survivors|individuals|"
    r"inhabitants|policemen|officers|officials|members|fighters|militants|rebels|guerrillas|prisoners|detainees|"
    r"inmates|passengers|patients|cases|displaced|migrants|delegates|employees|protesters|demonstrators|"
    r"supporters|"
    r"volunteers|casualties|injuries|hectares|acres|tonnes|tons|kilograms|kg|km|kms|kilometers|kilometres|miles|"
    r"meters|metres|feet|pounds|dollars|euros|rupees|barrels|megawatts|mw|watts|calories|copies|buildings|schools|"
    r"vehicles|tents|bodies|points|others|more|francs|marks|years|hours|shares|kilos|liters|litres|yards|sq|"
    r"square|"
    r"cubic|foreigners|tourists|nationals|marines|farmers|apartments|structures|dwellings|seats|cattle|times|"
    r"degrees|"
    r"rooms|square-\w+|athletes|shops|trees|pieces|pages|words|locals|evacuees|returnees|idps|nurses|doctors|"
    r"teachers)"
)
_YEAR_SPAN = re.compile(
    r"""
    (?<![\w,$£€¥#./%])(?<!\d[-–])(?<![A-Z]-)
    ((?:1[0-9]|20)\d\d)
    (?:\s*[-–/]\s*((?:1[0-9]|20)\d\d|\d\d)|(?:\s+to\s+|\s+and\s+|\s*,\s*|\s+or\s+|\s+through\s+|
        \s+until\s+)(?:(?:the|early|late|mid)[\s-]+)?((?:19|20)\d\d))?
    (?![\w%‰/°€£$]|[,.]\d|[-–]\d|\s*(?:per\s?cent|percent|million|billion|trillion|thousand|hundred|dollars?|
        euros?|%))
    """,
    re.VERBOSE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|from|during|before|after|circa|to|between|and|year|years|early|late|"
    r"mid|mid-|"
    r"fiscal|fall|autumn|spring|summer|winter|through|for|class|election|season|or|around|about|c\.|"
    r"born)[\s-]+(?:the\s+(?:year\s+)?|fiscal\s+)?|\()$",
    re.IGNORECASE,
)
_YEAR_SURE = re.compile(
    r"\b(?:in|since|during|until|till|fiscal|year|spring|summer|autumn|winter|born|early|late|"
    r"mid)[\s-]+(?:the\s+(?:year\s+)?|fiscal\s+)?$",
    re.IGNORECASE,
)
#: "the fires of 1967 killed 62"
_HAPPENING_OF = re.compile(
    r"\b(?:(?:earth)?quake|tsunami|(?:bush|wild)?fire|flood|famine|war|genocide|massacre|bombing|attack|crash|disaster|"
    r"eruption|epidemic|uprising|coup|crisis|storm|cyclone|hurricane|drought|revolution)s?\s+of\s+$",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    r"(?:\b(?:at\s+least|more\s+than|fewer\s+than|less\s+than|nearly|almost|over|some|up\s+to|as\s+many\s+as|"
    r"approximately|"
    r"roughly|estimated|another|additional|total\s+of|killed|killing|wounded|injured|injuring|wounding|displaced|"
    r"evacuated|toll\s+(?:to|at|of)|reached|to\s+at\s+least|exactly|than|nearing|topped|exceeded)\s+)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\s+(?:[a-z]+(?:ed|ly|al|ese|an|ic|le)\s+)?{_PEOPLE}\b|-(?:strong|odd|plus|member|mile|foot|pound|meter|"
    rf"acre|year|square|km)\b"
)
#: Words that stand before counts as well as before years.
_COUNT_TOO = re.compile(
    r"\b(?:to|and|or|of|about|around|for|by|from|between|after|before|year|years|than)\s+$", re.IGNORECASE
)
_HAPPENED_IN = re.compile(
    r"\b(?:fire|war|battle|treaty|revolution|quake|earthquake|eruption|election|act|constitution)s?\s+of\s+$",
    re.IGNORECASE,
)
_WORD_YEAR = re.compile(
    r"\b(?:(?:nineteen|eighteen|seventeen)[\s-](?:(?:oh|o)[\s-]\w+|(?:twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|hundred)|twenty[\s-](?:ten|eleven|twelve|"
    r"thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))\b",
    re.IGNORECASE,
)


_DIGIT = re.compile(r"\d")
#: What every time expression in words has one of.
_TIME_WORDS = re.compile(
    r"o['’]clock|in\s+the\s+(?:mor|aft|eve)|at\s+night|\s[ap]\.?m\b|\bpast\b|to (?:noon|midnight|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve)|centur|quarter|half|semester|ties\b|teen|twenty[\s-]",
    re.IGNORECASE,
)


#: What each of those holds, white space as one space.
_TIME_STEMS = (
    "clock", "in the mor", "in the aft", "in the eve", "at night", " a.m", " p.m", " am", " pm", "past",
    "to noon", "to midnight", "to one", "to two", "to three", "to four", "to five", "to six", "to seven",
    "to eight", "to nine", "to ten", "to eleven", "to twelve", "centur", "quarter", "half", "semester", "ties",
    "teen", "twenty",
)  # fmt: skip


def _has_time_words(text: str, start: int, end: int) -> bool:
    lower = " " + " ".join(text[start:end].lower().split())
    return any(stem in lower for stem in _TIME_STEMS) and _TIME_WORDS.search(text, start, end) is not None


def find_timespans(text: str, start: int, end: int) -> list[TimeSpan]:
    """Dates, years and clock times of ``text[start:end]`` that hold a number; not in order, not overlapping.

    A number from 1900 to 2099 without separators is a year unless what it counts follows; one
    from 1000 to 1899 is a year only where the words before say so.
    """
    taken = bytearray(end - start)
    found: list[TimeSpan] = []

    def keep(a: int, b: int, kind: TimeKind) -> None:
        if not any(taken[a - start : b - start]):
            taken[a - start : b - start] = b"\x01" * (b - a)
            found.append(TimeSpan(a, b, kind))

    digits = _DIGIT.search(text, start, end) is not None
    words = _has_time_words(text, start, end)
    if digits:
        for match in _DATE.finditer(text, start, end):
            keep(*_trimmed(text, match), "date")
    if digits or words:
        for match in _CLOCK.finditer(text, start, end):
            if not _plain_decimal(match[0]):
                keep(*_trimmed(text, match), "time")
        for match in _DECADE.finditer(text, start, end):
            keep(*_trimmed(text, match), "date")
    if words:
        for match in _WORD_YEAR.finditer(text, start, end):
            keep(*match.span(), "date")
    if digits:
        _keep_years(text, start, end, keep)
    return found


def _keep_years(text: str, start: int, end: int, keep: Callable[[int, int, TimeKind], None]) -> None:
    for match in _YEAR_SPAN.finditer(text, start, end):
        year = _year_end(text, match, start)
        if year:
            keep(match.start(), year, "date")
    for match in _SLASH_DATE.finditer(text, start, end):
        if _is_date(int(match[1]), int(match[2])):
            keep(*match.span(), "date")


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Place of a match without white space at its ends, nor a full stop that ends the sentence."""
    a, b = match.span()
    while text[b - 1].isspace():
        b -= 1
    while text[a].isspace():
        a += 1
    return a, b


def _plain_decimal(words: str) -> bool:
    return bool(re.fullmatch(r"(?:\w+\s+)*\d+\.\d+", words))


def _is_date(first: int, second: int) -> bool:
    """Whether 9/12 is a day: a fraction has a usual denominator and is under one."""
    if (first, second) == (24, 7) or (first < second and second in (2, 3, 4, 5, 6, 8, 10, 16)):
        return False
    return 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12


def _year_end(text: str, match: re.Match[str], start: int) -> int:
    """End of the year or years matched, 0 where the number counts something."""
    year, first_end = int(match[1]), match.end(1)
    before = text[max(start, match.start() - 30) : match.start()]
    paired = bool(match[2] or match[3]) and _follows(match)
    tail = match.end() if paired else first_end
    tied = before.endswith("-") and before[-2:-1].isalpha() and not before.lower().endswith("mid-")
    if tied or _COUNT_BEFORE.search(before):
        return 0
    counted = _COUNTED.match(text, tail)
    if 1900 <= year <= 2099:
        if counted is None:
            return tail
        sure = (_YEAR_SURE.search(before) or _HAPPENING_OF.search(before)) and counted[0][0] != "-"
        return first_end if sure else 0
    if counted is not None or year < 1066 or not _YEAR_BEFORE.search(before):
        return 0
    if _COUNT_TOO.search(before):
        return tail if paired or _HAPPENED_IN.search(before) else 0
    return tail


def _follows(match: re.Match[str]) -> bool:
    """Whether the second year of a pair is one: later, and not a count."""
    first = int(match[1])
    second = match[2] or match[3]
    if len(second) == 2:
        return int(second) == (first + 1) % 100 or first % 100 < int(second)
    return 1000 <= int(second) <= 2099
