"""Numbers that are part of something else: names, identifiers, phones, list marks, idioms, ordinals."""

import re
from collections.abc import Callable
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.number_words import any_of, word_values
from reportedly.claims.quantities import RejectedNumber
from reportedly.terms.reading import Why

Keep = Callable[[int, int, Why], bool]
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(
    r"<[A-Za-z/!][^<>]*\d[^<>]*>|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+|"
    r"(?<!\w)[#@](?=\w*\d)\w+(?!\s+[mb]illion|[.,]\d)|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])"
)
_PHONE = re.compile(
    r"(?<![\w.,-])(?:\+\d{1,3}[\s.-]?\(?\d{1,4}\)?(?:[\s./-]?\d{2,4}){2,4}|"
    r"(?:1[\s.-])?\(?\d{3}\)?[\s.-]+\d{3}[.-]\d{4}|1-8\d\d-[\dA-Z-]{7,}|\d{3}-\d{4}|"
    r"\d{3}[-/]\d{2}[-]\d{4}|\d{5,6}[\s-]\d{5,6}|0\d{2,4}[\s-]\d{5,8}|"
    r"\(0?\d{2,4}\)\s?\d{3,4}[\s-]?\d{3,4})(?![\w-])"
)
_GLUED = re.compile(
    r"""
    (?<![\w$£€¥])(?:
        (?:[A-Z][A-Za-z.&'’]*|[a-z]|covid|sars-cov)[-–]\d[\w]*(?:[-/]\d*[A-Za-z0-9]+)*     # F-16, COVID-19, AK-47
      | [A-Za-z][A-Za-z]*\d\w*(?:-\w*\d\w*)*                         # A320, H1N1, Future45
      | \d+[A-Z]{1,3}\d\w* | \d{1,3}G(?!\w) | [1-4]D(?!\w) | \d+(?:st|nd|rd|th)er
      | \d{3,}[-–]\d{3,}[-–]\d+(?:[-–]\w+)*
    )(?!\w)
    """,
    re.VERBOSE,
)
#: Words that are tied to a number by a hyphen without making a name of it.
_PLAIN_BEFORE = re.compile(
    r"(?:mid|sub|pre|post|under|over|non|about|nearly|some|plus|age|ages|aged|anti|pro|early|late|top|per|the|"
    r"a|to|at|than|of|by|"
    r"us|usd|eur|gbp|inr|rs|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[-–]\d.*",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?<![\w$£€.,-])\d{1,5}(?:-\d{1,4})?(?:[A-Z](?!\w))?,?\s+(?:(?:[NSEW]\.?|North|South|East|"
    r"West)\s+)?(?:(?:[A-Z][\w'’.-]*|\d{1,3}(?:st|nd|rd|th))\s+){1,3}"
    r"(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Lane|Place|Terrace|Parkway|Pkwy|Crescent|Way|Court|"
    r"Plaza|Broadway|Highway)\b(?!\s+(?!(?:in|at|on|near|and|from|where|was|is|by|to|said|after)\b)[a-z])"
)
_ZIP = re.compile(r"(?<=\b[A-Z]{2}\s)\d{5}(?:-\d{4})?(?![\w,])|\b[A-Z]{1,2}\d{1,2}\s\d[A-Z]{2}\b")
_LIST = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:\(\d{1,2}\)|\d{1,2}[.)](?=\s+\S)(?![ ]\d{3}\s[a-z]))|(?<![\w$])\(\d\)(?=\s+[a-z])",
    re.MULTILINE,
)
_INDEX = re.compile(r"(?<=[A-Za-z’'\"] )\d{2,4}(?=\s+(?:stock\s+)?(?:index|indices|share\s+index)\b)")
_ORDINAL_DIGITS = re.compile(r"(?<![\w.,])\d[\d,]*(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)")
_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_COMPOUND = re.compile(
    rf"\b(?:(?:(?:one|two|three|four|five|six|seven|eight|nine)[\s-])?hundred(?:\s+and)?[\s-])?"
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-](?:{_ONES})|"
    rf"(?<=hundred[\s-])(?:{_ONES}|tenth|eleventh|twelfth|\w+teenth|\w+tieth)|(?:one|two|three|four|five|six|"
    rf"seven|eight|nine)[\s-]hundredth)\b(?!\s+of\s+a\b)",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    r"\b(?:twice|thrice|once(?=\s+(?:more|again|every|per|an?\s+(?:day|week|month|year|decade)|or\s+twice|before))|"
    r"(?:only|just|than|least)\s+once)\b",
    re.IGNORECASE,
)
#: What each of the two has one of.
_ORDINAL_STEMS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth teenth tieth hundredth"
).split()
_FREQUENCY_STEMS = ("twice", "thrice", "once")
_IS_TIME_UNIT = re.compile(r"\b(?:per|every|split)[\s-]+$", re.IGNORECASE)


_CAPITAL_NUMBER = re.compile(
    r"(?<=[\s-])(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|"
    r"Sixteen|"
    r"Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)\b(?![\s-]+(?:hundred|"
    r"thousand|million|billion))"
)
_NUMBER_NAME = re.compile(
    r"(?<![\w.,$£€])\d[\d.]*(?<!\.)(?:[A-Z](?!\w))?(?:[-/:]\d+)*(?:\(\w+\))*(?![\d%]|[,.]\d|\s*(?:percent|"
    r"per\s?cent|million|billion|thousand))"
    r"(?:\s{0,3}(?:,(?:\s+and\b)?|\band\b|&|\bor\b|\bto\b|[-–])\s{0,3}\d{1,4}(?![\w%]|[,.]\d|\s+[a-z]+s\b|\s*percent))*"
)
_NAME_BEFORE = re.compile(r"(?:[\w.&'’/#№-]+\s+){0,2}[\w.&'’/-]*[\w.#№'’](?:\s+(?:[Nn]o\.?|[Nn]umber|#))?[\s-]*$")


@lru_cache(maxsize=1)
def _names() -> dict[str, list[tuple[Why, str]]]:
    """Reason and case of the words that name a number, by the words in lower case."""
    names: dict[str, list[tuple[Why, str]]] = {}
    for words, why, case, _ in lexicon_rows("number_names", 4):
        names.setdefault(words.lower(), []).append((why, case if words[:1].isalpha() else "any"))  # type: ignore[arg-type]
    return names


def _named_at(text: str, at: int, start: int, *, digits: bool) -> tuple[int, Why] | None:
    """Where the words begin that make a name or identifier of the number at ``at``, and the reason."""
    low = max(start, at - 36)
    before = _NAME_BEFORE.search(text, low, at)
    if before is None:
        return None
    words = [(m.start(), m.end()) for m in _WORD_RUN.finditer(text, before.start(), at)]
    for first in range(max(0, len(words) - 3), len(words)):
        for last in (len(words), len(words) - 1):
            if last <= first or (
                last < len(words) and text[slice(*words[-1])].lower() not in ("no.", "no", "number", "#")
            ):
                continue
            a, b = words[first][0], words[last - 1][1]
            for why, case in _names().get(" ".join(text[a:b].lower().split()), ()):
                if case != "any" and not text[a].isupper():
                    continue
                if case == "any" and not (digits or text[a].isupper()):
                    continue
                if case == "cap-digits" and not digits:
                    continue
                return a, why
    return None


_WORD_RUN = re.compile(r"[#№]|[^\s#№]+?(?=[\s-]+$|[\s#№]|-\s*$|-?$)|[^\s#№]+")


@lru_cache(maxsize=1)
def _idioms() -> tuple[re.Pattern[str], dict[str, Why]]:
    whys: dict[str, Why] = {w.lower(): why for w, why, _ in lexicon_rows("number_idioms", 3)}  # type: ignore[misc]
    return re.compile(r"(?<![\w-])(?:" + any_of(whys, r"\s+") + r")(?!\w)", re.IGNORECASE), whys


@lru_cache(maxsize=1)
def _ordinals() -> re.Pattern[str]:
    words = [
        w for w, (kind, _) in word_values().items() if kind in ("rank", "part") and w not in ("half", "quarter")
    ]
    return re.compile(rf"(?<![\w])(?:{any_of(words)})(?![\w])", re.IGNORECASE)


def find_rejected(text: str, start: int, end: int, taken: bytearray) -> list[RejectedNumber]:
    """Numbers of ``text[start:end]`` that are told to be none by their own shape or the words beside them.

    ``taken`` (a byte a character, from ``start``) marks what is spoken for and is added to.
    """
    found: list[RejectedNumber] = []

    def keep(a: int, b: int, why: Why) -> bool:
        if a < b and not any(taken[a - start : b - start]):
            taken[a - start : b - start] = b"\x01" * (b - a)
            found.append(RejectedNumber(a, b, why))
            return True
        return False

    has_digit = _DIGIT.search(text, start, end) is not None
    if has_digit:
        _reject_digits(text, start, end, keep)
    idioms, whys = _idioms()
    for match in idioms.finditer(text, start, end):
        keep(*match.span(), whys.get(" ".join(match[0].lower().split()), "idiom"))
    _reject_names(text, start, end, keep, has_digit=has_digit)
    lower = text[start:end].lower()
    for match in _COMPOUND.finditer(text, start, end) if any(s in lower for s in _ORDINAL_STEMS) else ():
        keep(*match.span(), "ordinal")
    for match in _FREQUENCY.finditer(text, start, end) if any(s in lower for s in _FREQUENCY_STEMS) else ():
        keep(*match.span(), "frequency")
    _reject_capital_names(text, start, end, keep)
    return found


def _reject_digits(text: str, start: int, end: int, keep: Keep) -> None:
    for match in _ADDRESS.finditer(text, start, end):
        keep(*match.span(), "identifier")
    for match in _PHONE.finditer(text, start, end):
        keep(*match.span(), "phone")
    for match in _LIST.finditer(text, start, end):
        words = match[0]
        keep(match.start() + len(words) - len(words.lstrip()), match.end(), "list")
    for match in _STREET.finditer(text, start, end):
        if not 1900 <= int(re.match(r"\d+", match[0])[0]) <= 2099:  # type: ignore[index]
            digits = re.match(r"[\d-]+\w?", match[0])
            keep(match.start(), match.start() + (digits.end() if digits else 0), "identifier")
    for match in _ZIP.finditer(text, start, end):
        keep(*match.span(), "identifier")
    for match in _ORDINAL_DIGITS.finditer(text, start, end):
        keep(*match.span(), "ordinal")
    for match in _GLUED.finditer(text, start, end):
        if not _PLAIN_BEFORE.fullmatch(match[0]) and not _is_money(match[0]):
            keep(*match.span(), "name")
    for match in _INDEX.finditer(text, start, end):
        keep(*match.span(), "name")
    if "Boeing" in text:
        for match in re.finditer(r"(?<![\w$.,-])7[0-9]7s?(?:-\d+\w*)?(?!\w|[,.]\d)", text[start:end]):
            keep(start + match.start(), start + match.end(), "name")


def _is_money(words: str) -> bool:
    """Currency codes and Rs glued to an amount are no names."""
    return bool(
        re.fullmatch(
            r"(?:[A-Z]{3}|Rs\.?|RM|Rp|Tk|Dhs?|K?[Ss]h|DM|dlrs|kr)[-]?\d[\d.,]*(?:k|m|bn|b|mn|tn|M|B)?", words
        )
    ) and (words[:3] in _codes() or not re.match(r"[A-Z]{3}", words))


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(words for words, kind, _, _ in lexicon_rows("currencies", 4) if kind == "code")


_UNIT_NEXT = re.compile(
    r"\s+(?:people|persons|men|women|children|troops|soldiers|homes|houses|families|villagers|residents|others|"
    r"dead|killed|wounded|injured|dollars|percent|years|days|hours|minutes|months|weeks|miles|km|points)\b"
)


def _reject_names(text: str, start: int, end: int, keep: Keep, *, has_digit: bool) -> None:
    """Numbers that the word before makes a name: Flight 103, Resolution 1701, Page Six, No. 10.

    A counted noun right after the number says that it is none ("Boeing 12 people").
    """
    for match in _NUMBER_NAME.finditer(text, start, end) if has_digit else ():
        _reject_named(text, match, start, keep, digits=True)
    for match in _CAPITAL_NUMBER.finditer(text, start, end):
        _reject_named(text, match, start, keep, digits=False)


def _reject_named(text: str, match: re.Match[str], start: int, keep: Keep, *, digits: bool) -> None:
    if _UNIT_NEXT.match(text, match.end()):
        return
    named = _named_at(text, match.start(), start, digits=digits)
    if named is None:
        return
    a, why = named
    head = text[a : match.start()].lower()
    if head.strip() == "no" and (not text[a].isupper() or len(match[0]) > 3):
        return
    keep(a, match.end(), why)


_CAPITAL_NAME = re.compile(
    r"(?<=[a-z,] )(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Fifty|Hundred|"
    r"Thousand)\s+(?=[A-Z][a-z])"
)
_LOWER_WORD = re.compile(r"(?<![\w'’])[a-z]{4,}")
_UPPER_WORD = re.compile(r"(?<![\w'’])[A-Z][a-z]{3,}")


def _reject_capital_names(text: str, start: int, end: int, keep: Keep) -> None:
    """Capitalised number words before a capitalised word amid lower case: "the Ten Most Wanted"."""
    for match in _CAPITAL_NAME.finditer(text, start, end):
        lower = len(_LOWER_WORD.findall(text, start, end))
        if lower >= len(_UPPER_WORD.findall(text, start, end)):
            keep(match.start(), match.start() + len(match[0].rstrip()), "name")


def find_ordinals(text: str, start: int, end: int, taken: bytearray) -> list[RejectedNumber]:
    """Ordinals in words that nothing else has claimed: "first", "third", "twelfth"."""
    found = []
    for match in _ordinals().finditer(text, start, end):
        a, b = match.span()
        if any(taken[a - start : b - start]):
            continue
        if match[0].lower() == "second" and _IS_TIME_UNIT.search(text, max(start, a - 8), a):
            continue  # a unit of time
        taken[a - start : b - start] = b"\x01" * (b - a)
        found.append(RejectedNumber(a, b, "ordinal"))
    return found


def find_leftovers(text: str, start: int, end: int, taken: bytearray) -> list[RejectedNumber]:
    """Runs of digits that no rule has read: they are kept as identifiers, with the letters glued to them."""
    found = []
    for match in re.finditer(r"\d+", text[start:end]):
        a, b = match.start(), match.end()
        if all(taken[a:b]):
            continue
        while a > 0 and not taken[a - 1] and (text[start + a - 1].isalnum()):
            a -= 1
        while b < end - start and not taken[b] and text[start + b].isalnum():
            b += 1
        while a < b and taken[a]:
            a += 1
        taken[a:b] = b"\x01" * (b - a)
        glued = any(c.isalpha() for c in text[start + a : start + b])
        found.append(RejectedNumber(start + a, start + b, "name" if glued else "identifier"))
    return found
