"""The base of a rate: "a month", "per day", "each year", "per 100,000"."""

import re

from reportedly.claims.drafts import Draft

# A hyphen may part words or stand in one: words are taken whole or are of bounded length, else a chain
# of numbers with hyphens would be tried in every division.
_PER_WORDS = (
    r"(?P<gap>(?:[\s-]+(?!(?:in|at|on|for|from|to|by|and|was|were|is|are|who|that|since|with|into|a|an|per|"
    r"each|every|when|as|had|has|during|over)\b)[\w'’%-]{1,40}){0,3}?)"
    r"(?P<per>[\s-]+(?:per|an?|each|every)[\s-]+|/|\s+(?:for|in)\s+(?:each|every)\s+)(?P<base>"
)
_BASES = (
    "second minute hour day night week month quarter year decade annum capita person head barrel share "
    "gallon litre liter ton tonne kilogram kilo kg pound ounce household family child student capita mile "
    "kilometer kilometre km acre hectare bottle unit visit voter worker employee patient seat ticket vote "
    "weekday weekend shift game minute s hr yr barrel bushel litre cent dollar kilowatt-hour megawatt "
    "carat item call ride bag word piece square"
).split()
_PER_BASE = re.compile(_PER_WORDS + rf"(?:{'|'.join(_BASES)}))(?![\w-])", re.IGNORECASE)
_PER_NUMBER = re.compile(
    r"(?:[\s-]+(?!(?:and|to|was|were|is|are)\b)[\w'’-]++){0,4}?\s+(?P<per>(?:per|(?:for|in|out\s+of)\s+every|"
    r"for\s+each)\s+)(?P<base>(?:(?:an?|one|ten)\s+)?(?:\d[\d,]*(?:\s+(?:million|thousand))?|"
    r"hundred\s+thousand|hundred|thousand|million))(?![\w,]\d|\s*(?:days|hours|weeks|months|years|minutes)\b)",
    re.IGNORECASE,
)
_ANCHOR_AFTER = re.compile(r"\s+(?:ago|after|before|earlier|later|from|old|of|or)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"[\s-]+an?[\s-]+", re.IGNORECASE)


def read_per(text: str, draft: Draft, end: int) -> None:
    """Set the base of a rate: "a month", "per day", "each year", "per 100,000"."""
    match = _PER_NUMBER.match(text, draft.tail_end, end)
    if match is not None:
        if draft.measure in (None, "count"):
            draft.measure = "rate"
        draft.per, draft.per_span = (
            " ".join(match["base"].lower().split()),
            (match.start("per"), match.end("base")),
        )
        return
    match = _PER_BASE.match(text, draft.tail_end, end)
    if match is None:
        return
    indefinite = bool(_INDEFINITE.fullmatch(match["per"]))
    if indefinite and (
        _ANCHOR_AFTER.match(text, match.end())
        or (
            match["gap"]
            and match["base"].lower() not in ("day", "week", "month", "year", "night", "hour", "minute")
        )
    ):
        return
    if match["per"] == "/" and (
        match["gap"]
        or (
            text[match.start("per") - 1].isalpha() is False
            and not text[match.start("per") - 1].isdigit()
            and text[match.start("per") - 1] not in "%."
        )
    ):
        return
    if draft.measure == "age":
        return
    start = match.start("per") + (len(match["per"]) - len(match["per"].lstrip(" -\n\t")))
    draft.per, draft.per_span = match["base"].lower(), (start, match.end("base"))
