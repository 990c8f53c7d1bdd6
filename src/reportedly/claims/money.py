"""Money: names and signs behind a number, the currency they stand for, and pounds that are weights."""

import re
from functools import lru_cache

from reportedly.claims.drafts import Draft
from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.number_words import any_of, currency_signs

#: Names of money that are common words as well: only behind a large number.
_SHY_MONEY = frozenset({"won", "crowns", "marks", "soles", "lei", "lira", "leu", "real", "rand"})
_CENTS = frozenset({"cent", "cents", "pence", "penny"})
_WEIGHED = re.compile(r"\b(?:weigh\w*|weight|lost|gained|heavy|lighter|heavier)\b", re.IGNORECASE)
_STUFF = re.compile(
    r"\s+(?:of\s+(?!aid\b|debt\b|damage\b|public\b|tax|investment|funding)[a-z]+|in\s+weight|overweight|"
    r"heavier|lighter|per\s+square)",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"£|sterling|\b(?:pay|paid|pays|cost|costs|fined?|fines|worth|spend|spent|price|salary|reward|earn\w*|bail|"
    r"budget|fund\w*|damages|compensation|loan|invest\w*|for)\b[^.;]{0,30}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _money() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    rows = list(lexicon_rows("currencies", 4))
    words = {w: code for w, kind, code, _ in rows if kind == "word"}
    national = {w.lower(): code for w, kind, code, _ in rows if kind == "national"}
    adjectives = any_of(w for w, kind, _, _ in rows if kind == "of")
    codes = "|".join(sorted(w for w, kind, _, _ in rows if kind == "code"))
    symbols = "".join(w for w, kind, _, _ in rows if kind == "sign" and len(w) == 1)
    pattern = re.compile(
        rf"[\s\u00a0-]*(?:(?P<of>(?i:{adjectives}))\s+)?(?:(?P<word>(?<![A-Za-z])(?i:{any_of(words)}))(?!\w)|"
        rf"(?<![A-Za-z])(?P<code>{codes}|usd|eur|gbp)(?![A-Za-z]))"
        rf"|[ \u00a0]?(?P<symbol>[{re.escape(symbols)}])(?!\s?\d|\.\d)|(?<=\d)(?P<pence>p)(?!\w)"
    )
    return pattern, words, national


def skip_money_word(text: str, draft: Draft, end: int) -> None:
    match = _money()[0].match(text, draft.numeral.end, end)
    if match is not None and match["code"]:
        draft.end = draft.tail_end = match.end()
        draft.currency = currency_signs()[match["code"].upper()]
    elif match is not None and match["word"] and match["word"].lower() in ("dollars", "dollar", "pounds", "euros"):
        draft.unit, draft.tail_end = match.span("word"), match.end()


def read_money(text: str, draft: Draft, start: int, end: int) -> bool:
    pattern, words, national = _money()
    at = draft.numeral.end
    of = re.compile(r"\s+of\s+(?=\S)").match(text, at, end) if draft.vague else None
    match = pattern.match(text, of.end() - 1 if of else at, end)
    if match is None:
        return False
    if match["symbol"] or match["code"]:
        draft.currency = currency_signs().get(match["symbol"] or match["code"].upper()) or None
        draft.end = draft.tail_end = match.end()
    elif match["pence"]:
        draft.currency, draft.factor, draft.unit, draft.tail_end = "GBP", 0.01, match.span("pence"), match.end()
    else:
        word = match["word"].lower()
        if not _is_money_word(text, draft, word, match, start):
            return False
        draft.currency = _currency_of(match["of"], word, words, national)
        draft.unit, draft.tail_end = (
            (match.start("of") if match["of"] else match.start("word"), match.end()),
            match.end(),
        )
        if word in _CENTS:
            draft.factor = 0.01
    draft.measure, draft.settled = "money", True
    return True


def _is_money_word(text: str, draft: Draft, word: str, match: re.Match[str], start: int) -> bool:
    value = abs(draft.value or 0)
    if word in _SHY_MONEY and not match["of"]:
        return value >= 100 and not (word == "won" and value < 1000)
    if word in ("pound", "pounds") and not match["of"]:
        if (
            _STUFF.match(text, match.end())
            or word == "pound"
            or _WEIGHED.search(text, max(start, draft.start - 60), draft.start)
        ):
            return text[match.end() : match.end() + 9].lower() == " sterling"
        return value >= 1000 or _PAID.search(text, max(start, draft.start - 60), draft.start) is not None
    return True


def _currency_of(adjective: str | None, word: str, words: dict[str, str], national: dict[str, str]) -> str | None:
    if adjective:
        stem = "cent" if word in _CENTS else word.rstrip("s")
        for name in (stem, "dollar" if stem == "cent" else stem, stem[:4]):
            code = national.get(f"{' '.join(adjective.split())} {name}".lower())
            if code:
                return code
    return words.get(word) or None
