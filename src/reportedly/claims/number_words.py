"""Words and signs of which numbers are made: the tables, and the one pattern that finds them in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows

#: Spaces that part thousands in print: space, no-break, thin, narrow no-break.
THIN = r"[ \u00a0\u2009\u202f]"
_SPECIAL = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
}
_SPECIAL |= {"⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
SPECIAL_PARTS = _SPECIAL

_DIGITS = rf"""
    \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)                    # 1,000
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d)            # 12,34,567
  | \d{{1,3}}(?:['’]\d{{3}})+(?!\d)                           # 1'000
  | [1-9]\d{{0,2}}(?:{THIN}\d{{3}})+(?:\.\d+)?(?![\d/]|,\d|[-–]\d)  # 14 000
  | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?(?!\d)               # 1.234.567
  | \d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d)                   # 1.234,5
  | [1-9]\d{{0,2}},[ ]000(?!\d)                               # 61, 000
  | [1-9]\d{{0,2}}\.[ ]\d{{3}}(?=[ ][a-z])                    # 2. 750 people
  | \d+\.\d+                                                  # 1.94
  | \d+,\d{{1,2}}(?!\d|,\d)                                   # 1,2
  | \.\d+
  | \d+
"""


@dataclass(frozen=True, slots=True)
class Token:
    """One number word or run of digits: half-open place, kind of the table, value.

    ``sign`` is a currency before digits, ``part`` a fraction behind them ("5 1/2").
    """

    start: int
    end: int
    kind: str
    value: float
    written: str
    sign: str | None = None
    part: float = 0.0


@lru_cache(maxsize=1)
def word_values() -> dict[str, tuple[str, float]]:
    """Kind and value of every number word, in lower case."""
    return {
        word: (kind, float(value) if value else 0.0) for word, value, kind, _ in lexicon_rows("number_words", 4)
    }


def any_of(words: Iterable[str], space: str = r"(?:\s+|-)") -> str:
    """Pattern of literal words, longest first; a space stands for ``space`` (any white space or one hyphen).

    Common beginnings are written once, so that a failing match stops at its first letter.

    >>> any_of(["ten", "tens", "two"])
    't(?:en(?:s)?|wo)'
    """
    branches: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        branches.setdefault(word[:1], []).append(word[1:])
    optional = "" in branches and branches.pop("") is not None
    parts = []
    for letter, rests in branches.items():
        parts.append(
            (space if letter == " " else re.escape(letter)) + any_of(rests, space) if any(rests) else letter
        )
    parts = [space if part == " " else part if len(part) > 1 else re.escape(part) for part in parts]
    if not parts:
        return ""
    if len(parts) == 1 and not optional:
        return parts[0]
    return f"(?:{'|'.join(parts)})" + ("?" if optional else "")


@lru_cache(maxsize=1)
def currency_signs() -> dict[str, str]:
    """ISO 4217 code of every sign and code that stands before or after digits ("" where it is unclear)."""
    return {words: code for words, kind, code, _ in lexicon_rows("currencies", 4) if kind in ("sign", "code")}


@lru_cache(maxsize=1)
def _tokens_pattern() -> re.Pattern[str]:
    words = any_of(word for word, (kind, _) in word_values().items() if kind != "rank")
    signs = list(currency_signs())
    symbols = "".join(re.escape(s) for s in signs if len(s) == 1)
    letters = any_of(s for s in signs if s[0].isalpha() and not s.endswith("$"))
    paired = [s[:-1] for s in signs if s[0].isalpha() and s.endswith("$")]
    # one letter and a spaced sign are an article and an amount: "a $500 fine"
    dollars = "|".join(rf"(?i:{re.escape(s)})[ ]?\$" if len(s) > 1 or s == "C" else rf"{s}\$" for s in paired)
    specials = "".join(_SPECIAL)
    thin = r"[ \u00a0]?"
    return re.compile(
        rf"""
        (?:
            (?P<sign>(?<![\w.])(?=[A-Za-z.]{{1,5}}{thin}\$?{thin}[\d.])(?:{dollars}|{letters})|[{symbols}]){thin}
          | (?<!\w)
        )(?=[\d.])(?:
            (?P<slash>\d{{1,2}}/\d{{1,3}}(?![\d/]))
          | (?P<digits>{_DIGITS})(?:[ \u00a0]{{0,20}}(?P<part>(?<=[ \u00a0])\d/\d{{1,2}}(?![\d/])|[{specials}]))?
        )
      | (?P<special>[{specials}])
      | (?:(?<![\w])|(?<=\d)(?=(?i:[mbtr]+illion|thousand|crore|lakh)))(?P<word>(?i:{words}))(?![\w])
        """,
        re.VERBOSE,
    )


def _number(written: str) -> float:
    """Value of a run of digits with its separators; one dot or a short comma is decimal."""
    plain = re.sub(r"[ \u00a0\u2009\u202f'’]", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d{1,2}", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    elif re.search(r"\.\s\d{3}$", written):
        plain = plain.replace(".", "")
    return float(plain.replace(",", ""))


def _currency(sign: str | None) -> str | None:
    if not sign:
        return None
    signs = currency_signs()
    bare = sign.replace(" ", "")
    return signs.get(bare, signs.get(bare.upper(), ""))


def _slash(written: str) -> float:
    above, below = written.split("/")
    return float(above) / float(below) if float(below) else 0.0


def find_tokens(text: str, start: int, end: int) -> list[Token]:
    """Number words and runs of digits of ``text[start:end]``, in order."""
    found = []
    for match in _tokens_pattern().finditer(text, start, end):
        found.append(_token(match))
    return found


def _token(match: re.Match[str]) -> Token:
    place = match.span()
    word, digits = match["word"], match["digits"]
    if word:
        kind, value = word_values()[word.lower()]
        return Token(*place, kind, value, word.lower())
    if match["special"]:
        return Token(*place, "slash", _SPECIAL[match["special"]], match["special"])
    sign = _currency(match["sign"])
    if match["slash"]:
        return Token(*place, "slash", _slash(match["slash"]), match["slash"], sign)
    part = match["part"]
    extra = (_SPECIAL[part] if part in _SPECIAL else _slash(part)) if part else 0.0
    return Token(*place, "digits", _number(digits), digits, sign, extra)
