"""Runs of number words and digits read as one number each: "two and a half million", "tens of thousands"."""

import re

from reportedly.claims.number_chains import ARTICLE, JOINT, Chain, Numeral
from reportedly.claims.number_words import Token, find_tokens
from reportedly.claims.vague_words import read_vague

#: Scales as they are glued or set behind digits; "m" only where metres are ruled out.
_SUFFIXES = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "MN": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "MM": 1e6,
    "mio": 1e6, "b": 1e9, "B": 1e9, "bn": 1e9, "Bn": 1e9, "BN": 1e9, "bln": 1e9, "G": 1e9, "tn": 1e12, "trn": 1e12,
    "tr": 1e12, "T": 1e12, "tln": 1e12,
}  # fmt: skip
_SUFFIX = re.compile(r"[ \u00a0]?(k|K|m|M|mn|MN|mln|mil|mm|MM|mio|b|B|bn|Bn|BN|bln|tn|trn|tr|T|tln|G)(?![\w])")
#: After these words a small "m" behind digits is metres.
_METRES = re.compile(
    r"[-–](?!\w*(?:dollar|pound|euro|plus|strong))|\s*"
    r"(?:tall|high|deep|wide|long|away|from|above|below|x|freestyle|sprint|race|wave|waves|tsunami|butterfly|"
    r"backstroke|hurdles|relay|final|dash|thick|underground|down|of\s+(?:water|rain|snow))\b"
)
_BARE = re.compile(r"\s*(?:$|[,.;:)!?]|(?:in|to|by|and|at|on|off|out|before|up|of)\b)")
_LENGTHS = re.compile(
    r"\b(?:wav\w+|deep|depth|height|high|tall|wide|width|long|length|met(?:er|re)s?|f(?:ee|oo)t|km|swim\w*|swam|jump\w*|"
    r"leap\w*|sea\s+level|water\s+level|flood\s*waters?|altitude|distance|radius|sprint|climb\w*)\b",
    re.IGNORECASE,
)
_HALF_MORE = re.compile(
    r"(?:\s+and\s+|-and-)(?:(?:an?|one)[\s-](half|quarter|third|fourth|fifth)|(three|two)[\s-](quarters|thirds|"
    r"fifths)|"
    r"(four)[\s-](fifths))\b",
    re.IGNORECASE,
)
_OF_A = re.compile(r"(?:\s+of)?\s+an?\s+|\s+of\s+|[-\s]a[-\s]|[\s-]+", re.IGNORECASE)
#: "a third man", "a sixth-grader": what follows makes the part a rank.
_RANKED = re.compile(
    r"-(?!of-|a-)|\s+(?!(?:of|the|less|more|lower|higher|fewer|in|from|to|by|at|on|since|during|between|over|"
    r"are|were|is|was|said|have|had|and|or|as|than|"
    r"compared|below|above|each|billion|million|mile|hour|acre|inch|pound|century|its|their|his|her|point|"
    r"percentage|percent|smaller|larger|who|that)\b)[A-Za-z]",
    re.IGNORECASE,
)
_SMALL_PARTS = {"half": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5}


def find_numerals(text: str, start: int, end: int, taken: bytearray) -> list[Numeral]:
    """Numbers of ``text[start:end]`` in order; ``taken`` has a byte a character and marks what is spoken for."""
    tokens = [t for t in find_tokens(text, start, end) if not any(taken[t.start - start : t.end - start])]
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, after = _read_numeral(text, tokens, at, start, end)
        if numeral is not None:
            found.append(numeral)
        at = max(after, at + 1)
    return found


def _read_numeral(text: str, tokens: list[Token], at: int, start: int, end: int) -> tuple[Numeral | None, int]:
    token = tokens[at]
    if token.kind == "vague":
        return read_vague(text, tokens, at, start)
    if token.kind in ("part", "parts"):
        return _read_part(text, tokens, at, start)
    if token.kind == "slash":
        return _part_of(
            text, tokens, at + 1, Numeral(token.start, token.end, token.value, "part", currency=token.sign)
        )
    chain = Chain(text, tokens, at)
    chain.read()
    if chain.after == at:
        return None, at + 1
    numeral = chain.numeral(start)
    if numeral is None:
        return None, chain.after
    if numeral.kind == "digits" and numeral.scale == 1:
        _read_suffix(text, numeral, end)
    _read_half_more(text, tokens, chain, numeral)
    over = _parts_after(text, tokens, chain.after, numeral)
    if over is not None:
        return over
    while chain.after < len(tokens) and tokens[chain.after].start < numeral.end:
        chain.after += 1
    return numeral, chain.after


def _read_suffix(text: str, numeral: Numeral, end: int) -> None:
    """Scale letters behind digits: 1.2m, $3bn, 500k."""
    match = _SUFFIX.match(text, numeral.end, end)
    if match is None:
        return
    letters, spaced = match[1], match[0][0] in " \u00a0"
    money = numeral.currency is not None
    if (
        letters in ("m", "mm", "MM")
        and not money
        and (spaced or letters == "mm" or _is_metres(text, numeral.start, match.end()))
    ):
        return
    unsure = letters in ("tr", "T", "G", "b", "MM") and not (letters == "b" and "." in numeral.first)
    if not money and (unsure or (spaced and letters in ("k", "K", "m", "M", "b", "B", "mil"))):
        return
    numeral.mantissa, numeral.scale = numeral.value or 0.0, _SUFFIXES[letters]
    numeral.value = (numeral.value or 0.0) * numeral.scale
    numeral.dotted = False
    numeral.end = match.end()


def _is_metres(text: str, start: int, end: int) -> bool:
    """Whether a small "m" behind digits is metres: by the word after it, else by talk of lengths nearby."""
    if _METRES.match(text, end):
        return True
    bare = _BARE.match(text, end)
    return bare is not None and _LENGTHS.search(text, max(0, start - 60), end + 40) is not None


def _read_half_more(text: str, tokens: list[Token], chain: Chain, numeral: Numeral) -> None:
    """ "and a half" behind a number; before a scale word it belongs under the scale."""
    match = _HALF_MORE.match(text, numeral.end)
    if match is None or numeral.value is None:
        return
    if match[1]:
        part = 1 / _SMALL_PARTS[match[1].lower()]
    else:
        above = {"three": 3, "two": 2, "four": 4}[(match[2] or match[4]).lower()]
        part = above / _SMALL_PARTS[(match[3] or match[5]).lower()[:-1]]
    numeral.value += part * (numeral.scale if numeral.scale > 100 else 1)
    numeral.end = match.end()
    while chain.after < len(tokens) and tokens[chain.after].start < numeral.end:
        chain.after += 1
    if (
        chain.after < len(tokens)
        and tokens[chain.after].kind in ("scale", "hundred", "dozen")
        and numeral.scale == 1
    ):
        scale = tokens[chain.after]
        if JOINT.fullmatch(text[numeral.end : scale.start]):
            numeral.mantissa, numeral.scale = numeral.value, scale.value
            numeral.value *= scale.value
            numeral.end = scale.end
            chain.after += 1


def _parts_after(text: str, tokens: list[Token], at: int, numeral: Numeral) -> tuple[Numeral, int] | None:
    """ "two-thirds", "one third": the number before is the numerator."""
    if at >= len(tokens) or numeral.value is None or numeral.value <= 0:
        return None
    token = tokens[at]
    if token.kind not in ("part", "parts") or not JOINT.fullmatch(text[numeral.end : token.start]):
        return None
    single = token.kind == "part"
    if single != (numeral.value == 1) or token.written == "seconds":
        return None
    if token.written == "quarters" and (numeral.value != 3 or numeral.kind == "digits"):
        return None
    if single and token.written not in ("half", "third", "quarter", "fourth") and numeral.kind == "digits":
        return None
    value = numeral.value / token.value
    return _part_of(
        text, tokens, at + 1, Numeral(numeral.start, token.end, value, "part", currency=numeral.currency)
    )


def _read_part(text: str, tokens: list[Token], at: int, start: int) -> tuple[Numeral | None, int]:
    """ "half", "a third", "a quarter of a million"; parts without a numerator that are no share give None."""
    token = tokens[at]
    if token.kind == "parts":
        return None, at + 1
    before = text[max(start, token.start - 12) : token.start]
    article = ARTICLE.search(before)
    numeral = Numeral(token.start, token.end, 1 / token.value, "part", first=token.written)
    if article is not None and article[1].lower() in ("a", "an", "one"):
        numeral.start = token.start - (len(before) - article.start())
    elif token.written not in ("half", "quarter"):
        return None, at + 1
    if token.written != "half" and _RANKED.match(text, token.end):
        return None, at + 1
    whole, after = _part_of(text, tokens, at + 1, numeral)
    if token.written == "quarter" and numeral.start == token.start and whole.kind == "part":
        return None, at + 1
    return whole, after


def _part_of(text: str, tokens: list[Token], at: int, numeral: Numeral) -> tuple[Numeral, int]:
    """ "half a million", "three quarters of a million", "half a dozen": the share times the scale."""
    if at < len(tokens) and tokens[at].kind in ("scale", "hundred", "dozen") and numeral.value is not None:
        scale = tokens[at]
        if _OF_A.fullmatch(text[numeral.end : scale.start]):
            value = numeral.value * scale.value
            return Numeral(
                numeral.start, scale.end, value, "words", numeral.value, scale.value, currency=numeral.currency
            ), at + 1
    return numeral, at
