"""The longest run of number words and digits that is one number in English grammar."""

import math
import re
from dataclasses import dataclass
from typing import Literal

from reportedly.claims.number_words import Token

JOINT = re.compile(r"\s*[-–‑]\s*|\s+|")
_AND = re.compile(r"\s+and\s+|-and-|\s+&\s+", re.IGNORECASE)
_POINT = re.compile(
    r"\s+point((?:[\s-](?:zero|nought|naught|oh|one|two|three|four|five|six|seven|eight|nine))+)\b", re.IGNORECASE
)
_PLURAL = re.compile(r"s\s+of\b")
ARTICLE = re.compile(
    r"\b(an?|one|the)[\s-]+(?:(?:whole|full|mere|good|record|whopping|staggering)\s+)?$", re.IGNORECASE
)
#: Code points before a number in which its sign or article stands.
_BEFORE = 20
#: "plus or minus 3" is a width and no number below nought.
_MINUS = re.compile(
    r"(?:(?<!plus or )(?<!plus and )\b(?:minus|negative)\s+|(?:^|(?<=[\s(]))[-−]\s?)$", re.IGNORECASE
)


@dataclass(slots=True)
class Numeral:
    """One number as written, without bound words and units.

    ``value`` is None for vague words, which ``vague`` holds; ``mantissa`` times ``scale`` is the
    value where a scale word was said ("1.5 million"). ``currency`` is "" for a sign without one meaning.
    ``dotted`` marks a number such as 6.500, which is thousands or thousandths as its unit decides.
    """

    start: int
    end: int
    value: float | None
    kind: Literal["digits", "words", "part", "vague"]
    mantissa: float = 0.0
    scale: float = 1.0
    vague: str | None = None
    currency: str | None = None
    dotted: bool = False
    first: str = ""


class Chain:
    """The longest run of tokens that is one number in English grammar."""

    def __init__(self, text: str, tokens: list[Token], at: int) -> None:
        self.text, self.tokens, self.first, self.after = text, tokens, at, at
        self.total = self.current = 0.0
        self.last = ""
        self.mantissa, self.scale = 0.0, 1.0
        self.least = float("inf")

    def read(self) -> None:
        """Take tokens as long as they continue the number."""
        while self.after < len(self.tokens):
            token = self.tokens[self.after]
            joined = ""
            if self.after > self.first:
                gap = self.text[self.tokens[self.after - 1].end : token.start]
                if token.sign is not None:
                    return
                if _AND.fullmatch(gap):
                    joined = "and"
                elif not JOINT.fullmatch(gap):
                    return
            if not self._take(token, joined):
                return
            self.after += 1

    def _take(self, token: Token, joined: str) -> bool:
        kind = token.kind
        if kind == "vague" and token.value and self.last and not joined:
            kind = {12.0: "dozen", 100.0: "hundred"}.get(token.value, "scale")  # "3 dozens", "2 millions"
            if token.value in (10.0, 20.0) or self.last in ("hundred", "scale", "dozen"):
                return False
        step = {
            "digits": self._digits, "zero": self._small, "small": self._small, "teen": self._small,
            "ten": self._small, "hundred": self._hundred, "scale": self._scaled, "dozen": self._dozen,
        }.get(kind)  # fmt: skip
        if step is None or not step(token, joined):
            return False
        self.last = kind
        return True

    def _next_kind(self) -> tuple[str, float]:
        following = self.after + 1
        if following < len(self.tokens):
            gap = self.text[self.tokens[self.after].end : self.tokens[following].start]
            if JOINT.fullmatch(gap):
                return self.tokens[following].kind, self.tokens[following].value
        return "", 0.0

    def _digits(self, token: Token, joined: str) -> bool:
        if not self.last:
            self.current = token.value + token.part
            return True
        first = self.tokens[self.first].kind == "digits"
        kind, value = self._next_kind()
        if (kind == "hundred" and self.last == "hundred") or (kind == "scale" and value >= self.least):
            return False
        if first and self.last in ("hundred", "scale") and (joined or kind in ("hundred", "scale")):
            self.current += token.value
            return 0 < token.value < 1000
        return False

    def _small(self, token: Token, joined: str) -> bool:
        if token.kind == "zero":
            return not self.last
        if not self.last:
            self.current = token.value
            return True
        if self.last == "ten":
            if joined or token.kind != "small":
                return False
        elif self.last in ("hundred", "scale"):
            kind, value = self._next_kind()
            if (kind == "hundred" and self.last == "hundred") or (joined and kind in ("part", "parts")):
                return False
            if kind == "scale" and value >= self.least:
                return False
            if not joined and self.tokens[self.first].kind == "digits" and kind not in ("hundred", "scale"):
                return False
        else:
            return False
        self.current += token.value
        return True

    def _hundred(self, token: Token, joined: str) -> bool:
        if joined or self.last in ("zero", "hundred", "dozen") or self.current >= 1000:
            return False
        if not self.last:
            self.mantissa = self.current = 1.0
        elif self.last == "scale":
            return False
        self.mantissa, self.scale = self.current, 100.0
        self.current *= 100
        return True

    def _scaled(self, token: Token, joined: str) -> bool:
        if joined or self.last in ("zero", "dozen"):
            return False
        if self.last == "scale" and self.current == 0:
            self.total *= token.value  # three lakh crore, thousand million
            self.scale *= token.value
            return True
        if token.value >= self.least:
            return False
        if not self.last:
            self.current = 1.0
        self.mantissa = self.mantissa * 100 + self.current % 100 if self.last == "hundred" else self.current
        self.scale = token.value
        self.total += self.current * token.value
        self.current, self.least = 0.0, token.value
        return True

    def _dozen(self, token: Token, joined: str) -> bool:
        if joined or self.last in ("zero", "scale", "dozen"):
            return False
        self.current = (self.current or 1.0) * token.value
        self.mantissa, self.scale = self.current / token.value, token.value
        return True

    def numeral(self, start: int) -> Numeral | None:
        """The number read, with the article that belongs to it ("a hundred"); None for a bare scale word."""
        first, last = self.tokens[self.first], self.tokens[self.after - 1]
        value = self.total + self.current
        kind: Literal["digits", "words"] = "digits" if first.kind == "digits" else "words"
        numeral = Numeral(first.start, last.end, value, kind, self.mantissa, self.scale, currency=first.sign)
        numeral.first = first.written
        plain = kind == "digits" and numeral.scale == 1 and first.sign is None
        if plain and value in (100, 1000, 10_000, 100_000) and _PLURAL.match(self.text, last.end):
            words = first.written + "s"  # 100s of homes
            return Numeral(first.start, last.end + 1, None, "vague", vague=words, first="hundreds")
        if plain and re.fullmatch(r"\d{16,}|0+[1-9]\d*", first.written):
            return None  # a code, not a count
        numeral.dotted = (
            kind == "digits" and self.scale == 1 and bool(re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", first.written))
        )
        before = self.text[max(start, first.start - _BEFORE) : first.start]
        if first.kind in ("hundred", "scale", "dozen"):
            article = ARTICLE.search(before)
            if article is None and first.kind == "scale":
                return None
            if article is not None and article[1].lower() != "the":
                numeral.start = first.start - (len(before) - article.start())
            return numeral
        minus = _MINUS.search(before)
        if minus is not None and not (minus[0].strip() in ("-", "−") and (kind == "words" or minus[0][-1] == " ")):
            numeral.start = first.start - (len(before) - minus.start())
            numeral.value, numeral.mantissa = -value, -self.mantissa
        point = _POINT.match(self.text, last.end) if kind == "words" else None
        if point is not None:
            self._read_point(point, numeral)
        return numeral

    def _read_point(self, point: re.Match[str], numeral: Numeral) -> None:
        """Decimals in words: "two point five million"."""
        names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        digits = [
            str(names.index(w)) if w in names else "0" for w in re.split(r"[\s-]", point[1].lower().strip(" -"))
        ]
        value = math.copysign(abs(numeral.value or 0.0) + float("0." + "".join(digits)), numeral.value or 0.0)
        numeral.value, numeral.end = value, point.end()
        while self.after < len(self.tokens) and self.tokens[self.after].start < point.end():
            self.after += 1
        if self.after < len(self.tokens) and self.tokens[self.after].kind == "scale":
            scale = self.tokens[self.after]
            if not self.text[point.end() : scale.start].strip():
                numeral.value, numeral.mantissa, numeral.scale = value * scale.value, value, scale.value
                numeral.end = scale.end
                self.after += 1
