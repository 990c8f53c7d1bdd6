"""Conventions of TimeML by the forms words take: units, numbers, directions, parts, made by the hundred.

Each form stands in a short sentence of a report of Thursday 1998-05-14; its TimeML value is reckoned here from the
calendar. All must hold but those of ``OPEN``, which say what is not read yet.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tests.claims.times.reading import read

_DAY = date(1998, 5, 14)
_PUBLISHED = _DAY.isoformat()
_UNITS = {
    "minute": ("T", "M"), "hour": ("T", "H"), "day": ("", "D"), "week": ("", "W"), "month": ("", "M"),
    "year": ("", "Y"), "decade": ("", "0Y"), "century": ("", "00Y"),
}  # fmt: skip
_NUMBERS = {2: "two", 3: "three", 7: "seven", 12: "twelve", 24: "twenty-four"}
_ABOUT = "about|nearly|almost|more than|at least|less than|up to|roughly|just under|no more than".split("|")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_STRETCHES = {  # the one before the report's, its own, the one after
    "week": ("1998-W19", "1998-W20", "1998-W21"),
    "month": ("1998-04", "1998-05", "1998-06"),
    "year": ("1997", "1998", "1999"),
    "quarter": ("1998-Q1", "1998-Q2", "1998-Q3"),
    "decade": ("198", "199", "200"),
}

Form = tuple[str, str, str]

#: What is not read, by its words: "three quarters" is as often a share.
OPEN = {"three quarters", "twenty-four quarters"}


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else f"{unit}s"


def _lengths() -> Iterator[Form]:
    for unit, (clock, letter) in _UNITS.items():
        for number, word in _NUMBERS.items():
            value = f"P{clock}{number}{letter}"
            yield "The work lasted {}.", f"{word} {_plural(unit)}", value
            yield "They waited for {} in the rain.", f"{number} {_plural(unit)}", value
        for words in _ABOUT:
            yield "The repairs took {}.", f"{words} 12 {_plural(unit)}", f"P{clock}12{letter}"
        yield "The {} meeting ended without a deal.", f"two-{unit}", f"P{clock}2{letter}"
        yield "The {} meeting ended without a deal.", f"{unit}-long", f"P{clock}1{letter}"
        for several in ("several", "a few", "many", "a number of"):
            vague = {"0Y": "E", "00Y": "C"}.get(letter, letter)
            yield "The strike went on for {}.", f"{several} {_plural(unit)}", f"P{clock}X{vague}"
    for number, word in _NUMBERS.items():
        yield "The slump lasted {}.", f"{word} quarters", f"P{number}Q"


def _sets() -> Iterator[Form]:
    for unit, (clock, letter) in _UNITS.items():
        value = f"P{clock}1{letter}"
        for words in ("every", "each"):
            yield "They meet {}.", f"{words} {unit}", value
        yield "They meet {}.", f"every other {unit}", f"P{clock}2{letter}"
        yield "The plant makes 400 cars {}.", f"{'an' if unit == 'hour' else 'a'} {unit}", value
    for number, name in enumerate(_WEEKDAYS, start=1):
        yield "The market opens {}.", f"every {name}", f"XXXX-WXX-{number}"


def _neighbours() -> Iterator[Form]:
    for unit, (last, this, following) in _STRETCHES.items():
        yield "Prices fell {}.", f"last {unit}", last
        yield "Prices fell {}.", f"this {unit}", this
        yield "Prices will drop {}.", f"next {unit}", following
        yield "Nothing will change for {}.", f"the rest of the {unit}", this
        yield "They will leave by {}.", f"the end of the {unit}", this
        yield "They left at {}.", f"the end of last {unit}", last
        if unit in ("week", "month", "year"):
            yield "Prices fell {}.", f"early {last and 'last'} {unit}", last
            yield "Prices will drop {}.", f"later this {unit}", this
            yield "Prices will drop {}.", f"early next {unit}", following
    for number, word in {1: "a", 2: "two", 10: "ten", 20: "twenty"}.items():
        years = "year" if number == 1 else "years"
        yield "The plant opened {}.", f"{word} {years} ago", str(1998 - number)
        yield "The plant opened {}.", f"nearly {word} {years} ago", str(1998 - number)
        yield "The plant will open {}.", f"{word} {years} from now", str(1998 + number)


def _weekdays() -> Iterator[Form]:
    for number, name in enumerate(_WEEKDAYS):
        back = (_DAY.weekday() - number) % 7
        last, ahead = _DAY - timedelta(days=back), _DAY + timedelta(days=(7 - back) % 7)
        yield "The bridge fell on {}.", name, str(last)
        yield "The {} crash killed two.", name, str(last)
        yield "The bridge fell {}.", f"last {name}", str(_DAY - timedelta(days=back or 7))
        yield "They will meet on {}.", name, str(ahead)
        yield "The bridge fell {}.", f"early {name}", str(last)
        yield "The bridge fell at {}.", f"5 p.m. {name}", f"{last}T17:00"
        for part, letters in _PARTS.items():
            yield "The bridge fell on {}.", f"{name} {part}", f"{last}T{letters}"


def _months() -> Iterator[Form]:
    for number, name in enumerate(_MONTHS, start=1):
        year = 1998 if number <= _DAY.month else 1997
        yield "Prices fell in {}.", name, f"{year}-{number:02}"
        yield "Prices fell in {}.", f"{name} 1995", f"1995-{number:02}"
        yield "Prices will fall in {}.", name, f"{1998 if number >= _DAY.month else 1999}-{number:02}"
        for part in ("early ", "late ", "mid-", "the middle of "):
            yield "Prices fell in {}.", f"{part}{name}", f"{year}-{number:02}"
        yield "The bridge fell on {}.", f"{name} 3", f"{year}-{number:02}-03"
        yield "The bridge fell on {}.", f"3 {name}", f"{year}-{number:02}-03"
        yield "The bridge fell on {}.", f"the 3rd of {name}", f"{year}-{number:02}-03"
        yield (
            "The bridge fell on {}.",
            f"{name[:3]}. 3, 1989" if name != "May" else "May 3, 1989",
            f"1989-{number:02}-03",
        )
        yield "The bridge fell on {}.", f"{number:02}/13/89", f"1989-{number:02}-13"
        yield "The fair is held {}.", f"every {name}", f"XXXX-{number:02}"


def _years() -> Iterator[Form]:
    for number, ordinal in enumerate(("first", "second", "third", "fourth"), start=1):
        year = 1998 if number <= 2 else 1997
        yield "Profit fell in {}.", f"the {ordinal} quarter", f"{year}-Q{number}"
        yield "Profit fell in {}.", f"the {ordinal} quarter of 1995", f"1995-Q{number}"
        yield "Profit fell in {}.", f"last year's {ordinal} quarter", f"1997-Q{number}"
        yield "Profit fell in {}.", f"1995's {ordinal} quarter", f"1995-Q{number}"
        yield "The company posted a {} loss.", f"{ordinal}-quarter", f"{year}-Q{number}"
    for tens in (5, 6, 7, 8, 9):
        for words in (f"the 19{tens}0s", f"the '{tens}0s", f"the early 19{tens}0s", f"the mid-19{tens}0s"):
            yield "It was built in {}.", words, f"19{tens}"
    for year in (1914, 1945, 1988, 1996):
        for words in (str(year), f"late {year}", f"mid-{year}", f"early {year}", f"the year {year}"):
            yield "It was built in {}.", words, str(year)
        yield "It closed at {}.", f"the end of {year}", str(year)
        yield "It lost money in {}.", f"fiscal {year}", str(year)
        yield "It was built in {}.", f"the summer of {year}", f"{year}-SU"


FORMS = [*_lengths(), *_sets(), *_neighbours(), *_weekdays(), *_months(), *_years()]


@pytest.mark.parametrize(("sentence", "words", "value"), [form for form in FORMS if form[1] not in OPEN])
def test_every_form_has_the_value_of_its_convention(sentence: str, words: str, value: str) -> None:
    text = sentence.format(words)
    start = sentence.index("{}")
    end = start + len(words)
    over = [t for t in read(text, _PUBLISHED).times if t.start < end and start < t.end]
    assert [t.timex for t in over] == [value]


def test_there_are_some_hundred_forms() -> None:
    assert len(FORMS) > 500
    assert {form[1] for form in FORMS} >= OPEN
