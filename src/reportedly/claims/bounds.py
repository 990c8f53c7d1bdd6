"""Bound words before and behind a number: "at least", "nearly", "or more", "-odd", "could reach"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.drafts import Draft
from reportedly.claims.lexicon import lexicon_rows
from reportedly.terms.figure import Bound, Lean

_WORDS_BEFORE = re.compile(r"((?:[^\W\d_][\w'’.-]*\s+|~\s?|[<>]=?\s?|[≈≥≤]\s?){1,9})$")
#: Words that may stand between bound words and the number without changing what they say.
_FILLERS = frozenset(
    (
        "a an another additional further extra record reported combined whopping staggering astonishing "
        "estimated cool massive full hefty fresh initial average approximate stunning possible potential "
        "good more other unprecedented just only"
    ).split()
)
_MARKS = re.compile(
    r"(?:\s*(?:billion|million|percent|per\s?cent|%|-?\w+)?)[\s-]+(?:mark|threshold|level|barrier|milestone|"
    r"line|limit|point)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:could|may|might|can)\s+(?:(?:well|eventually|even|yet|ultimately|easily|soon|still|also|possibly|"
    r"have|eventually)\s+)?"
    r"(?P<how>reach(?:ed)?|hit|rise\s+to|climb\s+to|be\s+as\s+high\s+as|go\s+as\s+high\s+as|grow\s+to|run\s+to|"
    r"go\s+up\s+to|rise\s+up\s+to|be\s+up\s+to|"
    r"number|total|be\s+as\s+many\s+as|reach\s+as\s+high\s+as|reach\s+as\s+many\s+as|climb\s+as\s+high\s+as|"
    r"rise\s+as\s+high\s+as|amount\s+to|run\s+into\s+the|run\s+into|reach\s+into\s+the|reach\s+the|"
    r"top|exceed|surpass|pass|cross|climb\s+past|rise\s+past|rise\s+above|go\s+above|climb\s+above|"
    r"be\s+more\s+than|be\s+over|reach\s+more\s+than|rise\s+to\s+more\s+than|rise\s+beyond|"
    r"reach\s+up\s+to|climb\s+to\s+as\s+high\s+as|rise\s+to\s+as\s+many\s+as|rise\s+to\s+as\s+high\s+as|"
    r"go\s+to)\s+(?:an?\s+estimated\s+)?$",
    re.IGNORECASE,
)
_OVER_POSSIBLE = re.compile(r"top|exceed|surpass|pass|cross|above|past|beyond|more than|over", re.IGNORECASE)
_UP_FROM = re.compile(r"\s+from\s+(?:\w+\s+)?\d")
_RAISED = re.compile(
    r"\b(?:(?:push\w*|br(?:ing|ings|ought|inging)|tak(?:e|es|en|ing)|took|rais\w+|dr[io]ve\w*|sen[dt]\w*|"
    r"lift\w*|mov(?:ed|es|ing))\s+(?:[\w'’-]+\s+){0,8}|"
    r"(?:go(?:es|ne|ing)?|went|count\w*|toll|number|total|figure|tally|revised?|climb\w*|jump\w*|edged|ticked|"
    r"inched|shot|crept|risen|rose)\s+"
    r"(?:(?:of|the|that|\w+ed|people|those|dead|victims|missing|deaths|found|for|confirmed|known|who|had|been|"
    r"have|is|was|now|goes|went|gone)\s+){0,8})$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"""
    (?P<at_least>\s+(?:or|and)\s+(?:more|greater|above|over|older|higher|up|upwards?|counting|rising|climbing|
        beyond|better|longer|larger)\b(?!\s+than\b)(?!\s+the\b)
      | [-–]plus\b | \s+plus\b(?=\s+(?!an?\b|the\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|
          nine\b|ten\b|zero\b|some\b|another\b|about\b|his\b|her\b|its\b|their\b|or\b)[a-z]) | \s?\+(?!\d)
      | ,?\s+at\s+(?:the\s+)?(?:very\s+)?least\b | \s+minimum\b | \s+and\s+growing\b)
  | (?P<at_most>\s+(?:or|and)\s+(?:fewer|less|under|below|younger|lower|smaller|shorter)\b(?!\s+than\b) |
       ,?\s+at\s+(?:the\s+)?(?:very\s+)?most\b | \s+max(?:imum)?\b | \s+tops\b(?=[,.;]|$))
  | (?P<about>\s+or\s+so\b | [\s-]odd\b | \s+or\s+thereabouts\b | -?ish\b | [\s-]something(?:s|-year-old)?\b |
       ,?\s+give\s+or\s+take\b | ,?\s+more\s+or\s+less\b | \s+approximately(?=[,.;)])
      | \s+or\s+thereabout\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Who estimates something at a number does not count: "the insurer estimates losses at $1 billion".
_ESTIMATES = re.compile(
    r"\bestimat(?:e|es|ed|ing)\s+(?!at\b)(?:[\w'’$-]+\s+){1,7}?(?:at|to\s+be)\s+[$£€]?$", re.IGNORECASE
)
_EARLIER_VERB = re.compile(
    r"\b(?:for|in|after|since|than|of|by|takes?|took|taken|lasts?|lasted|lasting|spent|spend|is|was|are|were|"
    r"worth|at|spanning|aged|waited|wait|serving|serve|with|and|just|well|to|from)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Entry:
    bound: Bound
    lean: Lean | None
    when: str


@lru_cache(maxsize=1)
def _bounds() -> dict[str, _Entry]:
    return {w: _Entry(bound, lean or None, when) for w, bound, lean, when, _ in lexicon_rows("bounds", 5)}  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(words.split()[-1] for words in _bounds())


@lru_cache(maxsize=1)
def _topics() -> frozenset[tuple[str, str]]:
    return frozenset((word, before) for word, before, _ in lexicon_rows("topics", 3))


def read_bounds(text: str, draft: Draft, start: int, end: int) -> None:
    """Take bound words before and behind the number into the draft, and set its bound and lean."""
    _read_before(text, draft, start)
    _read_after(text, draft, end)


def _read_before(text: str, draft: Draft, start: int) -> None:
    low = max(start, draft.start - 72)
    if _ESTIMATES.search(text, low, draft.start):
        _apply(draft, "about", None)
    match = _WORDS_BEFORE.search(text, low, draft.start) if draft.start > start else None
    if match is None:
        return
    if "ould " in match[0] or "may " in match[0] or "ight " in match[0] or "can " in match[0]:
        possible = _POSSIBLE.search(text, low, draft.start)
        if possible is not None and draft.bound != "range":
            draft.possible = True
            if not draft.vague:
                draft.bound = "more_than" if _OVER_POSSIBLE.search(possible["how"]) else "at_most"
            draft.start = possible.start()
            return
    words = [
        (m.start() + match.start(), m[0].lower()) for m in re.finditer(r"[^\W\d_][\w'’.-]*|[~<>≈≥≤]=?", match[0])
    ]
    if match.start() == low and low > start and text[low - 1].isalnum():
        words = words[1:]  # the first word is cut
    found = _longest(text, words, draft, start)
    first: _Entry | None = None
    while found is not None:
        entry, index = found
        draft.start = words[index][0]
        first = _stronger(first, entry)
        words = words[:index]
        found = _longest(text, words, draft, start)
    if first is not None:
        _apply(draft, first.bound, first.lean)


def _stronger(inner: _Entry | None, outer: _Entry) -> _Entry:
    """Of two stacked bound words the one that sets a side wins over "about": "at least some 500"."""
    if inner is None or inner.bound == "exact":
        return outer
    if outer.bound == "about" or outer.bound == "exact":
        return inner
    return outer


def _apply(draft: Draft, bound: Bound, lean: Lean | None) -> None:
    if draft.bound == "range" or draft.vague:
        return
    draft.bound, draft.lean = bound, lean


_SIGNS = {
    "~": "about",
    "≈": "about",
    ">": "more than",
    "<": "less than",
    ">=": "at least",
    "<=": "at most",
    "≥": "at least",
    "≤": "at most",
}


def _longest(text: str, words: list[tuple[int, str]], draft: Draft, start: int) -> tuple[_Entry, int] | None:
    """The longest entry of the table that ends right before the number, fillers aside, and its first word."""
    if not words:
        return None
    bounds, lasts = _bounds(), _last_words()
    sign = _SIGNS.get(words[-1][1])
    if sign is not None:
        return bounds[sign], len(words) - 1
    for dropped in range(4):
        last = len(words) - dropped
        if last <= 0:
            return None
        if dropped == 1 and words[last][1] in ("a", "an"):
            continue  # "over a $10 million contract" is no bound
        if dropped and words[last][1] not in _FILLERS and not (words[last][1] == "the" and dropped == 1):
            return None
        if words[last - 1][1] not in lasts:
            continue
        the = dropped == 1 and words[last][1] == "the"
        for first in range(max(0, last - 6), last):
            entry = bounds.get(" ".join(w for _, w in words[first:last]))
            if entry is None:
                continue
            if the and not (entry.when in ("large", "past", "place") or entry.bound == "more_than"):
                continue
            if the and not _MARKS.match(text, draft.end):
                continue
            if entry.bound == "exact":
                return None  # "a total of 99" adds nothing and stays outside the words
            if _holds(text, words, first, last, entry, draft, start):
                return entry, first
    return None


def _holds(
    text: str, words: list[tuple[int, str]], first: int, last: int, entry: _Entry, draft: Draft, start: int
) -> bool:
    """Whether the words are bound words here and not a verb or preposition of their own."""
    before = words[first - 1][1] if first else ""
    phrase = words[first][1]
    value = draft.value if draft.value is not None else 1000.0
    small = (
        value < 50
        and draft.measure not in ("money", "percent", "ratio", "temperature", "age")
        and not draft.is_round_scale
    )
    when = entry.when
    if when == "topic" or phrase in ("around", "some"):
        return phrase == "some" or (before, "around" if phrase == "around" else "about") not in _topics()
    if when == "large":
        return not small
    if when == "past":
        return (
            before
            not in ("the", "this", "in", "over", "during", "for", "of", "these", "his", "her", "half", "quarter")
            and draft.measure != "duration"
            and not small
        )
    if when == "over":
        return _is_over(text, words, first, before, draft, small, start)
    if when == "place":
        return not small and before not in ("the",)
    if when == "under":
        if (before, "under") in _topics() and small:
            return False
        return not small or draft.measure in ("duration", "distance", "weight", "area")
    if when == "upto":
        return _is_up_to(text, words[first][0], draft, start)
    return True


def _is_over(
    text: str, words: list[tuple[int, str]], first: int, before: str, draft: Draft, small: bool, start: int
) -> bool:
    if draft.measure == "duration":
        at = words[first][0]
        return bool(_EARLIER_VERB.search(text, max(start, at - 16), at)) or (
            first == 0 and not text[max(start, at - 1) : at].strip()[-1:].isalnum() and at == start
        )
    if (before, "over") in _topics():
        return (draft.value or 0) >= 1000 or draft.measure == "money"
    if small and draft.measure is None:
        return (
            before not in ("all", "won", "take", "taken", "took", "fought", "fighting", "debate", "divided")
            and (draft.value or 0) >= 13
        ) or before in ("well", "just", "of", "by", "to", "at", "in", "from", "for", "")
    return before not in ("take", "taken", "hand", "handed", "turn", "turned")


def _is_up_to(text: str, at: int, draft: Draft, start: int) -> bool:
    """ "pushed the count up to 188" is a change, not a bound, and so is "up to 33 from 21"."""
    return _RAISED.search(text, max(start, at - 110), at) is None and _UP_FROM.match(text, draft.end) is None


def _read_after(text: str, draft: Draft, end: int) -> None:
    match = _AFTER.match(text, draft.end, end)
    inside = True
    if match is None and draft.unit is not None and draft.tail_end > draft.end:
        match = _AFTER.match(text, draft.tail_end, end)
        inside = False
        if match is not None and match["at_least"] and match[0].strip().lower().startswith(("+", "-plus", "plus")):
            return
    if match is None and draft.measure in (None, "count") and draft.value is not None:
        noun = re.compile(r"\s+[a-z]+").match(text, draft.end, end)
        if noun is not None and noun[0].strip() not in ("or", "and", "to", "in", "of"):
            match = re.compile(
                r"(?P<at_least>\s+or\s+more\b(?!\s+than)|,?\s+at\s+least(?=[,.;]))|"
                r"(?P<at_most>\s+or\s+(?:fewer|less)\b(?!\s+than)|,?\s+at\s+most(?=[,.;]))|"
                r"(?P<about>\s+or\s+so\b)"
            ).match(text, noun.end(), end)
            inside = False
    if match is None:
        return
    name = match.lastgroup
    if draft.vague or draft.bound in ("range",):
        if inside:
            draft.end = match.end()
            draft.tail_end = max(draft.tail_end, draft.end)
        return
    words = match[0].strip(" ,\n").lower()
    if draft.bound == "exact" or (draft.bound == "about" and name != "about"):
        draft.bound = "at_least" if name == "at_least" else "at_most" if name == "at_most" else "about"
        draft.lean = "above" if words.endswith("something") else None
    if inside:
        draft.end = match.end()
        draft.tail_end = max(draft.tail_end, draft.end)
    else:
        lead = len(match[0]) - len(match[0].lstrip(" ,\n"))
        draft.after_bound = (match.start() + lead, match.end())
