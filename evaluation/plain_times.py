"""How hard the parts of the time data are, by a reader of times that nobody tuned.

A score on texts that were never looked at falls below that on the others for two reasons: the rules fit
the others, or the texts are harder. This reader tells the two apart: some twenty plain patterns, written
down once and never held against a slip, settle everything into the past of the document's date. By how
much it falls from the one part to the other, the texts differ.

``python -m evaluation.plain_times`` prints F1 of mentions and values on what was seen and what is held back.
"""

import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from evaluation.folders import SHARED
from evaluation.outcome import percent
from evaluation.times import GoldText, Mention, is_held_back, load_timeml, one_spelling, pair_mentions

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name: n for n, name in enumerate(_MONTHS, 1)} | {f"{name[:3]}.": n for n, name in enumerate(_MONTHS, 1)}
_MONTH["sept."] = 9
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first second third fourth".split()
_LETTERS = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
_SHIFTS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
_M = "(" + "|".join(re.escape(name) for name in sorted(_MONTH, key=len, reverse=True)) + ")"
_N = r"(\d+|" + "|".join(_NUMBERS) + ")"

Values = Callable[[re.Match[str]], str]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 1


def _shifted(day: date, unit: str, count: int) -> str:
    if unit == "day":
        return (day + timedelta(days=count)).isoformat()
    if unit == "week":
        iso = (day + timedelta(days=7 * count)).isocalendar()
        return f"{iso.year}-W{iso.week:02}"
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return f"{year}-{month + 1:02}" if unit == "month" else str(day.year + count)


def _past(day: date, month: str, number: str | None = None) -> str:
    """A month, or a day of it, that is not after the document's date."""
    place = (_MONTH[month], int(number or 1))
    year = day.year - (place > (day.month, day.day))
    return f"{year}-{place[0]:02}" + (f"-{place[1]:02}" if number else "")


def _length(number: str, unit: str) -> str:
    *clock, letter = _LETTERS[unit]
    return f"P{''.join(clock)}{_number(number)}{letter}"


def _patterns(day: date) -> Iterator[tuple[str, Values]]:
    yield _M + r" (\d{1,2}),? (\d{4})\b", lambda m: f"{m[3]}-{_MONTH[m[1]]:02}-{int(m[2]):02}"
    yield _M + r" (\d{1,2})\b", lambda m: _past(day, m[1], m[2])
    yield _M + r",? (\d{4})\b", lambda m: f"{m[2]}-{_MONTH[m[1]]:02}"
    yield r"\b" + _M + r"(?!\w)", lambda m: _past(day, m[1])
    yield rf"\b({'|'.join(_DAYS)})\b", lambda m: _shifted(day, "day", -((day.weekday() - _DAYS.index(m[1])) % 7))
    yield r"\b(last|this|next) (week|month|year)\b", lambda m: _shifted(day, m[2], _SHIFTS[m[1]])
    yield r"\b(yesterday|today|tomorrow)\b", lambda m: _shifted(day, "day", _SHIFTS[m[1]])
    yield rf"\b{_N} (day|week|month|year)s? ago\b", lambda m: _shifted(day, m[2], -_number(m[1]))
    yield r"\ba (day|week|month|year) (?:ago|earlier)\b", lambda m: _shifted(day, m[1], -1)
    yield r"\bthe (?:latest )?quarter\b", lambda m: f"{day.year}-Q{max(1, (day.month - 1) // 3)}"
    yield (
        rf"\b(?:the )?({'|'.join(_ORDINALS)})[ -]quarter\b",
        lambda m: f"{day.year - (_ORDINALS.index(m[1]) * 3 >= day.month)}-Q{_ORDINALS.index(m[1]) + 1}",
    )
    yield (
        rf"\b(?:the )?(?:past |last |next )?{_N}[ -](minute|hour|day|week|month|year)s?\b",
        lambda m: _length(m[1], m[2]),
    )
    yield r"\b(?:(?:early|late|mid)[ -])?((?:19|20)\d\d)\b(?!s)", lambda m: m[1]
    yield r"\b(19\d)0s\b", lambda m: m[1]
    yield r"\b(?:now|currently)\b", lambda m: "PRESENT_REF"
    yield r"\b(?:recently|recent (?:days|weeks|months|years))\b", lambda m: "PAST_REF"
    yield r"\bthe future\b", lambda m: "FUTURE_REF"


def read_plainly(gold: GoldText) -> list[Mention]:
    """The expressions of a text as the plain patterns have them, the earlier pattern first."""
    text, found = gold.text.body.lower(), list[Mention]()
    for pattern, value in _patterns(date.fromisoformat(gold.text.published or "")):
        for match in re.finditer(pattern, text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(Mention(match.start(), match.end(), value(match)))
    return sorted(found, key=lambda m: m.start)


def count_plainly(gold: GoldText) -> Counter[str]:
    """Gold and read expressions of a text, those that overlap, and those of the same value."""
    read = read_plainly(gold)
    pairs = pair_mentions(gold.mentions, read)
    right = sum(one_spelling(gold.mentions[i].value) == one_spelling(read[j].value) for i, j in pairs)
    return Counter(both=len(gold.mentions) + len(read), mention=2 * len(pairs), value=2 * right)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print F1, in percent, of what was seen and of what is held back."""
    parser = ArgumentParser(description="The time data by plain patterns, in percent.")
    parser.add_argument(
        "--home", type=Path, default=SHARED / "data" / "timeml", help="where TimeBank and AQUAINT lie"
    )
    counts = {False: Counter[str](), True: Counter[str]()}
    for name, gold in load_timeml(parser.parse_args(arguments).home):
        counts[is_held_back(name)] += count_plainly(gold)
    for kind in ("mention", "value"):
        seen, held = (percent(counts[part][kind], counts[part]["both"]) for part in (False, True))
        print(f"{kind}_f1{seen:16.1f} seen{held:10.1f} held back")
    return 0


if __name__ == "__main__":
    sys.exit(main())
